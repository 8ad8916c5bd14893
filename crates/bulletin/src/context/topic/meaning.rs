//! What each word of a sentence does for topics: the cues of the table, and the words that only lead to them.

use std::sync::LazyLock;

use super::cues::{GROUPS, Kind, TopicCue};
use crate::grammar::lexicon::Lexicon;

/// Words that tie a figure to what tells of it.
const LINKS: &str = "a an the its it their his her our this that of at is was are were be been being has have had will would \
    could can may might to by from for in on worth around about some nearly almost more than over just only up \
    down now also currently already still forecast expected estimated reported total totalling least most \
    another further likely set planned projected approximately roughly under less as much initial original \
    revised proposed annual yearly new latest first second third final overall combined record massive huge \
    underlying";

/// Words that begin another clause.
const BREAKS: &str = "which who whose while whereas but although though because after before if when where despite unless until \
    since and or including includes excluding plus";

/// Phrases that have a cue's word in them, and tell nothing of money.
const IDIOMS: &str = "than its budget|than their budget|than budget|than the budget|in charge|in charge of|\
    charged with|to deal with|can deal with|will deal with|dealing with|take over|takes over|took over|taken over|\
    taking over|\
    take on|takes on|took on|taken on|taking on|take part|takes part|took part|take place|takes place|took place|\
    takes effect|took effect|take effect|dealt with|a great deal|a good deal|\
    great deal of|at the expense of|national insurance|raised to|raised by|raised from|raises to|raise concerns|\
    raised concerns|raised the sum|raised the charge|raised the price|raised the rent|raised the limit|\
    raised the cap|raised its offer|raised its bid|raises concerns|raised questions|raises questions|\
    raise questions|raised doubts|raised the alarm|\
    raised eyebrows|per unit|at a loss to|taking the total|takes the total|took the total|taking the bill|\
    takes the bill|missed the a&e target|missed the target|missed targets|missed its target|missed their targets|\
    missed waiting|missed the waiting|missed the four hour|missed the 18 week|missed appointments|missed cancer|\
    backlog of letters|backlog of patients|backlog of operations|backlog of cases|backlog of referrals|\
    backlog of appointments|backlog of scans|backlog of complaints|elective backlog|waiting list backlog|\
    treatment backlog|care backlog|the backlog of|settled late|settled early|settled within|be settled by|\
    bills will be settled|bills to be settled|claims that|claimed that|claim that|claims to|claimed to|found that|\
    finds that|\
    find that|found to|gave evidence|give evidence|giving evidence|got under way|get under way|gets under way|\
    pay tribute|paid tribute|award winning|share the blame|at today’s prices|at current prices|in today’s prices|\
    fine tuning|gets to|got to|give way|gave way|given that|found out|find out|in case|the case for|on site|\
    in support of|\
    saving lives|saved lives|save lives|building on|built on|build on|cost effective|cost effectiveness|\
    cash strapped|cash starved|signed up to|sign up to|signs up to|signing up to|declared surplus|surplus land|\
    surplus to requirements|surplus estate|surplus property|surplus site|surplus sites|surplus buildings|\
    software house|software firm|software company|software supplier|ran out of money|run out of money|\
    ran out of cash|run out of cash|private patient unit|by the centre|from the centre|rising prices|higher prices|\
    falling prices|energy prices|admitted liability|admits liability|\
    admitting liability|denied liability|denies liability|denying liability|accepted liability|accepts liability|\
    accepting liability|tribunal heard|court heard|inquest heard|tribunal was told|court was told";

/// What a word does for a topic.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    Cue(TopicCue),
    Link,
    Break,
    Idiom,
}

/// Every word that does something.
pub(super) static MEANINGS: LazyLock<Lexicon<Meaning>> = LazyLock::new(|| {
    let cues = GROUPS.iter().flat_map(|&(topic, kind, strength, words)| {
        let cue = TopicCue { topic, strength, is_verb: kind == Kind::Verb };
        words.split('|').map(move |word| (word, Meaning::Cue(cue)))
    });
    let small = |words: &'static str, meaning| words.split_ascii_whitespace().map(move |word| (word, meaning));
    let idioms = IDIOMS.split('|').map(|words| (words, Meaning::Idiom));
    let rows = cues.chain(small(LINKS, Meaning::Link)).chain(small(BREAKS, Meaning::Break)).chain(idioms);
    Lexicon::new(&rows.collect::<Vec<_>>())
});
