"""Archives of bulletins: files, folders, mailboxes and web pages, read as often as they are asked."""

from __future__ import annotations

import errno
import glob
import os
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeAlias

from bulletin._bulletin import Bulletin, Fault, Gazetteer, Reading, Skipped, find_bulletin, parse, size
from bulletin.passage import Passage
from bulletin.progress import Progress
from bulletin.table import Table

StrPath: TypeAlias = str | os.PathLike[str]


class ReadingWarning(UserWarning):
    """Some documents of an archive could not be read; its `errors` say which and why."""


class Row(Protocol):
    """A row of a table by its columns' names: a dict, a row of a DataFrame."""

    def __getitem__(self, name: Any, /) -> Any:
        """The value of a column."""


class Tables(NamedTuple):
    """Every table of an archive; `document` joins them, and `article` those of articles."""

    bulletins: Table
    articles: Table
    figures: Table
    organisations: Table


def read(
    paths: StrPath | Iterable[StrPath],
    *,
    published: date | None = None,
    dollar: str | None = None,
    register: Gazetteer | None = None,
    amounts_only: bool = False,
    progress: bool = True,
) -> Archive:
    """The archive at a path, a pattern ("inbox/*.eml") or several of them. Nothing is read yet.

    A path may be a text, an email, a mailbox, a web page, a compressed one, or a folder of them. `published` is the
    day that "last year" and the like are read against, where it is not that of each message; `dollar` is the ISO 4217
    code that a bare "$" stands for; `register` is your own, whose codes mentions then have; `amounts_only`
    leaves out organisations, stories and what figures mean, and is several times as fast. `progress` shows how far a
    reading has come, on terminals and in notebooks.

    `FileNotFoundError` where nothing is there, `PermissionError` where it can't be read.
    """
    parse("", published=published, dollar=dollar, register=register, amounts_only=amounts_only)
    if not isinstance(progress, bool):
        raise TypeError(f"progress: expected True or False, but found {progress!r}")
    named = [paths] if isinstance(paths, (str, os.PathLike)) else _listed(paths)
    found = tuple(place for path in named for place in _places(path))
    if not found:
        raise ValueError("paths: expected at least one, but found none")
    return Archive(
        found, published=published, dollar=dollar, register=register, amounts_only=amounts_only, progress=progress
    )


