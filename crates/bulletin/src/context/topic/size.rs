//! What a cue can mean of so much money: nobody is paid a million for work, and what costs a few pounds has a price.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::cues::{TopicCue, WEAK};
use crate::grammar::lexicon::Lexicon;
use crate::model::Topic;

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
        // "It asked for £209m and was awarded £54m"
        (
            Topic::Compensation,
            words("was awarded|were awarded|been awarded"),
            30_000_000,
            u32::MAX,
            Some(Topic::Funding),
        ),
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
        (Topic::Threshold, words("costing over|costing more than"), 100_000_000, u32::MAX, Some(Topic::Cost)),
        (Topic::Threshold, words("worth more than|worth over"), 100_000_000, u32::MAX, None),
        (Topic::Contract, Any, 0, 500, Some(Topic::Price)),
    ]
});

/// The topic of a cue, which some `words` are, as far as it can be that of so much.
pub(super) fn of_size(amount: Decimal, cue: TopicCue, words: &str) -> Option<Topic> {
    let fits = |&&(topic, ref cues, from, below, _): &&Row| {
        topic == cue.topic
            && amount >= from.into()
            && (below == u32::MAX || amount < below.into())
            && cues.has(cue, words)
    };
    ROWS.iter().find(fits).map_or(Some(cue.topic), |&(.., means)| means)
}
