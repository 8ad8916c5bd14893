"""The report in a real browser: it runs nothing of a bulletin's, and its table sorts, filters and opens."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from .conftest import ROOT

# Nothing but the page: no cache of other pages, no extension, no word to anybody.
ARGUMENTS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --window-size=1280,900"""

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER),
    reason="expected Chromium and its driver on the path (Debian: chromium, chromium-driver), but found none",
)

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
BAD = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>\"'><svg onload='window.ran = 3'>"
HOSTILE = f"""## Big {BAD} spenders

{BAD} Aldervale Foundation Trust owes £3m in 2017-18. </script><!-- It owes £4m per {BAD} head.

## =HYPERLINK("javascript:window.ran=4","Click me")

+cmd|' /C calc'!A0 owes £5m. @SUM(1) owes -£6m. {{{{7*7}}}} ${{alert(1)}} owes £7m.
"""


class Page:
    """A report, open in the browser."""

    def __init__(self, browser: webdriver.Chrome, path: Path) -> None:
        self.browser = browser
        self.path = path
        browser.get(path.as_uri())

    def find(self, selector: str) -> WebElement:
        return self.browser.find_element("css selector", selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements("css selector", selector)

    def run(self, script: str) -> object:
        result: object = self.browser.execute_script(script)
        return result

    def column(self, heading: str) -> list[str]:
        """The cells of a column, as they are shown now."""
        headings = [cell.text.rstrip(" ▲▼") for cell in self.all("#table thead th")]
        nth = headings.index(heading) + 1
        cells = self.run(
            f"return Array.from(document.querySelectorAll('#table tbody tr:not(.words) > :nth-child({nth})'),"
            " cell => cell.textContent)"
        )
        assert isinstance(cells, list)
        return cells

    def status(self) -> str:
        return self.find("#status").text

    def fill(self, field: str, text: str) -> None:
        self.find(f"#filter-{field}").clear()
        self.find(f"#filter-{field}").send_keys(text)

    def choose(self, field: str, value: str) -> None:
        [option] = [option for option in self.all(f"#filter-{field} option") if option.text == value]
        option.click()

    def log(self) -> list[str]:
        """What the browser has to say since it was last asked: errors, and breaches of the policy."""
        entries = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries]


Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ARGUMENTS.split():
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def report(browser: webdriver.Chrome, tmp_path: Path) -> Iterator[Open]:
    """Opens the report of some paths; at the end, the browser must have had nothing to say of it."""
    pages = []

    def opened(*paths: Path, options: tuple[str, ...] = ()) -> Page:
        page = tmp_path / "report.html"
        command = [sys.executable, "-m", "bulletin", "report", *options, *map(str, paths), "-o", str(page)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, "")
        pages.append(Page(browser, page))
        return pages[-1]

    yield opened
    for page in pages:
        assert page.log() == []


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(text, encoding="utf-8")
    return path


def amounts(page: Page) -> list[Decimal]:
    return [Decimal(cell.split("–")[0].replace(",", "")) for cell in page.column("Amount")]


def test_hostile_bulletins_run_nothing(report: Open, tmp_path: Path) -> None:
    folder = tmp_path / "in <script>window.ran = 5<"
    folder.mkdir()
    page = report(written(folder, HOSTILE))
    page.find("#open-all").click()
    assert len(page.all("#table .words")) == len(page.all("#table tbody th")) == 5
    assert page.run("return typeof window.ran") == "undefined"
    assert page.run("return document.querySelectorAll('script').length") == 2
    assert page.all("img, iframe, object, embed, link, base, form, svg[onload], [onerror], [href]:not(.skip)") == []
    assert page.run("return performance.getEntriesByType('resource').length") == 0
    # It is there, as text.
    assert any(BAD in heading for heading in page.column("Article"))
    assert page.find("#table .words").text.count("<script>window.ran = 1</script>") == 1
    assert "in <script>" in page.find(".facts").text


