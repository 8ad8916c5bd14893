//! "The trust", "it", "the two": words that stand for organisations named before; `stood_for` tells for which.

use std::sync::LazyLock;

use super::subject::DOES;
use super::teller::{may_tell, reports};
use super::{Story, within};
use crate::grammar::lexicon::Lexicon;
use crate::grammar::organisation::may_be_firm;
use crate::model::{Mention, MoneyFigure, OrganisationKind};
use crate::span::Span;
use crate::text::words::word_starts;

/// What words stand for.
#[derive(Clone, Copy)]
pub(super) enum StandIn {
    /// One of a kind, or that has the noun in its name.
    One(OrganisationKind),
    /// One that has the noun in its name: "the commission".
    Named,
    /// One that has one of these in its name: "the authority" may be a council.
    Headed(&'static [&'static str]),
    /// One whose name tells no other body: "the contractor".
    Firm,
    /// What the sentence before is about.
    It,
    /// So many that were told in one breath; any number where none is said.
    Several(Option<usize>),
}

impl StandIn {
    /// Whether it stands for one by the kind of organisation that it is.
    pub(super) fn is_one(self) -> bool {
        matches!(self, StandIn::One(_) | StandIn::Named | StandIn::Headed(_) | StandIn::Firm)
    }

    /// Whether it can stand for an organisation that does not have the noun in its name.
    pub(super) fn fits(self, text: &str, mention: &Mention) -> bool {
        let mut words = mention.name.of(text).split([' ', '\u{a0}', '\n', ',']);
        match self {
            StandIn::One(kind) => mention.kind == kind,
            StandIn::Headed(heads) => words.any(|word| heads.iter().any(|head| word.eq_ignore_ascii_case(head))),
            StandIn::Firm => mention.kind == OrganisationKind::Other && may_be_firm(mention.name.of(text)),
            StandIn::Named | StandIn::It | StandIn::Several(_) => false,
        }
    }
}

pub(super) static STAND_INS: LazyLock<Lexicon<StandIn>> = LazyLock::new(|| {
    let several = [
        ("they", None),
        ("both", None),
        ("the pair", Some(2)),
        ("the two", Some(2)),
        ("the three", Some(3)),
        ("the four", Some(4)),
        ("the ccgs", None),
        ("the trusts", None),
    ];
    let several = several.map(|(words, count)| (words, StandIn::Several(count)));
    let its = ["it", "its", "a spokesman", "a spokeswoman", "a spokesperson"].map(|words| (words, StandIn::It));
    Lexicon::new(&[&ones()[..], &several[..], &its[..]].concat())
});

/// The nouns of those that stand for one.
static NOUNS: LazyLock<Lexicon<StandIn>> = LazyLock::new(|| {
    let nouns = ones().into_iter().filter_map(|(words, one)| Some((words.strip_prefix("the ")?, one)));
    Lexicon::new(&nouns.collect::<Vec<_>>())
});

/// Words that stand for one organisation.
fn ones() -> Vec<(&'static str, StandIn)> {
    use OrganisationKind::{Commissioner, National, Other, Trust};
    let ones = [
        ("the trust", Trust),
        ("the foundation trust", Trust),
        ("the hospital trust", Trust),
        ("the ambulance trust", Trust),
        ("the mental health trust", Trust),
        ("the community trust", Trust),
        ("the acute trust", Trust),
        ("the hospital", Trust),
        ("the ft", Trust),
        ("the provider", Trust),
        ("the ccg", Commissioner),
        ("the icb", Commissioner),
        ("the ics", Commissioner),
        ("the stp", Commissioner),
        ("the pct", Commissioner),
        ("the commissioner", Commissioner),
        ("the clinical commissioning group", Commissioner),
        ("the integrated care board", Commissioner),
        ("the integrated care system", Commissioner),
        ("the primary care trust", Commissioner),
        ("the board", Commissioner),
        ("the system", Commissioner),
        ("the group", Commissioner),
        ("the union", Other),
        ("the charity", Other),
        ("the agency", Other),
        ("the think tank", Other),
        ("the regulator", National),
        ("the watchdog", National),
        ("the quango", National),
    ];
    let named = [
        "the commission",
        "the federation",
        "the association",
        "the institute",
        "the foundation",
        "the confederation",
        "the partnership",
        "the academy",
        "the society",
        "the ombudsman",
        "the service",
        "the executive",
    ];
    let firms = [
        "the company",
        "the firm",
        "the contractor",
        "the supplier",
        "the consortium",
        "the developer",
        "the builder",
        "the manufacturer",
        "the consultancy",
        "the insurer",
        "the landlord",
        "the subsidiary",
        "the outsourcer",
    ];
    let heads: [(&str, &[&str]); 7] = [
        ("the department", &["department", "dh", "dhsc"]),
        ("the ministry", &["ministry"]),
        ("the council", &["council"]),
        ("the authority", &["council", "authority"]),
        ("the university", &["university"]),
        ("the college", &["college"]),
        ("the hospice", &["hospice"]),
    ];
    let ones = ones.map(|(words, kind)| (words, StandIn::One(kind)));
    let firms = firms.map(|words| (words, StandIn::Firm));
    let heads = heads.map(|(words, heads)| (words, StandIn::Headed(heads)));
    let named = named.map(|words| (words, StandIn::Named));
    [&ones[..], &firms[..], &heads[..], &named[..]].concat()
}

