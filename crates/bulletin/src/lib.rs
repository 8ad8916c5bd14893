//! Reads health-policy news bulletins and says in typed data how much money, whose, for what, when, and how surely.
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

use jiff::civil::Date;

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
}
