"""Bulletins in every layout: stories put under headings, and headings under a tagline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from . import sentences
from .dice import Dice
from .stories import Block, Teller, line, story
from .sums import Figure
from .world import World

# The kinds as `bulletin` names them, with how many of a hundred bulletins are of each.
KINDS = (("daily", 52), ("weekly", 16), ("headlines", 14), ("briefing", 12), ("live", 6))
HOURS = {"daily": 17, "weekly": 12, "headlines": 7, "briefing": 9, "live": 18}
# A story is told again within so many messages.
REACH = 30


class Line(NamedTuple):
    """A line or paragraph, and what it is: tagline, heading, text, headline or teaser."""

    style: str
    text: str


@dataclass
class Bulletin:
    """One bulletin, before it becomes an email."""

    number: int
    kind: str
    sent: datetime
    subject: str
    lines: list[Line]
    blocks: list[Block]

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Each sum with the story that it stands in, in the order of the text."""
        for block in self.blocks:
            for figure in block.figures:
                yield block.story, figure


@dataclass(frozen=True)
class Press:
    """Whatever makes the bulletins of one archive: the same number gives the same bulletin, whichever come before it."""

    world: World
    seed: int
    start: date
    days: int
    messages: int
    repeats: float

    def bulletin(self, number: int) -> Bulletin:
        """The bulletin of this number; with repeats, now and then an earlier one once more."""
        dice = Dice(self.seed, number, "again")
        if number > 0 and dice.chance(self.repeats / 4):
            number -= 1 + dice.below(min(number, REACH))
        return self._bulletin(number)

    def _bulletin(self, number: int) -> Bulletin:
        kind, day = self._kind(number), self._day(number)
        dice = Dice(self.seed, number)
        sent = datetime(day.year, day.month, day.day, HOURS[kind], dice.below(60), dice.below(60))
        blocks = list(LAYOUTS[kind](self, dice, number, day))
        lines = list(_lines(kind, dice, blocks, Teller(self.world, dice, day, self.world.trusts[0])))
        title = next((block.heading for block in blocks if block.heading), "The day in health")
        return Bulletin(number, kind, sent, title, lines, blocks)

    def _kind(self, number: int) -> str:
        roll = Dice(self.seed, number, "kind").below(100)
        for kind, share in KINDS:
            roll -= share
            if roll < 0:
                return kind
        return "daily"

    def _day(self, number: int) -> date:
        """The days go up with the numbers; none is a Saturday or Sunday."""
        day = self.start + timedelta(days=self.days * number // self.messages)
        return day + timedelta(days=8 - day.isoweekday() if day.isoweekday() > 5 else 0)

    def _story(self, number: int, index: int, day: date, *, has_heading: bool = True) -> Block:
        told = story(self.world, Dice(self.seed, number, index), day, has_heading=has_heading)
        told.story = f"{number}/{index}"
        return told

    def daily(self, dice: Dice, number: int, day: date) -> Iterator[Block]:
        """Now and then a story without a heading, then some with one, then other pieces in a paragraph."""
        has_lead = dice.chance(0.4)
        for index in range(dice.between(2, 4)):
            yield self._story(number, index, day, has_heading=index > 0 or not has_lead)
        if dice.chance(0.5):
            also = line(self.world, dice, day, sentences.ALSO, "Also on hsj.co.uk today")
            also.story = f"{number}/also"
            yield also

    def weekly(self, dice: Dice, number: int, day: date) -> Iterator[Block]:
        """Stories of the week, some of them told in a daily before."""
        for index in range(dice.between(3, 6)):
            earlier = number - 1 - dice.below(REACH)
            if dice.chance(self.repeats) and earlier >= 0 and self._kind(earlier) == "daily":
                # Each daily has a second story, and that one has a heading.
                yield self._story(earlier, 1, self._day(earlier))
            else:
                yield self._story(number, index, day)

    def headlines(self, dice: Dice, number: int, day: date) -> Iterator[Block]:
        """Headlines, each with a teaser."""
        for index in range(dice.between(6, 12)):
            block = line(self.world, dice, day, sentences.TEASERS, dice.pick(sentences.TEASER_HEADINGS), 2)
            block.story = f"{number}/{index}"
            yield block

    def briefing(self, dice: Dice, number: int, day: date) -> Iterator[Block]:
        """A columnist's opening, then headed pieces."""
        yield line(self.world, dice, day, sentences.BRIEFING_LEADS)
        for index in range(dice.between(2, 4)):
            yield self._story(number, index, day)

    def live(self, dice: Dice, number: int, day: date) -> Iterator[Block]:
        """Entries with the time before each, the newest first."""
        clock = datetime(day.year, day.month, day.day, 17, dice.below(60))
        for index in range(dice.between(6, 10)):
            block = line(self.world, dice, day, sentences.LIVE_ENTRIES, more=4)
            block.story = f"{number}/{index}"
            stamp = f"{clock.hour - 12 * (clock.hour > 12)}.{clock.minute:02}{'pm' if clock.hour > 11 else 'am'}"
            block.paragraphs[0] = f"{stamp}: {block.paragraphs[0]}"
            clock -= timedelta(minutes=dice.between(4, 38))
            yield block


LAYOUTS = {
    "daily": Press.daily,
    "weekly": Press.weekly,
    "headlines": Press.headlines,
    "briefing": Press.briefing,
    "live": Press.live,
}


def _lines(kind: str, dice: Dice, blocks: list[Block], teller: Teller) -> Iterator[Line]:
    """The bulletin's lines from the tagline down."""
    match kind:
        case "daily":
            yield Line("tagline", dice.pick(sentences.DAILY_TAGLINES))
        case "weekly":
            yield Line("tagline", dice.pick(sentences.WEEKLY_TAGLINES))
            yield Line("heading", "HSJ Catch Up")
            yield Line("text", sentences.ABOUT_WEEKLY)
        case "briefing":
            yield Line("tagline", teller.tell(dice.pick(sentences.BRIEFING_TAGLINES)))
        case "live":
            yield Line("tagline", f"HSJ Live {teller.day.day} {teller.day:%B %Y}: as it happened")
            yield Line("text", "Live logo")
    heading, text = ("headline", "teaser") if kind == "headlines" else ("heading", "text")
    for block in blocks:
        if block.heading:
            yield Line(heading, block.heading)
        for paragraph in block.paragraphs:
            yield Line(text, paragraph)
