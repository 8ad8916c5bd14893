"""The command that the wheel brings: the same as the Rust one, as a script and as `python -m bulletin`."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import bulletin

from .conftest import NEWS

SCRIPT = Path(sysconfig.get_path("scripts")) / ("bulletin.exe" if sys.platform == "win32" else "bulletin")
WAYS = {"module": [sys.executable, "-m", "bulletin"], "script": [str(SCRIPT)]}
MODULE = WAYS["module"]


def run(*args: str, way: list[str] = MODULE, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*way, *args], input=stdin, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_version(way: list[str]) -> None:
    done = run("--version", way=way)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"bulletin {bulletin.__version__}\n", "")


# arguments | exit code | words on standard output | words on standard error
RUNS: list[tuple[list[str], int, str, str]] = [
    (["--help"], 0, "bulletin figures", ""),
    ([], 2, "", "Usage"),
    (["nonsense"], 2, "", "nonsense"),
    (["figures"], 2, "", "PATH"),
    (["figures", "--format", "xml", "-"], 2, "", "xml"),
    (["figures", "no-such-file.txt"], 1, "", "no-such-file.txt"),
    (["explain", "It owes nearly £3m."], 0, "£3m", ""),
]


@pytest.mark.parametrize(("args", "code", "out", "err"), RUNS)
def test_exit_codes_and_where_words_go(args: list[str], code: int, out: str, err: str) -> None:
    done = run(*args)
    assert done.returncode == code, done.stderr
    assert out in done.stdout
    assert err in done.stderr


def test_it_says_what_the_package_says(tmp_path: Path) -> None:
    path = tmp_path / "nachrichten – £.txt"
    path.write_bytes(NEWS.encode())
    done = run("parse", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    [line] = done.stdout.splitlines()
    expected = bulletin.parse(NEWS).to_dict()
    assert {name: json.loads(line)[name] for name in expected} == expected


def test_standard_input_and_the_last_line_are_whole() -> None:
    done = run("figures", "-", "--format", "jsonl", stdin=NEWS)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line)["text"] for line in done.stdout.splitlines()]
    assert told == [figure.text for figure in bulletin.parse(NEWS).figures] != []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
def test_ctrl_c_ends_it_at_once() -> None:
    command = [sys.executable, "-c", ANNOUNCED, "figures", "-"]
    # It waits for standard input, which never comes.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as waiting:
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == b"ready\n"
        waiting.send_signal(signal.SIGINT)
        assert waiting.wait() == -signal.SIGINT


# Says when the command is about to run, so that the signal can't come before it.
ANNOUNCED = """
import sys
from bulletin import __main__ as command
run_command = command.run_command
def announced(args):
    print("ready", flush=True)
    return run_command(args)
command.run_command = announced
sys.exit(command.main())
"""
