//! Names of organisations that no head gives away, from `organisations.tsv`.

use std::sync::LazyLock;

use super::names::{Case, begins_with};
use crate::model::OrganisationKind;
use crate::text::index::{Index, Key};

/// A curated name as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) kind: OrganisationKind,
    /// Which body it is, by the first of its forms.
    pub(crate) body: &'static str,
    /// Whether it is also a common word.
    pub(crate) common: bool,
    /// How many bytes of the text it takes.
    pub(crate) length: usize,
}

struct Form {
    text: &'static str,
    named: Named,
}

static ORGANISATIONS: LazyLock<Index<Form>> =
    LazyLock::new(|| Index::new(forms(include_str!("organisations.tsv")), |form| form.text));

/// Whether a name could begin with the words of a key.
#[inline]
pub(crate) fn may_name(key: Key) -> bool {
    ORGANISATIONS.may_have(key)
}

/// The longest name that stands at the start of `text`; the case is as in the table.
pub(crate) fn named_at(text: &str) -> Option<Named> {
    ORGANISATIONS.alike(text).find_map(|form| {
        let length = begins_with(text, form.text, Case::AsWritten)?;
        let whole = !text[length..].starts_with(char::is_alphanumeric);
        whole.then_some(Named { length, ..form.named })
    })
}

/// Every form of every line of the table.
fn forms(table: &'static str) -> impl Iterator<Item = Form> {
    let lines = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(kind, forms)| {
        let kind = kind.parse().unwrap_or(OrganisationKind::Other);
        let body = forms.split('|').next().unwrap_or_default().trim_end_matches('*');
        forms.split('|').map(move |form| {
            let text = form.trim_end_matches('*');
            Form { text, named: Named { kind, body, common: text != form, length: text.len() } }
        })
    })
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
