"""What is shipped: the version, the types, the pages' examples."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import bulletin

from .conftest import ROOT

PACKAGE = Path(bulletin.__file__).parent


def test_the_version_is_cargos() -> None:
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    [version] = re.findall(r'\[workspace\.package\]\nversion = "(.*)"', manifest)
    assert version == bulletin.__version__ == metadata.version("bulletin")


def test_types_are_shipped() -> None:
    assert (PACKAGE / "py.typed").exists()
    shipped, written = (folder / "_bulletin.pyi" for folder in (PACKAGE, ROOT / "python" / "bulletin"))
    assert shipped.read_text(encoding="utf-8") == written.read_text(encoding="utf-8")


def test_types_are_those_of_the_extension(tmp_path: Path) -> None:
    maturin = shutil.which("maturin", path=sysconfig.get_path("scripts")) or shutil.which("maturin")
    if maturin is None or shutil.which("cargo") is None:
        pytest.skip("needs cargo and maturin, to write the types anew")
    command = [maturin, "generate-stubs", "--profile", "dev", "--interpreter", sys.executable, "--out", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    [stub] = tmp_path.rglob("*.pyi")
    shipped = (PACKAGE / "_bulletin.pyi").read_text(encoding="utf-8")
    assert stub.read_text(encoding="utf-8") == shipped, "the types are stale: run `make stubs`"


def test_everything_offered_is_there() -> None:
    namespace: dict[str, Any] = {}
    exec("from bulletin import *", namespace)  # noqa: S102
    assert set(bulletin.__all__) <= set(namespace)
    assert "Warning" not in namespace
    assert all(getattr(bulletin, name).__doc__ for name in bulletin.__all__)


def test_the_docs_examples_are_true() -> None:
    failures, tried = doctest.testmod(bulletin)
    assert tried > 0
    assert failures == 0


def blocks() -> list[Any]:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    found = re.finditer(r"^```(?:python|py|pycon)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    blocks = [(1 + text.count("\n", 0, block.start()), block[1]) for block in found]
    absent = pytest.param(0, "", id="README.md", marks=pytest.mark.skip(reason="README.md has no Python block"))
    return [pytest.param(line, code, id=f"line {line}") for line, code in blocks] or [absent]


@pytest.fixture(scope="module")
def namespace() -> dict[str, Any]:
    """The names that the README's blocks share: they are read from top to bottom."""
    return {"__name__": "readme"}


@pytest.mark.parametrize(("line", "code"), blocks())
def test_the_readmes_python_runs(
    line: int, code: str, namespace: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    if ">>> " in code:
        test = doctest.DocTestParser().get_doctest(code, namespace, f"README.md, line {line}", "README.md", line)
        assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, clear_globs=False).failed == 0
        namespace.update(test.globs)
    else:
        exec(compile("\n" * line + code, "README.md", "exec"), namespace)  # noqa: S102
