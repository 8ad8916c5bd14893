"""Archives: what is read, in which order, how often, and what is said of the rest."""

from __future__ import annotations

import copy
import datetime
import multiprocessing
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import bulletin
from bulletin import Archive, Fault, ReadingWarning, Skipped

from .conftest import MAILBOX, NEWS, ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, a mailbox, and something that is no bulletin."""
    (tmp_path / "a.txt").write_text("Northmoor FT owes £1m.", "utf-8")
    (tmp_path / "b.txt").write_text("Northmoor FT owes £2m.", "utf-8")
    (tmp_path / "c.mbox").write_bytes(MAILBOX)
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    return tmp_path


def texts(archive: Archive) -> list[str]:
    return [figure.text for item in archive for figure in item.figures]


# what is asked for | the figures, in order
WAYS: dict[str, tuple[Callable[[Path], Any], list[str]]] = {
    "a str": (lambda folder: str(folder / "a.txt"), ["£1m"]),
    "a Path": (lambda folder: folder / "b.txt", ["£2m"]),
    "a folder": (lambda folder: folder, ["£1m", "£2m", "£3m", "£4m"]),
    "a pattern": (lambda folder: f"{folder}/*.txt", ["£1m", "£2m"]),
    "a deep pattern": (lambda folder: f"{folder}/**/[ab].txt", ["£1m", "£2m"]),
    "a list, in its own order": (lambda folder: [folder / "b.txt", str(folder / "a.txt")], ["£2m", "£1m"]),
    "an iterator of patterns": (lambda folder: iter([f"{folder}/*.mbox", f"{folder}/a*"]), ["£3m", "£4m", "£1m"]),
}


@pytest.mark.parametrize(("asked", "expected"), WAYS.values(), ids=WAYS)
def test_what_is_read(folder: Path, asked: Callable[[Path], Any], expected: list[str]) -> None:
    archive = bulletin.read(asked(folder))
    assert texts(archive) == expected
    assert [row["text"] for row in archive.figures()] == expected


def test_a_file_with_the_signs_of_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[a].txt").write_text("It owes £5m.", "utf-8")
    (tmp_path / "a.txt").write_text("It owes £6m.", "utf-8")
    assert texts(bulletin.read(tmp_path / "[a].txt")) == ["£5m"]


def test_home_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert texts(bulletin.read("~/a.txt")) == ["£1m"]


def test_a_file_called_minus_is_not_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="'-'"):
        bulletin.read("-")
    Path("-").write_text("It owes £7m.", "utf-8")
    assert texts(bulletin.read("-")) == ["£7m"]


def test_reading_is_repeatable_and_sees_what_is_there_then(folder: Path) -> None:
    archive = bulletin.read(folder / "a.txt")
    assert list(archive) == list(archive)
    (folder / "a.txt").write_text("Northmoor FT owes £9m.", "utf-8")
    assert texts(archive) == ["£9m"]


def test_bulletins_are_those_that_parse_gives() -> None:
    read = list(bulletin.read(SAMPLES))
    parsed = [bulletin.parse(path.read_bytes().decode()) for path in SAMPLES]
    assert [item.to_dict() for item in read] == [item.to_dict() for item in parsed]
    assert [item.text for item in read] == [item.text for item in parsed]


def test_bulletins_say_where_they_come_from(folder: Path) -> None:
    first, second = bulletin.read(folder / "c.mbox")
    assert first.origin is not None
    assert second.origin is not None
    assert first.origin.path == second.origin.path == str(folder / "c.mbox")
    assert (first.origin.position, first.origin.document) == (0, str(folder / "c.mbox"))
    assert MAILBOX[second.origin.position :].startswith(b"From b@")
    assert second.origin.document == f"{folder / 'c.mbox'} at byte {second.origin.position}"
    assert (second.origin.message_id, second.origin.subject, second.origin.sender) == (
        "2@x.example",
        "B",
        "b@x.example",
    )
    assert second.origin.published == second.published == datetime.date(2018, 3, 30)
    assert bulletin.parse(second.text).origin is None
    assert repr(second.origin) == f'<Origin {second.origin.document}: "B">'


def test_origins_are_kept_and_tell_bulletins_apart(folder: Path) -> None:
    [item] = bulletin.read(folder / "a.txt")
    again = pickle.loads(pickle.dumps(item))
    assert again == item
    assert again.origin == item.origin
    assert item != bulletin.parse(item.text)


def test_messages_are_read_against_their_own_day_or_the_given_one(folder: Path) -> None:
    assert [item.published for item in bulletin.read(folder / "c.mbox")] == [
        datetime.date(2018, 3, 29),
        datetime.date(2018, 3, 30),
    ]
    day = datetime.date(2020, 1, 2)
    assert {item.published for item in bulletin.read(folder, published=day)} == {day}
    assert {row["published"] for row in bulletin.read(folder, published=day).figures()} == {day}


def test_a_bare_dollar_is_what_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It paid $5.", "utf-8")
    assert [row["currency"] for row in bulletin.read(tmp_path).figures()] == [None]
    assert [row["currency"] for row in bulletin.read(tmp_path, dollar="AUD").figures()] == ["AUD"]


def test_amounts_alone_come_without_their_meaning(tmp_path: Path) -> None:
    text = "Barts Health Trust overspent by £3m in 2017-18."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    archive = bulletin.read(tmp_path, amounts_only=True)
    for figure in [*next(iter(archive)).figures, *bulletin.find_money(text, amounts_only=True)]:
        assert (figure.text, int(figure.amount or 0), figure.sentence) == ("£3m", 3_000_000, text)
        assert (figure.topic, figure.periods, figure.organisations) == (None, (), ())
    assert len(archive.figures()) == 1
    assert len(archive.organisations()) == 0
    assert pickle.loads(pickle.dumps(archive)).amounts_only


MISSING = [("no-such-file.txt"), ("no-such-*.txt"), ("none/**/*.eml")]


@pytest.mark.parametrize("path", MISSING)
def test_a_wrong_path(path: str, tmp_path: Path) -> None:
    for asked in (tmp_path / path, [tmp_path, tmp_path / path]):
        with pytest.raises(FileNotFoundError, match="expected a file or folder, but found nothing") as raised:
            bulletin.read(asked)
        assert raised.value.filename == str(tmp_path / path)


# arguments | the exception | what it names
WRONG: list[tuple[tuple[Any, ...], dict[str, Any], type[Exception], str]] = [
    ((), {}, TypeError, "paths"),
    ((None,), {}, TypeError, "paths: expected a path or several, but found NoneType"),
    ((3,), {}, TypeError, "found int"),
    ((b"samples",), {}, TypeError, "found bytes"),
    ((["samples", 3],), {}, TypeError, "found int"),
    (([b"samples"],), {}, TypeError, "found bytes"),
    (([],), {}, ValueError, "paths: expected at least one"),
    ((ROOT,), {"published": "2018-03-29"}, TypeError, "'date'"),
    ((ROOT,), {"dollar": "usd"}, ValueError, "dollar: expected an ISO 4217 code"),
    ((ROOT,), {"dollar": 1}, TypeError, "'str'"),
    ((ROOT,), {"progress": "yes"}, TypeError, "progress: expected True or False, but found 'yes'"),
    ((ROOT, True), {}, TypeError, "positional"),
]


@pytest.mark.parametrize(("positional", "named", "exception", "names"), WRONG)
def test_wrong_arguments(positional: Any, named: Any, exception: type[Exception], names: str) -> None:
    with pytest.raises(exception, match=names):
        bulletin.read(*positional, **named)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


def as_nobody(work: Callable[[], str]) -> str:
    """What `work` says, done by a user without rights."""
    answers, answer = os.pipe()
    child = os.fork()
    if child == 0:
        said = "something else"
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            said = work()
        except OSError as error:
            said = f"{type(error).__name__}: {error}"
        finally:
            # The tests go on in one process only.
            os.write(answer, said.encode())
            os._exit(0)
    os.close(answer)
    with os.fdopen(answers, encoding="utf-8") as stream:
        said = stream.read()
    os.waitpid(child, 0)
    return said


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs to become another user")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_no_permission(kind: str, shared: Path) -> None:
    secret = shared / "secret"
    if kind == "file":
        secret.write_text("It owes £1m.", "utf-8")
    else:
        secret.mkdir()
    secret.chmod(0)
    said = as_nobody(lambda: repr(bulletin.read(secret)))
    assert said.startswith("PermissionError: [Errno 13] expected to read it, but found no permission: ")
    assert str(secret) in said


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs to become another user")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_secret_file_in_a_folder_is_told_and_the_rest_is_read(shared: Path) -> None:
    (shared / "a.txt").write_text("It owes £1m.", "utf-8")
    (shared / "b.txt").write_text("It owes £2m.", "utf-8")
    (shared / "a.txt").chmod(0)

    def work() -> str:
        archive = bulletin.read(shared)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = texts(archive)
        return f"{found} {[Path(error.path).name for error in archive.errors]} {archive.errors[0].message}"

    said = as_nobody(work)
    assert said.startswith("['£2m'] ['a.txt'] expected to read "), said
    assert "ermission denied" in said


@pytest.fixture
def damaged(folder: Path) -> Path:
    (folder / "0.txt").write_bytes(b"\x00\x01 not text")
    (folder / "e.txt").write_bytes(b"")
    return folder


def test_what_cannot_be_read_is_told_once_and_listed(damaged: Path) -> None:
    archive = bulletin.read(damaged)
    assert not archive.errors
    assert not archive.skipped
    for reading in (texts, lambda archive: [row["text"] for row in archive.figures()]):
        with pytest.warns(ReadingWarning, match="^2 documents of .* could not be read; its `errors` say why") as told:
            assert reading(archive) == ["£1m", "£2m", "£3m", "£4m"]
        assert len(told) == 1
        assert told[0].filename == __file__
        first, second = archive.errors
        assert isinstance(first, Fault)
        assert (first.path, first.position) == (str(damaged / "0.txt"), 0)
        assert first.message == f"expected text, but found a NUL byte in {damaged / '0.txt'} at byte 0"
        assert second.path == str(damaged / "e.txt")
        assert repr(first) == f"<Fault {first.message}>"
        [skipped] = archive.skipped
        assert isinstance(skipped, Skipped)
        assert (skipped.path, skipped.reason) == (str(damaged / "d.pdf"), "a PDF")
    assert [pickle.loads(pickle.dumps(value)) for value in (first, skipped)] == [first, skipped]
    assert first.to_dict() == {"path": first.path, "position": 0, "message": first.message}


def test_a_clean_reading_forgets_the_faults_before(damaged: Path) -> None:
    archive = bulletin.read(damaged)
    with pytest.warns(ReadingWarning):
        archive.figures()
    (damaged / "0.txt").unlink()
    (damaged / "e.txt").unlink()
    archive.figures()
    assert archive.errors == ()


def test_a_reading_that_is_left_early_says_what_it_met(damaged: Path) -> None:
    archive = bulletin.read(damaged)
    for _ in archive:
        break
    assert len(archive.errors) >= 1


def test_what_comes_twice_is_read_once_and_counted(folder: Path) -> None:
    archive = bulletin.read(folder)
    assert archive.duplicates == 0
    (folder / "a-again.txt").write_text("Northmoor FT owes £1m.\r\n", "utf-8")
    (folder / "c-again.mbox").write_bytes(MAILBOX)
    for reading in (texts, lambda archive: [row["text"] for row in archive.figures()]):
        assert sorted(reading(archive)) == ["£1m", "£2m", "£3m", "£4m"]
        assert archive.duplicates == 3
    assert archive.bulletins()[0]["document"] == str(folder / "a-again.txt")


def test_articles_of_one_story_share_its_number(tmp_path: Path) -> None:
    story = "Northmoor FT will spend £3m on the roof of its theatres in Hythe by March 2019."
    (tmp_path / "1.txt").write_text(f"Roof repairs\n\n{story}\n", "utf-8")
    (tmp_path / "2.txt").write_text("Quiet week\n\nEastvale CCG lent £1m to nobody in Fell.\n", "utf-8")
    (tmp_path / "3.txt").write_text(f"Leaking theatres\n\n{story}\n", "utf-8")
    tables = bulletin.read(tmp_path).tables()
    assert [row["story"] for row in tables.articles] == [0, 1, 0]
    assert [row["story"] for row in tables.figures] == [0, 1, 0]


def test_an_archive_is_its_arguments(folder: Path) -> None:
    day = datetime.date(2018, 3, 29)
    archive = bulletin.read([folder / "a.txt", folder / "b.txt"], published=day, dollar="USD", progress=False)
    for again in (pickle.loads(pickle.dumps(archive)), copy.copy(archive), copy.deepcopy(archive)):
        assert again == archive
        assert hash(again) == hash(archive)
        assert (again.paths, again.published, again.dollar, again.progress) == (archive.paths, day, "USD", False)
        assert texts(again) == ["£1m", "£2m"]
    assert archive != bulletin.read(folder / "a.txt")
    assert repr(archive) == f"<Archive {str(folder / 'a.txt')!r} and 1 more>"
    with pytest.raises(AttributeError):
        archive.paths = ()  # type: ignore[misc]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_read_too(method: str, tmp_path: Path) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system can't {method}")
    # Threads of the tests' other libraries would be in the way of a fork, so that it is tried on its own.
    script = tmp_path / "processes.py"
    script.write_text(PROCESSES, "utf-8")
    command = [sys.executable, "-W", "ignore", str(script), method, *map(str, SAMPLES)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    here = [figure.text for item in bulletin.read(SAMPLES) for figure in item.figures]
    assert done.stdout.split() == [str(len(here))] * 5


PROCESSES = """
import multiprocessing, sys
import bulletin

