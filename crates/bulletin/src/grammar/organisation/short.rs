//! Short forms: the beginnings of names by which a text goes on to call trusts and firms, "Larkstone" or "Cold Ridge", the
//! names of firms that no head gives away where they are told again, and acronyms.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::acronym::acronyms;
use super::heads::{GENERIC, HEADS};
use super::name::{JOINTS, is_direction};
use super::verb::{OBJECT_VERBS, acts};
use super::{Capital, Organisation, may_be_firm};
use crate::gazetteer::names::{Case, begins_with};
use crate::grammar::lexicon::Lexicon;
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::index::{Index, Key, Keys};
use crate::text::words::{word_before, word_starts_back};

/// The short forms of one text's names.
pub(crate) struct ShortForms<'t>(Index<ShortForm<'t>>);

#[derive(Debug, Clone)]
struct ShortForm<'t> {
    words: Cow<'t, str>,
    /// The name that it is short for.
    name: Span,
    kind: OrganisationKind,
    /// The curated body that has the name.
    body: Option<&'static str>,
    stands: Stands,
}

/// How many short forms may begin with the same letters.
const ALIKE: usize = 64;

/// Where a short form stands for its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// It can mean nothing else: "Moor and Vale", "Skelmoor Teaching Hospitals".
    Anywhere,
    /// A firm's whole name, which may be a common word where a sentence begins with it: "Circle".
    Inside,
    /// It may be a place: "Leeds" has spent, and so on.
    Acting,
    /// The first word of a firm's name: "in its accounts Vale reported".
    Doing,
}

impl<'t> ShortForms<'t> {
    /// Those of the names in `found`; nothing where there are none.
    ///
    /// Acronyms are made of those names alone that one of `others`, where words start that name nothing, could stand for.
    pub(crate) fn of(text: &'t str, found: &[Organisation], others: &[Capital]) -> Option<Self> {
        let headed = |one: &&Organisation| match one.kind {
            OrganisationKind::Trust | OrganisationKind::Commissioner => one.body.is_none(),
            OrganisationKind::Other => one.body.is_none() && may_be_firm(one.span.of(text)),
            OrganisationKind::National => false,
        };
        // A short form begins as its name does, so most names need none.
        let claimable = found.iter().filter(|one| is_claimable(one));
        let begun: Keys = others
            .iter()
            .map(|other| other.key)
            .chain(claimable.map(|one| Key::of(one.span.of(text).as_bytes())))
            .collect();
        let mut names: Vec<(Span, OrganisationKind)> = found
            .iter()
            .filter(headed)
            .filter(|one| begun.may_have(Key::of(one.span.of(text).as_bytes())))
            .map(|one| (one.span, one.kind))
            .collect();
        names.sort_unstable_by_key(|(name, _)| name.of(text));
        names.dedup_by_key(|(name, _)| name.of(text));
        let mut forms = Vec::new();
        for &(name, kind) in &names {
            match kind {
                OrganisationKind::Other => firm(text, name, &mut forms),
                _ => beginnings(text, name, kind, &mut forms),
            }
        }
        let letters = |other: &Capital| first_of_letters(&text.as_bytes()[other.start..]);
        let letters = others.iter().fold(0, |all, other| all | letters(other));
        let mut all: Vec<&Organisation> =
            found.iter().filter(|one| first(&text.as_bytes()[one.span.start()..]) & letters != 0).collect();
        all.sort_unstable_by_key(|one| (one.span.of(text), one.span));
        all.dedup_by_key(|one| one.span.of(text));
        for &&Organisation { span: name, kind, body, .. } in &all {
            let form = |words| ShortForm { words: Cow::Owned(words), name, kind, body, stands: Stands::Anywhere };
            forms.extend(acronyms(text, name).map(form));
        }
        let is_firm = |form: &ShortForm<'_>| form.kind == OrganisationKind::Other;
        forms.sort_by(|one, other| (&one.words, is_firm(one)).cmp(&(&other.words, is_firm(other))));
        // What two trusts could be called by is no name for either; what a trust is called by is no firm's.
        let trusts = |forms: &'_ [ShortForm<'t>]| match forms.partition_point(|form| !is_firm(form)) {
            0 => forms.len(),
            count => count,
        };
        let alike = |forms: &&[ShortForm<'t>]| {
            forms[1..trusts(forms)].iter().all(|form| same_name(text, forms[0].name, form.name))
        };
        let told = forms.chunk_by(|one, other| one.words == other.words).filter(alike);
        let forms: Vec<_> = told.map(|forms| forms[0].clone()).collect();
        // What so many names begin with tells none of them, and would be looked through for each.
        let begins =
            |form: &ShortForm<'_>| form.words.bytes().take(8).fold(0_u64, |key, byte| key << 8 | u64::from(byte));
        let few = forms.chunk_by(|one, other| begins(one) == begins(other)).filter(|alike| alike.len() <= ALIKE);
        let forms = few.flatten().cloned().collect::<Vec<_>>();
        (!forms.is_empty()).then(|| ShortForms(Index::new(forms, |form| &form.words)))
    }

    /// "Its contract with Cold Ridge": a name that only the words beside it gave away is the trust's that begins so.
    pub(crate) fn claim(&self, text: &str, one: &mut Organisation) {
        if !is_claimable(one) {
            return;
        }
        let words = one.span.of(text);
        if let Some(form) =
            self.0.alike(words).find(|form| begins_with(words, &form.words, Case::AsWritten) == Some(words.len()))
        {
            (one.name, one.kind) = (form.name, form.kind);
        }
    }

    /// The short forms in `part` that start at one of `others` and lie in none of `known`, the organisations found.
    pub(crate) fn find(&self, text: &str, part: Span, known: &[Organisation], others: &[Capital]) -> Vec<Organisation> {
        let here = &others[others.partition_point(|other| other.start < part.start())..];
        let here = here.iter().take_while(|other| other.start < part.end());
        let mut found: Vec<Organisation> = Vec::new();
        for &Capital { start, .. } in here.filter(|other| self.0.may_have(other.key)) {
            let rest = &text[start..part.end()];
            let told = self.0.alike(rest).find_map(|form| {
                let length = begins_with(rest, &form.words, Case::AsWritten)?;
                let span = Span::at(start, length);
                stands(text, part, span, form.stands).then_some((span, form))
            });
            let Some((span, &ShortForm { name, kind, body, .. })) = told else { continue };
            let next = known.partition_point(|one| one.span.end() <= start);
            let free = known.get(next).is_none_or(|one| !one.span.overlaps(span));
            if free && found.last().is_none_or(|last| last.span.end() <= start) {
                found.push(Organisation { body, name, ..Organisation::new(span, kind) });
            }
        }
        found
    }
}

