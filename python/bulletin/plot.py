"""Pictures of figures, by Altair (the extra `plot`): every point is one figure, and says its sentence.

They take the table of figures, or a polars or pandas DataFrame with its columns, so that it can be filtered before.
A picture has one currency, as amounts of several can't share an axis, and no more points than a page bears; what is
left out, its subtitle says. Tables stay exact; only the places of the points are rounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from bulletin.extras import needed
from bulletin.table import Table

if TYPE_CHECKING:
    import altair
    import pandas
    import polars

_Record: TypeAlias = Mapping[str, Any]

# Told apart by people who see colours otherwise, on white and on black; each has a shape of its own besides.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c8c8c")
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
_REST = "all others"
_UNTOLD = "not told"

_WORDS = ((1e9, "bn"), (1e6, "m"), (1e3, "k"))
_WIDTH = 640
_ROW_HEIGHT = 22


def figures_over_time(
    table: Table | polars.DataFrame | pandas.DataFrame, *, currency: str = "GBP", topics: int = 6, limit: int = 2000
) -> altair.Chart:
    """The figures by the day on which their bulletin came out, on a log scale, by topic.

    The commonest `topics` have a colour and a shape each. Of more than `limit` figures the largest are shown.
    """
    picture = _picture(table, currency, limit, "whose day is not known", lambda row: _day(row["published"]))
    counts = Counter(point["topic"] for point in picture.points)
    names = [topic for topic, _ in counts.most_common(topics)]
    points = [{**point, "group": point["topic"] if point["topic"] in names else _REST} for point in picture.points]
    points.sort(key=lambda point: point["group"] != _REST)
    shown = [*names, *([_REST] if len(counts) > len(names) else [])]
    alt = _altair()
    chart: altair.Chart = _finished(
        alt.Chart(alt.Data(values=points), width=_WIDTH, height=360)
        .mark_point(filled=True, size=45)
        .encode(
            x=alt.X("published:T", title=None),
            y=_amount(alt, currency, alt.Y),
            color=alt.Color("group:N", title="topic", scale=_scale(alt, shown, _COLOURS)),
            shape=alt.Shape("group:N", title="topic", scale=_scale(alt, shown, _SHAPES)),
            opacity=alt.condition(f"datum.group == '{_REST}'", alt.value(0.35), alt.value(0.7)),
            tooltip=_tooltip(alt),
        ),
        "Figures over time",
        picture,
    )
    return chart


def largest_organisations(
    table: Table | polars.DataFrame | pandas.DataFrame, *, currency: str = "GBP", count: int = 15, limit: int = 2000
) -> altair.LayerChart:
    """The organisations with the largest single figures: all their figures in a row each, the largest one full.

    They are not added up: one sum is often told twice, and a part of it beside the whole.
    """
    picture = _picture(table, currency, None, "of nobody named", lambda row: list(row["organisations"]))
    owned = [{**point, "organisation": name} for point in picture.points for name in dict.fromkeys(point.pop("told"))]
    owned.sort(key=lambda point: -point["amount"])
    every = list(dict.fromkeys(point["organisation"] for point in owned))
    names = every[:count]
    places = {name: place for place, name in enumerate(names)}
    points = [point for point in owned if point["organisation"] in places][:limit]
    seen: set[str] = set()
    for point in points:
        point["largest"] = point["organisation"] not in seen
        seen.add(point["organisation"])
    alt = _altair()
    base = alt.Chart(alt.Data(values=points), width=_WIDTH, height=max(1, len(names)) * _ROW_HEIGHT).encode(
        x=_amount(alt, currency, alt.X),
        y=alt.Y("organisation:N", title=None, sort=names, axis=alt.Axis(labelLimit=360, grid=True, ticks=False)),
        tooltip=_tooltip(alt),
    )
    dots = base.mark_point(filled=True, size=70, color=_COLOURS[0]).encode(
        opacity=alt.Opacity("largest:N", legend=None, scale=alt.Scale(domain=[True, False], range=[1.0, 0.35]))
    )
    words = base.transform_filter("datum.largest").mark_text(align="left", dx=8).encode(text="phrase:N")
    title = f"The largest figures by organisation: {len(names)} of {len(every):,}"
    chart: altair.LayerChart = _finished(alt.layer(dots, words), title, picture)
    return chart


def amounts(
    table: Table | polars.DataFrame | pandas.DataFrame, *, currency: str = "GBP", limit: int = 2000
) -> altair.Chart:
    """Every amount on a log scale, in a strip for each topic."""
    picture = _picture(table, currency, limit, "", lambda _: True)
    counts = Counter(point["topic"] for point in picture.points)
    names = [topic for topic, _ in counts.most_common()]
    seen: Counter[tuple[str, float]] = Counter()
    for point in picture.points:
        # The same amount of one topic again stands a little lower or higher, so that it does not hide the other.
        place = (point["topic"], point["amount"])
        point["again"] = (0, 1, -1, 2, -2)[seen[place] % 5]
        seen[place] += 1
    alt = _altair()
    chart: altair.Chart = _finished(
        alt.Chart(alt.Data(values=picture.points), width=_WIDTH, height=max(1, len(names)) * _ROW_HEIGHT)
        .mark_tick(thickness=2, size=12, opacity=0.45, color=_COLOURS[0])
        .encode(
            x=_amount(alt, currency, alt.X),
            y=alt.Y("topic:N", title=None, sort=names, axis=alt.Axis(ticks=False)),
            yOffset=alt.YOffset("again:Q", scale=alt.Scale(domain=[-4, 4])),
            tooltip=_tooltip(alt),
        ),
        "Amounts by topic",
        picture,
    )
    return chart


class _Picture(NamedTuple):
    points: list[dict[str, Any]]
    subtitle: str


def _picture(
    table: Table | polars.DataFrame | pandas.DataFrame,
    currency: str,
    limit: int | None,
    lacking: str,
    told: Callable[[_Record], Any],
) -> _Picture:
    """The figures that can be shown, the largest first, and what is left out: `lacking` is what is not `told`."""
    points: list[dict[str, Any]] = []
    left: Counter[str] = Counter()
    for row in _rows(table):
        fact = told(row)
        if not isinstance(row["currency"], str) or row["currency"] != currency:
            left["in other currencies"] += 1
        elif row["amount"] <= 0:
            left["nought or less"] += 1
        elif not fact:
            left[lacking] += 1
        else:
            points.append({**_point(row), "told": fact})
    points.sort(key=lambda point: -point["amount"])
    if limit is not None and len(points) > limit:
        left["smaller ones"] = len(points) - limit
        del points[limit:]
    shown = f"{len(points):,} figures" if len(points) != 1 else "1 figure"
    missing = "; ".join(f"{count:,} {reason}" for reason, count in left.items())
    return _Picture(points, f"{shown}; left out: {missing}" if missing else shown)


def _rows(table: Table | polars.DataFrame | pandas.DataFrame) -> Iterable[_Record]:
    """The rows of a table or DataFrame, by the names of their columns."""
    frame: Any = table
    rows: Iterable[_Record]
    if isinstance(table, Table):
        rows = table
    elif hasattr(frame, "iter_rows"):
        rows = frame.iter_rows(named=True)
    elif hasattr(frame, "to_dict"):
        rows = frame.to_dict("records")
    else:
        raise TypeError(f"expected a Table or a DataFrame of polars or pandas, but found {type(table).__name__}")
    return rows


def _point(row: _Record) -> dict[str, Any]:
    """What the page needs of a figure."""
    return {
        "amount": float(row["amount"]),
        "published": _day(row["published"]),
        "topic": row["topic"] if isinstance(row["topic"], str) else _UNTOLD,
        **{name: row[name] if isinstance(row[name], str) else "" for name in ("phrase", "heading", "document")},
        "sentence": " ".join(row["sentence"].split()),
        "owners": "; ".join(row["organisations"]),
    }


def _day(day: Any) -> str | None:
    """A day as the page takes it; `None` where it is not told, which pandas says in values of its own."""
    told = day.isoformat() if isinstance(day, date) else "NaT"
    return None if told == "NaT" else told


def _altair() -> Any:
    needed("altair", "plot")
    import altair

    return altair


def _amount(alt: Any, currency: str, channel: Any) -> Any:
    # As bulletins say them: the signs of the scale's own would be G and M, and m for a thousandth.
    steps = "".join(
        f"datum.value >= {least} ? format(datum.value / {least}, ',~g') + '{word}' : " for least, word in _WORDS
    )
    axis = alt.Axis(labelExpr=f"{steps}format(datum.value, ',~g')", tickCount=8)
    return channel("amount:Q", title=f"amount, {currency} (log scale)", scale=alt.Scale(type="log"), axis=axis)


def _scale(alt: Any, names: list[str], values: tuple[str, ...]) -> Any:
    told = [values[index % (len(values) - 1)] for index, name in enumerate(names) if name != _REST]
    return alt.Scale(domain=names, range=[*told, *([values[-1]] if _REST in names else [])])


def _tooltip(alt: Any) -> list[Any]:
    fields = ["sentence", "phrase", "topic", "owners", "published", "heading", "document"]
    return [alt.Tooltip(f"{name}:{'T' if name == 'published' else 'N'}", title=name) for name in fields]


def _finished(chart: Any, title: str, picture: _Picture) -> Any:
    chart = chart.properties(title={"text": title, "subtitle": picture.subtitle, "anchor": "start"})
    return chart.configure_view(stroke=None).configure_axis(domain=False, gridOpacity=0.4)