def figures(archive):
    return len(archive.figures())

if __name__ == "__main__":
    archive = bulletin.read(sys.argv[2:])
    begun = iter(archive)
    next(begun)
    print(figures(archive))
    with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
        print(*pool.map(figures, [archive] * 4))
    assert sum(len(item.figures) for item in begun) > 0
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_a_reading_is_not_read_on_by_a_copy_of_its_process() -> None:
    script = """
import os, sys
import bulletin
begun = iter(bulletin.read(sys.argv[1:]))
next(begun)
child = os.fork()
if child == 0:
    try:
        next(begun)
    except RuntimeError as error:
        print(error, flush=True)
        del begun
        os._exit(7)
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), sum(1 for _ in begun))
"""
    command = [sys.executable, "-W", "ignore", "-c", script, *map(str, SAMPLES)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    told, rest = done.stdout.splitlines()
    assert told == "expected to be read on by the process that began, but found another: begin anew there"
    assert rest == f"7 {len(SAMPLES) - 1}"


def test_the_way_back_to_the_words(folder: Path) -> None:
    archive = bulletin.read(folder)
    items = list(archive)
    for row in archive.figures():
        passage = archive.show(row)
        assert passage.text == row["text"]
        assert passage.sentence == row["sentence"]
        assert passage.figure is not None
        assert (passage.figure.amount, passage.bulletin) == (row["amount"], archive.bulletin(row["document"]))
        assert passage.bulletin in items
    for row in archive.organisations():
        assert row["text"] in archive.show(row).sentence
    for row in archive.articles():
        assert (archive.show(row).article or items[0].articles[0]).heading == row["heading"]


def test_a_passage_marks_the_words(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, "utf-8")
    archive = bulletin.read(path)
    row = archive.figures()[0]
    expected = [str(path), "Big spenders", "Northmoor Foundation Trust overspent by nearly »£3m« in 2017-18"]
    lines = str(archive.show(row)).splitlines()
    assert lines[:2] == expected[:2]
    assert lines[2].startswith(expected[2])
    page = archive.show(row)._repr_html_()
    assert page.count("£3m</mark> in 2017-18") == 2
    [name] = [row for row in archive.organisations() if row["text"].startswith("Northmoor")]
    assert "»Northmoor Foundation Trust« overspent" in str(archive.show(name))


def test_no_way_back(folder: Path) -> None:
    archive = bulletin.read(folder / "a.txt")
    row = archive.figures()[0]
    for document in ("elsewhere.txt", str(folder / "b.txt"), f"{folder / 'a.txt'} at byte 5", ""):
        with pytest.raises(KeyError, match="expected a document of this archive, but found"):
            archive.show({**row, "document": document})
    (folder / "a.txt").write_text("Now Northmoor FT owes £1m.", "utf-8")
    with pytest.raises(ValueError, match="expected '£1m' at 18-21, but found"):
        archive.show(row)
    with pytest.raises(KeyError):
        archive.show({"document": "a.txt"})


def test_mail_in_an_archive_file_is_found_again(folder: Path, tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", folder, "c.mbox")
    archive = bulletin.read(packed)
    rows = list(archive.figures())
    assert [row["text"] for row in rows] == ["£3m", "£4m"]
    assert [archive.show(row).text for row in rows] == ["£3m", "£4m"]
