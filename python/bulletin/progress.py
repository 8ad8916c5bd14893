"""How far a reading has come, on a terminal or in a notebook; elsewhere nothing is said."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import Any, Protocol, final

_EVERY = 0.1
_WIDTH = 30


class Counted(Protocol):
    """A reading that counts what it has read."""

    @property
    def bytes_read(self) -> int:
        """How many bytes were read so far."""

    @property
    def count(self) -> int:
        """How many bulletins were read so far."""


@final
class Progress:
    """A line that says how far a reading has come, and goes when it ends."""

    def __init__(self, reading: Counted, total: Callable[[], int | None], *, wanted: bool) -> None:
        self._reading = reading
        self._show = (_notebook() or _terminal()) if wanted else None
        self._total = total() if self._show else None
        self._start = self._last = time.monotonic()

    def show(self) -> None:
        """Says how far it has come, where it is time."""
        now = time.monotonic()
        if self._show and now - self._last >= _EVERY:
            self._last = now
            self._show(line(self._reading.bytes_read, self._total, self._reading.count, now - self._start))

    def __enter__(self) -> Progress:
        """Begins."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Clears the line, where one was shown."""
        if self._show and self._last > self._start:
            self._show("")


def line(done: int, total: int | None, bulletins: int, seconds: float) -> str:
    """How far a reading has come: "[#####.....]  50% 12.0 of 24.0 MB, 1,234 bulletins, 6 s left"."""
    megabytes = f"{done / 1e6:,.1f}"
    read = f"{bulletins:,} bulletin{'' if bulletins == 1 else 's'}"
    if not total:
        return f"{megabytes} MB, {read}, {seconds:.0f} s"
    share = min(done / total, 1.0)
    bar = "#" * round(share * _WIDTH)
    left = f", {seconds / share - seconds:,.0f} s left" if share > 0 else ""
    return f"[{bar:.<{_WIDTH}}] {share:4.0%} {megabytes} of {total / 1e6:,.1f} MB, {read}{left}"


def _terminal() -> Callable[[str], None] | None:
    stream = sys.stderr
    if stream is None or not stream.isatty():
        return None

    def show(line: str) -> None:
        # Back to the line's start, and cleared to its end.
        stream.write(f"\r{line}\x1b[K")
        stream.flush()

    return show


def _notebook() -> Callable[[str], None] | None:
    """Where a notebook runs us, what updates one line under its cell."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if type(shell).__name__ != "ZMQInteractiveShell":
        return None
    display: Any = import_module("IPython.display").display
    handle: Any = None

    def show(line: str) -> None:
        nonlocal handle
        shown = {"text/plain": line}
        if handle is None:
            handle = display(shown, raw=True, display_id=True)
        else:
            handle.update(shown, raw=True)

    return show
