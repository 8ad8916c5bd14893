"""Tables: what other libraries read of them, files of them, and reading that is broken off."""

from __future__ import annotations

import _thread
import copy
import csv
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import bulletin
from bulletin import Archive, Column, Table

from .conftest import MAILBOX, ROOT
from .test_threads import patience  # noqa: F401

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
NAMES = ["bulletins", "articles", "figures", "organisations"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The samples, and a mailbox, whose messages have days."""
    mailbox = tmp_path_factory.mktemp("mail") / "inbox.mbox"
    mailbox.write_bytes(MAILBOX)
    return bulletin.read([*SAMPLES, mailbox])


@pytest.fixture(scope="module")
def tables(archive: Archive) -> dict[str, Table]:
    return archive.tables()._asdict()


@pytest.fixture(scope="module", params=NAMES)
def table(request: pytest.FixtureRequest, tables: dict[str, Table]) -> Table:
    return tables[request.param]


@pytest.fixture(scope="module")
def figures(tables: dict[str, Table]) -> Table:
    return tables["figures"]


def test_each_table_is_the_same_alone_and_together(archive: Archive, tables: dict[str, Table]) -> None:
    assert list(tables) == NAMES
    for name, table in tables.items():
        assert table.name == name
        assert getattr(archive, name)() == table


def test_figures_say_what_the_bulletins_say(archive: Archive, figures: Table) -> None:
    expected = []
    for item in archive:
        assert item.origin is not None
        for index, article in enumerate(item):
            for figure in article.figures:
                record = figure.to_dict()
                cues = record.pop("cues")
                words = {reading: [cue["text"] for cue in cues if cue["reading"] == reading] for reading in READINGS}
                one = {f"{reading}_cue": next(iter(words[reading]), None) for reading in ("topic", "change", "per")}
                several = {f"{reading}_cues": words[reading] for reading in ("period", "organisation")}
                place = {"document": item.origin.document, "article": index, "heading": article.heading}
                expected.append({**place, **record, "published": item.published, **one, **several})
    told = [{name: value for name, value in row.items() if name != "story"} for row in figures]
    assert len(told) > 200
    for row in told:
        row["amount"], row["upper"] = str(row["amount"]), None if row["upper"] is None else str(row["upper"])
    assert told == expected


READINGS = ["per", "change", "topic", "period", "organisation"]


def test_a_table_is_a_sequence_of_rows(table: Table) -> None:
    rows = list(table)
    assert len(table) == len(rows) > 0
    assert (table[0], table[len(rows) - 1], table[-1], table[-len(rows)]) == (rows[0], rows[-1], rows[-1], rows[0])
    assert table.head(2) == rows[:2]
    assert table.head(len(rows) + 1) == rows
    assert table.head(0) == table.head(-1) == []
    for index in (len(rows), -len(rows) - 1):
        with pytest.raises((IndexError, OverflowError)):
            table[index]
    assert all(tuple(row) == table.columns for row in rows)


def test_columns_say_what_they_hold(table: Table) -> None:
    assert all(isinstance(column, Column) and column.doc.endswith(".") for column in table.schema)
    types = {column.name: column.type for column in table.schema}
    assert types["document"] == "Utf8"
    held = {"Utf8": str, "Int64": int, "Decimal128(38, 9)": Decimal, "Date32": date}
    for row in table:
        for name, value in row.items():
            assert value is None or isinstance(value, held.get(types[name], list)), name


def test_there_are_tables_without_rows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No money.", "utf-8")
    empty = bulletin.read(tmp_path).figures()
    assert (len(empty), list(empty)) == (0, [])
    assert pickle.loads(pickle.dumps(empty)) == empty
    assert repr(empty).startswith("<Table figures, 0 rows of ")
    pyarrow = pytest.importorskip("pyarrow")
    assert pyarrow.table(empty).schema.names == list(empty.columns)
    empty.write(tmp_path / "empty.parquet")
    assert pytest.importorskip("polars").read_parquet(tmp_path / "empty.parquet").shape == (0, len(empty.columns))


def test_polars_reads_it(table: Table) -> None:
    polars = pytest.importorskip("polars")
    frame = table.to_polars()
    assert frame.rows(named=True) == list(table)
    assert frame.equals(polars.DataFrame(table))
    if table.name == "figures":
        assert frame.schema["amount"] == polars.Decimal(38, 9)
        assert frame["amount"].sum() == sum(row["amount"] for row in table)


def test_pyarrow_reads_it(table: Table) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    assert table.to_arrow().to_pylist() == list(table)
    assert table.to_arrow().schema.equals(pyarrow.schema(table))
    table.to_arrow().validate(full=True)


def test_pandas_reads_it(table: Table) -> None:
    pandas = pytest.importorskip("pandas")
    frame = table.to_pandas()
    assert list(frame.columns) == list(table.columns)
    assert len(frame) == len(table)
    for name in table.columns:
        there = [
            None if not isinstance(value, list) and pandas.isna(value) else value for value in frame[name].tolist()
        ]
        assert there == [row[name] for row in table], name
    if table.name == "figures":
        assert frame["amount"].sum() == sum(row["amount"] for row in table)


def test_duckdb_reads_it_by_its_name(table: Table) -> None:
    duckdb = pytest.importorskip("duckdb")
    rows = table
    connection = duckdb.connect()
    found = connection.sql("select * from rows").fetchall()
    assert [dict(zip(table.columns, row, strict=True)) for row in found] == list(rows)
    again = connection.sql("select count(*), count(distinct document) from rows").fetchall()
    assert again == [(len(table), len({row["document"] for row in table}))]


def test_parquet_reads_back_equal(table: Table, tmp_path: Path) -> None:
    polars, parquet = pytest.importorskip("polars"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "table.parquet"
    table.write(path)
    assert polars.read_parquet(path).equals(table.to_polars())
    assert parquet.read_table(path).equals(table.to_arrow())
    assert pytest.importorskip("duckdb").sql(f"select count(*) from '{path}'").fetchall() == [(len(table),)]


def test_json_lines_read_back_equal(table: Table, tmp_path: Path) -> None:
    table.write(tmp_path / "table.jsonl")
    lines = (tmp_path / "table.jsonl").read_text("utf-8").splitlines()
    plain = [{name: str(v) if isinstance(v, (Decimal, date)) else v for name, v in row.items()} for row in table]
    assert [json.loads(line) for line in lines] == plain


def test_csv_reads_back_equal(table: Table, tmp_path: Path) -> None:
    table.write(tmp_path / "table.csv", keep_formulas=True)
    with open(tmp_path / "table.csv", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows == [{name: cell(value) for name, value in row.items()} for row in table]


def cell(value: object) -> str:
    return "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)


# a subject | its cell
HOSTILE = [
    ('=HYPERLINK("http://x.example")', """'=HYPERLINK("http://x.example")"""),
    ("+44 20 7946 0000", "'+44 20 7946 0000"),
    ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
    ("@SUM(1+1)*cmd", "'@SUM(1+1)*cmd"),
    ('Plain, and "quoted"', 'Plain, and "quoted"'),
]


