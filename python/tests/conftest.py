"""What the tests share: bulletins in every layout, and one of every class."""

from __future__ import annotations

from pathlib import Path

import pytest

import bulletin

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

NEWS = """The must-read stories and debate in health policy and leadership.

Big spenders

Northmoor Foundation Trust overspent by nearly £3m in 2017-18 – “unsafe”, say some 😀.
Locums earned £90-£120 an hour, and the board paid $5,000 for advice.

Also on hsj.co.uk today

Eastvale CCG saved £1.5m.
"""

# Two messages of a mailbox.
MAILBOX = b"""From a@x.example Thu Mar 29 08:00:00 2018
Message-ID: <1@x.example>
Date: Thu, 29 Mar 2018 08:00:00 +0000
From: A <a@x.example>
Subject: A
Content-Type: text/plain; charset=utf-8

Eastvale CCG owes \xc2\xa33m.

From b@x.example Fri Mar 30 08:00:00 2018
Message-ID: <2@x.example>
Date: Fri, 30 Mar 2018 08:00:00 +0000
From: B <b@x.example>
Subject: B
Content-Type: text/plain; charset=utf-8

Eastvale CCG owes \xc2\xa34m.
"""


def bulletin_paths() -> list[object]:
    """The samples, and the labelled bulletins that some machines have beside the repository."""
    samples = [pytest.param(path, id=path.stem) for path in sorted((ROOT / "samples").glob("*.txt"))]
    assert samples, f"expected bulletins in {ROOT / 'samples'}, but found none"
    seeds = [pytest.param(path, id=path.stem) for path in sorted(SEEDS.glob("*.txt"))]
    absent = pytest.param(None, id="seeds", marks=pytest.mark.skip(reason=f"no bulletins in {SEEDS}"))
    return [*samples, *(seeds or [absent])]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "bulletin_path" in metafunc.fixturenames:
        metafunc.parametrize("bulletin_path", bulletin_paths(), scope="session")


@pytest.fixture(scope="session")
def read(bulletin_path: Path) -> bulletin.Bulletin:
    """Each bulletin in turn, parsed; decoded without newline translation, as offsets are into the file's own text."""
    return bulletin.parse(bulletin_path.read_bytes().decode())


@pytest.fixture
def news() -> bulletin.Bulletin:
    """A small bulletin with characters of every width."""
    return bulletin.parse(NEWS)
