//! What a cue can mean of so much money: nobody is paid a million for work, and what costs a few pounds has a price.

use std::sync::LazyLock;

use super::cues::{TopicCue, WEAK};
use crate::context::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Per, Topic};
use crate::span::{Cue, Span};
use crate::text::words::word_before;

/// The cues of a row.
enum Cues {
    Any,
    WeakNouns,
    WeakVerbs,
    Words(Lexicon<()>),
}

impl Cues {
    fn has(&self, cue: TopicCue, words: &str) -> bool {
        match self {
            Cues::Any => true,
            Cues::WeakNouns => !cue.is_verb && cue.strength <= WEAK,
            Cues::WeakVerbs => cue.is_verb && cue.strength <= WEAK,
            Cues::Words(lexicon) => lexicon.has(words),
        }
    }
}

/// A topic, its cues, from which amount on and below which they mean something else, and what: perhaps nothing.
type Row = (Topic, Cues, u32, u32, Option<Topic>);

/// The first row that fits says it.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    use Cues::{Any, WeakNouns, WeakVerbs};
    let words =
        |words: &'static str| Cues::Words(Lexicon::new(&words.split('|').map(|word| (word, ())).collect::<Vec<_>>()));
    vec![
        // "A £40 rise" is in a price, and "a £2m rise" in a budget.
        (Topic::Pay, words("rise|rises|raise"), 0, 1_000, None),
        (Topic::Pay, words("rise|rises|raise"), 200_000, u32::MAX, None),
        // "A bonus of £15m" is a body's.
        (Topic::Pay, words("bonus|bonuses|incentive|incentives"), 1_000_000, u32::MAX, Some(Topic::Funding)),
        (
            Topic::Pay,
            words("earn|earns|earned|earning|earner|earners|highest earner|earnings"),
            1_000_000,
            u32::MAX,
            Some(Topic::Income),
        ),
        (Topic::Pay, WeakVerbs, 1_000_000, u32::MAX, Some(Topic::Cost)),
        (Topic::Pay, WeakNouns, 1_000_000, u32::MAX, None),
        // "It is to sell its offices for £4m"
        (
            Topic::Price,
            words("sell|sells|sold|selling|sale of|sold for|sell for|selling for"),
            1_000_000,
            50_000_000,
            Some(Topic::Income),
        ),
        // "A surgeon wins £832,000"
        (Topic::Contract, words("won|win|wins"), 0, 1_000_000, None),
        // "Nurses were offered £3,000"
        (Topic::Funding, words("offered|offer|offers|promised"), 0, 10_000, Some(Topic::Pay)),
        // "A lump sum of £1,600" is no damages.
        (Topic::Compensation, words("lump sum"), 0, 20_000, Some(Topic::Pay)),
        // No claim is settled for so much: a budget's settlement.
        (Topic::Compensation, words("settlement|settlements"), 500_000_000, u32::MAX, Some(Topic::Funding)),
        // Nothing is built for so little.
        (Topic::Capital, WeakNouns, 0, 20_000, None),
        (Topic::Capital, words("hospital|hospitals|clinic|surgery|mortuary|home"), 0, 100_000, None),
        (Topic::Price, words("drug|medicine|treatment|jab|pill"), 1_000_000, u32::MAX, None),
        // "Its shares lost 4p"
        (Topic::Deficit, words("lose|loses|losing|lost"), 0, 5, Some(Topic::Price)),
        // "Nurses lost £4,000"
        (Topic::Deficit, words("lose|loses|losing|lost|worse off|out of pocket"), 0, 10_000, Some(Topic::Pay)),
        (Topic::Cost, words("cost|costs|costing|pays|comes for"), 0, 500, Some(Topic::Price)),
        // "£146m in parking charges"
        (
            Topic::Price,
            words("parking charges|car parking|prescription charges|prescription charge|tuition fees|tolls"),
            1_000_000,
            u32::MAX,
            Some(Topic::Income),
        ),
        // "It will be £1.5m cheaper"
        (Topic::Price, words("cheaper"), 1_000, u32::MAX, Some(Topic::Saving)),
        // "The original price was £297m"
        (
            Topic::Price,
            words(
                "price|prices|priced|priced at|price tag|rate of|rates of|charge|charges|charged|fee|fees|rent|rents",
            ),
            1_000_000,
            u32::MAX,
            Some(Topic::Cost),
        ),
        (Topic::Price, words("surcharge|surcharges|levy"), 10_000_000, u32::MAX, None),
        // "Schemes costing over £1bn each"
        (
            Topic::Threshold,
            words("costing over|costing more than|worth more than|worth over"),
            100_000_000,
            u32::MAX,
            Some(Topic::Cost),
        ),
        (Topic::Contract, Any, 0, 500, Some(Topic::Price)),
    ]
});

