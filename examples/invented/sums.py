"""Sums of money in words: how large each kind is, how it is written, and what a reader should make of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from .dice import Dice


@dataclass(frozen=True)
class Figure:
    """One stated sum, and the right reading of it; named as in the records of `bulletin`."""

    text: str
    phrase: str
    amount: str
    upper: str | None
    currency: str | None
    qualifier: str
    topic: str
    change: str | None
    per: str | None
    periods: tuple[str, ...]
    organisations: tuple[str, ...]


class Sum(NamedTuple):
    """A kind of sum: what it is, how large, in pounds (pence where it is a price), and what always stands around it."""

    topic: str
    low: int
    high: int
    per: str | None = None
    rate: str = ""
    is_foreign: bool = False
    hedge: tuple[str, str] = ("exact", "{}")


MILLION = 1_000_000

SUMS = {
    "deficit": Sum("deficit", 12 * MILLION // 10, 58 * MILLION),
    "overspend": Sum("deficit", 200_000, 9 * MILLION),
    "gap": Sum("deficit", 3 * MILLION, 90 * MILLION),
    "surplus": Sum("surplus", 300_000, 24 * MILLION),
    "saving": Sum("saving", 800_000, 40 * MILLION),
    "capital": Sum("capital", 3 * MILLION, 420 * MILLION),
    "loan": Sum("loan", 2 * MILLION, 48 * MILLION),
    "contract": Sum("contract", 2 * MILLION, 310 * MILLION),
    "licence": Sum("contract", 200_000, 90 * MILLION, is_foreign=True),
    "redundancy": Sum("redundancy", 400_000, 9 * MILLION),
    "payoff": Sum("redundancy", 45_000, 310_000),
    "salary": Sum("pay", 105_000, 265_000, per="year"),
    "wages": Sum("pay", 400_000, 70 * MILLION),
    "agency": Sum("agency", 1_500_000, 24 * MILLION),
    "locum": Sum("agency", 85, 260, per="hour", rate=" an hour"),
    "shift": Sum("agency", 600, 1_900, per="shift", rate=" a shift"),
    "fine": Sum("fine", 20_000, 2 * MILLION),
    "damages": Sum("compensation", 90_000, 12 * MILLION),
    "funding": Sum("funding", 500_000, 60 * MILLION),
    "national": Sum("funding", 80 * MILLION, 4_000 * MILLION),
    "yearly": Sum("funding", 300_000, 9 * MILLION, per="year", rate=" a year"),
    "head": Sum("funding", 900, 2_300, per="patient", rate=" per patient"),
    "cost": Sum("cost", 90_000, 9 * MILLION),
    "backlog": Sum("cost", 4 * MILLION, 180 * MILLION),
    "debt": Sum("debt", 1 * MILLION, 45 * MILLION),
    "cash": Sum("other", 2 * MILLION, 40 * MILLION),
    "turnover": Sum("income", 110 * MILLION, 1_300 * MILLION),
    "receipts": Sum("income", 100_000, 3 * MILLION),
    "price": Sum("price", 45, 1_800),
    "limit": Sum("threshold", 50_000, 5 * MILLION, hedge=("more_than", "above {}")),
}
PRICES = {"price"}

# Up to which share of all sums each way of writing the scale goes; the rest are written in full.
SCALES = {
    MILLION: ((0.86, "m"), (0.93, " million"), (0.95, "million"), (0.97, "\u00a0million")),
    1000 * MILLION: ((0.88, "bn"), (0.97, " billion"), (0.99, "\u00a0billion")),
}
FOREIGN = (("$", None), ("US$", "USD"), ("€", "EUR"))

HEDGES = (
    *(("nearly", words) for words in ("nearly {}", "almost {}", "just under {}", "close to {}")),
    *(("about", words) for words in ("around {}", "around {}", "about {}", "some {}", "roughly {}", "an estimated {}")),
    *(("more_than", words) for words in ("more than {}", "more than {}", "over {}", "well over {}", "in excess of {}")),
    *(("at_most", words) for words in ("up to {}", "up to {}", "as much as {}")),
    *(("at_least", words) for words in ("at least {}", "a minimum of {}")),
    *(("less_than", words) for words in ("less than {}", "under {}")),
)
LATE_HEDGES = (("about", "{} or so"), ("at_least", "{} or more"), ("at_least", "{}-plus"))
RANGES = (("between ", "{low} and {high}"), ("", "{low}-{high}"), ("", "{low}–{high}"), ("", "{low} to {high}"))
VAGUE = (
    (100_000, "hundreds of thousands of pounds"),
    (MILLION, "a seven-figure sum"),
    (10 * MILLION, "tens of millions of pounds"),
    (100 * MILLION, "hundreds of millions of pounds"),
)


class Words(NamedTuple):
    """A sum in words: the bare figure, what stands around it, and what it means."""

    text: str
    phrase: str
    amount: str
    upper: str | None
    currency: str | None
    qualifier: str


def size(dice: Dice, kind: Sum) -> int:
    """An amount of this kind; each doubling is as likely as the next, and most have two or three digits that count."""
    doubled = kind.low << dice.below((kind.high // kind.low).bit_length())
    amount = min(doubled * dice.between(100, 199) // 100, kind.high)
    digits = len(str(amount))
    step = int(10 ** max(digits - (2 if dice.chance(0.6) else 3), 0))
    return max(amount // step * step, 1)


def worded(dice: Dice, name: str, amount: int, freedom: str) -> Words:
    """The amount in words. `freedom` is "!" for nothing but the sum, "" for a hedge before it, "?" for any."""
    kind = SUMS[name]
    if freedom == "?" and name not in PRICES and not kind.rate:
        if dice.chance(0.12):
            return _range(dice, amount)
        if dice.chance(0.06):
            return _vague(dice, amount)
    sign, currency = dice.pick(FOREIGN) if kind.is_foreign else ("£", "GBP")
    text, stated = _price(sign, amount) if name in PRICES else written(dice, sign, amount)
    qualifier, hedge = kind.hedge
    if freedom != "!" and dice.chance(0.2):
        late = LATE_HEDGES if freedom == "?" and not kind.rate else ()
        qualifier, hedge = dice.pick(HEDGES + late)
    return Words(text, hedge.format(text) + kind.rate, stated, None, currency, qualifier)


def written(dice: Dice, sign: str, amount: int) -> tuple[str, str]:
    """A sum in digits with its scale, and the amount that it states."""
    for unit in sorted(SCALES, reverse=True):
        if amount >= unit or (unit == MILLION and amount >= 300_000 and dice.chance(0.3)):
            places = 2 if unit > MILLION else 0 if amount >= 100 * MILLION else 1
            number = f"{Decimal(amount) / unit:.{places}f}"
            number = number.rstrip("0").rstrip(".") if "." in number else number
            roll = dice.below(1000) / 1000
            scale = next((scale for share, scale in SCALES[unit] if roll < share), None)
            if scale is not None:
                return f"{sign}{number}{scale}", str(int(Decimal(number) * unit))
            break
    return f"{sign}{amount:,}", str(amount)


def _price(sign: str, pence: int) -> tuple[str, str]:
    """A price in pounds and pence, or in pence alone."""
    amount = Decimal(pence) / 100
    if pence < 100:
        return f"{pence}p", f"{amount:f}"
    return f"{sign}{amount:.2f}", f"{amount:f}"


def _range(dice: Dice, amount: int) -> Words:
    """A range from the amount upwards, in one scale for both ends, which may be told once."""
    unit, scale = (MILLION, "m") if amount >= MILLION else (1, "")
    low = max(amount // unit, 1)
    high = low + max(low * dice.between(15, 60) // 100, 1)
    before, pattern = dice.pick(RANGES)
    shared = scale and before == "" and "-" in pattern and dice.chance(0.5)
    first = f"£{low}" if shared else f"£{low:,}{scale}"
    last = f"{high}{scale}" if shared else f"£{high:,}{scale}"
    text = pattern.format(low=first, high=last)
    return Words(text, before + text, str(low * unit), str(high * unit), "GBP", "range")


def _vague(dice: Dice, amount: int) -> Words:
    """A sum told by its magnitude alone; it says no more than the least that it can mean."""
    least, words = dice.pick([row for row in VAGUE if row[0] <= max(amount, VAGUE[0][0])])
    return Words(words, words, str(least), None, "GBP", "at_least")
