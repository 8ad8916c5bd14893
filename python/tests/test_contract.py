"""The records: their names, their order and their types, and that objects and records say the same."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import bulletin
from bulletin import Bulletin, MoneyFigure

KEYS = {
    "Bulletin": ["kind", "tagline", "published", "articles", "warnings"],
    "Article": ["role", "label", "heading", "start", "end", "start_line", "end_line", "figures", "organisations"],
    "MoneyFigure": [
        *["text", "start", "end", "phrase", "currency", "amount", "upper", "qualifier", "per", "change", "topic"],
        *["periods", "organisations", "sentence", "rule", "cues"],
    ],
    "Mention": ["text", "start", "end", "kind", "name"],
    "Cue": ["reading", "value", "text", "start", "end"],
}

WORDS: dict[str, set[str | None]] = {
    "kind": {"daily", "weekly", "headlines", "briefing", "live", "other"},
    "role": {"story", "roundup", "about"},
    "qualifier": {"exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range"},
    "change": {None, "increase", "decrease", "from", "to"},
    "topic": {
        *[None, "deficit", "surplus", "funding", "capital", "loan", "contract", "redundancy", "pay", "agency", "fine"],
        *["compensation", "saving", "cost", "debt", "price", "threshold", "income", "other"],
    },
    "organisation": {"trust", "commissioner", "national", "other"},
    "reading": {"per", "change", "topic", "period", "organisation"},
}


def test_records_have_the_contracts_names_in_its_order(read: Bulletin) -> None:
    record = read.to_dict()
    assert list(record) == KEYS["Bulletin"]
    for article in record["articles"]:
        assert list(article) == KEYS["Article"]
        assert all(list(mention) == KEYS["Mention"] for mention in article["organisations"])
        for figure in article["figures"]:
            assert list(figure) == KEYS["MoneyFigure"]
            assert all(list(cue) == KEYS["Cue"] for cue in figure["cues"])


def test_closed_lists_hold(read: Bulletin) -> None:
    assert read.kind in WORDS["kind"]
    for article in read:
        assert article.role in WORDS["role"]
        assert all(mention.kind in WORDS["organisation"] for mention in article.organisations)
        for figure in article.figures:
            assert figure.qualifier in WORDS["qualifier"]
            assert figure.change in WORDS["change"]
            assert figure.topic in WORDS["topic"]
            assert all(cue.reading in WORDS["reading"] for cue in figure.cues)


def test_a_record_is_plain_json(read: Bulletin) -> None:
    assert json.loads(json.dumps(read.to_dict())) == read.to_dict()


def test_objects_and_records_say_the_same(read: Bulletin) -> None:
    record = read.to_dict()
    assert record["articles"] == [article.to_dict() for article in read.articles]
    assert record["warnings"] == [warning.to_dict() for warning in read.warnings]
    assert read.figures == tuple(figure for article in read for figure in article.figures)
    for figure in read.figures:
        assert figure.to_dict() == told(figure)


def told(figure: MoneyFigure) -> dict[str, object]:
    """A figure's record by its attributes."""
    record = {name: getattr(figure, name) for name in KEYS["MoneyFigure"]}
    lists = {name: list(record[name]) for name in ("periods", "organisations")}
    amounts = {"amount": str(figure.amount), "upper": None if figure.upper is None else str(figure.upper)}
    cues = [{name: getattr(cue, name) for name in KEYS["Cue"]} for cue in figure.cues]
    return {**record, **lists, **amounts, "cues": cues}


def test_amounts_are_exact_and_ranges_run_upwards(read: Bulletin) -> None:
    for figure in read.figures:
        assert type(figure.amount) is Decimal
        assert (figure.upper is not None) == (figure.qualifier == "range")
        assert figure.upper is None or figure.amount <= figure.upper
        assert "E" not in str(figure.amount)


# text | the figure | phrase | currency, amount, upper, qualifier, per
FIGURES = [
    ("It cost £5.", "£5", "£5", "GBP", "5", None, "exact", None),
    ("It owes nearly £3m.", "£3m", "nearly £3m", "GBP", "3000000", None, "nearly", None),
    ("A £2.7bn gap.", "£2.7bn", "£2.7bn", "GBP", "2700000000", None, "exact", None),
    ("It wants £10-12m.", "£10-12m", "£10-12m", "GBP", "10000000", "12000000", "range", None),
    ("It earns over €1,250.50.", "€1,250.50", "over €1,250.50", "EUR", "1250.50", None, "more_than", None),
    ("Nurses get £22 an hour.", "£22", "£22 an hour", "GBP", "22", None, "exact", "hour"),
    ("It paid $400.", "$400", "$400", None, "400", None, "exact", None),
]


@pytest.mark.parametrize(("text", "words", "phrase", "currency", "amount", "upper", "qualifier", "per"), FIGURES)
def test_find_money(
    text: str,
    words: str,
    phrase: str,
    currency: str | None,
    amount: str,
    upper: str | None,
    qualifier: str,
    per: str | None,
) -> None:
    [figure] = bulletin.find_money(text)
    assert (figure.text, figure.phrase, figure.currency) == (words, phrase, currency)
    assert (figure.amount, figure.upper) == (Decimal(amount), None if upper is None else Decimal(upper))
    assert (figure.qualifier, figure.per) == (qualifier, per)
    assert text[figure.start : figure.end] == words


@pytest.mark.parametrize("text", ["", " ", "\n\n", "5m people", "£", "the M25", "\0", "a\r\nb"])
def test_any_text_parses_and_may_hold_no_money(text: str) -> None:
    assert bulletin.find_money(text) == []
    read = bulletin.parse(text)
    assert (read.text, read.figures) == (text, ())
