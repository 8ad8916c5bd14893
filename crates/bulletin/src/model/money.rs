//! One stated amount of money, and what was understood of it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Change, CurrencyCode, Part, Per, Period, Qualifier, Topic};
use crate::span::{Cue, Span};

/// One stated amount of money: "nearly £3m", "£10m-£12m", "£22 an hour".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyFigure {
    /// The bare figure with its sign and scale: "£3m".
    pub span: Span,
    /// The figure with the words of its qualifier and rate: "nearly £3m".
    pub phrase: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// How much, in the currency's major unit.
    pub quantity: Quantity,
    /// Of what.
    pub currency: Currency,
    /// Which rule of the grammar read it.
    pub rule: Rule,
    /// For each what: an hour, a year, a patient.
    pub per: Option<Cue<Per>>,
    /// Whether it is the size of a change or one of its ends; `None` for a level.
    pub change: Option<Cue<Change>>,
    /// What the money is.
    pub topic: Option<Cue<Topic>>,
    /// The times that are named for it.
    pub periods: Vec<Cue<Period>>,
    /// Who has, pays, receives or owes it.
    pub organisations: Vec<Owner>,
}

impl MoneyFigure {
    /// Every place that the figure names.
    pub(crate) fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        let MoneyFigure { span, phrase, sentence, per, change, topic, periods, organisations, .. } = self;
        let cues = per.iter_mut().map(|per| &mut per.span);
        let cues = cues.chain(change.iter_mut().map(|change| &mut change.span));
        let cues = cues.chain(topic.iter_mut().map(|topic| &mut topic.span));
        let cues = cues.chain(periods.iter_mut().map(|period| &mut period.span));
        let owners = organisations.iter_mut().flat_map(|owner| [&mut owner.name, &mut owner.cue]);
        [span, phrase, sentence].into_iter().chain(cues).chain(owners)
    }
}

/// An organisation that a figure belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The longest form of its name that the text has.
    pub name: Span,
    /// The words that stand for it by the figure: "the trust".
    pub cue: Span,
    /// The part it plays, where the words say.
    pub part: Part,
}

/// An exact amount with how it is bounded or hedged; major units of the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// "£3m"
    Exactly(Decimal),
    /// "around £3m"
    About(Decimal),
    /// "nearly £3m": about, from below.
    Nearly(Decimal),
    /// "over £3m"
    MoreThan(Decimal),
    /// "£3m or more"
    AtLeast(Decimal),
    /// "under £3m"
    LessThan(Decimal),
    /// "up to £3m"
    AtMost(Decimal),
    /// "£3m to £4m": low end, high end.
    Between(Decimal, Decimal),
}

impl Quantity {
    /// The quantity that `qualifier` makes of an amount. A range has two ends, so [`Qualifier::Range`] gives `None`.
    #[must_use]
    pub fn new(qualifier: Qualifier, amount: Decimal) -> Option<Self> {
        Some(match qualifier {
            Qualifier::Exact => Quantity::Exactly(amount),
            Qualifier::About => Quantity::About(amount),
            Qualifier::Nearly => Quantity::Nearly(amount),
            Qualifier::MoreThan => Quantity::MoreThan(amount),
            Qualifier::AtLeast => Quantity::AtLeast(amount),
            Qualifier::LessThan => Quantity::LessThan(amount),
            Qualifier::AtMost => Quantity::AtMost(amount),
            Qualifier::Range => return None,
        })
    }

    /// The stated amount; a range's low end.
    #[must_use]
    pub fn amount(self) -> Decimal {
        match self {
            Quantity::Exactly(amount)
            | Quantity::About(amount)
            | Quantity::Nearly(amount)
            | Quantity::MoreThan(amount)
            | Quantity::AtLeast(amount)
            | Quantity::LessThan(amount)
            | Quantity::AtMost(amount)
            | Quantity::Between(amount, _) => amount,
        }
    }

    /// A range's high end.
    #[must_use]
    pub fn upper(self) -> Option<Decimal> {
        match self {
            Quantity::Between(_, upper) => Some(upper),
            _ => None,
        }
    }

    /// How it is bounded or hedged.
    #[must_use]
    pub fn qualifier(self) -> Qualifier {
        match self {
            Quantity::Exactly(_) => Qualifier::Exact,
            Quantity::About(_) => Qualifier::About,
            Quantity::Nearly(_) => Qualifier::Nearly,
            Quantity::MoreThan(_) => Qualifier::MoreThan,
            Quantity::AtLeast(_) => Qualifier::AtLeast,
            Quantity::LessThan(_) => Qualifier::LessThan,
            Quantity::AtMost(_) => Qualifier::AtMost,
            Quantity::Between(..) => Qualifier::Range,
        }
    }
}

/// The currency of a figure, and how surely it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Currency {
    /// The text says which: "£", "euros", "USD".
    Stated(CurrencyCode),
    /// The text says less: slang and "a six-figure sum" are taken for pounds, and a bare "$" for what the options say.
    Assumed(CurrencyCode),
    /// The sign or name could be one of several: a bare "$".
    Unresolved(Sign),
}

impl Currency {
    /// The ISO 4217 code, where it is known.
    #[must_use]
    pub fn code(self) -> Option<CurrencyCode> {
        match self {
            Currency::Stated(code) | Currency::Assumed(code) => Some(code),
            Currency::Unresolved(_) => None,
        }
    }
}

/// A currency sign or name that several currencies share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sign {
    /// "$", "dollars", "bucks", "cents"
    Dollar,
    /// "kr", "kroner", "crowns"
    Crown,
    /// "dinars"
    Dinar,
    /// "francs" of no named country
    Franc,
    /// "pesos"
    Peso,
    /// "rials"
    Rial,
    /// "riyals"
    Riyal,
    /// "rupees"
    Rupee,
    /// "¥", of Japan or China
    Yen,
    /// No sign at all: the text names a sum of money without a currency.
    Missing,
    /// Another, which no ISO 4217 code stands for.
    Other,
}

super::vocabulary::vocabulary! {
    /// The rule of the grammar that read a figure.
    pub enum Rule {
        /// Currency before the number: "£3m", "US$5", "EUR 20".
        Prefixed = "prefixed",
        /// Currency after the number: "3m pounds", "50p", "100 USD".
        Suffixed = "suffixed",
        /// Major and minor units: "£3 and 50p", "five pounds twenty".
        Compound = "compound",
        /// Two ends with a mark between: "£10-12m", "between £3m and £5m".
        Range = "range",
        /// One of a list that shares its sign or scale: "£5, 6 and 8 million".
        Listed = "listed",
        /// A name for a sum: "a tenner", "ten grand".
        Slang = "slang",
        /// An amount told only by its magnitude: "tens of millions of pounds".
        Vague = "vague",
        /// A magnitude or amount whose currency the text leaves out: "cut by 2.5 billion".
        Bare = "bare",
    }
}
