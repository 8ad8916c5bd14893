//! Acronyms: the letters that a text goes on to call an organisation by, told in brackets or made of its initials.

use super::heads::HEADS;
use crate::span::Span;

/// How many letters a word of initials has at least, so that it is hardly another's.
const FEWEST: usize = 3;
/// How many an acronym has at most.
const MOST: usize = 8;

/// The acronyms of the organisation whose name stands at `name`: the one in brackets after it, its initials, and those
/// without what many names end in.
pub(super) fn acronyms(text: &str, name: Span) -> impl Iterator<Item = String> {
    let told = bracketed(&text[name.end()..]).filter(|told| is_of(told, name.of(text))).map(str::to_owned);
    let (whole, own) = initials(name.of(text));
    let made = own.filter(|own| own.len() < whole.len()).into_iter().chain([whole]);
    let made = made.filter(|made| (FEWEST..=MOST).contains(&made.len()));
    told.into_iter().chain(made).filter(|acronym| !HEADS.has(acronym))
}

/// `bracketed = " (" , capital , capital , { capital } , ")" ;`
fn bracketed(after: &str) -> Option<&str> {
    let inside = after.strip_prefix(" (")?;
    let length = inside.bytes().take(MOST + 1).take_while(u8::is_ascii_uppercase).count();
    let (letters, rest) = inside.split_at(length);
    (rest.starts_with(')') && (2..=MOST).contains(&length)).then_some(letters)
}

/// Whether the letters stand in the name in their order, the first at its beginning.
fn is_of(acronym: &str, name: &str) -> bool {
    let mut letters = name.bytes();
    let first = acronym.bytes().next().is_some_and(|first| name.as_bytes().first() == Some(&first));
    first && acronym.bytes().all(|letter| letters.any(|other| other.eq_ignore_ascii_case(&letter)))
}

/// The initials of a name, and those before its last words where these are common to many; words that are letters already stay whole.
///
/// "Bellmoor and Fell Hospitals FT": "BFHFT" and "BFH". What begins with "NHS" goes by no initials.
fn initials(name: &str) -> (String, Option<String>) {
    let (mut whole, mut own) = (String::new(), None);
    let words = name.split(|c: char| c.is_whitespace() || c == ',').filter(|word| word.starts_with(char::is_uppercase));
    for word in words {
        if word == "NHS" && whole.is_empty() {
            break;
        }
        let closes = HEADS.at(word).is_some_and(|(head, length)| head.strong && length == word.len());
        if closes || matches!(word, "NHS" | "Foundation") {
            own.get_or_insert_with(|| whole.clone());
        } else {
            own = None;
        }
        let letters = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        whole.push_str(if letters { word } else { word.get(..1).unwrap_or_default() });
    }
    (whole, own)
}