/// "The cash-strapped trust": what words stand for that say more than the noun, and their length.
fn described(words: &str) -> Option<(StandIn, usize)> {
    /// How many words say more.
    const MORE: usize = 2;
    /// Words that tell of another, and those that end what "the" begins.
    static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "other another next first second third only rival neighbouring parent new merged enlarged combined \
             average largest \
             smallest biggest worst best highest lowest host former last most old smaller larger bigger then same whole entire national a of to at for by from in on and or its is was",
        )
    });
    let the = words.get(..4).filter(|the| the.eq_ignore_ascii_case("the "))?;
    let mut at = the.len();
    for _ in 0..MORE {
        // "The American supplier": of a country or a place.
        let word = words[at..].split(' ').next().filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        if OTHERS.has(word) || word.contains(|c: char| !(c.is_alphanumeric() || c == '-')) {
            return None;
        }
        at += word.len() + 1;
        let noun = words.get(at..)?;
        if let Some((one, length)) = NOUNS.at(noun) {
            // "The private provider" is no trust.
            let one = if matches!(word, "private" | "independent") { StandIn::Firm } else { one };
            return Some((one, at + length));
        }
    }
    None
}

/// Words of a sentence that stand for organisations.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) one: StandIn,
    pub(super) span: Span,
    /// Whether they say more than the noun: "the cash-strapped trust".
    pub(super) described: bool,
}

/// Those of a sentence, in order, looked up once for all its figures.
pub(super) struct StandIns {
    pub(super) sentence: Span,
    pub(super) words: Vec<Word>,
}

impl StandIns {
    pub(super) fn of(text: &str, mentions: &[Mention], sentence: Span) -> Self {
        let rest = |at: usize| &text[at..sentence.end()];
        let word = |at: usize| {
            let plain = STAND_INS.at(rest(at)).map(|(one, length)| (one, length, false));
            // "The Dental Union" is a name.
            let described = || {
                let (one, length) = described(rest(at))?;
                within(mentions, Span::at(at, length)).is_empty().then_some((one, length, true))
            };
            let (one, length, described) = plain.or_else(described)?;
            // "The think tank Reform": what a name is of stands for nobody.
            let named = one.is_one()
                && within(mentions, Span::at(at, length + 2))
                    .first()
                    .is_some_and(|next| next.span.start() == at + length + 1);
            (!named).then_some(Word { one, span: Span::at(at, length), described })
        };
        StandIns { sentence, words: word_starts(text, sentence.start(), sentence.end()).filter_map(word).collect() }
    }

    /// Those before a byte, the nearest first.
    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = Word> + '_ {
        let before = self.words.partition_point(|word| word.span.end() <= at);
        self.words[..before].iter().rev().copied()
    }

    /// The same, those that say no more than the noun.
    pub(super) fn plain_before(&self, at: usize) -> impl Iterator<Item = Word> + '_ {
        self.before(at).filter(|word| !word.described)
    }
}

