//! Whom "the trust", "it" and "the two" stand for.

use std::sync::LazyLock;

use super::part::part_of;
use super::stand_in::{LOOK_BACK, STAND_INS, StandIn, StandIns, Word};
use super::subject::{acts_in, is_object, is_paid, is_subject, possessed};
use super::teller::{TELLINGS, found_by, is_inserted, may_tell, reports};
use super::{Story, coordinated, within};
use crate::grammar::lexicon::Lexicon;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner, Part};
use crate::span::Span;
use crate::text::sentences;
use crate::text::words::window;

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

/// The words before a figure that stand for its owners.
struct Told {
    stand_in: StandIn,
    cue: Span,
    /// Those that say of which kind it is: "the CCG said it would".
    noun: Span,
    /// Whether it is given the money: "NHS Improvement will lend it £2m".
    is_given: bool,
}

impl Told {
    /// The nearest such words, in the figure's sentence.
    fn of(story: &Story<'_>, figure: &MoneyFigure) -> Option<Self> {
        let mut nearest = story.stand_ins.before(figure.span.start()).filter_map(|Word { one, span, .. }| {
            // "The Department of Health" is a name; "puts it at £6bn" tells of what was said before.
            let after = &story.text[span.end()..figure.sentence.end()];
            let thing = || span.of(story.text).eq_ignore_ascii_case("it") && is_thing(after);
            (!(after.starts_with(" of ") || thing())).then_some((one, span))
        });
        let (mut stand_in, mut cue) = nearest.next()?;
        // "The trust will pay the company £2m": the one who does it, and not whom it is done to.
        let is_object =
            |stand_in: StandIn, words: Span| stand_in.is_one() && is_object(story.text, figure.sentence, words);
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
        let is_given = matches!(stand_in, StandIn::It) && is_paid(story.text, figure.sentence, cue);
        let mut noun = cue;
        if let StandIn::It = stand_in
            && let Some((one, words)) = nearest.find(|(before, _)| before.is_one())
        {
            (stand_in, noun) = (one, words);
        }
        Some(Told { stand_in, cue, noun, is_given })
    }
}

/// The organisations that the nearest such words before the figure, in its sentence, stand for.
pub(super) fn stood_for(story: &Story<'_>, paragraph: Span, figure: &MoneyFigure) -> Vec<Owner> {
    let Some(told) = Told::of(story, figure) else { return Vec::new() };
    let Told { stand_in, cue, noun, is_given } = told;
    let until = story.mentions.partition_point(|mention| mention.span.end() <= cue.start());
    let earlier = &story.mentions[until.saturating_sub(LOOK_BACK)..until];
    let found: Vec<&Mention> = match stand_in {
        StandIn::One(_) | StandIn::Named | StandIn::Headed(_) | StandIn::Firm => {
            let called = called(story, earlier, stand_in, noun).or_else(|| of_kind(story, earlier, stand_in));
            // "The department wrote off £9m … The DHSC's assets fell": named only later.
            let later = || {
                let headed = matches!(stand_in, StandIn::Headed(_));
                let mut later = story.mentions[until..].iter().take(LOOK_BACK).filter(|_| headed);
                later.find(|mention| stand_in.fits(story.text, mention))
            };
            called.or_else(later).into_iter().collect()
        }
        StandIn::It => it(story, paragraph, figure, &told, earlier).into_iter().collect(),
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

/// The last of `earlier` that is of a kind, or the one that does something where that is named.
fn of_kind<'m>(story: &Story<'_>, earlier: &'m [Mention], stand_in: StandIn) -> Option<&'m Mention> {
    let nearest = earlier.iter().rev().find(|mention| stand_in.fits(story.text, mention))?;
    // "Vale FT will take over Fell FT. The FT …": the one that does something there.
    let there = sentences::around(story.text, story.bounds, nearest.span);
    let fitting = || within(earlier, there).iter().filter(|mention| stand_in.fits(story.text, mention));
    let acting = fitting().find(|mention| acts_in(story.text, there, mention));
    // "It went to Vale FT, as they await Fell FT’s decision. The FT …": and not the one who only has something.
    let owned = |mention: &&Mention| possessed(&story.text[mention.span.end()..there.end()]).is_some();
    acting.or_else(|| fitting().rev().find(|mention| !owned(mention))).or(Some(nearest))
}

/// The one that "it" stands for: what the sentence before is about.
fn it<'m>(
    story: &'m Story<'_>,
    paragraph: Span,
    figure: &MoneyFigure,
    told: &Told,
    earlier: &'m [Mention],
) -> Option<&'m Mention> {
    let (start, end) = (figure.sentence.start(), figure.span.start());
    let cue = told.cue;
    let previous = previous(story.text, paragraph, start, cue.start() == start);
    let was = story.text[cue.start()..end].starts_with("it was ");
    let is_near = |mention: &&Mention| {
        (previous.contains(mention.span) && !is_inserted(story.text, previous, mention))
            || (figure.sentence.contains(mention.span)
                && !told.is_given
                && is_subject(story.text, figure.sentence, mention)
                // "A National Audit Office report found it …"
                && !found_by(story.text, mention, cue)
                && !is_inserted(story.text, figure.sentence, mention)
                && !leads_to_unnamed(story.text, mention.span.end(), cue.start())
                // "The union says £3m went; in 2021 it was £2m": neither is its own.
                && !(was && may_tell(mention.kind) && reports(story.text, mention.span, mention.kind, cue)))
    };
    let near = || earlier.iter().rev().filter(is_near);
    // "NHS England has lent Vale Trust £5m. It has had £3m before": whose money it is, and not who deals with it.
    let dealt_with = |lead: &Mention| {
        let local = || near().filter(|mention| mention.kind != OrganisationKind::National);
        let one = local().next().filter(|one| local().all(|other| other.name == one.name));
        one.filter(|_| lead.kind == OrganisationKind::National)
    };
    let lead = near().find(|mention| leads(story.text, previous, mention));
    // "At the court, Vale Trust was fined in a case brought by the CQC": the one that does something.
    let doer = || {
        let mut here = earlier.iter().filter(|mention| previous.contains(mention.span) && is_near(mention));
        here.find(|mention| acts_in(story.text, previous, mention))
    };
    // "The district is £5m in the red. It …": where nobody is named, the one that the story is about.
    let subject = || {
        let subject = story.subject.as_ref().filter(|subject| subject.span.end() <= cue.start());
        subject.filter(|_| cue.start() == start && within(story.mentions, previous).is_empty())
    };
    lead.map(|lead| dealt_with(lead).unwrap_or(lead))
        .or_else(|| led_by(story, earlier, previous))
        .or_else(doer)
        .or_else(|| near().next())
        .or_else(|| told_of(story, earlier, previous))
        .or_else(subject)
}

/// "Monitor is looking into one of the largest trusts after it lost £9m": whether one without a name stands nearer to "it".
fn leads_to_unnamed(text: &str, from: usize, to: usize) -> bool {
    let way = text.get(from..to).unwrap_or_default();
    way.rsplit_once(" one of ").is_some_and(|(_, one)| {
        ["trusts", "hospitals", "providers", "ccgs", "CCGs", "ICBs", "PCTs"].iter().any(|many| one.contains(many))
    })
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
