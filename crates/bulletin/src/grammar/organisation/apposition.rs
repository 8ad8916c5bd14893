//! Names that no head gives away, but what stands beside them: a common noun ("the supplier Harbourlight", "Moss Together,
//! a charity"), a trade ("Brightwell, which supplies"), or a deal ("its contract with Parrish Linen").

use std::sync::LazyLock;

use super::Organisation;
use super::heads::HEADS;
use super::name::{is_no_name, lists_to_head};
use crate::grammar::lexicon::Lexicon;
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::index::Ends;
use crate::text::words::{reach, word_before, word_starts_back};

/// What an organisation is, in a word.
static NOUNS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "firm company supplier contractor charity consultancy consultants caterer union lender developer outsourcer \
         insurer builder bidder recruiter provider manufacturer drugmaker distributor retailer landlord franchisee \
         accountants auditors lawyers solicitors startup start-up subsidiary group think-tank vendor housebuilder \
         housebuilders agency consortium outsourcers architects consultancies laboratory wholesaler publisher landlords \
         chain partner operator broker bank competitor enterprise headhunter headhunters outfit multinational conglomerate",
    )
});

/// What one has with an organisation, or what that does: "its contract with Parrish Linen", "a drug made by Brightwell".
const DEALS: [&str; 24] = [
    "contract with",
    "contracts with",
    "deal with",
    "deals with",
    "agreement with",
    "lease with",
    "joint venture with",
    "contract to",
    "owed to",
    "made by",
    "sold by",
    "supplied by",
    "provided by",
    "manufactured by",
    "marketed by",
    "built by",
    "licence from",
    "bought from",
    "owned by",
    "accountants from",
    "auditors from",
    "consultants from",
    "lawyers from",
    "advice from",
];

/// Those after which a single word names a firm, too: "its contract with Swiftmere in May".
const FIRMS: [&str; 7] = [
    "contract with",
    "contracts with",
    "contract to",
    "joint venture with",
    "supplied by",
    "manufactured by",
    "marketed by",
];

static NOUN_ENDS: LazyLock<Ends> = LazyLock::new(|| Ends::of(NOUNS.phrases().chain(DEALS)));

/// The longest name, in words.
const LONGEST: usize = 4;

/// Whether [`apposed`] could find something for the capitalised word between two places, by the letters around it.
#[inline]
pub(super) fn may_be_apposed(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = match bytes.get(..start) {
        Some([before @ .., b' ' | b'\n']) => before,
        Some([before @ .., 0xC2, 0xA0]) => before,
        _ => return false,
    };
    let after = match bytes.get(end..) {
        Some([b',', rest @ ..]) => matches!(rest, [b' ', b'a' | b't' | b'i' | b'w', ..]),
        Some([b' ' | b'\n', next, ..]) => next.is_ascii_uppercase() || !next.is_ascii(),
        Some([b'\'' | 0x80.., ..]) => true,
        _ => false,
    };
    after || NOUN_ENDS.may_end(before.strip_suffix(b",").unwrap_or(before))
}

/// The name that starts with the capitalised `word`, where a noun before or after it says that it is an organisation.
pub(super) fn apposed(text: &str, part: Span, word: Span) -> Option<Organisation> {
    let before = text[part.start()..word.start()].strip_suffix([' ', '\u{a0}', '\n'])?;
    let said = before.strip_suffix(',').unwrap_or(before);
    let noun = word_before(said, 0, said.len());
    // "A contract with Penn Ambulance and Urgent Care Trust", "with Penn CCG": a head gives the name away, and tells more.
    let headed = || {
        let end = name_end(text, part, word);
        let mut starts = word_starts_back(text, word.start(), end);
        text[end..part.end()].starts_with(" and ") || starts.any(|at| HEADS.at(&text[at..end]).is_some())
    };
    let dealt = || DEALS.iter().any(|deal| before.ends_with(deal)) && !headed();
    let named = (noun.starts_with(|c: char| c.is_lowercase()) || leads(said, noun))
        && (NOUNS.has(noun) || (matches!(noun, "with" | "to" | "by" | "from") && dealt()))
        && !before.ends_with('.');
    // Most capitals have neither a noun before them nor a comma soon after.
    let soon = reach(text, word.end(), LONGEST * 16).min(part.end());
    if !named && !text[word.end()..soon].contains(',') {
        return None;
    }
    let end = name_end(text, part, word);
    let after = &text[end..part.end()];
    let described = !named && after.starts_with(", ") && begins(before) && described(after);
    // "Unlike the supplier, Bramble says": what stands between commas ends with one.
    let closed = said.len() == before.len() || after.is_empty() || after.starts_with([',', '.', ';', ')']);
    if !(named && closed || described) || is_no_name(text, part, word) || lists_to_head(text, end, part.end()) {
        return None;
    }
    let span = Span::new(word.start(), end)?;
    let several = span.of(text).contains([' ', '\u{a0}', '\n']);
    // "By the supplier. Drivers say", "its supplier Drivers say": a single word may begin a sentence without a stop.
    let firm =
        || FIRMS.iter().any(|deal| before.ends_with(deal)) && !after.trim_start().starts_with(char::is_uppercase);
    let stops = after.starts_with([',', '.', ';', '’', '\'', ')']);
    let alone = several || firm() || (named && (stops || does(span.of(text), after))) || after.starts_with(", which ");
    alone.then_some(Organisation::new(span, OrganisationKind::Other))
}

