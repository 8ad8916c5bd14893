"""The pages of the documentation: their code runs, prints what they show, and their tables hold what there is.

A block of `python` or `sh` runs; a block of `text` straight after it is what it prints. Blocks of a page share their
names. A block of `console` is for what changes a machine, such as installing, and does not run.
`BULLETIN_WRITE_DOCS=1` writes what the blocks print into the pages.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import bulletin

from .conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
BLOCK = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
# What a page's code may use, beside what the pages before it say how to make.
ARCHIVE = ["--messages", "400", "--seed", "7", "--repeats", "0.1"]

# Wide enough for a page.
WIDTHS = {"COLUMNS": "100", "POLARS_TABLE_WIDTH": "100", "POLARS_FMT_STR_LEN": "48"}

RUNNER = """
import contextlib, io, json, sys
blocks, names, printed = json.load(sys.stdin), {"__name__": "__main__"}, []
for number, block in enumerate(blocks):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block, f"block {number + 1}", "exec"), names)
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
"""


class Block(NamedTuple):
    """A block of code, and where the text that shows what it prints stands in the page."""

    language: str
    code: str
    shown: re.Match[str] | None


def blocks(page: str) -> Iterator[Block]:
    """The blocks that run, each with the block of text straight after it."""
    found = list(BLOCK.finditer(page))
    for number, block in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        is_shown = following and following[2] == "text" and not page[block.end() : following.start()].strip()
        if block[2] in ("python", "sh"):
            yield Block(block[2], textwrap.dedent(block[3]), following if is_shown else None)


PAGES_WITH_CODE = [page for page in PAGES if any(blocks(page.read_text("utf-8")))]


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the mailbox that the pages read."""
    folder = tmp_path_factory.mktemp("docs")
    maker = ROOT / "examples" / "make_archive.py"
    subprocess.run([sys.executable, str(maker), *ARCHIVE, "-o", str(folder / "bulletins.mbox")], check=True)
    shutil.copytree(ROOT / "samples", folder / "samples")
    return folder


def outputs(page: list[Block], folder: Path) -> list[str]:
    """What each block prints, each kind run by its own program."""
    scripts = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, **WIDTHS, "PATH": scripts, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    code = [block.code for block in page if block.language == "python"]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUNNER],
        input=json.dumps(code), cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    printed = iter(json.loads(done.stdout))
    return [next(printed) if block.language == "python" else shell(block.code, folder, environment) for block in page]


def shell(code: str, folder: Path, environment: dict[str, str]) -> str:
    command = ["sh", "-e", "-c", code]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("path", PAGES_WITH_CODE, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_code_prints_what_the_page_shows(path: Path, place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    shutil.copytree(place, folder)
    page = path.read_text("utf-8")
    code = list(blocks(page))
    pairs = [(block.shown, out) for block, out in zip(code, outputs(code, folder), strict=True) if block.shown]
    if os.environ.get("BULLETIN_WRITE_DOCS"):
        for shown, out in reversed(pairs):
            page = page[: shown.start(3)] + textwrap.indent(tidied(out), shown[1]) + page[shown.end(3) :]
        path.write_text(page, "utf-8")
        return
    for shown, out in pairs:
        assert textwrap.dedent(shown[3]) == tidied(out), "BULLETIN_WRITE_DOCS=1 writes it anew"


def tidied(out: str) -> str:
    """The output without spaces at the ends of lines, which editors take away."""
    return "".join(line.rstrip() + "\n" for line in out.rstrip().splitlines())


def test_every_page_is_on_the_site() -> None:
    told = set(re.findall(r"([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert told == {page.relative_to(DOCS).as_posix() for page in PAGES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    page = path.read_text("utf-8")
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page):
        assert (path.parent / link).exists(), f"expected a page at {link}, but found none"
    for part in re.findall(r'^--8<-- "([^":]+)', page, re.MULTILINE):
        assert (ROOT / part).exists(), f"expected a file at {part}, but found none"


def test_the_page_of_the_command_has_every_option() -> None:
    page = (DOCS / "reference" / "command.md").read_text("utf-8")
    commands = re.findall(r"^  ([a-z]+)  ", help_of(), re.MULTILINE)
    assert {"figures", "parse", "explain"} <= set(commands)
    told = [re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", help_of(name), re.MULTILINE) for name in commands if name != "help"]
    options = {option for options in told for option in options}
    assert {"--output", "--published"} <= options
    missing = sorted(option for option in options if f"`{option}" not in page)
    assert not missing, f"expected every option on the page, but found none of {missing}"
    missing = [name for name in commands if name != "help" and f"bulletin {name} " not in page]
    assert not missing, f"expected every command on the page, but found none of {missing}"


def help_of(*command: str) -> str:
    args = [sys.executable, "-m", "bulletin", *command, "--help"]
    return subprocess.run(args, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_page_of_python_has_every_name() -> None:
    page = (DOCS / "reference" / "python.md").read_text("utf-8")
    told = re.findall(r"^::: bulletin\.([\w.]+)$", page, re.MULTILINE)
    assert told, "expected names on the page, but found none"
    missing = sorted(set(bulletin.__all__) - set(told) - {"__version__"})
    assert not missing, f"expected every public name on the page, but found none of {missing}"


def test_the_page_of_the_tables_has_every_column() -> None:
    page = (DOCS / "reference" / "tables.md").read_text("utf-8")
    tables = bulletin.read(ROOT / "samples", progress=False).tables()
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    for table in tables:
        rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", sections[f"`{table.name}`"], re.MULTILINE)
        assert rows == [tuple(column) for column in table.schema]


def test_the_page_of_the_json_has_every_key(news: bulletin.Bulletin) -> None:
    page = (DOCS / "reference" / "json.md").read_text("utf-8")
    keys = set(keys_in(news.to_dict()))
    assert {"articles", "figures", "cues"} <= keys
    missing = sorted(key for key in keys if f"`{key}`" not in page)
    assert not missing, f"expected every key on the page, but found none of {missing}"


def keys_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    for item in items:
        yield from keys_in(item)
