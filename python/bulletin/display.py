"""A bulletin as a page fragment: what a notebook shows for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from typing import NamedTuple

from bulletin import Bulletin, MoneyFigure

# Styles stand in the tags, since viewers that strip `<style>` keep them. None sets a colour of its own on the words:
# an underline of theirs and a see-through wash serve light pages, dark pages and print alike.
_MARK = "color: inherit; background: rgba(255, 191, 0, 0.25); border-bottom: 2px solid currentColor"
_BODY = "white-space: pre-wrap; margin: 0 0 1em"
_REST = f"{_BODY}; opacity: 0.7; font-size: smaller"


def html(bulletin: Bulletin) -> str:
    """The whole text, escaped: headings as headings, each figure marked, its reading in the tooltip.

    What belongs to no article (dates, bylines, captions) is there too, smaller.
    """
    blocks = "".join(_block(bulletin.text, block) for block in _blocks(bulletin))
    return f'<article class="bulletin">{blocks}</article>'


def reading(figure: MoneyFigure) -> str:
    """What was understood of a figure, for people: "nearly GBP 3,000,000; deficit; 2017-18; Northern Trust"."""
    amounts = " to ".join(_grouped(amount) for amount in (figure.amount, figure.upper) if amount is not None)
    money = f"{figure.currency or 'currency not stated:'} {amounts}"
    qualifier = "" if figure.qualifier in {"exact", "range"} else figure.qualifier.replace("_", " ") + " "
    per = f" per {figure.per}" if figure.per else ""
    rest = [word for word in (figure.change, figure.topic) if word]
    return "; ".join([f"{qualifier}{money}{per}", *rest, *figure.periods, *figure.organisations])


def _grouped(amount: Decimal) -> str:
    """The amount with its thousands told apart, and with both digits of its pence where it has any."""
    places = -int(amount.as_tuple().exponent)
    return f"{amount:,.{max(2, places)}f}" if places > 0 else f"{amount:,f}"


class _Block(NamedTuple):
    tag: str
    style: str
    start: int
    end: int
    figures: Iterable[MoneyFigure] = ()


def _blocks(bulletin: Bulletin) -> Iterator[_Block]:
    """Blocks which together are the whole text."""
    at = 0
    for block in _articles(bulletin):
        yield _Block("p", _REST, at, block.start)
        yield block
        at = block.end
    yield _Block("p", _REST, at, len(bulletin.text))


def _articles(bulletin: Bulletin) -> Iterator[_Block]:
    for article in bulletin:
        if article.heading:
            yield _Block("h4", "", article.start, article.start + len(article.heading), article.figures)
        if article.body:
            yield _Block("div", _BODY, article.end - len(article.body), article.end, article.figures)


def _block(text: str, block: _Block) -> str:
    words = text[block.start : block.end]
    if not words.strip():
        return ""
    start = block.start + len(words) - len(words.lstrip())
    end = block.start + len(words.rstrip())
    opening = f'{block.tag} style="{block.style}"' if block.style else block.tag
    return f"<{opening}>{_marked(text, start, end, block.figures)}</{block.tag}>"


def _marked(text: str, start: int, end: int, figures: Iterable[MoneyFigure]) -> str:
    """The text from `start` to `end`, with the figures that lie in it marked."""
    pieces = []
    for figure in figures:
        if start <= figure.start and figure.end <= end:
            title = escape(reading(figure))
            pieces += [escape(text[start : figure.start]), f'<mark style="{_MARK}" title="{title}">']
            pieces += [escape(figure.text), "</mark>"]
            start = figure.end
    return "".join([*pieces, escape(text[start:end])])
