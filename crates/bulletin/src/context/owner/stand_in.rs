//! "The trust", "it", "the two": words that stand for organisations named before.

use std::sync::LazyLock;

use super::part::part_of;
use super::subject::{DOES, acts_in, is_object, is_paid, is_subject, possessed};
use super::teller::{TELLINGS, found_by, is_inserted, may_tell, reports};
use super::{Story, coordinated, within};
use crate::grammar::lexicon::Lexicon;
use crate::grammar::organisation::may_be_firm;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner, Part};
use crate::span::Span;
use crate::text::sentences;
use crate::text::words::{window, word_starts};

/// What words stand for.
#[derive(Clone, Copy)]
enum StandIn {
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
    fn is_one(self) -> bool {
        matches!(self, StandIn::One(_) | StandIn::Named | StandIn::Headed(_) | StandIn::Firm)
    }

    /// Whether it can stand for an organisation that does not have the noun in its name.
    fn fits(self, text: &str, mention: &Mention) -> bool {
        let mut words = mention.name.of(text).split([' ', '\u{a0}', '\n', ',']);
        match self {
            StandIn::One(kind) => mention.kind == kind,
            StandIn::Headed(heads) => words.any(|word| heads.iter().any(|head| word.eq_ignore_ascii_case(head))),
            StandIn::Firm => mention.kind == OrganisationKind::Other && may_be_firm(mention.name.of(text)),
            StandIn::Named | StandIn::It | StandIn::Several(_) => false,
        }
    }
}

static STAND_INS: LazyLock<Lexicon<StandIn>> = LazyLock::new(|| {
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
             smallest biggest worst best highest lowest host former last most old smaller larger bigger then same whole entire a of to at for by from in on and or its is was",
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
            return Some((one, at + length));
        }
    }
    None
}

/// Words of a sentence that stand for organisations.
#[derive(Clone, Copy)]
struct Word {
    one: StandIn,
    span: Span,
    /// Whether they say more than the noun: "the cash-strapped trust".
    described: bool,
}

/// Those of a sentence, in order, looked up once for all its figures.
pub(super) struct StandIns {
    pub(super) sentence: Span,
    words: Vec<Word>,
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
            Some(Word { one, span: Span::at(at, length), described })
        };
        StandIns { sentence, words: word_starts(text, sentence.start(), sentence.end()).filter_map(word).collect() }
    }

    /// Those before a byte, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = Word> + '_ {
        let before = self.words.partition_point(|word| word.span.end() <= at);
        self.words[..before].iter().rev().copied()
    }

    /// The same, those that say no more than the noun.
    fn plain_before(&self, at: usize) -> impl Iterator<Item = Word> + '_ {
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

/// "It says the budget would be worth £5m": whether a sentence begins with words for one who only tells of others' money.
pub(super) fn begins_telling(story: &Story<'_>, subject: &Mention, figure: &MoneyFigure) -> bool {
    let first = story.stand_ins.words.first().filter(|word| word.span.start() == figure.sentence.start());
    first.is_some_and(|word| may_tell(subject.kind) && reports(story.text, word.span, subject.kind, figure.phrase))
}

/// "The trust said it would save £3m": whether the words before a figure that stand for somebody stand for none that the
/// article names.
pub(super) fn stands_for_none(story: &Story<'_>, figure: &MoneyFigure) -> bool {
    const SURE: [&str; 9] = ["trust", "ft", "ccg", "icb", "pct", "union", "department", "ministry", "university"];
    let Story { text, mentions, .. } = *story;
    let mut nearest = story.stand_ins.plain_before(figure.span.start());
    let Some(Word { one, span, .. }) = nearest.find(|word| !matches!(word.one, StandIn::It)) else { return false };
    let noun = span.of(text).rsplit(' ').next().unwrap_or_default();
    let here = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let near = &mentions[here.saturating_sub(LOOK_BACK)..(here + LOOK_BACK).min(mentions.len())];
    SURE.iter().any(|sure| noun.eq_ignore_ascii_case(sure))
        && within(mentions, figure.sentence).is_empty()
        && !near.iter().any(|mention| one.fits(text, mention))
}

