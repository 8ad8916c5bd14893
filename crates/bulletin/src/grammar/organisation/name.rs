//! Names that a head closes: how far back they reach, and how several share one head.

use super::Organisation;
use super::heads::{COMMON, GENERIC, HEADS, Head, LEADING, NO_NAME, NO_NAME_FIRST};
use crate::gazetteer::organisations::named_at;
use crate::grammar::gap;
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::index::Key;
use crate::text::words::word_before;

/// The longest name, in words.
const LONGEST: usize = 14;
/// Words of direction and size, which are no name alone: "North", "Greater".
const DIRECTIONS: [&str; 14] = [
    "north", "south", "east", "west", "central", "mid", "greater", "great", "royal", "st", "new", "upper", "lower",
    "city",
];
/// Words in small letters that join the words of a name.
pub(super) const JOINTS: [&str; 9] = ["and", "of", "&", "for", "the", "upon", "on", "with", "le"];

/// Whether [`headed`] could find something for a word of `key` that ends at byte `end`, by the letters there.
#[inline]
pub(super) fn may_head(bytes: &[u8], key: Key, end: usize) -> bool {
    let after = match bytes.get(end..) {
        Some([b' ', after @ ..]) if after.first().is_some_and(u8::is_ascii_graphic) => HEADS.may_have(Key::of(after)),
        // Of what is not a word of its own right after a space, possessives and wide spaces lead to a head.
        Some([b' ' | b'\'' | b'\n' | b'\t' | b'\r' | 0x80.., ..]) => true,
        _ => false,
    };
    after || LEADING.may_have(key) || key == Key::of(b"NHS")
}

/// Adds the names that `word`, a capitalised one, is the last word of, where a head follows it, or that it leads.
pub(super) fn headed(text: &str, part: Span, floor: usize, word: Span, found: &mut Vec<Organisation>) {
    match led(text, part, word.start()).or_else(|| place(text, part, word)) {
        Some(name) => found.push(name),
        None => _ = closed(text, part, floor, word, found),
    }
}

/// Adds the names that a head right after `word` closes.
fn closed(text: &str, part: Span, floor: usize, word: Span, found: &mut Vec<Organisation>) -> Option<()> {
    let rest = text.get(word.end()..part.end())?;
    // "Nurses’ and Carers’ Union": a possessive before its head.
    let rest = rest.strip_prefix(['’', '\'']).unwrap_or(rest);
    let (after, ()) = gap(rest).ok().filter(|(after, ())| after.len() < rest.len())?;
    let (head, length) = HEADS.at(after)?;
    let tail = if head.strong { 0 } else { tail(&after[length..]) };
    let head_end = part.end() - after.len() + length + tail;
    // In running text a common noun after a name is no head: "Leeds hospital trust leaders" has none of its own.
    let capital = after.starts_with(|c: char| c.is_uppercase());
    let small = head.kind == OrganisationKind::Commissioner && length > 6;
    let council = head.kind == OrganisationKind::Other && (head.strong || after[..length].ends_with("committee"));
    if !(capital || small || council) || (!head.strong && goes_on_to_head(text, head_end, part.end())) {
        return None;
    }
    let brand = matches!(&after[..length], "Health" | "Care");
    if brand && !may_be_brand(word.of(text), &after[length..]) {
        return None;
    }
    let words = name_words(text, part, floor, (word, head));
    let names = shared(text, &words, head)?;
    // "Penn Ambulance and Urgent Care Trust" goes on.
    if &after[..length] == "Ambulance" && after[length..].trim_start().starts_with("and ") {
        return None;
    }
    if brand && !is_brand(&words) {
        return None;
    }
    // "NHS Digital Academy" is a thing of NHS Digital's, not a body of its own.
    if !head.strong && names.iter().any(|&(from, _)| is_national(&text[from..part.end()])) {
        return None;
    }
    let last = names.len() - 1;
    found.extend(names.iter().enumerate().map(|(index, &(from, to))| {
        let span = Span::new(from, if index == last { head_end } else { to }).unwrap_or(Span::at(from, 0));
        Organisation::new(span, kind(text, head, from, head_end))
    }));
    Some(())
}