/// Whether only the words beside a name gave it away, so that a short form may.
fn is_claimable(one: &Organisation) -> bool {
    one.kind == OrganisationKind::Other && one.body.is_none() && one.name == one.span
}

/// The bit of a text's first letter.
fn first(text: &[u8]) -> u32 {
    text.first().map_or(0, |letter| 1 << (letter & 31))
}

/// The same for a text that begins with what could be an acronym, three capitals, or two at the end of brackets; else none.
fn first_of_letters(text: &[u8]) -> u32 {
    match text {
        [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z' | b')', ..] => first(text),
        _ => 0,
    }
}

/// Adds the beginnings of a name that can stand for it, the head and what follows it left out.
fn beginnings<'t>(text: &'t str, name: Span, kind: OrganisationKind, forms: &mut Vec<ShortForm<'t>>) {
    let whole = name.of(text);
    let (mut at, mut count) = (0, 0);
    let (mut named, mut sure) = (false, false);
    while let Some(word) = whole.get(at..).and_then(|rest| rest.split_whitespace().next()) {
        let start = word.as_ptr() as usize - whole.as_ptr() as usize;
        let closes = |from: usize| HEADS.at(&whole[from..]).is_some_and(|(head, _)| head.strong);
        let after = whole[start + word.len()..].trim_start();
        if count > 0 && closes(start) || word == "NHS" && (after.is_empty() || closes(whole.len() - after.len())) {
            return;
        }
        (at, count) = (start + word.len(), count + 1);
        let joint = JOINTS.contains(&word);
        let generic = GENERIC.has(word);
        named |= !(generic || joint || is_direction(word));
        sure |= word == "and" || (generic && !joint);
        let short = count == 1 && word.len() < 4;
        if named && !joint && !short && !word.ends_with(',') {
            let stands = if sure { Stands::Anywhere } else { Stands::Acting };
            forms.push(ShortForm { words: single_spaced(&whole[..at]), name, kind, body: None, stands });
        }
    }
}

/// Adds the first word of a firm's name, and the whole of one that no head gives away.
fn firm<'t>(text: &'t str, name: Span, forms: &mut Vec<ShortForm<'t>>) {
    let whole = name.of(text);
    let mut push = |words: &'t str, stands| {
        let kind = OrganisationKind::Other;
        forms.push(ShortForm { words: single_spaced(words), name, kind, body: None, stands });
    };
    let (first, rest) = whole.split_once(char::is_whitespace).unwrap_or((whole, ""));
    let own = !(GENERIC.has(first) || is_direction(first) || first.ends_with(','));
    if !rest.is_empty() && first.len() >= 4 && own {
        push(first, Stands::Doing);
    }
    let headed = word_starts_back(whole, 0, whole.len()).any(|at| at > 0 && HEADS.at(&whole[at..]).is_some());
    if !headed {
        push(whole, if rest.is_empty() { Stands::Inside } else { Stands::Anywhere });
    }
}

