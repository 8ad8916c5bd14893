"""Reads health-policy news bulletins: how much money, whose, for what, when, and how surely.

>>> import bulletin
>>> [figure] = bulletin.find_money("The trust overspent by nearly £3m.")
>>> figure.text, figure.amount, figure.qualifier
('£3m', Decimal('3000000'), 'nearly')
"""

from bulletin._bulletin import (
    Article,
    Bulletin,
    Cue,
    Fault,
    Gazetteer,
    Mention,
    MoneyFigure,
    Origin,
    Skipped,
    __version__,
    find_money,
    parse,
)

# Not in `__all__`, which would hide Python's own from those who import everything.
from bulletin._bulletin import Warning as Warning  # noqa: A004
from bulletin.archive import Archive, ReadingWarning, Tables, read
from bulletin.passage import Passage
from bulletin.table import Column, Table

__all__ = [
    "Archive",
    "Article",
    "Bulletin",
    "Column",
    "Cue",
    "Fault",
    "Gazetteer",
    "Mention",
    "MoneyFigure",
    "Origin",
    "Passage",
    "ReadingWarning",
    "Skipped",
    "Table",
    "Tables",
    "__version__",
    "find_money",
    "parse",
    "read",
]