/// "£60m of loans fall due, and the trust has no means of repaying them": the trust or commissioner that words after a figure
/// stand for, where its sentence names nobody.
pub(super) fn told_after(story: &Story<'_>, figure: &MoneyFigure) -> Option<Owner> {
    use OrganisationKind::{Commissioner, Trust};
    /// How far after the figure, in bytes.
    const REACH: usize = 120;
    if !within(story.mentions, figure.sentence).is_empty() {
        return None;
    }
    let after = |word: &&Word| (figure.span.end()..figure.span.end() + REACH).contains(&word.span.start());
    let sure = |word: &&Word| matches!(word.one, StandIn::One(Trust | Commissioner) | StandIn::Headed(_));
    let told = story.stand_ins.words.iter().filter(|word| !word.described).filter(after).find(sure)?;
    let Word { one, span: cue, .. } = *told;
    let until = story.mentions.partition_point(|mention| mention.span.end() <= cue.start());
    let earlier = &story.mentions[until.saturating_sub(LOOK_BACK)..until];
    let one = called(story, earlier, one, cue)
        .or_else(|| earlier.iter().rev().find(|mention| one.fits(story.text, mention)))?;
    Some(Owner { cue, ..Owner::from(*one) })
}

/// How many mentions "the trust" looks back over, and "the department" ahead.
const LOOK_BACK: usize = 40;

