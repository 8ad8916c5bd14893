//! Who is paid: money for those who work is pay, and money for a firm is what somebody's work costs.

use std::sync::LazyLock;

use crate::context::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::Per;
use crate::span::{Cue, Span};
use crate::text::words::word_before;

/// Whether a figure is for so short a time that it is somebody's pay: "£8.91 an hour".
pub(super) fn is_hourly(per: Option<&Cue<Per>>) -> bool {
    per.is_some_and(|per| matches!(per.value.as_str(), "hour" | "shift" | "day"))
}

/// Those who work.
static STAFF: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "nurses doctors staff porters consultants midwives paramedics gps cleaners managers workers employees \
         apprentices surgeons registrars radiographers carers",
    )
});

/// One of them.
static WORKER: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("nurse doctor porter consultant midwife paramedic gp surgeon registrar carer cleaner")
});

/// Whether those who work stand right before a verb.
pub(super) fn is_of_staff(sentence: &Sentence<'_>, verb: Span) -> bool {
    /// How many words may stand between: "nurses will each get".
    const WORDS: usize = 3;
    let before = &sentence.text[sentence.span.start()..verb.start()];
    // "GPs who come to the county will be given"
    let leads = || {
        let mut words = before.split_whitespace();
        words.next().is_some_and(|word| STAFF.has(word)) && words.next() == Some("who")
    };
    before.split_whitespace().rev().take(WORDS).any(|word| STAFF.has(word) || WORKER.has(word)) || leads()
}

/// "To pay its own nurses £2,000 more": whether a cue is a verb of paying, and those who work are paid.
pub(super) fn pays_staff(sentence: &Sentence<'_>, index: usize, cue: Span) -> bool {
    /// How many words may stand between.
    const WORDS: usize = 5;
    static PAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("pay pays paid paying offer offers offered offering give gives gave given giving promised")
    });
    let pays = PAYS.has(cue.of(sentence.text));
    // "It paid a consultant £550,000" to go away.
    let gives = !cue.of(sentence.text).to_ascii_lowercase().starts_with("pa");
    let way = sentence.readings.get(index).and_then(|reading| Span::new(cue.end(), reading.phrase.start()));
    pays && way.is_some_and(|way| {
        let words: Vec<&str> = way.of(sentence.text).split_whitespace().take(WORDS + 1).collect();
        let more =
            |word: &&&str| matches!(**word, "a" | "an" | "another" | "extra" | "further" | "additional" | "each");
        words.len() <= WORDS
            && words
                .iter()
                .rev()
                .find(|word| !more(word))
                .is_some_and(|last| STAFF.has(last) || gives && WORKER.has(last))
    })
}

/// Whether a cue stands right after an organisation's name, or those that have none.
pub(super) fn is_of_body(sentence: &Sentence<'_>, cue: Span) -> bool {
    static BODIES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "firms companies suppliers providers hospitals trusts practices homes pharmacies councils agencies",
        )
    });
    if BODIES.has(word_before(sentence.text, sentence.span.start(), cue.start())) {
        return true;
    }
    let mentions = sentence.story.mentions;
    let next = mentions.partition_point(|mention| mention.span.end() <= cue.start());
    next.checked_sub(1).is_some_and(|last| {
        let between = sentence.text.get(mentions[last].span.end()..cue.start()).unwrap_or_default();
        matches!(between.trim(), "" | "has" | "had" | "will" | "would")
    })
}

/// Whether a cue is the verb "pay": "a large trust would pay £200,000".
pub(super) fn is_infinitive(sentence: &Sentence<'_>, cue: Span) -> bool {
    static MODALS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("to would will could can should must may might not"));
    cue.of(sentence.text).eq_ignore_ascii_case("pay")
        && MODALS.has(word_before(sentence.text, sentence.span.start(), cue.start()))
}

/// "It has paid his parents £40,000": whether a cue is a verb of paying, and those who claim are paid.
pub(super) fn pays_claimant(sentence: &Sentence<'_>, index: usize, cue: Span) -> bool {
    /// How many words may stand between.
    const WORDS: usize = 3;
    static PAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("pay pays paid paying gave given"));
    static CLAIMANTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("parents family families widow widower relatives mother father son daughter victims claimants")
    });
    let way = sentence.readings.get(index).and_then(|reading| Span::new(cue.end(), reading.phrase.start()));
    let words = way.map(|way| way.of(sentence.text).split_whitespace()).into_iter().flatten();
    PAYS.has(cue.of(sentence.text))
        && words.clone().count() <= WORDS
        && words.last().is_some_and(|last| CLAIMANTS.has(last))
}

/// "Jo Hale was also paid £250,000", "Dame Jo Hale received £250,000", "Jo Hale got £250,000 for running Vale FT": whether a
/// cue is a verb of receiving, and a person stands before it; `after` are the words after the figure.
pub(super) fn is_of_person(sentence: &Sentence<'_>, cue: Span, after: &str) -> bool {
    static GETS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("received receives got gets earned earns"));
    static TITLES: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("sir dame mr mrs ms dr lord lady professor ceo executive director chair"));
    const LEADS: [&str; 3] = ["for running ", "for leading ", "for chairing "];
    let words = cue.of(sentence.text);
    let before = sentence.text[sentence.span.start()..cue.start()].trim_end();
    let before = ["also", "now", "then"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before).trim_end();
    let be = ["was", "is", "were"].iter().find_map(|word| before.strip_suffix(word)).map(str::trim_end);
    let paid = words.starts_with("was paid") || words == "paid" && be.is_some();
    if !paid && !GETS.has(words) {
        return false;
    }
    let who = be.unwrap_or(before);
    // "Dame Jo Hale, who has since left, was paid"
    let who = who.strip_suffix(',').and_then(|who| who.rsplit_once(", who ")).map_or(who, |(who, _)| who);
    let mut back = who.rsplit(' ');
    let name = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.starts_with(|c: char| c.is_uppercase()) && word.chars().all(|c| c.is_alphabetic() || c == '-')
        })
    };
    let named = name(back.next()) && name(back.next());
    let titled = || back.clone().next().is_some_and(|title| TITLES.has(title));
    let leads = || LEADS.iter().any(|lead| after.trim_start_matches([',', ' ']).starts_with(lead));
    let last = (sentence.span.start() + who.len()).saturating_sub(1);
    named && !sentence.is_named(last) && (paid || titled() || leads())
}
