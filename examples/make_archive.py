"""Makes an archive of invented bulletins, of any size, whose every sum of money is known.

    python examples/make_archive.py --messages 1000 --seed 7 -o bulletins.mbox --truth truth.jsonl

The organisations, people and sums do not exist. The same arguments give the same bytes, on any machine. Memory does
not grow with the number of messages.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import IO

from invented.bulletins import Bulletin, Press
from invented.mail import email, message_id, separator
from invented.world import World, financial_year

# Puts one email into the archive, and says in which file and at which byte of it.
Put = Callable[[Bulletin, int, bytes], tuple[str, int]]


def main(args: list[str] | None = None) -> int:
    """Makes the archive, and gives the exit code."""
    options = _arguments().parse_args(args)
    days = round(options.years * 365.25)
    world = World(options.seed, financial_year(options.start), options.years)
    press = Press(world, options.seed, options.start, days, options.messages, options.repeats)
    try:
        with ExitStack() as stack:
            put = stack.enter_context(FORMATS[options.format](options.output))
            truth = stack.enter_context(_whole(options.truth)) if options.truth else None
            for number in range(options.messages):
                bulletin = press.bulletin(number)
                file, position = put(bulletin, number, email(bulletin, options.seed))
                if truth:
                    truth.write(_truth(bulletin, file, position))
            if options.ledger:
                ledger = stack.enter_context(_whole(options.ledger))
                ledger.write(_ledger(world))
    except OSError as error:
        print(f"make_archive: {error}", file=sys.stderr)
        return 1
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Makes an archive of invented bulletins whose every sum is known.")
    parser.add_argument("--messages", type=_count, default=1000, help="how many emails (default: 1000)")
    parser.add_argument("--seed", type=int, default=7, help="another number gives another archive (default: 7)")
    parser.add_argument("--format", choices=FORMATS, default="mbox", help="what to write (default: mbox)")
    parser.add_argument("--start", type=date.fromisoformat, default=date(2014, 4, 1), help="the first day")
    parser.add_argument("--years", type=_count, default=10, help="the years that the emails are spread over")
    parser.add_argument("--repeats", type=_share, default=0.0, metavar="SHARE",
                        help="the share of a weekly's stories that a daily had before; a quarter as many emails come twice")  # fmt: skip
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file, or for eml and maildir the folder")
    parser.add_argument("--truth", type=Path, help="where to write every sum as JSON lines")
    parser.add_argument("--ledger", type=Path, help="where to write how each trust's years ended, as CSV")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected at least 1, but found {number}")
    return number


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"expected a share from 0 to 1, but found {text}")
    return share


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that has its name only when it is whole."""
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _mailbox(path: Path) -> Iterator[Put]:
    """One file with all the emails, each after its "From " line."""
    with _whole(path) as file:

        def put(bulletin: Bulletin, _number: int, message: bytes) -> tuple[str, int]:
            position = file.tell()
            body = message.replace(b"\nFrom ", b"\n>From ")
            file.write(separator(bulletin).encode() + body + b"\n")
            return path.name, position

        yield put


@contextmanager
def _folder(path: Path) -> Iterator[Put]:
    """A folder with a file for each email, in a folder for each year."""

    def put(bulletin: Bulletin, number: int, message: bytes) -> tuple[str, int]:
        folder = path / str(bulletin.sent.year)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:07}.eml").write_bytes(message.replace(b"\n", b"\r\n"))
        return f"{folder.name}/{number:07}.eml", 0

    yield put


@contextmanager
def _maildir(path: Path) -> Iterator[Put]:
    """A mailbox of a mail server: a folder of read and one of new emails."""
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True, exist_ok=True)

    def put(bulletin: Bulletin, number: int, message: bytes) -> tuple[str, int]:
        seconds = (bulletin.sent.toordinal() - date(1970, 1, 1).toordinal()) * 86400
        name = f"{seconds}.{number:07}.reader"
        name = f"new/{name}" if number % 10 == 0 else f"cur/{name}:2,S"
        (path / name).write_bytes(message)
        return name, 0

    yield put


@contextmanager
def _zip(path: Path) -> Iterator[Put]:
    """A zip archive with an entry for each email."""
    with _whole(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:

        def put(bulletin: Bulletin, number: int, message: bytes) -> tuple[str, int]:
            name = f"{bulletin.sent.year}/{number:07}.eml"
            archive.writestr(zipfile.ZipInfo(name, bulletin.sent.timetuple()[:6]), message, zipfile.ZIP_DEFLATED)
            return name, 0

        yield put


FORMATS = {"mbox": _mailbox, "eml": _folder, "maildir": _maildir, "zip": _zip}


def _truth(bulletin: Bulletin, file: str, position: int) -> bytes:
    """A line for each sum of the bulletin."""
    place = {
        "message": message_id(bulletin),
        "file": file,
        "position": position,
        "published": bulletin.sent.date().isoformat(),
        "kind": bulletin.kind,
    }
    rows = ({**place, "story": story, **asdict(figure)} for story, figure in bulletin.figures())
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _ledger(world: World) -> bytes:
    """A line for each trust and year: a surplus is above 0, a deficit below."""
    rows = ["organisation,year,result"]
    for organisation, years in world.ledger().items():
        rows += [f"{organisation},{year}-{(year + 1) % 100:02},{result}" for year, result in years.items()]
    return "\n".join([*rows, ""]).encode()


if __name__ == "__main__":
    sys.exit(main())
