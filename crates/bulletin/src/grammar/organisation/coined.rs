//! Names coined of two words run together, "MedBank": no head gives them away, but no other word is written so.

use std::sync::LazyLock;

use super::Organisation;
use crate::grammar::lexicon::Lexicon;
use crate::model::OrganisationKind;
use crate::span::Span;

/// `coined = capital , small , small , { small } , capital , small , { small } ;`
pub(super) fn coined(text: &str, word: Span) -> Option<Organisation> {
    let name = word.of(text);
    let name = ["’s", "'s", "’", "'"].iter().find_map(|sign| name.strip_suffix(sign)).unwrap_or(name);
    let second = name.bytes().skip(1).position(|byte| byte.is_ascii_uppercase())? + 1;
    let (first, rest) = name.split_at(second);
    let small =
        |part: &str, least: usize| part.len() > least && part.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let two = small(first, 2) && small(rest, 1) && !PREFIXES.contains(&first);
    (two && !OTHERS.has(name) && rest != "Tech")
        .then(|| Organisation::new(Span::at(word.start(), name.len()), OrganisationKind::Other))
}

/// Beginnings of people's names.
const PREFIXES: [&str; 4] = ["Mac", "Fitz", "Van", "Von"];

/// Media and things that are written so.
static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "systmone trakcare healtheintent millcare powerpoint youtube linkedin whatsapp facetime javascript buzzfeed huffpost techcrunch github wordpress \
         pharmoutcomes healthspace healthcheck onedrive sharepoint facebook instagram snapchat",
    )
});
