"""
Reads health-policy news bulletins: how much money, whose, for what, when, and how surely.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from os import PathLike
from typing import Any, Final, final

__all__ = ["__version__", "Article", "Bulletin", "Cue", "Fault", "Gazetteer", "Mention", "MoneyFigure", "Origin", "Reading", "Rows", "Skipped", "Warning", "find_bulletin", "find_money", "parse", "run_command", "size"]

__version__: Final[str]

@final
class Article:
    """
    One story of a bulletin: a heading (or none, for a lead) and its body.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str, body: str) -> Article: ...
    @property
    def body(self, /) -> str:
        """
        The text below the heading; empty where there is only a heading.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point.
        """
    @property
    def end_line(self, /) -> int:
        """
        The last line that is not blank; from 1.
        """
    @property
    def figures(self, /) -> tuple[MoneyFigure, ...]:
        """
        The amounts of money, in the order of the text.
        """
    @property
    def heading(self, /) -> str | None:
        """
        The heading's words, without marks and glued labels.
        """
    @property
    def label(self, /) -> str | None:
        """
        The site's section or the topic that it is filed under: "HSJ Local", "FINANCE".
        """
    @property
    def organisations(self, /) -> tuple[Mention, ...]:
        """
        The organisations that are named, in the order of the text.
        """
    @property
    def role(self, /) -> str:
        """
        The part it plays in the bulletin: story, roundup or about.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point in the bulletin's text: of the heading, or of the body where there is none.
        """
    @property
    def start_line(self, /) -> int:
        """
        The heading's line, or the body's first; from 1.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """

@final
class Bulletin:
    """
    One news bulletin: its text, and what was found in it. Its length and its items are those of its articles.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Article]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, Origin | None]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        The text as a page fragment, with its figures marked: what a notebook shows.
        """
    @staticmethod
    def _restore(state: str, origin: Origin | None = None) -> Bulletin: ...
    @property
    def articles(self, /) -> tuple[Article, ...]:
        """
        The articles, in the order of the text.
        """
    @property
    def figures(self, /) -> tuple[MoneyFigure, ...]:
        """
        The amounts of money of all the articles, in the order of the text.
        """
    @property
    def kind(self, /) -> str:
        """
        What sort of bulletin it is: daily, weekly, headlines, briefing, live or other.
        """
    @property
    def origin(self, /) -> Origin | None:
        """
        Where it came from; `None` where its text was handed to `parse`.
        """
    @property
    def published(self, /) -> date | None:
        """
        The day it came out, where the caller said so.
        """
    @property
    def tagline(self, /) -> str | None:
        """
        The standing line at the top that names the publication.
        """
    @property
    def text(self, /) -> str:
        """
        The whole text, as it was parsed. Every `start` and `end` counts its code points.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings: the command line's JSON.
        """
    @property
    def warnings(self, /) -> tuple[Warning, ...]:
        """
        Damage in the text that was read around.
        """

@final
class Cue:
    """
    The words that one reading of a figure rests on.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> Cue: ...
    @property
    def end(self, /) -> int:
        """
        One past their last code point.
        """
    @property
    def reading(self, /) -> str:
        """
        Which reading: per, change, topic, period or organisation.
        """
    @property
    def start(self, /) -> int:
        """
        Their first code point in the bulletin's text.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """
    @property
    def value(self, /) -> str:
        """
        What was read.
        """

@final
class Fault:
    """
    A document, or something in one, that could not be read.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> Fault: ...
    @property
    def message(self, /) -> str:
        """
        What was expected and what was found.
        """
    @property
    def path(self, /) -> str:
        """
        The file, and what is inside it: "inbox.mbox", "a.zip/b.txt".
        """
    @property
    def position(self, /) -> int | None:
        """
        Where that showed in the file, in bytes; `None` where it has no place.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """

@final
class Gazetteer:
    """
    A register of organisations with their official codes. Given as `register`, its names are known, and mentions have
    its codes.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[str]]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(lists: "list[str]") -> Gazetteer: ...
    @staticmethod
    def from_ods_csv(path: str | PathLike[str], *more: "str | PathLike[str]") -> Gazetteer:
        """
        The register in csv files of the NHS Organisation Data Service, such as `etr.csv`: no header; code, name, …, and
        the days of opening and closing in the eleventh and twelfth columns.

        `OSError` where a file can't be read, such as `FileNotFoundError`; `ValueError` with the file and line where
        it is no such list.
        """

