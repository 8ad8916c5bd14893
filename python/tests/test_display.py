"""What a notebook shows: all of the text, nothing but the text, and the figures marked."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

import bulletin
from bulletin import Bulletin
from bulletin.display import html, reading, tooltip

ALLOWED = {"article", "style", "p", "h4", "div", "mark", "u"}


class Page(HTMLParser):
    """Words, marks and tags of a fragment; tags must close in order."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.words, self.tags, self.titles, self.open = "", set[str](), list[str](), list[str]()
        self.marked: list[str] = []
        self.named: list[str] = []
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        assert {name for name, _ in attrs} <= {"class", "style", "title", "data-topic"}
        self.titles += [value or "" for name, value in attrs if name == "title"]
        if tag == "mark":
            self.marked.append("")
        if tag == "u":
            self.named.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.words += data
        if "u" in self.open:
            self.named[-1] += data
        if "mark" in self.open:
            self.marked[-1] += data


def test_the_whole_text_is_shown_with_its_figures_marked(read: Bulletin) -> None:
    page = Page(html(read))
    assert "".join(page.words.split()) == "".join(read.text.split())
    assert page.tags <= ALLOWED
    assert page.marked == [figure.text for figure in read.figures]
    figures = [tooltip(figure) for figure in read.figures]
    names = [f"{mention.kind}: {mention.name}" for article in read for mention in article.organisations]
    assert [title for title in page.titles if title in figures] == figures
    assert set(page.titles) <= {*figures, *names}


def test_organisations_are_underlined_unless_they_stand_in_a_figure(read: Bulletin) -> None:
    inside = [place for figure in read.figures for place in range(figure.start, figure.end)]
    mentions = [mention for article in read for mention in article.organisations]
    assert Page(html(read)).named == [mention.text for mention in mentions if mention.start not in inside]


def test_a_figure_says_what_its_readings_rest_on(news: Bulletin) -> None:
    for figure in news.figures:
        first, *rest = tooltip(figure).splitlines()
        assert first == reading(figure)
        assert rest == [f"{cue.reading} {cue.value}: “{cue.text}”" for cue in figure.cues]
    assert "topic deficit: “overspent" in tooltip(news.figures[0])


def test_topics_are_told_in_words_too(news: Bulletin) -> None:
    assert re.findall('data-topic="(.*?)"', html(news)) == [figure.topic for figure in news.figures if figure.topic]


def test_notebooks_find_it(news: Bulletin) -> None:
    assert news._repr_html_() == html(news)


def test_headings_are_headings(news: Bulletin) -> None:
    assert re.findall("<h4>(.*?)</h4>", html(news)) == ["Big spenders", "Also on hsj.co.uk today"]


EVIL = "<script>alert('&\"')</script>"
# Untrusted words in each place that the page has: before and between articles, in a heading, beside a figure.
PLACES = [
    EVIL,
    f"Tagline\n\n{EVIL}\n\nThe trust overspent by £3m.\n",
    f"A heading\n\nThe trust {EVIL} overspent by £3m {EVIL}.\n",
    f'A heading\n\nNorthmoor"{EVIL} Foundation Trust overspent by £3m.\n',
    'A heading\n\nIt paid £3 per "><script>alert(1)</script>.\n',
]


@pytest.mark.parametrize("text", PLACES)
def test_untrusted_words_are_only_words(text: str) -> None:
    page = Page(html(bulletin.parse(text)))
    assert page.tags <= ALLOWED
    assert "".join(page.words.split()) == "".join(text.split())


def test_tooltips_are_only_words(news: Bulletin) -> None:
    state = json.loads(news.__reduce__()[1][0])
    [rate] = [figure for article in state["articles"] for figure in article["figures"] if figure["per"]]
    rate["per"]["value"] = f'">{EVIL}'
    page = Page(html(Bulletin._restore(json.dumps(state))))
    assert page.tags <= ALLOWED
    assert any(f'">{EVIL}' in title for title in page.titles)


# text | its reading
READINGS = [
    ("It cost £5.", "GBP 5"),
    ("It owes more than £1,234,567.50.", "more than GBP 1,234,567.50"),
    ("It wants £10-12m.", "GBP 10,000,000 to 12,000,000"),
    ("It paid $400.", "currency not stated: 400"),
    ("Nurses get £22.5 an hour.", "GBP 22.50 per hour"),
]


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_readings_are_for_people(text: str, expected: str) -> None:
    [figure] = bulletin.find_money(text)
    assert reading(figure).split("; ")[0] == expected


def test_it_reads_without_colour_on_any_background(news: Bulletin) -> None:
    styles = re.findall('style="(.*?)"', html(news))
    assert styles
    assert all(re.search(r"(^|;)\s*color: (?!inherit)", style) is None for style in styles)
    assert all("border-bottom" in style for style in re.findall('<mark style="(.*?)"', html(news)))
