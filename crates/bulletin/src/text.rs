//! What any text has: lines, words, sentences, positions.

pub(crate) mod breaks;
pub(crate) mod index;
pub(crate) mod lines;
pub(crate) mod positions;
pub(crate) mod sentences;
pub(crate) mod words;
