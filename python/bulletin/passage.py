"""The way back from a row to its words: a passage of a bulletin."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin._bulletin import Article, Bulletin, MoneyFigure


@dataclass(frozen=True)
class Passage:
    """Words of a bulletin, in their sentence. `str` marks them with »«, a notebook as a page would."""

    bulletin: Bulletin
    """The bulletin in full."""
    start: int
    """The words' first code point in the bulletin's text."""
    end: int
    """One past their last code point."""

    @property
    def text(self) -> str:
        """The words."""
        return self.bulletin.text[self.start : self.end]

    @property
    def article(self) -> Article | None:
        """The article that they stand in."""
        return next((item for item in self.bulletin if item.start <= self.start and self.end <= item.end), None)

    @property
    def figure(self) -> MoneyFigure | None:
        """The figure that they are, where they are one."""
        figures = self.bulletin.figures
        return next((item for item in figures if (item.start, item.end) == (self.start, self.end)), None)

    @property
    def sentence(self) -> str:
        """The sentence that they stand in; for words that are no figure, their lines."""
        start, end = self._around()
        return self.bulletin.text[start:end]

    def _around(self) -> tuple[int, int]:
        text, figure = self.bulletin.text, self.figure
        if figure is not None:
            start = text.find(figure.sentence, max(0, self.end - len(figure.sentence)))
            return start, start + len(figure.sentence)
        start, end = text.rfind("\n", 0, self.start) + 1, text.find("\n", self.end)
        return start, len(text) if end < 0 else end

    def _pieces(self) -> tuple[str, str, str]:
        """What stands before the words in their sentence, the words, and what stands after them."""
        start, end = self._around()
        text = self.bulletin.text
        return text[start : self.start], self.text, text[self.end : end]

    def __str__(self) -> str:
        """Where it is from, the heading, and the sentence with the words marked."""
        origin, article = self.bulletin.origin, self.article
        before, words, after = self._pieces()
        lines = [origin and origin.document, article and article.heading, f"{before}»{words}«{after}"]
        return "\n".join(" ".join(line.split()) for line in lines if line)

    def _repr_html_(self) -> str:
        """The sentence with the words marked, over the whole bulletin to unfold."""
        from bulletin.display import passage

        return passage(self.bulletin, self.article, self._pieces(), self.figure)
