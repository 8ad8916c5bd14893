//! Text as a terminal can show it.

use std::ops::Range;

use rust_decimal::Decimal;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text on one line: white space is one space, and what a terminal would obey is [`visible`].
///
/// ```
/// assert_eq!(bulletin_table::printable("£2.4\n bn\u{1B}[2J"), "£2.4 bn\u{FFFD}[2J");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().map(visible));
    }
    line
}

/// A character as a terminal can show it: white space is a space; what a terminal would obey, such as the start of an
/// escape sequence or a turn of direction, is U+FFFD.
#[must_use]
pub fn visible(character: char) -> char {
    match character {
        _ if character.is_whitespace() => ' ',
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        _ if character.is_control() => '\u{FFFD}',
        _ => character,
    }
}

/// The columns of a terminal that characters take: none, one or two each, and two for those that join to one picture.
pub fn columns_of(characters: impl IntoIterator<Item = char>) -> usize {
    String::from_iter(characters).width()
}

/// The lines of at most `columns` that characters make, as ranges of their indices, broken at spaces where there are
/// any; the spaces at the breaks belong to no line.
///
/// ```
/// let text: Vec<char> = "nearly £3m".chars().collect();
/// assert_eq!(bulletin_table::wrap(&text, 7), [0..6, 7..10]);
/// ```
#[must_use]
pub fn wrap(characters: &[char], columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let fitting = fitting(&characters[start..], columns);
        let limit = start + fitting;
        if limit == characters.len() {
            lines.push(start..limit);
            return lines;
        }
        let space = (start..=limit).rev().find(|&at| characters[at] == ' ').filter(|&at| at > start);
        lines.push(start..space.unwrap_or(limit));
        start = space.unwrap_or(limit);
        while characters.get(start) == Some(&' ') {
            start += 1;
        }
        if start == characters.len() {
            return lines;
        }
    }
}

/// How many of the first characters fit; at least one, so that there is always a next line.
fn fitting(characters: &[char], columns: usize) -> usize {
    let mut room = columns;
    for (index, character) in characters.iter().enumerate() {
        match room.checked_sub(character.width().unwrap_or(0)) {
            Some(rest) => room = rest,
            None => return index.max(1),
        }
    }
    characters.len()
}

/// An amount as people read it: commas between thousands, and no fewer than two decimal places, if any: "74,318.50".
///
/// ```
/// let amount = "-2400000.5".parse().unwrap();
/// assert_eq!(bulletin_table::with_thousands(amount), "-2,400,000.50");
/// ```
#[must_use]
pub fn with_thousands(amount: Decimal) -> String {
    let digits = amount.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut grouped = String::from(if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
        if fraction.len() == 1 {
            grouped.push('0');
        }
    }
    grouped
}
