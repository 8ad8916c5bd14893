//! Sums of money written in every style from what they mean, and read back to exactly that.

use bulletin::find_money;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

/// A currency as the generator writes it.
#[derive(Debug, Clone, Copy)]
struct Money {
    sign: &'static str,
    iso: &'static str,
    name: &'static str,
    minor: &'static str,
    /// The code that a sign or name gives; the bare dollar gives none.
    code: Option<&'static str>,
}

const MONIES: [Money; 4] = [
    Money { sign: "£", iso: "GBP", name: "pounds", minor: "pence", code: Some("GBP") },
    Money { sign: "€", iso: "EUR", name: "euros", minor: "euro cents", code: Some("EUR") },
    Money { sign: "US$", iso: "USD", name: "US dollars", minor: "US cents", code: Some("USD") },
    Money { sign: "$", iso: "AUD", name: "dollars", minor: "cents", code: None },
];

/// A sum as it is written, and what it means.
#[derive(Debug)]
struct Written {
    /// The words of the bare figure.
    words: String,
    amount: Decimal,
    upper: Option<Decimal>,
    code: Option<&'static str>,
    /// Words that belong before the figure, such as "between".
    lead: &'static str,
}

/// A number with up to two decimals, 0.01 to 9999.99.
#[derive(Debug, Clone, Copy)]
struct Number(u32);

impl Number {
    fn value(self) -> Decimal {
        Decimal::new(self.0.into(), 2).normalize()
    }

    /// At least 1, without the decimals.
    fn whole(self) -> u32 {
        self.0 / 100 + 1
    }
}

/// The sums that each style makes of a currency and two numbers, the first below the second.
const STYLES: [fn(Money, Number, Number) -> Written; 26] = [
    |m, a, _| sum(m.code, format!("{}{}", m.sign, a.value()), a.value()),
    |m, a, _| sum(m.code, format!("{}{:.2}", m.sign, a.value()), a.value()),
    |m, a, _| sum(m.code, format!("{}{}m", m.sign, a.value()), millions(a)),
    |m, a, _| sum(m.code, format!("{}{}M", m.sign, a.value()), millions(a)),
    |m, a, _| sum(m.code, format!("{}{}bn", m.sign, a.value()), millions(a) * thousand()),
    |m, a, _| sum(m.code, format!("{}{}k", m.sign, a.value()), a.value() * thousand()),
    |m, a, _| sum(m.code, format!("{} {}", m.sign, a.value()), a.value()),
    |m, a, _| sum(m.code, format!("{}{} million", m.sign, a.value()), millions(a)),
    |m, a, _| sum(m.code, format!("{}{}million", m.sign, a.value()), millions(a)),
    |m, a, _| sum(m.code, format!("{}{}\u{a0}billion", m.sign, a.value()), millions(a) * thousand()),
    |m, a, _| sum(m.code, format!("{}{}\nmillion", m.sign, a.value()), millions(a)),
    |m, a, _| sum(m.code, format!("{}{}-million", m.sign, a.value()), millions(a)),
    |m, a, _| sum(m.code, format!("{}{}½m", m.sign, a.whole()), half_more(a.whole()) * million()),
    |m, a, b| sum(m.code, format!("{}{}", m.sign, grouped(a, b)), long(a, b)),
    |m, a, _| sum(Some(m.iso), format!("{} {}m", m.iso, a.value()), millions(a)),
    |m, a, b| sum(Some(m.iso), format!("{} {}", grouped(a, b), m.iso), long(a, b)),
    |m, a, _| sum(m.code, format!("{} million {}", a.value(), m.name), millions(a)),
    |m, a, b| sum(m.code, format!("{} {}", grouped(a, b), m.name), long(a, b)),
    |m, a, _| sum(m.code, format!("{} {}", spelled(a.whole()), m.name), a.whole().into()),
    |m, a, _| sum(m.code, format!("{} million {}", spelled(a.whole() % 900 + 1), m.name), spelled_millions(a)),
    |m, a, _| sum(m.code, format!("{} {}", a.whole() % 98 + 2, m.minor), Decimal::new((a.whole() % 98 + 2).into(), 2)),
    |m, a, b| compound(m, a.whole(), b.whole() % 98 + 2),
    |m, a, b| range(m, format!("{0}{1}m-{0}{2}m", m.sign, a.value(), b.value()), millions(a), millions(b), ""),
    |m, a, b| range(m, format!("{0}{1}m to {0}{2}m", m.sign, a.value(), b.value()), millions(a), millions(b), ""),
    |m, a, b| shared(m, a.whole() % 900, b.whole() % 90),
    |m, a, b| {
        let words = format!("{0}{1}m and {0}{2}m", m.sign, a.value(), b.value());
        range(m, words, millions(a), millions(b), "between ")
    },
];