@final
class Mention:
    """
    Words that name an organisation.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> Mention: ...
    @property
    def code(self, /) -> str | None:
        """
        Its code in the official register; only where the reader was given one that has it.
        """
    @property
    def end(self, /) -> int:
        """
        One past their last code point.
        """
    @property
    def kind(self, /) -> str:
        """
        What sort of organisation it is: trust, commissioner, national or other.
        """
    @property
    def name(self, /) -> str:
        """
        The longest form of its name that the text has.
        """
    @property
    def start(self, /) -> int:
        """
        Their first code point in the bulletin's text.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """

@final
class MoneyFigure:
    """
    One stated amount of money: "nearly £3m", "£10m-£12m", "£22 an hour".
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> MoneyFigure: ...
    @property
    def amount(self, /) -> Decimal:
        """
        The stated amount in the currency's major unit, exact; a range's low end.
        """
    @property
    def change(self, /) -> str | None:
        """
        increase or decrease for the size of a change, from or to for its ends; `None` for a level.
        """
    @property
    def cues(self, /) -> tuple[Cue, ...]:
        """
        The words that each reading rests on.
        """
    @property
    def currency(self, /) -> str | None:
        """
        The ISO 4217 code, or `None` where the text leaves it open (a bare "$").
        """
    @property
    def end(self, /) -> int:
        """
        One past the figure's last code point: `bulletin.text[start:end]` is its text.
        """
    @property
    def organisations(self, /) -> tuple[str, ...]:
        """
        Who has, pays, receives or owes it, by the longest form of the name that the text has.
        """
    @property
    def per(self, /) -> str | None:
        """
        The unit of a rate: year, month, week, day, hour, patient, ...
        """
    @property
    def periods(self, /) -> tuple[str, ...]:
        """
        The times that are named for it: "2017-18", "2022", "2026-27/2028-29".
        """
    @property
    def phrase(self, /) -> str:
        """
        The figure with the words of its qualifier and rate: "nearly £3m".
        """
    @property
    def qualifier(self, /) -> str:
        """
        How it is bounded or hedged: exact, about, nearly, `more_than`, `at_least`, `less_than`, `at_most`, range.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule of the grammar that read it.
        """
    @property
    def sentence(self, /) -> str:
        """
        The sentence it stands in.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point of the figure in the bulletin's text.
        """
    @property
    def text(self, /) -> str:
        """
        The bare figure with its sign and scale: "£3m".
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """
    @property
    def topic(self, /) -> str | None:
        """
        What the money is: deficit, surplus, funding, capital, loan, contract, redundancy, pay, ...
        """
    @property
    def upper(self, /) -> Decimal | None:
        """
        A range's high end.
        """

@final
class Origin:
    """
    Where a bulletin came from.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> Origin: ...
    @property
    def document(self, /) -> str:
        """
        What tells it from every other bulletin of its archive: the tables' column `document`.
        """
    @property
    def message_id(self, /) -> str | None:
        """
        The message's own identity.
        """
    @property
    def path(self, /) -> str:
        """
        The file, and what is inside it: "inbox.mbox", "a.zip/b.txt".
        """
    @property
    def position(self, /) -> int:
        """
        Where the message starts in a mailbox, in bytes; else 0.
        """
    @property
    def published(self, /) -> date | None:
        """
        The day that the message was sent, as its own clock had it.
        """
    @property
    def sender(self, /) -> str | None:
        """
        Who sent the message.
        """
    @property
    def subject(self, /) -> str | None:
        """
        The subject of a message, the title of a page.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """
    @property
    def warnings(self, /) -> tuple[str, ...]:
        """
        What had to be mended or left out to read it, each as a sentence.
        """

