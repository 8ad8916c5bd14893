"""Tables of an archive, in Arrow's columns: for polars, pandas, pyarrow, DuckDB and files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple, final

from bulletin._bulletin import Rows
from bulletin.extras import needed

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Column(NamedTuple):
    """A column of a table."""

    name: str
    type: str
    """Its type in Arrow: "Utf8", "Decimal128(38, 9)"."""
    doc: str
    """What it means."""


@final
class Table:
    """A table that has been read. Its length and its items are those of its rows, each a dict by the columns' names.

    Whatever takes Arrow's streams takes it as it is, without a copy: `polars.DataFrame(table)`,
    `pyarrow.table(table)`, and DuckDB by the name of the variable. Amounts are exact decimals in the currency's major
    unit, offsets are code points into the bulletin's text.
    """

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    @property
    def name(self) -> str:
        """What it is called: figures, articles, organisations or bulletins."""
        return self._rows.name

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.schema)

    @property
    def schema(self) -> tuple[Column, ...]:
        """The columns: name, type and meaning."""
        return tuple(Column(*column) for column in self._rows.columns)

    def head(self, rows: int = 5) -> list[dict[str, Any]]:
        """The first rows."""
        return [self._rows.row(index) for index in range(min(max(rows, 0), len(self)))]

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars DataFrame; amounts are Decimal(38, 9). Needs the extra `polars`."""
        needed("polars", "polars")
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame of Arrow's types, so that amounts stay exact. Needs the extra `pandas`."""
        needed("pandas", "pandas")
        arrow = self.to_arrow("pandas")
        import pandas

        frame: pandas.DataFrame = arrow.to_pandas(types_mapper=pandas.ArrowDtype)
        return frame

    def to_arrow(self, _extra: str = "arrow") -> pyarrow.Table:
        """The table as one of pyarrow, without a copy. Needs the extra `arrow`."""
        needed("pyarrow", _extra)
        import pyarrow

        return pyarrow.table(self)

    def write(self, path: str | os.PathLike[str], *, format: str | None = None, keep_formulas: bool = False) -> None:  # noqa: A002
        """Writes a file of CSV, JSON lines or Parquet: by `format`, or by the name's end (csv, jsonl, parquet).

        The file appears, or is replaced, only when it is complete. In CSV, text that a spreadsheet would run as a
        formula gets a leading apostrophe, unless `keep_formulas`.

        `ValueError` for another format, `OSError` where the file can't be written.
        """
        name = os.fspath(path)
        if not isinstance(name, str):
            raise TypeError(f"path: expected a str or an os.PathLike of one, but found {type(path).__name__}")
        name = os.path.expanduser(name)
        self._rows.write(name, format or os.path.splitext(name)[1].removeprefix("."), keep_formulas=keep_formulas)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as a stream of the Arrow PyCapsule interface."""
        return self._rows.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """The columns as a schema of the Arrow PyCapsule interface."""
        return self._rows.__arrow_c_schema__()

    def __len__(self) -> int:
        """How many rows."""
        return len(self._rows)

    def __getitem__(self, index: int) -> dict[str, Any]:
        """A row by its index; negative ones count from the end."""
        return self._rows.row(index + len(self) if index < 0 <= index + len(self) else index)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows, one by one."""
        return (self._rows.row(index) for index in range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether it is the same table of the same rows."""
        return isinstance(other, Table) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type[Table], tuple[Rows]]:
        """Its rows, as an Arrow stream."""
        return Table, (self._rows,)

    def __repr__(self) -> str:
        """The table's size, and its columns."""
        return f"<Table {self._title()}: {', '.join(self.columns)}>"

    def _title(self) -> str:
        rows = "1 row" if len(self) == 1 else f"{len(self):,} rows"
        return f"{self.name}, {rows} of {len(self.schema)} columns"

    def _repr_html_(self) -> str:
        """The first rows, for a notebook."""
        numbers = {column.name for column in self.schema if column.type[:4] in {"Int6", "Deci"}}
        header = "".join(
            f'<th scope="col" title="{escape(column.doc)}" style="{_CELL}; {_side(column.name in numbers)}">'
            f"{escape(column.name)}</th>"
            for column in self.schema
        )
        rows = "".join(
            "<tr>" + "".join(_cell(value, name in numbers) for name, value in row.items()) + "</tr>"
            for row in self.head(_SHOWN)
        )
        more = f", the first {_SHOWN} shown" if len(self) > _SHOWN else ""
        return (
            f'<div style="overflow-x: auto"><table style="border-collapse: collapse; font-size: smaller">'
            f'<caption style="text-align: left; font-weight: bold">{escape(self._title())}{more}</caption>'
            f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
        )


_SHOWN = 10
_CELL = "padding: 0.2em 0.6em; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent)"
_LONGEST = 60


def _side(is_number: bool) -> str:
    return "text-align: right; white-space: nowrap" if is_number else "text-align: left; white-space: nowrap"


def _cell(value: object, is_number: bool) -> str:
    whole = " ".join(_words(value).split())
    short = whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"
    title = "" if short == whole else f' title="{escape(whole)}"'
    return f'<td{title} style="{_CELL}; {_side(is_number)}">{escape(short)}</td>'


def _words(value: object) -> str:
    """A value for people."""
    if value is None:
        return "–"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return value.isoformat() if isinstance(value, date) else str(value)