/// Words of a qualifier, and its name in a record.
const QUALIFIERS: [(&str, &str); 12] = [
    ("", "exact"),
    ("just ", "exact"),
    ("nearly ", "nearly"),
    ("almost ", "nearly"),
    ("around ", "about"),
    ("an estimated ", "about"),
    ("more than ", "more_than"),
    ("well over ", "more_than"),
    ("at least ", "at_least"),
    ("less than ", "less_than"),
    ("up to ", "at_most"),
    ("no more than ", "at_most"),
];

/// Words of a rate, and its unit.
const RATES: [(&str, Option<&str>); 7] = [
    ("", None),
    (" a year", Some("year")),
    (" per patient", Some("patient")),
    (" an hour", Some("hour")),
    ("-a-week", Some("week")),
    (" each", Some("each")),
    (" p.a.", Some("year")),
];

/// What a sum stands in: before and after.
const FRAMES: [(&str, &str); 6] = [
    ("", ""),
    ("Papers show ", "."),
    ("The board spent ", ", it said"),
    ("“Naïve” café: ", "; more"),
    ("In 2019-20 it was ", " on 17 June"),
    ("- ", "\n\nEnds"),
];

fn sum(code: Option<&'static str>, words: String, amount: Decimal) -> Written {
    Written { words, amount, upper: None, code, lead: "" }
}

fn range(money: Money, words: String, low: Decimal, high: Decimal, lead: &'static str) -> Written {
    Written { words, amount: low, upper: Some(high), code: money.code, lead }
}

/// "£7-12m": the scale reaches back.
fn shared(money: Money, low: u32, more: u32) -> Written {
    let (low, high) = (low + 1, low + more + 2);
    range(
        money,
        format!("{}{low}-{high}m", money.sign),
        million() * Decimal::from(low),
        million() * Decimal::from(high),
        "",
    )
}

/// "6 pounds and 30 pence"
fn compound(money: Money, major: u32, minor: u32) -> Written {
    let words = format!("{major} {} and {minor} {}", money.name, money.minor);
    sum(money.code, words, Decimal::new(i64::from(major) * 100 + i64::from(minor), 2))
}

fn thousand() -> Decimal {
    Decimal::from(1_000)
}

fn million() -> Decimal {
    Decimal::from(1_000_000)
}

fn millions(number: Number) -> Decimal {
    (number.value() * million()).normalize()
}

fn half_more(whole: u32) -> Decimal {
    Decimal::from(whole) + Decimal::new(5, 1)
}

fn spelled_millions(number: Number) -> Decimal {
    Decimal::from(number.whole() % 900 + 1) * million()
}

/// A whole number of seven digits and more made of two.
fn long(a: Number, b: Number) -> Decimal {
    Decimal::from(u64::from(a.whole()) * 1_000_000 + u64::from(b.0))
}

