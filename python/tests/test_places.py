"""Offsets are code points and lines count from 1, whatever stands before and between."""

from __future__ import annotations

from itertools import pairwise

import pytest

import bulletin
from bulletin import Bulletin


def test_every_place_is_its_words(read: Bulletin) -> None:
    text = read.text
    for article in read:
        assert article.heading is None or text.startswith(article.heading, article.start)
        assert text[article.end - len(article.body) : article.end] == article.body
        for figure in article.figures:
            assert text[figure.start : figure.end] == figure.text
            assert figure.text in figure.phrase
            assert figure.text in figure.sentence
            assert all(text[cue.start : cue.end] == cue.text for cue in figure.cues)
        for mention in article.organisations:
            assert text[mention.start : mention.end] == mention.text
            assert mention.name in " ".join(text.split())


def test_articles_and_figures_follow_one_another(read: Bulletin) -> None:
    for thing in (read.articles, read.figures):
        places = [(item.start, item.end) for item in thing]
        assert all(start < end for start, end in places)
        assert all(end <= start for (_, end), (start, _) in pairwise(places))
    for article in read:
        assert all(article.start <= figure.start and figure.end <= article.end for figure in article.figures)


def test_lines_are_the_texts(read: Bulletin) -> None:
    lines = read.text.split("\n")
    for article in read:
        assert article.start_line == 1 + read.text.count("\n", 0, article.start)
        assert article.start_line <= article.end_line <= len(lines)
        assert lines[article.end_line - 1].strip()
        last_words = (article.body or article.heading or "").rstrip().split("\n")[-1].strip()
        assert last_words in lines[article.end_line - 1]


# Characters of two, three and four bytes, of two code units, joined ones, and a line end of two.
BEFORE = ["", "£", "£ – ", "“é” ", "😀😀 ", "👩🏽\u200d⚕️ ", "e\u0301 ", "a\r\n\r\n", "\ufeff", "\u00a0"]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("words", ["£3m", "€90", "£10m–£12m"])
def test_offsets_count_code_points(before: str, words: str) -> None:
    text = f"{before}It cost {words} 😀."
    for figures in (bulletin.find_money(text), bulletin.parse(text).figures):
        [figure] = figures
        assert (figure.text, text[figure.start : figure.end]) == (words, words)
