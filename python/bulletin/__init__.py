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
    Mention,
    MoneyFigure,
    __version__,
    find_money,
    parse,
)

# Not in `__all__`, which would hide Python's own from those who import everything.
from bulletin._bulletin import Warning as Warning  # noqa: A004

__all__ = [
    "Article",
    "Bulletin",
    "Cue",
    "Mention",
    "MoneyFigure",
    "__version__",
    "find_money",
    "parse",
]