@dataclass(frozen=True)
class Archive:
    """Bulletins at some paths. Iterating reads them one by one; the tables read them all.

    Each reading begins anew and lets other threads run; Ctrl-C ends it. What can't be read is told by a
    `ReadingWarning` and listed in `errors`, and the rest goes on.
    """

    paths: tuple[str, ...]
    """The files and folders, in the order in which they are read."""
    published: date | None = field(default=None, kw_only=True)
    """The day that relative times are read against, where it is not that of each message."""
    dollar: str | None = field(default=None, kw_only=True)
    """The ISO 4217 code that a bare "$" stands for."""
    register: Gazetteer | None = field(default=None, kw_only=True)
    """The register whose codes mentions of organisations have."""
    amounts_only: bool = field(default=False, kw_only=True)
    """Whether organisations, stories and what figures mean are left out."""
    progress: bool = field(default=True, kw_only=True)
    """Whether a reading shows how far it has come."""
    _report: list[Reading] = field(default_factory=list, init=False, repr=False, compare=False)

    def __iter__(self) -> Iterator[Bulletin]:
        """The bulletins, in the order of the paths and of each mailbox."""
        with self._reading() as (reading, bar):
            for bulletin in reading:
                bar.show()
                yield bulletin
        self._warn(2)

    def figures(self) -> Table:
        """A row for each amount of money."""
        return self._tables("figures")[0]

    def articles(self) -> Table:
        """A row for each story."""
        return self._tables("articles")[0]

    def organisations(self) -> Table:
        """A row for each mention of an organisation."""
        return self._tables("organisations")[0]

    def bulletins(self) -> Table:
        """A row for each document, with its file, its place there, its subject and its sender."""
        return self._tables("bulletins")[0]

    def tables(self) -> Tables:
        """Every table, from one reading."""
        return Tables(*self._tables(*Tables._fields))

    def bulletin(self, document: str) -> Bulletin:
        """The bulletin of one document, by what the tables call it; it is read anew.

        `KeyError` where the archive has no such document.
        """
        found = find_bulletin(list(self.paths), document, *self._options)
        if found is None:
            raise KeyError(f"expected a document of this archive, but found {document!r}")
        return found

    def show(self, row: Row) -> Passage:
        """The words of a row of `figures`, `organisations` or `articles`, marked where they stand in their bulletin.

        Any row will do that has `document`, `start` and `end`: `table[0]`, `frame.row(0, named=True)` of polars,
        `frame.loc[0]` of pandas. `KeyError` where there is no such document, `ValueError` where it has changed since.
        """
        document, start, end = (row[name] for name in ("document", "start", "end"))
        passage = Passage(self.bulletin(document), int(start), int(end))
        words = row["text"] if "text" in _names(row) else passage.text
        if passage.text != words:
            raise ValueError(f"{document}: expected {words!r} at {start}-{end}, but found {passage.text!r}")
        return passage

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What the last reading could not read, and why."""
        return tuple(self._report[-1].faults) if self._report else ()

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What the last reading found in folders that does not look like a bulletin."""
        return tuple(self._report[-1].skipped) if self._report else ()

    @property
    def duplicates(self) -> int:
        """How many documents the last reading left out, with the Message-ID or the text of one before."""
        return self._report[-1].duplicates if self._report else 0

    @property
    def _options(self) -> tuple[date | None, str | None, Gazetteer | None, bool]:
        return self.published, self.dollar, self.register, self.amounts_only

    def _tables(self, *names: str) -> list[Table]:
        with self._reading() as (reading, bar):
            tables = [Table(rows) for rows in reading.tables(list(names), bar.show)]
        self._warn(3)
        return tables

    @contextmanager
    def _reading(self) -> Iterator[tuple[Reading, Progress]]:
        reading = Reading(list(self.paths), *self._options)
        self._report[:] = [reading]
        try:
            with Progress(reading, lambda: size(list(self.paths)), wanted=self.progress) as bar:
                yield reading, bar
        finally:
            reading.close()

    def _warn(self, stacklevel: int) -> None:
        """Tells once what a reading could not read."""
        if faults := self.errors:
            things = "1 document" if len(faults) == 1 else f"{len(faults)} documents"
            message = f"{things} of {self!r} could not be read; its `errors` say why. The first: {faults[0].message}"
            warnings.warn(message, ReadingWarning, stacklevel=stacklevel + 1)

    def __repr__(self) -> str:
        """What is read, in a line."""
        more = f" and {len(self.paths) - 1} more" if len(self.paths) > 1 else ""
        return f"<Archive {self.paths[0]!r}{more}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Its arguments: another process reads it anew."""
        return _archive, (self.paths, *self._options, self.progress)


def _archive(
    paths: tuple[str, ...],
    published: date | None,
    dollar: str | None,
    register: Gazetteer | None,
    amounts_only: bool,
    progress: bool,
) -> Archive:
    return Archive(
        paths, published=published, dollar=dollar, register=register, amounts_only=amounts_only, progress=progress
    )


def _names(row: Row) -> Any:
    """The names of a row's columns: a dict's keys, a Series's index."""
    names = getattr(row, "keys", None)
    return names() if callable(names) else ()


def _listed(paths: Iterable[StrPath]) -> list[StrPath]:
    if isinstance(paths, (bytes, bytearray)) or not isinstance(paths, Iterable):
        raise TypeError(f"paths: expected a path or several, but found {type(paths).__name__}")
    return list(paths)


def _places(path: StrPath) -> list[str]:
    """The files and folders that a path or pattern stands for."""
    if not isinstance(path, (str, os.PathLike)) or not isinstance(os.fspath(path), str):
        raise TypeError(f"paths: expected a str or an os.PathLike of one, but found {type(path).__name__}")
    place = os.path.expanduser(path)
    if not os.path.exists(place):
        matches = sorted(glob.glob(place, recursive=True)) if glob.has_magic(place) else []
        if not matches:
            raise FileNotFoundError(errno.ENOENT, "expected a file or folder, but found nothing", place)
        return [_readable(match) for match in matches]
    return [_readable(place)]


def _readable(place: str) -> str:
    if not os.access(place, os.R_OK):
        raise PermissionError(errno.EACCES, "expected to read it, but found no permission", place)
    # "-" alone means standard input, which can't be read twice.
    return os.path.join(os.curdir, place) if place == "-" else place