@pytest.mark.parametrize(("subject", "cell"), HOSTILE)
def test_a_spreadsheet_runs_nothing(subject: str, cell: str, tmp_path: Path) -> None:
    mail = f"From: a@x.example\nSubject: {subject}\nMessage-ID: <1@x.example>\n\nIt owes -£3m.\n"
    (tmp_path / "a.eml").write_text(mail, "utf-8")
    tables = bulletin.read(tmp_path / "a.eml").tables()
    for keep, expected in ((False, cell), (True, subject)):
        tables.bulletins.write(tmp_path / "out.csv", keep_formulas=keep)
        with open(tmp_path / "out.csv", encoding="utf-8", newline="") as stream:
            [row] = csv.DictReader(stream)
        assert row["subject"] == expected
    tables.figures.write(tmp_path / "out.csv")
    with open(tmp_path / "out.csv", encoding="utf-8", newline="") as stream:
        [row] = csv.DictReader(stream)
    assert (row["text"], row["amount"]) == ("'-£3m", "-3000000")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_are_equal(table: Table, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(table, protocol))
    assert again == table
    assert list(again) == list(table)
    assert copy.deepcopy(table) == table
    assert table != "a table"


def test_tables_differ_by_what_they_hold(tables: dict[str, Table], archive: Archive) -> None:
    first, *rest = tables.values()
    assert all(first != other for other in rest)
    assert bulletin.read(SAMPLES[:1]).figures() != tables["figures"]
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)


def test_pickles_of_something_else_are_refused(tables: dict[str, Table]) -> None:
    restore, (rows,) = tables["figures"].__reduce__()
    _, (_, state) = rows.__reduce__()
    with pytest.raises(ValueError, match=r"expected the columns of articles of bulletin .*, but found others"):
        type(rows)._restore("articles", state)
    with pytest.raises(ValueError, match='expected the name of a table, but found "nothing"'):
        type(rows)._restore("nothing", state)
    assert restore(type(rows)._restore("figures", state)) == tables["figures"]


def test_repr_and_page(figures: Table) -> None:
    assert repr(figures).startswith(f"<Table figures, {len(figures)} rows of 25 columns: document, article, heading")
    page = figures._repr_html_()
    assert page.count("<tr>") == 11
    assert f"figures, {len(figures)} rows of 25 columns, the first 10 shown" in page
    assert "1,040,000,000" in page


