//! The signs, codes and names of the world's currencies, from `currencies.tsv`.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::model::{Currency, CurrencyCode, Sign};
use crate::text::index::Index;

/// What a form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) currency: Currency,
    pub(crate) form: Form,
    /// What one of it is in major units: 0.01 for pence, a million for "MUSD".
    pub(crate) worth: Decimal,
}

/// How a unit is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// "£", "US$"
    Sign,
    /// "Rs", "Ft", "R": a sign made of letters.
    Letters,
    /// "EUR"
    Code,
    /// A code that is also a word, or that health news uses for something else: "ALL", "CDF".
    WordCode,
    /// "#": what old mail programs leave of a sign, and much else.
    Lost,
    /// "pounds"
    Name,
    /// "pence"
    Minor,
    /// "p": glued to its number or nothing.
    MinorLetter,
    /// "fiver", "tenner", "grand": a sum of pounds by a name of its own.
    Slang,
}

/// Codes that are English words, or that health news uses for something else ("CHF" is heart failure, "CRC" a cancer):
/// read only where nothing else is meant.
const WORD_CODES: [&str; 51] = [
    "ALL", "TRY", "TOP", "CUP", "MAD", "PEN", "SOS", "COP", "SDG", "CDF", "AMD", "CAD", "BAM", "GEL", "MOP", "DOP",
    "NAD", "ANG", "RON", "SAR", "BMD", "MDL", "ISK", "PAB", "GIP", "STN", "SLE", "BOB", "CHF", "AED", "CRC", "LBP",
    "NOK", "BBD", "BSD", "DEM", "EGP", "ESP", "GMD", "ILS", "LSL", "MRU", "NIO", "PHP", "PTE", "SBD", "SCR", "SHP",
    "TMT", "CVE", "WST",
];

/// Codes that people also write in small letters.
const SMALL_CODES: [&str; 7] = ["USD", "EUR", "GBP", "JPY", "AUD", "NZD", "CAD"];