/// The organisations that the nearest such words before the figure, in its sentence, stand for.
pub(super) fn stood_for(story: &Story<'_>, paragraph: Span, figure: &MoneyFigure) -> Vec<Owner> {
    let (start, end) = (figure.sentence.start(), figure.span.start());
    let mut nearest = story.stand_ins.before(end).filter_map(|Word { one, span, .. }| {
        // "The Department of Health" is a name; "puts it at £6bn" tells of what was said before.
        let after = &story.text[span.end()..figure.sentence.end()];
        let thing = || span.of(story.text).eq_ignore_ascii_case("it") && is_thing(after);
        (!(after.starts_with(" of ") || thing())).then_some((one, span))
    });
    let Some((mut stand_in, mut cue)) = nearest.next() else { return Vec::new() };
    // "The trust will pay the company £2m": the one who does it, and not whom it is done to.
    let is_object = |stand_in: StandIn, words: Span| stand_in.is_one() && is_object(story.text, figure.sentence, words);
    if is_object(stand_in, cue)
        && let Some(doer) = nearest.find(|&(stand_in, words)| stand_in.is_one() && !is_object(stand_in, words))
    {
        (stand_in, cue) = doer;
    }
    // "The trusts have had to lend it £10m": those who do.
    if let StandIn::It = stand_in
        && is_paid(story.text, figure.sentence, cue)
        && let Some(doer) = nearest.next()
    {
        (stand_in, cue) = doer;
    }
    // "If the three cannot agree, they stand to lose £5m": so many.
    if let StandIn::Several(None) = stand_in
        && let Some((counted, _)) = nearest.find(|(before, _)| matches!(before, StandIn::Several(Some(_))))
    {
        stand_in = counted;
    }
    // "NHS Improvement will lend it £2m": not the one who lends.
    let is_given = matches!(stand_in, StandIn::It) && is_paid(story.text, figure.sentence, cue);
    let mut noun = cue;
    if let StandIn::It = stand_in {
        // "The CCG said it would": the same.
        if let Some((one, words)) = nearest.find(|(before, _)| before.is_one()) {
            (stand_in, noun) = (one, words);
        }
    }
    let until = story.mentions.partition_point(|mention| mention.span.end() <= cue.start());
    let earlier = &story.mentions[until.saturating_sub(LOOK_BACK)..until];
    let previous = previous(story.text, paragraph, start, cue.start() == start);
    let was = story.text[cue.start()..end].starts_with("it was ");
    let near = |mention: &&Mention| {
        (previous.contains(mention.span) && !is_inserted(story.text, previous, mention))
            || (figure.sentence.contains(mention.span)
                && !is_given
                && is_subject(story.text, figure.sentence, mention)
                // "A National Audit Office report found it …"
                && !found_by(story.text, mention, cue)
                && !is_inserted(story.text, figure.sentence, mention)
                // "The union says £3m went; in 2021 it was £2m": neither is its own.
                && !(was && may_tell(mention.kind) && reports(story.text, mention.span, mention.kind, cue)))
    };
    let found: Vec<&Mention> = match stand_in {
        StandIn::One(_) | StandIn::Named | StandIn::Headed(_) | StandIn::Firm => called(story, earlier, stand_in, noun)
            .or_else(|| {
                let nearest = earlier.iter().rev().find(|mention| stand_in.fits(story.text, mention))?;
                // "Vale FT will take over Fell FT. The FT …": the one that does something there.
                let there = sentences::around(story.text, story.bounds, nearest.span);
                let fitting = || within(earlier, there).iter().filter(|mention| stand_in.fits(story.text, mention));
                let acting = fitting().find(|mention| acts_in(story.text, there, mention));
                // "It went to Vale FT, as they await Fell FT’s decision. The FT …": and not the one who only has something.
                let owned = |mention: &&Mention| possessed(&story.text[mention.span.end()..there.end()]).is_some();
                acting.or_else(|| fitting().rev().find(|mention| !owned(mention))).or(Some(nearest))
            })
            // "The department wrote off £9m … The DHSC's assets fell": named only later.
            .or_else(|| match stand_in {
                StandIn::Headed(_) => {
                    story.mentions[until..].iter().take(LOOK_BACK).find(|mention| stand_in.fits(story.text, mention))
                }
                _ => None,
            })
            .into_iter()
            .collect(),
        StandIn::It => {
            let lead = |mention: &&Mention| leads(story.text, previous, mention);
            let near_one = near;
            let near = || earlier.iter().rev().filter(near_one);
            let started = || led_by(story, earlier, previous);
            // "NHS England has lent Vale Trust £5m. It has had £3m before": whose money it is, and not who deals with it.
            let dealt_with = |lead: &Mention| {
                let local = || near().filter(|mention| mention.kind != OrganisationKind::National);
                let one = local().next().filter(|one| local().all(|other| other.name == one.name));
                one.filter(|_| lead.kind == OrganisationKind::National)
            };
            let lead = near().find(lead).map(|lead| dealt_with(lead).unwrap_or(lead));
            // "The district is £5m in the red. It …": where nobody is named, the one that the story is about.
            let subject = || {
                let subject = story.subject.as_ref().filter(|subject| subject.span.end() <= cue.start());
                subject.filter(|_| cue.start() == start && within(story.mentions, previous).is_empty())
            };
            // "At the court, Vale Trust was fined in a case brought by the CQC": the one that does something.
            let doer = || {
                let mut here = earlier.iter().filter(|mention| previous.contains(mention.span) && near_one(mention));
                here.find(|mention| acts_in(story.text, previous, mention))
            };
            lead.or_else(started)
                .or_else(doer)
                .or_else(|| near().next())
                .or_else(|| told_of(story, earlier, previous))
                .or_else(subject)
                .into_iter()
                .collect()
        }
        StandIn::Several(count) => several(story, earlier, count),
    };
    // "It puts the cost at £5m", "its survey found £5m": one who only tells.
    let surveys = TELLINGS.at(story.text[cue.end()..].trim_start()).is_some();
    // "A spokesman said £5m would be spent": those who pay him.
    let speaks = cue.len() > "its".len() && matches!(stand_in, StandIn::It);
    let tells = |mention: &Mention| {
        may_tell(mention.kind)
            && !(speaks && mention.kind == OrganisationKind::National)
            && (surveys || reports(story.text, cue, mention.kind, figure.phrase))
    };
    if found.iter().copied().any(tells) {
        return Vec::new();
    }
    let part = if is_given { Part::Payee } else { part_of(story.text, cue, figure.phrase) };
    found.into_iter().map(|mention| Owner { name: mention.name, cue, part }).collect()
}