def test_untrusted_words_are_only_words(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    (tmp_path / "a.txt").write_text(f'A "heading" {evil}\n\nThe trust owes £3m to {evil} "now".\n', "utf-8")
    archive = bulletin.read(tmp_path)
    row = archive.figures()[0]
    for page in (archive.figures()._repr_html_(), archive.show(row)._repr_html_(), archive.articles()._repr_html_()):
        assert "<script" not in page
        assert "&lt;script&gt;" in page


class TestFiles:
    """Files appear complete or not at all."""

    def test_other_formats(self, figures: Table, tmp_path: Path) -> None:
        for name in ("table.xlsx", "table", ".csv"):
            with pytest.raises(ValueError, match="expected csv, jsonl or parquet, but found"):
                figures.write(tmp_path / name)
        figures.write(tmp_path / "table.txt", format="csv")
        assert (tmp_path / "table.txt").read_text("utf-8").startswith("document,")
        assert os.listdir(tmp_path) == ["table.txt"]

    @pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
    def test_what_cannot_be_written(self, name: str, figures: Table, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            figures.write(tmp_path / "missing" / name)
        (tmp_path / name).mkdir()
        with pytest.raises(IsADirectoryError):
            figures.write(tmp_path / name)
        with pytest.raises(TypeError, match="path: expected a str"):
            figures.write(os.fsencode(tmp_path / "b.csv"))  # type: ignore[arg-type]
        assert os.listdir(tmp_path) == [name]

    @pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
    def test_a_file_is_replaced_at_one_stroke(self, name: str, figures: Table, tmp_path: Path) -> None:
        (tmp_path / name).write_text("old", "utf-8")
        if os.name != "nt":
            (tmp_path / name).chmod(0o640)
        figures.write(tmp_path / name)
        assert os.listdir(tmp_path) == [name]
        assert (tmp_path / name).stat().st_size > 1000
        if os.name != "nt":
            assert (tmp_path / name).stat().st_mode & 0o777 == 0o640

    @pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
    def test_ctrl_c_leaves_the_old_file(self, name: str, figures: Table, tmp_path: Path) -> None:
        (tmp_path / name).write_text("old", "utf-8")
        with pytest.raises(KeyboardInterrupt):
            interrupted(lambda: figures.write(tmp_path / name))
        assert os.listdir(tmp_path) == [name]
        assert (tmp_path / name).read_text("utf-8") == "old"


def interrupted(work: Callable[[], None]) -> None:
    """Presses Ctrl-C when `work` has gone into Rust, where Python is not looking."""

    def press(_: object, event: str, called: object) -> None:
        if event == "c_call" and getattr(called, "__name__", "") == "write":
            sys.setprofile(None)
            _thread.interrupt_main()

    sys.setprofile(press)
    try:
        work()
    finally:
        sys.setprofile(None)


# What is read for long: many messages, or one again and again.
MANY = 400_000
LONG: list[Callable[[int], str]] = [lambda number: f"Hythe FT owes £{number}m.", lambda _: "Hythe FT owes £3m."]


@pytest.mark.parametrize("text", LONG)
def test_ctrl_c_ends_a_reading(text: Callable[[int], str], tmp_path: Path) -> None:
    messages = (f"From a@b.example Wed May  2 05:01:00 2018\n\n{text(number)}\n\n" for number in range(MANY))
    (tmp_path / "long.mbox").write_text("".join(messages), "utf-8")
    archive = bulletin.read(tmp_path / "long.mbox", progress=False)
    main = threading.main_thread().ident
    assert main is not None

    def press() -> None:
        while not (archive._report and archive._report[-1].count):
            time.sleep(0.001)
        signal.pthread_kill(main, signal.SIGINT)

    for work in (archive.figures, lambda: list(archive)):
        archive._report.clear()
        other = threading.Thread(target=press)
        other.start()
        with pytest.raises(KeyboardInterrupt):
            work()
        other.join()
        assert 0 < archive._report[-1].count + archive.duplicates < MANY


@pytest.mark.usefixtures("patience")
def test_another_thread_runs_while_an_archive_is_read() -> None:
    archive = bulletin.read(SAMPLES)
    gate, ran = threading.Lock(), []
    gate.acquire()
    other = threading.Thread(target=lambda: ran.append(gate.acquire()))
    other.start()
    gate.release()
    # From here on this thread never lets go, so the other one can only run inside the reading.
    for _ in range(100):
        archive.figures()
        if ran:
            break
    seen = bool(ran)
    other.join()
    assert seen


def test_threads_read_as_one_does(archive: Archive, figures: Table) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert all(table == figures for table in pool.map(lambda _: archive.figures(), range(8)))


MODULES = {"to_polars": "polars", "to_arrow": "arrow", "to_pandas": "pandas"}


@pytest.mark.parametrize(("method", "extra"), MODULES.items())
def test_a_missing_extra_is_named(method: str, extra: str, figures: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin.extras.find_spec", lambda _: None)
    with pytest.raises(ImportError, match=rf"this needs \w+: pip install 'bulletin\[{extra}\]'"):
        getattr(figures, method)()


def test_the_package_needs_none_of_its_extras() -> None:
    script = (
        "import sys, bulletin; print(sorted({'polars', 'pandas', 'pyarrow', 'duckdb', 'altair'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