/// "Supplier Bramble has won": whether a noun has its capital from the sentence that it begins, and not from a post or a day.
fn leads(before: &str, noun: &str) -> bool {
    static IN_TITLES: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("company group bank union agency partner operator chain landlord publisher"));
    let Some(rest) = before.strip_suffix(noun) else { return false };
    (rest.is_empty() || rest.ends_with(['\n', '“']) || rest.ends_with(". ")) && !IN_TITLES.has(noun)
}

/// "The supplier Bramble has won": whether a single word does what only one does, and so is no heading's first.
fn does(name: &str, after: &str) -> bool {
    static ONE_DOES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("is was has says said won made built ran runs makes wants will would had to for and which")
    });
    let next = after.trim_start().split([' ', ',', '.']).next().unwrap_or_default();
    !name.ends_with('s') && (ONE_DOES.has(next) || next.len() > 3 && next.ends_with("ed"))
}

/// Whether a name that starts after `before` is no part of a longer run of capitals.
fn begins(before: &str) -> bool {
    !word_before(before, 0, before.len()).starts_with(|c: char| c.is_uppercase())
}

/// The end of the run of capitalised words that starts with `word`.
fn name_end(text: &str, part: Span, word: Span) -> usize {
    let mut end = word.end();
    for _ in 1..LONGEST {
        let rest = &text[end..part.end()];
        let Some(next) =
            rest.strip_prefix([' ', '\u{a0}', '\n']).filter(|next| next.starts_with(|c: char| c.is_uppercase()))
        else {
            break;
        };
        end = super::word_end(text, part.end() - next.len(), part.end());
    }
    // "Kestrel Elms’s" and "Kestrel Elms's": the possessive is no part of the name.
    let name = &text[word.start()..end];
    name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).map_or(end, |name| word.start() + name.len())
}

/// described = "," , ( article , { word } , noun , ( stop | relative ) | "which" , trade ) ; at most four words before the noun
fn described(after: &str) -> bool {
    static TRADES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("supplies supplied makes made manufactures sells sold licenses distributes insures")
    });
    let Some(rest) = after.strip_prefix(", ") else { return false };
    if let Some(trade) = rest.strip_prefix("which ") {
        return TRADES.at(trade).is_some();
    }
    let mut words = rest.split([' ', '\u{a0}', '\n']);
    if !matches!(words.next(), Some("a" | "an" | "the" | "its" | "another")) {
        return false;
    }
    let mut words = words.take(5).peekable();
    // "A Lancashire charity"; "a KPMG partner" would be a person.
    let mut placed = false;
    while let Some(word) = words.next() {
        let noun = word.trim_end_matches([',', '.', ';', ':', ')', '–']);
        let goes_on = |next: &&str| {
            matches!(
                *next,
                "that"
                    | "which"
                    | "with"
                    | "for"
                    | "in"
                    | "of"
                    | "based"
                    | "behind"
                    | "run"
                    | "owned"
                    | "to"
                    | "whose"
                    | "it"
                    | "hired"
            )
        };
        if NOUNS.has(noun) {
            let may_be_person =
                matches!(noun, "partner" | "broker" | "landlord" | "operator" | "builder" | "competitor");
            return !(placed && may_be_person) && (noun.len() < word.len() || words.peek().is_some_and(goes_on));
        }
        if noun.len() < word.len() {
            return false;
        }
        placed |= !word.starts_with(|c: char| c.is_lowercase());
    }
    false
}