/// `text` with a space wherever it has white space.
fn single_spaced(text: &str) -> Cow<'_, str> {
    let spaced = text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
    if spaced { text.into() } else { text.split_whitespace().collect::<Vec<_>>().join(" ").into() }
}

/// Whether two names begin alike and are of one trust: one is a form of the other.
fn same_name(text: &str, one: Span, other: Span) -> bool {
    let own = |name: Span| {
        let mut words = String::new();
        crate::gazetteer::names::own_words(name.of(text), OrganisationKind::Trust, &mut words);
        words
    };
    own(one) == own(other)
}

/// Whether a short form stands for its trust where it is: whole, and where it could be a place, as one who acts.
fn stands(text: &str, part: Span, form: Span, stands: Stands) -> bool {
    let after = &text[form.end()..part.end()];
    let next = after.trim_start();
    let whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let goes_on = after.len() > next.len() && next.starts_with(|c: char| c.is_uppercase());
    let before = text[part.start()..form.start()].trim_end_matches([' ', '\u{a0}', '\n', '“', '‘']);
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '”']);
    let title = word_before(before, 0, before.len());
    let opens = matches!(title, "The" | "At" | "Unlike" | "Like" | "For" | "And" | "But" | "When" | "While" | "If");
    let titled = !begins && !opens && title.starts_with(|c: char| c.is_uppercase()) && !before.ends_with(',');
    let does = begins && acts(next);
    let told_of = begins && [", which ", ", whose ", ", the ", ", a "].iter().any(|start| next.starts_with(start));
    // "Costing Leeds £4m"
    let given = next.starts_with(['£', '€', '$']) && OBJECT_VERBS.has(word_before(before, 0, before.len()));
    let alone = match stands {
        Stands::Anywhere => true,
        Stands::Inside => !begins || told_of,
        Stands::Acting => is_body(before, next),
        Stands::Doing => is_body(before, next) || acts(next),
    };
    whole && !goes_on && !titled && (alone || does || given)
}

/// Whether the words around what may be a place make it a body: the chair of one, what one is told, who pays one.
fn is_body(before: &str, next: &str) -> bool {
    static THEIRS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "executive chief chair chairman chairwoman director boss bosses board leaders managers staff nurses doctors governors \
             deficit spending services finances debts overspend savings budget plan accounts books bid own",
        )
    });
    static TOLD: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "told tells expected expects asked asks ordered orders allowed allows urged urges forced forces enabled enables \
             required requires instructed advised warned helped helps wants wanted leaves left lets let",
        )
    });
    static JOINTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("and but while whereas that if because although though as so since when where said says")
    });
    static DOES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("has had is was will would must could should may might cannot needs says said")
    });
    static PAID: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("owed lent paid given awarded loan loans grant grants handed"));
    let word = word_before(before, 0, before.len());
    let rest = before[..before.len() - word.len()].trim_end();
    let owned = next.strip_prefix("’s ").or_else(|| next.strip_prefix("'s "));
    let closes = next.is_empty() || next.starts_with([',', '.', ';', ':', '?']);
    match word {
        // "The chair of Great Ouse"
        "of" | "at" if THEIRS.has(word_before(rest, 0, rest.len())) => true,
        // "Was spent by Great Ouse", "a merger with Great Ouse"; "at Great Ouse," is no town.
        "by" | "with" | "against" | "Unlike" | "unlike" | "Like" if !next.starts_with("and ") => owned.is_none(),
        "at" | "At" => closes,
        "For" => ["that ", "this ", "it ", ", that ", ", this ", ", it "].iter().any(|told| next.starts_with(told)),
        "to" => PAID.has(word_before(rest, 0, rest.len())),
        // "And that Great Ouse will need"
        _ if JOINTS.has(word) || before.ends_with([',', ';', '–', '—']) => {
            DOES.at(next).is_some() || is_aside(next)
        }
        // "Expects Great Ouse to pay"
        _ if TOLD.has(word) => next.starts_with("to ") || matches!(word, "lets" | "let" | "helped" | "helps"),
        _ => owned.is_some_and(|owned| THEIRS.at(owned).is_some()),
    }
}

/// ", which", ", meanwhile": whether a clause that tells of a body stands after it.
fn is_aside(next: &str) -> bool {
    const ASIDES: [&str; 6] =
        [", which ", ", whose ", ", meanwhile,", ", by contrast,", ", for its part,", ", on the other hand,"];
    ASIDES.iter().any(|aside| next.starts_with(aside))
}
