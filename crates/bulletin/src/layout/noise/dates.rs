//! Lines that only say when.

/// Words of a date that are no month or day.
const AROUND: [&str; 12] =
    ["published", "published:", "updated", "updated:", "posted", "date:", "on", "at", "of", "last", "-", "|"];

/// Month and day names by their first three letters, and halves of the day.
const NAMES: [&str; 21] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun", "am", "pm",
];
/// The same in full.
const FULL: [&str; 19] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// date-line = { weekday | day | month | year | time | "published" , … } ; with a month, or digits of a date.
pub(super) fn is_date_line(words: &str) -> bool {
    if words.len() > 60 {
        return false;
    }
    let (mut names, mut dates) = (0, 0);
    for word in words.split(|c: char| c.is_whitespace() || c == ',') {
        match piece(word) {
            Some(Piece::Name) => names += 1,
            Some(Piece::Date) => dates += 1,
            Some(Piece::Number | Piece::Around) => {}
            None => return false,
        }
    }
    names + dates > 0 && words.bytes().any(|byte| byte.is_ascii_digit())
}

/// source-and-date = name , ( ":" | "," | ) , day , month , [ year ] ; "Guardian 6 March", as press cuttings have it.
pub(super) fn is_source_and_date(words: &str) -> bool {
    if words.len() > 48 {
        return false;
    }
    let Some(digit) = words.find(|c: char| c.is_ascii_digit()) else { return false };
    let name = words[..digit].trim_end().trim_end_matches([':', ',', '–', '-', '|']).trim_end();
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
    let named = !name.is_empty() && name.split_whitespace().count() <= 4 && name.split_whitespace().all(capital);
    let date = &words[digit..];
    named && is_date_line(date) && date.split_whitespace().any(|word| piece(word) == Some(Piece::Name))
}

#[derive(PartialEq, Eq)]
enum Piece {
    Name,
    Date,
    Number,
    Around,
}

/// What a word is within a date.
fn piece(word: &str) -> Option<Piece> {
    if word.is_empty() {
        return Some(Piece::Around);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | ':' | '.' | 'T'));
        let sized = word.len() - digits.len() <= 24 && word.len() <= 28;
        // Two joints make a date or a time; one may be a span of years or of money.
        let joined = word.contains(':') || word.matches(['-', '/']).count() >= 2;
        let ending = ["", "st", "nd", "rd", "th", "am", "pm", "Z", "GMT"].contains(&digits);
        let plain = joined || !word.contains(['-', '/', '.']);
        return (sized && ending && plain).then_some(if joined { Piece::Date } else { Piece::Number });
    }
    let fits = |name: &str| word.eq_ignore_ascii_case(name);
    let name = FULL.iter().chain(&NAMES).any(|name| fits(name)) || word.eq_ignore_ascii_case("sept");
    if name {
        return Some(Piece::Name);
    }
    (AROUND.iter().any(|name| fits(name)) || word == "–").then_some(Piece::Around)
}
