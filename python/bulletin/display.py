"""A bulletin as a page fragment: what a notebook shows for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from typing import NamedTuple

from bulletin._bulletin import Article, Bulletin, Mention, MoneyFigure

# Styles stand in the tags, since viewers that strip `<style>` keep them. None sets a colour of its own on the words:
# underlines of theirs and see-through washes serve light pages, dark pages and print alike.
_MARK = "color: inherit; background: rgba({wash}, var(--bulletin-wash, 0.25)); border-bottom: 2px solid currentColor; padding: 0 0.1em"
_NAME = "color: inherit; text-decoration: underline dotted; text-underline-offset: 0.2em"
_BODY = "white-space: pre-wrap; margin: 0 0 1em"
_REST = f"{_BODY}; opacity: 0.75; font-size: smaller"

# What the tags can't say: each figure's topic in words after it, which are no part of the text and are not copied.
_STYLE = """<style>
.bulletin mark[data-topic]::after { content: attr(data-topic); font-size: 0.7em; margin-left: 0.35em; padding: 0 0.35em;
  border: 1px solid currentColor; border-radius: 0.7em; vertical-align: 0.1em }
@media (prefers-color-scheme: dark) { .bulletin { --bulletin-wash: 0.45 } }
</style>"""

# A wash for each family of topics; the words say which topic it is.
_WASHES = {
    "220, 50, 47": ("deficit", "debt", "loan", "fine"),
    "64, 160, 43": ("surplus", "funding", "income", "saving"),
    "38, 120, 220": ("capital", "contract", "cost", "price"),
    "150, 80, 200": ("pay", "agency", "redundancy", "compensation"),
}
_WASH = {topic: wash for wash, topics in _WASHES.items() for topic in topics}
_NO_FAMILY = "255, 180, 0"


def html(bulletin: Bulletin) -> str:
    """The whole text, escaped: headings as headings, figures marked by topic, organisations underlined.

    A figure's reading, and the words that it rests on, are in its tooltip, as is an organisation's longest name. What
    belongs to no article (dates, bylines, captions) is there too, smaller.
    """
    blocks = "".join(_block(bulletin.text, block) for block in _blocks(bulletin))
    return f'<article class="bulletin">{_STYLE}{blocks}</article>'


def passage(
    bulletin: Bulletin, article: Article | None, pieces: tuple[str, str, str], figure: MoneyFigure | None
) -> str:
    """A sentence in three pieces, of which the middle one is marked, over the whole bulletin to unfold."""
    origin = bulletin.origin
    where = f'<p style="{_REST}">{escape(origin.document)}</p>' if origin else ""
    heading = f"<h4>{escape(article.heading)}</h4>" if article and article.heading else ""
    before, words, after = map(escape, pieces)
    opening = _figure(figure) if figure else f'<mark style="{_MARK.format(wash=_NO_FAMILY)}">'
    return (
        f'<div class="bulletin">{_STYLE}{where}{heading}<p style="{_BODY}">{before}{opening}{words}</mark>{after}</p>'
        f"<details><summary>the whole bulletin</summary>{html(bulletin)}</details></div>"
    )


def reading(figure: MoneyFigure) -> str:
    """What was understood of a figure, for people: "nearly GBP 3,000,000; deficit; 2017-18; Northern Trust"."""
    amounts = " to ".join(_grouped(amount) for amount in (figure.amount, figure.upper) if amount is not None)
    money = f"{figure.currency or 'currency not stated:'} {amounts}"
    qualifier = "" if figure.qualifier in {"exact", "range"} else figure.qualifier.replace("_", " ") + " "
    per = f" per {figure.per}" if figure.per else ""
    rest = [word for word in (figure.change, figure.topic) if word]
    return "; ".join([f"{qualifier}{money}{per}", *rest, *figure.periods, *figure.organisations])


def tooltip(figure: MoneyFigure) -> str:
    """The reading of a figure, and under it the words that each part of it rests on."""
    cues = (f"{cue.reading} {cue.value}: “{' '.join(cue.text.split())}”" for cue in figure.cues)
    return "\n".join([reading(figure), *cues])


def _grouped(amount: Decimal) -> str:
    """The amount with its thousands told apart, and with both digits of its pence where it has any."""
    places = -int(amount.as_tuple().exponent)
    return f"{amount:,.{max(2, places)}f}" if places > 0 else f"{amount:,f}"


class _Block(NamedTuple):
    tag: str
    style: str
    start: int
    end: int
    article: Article | None = None


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
            yield _Block("h4", "", article.start, article.start + len(article.heading), article)
        if article.body:
            yield _Block("div", _BODY, article.end - len(article.body), article.end, article)


def _block(text: str, block: _Block) -> str:
    words = text[block.start : block.end]
    if not words.strip():
        return ""
    start = block.start + len(words) - len(words.lstrip())
    end = block.start + len(words.rstrip())
    opening = f'{block.tag} style="{block.style}"' if block.style else block.tag
    return f"<{opening}>{_marked(text, start, end, _marks(block.article))}</{block.tag}>"


def _marks(article: Article | None) -> Iterable[MoneyFigure | Mention]:
    """What is marked in an article, in the order of the text; of two in one place the figure first."""
    if article is None:
        return ()
    return sorted([*article.figures, *article.organisations], key=lambda item: item.start)


def _marked(text: str, start: int, end: int, marks: Iterable[MoneyFigure | Mention]) -> str:
    """The text from `start` to `end`, with what lies in it marked."""
    pieces = []
    for item in marks:
        if start <= item.start and item.end <= end:
            opening, closing = (_figure(item), "</mark>") if isinstance(item, MoneyFigure) else (_name(item), "</u>")
            pieces += [escape(text[start : item.start]), opening, escape(item.text), closing]
            start = item.end
    return "".join([*pieces, escape(text[start:end])])


def _figure(figure: MoneyFigure) -> str:
    style = _MARK.format(wash=_WASH.get(figure.topic or "", _NO_FAMILY))
    topic = f' data-topic="{escape(figure.topic)}"' if figure.topic else ""
    return f'<mark style="{style}"{topic} title="{escape(tooltip(figure))}">'


def _name(mention: Mention) -> str:
    return f'<u style="{_NAME}" title="{escape(f"{mention.kind}: {mention.name}")}">'
