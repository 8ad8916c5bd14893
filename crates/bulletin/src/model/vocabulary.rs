//! The closed lists of words that a record may hold, each with its name in JSON, Python and tables.

use serde::{Deserialize, Serialize};

/// A name that is not on the list it was looked for in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, but found {found:?}")]
pub struct UnknownName {
    expected: &'static str,
    found: String,
}

impl UnknownName {
    pub(crate) fn new(expected: &'static str, found: &str) -> Self {
        UnknownName { expected, found: found.to_owned() }
    }
}

/// Declares an enum whose variants have one name each, the same in `as_str`, `FromStr`, `Display` and serde.
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The name in records.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok($name::$variant),)+
                    _ => Err($crate::model::UnknownName::new(concat!("one of", $(" ", $text),+), text)),
                }
            }
        }
    };
}
pub(super) use vocabulary;

vocabulary! {
    /// What sort of bulletin it is.
    pub enum Kind {
        /// A day's email.
        Daily = "daily",
        /// A week's email.
        Weekly = "weekly",
        /// A listing of headlines with teasers.
        Headlines = "headlines",
        /// An expert briefing.
        Briefing = "briefing",
        /// A live blog of time-stamped entries.
        Live = "live",
        /// No evidence for any of these.
        Other = "other",
    }
}

vocabulary! {
    /// The part that an article plays in its bulletin.
    pub enum Role {
        /// News, told.
        Story = "story",
        /// Several pieces pointed to: "Also on … today", contents lists.
        Roundup = "roundup",
        /// The standing description of the email itself.
        About = "about",
    }
}

vocabulary! {
    /// How a figure is bounded or hedged.
    pub enum Qualifier {
        /// As stated.
        Exact = "exact",
        /// "around", "some", "an estimated"
        About = "about",
        /// "nearly", "just under"
        Nearly = "nearly",
        /// "over", "in excess of"
        MoreThan = "more_than",
        /// "at least", "-plus", "or more"
        AtLeast = "at_least",
        /// "under", "less than"
        LessThan = "less_than",
        /// "up to", "a maximum of"
        AtMost = "at_most",
        /// Two ends.
        Range = "range",
    }
}

vocabulary! {
    /// Whether a figure is the size of a change, or one of its ends.
    pub enum Change {
        /// The size of a rise; of a worsening, where it is a deficit.
        Increase = "increase",
        /// The size of a fall.
        Decrease = "decrease",
        /// Where a change starts.
        From = "from",
        /// Where a change ends.
        To = "to",
    }
}

vocabulary! {
    /// What the money is.
    pub enum Topic {
        /// Spending above income, overspend, shortfall, gap.
        Deficit = "deficit",
        /// Income above spending.
        Surplus = "surplus",
        /// Money given for a purpose.
        Funding = "funding",
        /// Buildings, equipment, capital spending.
        Capital = "capital",
        /// Loans, bailouts, revenue support.
        Loan = "loan",
        /// What a contract or deal is worth.
        Contract = "contract",
        /// Redundancy and exit payments.
        Redundancy = "redundancy",
        /// Salaries and pay.
        Pay = "pay",
        /// Agency and locum staff.
        Agency = "agency",
        /// Fines and penalties.
        Fine = "fine",
        /// Damages, settlements, insurance money.
        Compensation = "compensation",
        /// Savings, efficiencies, cost improvement.
        Saving = "saving",
        /// What something costs, spending, backlog maintenance.
        Cost = "cost",
        /// Money owed.
        Debt = "debt",
        /// What is charged for one of something.
        Price = "price",
        /// Limits and caps that decide something.
        Threshold = "threshold",
        /// Turnover, receipts, revenue.
        Income = "income",
        /// Something else that the text names.
        Other = "other",
    }
}

vocabulary! {
    /// What sort of organisation it is.
    pub enum OrganisationKind {
        /// An NHS trust or foundation trust.
        Trust = "trust",
        /// A CCG, ICB, ICS, STP, PCT or the like.
        Commissioner = "commissioner",
        /// A national body or department.
        National = "national",
        /// A council, supplier, union, think tank, charity, committee.
        Other = "other",
    }
}

vocabulary! {
    /// The part that an organisation plays in a figure.
    pub enum Part {
        /// It has the money, or the figure is about it.
        Subject = "subject",
        /// It pays or owes it.
        Payer = "payer",
        /// It receives it or is owed it.
        Payee = "payee",
    }
}

/// The unit of a rate.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Per {
    /// "a year", "per annum", "annually"
    Year,
    /// "a quarter"
    Quarter,
    /// "a month", "monthly"
    Month,
    /// "a week", "weekly"
    Week,
    /// "a day", "daily"
    Day,
    /// "an hour"
    Hour,
    /// "each", "apiece": for each of several.
    Each,
    /// Any other, as the text has it, singular and lower case: "patient", "head", "shift".
    Unit(String),
}

impl Per {
    /// The name in records.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Per::Year => "year",
            Per::Quarter => "quarter",
            Per::Month => "month",
            Per::Week => "week",
            Per::Day => "day",
            Per::Hour => "hour",
            Per::Each => "each",
            Per::Unit(unit) => unit,
        }
    }
}

impl From<String> for Per {
    fn from(unit: String) -> Self {
        match unit.as_str() {
            "year" => Per::Year,
            "quarter" => Per::Quarter,
            "month" => Per::Month,
            "week" => Per::Week,
            "day" => Per::Day,
            "hour" => Per::Hour,
            "each" => Per::Each,
            _ => Per::Unit(unit),
        }
    }
}

impl From<Per> for String {
    fn from(per: Per) -> Self {
        match per {
            Per::Unit(unit) => unit,
            named => named.as_str().to_owned(),
        }
    }
}
