//! Times that money is for: financial years, calendar years, and spans of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::UnknownName;

/// A financial year, by the calendar year in which it starts: 2017-18 is `FinancialYear(2017)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FinancialYear(pub u16);

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.0, (u32::from(self.0) + 1) % 100)
    }
}

/// A time that money is for.
///
/// Its name in records is "2017-18", "2022", or two of them with a slash for a span: "2026-27/2028-29".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Period {
    /// April to March: "2017-18".
    FinancialYear(FinancialYear),
    /// First and last: "2026-27 to 2028-29".
    FinancialYears(FinancialYear, FinancialYear),
    /// January to December: "2022".
    Year(u16),
    /// First and last: "2019 to 2022".
    Years(u16, u16),
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::FinancialYear(year) => write!(f, "{year}"),
            Period::FinancialYears(first, last) => write!(f, "{first}/{last}"),
            Period::Year(year) => write!(f, "{year}"),
            Period::Years(first, last) => write!(f, "{first}/{last}"),
        }
    }
}

impl FromStr for Period {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let period = match text.split_once('/') {
            None => financial_year(text).map(Period::FinancialYear).or_else(|| year(text).map(Period::Year)),
            Some((first, last)) => Option::zip(financial_year(first), financial_year(last))
                .map(|(first, last)| Period::FinancialYears(first, last))
                .or_else(|| Option::zip(year(first), year(last)).map(|(first, last)| Period::Years(first, last))),
        };
        period.ok_or_else(|| UnknownName::new("a period such as 2017-18, 2022 or 2026-27/2028-29", text))
    }
}

fn year(text: &str) -> Option<u16> {
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

fn financial_year(text: &str) -> Option<FinancialYear> {
    let first = FinancialYear(year(text.get(..4)?)?);
    (first.to_string() == text).then_some(first)
}

impl TryFrom<String> for Period {
    type Error = UnknownName;

    fn try_from(text: String) -> Result<Self, UnknownName> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}