/// Whether "it" before some words can be nobody who does something: "puts it at £6bn", "will have it in May".
fn is_thing(after: &str) -> bool {
    static LINKS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "at in for to on by from with as and or but so that which when while until before after because if than into \
             out up down off back",
        )
    });
    after.starts_with([',', '.', ';', ':', ')']) || LINKS.at(after.trim_start()).is_some()
}

/// The last of `earlier` that has the noun of some words in its name: "the group", of "Lindsey Hospitals Group".
fn called<'m>(story: &Story<'_>, earlier: &'m [Mention], stand_in: StandIn, words: Span) -> Option<&'m Mention> {
    let noun = words.of(story.text).rsplit(' ').next()?;
    // Any trust is "the trust", whether its name says FT or Trust; but "the FT" is one.
    let foundation = noun.eq_ignore_ascii_case("ft");
    let any = matches!(stand_in, StandIn::One(OrganisationKind::Trust)) && !foundation;
    let other = |mention: &Mention| matches!(stand_in, StandIn::One(kind) if mention.kind != kind && noun == "trust");
    let has = |mention: &&Mention| {
        if any || other(mention) {
            return false;
        }
        let name = mention.name.of(story.text);
        if foundation && name.contains("Foundation") {
            return true;
        }
        // "Department of Health", "Health Commission".
        let mut words = name.split_whitespace();
        words.next().into_iter().chain(words.next_back()).any(|word| word.eq_ignore_ascii_case(noun))
    };
    earlier.iter().rev().find(has)
}

/// "A review of the regulator’s systems is due. Its new portal": the one that words of a sentence that names nobody stand for.
fn told_of<'m>(story: &Story<'_>, earlier: &'m [Mention], sentence: Span) -> Option<&'m Mention> {
    if !within(story.mentions, sentence).is_empty() {
        return None;
    }
    let words = StandIns::of(story.text, story.mentions, sentence);
    let Word { one, .. } = words.plain_before(sentence.end()).find(|word| word.one.is_one())?;
    earlier.iter().rev().find(|mention| one.fits(story.text, mention))
}

/// The one that a sentence's first words stand for: "The trust has paid its lawyers, Fenwick Straw. It …".
fn led_by<'m>(story: &Story<'_>, earlier: &'m [Mention], sentence: Span) -> Option<&'m Mention> {
    let (one, _) = STAND_INS.at(sentence.of(story.text))?;
    earlier.iter().rev().find(|mention| one.fits(story.text, mention))
}

/// The last of `earlier` that were told in one breath, so many as are counted.
fn several<'m>(story: &Story<'_>, earlier: &'m [Mention], count: Option<usize>) -> Vec<&'m Mention> {
    let mut rest = earlier;
    while !rest.is_empty() {
        let told = coordinated(story.text, rest);
        // "The seven Wexmoor CCGs" are several by one name.
        let plural = || {
            let head = told[0].name.of(story.text).rsplit([' ', '\n']).next().unwrap_or_default();
            count.is_none() && matches!(head, "CCGs" | "ICBs" | "PCTs" | "Trusts" | "FTs" | "trusts")
        };
        if told.len() > 1 && count.is_none_or(|count| count == told.len()) || plural() {
            return told.iter().collect();
        }
        rest = &rest[..rest.len() - told.len()];
    }
    Vec::new()
}

/// The sentence before the one that starts at byte `start`, in its paragraph; where that `begins` with the words that stand
/// for somebody, the last of the paragraph before, too.
fn previous(text: &str, paragraph: Span, start: usize, begins: bool) -> Span {
    /// How far back another paragraph is looked at, in bytes.
    const REACH: usize = 500;
    let mut from = paragraph.start();
    if begins && start == from {
        from = window(text, 0, start, REACH);
        from += text[from..start].trim_end().rfind("\n\n").map_or(0, |at| at + 2);
    }
    let end = from + text[from..start].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    sentences::around(text, Span::new(from, start).unwrap_or(paragraph), Span::at(end, 0))
}

/// Whether a mention is the subject that a sentence begins with.
fn leads(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = Span::new(sentence.start(), mention.span.start()).map(|before| before.of(text));
    before.is_some_and(|before| before.split_whitespace().nth(2).is_none())
}