/// The topic of a cue, as far as it can be that of figure `index`, which is a rate where there is a `per`.
pub(super) fn of_size(
    sentence: &Sentence<'_>,
    index: usize,
    per: Option<&Cue<Per>>,
    (cue, span): (TopicCue, Span),
) -> Option<Topic> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    let words = span.of(sentence.text);
    if pays_staff(sentence, index, span) && amount < 1_000_000.into() {
        return Some(Topic::Pay);
    }
    if cue.topic == Topic::Pay && is_infinitive(sentence, span) {
        return Some(Topic::Cost);
    }
    // "An extra £23 a week"
    let weekly = amount < 1_000.into() && per.is_some_and(|per| per.value.as_str() == "week");
    if cue.topic == Topic::Funding && cue.is_weak_verb() && weekly {
        return Some(Topic::Pay);
    }
    // "The union's card asks for £262 an hour"
    if cue.topic == Topic::Funding && is_hourly(per) {
        return Some(Topic::Pay);
    }
    // "Staff will get a one-off £1,200"
    let personal =
        amount < 50_000.into() && per.is_none_or(|per| matches!(per.value.as_str(), "year" | "month" | "head"));
    if cue.topic == Topic::Funding && cue.is_weak_verb() && personal && is_of_staff(sentence, span) {
        return Some(Topic::Pay);
    }
    let after = sentence.after(index).of(sentence.text).trim_start();
    // "£1.9m in charges"
    let taken_in = matches!(word_before(sentence.text, sentence.span.start(), span.start()), "in" | "from");
    if cue.topic == Topic::Price && taken_in && amount >= 1_000_000.into() && CHARGES.has(words) {
        return Some(Topic::Income);
    }
    // "Pays out £1m after a death"
    let pays_out = cue.topic == Topic::Cost && words.to_ascii_lowercase().starts_with("p") && words.ends_with(" out");
    if pays_out && ["after ", "over "].iter().any(|cause| after.starts_with(cause)) {
        return Some(Topic::Compensation);
    }
    // "Take £120m out"
    if cue.topic == Topic::Cost
        && TAKES.has(words)
        && ["out ", "out.", "off "].iter().any(|away| after.starts_with(away))
    {
        return Some(Topic::Saving);
    }
    // "Offered the trust £25m at 4 per cent"
    if cue.topic == Topic::Funding && cue.is_verb && is_at_interest(after) {
        return Some(Topic::Loan);
    }
    // "Vale Partners was paid £850,000"
    if cue.topic == Topic::Pay && cue.is_weak_verb() && is_of_body(sentence, span) {
        return Some(Topic::Cost);
    }
    // "A drug that costs £187,000 per course"
    if cue.topic == Topic::Cost && is_dose(per) && words.starts_with("cost") {
        return Some(Topic::Price);
    }
    if cue.topic == Topic::Price && is_hourly(per) && RATES.has(words) {
        return Some(Topic::Pay);
    }
    let fits = |&&(topic, ref cues, from, below, _): &&Row| {
        topic == cue.topic
            && amount >= from.into()
            && (below == u32::MAX || amount < below.into())
            && cues.has(cue, words)
    };
    ROWS.iter().find(fits).map_or(Some(cue.topic), |&(.., means)| means)
}

/// Whether a figure is for so short a time that it is somebody's pay: "£8.91 an hour".
pub(super) fn is_hourly(per: Option<&Cue<Per>>) -> bool {
    per.is_some_and(|per| matches!(per.value.as_str(), "hour" | "shift" | "day"))
}

/// What those pay who come.
static CHARGES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("charges fees fares rents tolls tickets"));

/// Verbs that take money away where "out" stands after it.
static TAKES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("take takes took taken taking"));

/// Whether words begin with a rate of interest: "at 4 per cent".
fn is_at_interest(words: &str) -> bool {
    let rate = words.strip_prefix("at ").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
    rate.is_some_and(|rest| rest.starts_with(" per cent") || rest.starts_with('%'))
}

/// Whether a figure is for what a drug is sold by.
fn is_dose(per: Option<&Cue<Per>>) -> bool {
    per.is_some_and(|per| {
        matches!(per.value.as_str(), "course" | "dose" | "pack" | "vial" | "injection" | "tablet" | "jab" | "treatment")
    })
}

/// "At a rate of up to £185 an hour"
static RATES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(&["rate", "rates", "rate of", "rates of", "hourly rate"].map(|words| (words, ()))));

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
fn is_of_staff(sentence: &Sentence<'_>, verb: Span) -> bool {
    /// How many words may stand between: "nurses will each get".
    const WORDS: usize = 3;
    let before = &sentence.text[sentence.span.start()..verb.start()];
    before.split_whitespace().rev().take(WORDS).any(|word| STAFF.has(word) || WORKER.has(word))
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
fn is_of_body(sentence: &Sentence<'_>, cue: Span) -> bool {
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
fn is_infinitive(sentence: &Sentence<'_>, cue: Span) -> bool {
    static MODALS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("to would will could can should must may might not"));
    cue.of(sentence.text).eq_ignore_ascii_case("pay")
        && MODALS.has(word_before(sentence.text, sentence.span.start(), cue.start()))
}
