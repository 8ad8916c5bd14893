"""Pictures: every point is a figure with its sentence, whatever frame it comes from; what is left out is said."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

import bulletin
from bulletin import Table

from .conftest import ROOT

pytest.importorskip("altair")

from bulletin import plot

PICTURES: dict[str, Callable[..., Any]] = {
    "figures_over_time": plot.figures_over_time,
    "largest_organisations": plot.largest_organisations,
    "amounts": plot.amounts,
}


@pytest.fixture(scope="module")
def table() -> Table:
    return bulletin.read(ROOT / "samples", published=datetime.date(2024, 5, 6)).figures()


@pytest.fixture(params=PICTURES.values(), ids=list(PICTURES))
def picture(request: pytest.FixtureRequest) -> Callable[..., Any]:
    drawn: Callable[..., Any] = request.param
    return drawn


def points(chart: Any) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = chart.to_dict()["data"]["values"]
    return values


def test_every_point_is_a_figure_with_its_sentence(picture: Callable[..., Any], table: Table) -> None:
    told = {(" ".join(row["sentence"].split()), row["phrase"], float(row["amount"])) for row in table}
    drawn = points(picture(table))
    assert len(drawn) > 30
    assert {(point["sentence"], point["phrase"], point["amount"]) for point in drawn} <= told
    chart = picture(table).to_dict()
    [layer, *_] = chart.get("layer", [chart])
    assert "sentence" in [tip["field"] for tip in layer["encoding"]["tooltip"]]
    scales = [channel.get("scale", {}) for channel in layer["encoding"].values() if isinstance(channel, dict)]
    assert {"type": "log"} in scales


def test_frames_draw_the_same(picture: Callable[..., Any], table: Table) -> None:
    pytest.importorskip("polars")
    pytest.importorskip("pandas")
    drawn = picture(table).to_dict()
    assert picture(table.to_polars()).to_dict() == drawn
    assert picture(table.to_pandas()).to_dict() == drawn


def test_every_pound_is_drawn_or_told(table: Table) -> None:
    pounds = [row for row in table if row["currency"] == "GBP" and row["amount"] > 0]
    chart = plot.amounts(table).to_dict()
    assert len(points(plot.amounts(table))) == len(pounds)
    others = sum(row["currency"] != "GBP" for row in table)
    nought = len(table) - len(pounds) - others
    assert (
        chart["title"]["subtitle"]
        == f"{len(pounds)} figures; left out: {others} in other currencies; {nought} nought or less"
    )
    assert [point["amount"] for point in points(plot.amounts(table, currency="EUR"))] == [
        float(row["amount"]) for row in sorted(table, key=lambda row: -row["amount"]) if row["currency"] == "EUR"
    ]


def test_of_too_many_the_largest_are_drawn(table: Table) -> None:
    chart = plot.amounts(table, limit=10)
    amounts = sorted((row["amount"] for row in table if row["currency"] == "GBP"), reverse=True)
    assert [point["amount"] for point in points(chart)] == [float(amount) for amount in amounts[:10]]
    assert f"{len([a for a in amounts if a > 0]) - 10} smaller ones" in chart.to_dict()["title"]["subtitle"]


def test_without_days_nothing_stands_in_time() -> None:
    table = bulletin.read(ROOT / "samples").figures()
    chart = plot.figures_over_time(table).to_dict()
    assert chart["data"]["values"] == []
    assert chart["title"]["subtitle"].startswith("0 figures; left out: ")
    assert "whose day is not known" in chart["title"]["subtitle"]


def test_the_largest_organisations_come_first(table: Table) -> None:
    drawn = points(plot.largest_organisations(table, count=5))
    first = [point for point in drawn if point["largest"]]
    assert len(first) == len({point["organisation"] for point in drawn}) == 5
    assert [point["amount"] for point in first] == sorted((point["amount"] for point in first), reverse=True)
    for point in first:
        owned = [row["amount"] for row in table if point["organisation"] in row["organisations"]]
        assert point["amount"] == max(float(amount) for amount in owned)


def test_something_else_is_refused(picture: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match="expected a Table or a DataFrame of polars or pandas, but found int"):
        picture(3)


def test_a_missing_extra_is_named(picture: Callable[..., Any], table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin.extras.find_spec", lambda _: None)
    with pytest.raises(ImportError, match=r"this needs altair: pip install 'bulletin\[plot\]'"):
        picture(table)


def test_pictures_are_drawn_whole(picture: Callable[..., Any], table: Table) -> None:
    drawn = pytest.importorskip("vl_convert").vegalite_to_svg(picture(table).to_json())
    assert "left out" in drawn
    assert "100m" in drawn
    assert drawn.count("aria-roledescription") > 30
