"""Parsing lets other threads run."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import bulletin

from .conftest import NEWS


@pytest.fixture
def patience() -> Iterator[None]:
    """No thread gives way unless it lets go of the interpreter itself."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1_000_000)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize("function", [bulletin.parse, bulletin.find_money])
def test_another_thread_runs_while_a_text_is_read(function: Callable[[str], Any]) -> None:
    text = NEWS * 200
    gate, ran = threading.Lock(), []
    gate.acquire()
    other = threading.Thread(target=lambda: ran.append(gate.acquire()))
    other.start()
    gate.release()
    # From here on this thread never lets go, so the other one can only run inside the function.
    for _ in range(100):
        function(text)
        if ran:
            break
    seen = bool(ran)
    other.join()
    assert seen


def test_threads_read_as_one_does() -> None:
    texts = [NEWS + str(n) for n in range(50)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(bulletin.parse, texts)) == [bulletin.parse(text) for text in texts]


def test_threads_that_ask_one_bulletin_get_the_same_objects() -> None:
    read = bulletin.parse(NEWS * 20)
    with ThreadPoolExecutor(4) as pool:
        first, *rest = pool.map(lambda _: read.articles, range(16))
    assert all(one is another for articles in rest for one, another in zip(first, articles, strict=True))