/// Whether "Health" or "Care" between two words could close a name: "Bellmoor Health", but no "Intensive Care".
fn may_be_brand(word: &str, after: &str) -> bool {
    let after = after.trim_start();
    let goes_on = after.starts_with(|c: char| c.is_uppercase() || c == '&')
        || ["and ", "for "].iter().any(|joint| after.starts_with(joint));
    // "Fenbrook Community Health"
    let own = word == "Community" || !GENERIC.has(word);
    !goes_on && word.len() > 2 && own && !COMMON.has(word)
}

/// Whether words make a name with "Health" or "Care" after them: few, and nothing between.
fn is_brand(words: &[NameWord]) -> bool {
    words.len() <= 3 && words.iter().all(|word| !word.joint && !word.comma_before)
}

/// Whether a national body's curated name stands at the start of `text`.
fn is_national(text: &str) -> bool {
    named_at(text).is_some_and(|named| named.kind == OrganisationKind::National)
}

/// The length of what a firm's name has after its head: "Facilities Cooperative UK", "Imaging Alliance West".
fn tail(after: &str) -> usize {
    const TAILS: [&str; 8] = [" UK", " Europe", " International", " Worldwide", " North", " South", " East", " West"];
    // "Homes North" of "Vale Homes North West" would be half a name.
    let ends = |rest: &str| {
        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
            && !rest.trim_start().starts_with(char::is_uppercase)
    };
    let stands = |tail: &&str| after.strip_prefix(*tail).is_some_and(ends);
    TAILS.iter().copied().find(stands).map_or(0, str::len)
}

/// Whether words with capitals go on from byte `end` to a strong head, so that what ends here is part of a longer name.
pub(super) fn goes_on_to_head(text: &str, end: usize, limit: usize) -> bool {
    let mut rest = &text[end..limit];
    for position in 0..6 {
        let Ok((after, ())) = gap(rest) else { return false };
        if after.len() == rest.len() {
            return false;
        }
        let capital = after.starts_with(|c: char| c.is_uppercase());
        if capital && HEADS.at(after).is_some_and(|(head, _)| head.strong || position == 0) {
            return true;
        }
        let length = super::word_end(after, 0, after.len());
        if !(capital || JOINTS.contains(&&after[..length]) && length > 0 && !after.starts_with("for")) {
            return false;
        }
        // "NHS England and Wye Valley Trust": "and" joins two names as well as the words of one.
        if after.starts_with("and ") || after.starts_with("the ") {
            return false;
        }
        rest = &after[length..];
    }
    false
}

/// "University of Stanwick", "Institute for Provider Economics": the head and the capitalised words after it.
fn led(text: &str, part: Span, start: usize) -> Option<Organisation> {
    let rest = &text[start..part.end()];
    let (kind, length) = LEADING.at(rest)?;
    let mut end = None;
    let mut at = start + length;
    for _ in 0..6 {
        let (after, ()) = gap(&text[at..part.end()]).ok()?;
        let from = part.end() - after.len();
        let to = super::word_end(text, from, part.end());
        let word = &text[from..to];
        if word.starts_with(|c: char| c.is_uppercase()) {
            end = Some(to);
        } else if !matches!(word, "and" | "of" | "the") || word == "and" && begins_other(text, to, part.end()) {
            // "University Hospitals of Larkstone and Fell FT" has one head for both.
            let next = text[to..part.end()].trim_start();
            let shares = kind == OrganisationKind::Trust && word == "and" && named_at(next).is_none();
            if !(shares && goes_on_to_head(text, to, part.end())) {
                break;
            }
        }
        at = to;
    }
    Some(Organisation::new(Span::new(start, end?)?, kind))
}