def test_what_a_spreadsheet_would_run_is_copied_with_an_apostrophe(report: Open, tmp_path: Path) -> None:
    page = report(written(tmp_path, HOSTILE))
    copied = "const range = document.createRange(); range.selectNodeContents(document.querySelector('#table tbody'));"
    copied += " getSelection().addRange(range); return getSelection().toString()"
    text = page.run(copied)
    assert isinstance(text, str)
    cells = [cell for line in text.splitlines() for cell in line.split("\t")]
    assert "'-£6m" in cells
    assert any(cell.startswith("'=HYPERLINK(") for cell in cells)
    assert [cell for cell in cells if re.match(r"[=+@]|-£", cell)] == []


def test_the_browser_would_tell_of_a_breach(report: Open, tmp_path: Path) -> None:
    """The other tests trust in an empty log and in the policy; a page that breaks it shows that both work."""
    page = report(written(tmp_path, HOSTILE))
    text = page.path.read_text(encoding="utf-8")
    page.path.write_text(text.replace("<body>", f"<body>{BAD}", 1), encoding="utf-8")
    broken = Page(page.browser, page.path)
    assert broken.run("return typeof window.ran") == "undefined"
    log = broken.log()
    assert sum("Content Security Policy" in line for line in log) >= 4, log


class Cells(HTMLParser):
    """The rows of the table of figures: each cell's class and words, whatever opens it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th", "mark", "p"}:
            self.rows[-1].append((dict(attrs).get("class") or "", ""))

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            name, words = self.rows[-1][-1]
            self.rows[-1][-1] = (name, words + data.strip("\n"))


def test_the_script_writes_the_rows_that_the_page_came_with(report: Open, tmp_path: Path) -> None:
    page = report(written(tmp_path, HOSTILE), *SAMPLES)
    page.find("#open-all").click()
    html = page.path.read_text(encoding="utf-8")
    [came] = re.findall(r'<table id="table".*?<tbody>(.*?)</tbody>', html, re.DOTALL)
    now = page.run("return document.querySelector('#table tbody').innerHTML")
    assert isinstance(now, str)
    expected = Cells(came).rows
    assert len(expected) == 200
    assert Cells(now).rows == expected


# heading | the key of a figure's value
ORDERS: list[tuple[str, Callable[[str], object]]] = [
    ("Amount", lambda cell: Decimal(cell.split("–")[0].replace(",", ""))),
    ("Topic", str),
    ("Published", str),
]


@pytest.mark.parametrize(("heading", "key"), ORDERS, ids=[heading for heading, _ in ORDERS])
def test_headings_sort(report: Open, heading: str, key: Callable[[str], object]) -> None:
    page = report(*SAMPLES[:4])
    read = page.column(heading)
    assert len(read) > 40
    name = heading.lower()
    for arrow, order in [("ascending", False), ("descending", True), (None, None)]:
        # By keyboard: Enter on the heading.
        page.find(f"#sort-{name}").send_keys(Keys.ENTER)
        found = page.column(heading)
        told = [cell for cell in read if cell]
        if order is not None:
            told.sort(key=key, reverse=order)  # type: ignore[arg-type]
            assert list(map(key, found[: len(told)])) == list(map(key, told))
            assert set(found[len(told) :]) <= {""}
        else:
            assert found == read
        assert page.find(f"#table th[data-column={name}]").get_attribute("aria-sort") == arrow


def test_amounts_sort_exactly(report: Open, tmp_path: Path) -> None:
    """As floats, these would all be the same."""
    digits = ["3", "1", "2"]
    text = " ".join(f"It owes £9,007,199,254,740,993,000.0{digit}." for digit in digits)
    page = report(written(tmp_path, text))
    page.find("#sort-amount").click()
    assert page.column("Amount") == [f"9,007,199,254,740,993,000.0{digit}" for digit in sorted(digits)]


def test_filters_leave_what_matches(report: Open, tmp_path: Path) -> None:
    untold = written(tmp_path, "News\n\nThe answer is £3m.\n")
    page = report(untold, *(path for path in SAMPLES if path.stem < "daily-05" and path.stem > "daily"))
    everything = page.status()
    topics, currencies, all_amounts = page.column("Topic"), page.column("Currency"), amounts(page)
    both = set(zip(currencies, topics, strict=True))
    page.choose("topic", "deficit")
    assert page.column("Topic") == [topic for topic in topics if topic == "deficit"] != []
    page.choose("topic", next(topic for topic in topics if topic and ("USD", topic) not in both))
    page.choose("currency", "USD")
    assert page.column("Phrase") == []
    assert page.status().startswith("None of ")
    page.find("#reset").click()
    assert page.status() == everything
    page.choose("topic", "(none)")
    assert len(page.column("Topic")) == topics.count("") > 0
    page.choose("topic", "all")
    page.choose("currency", "USD")
    assert len(page.column("Currency")) == currencies.count("USD") > 0
    page.choose("currency", "all")
    page.fill("least", "£2.5m")
    page.fill("most", "20,000,000")
    assert amounts(page) == [amount for amount in all_amounts if 2_500_000 <= amount <= 20_000_000] != []
    page.fill("least", "lots")
    assert page.find("#filter-least").get_attribute("aria-invalid") == "true"
    assert page.find("#least-hint").text == "expected an amount such as 2.5m"
    page.find("#reset").click()
    page.fill("search", "LEDGERS £9m")
    assert page.column("Article") == ["Two ledgers"] * len(page.column("Article")) != []


def test_a_row_opens_its_sentence_by_keyboard_and_by_mouse(report: Open, tmp_path: Path) -> None:
    page = report(written(tmp_path, "News\n\nAldervale Trust 😀 overspent by nearly £3m a year in 2017-18.\n"))
    assert page.all(".words") == []
    opener = page.find("#table tbody button")
    assert opener.text.endswith("nearly £3m a year")
    for key in (Keys.ENTER, Keys.SPACE):
        opener.send_keys(key)
        assert opener.get_attribute("aria-expanded") == "true"
        assert opener.get_attribute("aria-controls") == page.find(".words").get_attribute("id")
        marks = {str(mark.get_attribute("class")): mark.text.split(" ")[0] for mark in page.all(".words mark")}
        assert marks["figure"] == "£3m"
        assert marks["qualifier"] == "nearly"
        assert marks["period"].startswith("2017-18")
        assert marks["organisation"] == "Aldervale"
        opener.send_keys(key)
        assert opener.get_attribute("aria-expanded") == "false"
        assert page.all(".words") == []
    page.find("#table tbody td").click()
    assert len(page.all(".words")) == 1


def test_many_figures_are_shown_a_page_at_a_time(report: Open, tmp_path: Path) -> None:
    count = 20_050
    page = report(
        written(tmp_path, "News\n\n" + " ".join(f"It owes £{number:,},500." for number in range(1, count + 1)))
    )
    assert page.status() == "1 to 100 of 20,050 figures"
    assert len(page.all("#table tbody tr")) == 100
    assert page.find("#page-number").text == "Page 1 of 201"
    assert not page.find("#page-previous").is_enabled()
    page.find("#page-next").send_keys(Keys.ENTER)
    assert page.column("Phrase")[0] == "£101,500"
    page.find("#page-last").send_keys(Keys.ENTER)
    assert page.column("Phrase")[-1] == "£20,050,500"
    assert page.status() == "20,001 to 20,050 of 20,050 figures"
    assert page.run("return document.activeElement.id") == "page-first"
    page.find("#sort-amount").click()
    page.find("#sort-amount").click()
    assert page.column("Phrase")[0] == "£20,050,500"
    page.fill("search", "£19,999,500")
    assert page.column("Amount") == ["19,999,500"]
    assert not page.find("#pages").is_displayed()


def test_it_follows_the_readers_colours(report: Open) -> None:
    page = report(*SAMPLES[:1])
    shades = []
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        colour = page.run("return getComputedStyle(document.body).backgroundColor")
        shades.append(sum(map(int, re.findall(r"\d+", str(colour)))))
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert shades[0] > 600
    assert shades[1] < 150