/// The same in groups of three.
fn grouped(a: Number, b: Number) -> String {
    let digits = long(a, b).to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number from 1 to 99,999 in words, with the British "and".
fn spelled(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let word = |table: &[&str], index: u32| table[usize::try_from(index).unwrap_or_default()].to_owned();
    let with = |head: String, joint: &str, tail: u32| match tail {
        0 => head,
        tail => format!("{head}{joint}{}", spelled(tail)),
    };
    match number {
        0..20 => word(&SMALL, number),
        20..100 => with(word(&TENS, number / 10), "-", number % 10),
        100..1_000 => with(format!("{} hundred", word(&SMALL, number / 100)), " and ", number % 100),
        _ => {
            let joint = if number % 1_000 < 100 { " and " } else { " " };
            with(format!("{} thousand", spelled(number / 1_000)), joint, number % 1_000)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn what_is_written_is_read(
        money in select(MONIES.to_vec()),
        style in 0..STYLES.len(),
        (low, more) in (1_u32..900_000, 1_u32..99_999),
        (qualifier, qualifier_name) in select(QUALIFIERS.to_vec()),
        (rate, unit) in select(RATES.to_vec()),
        (before, after) in select(FRAMES.to_vec()),
    ) {
        let written = STYLES[style](money, Number(low), Number(low + more));
        let ranged = written.upper.is_some();
        let (qualifier, name) = if ranged { ("", "range") } else { (qualifier, qualifier_name) };
        let text = format!("{before}{qualifier}{}{}{rate}{after}", written.lead, written.words);
        let found = find_money(&text);
        prop_assert_eq!(found.len(), 1, "{:?}", &text);
        let figure = &found[0];
        prop_assert_eq!(figure.span.of(&text), &written.words, "{:?}", &text);
        prop_assert_eq!(figure.quantity.amount(), written.amount, "{:?}", &text);
        prop_assert_eq!(figure.quantity.upper(), written.upper, "{:?}", &text);
        prop_assert_eq!(figure.quantity.qualifier().as_str(), name, "{:?}", &text);
        let code = figure.currency.code();
        prop_assert_eq!(code.as_ref().map(bulletin::model::CurrencyCode::as_str), written.code, "{:?}", &text);
        prop_assert_eq!(figure.per.as_ref().map(|per| per.value.as_str()), unit, "{:?}", &text);
        prop_assert!(figure.phrase.contains(figure.span), "{:?}", &text);
    }

    #[test]
    fn figures_of_any_text_lie_in_it_in_order(
        pieces in prop::collection::vec(select(PIECES.to_vec()), 0..24),
        other in "\\PC{0,12}",
        at in 0..24_usize,
    ) {
        let text: String = pieces.iter().enumerate().flat_map(|(index, piece)| {
            [if index == at { other.as_str() } else { "" }, piece]
        }).collect();
        let found = find_money(&text);
        for figure in &found {
            prop_assert!(!figure.span.of(&text).is_empty());
            prop_assert!(figure.phrase.contains(figure.span), "{:?}", &text);
            prop_assert!(figure.phrase.end() <= text.len());
            prop_assert!(figure.quantity.upper().is_none_or(|upper| upper > figure.quantity.amount()), "{:?}", &text);
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].phrase.end() <= pair[1].phrase.start(), "{:?}", &text);
        }
    }
}

/// What texts about money are made of, in no order.
const PIECES: [&str; 64] = [
    "£",
    "$",
    "€",
    "p",
    "m",
    "bn",
    "k",
    " million",
    " pounds",
    " pence",
    "GBP",
    " EUR",
    "1",
    "20",
    "3.5",
    "1,000",
    "0",
    "2019-20",
    "½",
    "-",
    "–",
    "—",
    " to ",
    " and ",
    " between ",
    " from ",
    " up ",
    " by ",
    " of ",
    " a ",
    "(",
    ")",
    ".",
    ",",
    " ",
    "\n",
    "\n\n",
    "\u{a0}",
    "a year",
    " per ",
    "patient",
    " over ",
    " nearly ",
    " or more",
    "+",
    "plus",
    " five ",
    " hundred",
    " half ",
    " third",
    "six-figure",
    "tens of ",
    "millions",
    " grand",
    " penny",
    "#",
    "&pound;",
    "Â£",
    "é",
    "’",
    "“",
    "…",
    "deficit",
    " next",
];