/// "Barnet, Enfield and Haringey Trust": whether a list of names goes on after a comma at byte `end` to a strong head.
pub(super) fn lists_to_head(text: &str, end: usize, limit: usize) -> bool {
    let Some(mut rest) = text[end..limit].strip_prefix(", ") else { return false };
    for _ in 0..LONGEST {
        if HEADS.at(rest).is_some_and(|(head, _)| head.strong) {
            return true;
        }
        let length = super::word_end(rest, 0, rest.len());
        let word = &rest[..length];
        if !(word.starts_with(char::is_uppercase) || JOINTS.contains(&word)) {
            return false;
        }
        let Some(next) = rest[length..].trim_start_matches(',').strip_prefix(' ') else { return false };
        rest = next;
    }
    false
}

/// "University of Stanwick and Fell University": whether another body's name begins after "and", which ends at byte `and`.
fn begins_other(text: &str, and: usize, limit: usize) -> bool {
    /// How many words it has before its head.
    const WORDS: usize = 3;
    let next = text[and..limit].trim_start();
    let mut words = next.split(' ').take(WORDS + 1).take_while(|word| word.starts_with(char::is_uppercase)).skip(1);
    let university = words.any(|word| word.starts_with("University") || word.starts_with("College"));
    university || goes_on_to_head(text, and, limit) || named_at(next).is_some() || LEADING.at(next).is_some()
}

/// `place = "NHS" , { direction } , own-word , [ "and" , own-word ] ;`
///
/// "NHS Barrowdene", "NHS Tamar and Torre": a primary care trust by its place alone.
fn place(text: &str, part: Span, word: Span) -> Option<Organisation> {
    const NO_PLACES: [&str; 22] = [
        "Constitution",
        "Choices",
        "Direct",
        "Pathways",
        "Leadership",
        "Mandate",
        "Outcomes",
        "Pensions",
        "Pension",
        "Plan",
        "App",
        "Test",
        "Reform",
        "Institute",
        "Connect",
        "Number",
        "Jobs",
        "Staff",
        "Managers",
        "Chief",
        "Chiefs",
        "Protect",
    ];
    let (after, ()) = gap(word.of(text).eq("NHS").then(|| &text[word.end()..part.end()])?).ok()?;
    let mut from = part.end() - after.len();
    let mut to = own_end(text, from, part.end());
    while is_direction(&text[from..to])
        && let Ok((after, ())) = gap(&text[to..part.end()])
        && after.starts_with(|c: char| c.is_uppercase())
    {
        from = part.end() - after.len();
        to = own_end(text, from, part.end());
    }
    let place = &text[from..to];
    // "NHS Tower Hamlets", "NHS Milton Keynes"
    if let Ok((after, ())) = gap(&text[to..part.end()])
        && let second = part.end() - after.len()
        && let end = own_end(text, second, part.end())
        && is_second_of_place(&text[second..end])
    {
        to = end;
    }
    let next = text[to..part.end()].trim_start();
    let named = place.starts_with(|c: char| c.is_uppercase()) && place.chars().skip(1).any(char::is_lowercase);
    let alone = || {
        let headed = HEADS.at(next).is_some() || HEADS.at(after).is_some();
        !headed && !next.starts_with(|c: char| c.is_uppercase()) && !is_first_of_two(next)
    };
    let common =
        || GENERIC.has(place) || NO_PLACES.contains(&place) || is_no_name(text, part, Span::at(from, to - from));
    if !named || !alone() || common() {
        return None;
    }
    let end = other_place(text, part, to).unwrap_or(to);
    Some(Organisation::new(Span::at(word.start(), end - word.start()), OrganisationKind::Commissioner))
}

/// Whether a word is the second of places with two.
fn is_second_of_place(word: &str) -> bool {
    const SECOND: [&str; 17] = [
        "Hamlets", "Keynes", "Forest", "Downs", "Riding", "Durham", "Sussex", "Midlands", "Tees", "Kent", "Essex",
        "Devon", "Norfolk", "Suffolk", "Valley", "Vale", "Coast",
    ];
    SECOND.contains(&word) || (word.ends_with("shire") && word.starts_with(char::is_uppercase))
}

