//! What the forms of one name have in common, and how a form stands in a text.

use std::sync::LazyLock;

use crate::model::OrganisationKind;
use crate::text::index::Index;

/// Words that forms of one name come with or without.
const LOOSE: [&str; 16] = [
    "nhs",
    "the",
    "foundation",
    "trust",
    "trusts",
    "ft",
    "fts",
    "hospital",
    "hospitals",
    "university",
    "teaching",
    "and",
    "of",
    "&",
    "services",
    "service",
];

/// What the titles of commissioners are shortened to: long ones, and those that several share.
const SHORT: [(&str, &str); 17] = [
    ("clinical commissioning group", "ccg"),
    ("clinical commissioning groups", "ccg"),
    ("ccgs", "ccg"),
    ("integrated care board", "icb"),
    ("integrated care boards", "icb"),
    ("icbs", "icb"),
    ("integrated care system", "ics"),
    ("integrated care systems", "ics"),
    ("icss", "ics"),
    ("primary care trust", "pct"),
    ("primary care trusts", "pct"),
    ("pcts", "pct"),
    ("sustainability and transformation partnership", "stp"),
    ("sustainability and transformation partnerships", "stp"),
    ("sustainability and transformation plan", "stp"),
    ("sustainability and transformation plans", "stp"),
    ("stps", "stp"),
];

/// Adds the words of `name` that do not come and go to `words`: in small letters, with a space after each.
pub(crate) fn own_words(name: &str, kind: OrganisationKind, words: &mut String) {
    static INDEX: LazyLock<Index<&str>> = LazyLock::new(|| Index::new(LOOSE, |word| word));
    let is_loose = |word: &str| INDEX.alike(word).any(|loose| loose.eq_ignore_ascii_case(word));
    let mut name = name;
    while !name.is_empty() {
        if let Some((short, length)) = (kind == OrganisationKind::Commissioner).then(|| shortened(name)).flatten() {
            words.push_str(short);
            words.push(' ');
            name = &name[length..];
        }
        let (word, rest) = name.split_once([' ', '\u{a0}', '\n', ',']).unwrap_or((name, ""));
        if !word.is_empty() && !is_loose(word) {
            push_small(word, words);
            words.push(' ');
        }
        name = rest;
    }
}

fn push_small(word: &str, words: &mut String) {
    if word.is_ascii() {
        let from = words.len();
        words.push_str(word);
        words[from..].make_ascii_lowercase();
    } else {
        words.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
}

/// The title of a commissioner that stands at the start of `name`, shortened, and its length there.
fn shortened(name: &str) -> Option<(&'static str, usize)> {
    static INDEX: LazyLock<Index<(&str, &str)>> = LazyLock::new(|| Index::new(SHORT, |(long, _)| long));
    INDEX.alike(name).find_map(|&(long, short)| begins_with(name, long, Case::Any).map(|length| (short, length)))
}

/// Whether letters of the other case are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    AsWritten,
    Any,
}

/// The length of `form` at the start of `text`, where each of its spaces may be a little white space or a line break.
pub(crate) fn begins_with(text: &str, form: &str, case: Case) -> Option<usize> {
    if text.as_bytes().starts_with(form.as_bytes()) {
        return Some(form.len());
    }
    let mut at = 0;
    for letter in form.bytes() {
        match text.as_bytes().get(at) {
            Some(found) if *found == letter => at += 1,
            Some(found) if case == Case::Any && found.eq_ignore_ascii_case(&letter) => at += 1,
            Some(_) if letter == b' ' => {
                let rest = text.get(at..)?;
                let space = rest.len() - rest.trim_start().len();
                at += Some(space).filter(|space| (1..=4).contains(space))?;
            }
            _ => return None,
        }
    }
    text.is_char_boundary(at).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrganisationKind::{Commissioner, Trust};

    #[test]
    fn forms_of_one_name_have_the_same_own_words() {
        for (one, other, kind) in [
            ("Northmoor University Hospitals NHS Foundation Trust", "Northmoor FT", Trust),
            ("NHS Wexmoor Clinical Commissioning Group", "Wexmoor CCG", Commissioner),
            ("King’s Weir Trust", "King's\nWeir NHS Trust", Trust),
            ("Élan and Vale Trust", "élan & Vale", Trust),
            ("Wenlow Foundation Trusts", "Wenlow FT", Trust),
            ("Wexmoor CCGs", "Wexmoor Clinical Commissioning Group", Commissioner),
        ] {
            let own = |name| {
                let mut words = String::new();
                own_words(name, kind, &mut words);
                words
            };
            assert_eq!(own(one), own(other), "{one} and {other}");
            assert!(!own(one).is_empty(), "{one}");
        }
    }
}
