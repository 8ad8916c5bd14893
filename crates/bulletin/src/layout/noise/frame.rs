//! The words of a page's frame: a closed vocabulary, which every site and every mail program shares.

use std::sync::LazyLock;

use memchr::memmem;

use super::dates::{is_date_line, is_source_and_date};
use crate::layout::cues::{Cues, head};
use crate::layout::folded::Folded;
use crate::text::index::Index;

/// What a line of the frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Sells subscriptions, or asks to sign in.
    Paywall,
    /// Numbers pages.
    Pages,
    /// Asks to read on.
    ReadMore,
    /// Says that the page is live.
    Live,
    /// Names whose a picture is.
    Source,
    /// Anything else.
    Other,
}

use Found::{Live, Other, Pages, Paywall, ReadMore, Source};

/// Whole lines in small letters; a star stands for any rest.
pub(super) const FRAME: [(&str, Found); 102] = [
    ("add a comment", Other),
    ("advertisement", Other),
    ("already a subscriber*", Paywall),
    ("already have an account*", Paywall),
    ("already registered*", Paywall),
    ("back to top", Other),
    ("be the first to comment", Other),
    ("become a subscriber*", Paywall),
    ("click here", ReadMore),
    ("click here to*", ReadMore),
    ("comment on this*", Other),
    ("comments", Other),
    ("comments (*", Other),
    ("contact me in confidence*", Other),
    ("contact us", Other),
    ("continue reading*", ReadMore),
    ("cookie policy", Other),
    ("copy link", Other),
    ("create an account*", Paywall),
    ("credit:*", Source),
    ("download episode", Other),
    ("download the full*", ReadMore),
    ("email this*", Other),
    ("facebook", Other),
    ("find out more", ReadMore),
    ("follow @*", Other),
    ("follow us on*", Other),
    ("forgot your password*", Paywall),
    ("forgotten your password*", Paywall),
    ("full story", ReadMore),
    ("go to page*", Pages),
    ("have your say", Other),
    ("image credit:*", Source),
    ("image source:*", Source),
    ("image:*", Source),
    ("jump to content", Other),
    ("jump to navigation", Other),
    ("leave a comment", Other),
    ("linkedin", Other),
    ("live blog", Live),
    ("live logo", Live),
    ("load more*", Pages),
    ("log in", Paywall),
    ("log in to*", Paywall),
    ("login", Paywall),
    ("manage preferences", Other),
    ("next", Pages),
    ("next page*", Pages),
    ("no comments", Other),
    ("older posts", Pages),
    ("only subscribers can*", Paywall),
    ("photo:*", Source),
    ("photograph:*", Source),
    ("picture:*", Source),
    ("please log in*", Paywall),
    ("please register*", Paywall),
    ("please sign in*", Paywall),
    ("previous", Pages),
    ("previous next", Pages),
    ("previous page*", Pages),
    ("print", Other),
    ("print this*", Other),
    ("privacy policy*", Other),
    ("read full story", ReadMore),
    ("read more", ReadMore),
    ("read more...", ReadMore),
    ("read more…", ReadMore),
    ("read the full*", ReadMore),
    ("register", Paywall),
    ("register for free*", Paywall),
    ("register now*", Paywall),
    ("register to access*", Paywall),
    ("register to continue*", Paywall),
    ("register to read*", Paywall),
    ("related articles", Other),
    ("related stories", Other),
    ("save article", Other),
    ("see all articles*", Other),
    ("share", Other),
    ("share on facebook", Other),
    ("share on linkedin", Other),
    ("share on twitter", Other),
    ("share on x", Other),
    ("share this*", Other),
    ("show more", Pages),
    ("sign in", Paywall),
    ("sign in or*", Paywall),
    ("sign in to*", Paywall),
    ("skip to*", Other),
    ("source:*", Source),
    ("subscribe", Paywall),
    ("subscribe now*", Paywall),
    ("subscribe to*", Paywall),
    ("tagged:*", Other),
    ("tags:*", Other),
    ("this site uses cookies*", Other),
    ("tweet this", Other),
    ("twitter", Other),
    ("unsubscribe*", Other),
    ("view *in * browser*", Other),
    ("you must sign in*", Paywall),
    ("you need to be *signed in*", Paywall),
];

/// Within how many bytes a paragraph of a foot says so.
const PARTICULARS: usize = 140;

/// How a foot begins or what it has in it.
const FOOT: [&str; 16] = [
    "unsubscribe",
    "you are receiving",
    "re receiving this",
    "you have received this",
    "you received this",
    "registered in england",
    "registered office",
    "registered address",
    "company number",
    "company no",
    "all rights reserved",
    "copyright ",
    "privacy policy",
    "email preferences",
    "terms and conditions",
    "to stop receiving",
];

/// What a line of the frame is, if it is one.
pub(super) fn found(words: &str) -> Option<Found> {
    static LINES: LazyLock<Index<(&str, Found)>> = LazyLock::new(|| Index::new(FRAME, |(pattern, _)| pattern));
    let listed = LINES.alike(words).find(|(pattern, _)| matches(pattern, words));
    listed.map(|&(_, found)| found).or_else(|| shaped(words, *words.as_bytes().first()?))
}