/// The end of the second place of "NHS Tamar and Torre"; a body that "and" leads to is another.
fn other_place(text: &str, part: Span, end: usize) -> Option<usize> {
    let rest = text[end..part.end()].strip_prefix(" and ")?;
    let from = part.end() - rest.len();
    let to = own_end(text, from, part.end());
    let word = Span::at(from, to - from);
    let next = text[to..part.end()].trim_start();
    let own = word.of(text).len() > 3 && !GENERIC.has(word.of(text)) && !is_no_name(text, part, word);
    let alone = !next.starts_with(|c: char| c.is_uppercase()) && HEADS.at(next).is_none();
    (own && rest.starts_with(|c: char| c.is_uppercase()) && alone && named_at(rest).is_none()).then_some(to)
}

/// The end of the word at `from`, a possessive left out.
fn own_end(text: &str, from: usize, limit: usize) -> usize {
    let end = super::word_end(text, from, limit);
    let word = &text[from..end];
    let own = ["’s", "'s", "’", "'"].iter().find_map(|sign| word.strip_suffix(sign));
    own.map_or(end, |own| from + own.len())
}

/// "NHS Broads and Brecks ICB": whether what follows a place is another that a commissioner's head closes.
fn is_first_of_two(next: &str) -> bool {
    let Some(mut rest) = next.strip_prefix("and ").or_else(|| next.strip_prefix("& ")) else { return false };
    for _ in 0..4 {
        let length = super::word_end(rest, 0, rest.len());
        if !rest.starts_with(|c: char| c.is_uppercase()) || &rest[..length] == "NHS" {
            return false;
        }
        let Ok((after, ())) = gap(&rest[length..]) else { return false };
        if HEADS.at(after).is_some_and(|(head, _)| head.kind == OrganisationKind::Commissioner) {
            return true;
        }
        rest = after;
    }
    false
}

/// A word of a name, with what stands before it.
#[derive(Debug, Clone, Copy)]
struct NameWord {
    start: usize,
    end: usize,
    joint: bool,
    comma_before: bool,
}

/// The words of the name that ends with `word`, before its head; first to last.
fn name_words(text: &str, part: Span, floor: usize, (word, head): (Span, Head)) -> Vec<NameWord> {
    if is_no_name(text, part, word) {
        return Vec::new();
    }
    let mut words = Vec::with_capacity(LONGEST);
    words.push(NameWord { start: word.start(), end: word.end(), joint: false, comma_before: false });
    let mut at = word.start();
    while words.len() < LONGEST {
        let before = &text[floor.max(part.start())..at];
        let trimmed = before.trim_end_matches([' ', '\u{a0}', '\n']);
        if trimmed.len() == before.len() {
            break;
        }
        let comma = trimmed.ends_with(',');
        let trimmed = trimmed.strip_suffix(',').unwrap_or(trimmed);
        let word = trimmed.rsplit([' ', '\u{a0}', '\n', '(', '“', '‘', '"', '/']).next().unwrap_or_default();
        let from = floor.max(part.start()) + trimmed.len() - word.len();
        let capital = word.starts_with(|c: char| c.is_uppercase());
        let joint = JOINTS.contains(&word);
        let plain = word.chars().all(|c| c.is_alphanumeric() || "’'-&.".contains(c)) && !word.ends_with('.');
        // "Proportionally, West, North and East …": an adverb opens the sentence.
        let adverb = comma && word.ends_with("ly");
        // "Vale & Hythe and the Stour Bank" are two.
        let two = !head.strong && word == "the" && trimmed[..trimmed.len() - word.len()].trim_end().ends_with(" and");
        let stop = word.is_empty()
            || adverb
            || two
            || !plain
            || !(capital || joint)
            || (comma && joint)
            || is_no_name(text, part, Span::at(from, word.len()));
        if stop && word != "St." {
            break;
        }
        if let Some(next) = words.last_mut() {
            next.comma_before = comma;
        }
        words.push(NameWord { start: from, end: from + word.len(), joint, comma_before: false });
        at = from;
    }
    // A name starts with a word of its own, not with a joint.
    while words.pop_if(|first| first.joint).is_some() {}
    words.reverse();
    words
}

