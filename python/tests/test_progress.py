"""Progress: on a terminal and in a notebook a line, elsewhere nothing."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import bulletin
from bulletin import progress

from .conftest import ROOT

# bytes, all of them, bulletins, seconds | the line
LINES: list[tuple[int, int | None, int, float, str]] = [
    (0, 24_000_000, 0, 0.1, f"[{'.' * 30}]   0% 0.0 of 24.0 MB, 0 bulletins"),
    (12_000_000, 24_000_000, 1234, 6.0, f"[{'#' * 15}{'.' * 15}]  50% 12.0 of 24.0 MB, 1,234 bulletins, 6 s left"),
    (24_000_000, 24_000_000, 2, 6.0, f"[{'#' * 30}] 100% 24.0 of 24.0 MB, 2 bulletins, 0 s left"),
    (25_000_000, 24_000_000, 2, 6.0, f"[{'#' * 30}] 100% 25.0 of 24.0 MB, 2 bulletins, 0 s left"),
    (12_000_000, None, 1, 6.0, "12.0 MB, 1 bulletin, 6 s"),
]


@pytest.mark.parametrize(("done", "total", "bulletins", "seconds", "expected"), LINES)
def test_lines(done: int, total: int | None, bulletins: int, seconds: float, expected: str) -> None:
    assert progress.line(done, total, bulletins, seconds) == expected


class Terminal(io.StringIO):
    """Standard error of somebody who watches."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, **options: Any) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_EVERY", 0)
    archive = bulletin.read(ROOT / "samples", **options)
    archive.figures()
    assert list(archive)
    return stream.getvalue()


def test_a_terminal_gets_a_line_that_goes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    written = shown(monkeypatch, Terminal())
    assert "%" in written
    assert "bulletins" in written
    assert written.endswith("\r\x1b[K")
    assert "\n" not in written


def test_nobody_is_told_who_does_not_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO()) == ""
    assert shown(monkeypatch, Terminal(), progress=False) == ""


def test_no_standard_error_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    (tmp_path / "a.txt").write_text("It owes £1m.", "utf-8")
    assert len(bulletin.read(tmp_path).figures()) == 1


def test_a_notebook_gets_one_output_that_is_updated(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []

    class ZMQInteractiveShell:
        """What a notebook's kernel calls its shell."""

    class Handle:
        def update(self, data: dict[str, str], *, raw: bool) -> None:
            assert raw
            lines.append(data["text/plain"])

    def display(data: dict[str, str], *, raw: bool, display_id: bool) -> Handle:
        assert raw
        assert display_id
        lines.append(data["text/plain"])
        return Handle()

    module = SimpleNamespace(get_ipython=ZMQInteractiveShell, display=display)
    monkeypatch.setitem(sys.modules, "IPython", module)
    monkeypatch.setitem(sys.modules, "IPython.display", module)
    assert shown(monkeypatch, io.StringIO()) == ""
    assert any("bulletins" in line for line in lines)
    assert lines[-1] == ""