/// Codes that are also written with a letter for thousand or million before them: "30 MUSD".
const SCALED_CODES: [&str; 9] = ["USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "AUD", "CAD"];

/// Sums of pounds with a name of their own.
const SLANG: [(&str, u32); 6] =
    [("fiver", 5), ("fivers", 5), ("tenner", 10), ("tenners", 10), ("grand", 1000), ("grands", 1000)];

/// A form of a currency.
struct Entry {
    text: String,
    /// Whether it must be written just so.
    exact: bool,
    unit: Unit,
}

/// Every form of every currency.
static CURRENCIES: LazyLock<Index<Entry>> = LazyLock::new(|| {
    let lines = include_str!("currencies.tsv").lines().filter(|line| !line.starts_with('#'));
    Index::new(lines.flat_map(row).chain(slang()), |entry| &entry.text)
});

/// What "£" is.
static POUND: LazyLock<Option<(Unit, usize)>> = LazyLock::new(|| longest("£"));

/// The longest form that `input` starts with: its unit, and its length in bytes. Word boundaries are the caller's.
pub(crate) fn unit_at(input: &str) -> Option<(Unit, usize)> {
    // Most that are asked for are this one.
    if input.starts_with('£') { *POUND } else { longest(input) }
}

/// Of forms as long, the one that is written just so.
fn longest(input: &str) -> Option<(Unit, usize)> {
    let mut found: Option<&Entry> = None;
    for entry in CURRENCIES.alike(input) {
        let length = entry.text.len();
        let Some(written) = input.as_bytes().get(..length) else { continue };
        match found {
            Some(found) if found.text.len() > length => break,
            _ if written == entry.text.as_bytes() => return Some((entry.unit, length)),
            None if !entry.exact && written.eq_ignore_ascii_case(entry.text.as_bytes()) => found = Some(entry),
            _ => {}
        }
    }
    found.map(|entry| (entry.unit, entry.text.len()))
}

/// The entries of one line of the table.
fn row(line: &str) -> Vec<Entry> {
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    let (key, digits, signs, names, minors) = (column(), column(), column(), column(), column());
    let digits = digits.parse().unwrap_or(2);
    let Some(currency) = currency(key) else { return Vec::new() };
    let minor_worth = Decimal::try_new(1, digits).unwrap_or_default();
    let entry =
        |text: &str, exact, form, worth| Entry { text: text.to_owned(), exact, unit: Unit { currency, form, worth } };

    let mut entries = Vec::new();
    for sign in signs.split_whitespace() {
        let lettered = sign.chars().all(|c| c.is_alphabetic() || c == '.' || c == '/');
        let form = match sign {
            "#" => Form::Lost,
            _ if lettered => Form::Letters,
            _ => Form::Sign,
        };
        entries.push(entry(sign, true, form, Decimal::ONE));
        // "us $", "hk $": a prefix of two letters or more in any case, with or without a space.
        if let Some(prefix) = sign.strip_suffix('$').filter(|prefix| prefix.len() > 1) {
            entries.push(entry(&format!("{prefix}$"), false, form, Decimal::ONE));
            entries.push(entry(&format!("{prefix} $"), false, form, Decimal::ONE));
        }
    }
    for name in names.split('|').filter(|name| !name.is_empty()) {
        entries.push(entry(name, false, Form::Name, Decimal::ONE));
    }
    for name in minors.split('|').filter(|name| !name.is_empty()) {
        let letter = name.len() == 1;
        let form = if letter { Form::MinorLetter } else { Form::Minor };
        entries.push(entry(name, letter, form, minor_worth));
    }
    if !key.starts_with('~') {
        let form = if WORD_CODES.contains(&key) { Form::WordCode } else { Form::Code };
        entries.push(entry(key, !SMALL_CODES.contains(&key), form, Decimal::ONE));
    }
    if SCALED_CODES.contains(&key) {
        entries.push(entry(&format!("M{key}"), true, Form::Code, Decimal::from(1_000_000)));
        entries.push(entry(&format!("K{key}"), true, Form::Code, Decimal::from(1_000)));
    }
    entries
}

fn slang() -> impl Iterator<Item = Entry> {
    let currency = Currency::Assumed(CurrencyCode::GBP);
    SLANG.into_iter().map(move |(name, worth)| Entry {
        text: name.to_owned(),
        exact: false,
        unit: Unit { currency, form: Form::Slang, worth: worth.into() },
    })
}

fn currency(key: &str) -> Option<Currency> {
    let Some(shared) = key.strip_prefix('~') else { return key.parse::<CurrencyCode>().ok().map(Currency::Stated) };
    Some(Currency::Unresolved(match shared {
        "dollar" => Sign::Dollar,
        "crown" => Sign::Crown,
        "dinar" => Sign::Dinar,
        "franc" => Sign::Franc,
        "peso" => Sign::Peso,
        "rial" => Sign::Rial,
        "riyal" => Sign::Riyal,
        "rupee" => Sign::Rupee,
        "yen" => Sign::Yen,
        _ => Sign::Other,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_every_form_found_whole() {
        let table = include_str!("currencies.tsv");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let entries = row(line);
            assert!(!entries.is_empty(), "{line}");
            for entry in entries {
                let (_, length) = unit_at(&entry.text).unwrap_or_else(|| panic!("{} of {line}", entry.text));
                assert_eq!(length, entry.text.len(), "{} of {line}", entry.text);
            }
        }
    }

    #[test]
    fn the_longest_form_wins() {
        for (text, form, code) in [
            ("£5", Form::Sign, Some("GBP")),
            ("US$5", Form::Sign, Some("USD")),
            ("hk $ 5", Form::Sign, Some("HKD")),
            ("$5", Form::Sign, None),
            ("Australian dollars", Form::Name, Some("AUD")),
            ("dollars", Form::Name, None),
            ("pence", Form::Minor, Some("GBP")),
            ("ALL 5", Form::WordCode, Some("ALL")),
            ("MUSD", Form::Code, Some("USD")),
        ] {
            let (unit, _) = unit_at(text).expect(text);
            assert_eq!(
                (unit.form, unit.currency.code().map(|code| code.to_string()).as_deref()),
                (form, code),
                "{text}"
            );
        }
    }
}