pub(super) fn is_direction(word: &str) -> bool {
    DIRECTIONS.iter().any(|direction| direction.eq_ignore_ascii_case(word))
}

pub(super) fn is_no_name(text: &str, part: Span, span: Span) -> bool {
    let word = span.of(text);
    let begins = || {
        let before = text[part.start()..span.start()].trim_end_matches(['“', '‘', '"', ' ', '\u{a0}', '\n']);
        before.is_empty() || before.ends_with(['.', ':', '?', '!', '”', '–', ';'])
    };
    let key = Key::of(&text.as_bytes()[span.start()..]);
    (NO_NAME.may_have(key) && NO_NAME.has(word) && !JOINTS.contains(&word))
        // "NEW Devon CCG": the letters of its parts.
        || (NO_NAME_FIRST.may_have(key) && NO_NAME_FIRST.has(word) && word != "NEW" && begins())
}

/// The names that share `head`: one, or several for a plural head; nothing where no word is a name of its own.
fn shared(text: &str, words: &[NameWord], head: Head) -> Option<Vec<(usize, usize)>> {
    let last_comma = words.iter().rposition(|word| word.comma_before);
    let and_after = |index: usize| words[index..].iter().any(|word| &text[word.start..word.end] == "and");
    let words = match last_comma {
        // "Said Mr Hale, Wye Valley Trust": a comma without an "and" after it is not inside the name.
        Some(index) if !and_after(index) => words.get(index..)?,
        _ => words,
    };
    let groups = if head.plural { coordinated(text, words) } else { vec![words] };
    // "Four Lancashire CCGs" have no names; "the seven Wexmoor CCGs" have one for all.
    let the = || {
        let start = words.first().map_or(0, |first| first.start);
        let count = word_before(text, 0, start);
        let before = word_before(text, 0, start.saturating_sub(count.len() + 1));
        // "Glenister Hospitals and Larkstone FTs": the last of several.
        count == "and" || [count, before].iter().any(|word| word.eq_ignore_ascii_case("the"))
    };
    if head.plural && groups.len() < 2 && !the() {
        return None;
    }
    let names = groups.iter().filter_map(|group| Some((group.first()?.start, group.last()?.end)));
    let names: Vec<_> = names.filter(|&(from, to)| has_own_word(&text[from..to])).collect();
    (!names.is_empty()).then_some(names)
}

/// The parts of "Leeds West, Leeds North and Leeds South and East" (CCGs): apart at commas, and at the "and" that starts
/// the last.
fn coordinated<'w>(text: &str, words: &'w [NameWord]) -> Vec<&'w [NameWord]> {
    let of = |word: &NameWord| &text[word.start..word.end];
    let mut groups: Vec<_> = words.chunk_by(|_, next| !next.comma_before).collect();
    let Some(last) = groups.pop() else { return groups };
    let ands = || (1..last.len()).filter(|&at| of(&last[at]) == "and");
    // Where the parts begin with the same word, the "and" before that word parts them.
    let alike = ands().find(|&at| last.get(at + 1).is_some_and(|next| of(next) == of(&words[0])));
    match alike.or_else(|| ands().next_back()) {
        Some(at) if at + 1 < last.len() => groups.extend([&last[..at], &last[at + 1..]]),
        _ => groups.push(last),
    }
    groups
}

/// Whether a name has a word that not every name of its kind has.
fn has_own_word(name: &str) -> bool {
    let mut words = name.split([' ', '\u{a0}', '\n', ',']).filter(|word| !word.is_empty());
    words.any(|word| !GENERIC.has(word))
}

/// The kind that the head gives, unless the name tells better.
fn kind(text: &str, head: Head, from: usize, to: usize) -> OrganisationKind {
    let name = &text[from..to];
    let regulator = name.starts_with("General ") && name.ends_with("Council");
    if regulator { OrganisationKind::National } else { head.kind }
}