/// Whether the parts of a pattern between its stars stand in `words` in order, the first at its start.
fn matches(pattern: &str, words: &str) -> bool {
    let mut parts = pattern.split('*');
    let start = parts.next().unwrap_or_default();
    let Some(rest) = words.get(start.len()..).filter(|_| words[..start.len()].eq_ignore_ascii_case(start)) else {
        return false;
    };
    if start.len() == pattern.len() {
        return rest.is_empty() || matches!(rest, "." | "»" | " »" | ">" | " >");
    }
    if start.ends_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with(char::is_alphanumeric) {
        return false;
    }
    let folded = Folded::new(rest);
    let mut rest = folded.as_str();
    parts.filter(|part| !part.is_empty()).all(|part| {
        let at = memmem::find(rest.as_bytes(), part.as_bytes());
        rest = at.and_then(|at| rest.get(at + part.len()..)).unwrap_or_default();
        at.is_some()
    })
}

/// A line whose shape tells it, whatever its words.
fn shaped(words: &str, first: u8) -> Option<Found> {
    // Not `any`: a walk that never stops early is done many bytes at a time.
    let digits = words.bytes().filter(u8::is_ascii_digit).count() > 0;
    if digits && is_pagination(words) {
        return Some(Pages);
    }
    let begun = match first {
        b'B' => is_byline(words, digits),
        b'A' => words.starts_with("All ") && words.ends_with(" articles"),
        b'C' | b'E' | b'G' | b'M' => is_invitation(words),
        b'L' | b'P' => is_player(words),
        b'0'..=b'9' => is_comment_count(words),
        _ => words.starts_with('©'),
    };
    let dated = || is_date_line(words) || is_source_and_date(words) || is_picture(words) || is_address(words);
    let other = begun || words.ends_with(" logo") || (digits && dated());
    other.then(|| if words.ends_with(" logo") && words.starts_with("Live") { Live } else { Other })
}

/// pagination = [ title , dash ] , "page" , number , [ "of" , number ] | number , { number } , step ;
fn is_pagination(words: &str) -> bool {
    let last = words.rsplit(['–', '-', '|', '—']).next().unwrap_or(words).trim();
    let tokens = || last.split_whitespace().take(32);
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4;
    if tokens().next().is_some_and(|word| word.eq_ignore_ascii_case("page")) {
        let rest = tokens().skip(1);
        return rest.clone().next().is_some_and(number) && rest.skip(1).all(|word| word == "of" || number(word));
    }
    let words = || words.split_whitespace().take(32);
    let step = |word: &str| ["next", "previous", "first", "last", "…", "...", "»", "«", ">", "<"].contains(&word);
    let pages = words().filter(|word| number(word)).count();
    pages >= 2 && words().all(|word| number(word) || step(&word.to_ascii_lowercase()))
}

/// byline = "By" , name , [ "," , post ] , [ glued date ] ; a name is two to five capitalised words.
fn is_byline(words: &str, digits: bool) -> bool {
    let Some(rest) = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY ")).filter(|rest| rest.len() <= 90)
    else {
        return false;
    };
    let name = rest.split([',', '|']).next().unwrap_or(rest);
    let dated = digits && name.bytes().filter(u8::is_ascii_digit).count() >= 6;
    let name = if dated { name.trim_end_matches(|c: char| !c.is_alphabetic() || c == 'T') } else { name };
    let capital = |word: &str| word == "and" || word == "&" || word.starts_with(|c: char| c.is_uppercase());
    let count = name.split_whitespace().count();
    !rest.ends_with(['.', '?']) && (dated || ((2..=6).contains(&count) && name.split_whitespace().all(capital)))
}

/// An invitation to write to the author in confidence, when it is all that the line says.
fn is_invitation(words: &str) -> bool {
    let begins = |start: &str| words.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    let written = ["contact ", "email ", "get in touch", "message "].into_iter().any(begins);
    written && words.len() <= 90 && (words.contains("in confidence") || words.contains("confidentially"))
}

/// comments = number , "comment" | "comments" ;
fn is_comment_count(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    ["comment", "comments"].iter().any(|noun| rest.eq_ignore_ascii_case(noun))
}

/// The text that a site shows where a picture is missing: "Meeting 3x2", "ward.jpg".
fn is_picture(words: &str) -> bool {
    let word = words.rsplit(' ').next().unwrap_or(words);
    let ratio = word.split_once(['x', '×']).is_some_and(|(width, height)| {
        [width, height].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
    });
    ratio && words.len() <= 60 && words.split(' ').count() <= 6
}

/// A line that ends in a British postcode and says nothing: an address.
fn is_address(words: &str) -> bool {
    let mut last = words.trim_end_matches('.').rsplit(' ');
    let (Some(inward), Some(outward)) = (last.next(), last.next()) else { return false };
    let inward = matches!(inward.as_bytes(), [b'0'..=b'9', b'A'..=b'Z', b'A'..=b'Z']);
    let outward = outward.len() <= 4
        && outward.starts_with(|c: char| c.is_ascii_uppercase())
        && outward.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && outward.bytes().any(|byte| byte.is_ascii_digit());
    inward && outward && words.contains(',') && !names_money(words)
}

/// A player of sound or film.
fn is_player(words: &str) -> bool {
    let plays = words.starts_with("Listen") || words.starts_with("Play");
    plays && words.len() <= 60 && ["podcast", "episode", "audio"].iter().any(|noun| words.contains(noun))
}

/// Whether a line could say something of money.
pub(in crate::layout) fn names_money(words: &str) -> bool {
    static SCALE: LazyLock<memmem::Finder<'_>> = LazyLock::new(|| memmem::Finder::new("illion"));
    words.contains(['£', '$', '€']) || SCALE.find(words.as_bytes()).is_some()
}

/// Whether a paragraph is one of a foot.
pub(super) fn is_foot(words: &str) -> bool {
    static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new(FOOT));
    let particulars = words.starts_with('©') || (CUES.any(head(words, PARTICULARS)) && !names_money(words));
    particulars || (words.len() <= 120 && is_address(words))
}