@final
class Reading:
    """
    An archive being read, from its first bulletin to its last. What can't be read is noted, and the rest goes on.
    """
    def __iter__(self, /) -> Reading: ...
    def __new__(cls, /, paths: "list[str]", published: date | None, dollar: str | None, register: Gazetteer | None, amounts_only: bool) -> Reading: ...
    def __next__(self, /) -> Bulletin:
        """
        The next bulletin.
        """
    @property
    def bytes_read(self, /) -> int:
        """
        How many bytes were read so far.
        """
    def close(self, /) -> None:
        """
        Ends the reading before its end.
        """
    @property
    def count(self, /) -> int:
        """
        How many bulletins were read so far.
        """
    @property
    def duplicates(self, /) -> int:
        """
        How many documents were left out so far because they had been read before.
        """
    @property
    def faults(self, /) -> list[Fault]:
        """
        What could not be read so far.
        """
    @property
    def skipped(self, /) -> list[Skipped]:
        """
        What was skipped in folders so far.
        """
    def tables(self, /, tables: "list[str]", tick: "object" = None) -> list[Rows]:
        """
        Reads the rest into tables of these names. `tick` is called now and then.
        """

@final
class Rows:
    """
    The rows of a table, in Arrow's columns.
    """
    def __arrow_c_schema__(self, /) -> "object":
        """
        The columns as a schema of the Arrow `PyCapsule` interface.
        """
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object":
        """
        The rows as a stream of the Arrow `PyCapsule` interface. None of them is copied.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, bytes]]: ...
    @staticmethod
    def _restore(name: str, bytes: bytes) -> Rows: ...
    @property
    def columns(self, /) -> list[tuple[str, str, str]]:
        """
        The columns: name, type in Arrow, and meaning.
        """
    @property
    def name(self, /) -> str:
        """
        What the table is called.
        """
    def row(self, /, index: "int") -> "dict[str, object]":
        """
        A row by its index, from 0: each value under its column's name.
        """
    def write(self, /, path: "str", format: str, *, keep_formulas: bool) -> None:
        """
        Writes the table into a file, which appears only when it is complete.
        """

@final
class Skipped:
    """
    A file in a folder that was not read, as nothing there looks like a bulletin.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> Skipped: ...
    @property
    def path(self, /) -> str:
        """
        The file or folder.
        """
    @property
    def reason(self, /) -> str:
        """
        What it is instead of a bulletin: "hidden", "a PDF".
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """

@final
class Warning:
    """
    Damage in the text that was read around.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(state: str) -> Warning: ...
    @property
    def end(self, /) -> int:
        """
        One past its last code point.
        """
    @property
    def message(self, /) -> str:
        """
        What was expected and what was found.
        """
    @property
    def start(self, /) -> int:
        """
        Its first code point in the bulletin's text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The record in plain dicts, lists and strings, under the names of the command line's JSON.
        """

def find_bulletin(paths: "list[str]", document: str, published: date | None, dollar: str | None, register: Gazetteer | None, amounts_only: bool) -> Bulletin | None:
    """
    The bulletin of one document, which is found again by what the tables call it.
    """

def find_money(text: str, *, published: date | None = None, dollar: str | None = None, register: Gazetteer | None = None, amounts_only: bool = False) -> list[MoneyFigure]:
    """
    The figures of any text, in its order, read without layout.

    The options are those of `parse`.
    """

def parse(text: str, *, published: date | None = None, dollar: str | None = None, register: Gazetteer | None = None, amounts_only: bool = False) -> Bulletin:
    """
    Reads any text as a bulletin. It never fails: a text without articles or money gives a bulletin without them.

    `published` is the day the bulletin came out, against which "last year" and the like are read; `dollar` is
    the ISO 4217 code that a bare "$" stands for; `register` is your own, whose codes mentions then have;
    `amounts_only` leaves out organisations and what figures mean, and is several times as fast.
    """

def run_command(args: "list[str]") -> "int":
    """
    Runs the command `bulletin` with the arguments that follow its name, on the process's own standard streams, and
    gives its exit code: 0 done, 1 something could not be done, 2 wrong usage.
    """

def size(paths: "list[str]") -> int | None:
    """
    How many bytes there are to read; `None` where that is not known.
    """
