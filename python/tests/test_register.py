"""Registers: whose codes mentions have, and what is said of lists that are none."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import pytest

import bulletin
from bulletin import Gazetteer

TEXT = "Alderwick and Thane Foundation Trust owes Eastvale NHS Trust £3m."
ONE = '"X1A","ALDERWICK AND THANE NHS FOUNDATION TRUST",,,,,,,,,"20110401",""\n'
OTHER = '"X9Z","EASTVALE NHS TRUST",,,,,,,,,"20010401",""\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two lists and a bulletin."""
    (tmp_path / "one.csv").write_text(ONE, "utf-8")
    (tmp_path / "other.csv").write_text(OTHER, "utf-8")
    (tmp_path / "news.txt").write_text(TEXT, "utf-8")
    return tmp_path


# lists | the codes of the two organisations
LISTS: list[tuple[list[str], list[str | None]]] = [
    (["one.csv"], ["X1A", None]),
    (["other.csv"], [None, "X9Z"]),
    (["one.csv", "other.csv"], ["X1A", "X9Z"]),
]


@pytest.mark.parametrize(("lists", "expected"), LISTS)
def test_mentions_have_the_codes_of_every_list(folder: Path, lists: list[str], expected: list[str | None]) -> None:
    register = Gazetteer.from_ods_csv(folder / lists[0], *(str(folder / name) for name in lists[1:]))
    assert len(register) == len(lists)
    read = bulletin.parse(TEXT, register=register)
    assert [mention.code for article in read.articles for mention in article.organisations] == expected
    archive = bulletin.read(folder / "news.txt", register=register)
    assert [row["code"] for row in archive.organisations()] == expected
    assert [item.to_dict() for item in archive] == [read.to_dict()]
    assert archive.bulletin(str(folder / "news.txt")).to_dict() == read.to_dict()
    assert pickle.loads(pickle.dumps(archive)) == archive
    assert [row["code"] for row in pickle.loads(pickle.dumps(archive)).organisations()] == expected


def test_without_a_register_there_are_no_codes() -> None:
    assert [mention.code for mention in bulletin.parse(TEXT).articles[0].organisations] == [None, None]


def test_money_is_found_with_a_register(folder: Path) -> None:
    register = Gazetteer.from_ods_csv(folder / "one.csv")
    assert [figure.text for figure in bulletin.find_money(TEXT, register=register)] == ["£3m"]


def test_a_register_is_its_lists(folder: Path) -> None:
    one, both = Gazetteer.from_ods_csv(folder / "one.csv"), Gazetteer.from_ods_csv(*sorted(folder.glob("*.csv")))
    assert (repr(one), repr(both)) == ("<Gazetteer: 1 organisation>", "<Gazetteer: 2 organisations>")
    again = pickle.loads(pickle.dumps(both))
    assert (again, hash(again), len(again)) == (both, hash(both), 2)
    assert one != both


# the bytes of a list | what is said of it
BROKEN: list[tuple[bytes, str]] = [
    ((ONE + OTHER.replace("20010401", "spring")).encode(), 'expected a day as YYYYMMDD, but found "spring" at line 2'),
    (ONE.encode() + b'"X9Z","EASTVALE \xff"', "expected UTF-8, but found other bytes at line 2"),
]


@pytest.mark.parametrize(("content", "said"), BROKEN)
def test_a_list_that_is_none_is_named_with_its_line(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=f"^{re.escape(f'{path}: {said}')}$"):
        Gazetteer.from_ods_csv(path)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="expected a register, but found nothing") as raised:
        Gazetteer.from_ods_csv(tmp_path / "etr.csv")
    assert raised.value.filename == str(tmp_path / "etr.csv")


# what is wrong | the exception | what it names
WRONG: list[tuple[Any, type[Exception], str]] = [
    (lambda: Gazetteer.from_ods_csv(), TypeError, "path"),  # type: ignore[call-arg]
    (lambda: Gazetteer.from_ods_csv(3), TypeError, "int"),  # type: ignore[arg-type]
    (lambda: Gazetteer(), TypeError, "Gazetteer"),
    (lambda: bulletin.parse("", register="etr.csv"), TypeError, "Gazetteer"),  # type: ignore[arg-type]
    (lambda: bulletin.read(".", register="etr.csv"), TypeError, "Gazetteer"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("work", "exception", "names"), WRONG)
def test_wrong_arguments(work: Any, exception: type[Exception], names: str) -> None:
    with pytest.raises(exception, match=names):
        work()
