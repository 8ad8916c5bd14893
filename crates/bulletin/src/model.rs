//! The nouns: what a bulletin holds. Data only; every place is a [`Span`] into the bulletin's text.

mod code;
mod money;
mod period;
mod vocabulary;

use std::ops::Index;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use code::{CurrencyCode, OdsCode};
pub use money::{Currency, MoneyFigure, Owner, Quantity, Rule, Sign};
pub use period::{FinancialYear, Period};
pub use vocabulary::{Change, Kind, OrganisationKind, Part, Per, Qualifier, Role, Topic, UnknownName};

use crate::span::Span;

/// One news bulletin: its text, and what was found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulletin {
    /// The whole text, as it was parsed.
    pub text: Arc<str>,
    /// What sort of bulletin it is, by its tagline and layout.
    pub kind: Kind,
    /// The standing line at the top that names the publication.
    pub tagline: Option<Span>,
    /// When it came out, where the caller said so.
    pub published: Option<Date>,
    /// The articles, in the order of the text; they do not overlap.
    pub articles: Vec<Article>,
    /// Damage that was read around.
    pub warnings: Vec<Warning>,
}

impl Bulletin {
    /// Every figure of every article, in the order of the text.
    pub fn figures(&self) -> impl Iterator<Item = &MoneyFigure> {
        self.articles.iter().flat_map(|article| &article.figures)
    }
}

impl Index<Span> for Bulletin {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

/// One story of a bulletin: a heading (or none, for a lead) and its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// What part it plays in the bulletin.
    pub role: Role,
    /// The site's section or the topic that it is filed under: "HSJ Local", "FINANCE".
    pub label: Option<Span>,
    /// The heading's words, without marks and glued labels.
    pub heading: Option<Span>,
    /// From the first paragraph to the end of the last; empty where there is only a heading.
    pub body: Span,
    /// The paragraphs of the body.
    pub paragraphs: Vec<Span>,
    /// The amounts of money, in the order of the text.
    pub figures: Vec<MoneyFigure>,
    /// The organisations named, in the order of the text.
    pub organisations: Vec<Mention>,
}

impl Article {
    /// Heading and body together.
    #[must_use]
    pub fn span(&self) -> Span {
        self.heading.map_or(self.body, |heading| if self.body.is_empty() { heading } else { heading.cover(self.body) })
    }

    /// Every place that the article names.
    pub(crate) fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        let Article { label, heading, body, paragraphs, figures, organisations, .. } = self;
        let own = label.iter_mut().chain(heading).chain([body]).chain(paragraphs);
        let mentions = organisations.iter_mut().flat_map(|mention| [&mut mention.span, &mut mention.name]);
        own.chain(figures.iter_mut().flat_map(MoneyFigure::spans)).chain(mentions)
    }
}

/// Words that name an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// The longest form of its name that the text has.
    pub name: Span,
    /// Its code in the caller's register, where it is in one.
    pub code: Option<OdsCode>,
}

/// Damage in the text that was read around.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Where.
    pub span: Span,
    /// What was expected and what was found.
    pub message: String,
}
