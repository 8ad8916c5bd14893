"""The objects are values: equal by what they hold, hashable, unchangeable, and whole after pickle and copy."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import bulletin
from bulletin import Bulletin

from .conftest import NEWS


def values(read: Bulletin) -> list[Any]:
    """A bulletin and everything in it."""
    parts = [part for article in read for part in (article, *article.figures, *article.organisations)]
    cues = [cue for figure in read.figures for cue in figure.cues]
    return [read, *parts, *cues, *read.warnings]


def pickled(protocol: int) -> Callable[[Any], Any]:
    return lambda value: pickle.loads(pickle.dumps(value, protocol))


COPIES: dict[str, Callable[[Any], Any]] = {
    **{f"pickle {protocol}": pickled(protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)},
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
def test_copies_are_equal_and_hash_alike(read: Bulletin, copied: Callable[[Any], Any]) -> None:
    for value in values(read):
        again = copied(value)
        assert type(again) is type(value)
        assert again == value
        assert hash(again) == hash(value)
        assert again.to_dict() == value.to_dict()
        assert repr(again) == repr(value)


def test_copies_keep_what_is_in_no_record(news: Bulletin) -> None:
    again = pickle.loads(pickle.dumps(news))
    assert again.text == NEWS
    assert [article.body for article in again] == [article.body for article in news]
    assert pickle.loads(pickle.dumps(news.articles[0])).body == news.articles[0].body != ""


def test_a_published_day_is_kept_and_tells_bulletins_apart() -> None:
    day = date(2018, 3, 29)
    dated = bulletin.parse(NEWS, published=day)
    assert dated.published == day == pickle.loads(pickle.dumps(dated)).published
    assert dated != bulletin.parse(NEWS)
    assert dated.to_dict()["published"] == "2018-03-29"


def test_pickles_of_something_else_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected what bulletin .* pickles, but found"):
        Bulletin._restore('{"text": "£3m"}')


def test_equality(news: Bulletin) -> None:
    assert news == bulletin.parse(NEWS)
    assert news != bulletin.parse(NEWS + "More.")
    assert news != NEWS
    first, second, *_ = news.figures
    assert first != second
    assert len({first, second, *bulletin.parse(NEWS).figures[:2]}) == 2


def test_nothing_can_be_changed(news: Bulletin) -> None:
    for value in values(news):
        names = [name for name in dir(value) if not name.startswith("_")]
        assert names
        for name in names:
            with pytest.raises(AttributeError):
                setattr(value, name, None)
        with pytest.raises(AttributeError):
            value.remark = "mine"


@pytest.mark.parametrize("name", ["Article", "Bulletin", "Cue", "Mention", "MoneyFigure", "Warning"])
def test_classes_say_where_they_live_and_are_made_by_parsing(name: str) -> None:
    made = getattr(bulletin, name)
    assert (made.__module__, made.__qualname__) == ("bulletin", name)
    with pytest.raises(TypeError, match=name):
        made()


def test_a_bulletin_is_its_articles(news: Bulletin) -> None:
    assert [article.heading for article in news] == ["Big spenders", "Also on hsj.co.uk today"]
    assert len(news) == len(news.articles) == 2
    assert news.articles[0] is next(iter(news))
    assert news.figures[0] is news.articles[0].figures[0]


def test_repr_tells_the_reading(news: Bulletin) -> None:
    assert repr(news) == "<Bulletin daily, 2 articles, 4 figures>"
    assert (
        repr(bulletin.parse("", published=date(2020, 1, 2))) == "<Bulletin other of 2020-01-02, 0 articles, 0 figures>"
    )
    story = news.articles[0]
    assert repr(story).startswith('<Article "Big spenders": story, lines 3-6, 3 figures, ')
    nearly, rate, dollars = story.figures
    start = NEWS.index("£3m")
    assert repr(nearly).startswith(f'<MoneyFigure "nearly £3m" at {start}-{start + 3}: nearly GBP 3000000')
    assert ": range GBP 90 to 120, per hour" in repr(rate)
    assert ": exact 5000 of an open currency" in repr(dollars)
    assert repr(bulletin.parse("Just text.").articles[0]).startswith(
        "<Article without a heading: story, lines 1-1, 0 figures"
    )
