//! Names of organisations that no head gives away, from `organisations.tsv`.

use std::sync::LazyLock;

use crate::model::OrganisationKind;

/// A curated name as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) kind: OrganisationKind,
    /// Which body it is: all forms of one name have the same number.
    pub(crate) body: usize,
    /// Whether it is also a common word.
    pub(crate) common: bool,
    /// How many bytes of the text it takes.
    pub(crate) length: usize,
}

struct Form {
    text: &'static str,
    /// Its fifth byte, where that is part of a word.
    fifth: Option<u8>,
    named: Named,
}

/// The forms, sorted; those of one first letter stand together, the longest of equal beginnings first.
struct Organisations {
    forms: Vec<Form>,
    /// Where the forms of each first byte begin.
    begins: [usize; 129],
    /// For each first byte, which second bytes (of 64, by their low bits) any form has: a quick no.
    seconds: [u64; 128],
}

static ORGANISATIONS: LazyLock<Organisations> =
    LazyLock::new(|| Organisations::load(include_str!("organisations.tsv")));

/// The longest name that stands at the start of `text`; the case is as in the table.
pub(crate) fn named_at(text: &str) -> Option<Named> {
    ORGANISATIONS.at(text)
}

impl Organisations {
    fn load(table: &'static str) -> Self {
        let lines = table.lines().filter(|line| !line.starts_with('#')).enumerate();
        let forms = lines.filter_map(|(body, line)| Some((body, line.split_once('\t')?)));
        let mut forms: Vec<Form> = forms
            .flat_map(|(body, (kind, forms))| {
                let kind = kind.parse().unwrap_or(OrganisationKind::Other);
                forms.split('|').map(move |form| {
                    let text = form.trim_end_matches('*');
                    let fifth = text.as_bytes().get(4).copied().filter(u8::is_ascii_alphanumeric);
                    Form { text, fifth, named: Named { kind, body, common: text != form, length: text.len() } }
                })
            })
            .collect();
        forms.sort_by_key(|form| (first(form.text), std::cmp::Reverse(form.text.len())));
        let begins = std::array::from_fn(|byte| forms.partition_point(|form| first(form.text) < byte));
        let mut seconds = [0; 128];
        for form in &forms {
            seconds[first(form.text)] |= second(form.text);
        }
        Organisations { forms, begins, seconds }
    }

    fn at(&self, text: &str) -> Option<Named> {
        let letter = first(text);
        if self.seconds[letter] & second(text) == 0 {
            return None;
        }
        let forms = self.forms.get(self.begins[letter]..self.begins[letter + 1])?;
        // The fifth byte tells the many names apart that begin with "NHS".
        let fifth = text.as_bytes().get(4);
        let mut likely = forms.iter().filter(|form| form.fifth.is_none() || form.fifth.as_ref() == fifth);
        likely.find_map(|form| {
            let length = begins_with(text, form.text)?;
            let whole = !text[length..].starts_with(char::is_alphanumeric);
            whole.then_some(Named { length, ..form.named })
        })
    }
}

/// The length of `form` at the start of `text`, where each of its spaces may be a little white space or a line break.
fn begins_with(text: &str, form: &str) -> Option<usize> {
    let mut at = 0;
    for letter in form.bytes() {
        match text.as_bytes().get(at) {
            Some(found) if *found == letter => at += 1,
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

fn first(text: &str) -> usize {
    text.as_bytes().first().map_or(0, |byte| usize::from(byte.min(&127).to_owned()))
}

fn second(text: &str) -> u64 {
    text.as_bytes().get(1).map_or(0, |byte| 1 << (byte & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_every_form_found_whole() {
        let table = include_str!("organisations.tsv");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (kind, forms) = line.split_once('\t').expect(line);
            assert!(kind.parse::<OrganisationKind>().is_ok(), "{line}");
            for form in forms.split('|').map(|form| form.trim_end_matches('*')) {
                assert_eq!(named_at(form).map(|named| named.length), Some(form.len()), "{form}");
                assert_ne!(named_at(&format!("{form}x")).map(|named| named.length), Some(form.len()), "{form}x");
            }
        }
    }
}
