//! Reads health-policy news bulletins and says in typed data how much money, whose, for what, when, and how surely.
//!
//! [`parse`] takes any text and gives a [`Bulletin`] of [`Article`]s with their [`MoneyFigure`]s; it cannot fail.
//! [`find_money`] reads the figures of any text without looking for articles. Amounts are exact decimals in the
//! currency's major unit. Everything found is a [`Span`] of bytes into the text, and every reading carries the words
//! that it rests on as a [`Cue`]. [`Bulletin::record`] gives the same as records with offsets in code points, which
//! serialise to the JSON that the command line and the Python package give.
//!
//! ```
//! let bulletin = bulletin::parse("Debts mount\n\nNorthmoor FT has borrowed up to £12m a year since 2019-20.");
//! let article = &bulletin.articles[0];
//! let figure = &article.figures[0];
//! assert_eq!(article.heading.map(|heading| &bulletin[heading]), Some("Debts mount"));
//! assert_eq!(&bulletin[figure.phrase], "up to £12m a year");
//! assert_eq!(figure.quantity, bulletin::model::Quantity::AtMost(12_000_000.into()));
//! ```
//!
//! The crate reads no files and no clock, and starts no threads; time is linear in the text.
#![forbid(unsafe_code)]
#![cfg_attr(not(test), warn(clippy::float_arithmetic, clippy::cast_possible_truncation))]

mod context;
mod gazetteer;
mod grammar;
mod layout;
pub mod model;
mod parse;
pub mod record;
pub mod span;
mod text;

use std::sync::Arc;

use jiff::civil::Date;

pub use gazetteer::register::{Gazetteer, GazetteerError};
pub use model::{Article, Bulletin, MoneyFigure};
pub use parse::{find_money, find_money_with, parse, parse_with};
pub use span::{Cue, Span};

/// What a caller can tell the reader beyond the text.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// The day the bulletin came out; "last year" and the like are read against it, never against the clock.
    pub published: Option<Date>,
    /// What a bare "$" or "dollars" stands for; left unresolved by default.
    pub dollar: Option<model::CurrencyCode>,
    /// The caller's own register: its names are known, and mentions have its codes.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// Whether to read articles and amounts alone: no organisations, and of what a figure means (topic, change, periods, owners)
    /// nothing. Reading is then several times as fast.
    pub amounts_only: bool,
}

/// The README's Rust, run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
