"""How long a mailbox takes to become a DataFrame: one call, and beside it the loop that an analyst would write.

    pip install -r benches/peers/requirements.txt dist/*.whl
    python benches/peers/archive.py --messages 100000

Both read the same invented mailbox, each in a process of its own; the clock runs from the path to the DataFrame, without
the imports. Both are then checked against the truth: a speed without the right answers is no speed. The loop finds
amounts alone: what a figure is for, when, and whose, the one call reads in the same time.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MAKER = ROOT / "examples" / "make_archive.py"

# A message of the mailbox, by the byte that it starts at or by its Message-ID, and an amount in it.
Found = Iterable[tuple[str, Decimal]]

SCALES = {"k": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "": 1}
SUM = re.compile(r"£\s?([\d,]+(?:\.\d+)?)\s?(bn|billion|million|m|k)?\b", re.IGNORECASE)


def one_call(path: Path) -> tuple[float, Found]:
    """`bulletin`, from the path to a polars DataFrame."""
    import bulletin

    start = time.perf_counter()
    frame = bulletin.read(path, progress=False).figures().to_polars()
    seconds = time.perf_counter() - start
    places = (document.partition(" at byte ")[2] or "0" for document in frame["document"])
    return seconds, zip(places, frame["amount"], strict=True)


def loop(path: Path) -> tuple[float, Found]:
    """The standard library's mailbox and email, BeautifulSoup on lxml, and a regular expression."""
    import email
    import email.policy
    import email.utils
    import mailbox

    import polars
    from bs4 import BeautifulSoup

    start = time.perf_counter()
    rows = []
    box = mailbox.mbox(path)
    for key in box.iterkeys():
        message = email.message_from_bytes(box.get_bytes(key), policy=email.policy.default)
        body = message.get_body(("plain", "html"))
        if body is None:
            continue
        text = body.get_content()
        if body.get_content_subtype() == "html":
            text = BeautifulSoup(text, "lxml").get_text(" ")
        for found in SUM.finditer(text):
            number, scale = found.group(1).replace(",", ""), (found.group(2) or "").lower()
            rows.append(
                {
                    "message": message["Message-ID"],
                    "date": email.utils.parsedate_to_datetime(message["Date"]),
                    "subject": message["Subject"],
                    "text": found.group(),
                    "amount": Decimal(number) * SCALES[scale],
                }
            )
    frame = polars.DataFrame(rows)
    seconds = time.perf_counter() - start
    return seconds, zip((message.strip("<>") for message in frame["message"]), frame["amount"], strict=True)


def shares(path: Path) -> tuple[float, float]:
    """How much of the one call's processor time goes into reading mail and HTML and into parsing its texts.

    The rest is tables and the DataFrame. Which stories are the same is told while the mail is read.
    """
    import bulletin

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    whole = seconds(lambda: bulletin.read(path, progress=False).figures().to_polars())
    every = seconds(lambda: [None for _ in bulletin.read(path, progress=False)])
    texts = [(news.text, news.published) for news in bulletin.read(path, progress=False)]
    parsing = seconds(lambda: [bulletin.parse(text, published=published) for text, published in texts])
    return (every - parsing) / whole, parsing / whole


# How the truth names a message | what reads the mailbox.
READERS: dict[str, tuple[str, Callable[[Path], tuple[float, Found]]]] = {
    "one call": ("position", one_call),
    "loop": ("message", loop),
}


def run_one(name: str, mailbox: Path, truth: Path) -> dict[str, float]:
    """One reader's time and how many of the true amounts it found, in this process."""
    key, reader = READERS[name]
    seconds, found = reader(mailbox)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    amounts: dict[str, Counter[Decimal]] = defaultdict(Counter)
    for message, amount in found:
        amounts[message][amount] += 1
    count = sum(counter.total() for counter in amounts.values())
    right = total = 0
    with truth.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            total += 1
            message, amount = str(row[key]), Decimal(row["amount"])
            if amounts[message][amount] > 0:
                amounts[message][amount] -= 1
                right += 1
    return {"seconds": seconds, "memory": memory, "found": count, "right": right, "total": total}


def main() -> int:
    """Makes the mailbox, has each reader read it, and prints a table."""
    parser = argparse.ArgumentParser(description="Times the way from a mailbox to a DataFrame.")
    parser.add_argument("--messages", type=int, default=10_000, help="how many emails (default: 10000)")
    parser.add_argument("--one", nargs=3, metavar=("READER", "MAILBOX", "TRUTH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        name, mailbox, truth = options.one
        print(json.dumps(shares(Path(mailbox)) if name == "shares" else run_one(name, Path(mailbox), Path(truth))))
        return 0
    with tempfile.TemporaryDirectory(prefix="bulletin-bench-") as folder:
        mailbox, truth = Path(folder) / "archive.mbox", Path(folder) / "truth.jsonl"
        arguments = ["--messages", str(options.messages), "-o", str(mailbox), "--truth", str(truth)]
        subprocess.run([sys.executable, str(MAKER), *arguments], check=True)
        report(options.messages, mailbox, truth)
    return 0


def report(messages: int, mailbox: Path, truth: Path) -> None:
    """A row for each reader."""
    megabytes = mailbox.stat().st_size / 1e6
    print(f"{messages:,} emails, {megabytes:,.1f} MB")
    print(f"{'':10} {'seconds':>9} {'MB/s':>8} {'emails/s':>10} {'peak MiB':>9} {'found':>9} {'right of true':>20}")
    times = {}
    for name in READERS:
        mailbox.read_bytes()  # So that both find the file in memory.
        done = in_a_process(name, mailbox, truth)
        seconds = times[name] = done["seconds"]
        share = f"{done['right']:,} of {done['total']:,}"
        print(
            f"{name:10} {seconds:9.2f} {megabytes / seconds:8.1f} {messages / seconds:10,.0f}"
            f" {done['memory']:9,.0f} {done['found']:9,} {share:>20}"
        )
    print(f"one call is {times['loop'] / times['one call']:.1f} times as fast as the loop")
    mail, parsing = in_a_process("shares", mailbox, truth)
    print(
        f"of its processor time, mail and HTML take {mail:.0%}, parsing {parsing:.0%}, tables {1 - mail - parsing:.0%}"
    )


def in_a_process(name: str, mailbox: Path, truth: Path) -> Any:
    """What a reader says, run in a process of its own."""
    command = [sys.executable, __file__, "--one", name, str(mailbox), str(truth)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
