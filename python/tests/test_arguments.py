"""What the functions take, and what they say of anything else."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

import bulletin

FUNCTIONS = [bulletin.parse, bulletin.find_money]

# arguments | what the error names
WRONG_TYPES: list[tuple[tuple[Any, ...], dict[str, Any], str]] = [
    ((), {}, "text"),
    ((None,), {}, "'str'"),
    ((b"bytes",), {}, "'str'"),
    ((3,), {}, "'str'"),
    (("",), {"published": "2020-01-01"}, "'date'"),
    (("",), {"published": 2020}, "'date'"),
    (("",), {"dollar": 1}, "'str'"),
    (("", datetime.date(2020, 1, 1)), {}, "positional"),
    (("",), {"language": "en"}, "language"),
]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("positional", "named", "names"), WRONG_TYPES)
def test_wrong_types(function: Callable[..., Any], positional: Any, named: Any, names: str) -> None:
    with pytest.raises(TypeError, match=names):
        function(*positional, **named)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("code", ["usd", "US", "DOLLAR", "", "£££"])
def test_a_dollar_that_is_no_currency_code(function: Callable[..., Any], code: str) -> None:
    with pytest.raises(ValueError, match=r"dollar: expected an ISO 4217 code .*, but found") as raised:
        function("$5", dollar=code)
    assert code in str(raised.value)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("text", "place"), [("\ud83d", 0), ("£5 \udce9", 3), ("😀\udfff£5", 1)])
def test_lone_surrogates_are_refused_by_their_place(function: Callable[..., Any], text: str, place: int) -> None:
    with pytest.raises(UnicodeEncodeError, match=f"position {place}: surrogates not allowed") as raised:
        function(text)
    assert raised.value.start == place


def test_a_bare_dollar_is_left_open_until_told() -> None:
    assert [figure.currency for figure in bulletin.find_money("It paid $5.")] == [None]
    assert [figure.currency for figure in bulletin.find_money("It paid $5.", dollar="AUD")] == ["AUD"]
    assert [figure.currency for figure in bulletin.parse("It paid $5.", dollar="AUD").figures] == ["AUD"]


def test_relative_years_need_the_published_day() -> None:
    text = "The trust overspent by £3m last year."
    assert [figure.periods for figure in bulletin.find_money(text)] == [()]
    [figure] = bulletin.find_money(text, published=datetime.date(2019, 6, 3))
    assert figure.periods in {("2018",), ("2018-19",)}


@pytest.mark.parametrize("published", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)])
def test_any_day_will_do(published: datetime.date) -> None:
    read = bulletin.parse("It lost £3m last year.", published=published)
    assert read.published == published


def test_a_long_text_is_read_to_its_end() -> None:
    text = "It cost £3m. " * 20_000
    figures = bulletin.find_money(text)
    assert len(figures) == 20_000
    assert (figures[-1].end, figures[-1].text) == (len(text) - 2, "£3m")
