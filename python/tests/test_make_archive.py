"""The generator of examples: the same archive each time, and the reader finds in it what its truth says."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT

MAKER = ROOT / "examples" / "make_archive.py"
FORMATS = ["mbox", "eml", "maildir", "zip"]

Place = tuple[str, int]
Row = dict[str, Any]


def make(*args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(MAKER), *map(str, args)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def digest(path: Path) -> str:
    """What a file or folder holds, names and bytes."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    parts = [file.relative_to(path).as_posix().encode() + file.read_bytes() for file in files if file.is_file()]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def by_place(rows: list[tuple[Place, Row]]) -> dict[Place, list[Row]]:
    found = defaultdict(list)
    for place, row in rows:
        found[place].append(row)
    return found


def truth(path: Path) -> dict[Place, list[Row]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return by_place([((row["file"], row["position"]), row) for row in rows])


def read(archive: Path) -> dict[Place, list[Row]]:
    """The figures that the command finds, by the file of the archive and the byte that their message starts at."""
    command = [sys.executable, "-m", "bulletin", "figures", "--format", "jsonl", str(archive)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    rows = []
    for line in done.stdout.splitlines():
        row = json.loads(line)
        file, _, position = row["document"].partition(" at byte ")
        name = Path(file).relative_to(archive).as_posix() if Path(file) != archive else archive.name
        rows.append(((name, int(position or 0)), row))
    return by_place(rows)


def stated(rows: list[Row]) -> list[tuple[object, ...]]:
    """What the text states of each figure; a line break in the words is a space."""
    keys = ("amount", "upper", "currency", "qualifier", "per")
    return [(*(" ".join(row[key].split()) for key in ("text", "phrase")), *(row[key] for key in keys)) for row in rows]


@pytest.mark.parametrize("form", FORMATS)
def test_the_reader_finds_every_sum(form: str, tmp_path: Path) -> None:
    archive, facts = tmp_path / f"archive.{form}", tmp_path / "truth.jsonl"
    done = make("--messages", 300, "--seed", 11, "--repeats", 0.3, "--format", form, "-o", archive, "--truth", facts)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    expected, found = truth(facts), read(archive)
    assert sum(map(len, expected.values())) > 1000
    assert {row["qualifier"] for rows in expected.values() for row in rows} >= {"exact", "nearly", "range", "at_least"}
    assert found.keys() <= expected.keys()
    # A message that is there twice is read once, wherever it comes first.
    places: dict[str, list[Place]] = defaultdict(list)
    for place, rows in expected.items():
        places[rows[0]["message"]].append(place)
    assert any(len(group) > 1 for group in places.values())
    wrong = []
    for message, group in places.items():
        was, is_found = stated(expected[group[0]]), [stated(found[place]) for place in group if place in found]
        if is_found != [was]:
            wrong.append(f"{message} at {group}:\n  expected {was}\n  found    {is_found}")
    assert not wrong, "\n".join(wrong)


# What a figure means is harder than its amount: reading | the least share of figures where it is as the truth has it.
FLOORS = {"per": 0.99, "periods": 0.99, "change": 0.97, "topic": 0.8, "organisations": 0.7}


def test_most_of_what_figures_mean_is_found(tmp_path: Path) -> None:
    archive, facts = tmp_path / "a.mbox", tmp_path / "truth.jsonl"
    make("--messages", 300, "--seed", 13, "-o", archive, "--truth", facts)
    found = read(archive)
    pairs = [pair for place, rows in truth(facts).items() for pair in zip(rows, found[place], strict=True)]
    shares = {key: sum(same(a[key], b[key]) for a, b in pairs) / len(pairs) for key in FLOORS}
    assert {key: share for key, share in shares.items() if share < FLOORS[key]} == {}


def same(expected: object, found: object) -> bool:
    """Whether the readings are the same; lists in any order, a line break in a name as a space."""
    if isinstance(expected, list) and isinstance(found, list):
        return {" ".join(name.split()) for name in expected} == {" ".join(name.split()) for name in found}
    return expected == found


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_seed_makes_the_same_archive(form: str, tmp_path: Path) -> None:
    seeds = {"one": 3, "other": 3, "third": 4}
    for name, seed in seeds.items():
        done = make("--messages", 40, "--seed", seed, "--format", form, "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
    assert digest(tmp_path / "one") == digest(tmp_path / "other") != digest(tmp_path / "third")


def test_the_truth_of_an_archive_is_the_same_in_every_form(tmp_path: Path) -> None:
    found = []
    for form in FORMATS:
        facts = tmp_path / f"{form}.jsonl"
        make("--messages", 30, "--format", form, "-o", tmp_path / form, "--truth", facts)
        rows = [json.loads(line) for line in facts.read_text("utf-8").splitlines()]
        found.append([{key: row[key] for key in row.keys() - {"file", "position"}} for row in rows])
    assert found[0]
    assert all(other == found[0] for other in found)


def test_repeats_tell_a_story_twice(tmp_path: Path) -> None:
    told = {}
    for share in (0, 0.5):
        facts = tmp_path / f"{share}.jsonl"
        make("--messages", 200, "--repeats", share, "-o", tmp_path / "a.mbox", "--truth", facts)
        messages = defaultdict(set)
        for (_, position), rows in truth(facts).items():
            for row in rows:
                messages[row["story"]].add((row["kind"], row["message"], position))
        told[share] = messages
    assert all(len(places) == 1 for places in told[0].values())
    kinds = [{kind for kind, _, _ in places} for places in told[0.5].values() if len(places) > 1]
    assert {"daily", "weekly"} in kinds
    assert any(len(places) > len({message for _, message, _ in places}) for places in told[0.5].values())


def test_the_ledger_is_what_the_deficits_say(tmp_path: Path) -> None:
    facts, ledger = tmp_path / "truth.jsonl", tmp_path / "ledger.csv"
    make("--messages", 200, "-o", tmp_path / "a.mbox", "--truth", facts, "--ledger", ledger)
    rows = [line.rsplit(",", 2) for line in ledger.read_text("utf-8").splitlines()[1:]]
    results = {(name, year): int(result) for name, year, result in rows}
    outturns = [
        (results[row["organisations"][0], row["periods"][0]], int(row["amount"]))
        for rows in truth(facts).values()
        for row in rows
        if row["topic"] == "deficit"
        and row["periods"]
        and row["kind"] == "daily"
        and "CCG" not in row["organisations"][0]
        if not row["organisations"][0].endswith("ICB")
    ]
    assert len(outturns) > 10
    assert all(result == -amount for result, amount in outturns)


# arguments | words on standard error
WRONG: list[tuple[list[str], str]] = [
    (["--messages", "0"], "expected at least 1, but found 0"),
    (["--repeats", "2"], "expected a share from 0 to 1, but found 2"),
    (["--format", "pst"], "invalid choice: 'pst'"),
    (["-o", "no-such-folder/a.mbox"], "no-such-folder"),
]


@pytest.mark.parametrize(("args", "words"), WRONG)
def test_wrong_usage_leaves_nothing_behind(args: list[str], words: str, tmp_path: Path) -> None:
    output = [] if "-o" in args else ["-o", str(tmp_path / "a.mbox")]
    done = subprocess.run(
        [sys.executable, str(MAKER), *args, *output], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode != 0
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
