"""Stories: sentences put together, with the right reading of each sum in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from . import sentences
from .dice import Dice
from .sums import SUMS, Figure, size, worded
from .world import Organisation, World, financial_year, national


class Slot(NamedTuple):
    """A slot of a sentence; see `sentences`."""

    name: str
    change: str
    freedom: str
    period: str
    join: str
    owner: str


Part = str | Slot | tuple[tuple["Part", ...], ...]

CHOICE = re.compile(r"\[([^\]]*)\]")
SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?([!?]?)(@?)(?:([&=])(\w+))?\}")
CHANGES = {"": None, "up": "increase", "down": "decrease", "from": "from", "risen": "to", "fallen": "to"}
# How large the size of a change is, and an end of one beside where it started, in hundredths.
SHARES = {"up": (5, 35), "down": (5, 35), "risen": (115, 210), "fallen": (15, 80)}

YEARS = ("{0}-{1:02}",) * 7 + ("{0}/{1:02}", "{0}–{1:02}")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


@cache
def parts(sentence: str) -> tuple[Part, ...]:
    """The sentence cut into words, slots and choices."""
    cut = CHOICE.split(sentence)
    found: list[Part] = []
    for index, piece in enumerate(cut):
        if index % 2:
            found.append(tuple(parts(choice) for choice in piece.split("|")))
        else:
            found.extend(_slots(piece))
    return tuple(found)


def _slots(piece: str) -> Iterator[Part]:
    end = 0
    for slot in SLOT.finditer(piece):
        yield piece[end : slot.start()]
        yield Slot(*(value or "" for value in slot.groups()))
        end = slot.end()
    yield piece[end:]


@dataclass
class Block:
    """A part of a bulletin: a heading (or none), its paragraphs, and the sums in them."""

    heading: str | None
    paragraphs: list[str]
    figures: list[Figure]
    # Which story of which message it was first.
    story: str = ""


@dataclass
class Teller:
    """Tells sentences about one organisation on one day, and remembers the sums."""

    world: World
    dice: Dice
    day: date
    subject: Organisation
    figures: list[Figure] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Looks up what the names in a sentence stand for."""
        year = financial_year(self.day) - 1
        bodies = national(self.day)
        self.year = year
        self.period = f"{year}-{(year + 1) % 100:02}"
        self.names = {
            "org": self.subject.name,
            "short": self.subject.short,
            "trust": f"the {self.subject.common}",
            "Trust": f"The {self.subject.common}",
            "regulator": bodies.regulator,
            "department": bodies.department,
            "treasury": "Treasury",
            "supplier": self.dice.pick(self.world.suppliers),
            "council": self.dice.pick(self.world.councils),
            "other": self.dice.pick(self.world.trusts).name,
            "place": self.subject.name.split(" ")[0],
            "later": str(self.day.year + 2),
            "year": self.dice.pick(YEARS).format(year, (year + 1) % 100),
        }
        self._started = 0

    def tell(self, sentence: str) -> str:
        """The sentence with its slots filled."""
        return "".join(map(self._part, parts(sentence)))

    def _part(self, part: Part) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Slot):
            return self._sum(part) if part.name in SUMS else self._name(part.name)
        return "".join(map(self._part, self.dice.pick(part)))

    def _name(self, name: str) -> str:
        match name:
            case "person":
                return self.world.person(self.dice)
            case "month":
                return self.dice.pick(MONTHS)
            case "n":
                return str(self.dice.between(11, 94))
            case "few":
                return str(self.dice.between(4, 9))
        return self.names[name]

    def _sum(self, slot: Slot) -> str:
        kind = SUMS[slot.name]
        words = worded(self.dice, slot.name, self._amount(slot), slot.freedom)
        owners = [] if slot.join == "=" else [self.subject.name]
        if slot.owner:
            owners.append(self.names[slot.owner])
        self.figures.append(
            Figure(
                **words._asdict(),
                topic=kind.topic,
                change=CHANGES[slot.change],
                per=kind.per,
                periods=(self.period,) if slot.period else (),
                organisations=tuple(owners),
            )
        )
        return words.phrase

    def _amount(self, slot: Slot) -> int:
        if slot.name in ("deficit", "surplus"):
            return abs(self.world.result(self.subject.name, self.year))
        if slot.change not in SHARES:
            self._started = size(self.dice, SUMS[slot.name])
            return self._started
        low, high = SHARES[slot.change]
        whole = self._started if slot.change in ("risen", "fallen") else size(self.dice, SUMS[slot.name])
        amount = whole * self.dice.between(low, high) // 100
        step = int(10 ** max(len(str(amount)) - 2, 0))
        return max(amount // step * step, 1000)


def story(world: World, dice: Dice, day: date, *, has_heading: bool = True) -> Block:
    """A story of two to six paragraphs; where the plot has the choice, a sum every 500 to 1,000 characters."""
    plot, teller = _cast(world, dice, day)
    heading = teller.tell(dice.pick(plot.headings)) if has_heading else None
    paragraphs = [f"{teller.tell(dice.pick(plot.openings))} {teller.tell(dice.pick(sentences.BACKGROUND))}"]
    details = dice.pick_several(plot.details, dice.between(0, 2))
    backgrounds = dice.pick_several(sentences.BACKGROUND, 5 * dice.between(1, 3))
    for number in range(0, len(backgrounds), 5):
        told = [backgrounds[number : number + 2], details[:1], backgrounds[number + 2 : number + 5]]
        details = details[1:]
        lines = [teller.tell(sentence) for some in told for sentence in some]
        cut = dice.between(1, len(lines) - 1)
        paragraphs += [" ".join(lines[:cut]), " ".join(lines[cut:])]
    return Block(heading, paragraphs, teller.figures)


def _cast(world: World, dice: Dice, day: date) -> tuple[sentences.Plot, Teller]:
    """A plot, and a teller of it whose subject it suits."""
    plot = dice.pick(sentences.PLOTS)
    if plot.about == "commissioner":
        return plot, Teller(world, dice, day, world.commissioner(dice, day))
    trust = dice.pick(world.trusts)
    if plot.when is not None:
        # The first two plots tell of a year's result, whichever way it went.
        result = world.result(trust.name, financial_year(day) - 1)
        plot = sentences.PLOTS[0] if result < 0 else sentences.PLOTS[1]
    return plot, Teller(world, dice, day, trust)


def line(
    world: World, dice: Dice, day: date, patterns: tuple[str, ...], heading: str | None = None, more: int = 0
) -> Block:
    """A single paragraph about some trust, made from one of the patterns; `more` sentences follow at times."""
    teller = Teller(world, dice, day, dice.pick(world.trusts))
    told = None if heading is None else teller.tell(heading)
    rest = dice.pick_several(sentences.BACKGROUND, dice.between(0, more))
    return Block(told, [" ".join(map(teller.tell, [dice.pick(patterns), *rest]))], teller.figures)