/// "While the CCG was left with £6m": whether words that stand for one have a clause of their own before a figure, after all
/// the names of its sentence.
pub(super) fn has_clause(story: &Story<'_>, figure: &MoneyFigure) -> bool {
    const JOINTS: [&str; 6] = ["while", "and", "but", "whereas", ";", "with"];
    let (start, end) = (figure.sentence.start(), figure.span.start());
    let here = within(story.mentions, figure.sentence);
    let named = here[..here.partition_point(|mention| mention.span.start() < end)].last();
    let Some(named) = named.map(|mention| mention.span.end()) else { return false };
    let Some(Word { one, span, .. }) = story.stand_ins.plain_before(end).next() else { return false };
    let before = story.text[start..span.start()].trim_end();
    let after = story.text[span.end()..end].trim_start();
    one.is_one()
        && span.start() >= named
        && JOINTS.iter().any(|joint| before.ends_with(joint))
        && (after.is_empty() || DOES.at(after).is_some() || after.starts_with("saw ") || after.starts_with("is "))
}

/// Whether a figure is told of several that its sentence does not name: "Between them they owe £5m".
pub(super) fn is_of_several(story: &Story<'_>, figure: &MoneyFigure) -> bool {
    let before = &story.text[figure.sentence.start()..figure.span.start()];
    let together = ["Between them", "Together", "They ", "Both "].iter().any(|several| before.starts_with(several));
    let mut nearest = story.stand_ins.plain_before(figure.span.start());
    together || nearest.any(|word| matches!(word.one, StandIn::Several(Some(_))))
}

/// Whether "it" or "its" is the nearest word before a figure in its sentence that stands for somebody.
pub(super) fn is_it(story: &Story<'_>, figure: &MoneyFigure) -> bool {
    let nearest = story.stand_ins.plain_before(figure.span.start()).next();
    nearest.is_some_and(|word| matches!(word.one, StandIn::It) && word.span.len() <= "its".len())
}

/// "The trust lost £5m, despite help from Vale PCT": whether a story begins with words for one of another kind than its
/// subject's, whom it does not name.
pub(super) fn tells_of_another(text: &str, story: Span, mentions: &[Mention], subject: &Mention) -> bool {
    let Some(before) = Span::new(story.start(), subject.span.start()) else { return false };
    let words = StandIns::of(text, mentions, before).words;
    let tells = |kind: OrganisationKind| {
        let stands = |word: &Word| matches!(word.one, StandIn::One(one) if one == kind) && is_sure(word.span.of(text));
        kind != subject.kind && words.iter().any(stands) && mentions.iter().all(|mention| mention.kind != kind)
    };
    [OrganisationKind::Trust, OrganisationKind::Commissioner].into_iter().any(tells)
}

/// "It says the budget would be worth £5m": whether a sentence begins with words for one who only tells of others' money.
pub(super) fn begins_telling(story: &Story<'_>, subject: &Mention, figure: &MoneyFigure) -> bool {
    let first = story.stand_ins.words.first().filter(|word| word.span.start() == figure.sentence.start());
    first.is_some_and(|word| may_tell(subject.kind) && reports(story.text, word.span, subject.kind, figure.phrase))
}

/// "The trust said it would save £3m": whether the words before a figure that stand for somebody stand for none that the
/// article names.
pub(super) fn stands_for_none(story: &Story<'_>, figure: &MoneyFigure) -> bool {
    let Story { text, mentions, .. } = *story;
    let mut nearest = story.stand_ins.plain_before(figure.span.start());
    let Some(Word { one, span, .. }) = nearest.find(|word| !matches!(word.one, StandIn::It)) else { return false };
    let here = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let near = &mentions[here.saturating_sub(LOOK_BACK)..(here + LOOK_BACK).min(mentions.len())];
    is_sure(span.of(text))
        && within(mentions, figure.sentence).is_empty()
        && !near.iter().any(|mention| one.fits(text, mention))
}

/// Whether words that stand for one tell surely of which kind it is: any body may have a board.
fn is_sure(words: &str) -> bool {
    const SURE: [&str; 9] = ["trust", "ft", "ccg", "icb", "pct", "union", "department", "ministry", "university"];
    words.rsplit(' ').next().is_some_and(|noun| SURE.iter().any(|sure| noun.eq_ignore_ascii_case(sure)))
}

/// How many mentions "the trust" looks back over, and "the department" ahead.
pub(super) const LOOK_BACK: usize = 40;
