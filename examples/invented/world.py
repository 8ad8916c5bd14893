"""The invented world: its trusts, commissioners and suppliers, and how their years ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .dice import Dice

STARTS = "Alder Brack Crux Denn Ester Fenn Glais Hexen Ilver Jarro Kelder Lind Merr Norrin Oster Quarr Rusk Wex".split()  # noqa: SIM905
ENDS = "wick moor holt combe mere thwaite stow beck hythe minster leigh march".split()  # noqa: SIM905

TRUSTS = (
    "{0} Foundation Trust",
    "{0} and {1} Foundation Trust",
    "{0} Hospitals Trust",
    "{0} Teaching Hospitals Foundation Trust",
    "{0} and {1} Hospitals Trust",
    "{0} Community Trust",
    "{0} Mental Health Foundation Trust",
    "{0} Partnership Foundation Trust",
    "{0} Ambulance Trust",
)
COMMISSIONERS = ("{0} {head}", "{0} and {1} {head}", "North {0} {head}", "{0} Valley {head}")
SUPPLIERS = (
    "{0} Facilities Group",
    "{0} Health Systems",
    "{0} Partners LLP",
    "{0} Diagnostics",
    "{0} Software",
    "{0} Laboratories",
)
COUNCILS = ("{0} county council", "{0} borough council", "{0} city council")

# From which day | the regulator | the department.
NATIONAL = (
    (date(2022, 7, 1), "NHS England", "Department of Health and Social Care"),
    (date(2018, 1, 9), "NHS Improvement", "Department of Health and Social Care"),
    (date(2016, 4, 1), "NHS Improvement", "Department of Health"),
    (date.min, "Monitor", "Department of Health"),
)
CCGS_END = date(2022, 7, 1)

GIVEN = "Marion Tobias Ines Gethin Rosalind Amir Halina Leopold Sunniva Desmond Priya Calum Oona Yusuf".split()  # noqa: SIM905
SURNAMES = "Ollivant Renfrew Calloway Pomfret Athey Tarrant Quill Maddern Skelhorn Voss Ibbotson Wray".split()  # noqa: SIM905


@dataclass(frozen=True)
class Organisation:
    """An organisation, its short name, and what the rest of a story calls it."""

    name: str
    short: str
    common: str


@dataclass(frozen=True)
class National:
    """The national bodies of a day."""

    regulator: str
    department: str


class World:
    """Everything that stays the same from bulletin to bulletin. One seed makes one world."""

    def __init__(self, seed: int, first_year: int, years: int) -> None:
        dice = Dice(seed, "world")
        places = dice.pick_several([start + end for start in STARTS for end in ENDS], 200)
        self.trusts = [self._trust(dice, index, places) for index in range(60)]
        self._commissioners = [(dice.pick(COMMISSIONERS), places.pop(), places.pop()) for _ in range(24)]
        self.suppliers = [dice.pick(SUPPLIERS).format(places.pop()) for _ in range(16)]
        self.councils = [dice.pick(COUNCILS).format(places.pop()) for _ in range(12)]
        self._ledger = {trust.name: self._years(dice, first_year, years) for trust in self.trusts}

    @staticmethod
    def _trust(dice: Dice, index: int, places: list[str]) -> Organisation:
        name = TRUSTS[index % len(TRUSTS)].format(places.pop(), places.pop())
        short = name.replace("Foundation Trust", "FT") if dice.chance(0.7) else name
        return Organisation(name, short, "trust")

    @staticmethod
    def _years(dice: Dice, first_year: int, years: int) -> dict[int, int]:
        """How each financial year ended, in pounds: a walk that tends downwards for six years, then upwards."""
        result = dice.between(-40, 90)
        found = {}
        for number in range(-2, years + 2):
            result += dice.between(-75, 40) if number < 6 else dice.between(-40, 90)
            result = max(-580, min(240, result)) or 7
            found[first_year + number] = result * 100_000
        return found

    def result(self, organisation: str, year: int) -> int:
        """How the trust ended the financial year that begins in `year`, in pounds; a deficit is below 0."""
        return self._ledger[organisation][year]

    def ledger(self) -> dict[str, dict[int, int]]:
        """The results of all trusts, by name and first calendar year of the financial year."""
        return self._ledger

    def commissioner(self, dice: Dice, day: date) -> Organisation:
        """One of the commissioners, as they were called on that day."""
        head = "CCG" if day < CCGS_END else "ICB"
        pattern, one, other = dice.pick(self._commissioners)
        name = pattern.format(one, other, head=head)
        return Organisation(name, name, head)

    def person(self, dice: Dice) -> str:
        """Somebody's name."""
        return f"{dice.pick(GIVEN)} {dice.pick(SURNAMES)}"


def national(day: date) -> National:
    """The national bodies as they were called on that day."""
    return next(National(regulator, department) for start, regulator, department in NATIONAL if day >= start)


def financial_year(day: date) -> int:
    """The calendar year in which the day's financial year begins."""
    return day.year if day.month >= 4 else day.year - 1
