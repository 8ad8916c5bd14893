//! Places in a text: [`Span`], and [`Cue`], a reading with the words that it rests on.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in a bulletin's text, on character boundaries.
///
/// Read its words by indexing: `&bulletin[span]`, or `span.of(text)` for any text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "(usize, usize)", try_from = "(usize, usize)")]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` to `end` (bytes), or `None` where `start > end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Option<Self> {
        (start <= end).then_some(Span { start, end })
    }

    /// The span of `length` bytes from `start`.
    #[must_use]
    pub fn at(start: usize, length: usize) -> Self {
        Span { start, end: start.saturating_add(length) }
    }

    /// The smallest span that covers both `self` and `other`.
    #[must_use]
    pub fn cover(self, other: Span) -> Self {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte is covered.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether all of `other` lies within.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same words in a text that this one's text begins `offset` bytes into.
    #[must_use]
    pub fn shift(self, offset: usize) -> Self {
        Span { start: self.start.saturating_add(offset), end: self.end.saturating_add(offset) }
    }

    /// The bytes as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words of `text` that the span covers; empty where the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl TryFrom<(usize, usize)> for Span {
    type Error = BackwardSpan;

    fn try_from((start, end): (usize, usize)) -> Result<Self, BackwardSpan> {
        Span::new(start, end).ok_or(BackwardSpan { start, end })
    }
}

/// A span that ends before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a span that ends after byte {start}, but found its end at byte {end}")]
pub struct BackwardSpan {
    /// Where it says to start, in bytes.
    pub start: usize,
    /// Where it says to end, in bytes.
    pub end: usize,
}

/// A reading, and the words that it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cue<T> {
    /// What was read.
    pub value: T,
    /// The words that gave it away.
    pub span: Span,
}

impl<T> Cue<T> {
    /// The reading `value`, resting on the words at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Cue { value, span }
    }
}
