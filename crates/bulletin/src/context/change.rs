//! Whether a figure is the size of a change, or one of its ends.

use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::grammar::SPREAD;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Change, Topic};
use crate::span::{Cue, Span};
use crate::text::words::{Lower, word_before, word_starts_back};

/// Verbs and nouns of rising and falling, and of what is more or less than was hoped.
static MOVES: LazyLock<Lexicon<Comparison>> = LazyLock::new(|| {
    use Comparison::{Better, Moves, Worse};
    let rises = "rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|growing|climb|climbs|\
        climbed|climbing|jump|jumps|jumped|jumping|soar|soars|soared|soaring|widen|widens|widened|widening|up|raise|raises|\
        raised|raising|balloon|balloons|ballooned|ballooning|swell|swells|swelled|swelling|swollen|double|doubles|doubled|\
        doubling|treble|trebled|trebling|triple|tripled|tripling|quadrupled|expand|expanded|expanding|upped|moved|went up|\
        gone up|go up|goes up|going up|growth|surge|surged|surging|leap|leapt|shot up|crept up|mounted|escalated|inflated|\
        bumped up|pushed up|revised up|revised|went from|goes from|taking|takes|bringing|brings|brought|pushing|pushes|pushed";
    let falls = "fall|falls|fell|fallen|falling|decrease|decreases|decreased|decreasing|reduce|reduces|reduced|reducing|\
        reduction|cut|cuts|cutting|drop|drops|dropped|dropping|shrink|shrinks|shrank|shrunk|shrinking|narrow|narrows|\
        narrowed|narrowing|down|slash|slashed|slashing|lower|lowered|lowering|trim|trims|trimmed|trimming|halve|halved|\
        halves|halving|decline|declined|declines|declining|scaled back|went down|gone down|go down|goes down|going down|\
        brought down|come down|comes down|came down|coming down|dipped|plunged|plummeted|tumbled|eased|pared back|whittled|revised down";
    let worse = "worsen|worsens|worsened|worsening|deepen|deepens|deepened|deepening|deteriorate|deteriorates|deteriorated|deteriorating|deterioration|worse off|\
        slip|slips|slipped|slipping";
    let better = "improve|improves|improved|improving|improvement|better off";
    let rows = |words: &'static str, change| words.split('|').map(move |word| (word.trim(), change));
    let rises = rows(rises, Moves(Change::Increase)).chain(rows(falls, Moves(Change::Decrease)));
    Lexicon::new(&rises.chain(rows(worse, Worse)).chain(rows(better, Better)).collect::<Vec<_>>())
});

/// What is added to something, or taken out of it: verbs, what they do, and the words that must follow the figure.
static TRANSFERS: LazyLock<Lexicon<(Change, &[&str])>> = LazyLock::new(|| {
    const ON: &[&str] = &["to", "on to", "onto"];
    const OFF: &[&str] = &["out of", "off", "from"];
    let rows = |words: &'static str, change, after| words.split(' ').map(move |word| (word, (change, after)));
    let adds = rows("add adds added adding", Change::Increase, ON);
    let takes = rows(
        "take takes took taken taking cut cuts cutting strip stripped stripping knock knocked knocking shave shaved shaving \
         slash slashed slashing wipe wiped wiping trim trimmed trimming",
        Change::Decrease,
        OFF,
    );
    Lexicon::new(&adds.chain(takes).collect::<Vec<_>>())
});

/// Words right after a figure that make it the size of a change.
static COMPARISONS: LazyLock<Lexicon<Comparison>> = LazyLock::new(|| {
    let rises = [
        "increase",
        "rise",
        "jump",
        "higher than",
        "higher",
        "more than",
        "hike",
        "uplift",
        "up on",
        "above",
        "growth",
        "over budget",
        "over plan",
        "dearer",
    ];
    let falls = [
        "lower than",
        "lower",
        "less than",
        "fewer than",
        "down on",
        "below",
        "cut",
        "less",
        "fall",
        "drop",
        "reduction",
        "decrease",
        "under budget",
        "under plan",
        "cheaper",
    ];
    let plans = [
        ("worse", Comparison::Worse),
        ("better", Comparison::Better),
        ("worse than", Comparison::Worse),
        ("worse off", Comparison::Worse),
        ("adrift of", Comparison::Worse),
        ("off plan", Comparison::Worse),
        ("deterioration", Comparison::Worse),
        ("improvement", Comparison::Better),
        ("better than", Comparison::Better),
        ("ahead of", Comparison::Better),
    ];
    let rises = rises.map(|words| (words, Comparison::Moves(Change::Increase)));
    let falls = falls.map(|words| (words, Comparison::Moves(Change::Decrease)));
    Lexicon::new(&[rises.as_slice(), falls.as_slice(), plans.as_slice()].concat())
});

#[derive(Clone, Copy)]
enum Comparison {
    Moves(Change),
    /// Than was planned: more of what is bad, less of what is good.
    Worse,
    Better,
}

impl Comparison {
    fn of(self, topic: Option<Topic>) -> Change {
        let good = matches!(topic, Some(Topic::Surplus | Topic::Saving | Topic::Income | Topic::Pay));
        match self {
            Comparison::Moves(change) => change,
            Comparison::Worse if good => Change::Decrease,
            Comparison::Better if good => Change::Increase,
            Comparison::Worse => Change::Increase,
            Comparison::Better => Change::Decrease,
        }
    }
}

/// Words before "to" after which it leads to no end of a change: "equivalent to £5m".
static STILL: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "equivalent close closer near nearer amount amounts amounted amounting come comes came coming equal equals due \
         compared relative according owed paid given back limited next similar added adds add sign signed signing",
    )
});

/// The change that figure `index`, which is about `topic`, tells of, with its words.
pub(super) fn change(sentence: &Sentence<'_>, index: usize, topic: Option<Cue<Topic>>) -> Option<Cue<Change>> {
    let moved = size(sentence, index).or_else(|| compared(sentence, index));
    let sized = moved.map(|moved| {
        // "Its position improved": words that say no more of the topic than that.
        let topic = topic.filter(|topic| topic.value == Topic::Pay || !topic.span.overlaps(moved.span));
        Cue::new(moved.value.of(topic.map(|topic| topic.value)), moved.span)
    });
    sized
        .or_else(|| transferred(sentence, index))
        .or_else(|| end(sentence, index))
        .or_else(|| passed(sentence, index))
        .or_else(|| became(sentence, index))
        .or_else(|| since(sentence, index))
}

/// "worsened by £3m", "up £6m", "an increase of £2m"
fn size(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Comparison>> {
    let before = sentence.before(index, 80);
    // No further back than the clause goes.
    let before = before.rsplit([';', ':', ',']).next().filter(|clause| !clause.trim().is_empty()).unwrap_or(before);
    let base = sentence.readings.get(index)?.phrase.start() - before.len();
    let last = word_before(before, 0, before.len());
    let reach = match Lower::new(last).as_str() {
        "by" => 8,
        "of" => 4,
        "up" | "down" if stands_alone(sentence, index, &before[..before.trim_end().len() - last.len()]) => 1,
        // "Has climbed £600m to £5bn"
        verb if goes_to_end(sentence, index) && MOVES.has(verb) => 1,
        // "Fallen below £12m": where it has come to.
        _ if is_passed(sentence, index) => return None,
        // "Fell £5m last year"
        "rise" | "rises" | "rose" | "risen" | "fall" | "falls" | "fell" | "fallen" | "climbed" | "jumped"
        | "soared" => 1,
        _ => return None,
    };
    let starts = word_starts_back(before, 0, before.len()).take(reach);
    let mut cue = starts
        // "NHS Improvement’s cap of £5m": a name tells of no change.
        .filter(|start| !sentence.is_named(base + start))
        .filter_map(|start| MOVES.at(&before[start..]).map(|(change, length)| (change, base + start, length)));
    let (change, start, length) = cue.next()?;
    let particle = matches!(Lower::new(&sentence.text[start..start + length]).as_str(), "up" | "down" | "cut" | "cuts");
    // "Drops out of a deal of £5m"
    let leaves = sentence.text[start + length..].trim_start().starts_with("out ");
    // "It was propped up by £45m of loans"
    let at = word_before(before, 0, start - base);
    let held = particle && at.ends_with("ed") && !MOVES.has(at);
    // "A revised limit of £100m": what it is now.
    let is_now = last == "of" && sentence.text[start..start + length].ends_with("ed");
    (!(held || is_now) && (last != "of" || !(particle || leaves))).then(|| Cue::new(change, Span::at(start, length)))
}

/// Whether a figure is a mark that something has passed: "below £12m".
fn is_passed(sentence: &Sentence<'_>, index: usize) -> bool {
    static PAST: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("below under above beyond past"));
    sentence.readings.get(index).is_some_and(|reading| PAST.at(reading.phrase.of(sentence.text)).is_some())
}

/// "Fallen below £12m", "rose above £5m": a mark that a verb of moving right before it takes something past.
fn passed(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let before = sentence.before(index, 20).trim_end();
    let verb = word_before(before, 0, before.len());
    let gap = sentence.before(index, 20).len() - before.len();
    let start = sentence.readings.get(index)?.phrase.start().checked_sub(gap + verb.len())?;
    let moved = MOVES.has(verb) && is_passed(sentence, index);
    moved.then(|| Cue::new(Change::To, Span::at(start, verb.len())))
}

/// Whether "to" or "from" and another figure follow figure `index`.
fn goes_to_end(sentence: &Sentence<'_>, index: usize) -> bool {
    matches!(sentence.between(index).trim(), "to" | "from") && sentence.readings.get(index + 1).is_some()
}

/// Whether "up" or "down" right before figure `index` tells of a change, and is no verb's: "put up £3m", "draw down £2bn".
fn stands_alone(sentence: &Sentence<'_>, index: usize, before: &str) -> bool {
    let told = |word: &str| {
        matches!(
            word,
            "is" | "was"
                | "are"
                | "were"
                | "be"
                | "been"
                | "go"
                | "goes"
                | "gone"
                | "going"
                | "went"
                | "cent"
                | "still"
                | "now"
        )
    };
    let trimmed = before.trim_end();
    let apart = trimmed.is_empty() || trimmed.ends_with([',', ';', ':', '(', '–', '—', '-']);
    // "Deficit up £6m to £388m", but not "put up £1bn to pay for them".
    let next = sentence.between(index).trim();
    let ends = goes_to_end(sentence, index);
    let compares = ["on ", "compared ", "since ", "year on year"].iter().any(|start| next.starts_with(start));
    apart || ends || compares || told(Lower::new(word_before(before, 0, before.len())).as_str())
}

/// "£4m worse than plan", "a £3m rise"
fn compared(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Comparison>> {
    let after = sentence.after(index);
    let words = after.of(sentence.text);
    let rest = words.trim_start_matches([' ', '\u{a0}', '-', '\n']);
    let start = after.start() + (words.len() - rest.len());
    COMPARISONS.at(rest).map(|(comparison, length)| Cue::new(comparison, Span::at(start, length)))
}

/// "adds £3m to its costs", "take £5m out of the budget"
fn transferred(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let before = sentence.before(index, 40);
    let verb = word_before(before, 0, before.len());
    let ((change, after), _) = TRANSFERS.at(verb).filter(|(_, length)| *length == verb.len())?;
    let rest = sentence.after(index).of(sentence.text).trim_start();
    let follows = |words: &&str| rest.strip_prefix(*words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let end = sentence.readings.get(index)?.phrase.start() - (before.len() - before.trim_end().len());
    // "Took £63m from patients": it was had from them.
    let whom = rest.strip_prefix("from ").map(|rest| rest.strip_prefix("the ").unwrap_or(rest));
    let had = verb.starts_with('t') && whom.is_some_and(|whom| PAYERS.at(whom).is_some());
    (!had && after.iter().any(follows)).then(|| Cue::new(change, Span::at(end - verb.len(), verb.len())))
}

/// Those from whom money is had.
static PAYERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "them it him her us patients staff visitors drivers customers students trusts councils commissioners ccgs icbs nhs \
         government treasury department insurers",
    )
});

/// "from £2bn to £2.7bn": each end, where the other stands in the same sentence or a verb says that it moved.
fn end(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let here = Preposition::before(sentence, index);
    let next = Preposition::before(sentence, index + 1);
    // "They range from £62m for Fell to £1.8bn for Vale": nothing has moved.
    let last = index.checked_sub(1).and_then(|last| Preposition::before(sentence, last));
    if [&here, &last].into_iter().flatten().any(Preposition::is_spread) {
        return None;
    }
    let beside = |word: &str| {
        let before = index.checked_sub(1).and_then(|before| Preposition::before(sentence, before));
        [&before, &next].into_iter().flatten().any(|other| other.is(word))
    };
    match here {
        // "Risen to £740m, more than double the £335m that was quoted"
        Some(double) if MULTIPLES.has(double.word) && beside("to") => Some(double.cue(Change::From)),
        // "Cut £5m from its £42m budget": what it was taken from.
        Some(from)
            if from.is("from") && index.checked_sub(1).is_some_and(|last| transferred(sentence, last).is_some()) =>
        {
            None
        }
        Some(from) if from.is("from") && (beside("to") || moves(sentence, index, 4)) => Some(from.cue(Change::From)),
        Some(to) if to.is("to") && (beside("from") || (!to.is_still() && moves(sentence, index, 10))) => {
            Some(to.cue(Change::To))
        }
        // "£88m this year, up from £61m", "£4m in its first year, falling to £3m": where it moves is told after it.
        _ => {
            let next = next.filter(|_| sentence.between(index).split_whitespace().count() <= 10)?;
            match next.particle {
                "up" | "down" if next.is("from") => Some(next.cue(Change::To)),
                verb if next.is("to") && verb.ends_with("ing") && MOVES.has(verb) => {
                    (!sentence.between(index).contains(" and ")).then(|| next.cue(Change::From))
                }
                _ => None,
            }
        }
    }
}

static MULTIPLES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("double doubling treble trebling triple tripling quadruple twice times"));

/// "£392m in 2022-23, against £138m five years before": what it was at another time.
fn since(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    static EARLIER: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("before earlier previously previous ago last"));
    /// How far after the earlier sum its time is told, in words.
    const NEAR: usize = 5;
    let set_against = |index: usize| {
        let words = sentence.between(index).trim_end();
        let joints = ["against", "compared with", "compared to", "it had been", "they had been"];
        let joint = joints.into_iter().find(|joint| words.ends_with(joint))?;
        let later = sentence.after(index + 1).of(sentence.text).split_whitespace().take(NEAR);
        let mut later = later.map(|word| word.trim_end_matches([',', '.', ';', ':']));
        let start = sentence.readings.get(index)?.phrase.end() + words.len() - joint.len();
        (words.len() <= 60 && later.any(|word| EARLIER.has(word))).then_some(Span::at(start, joint.len()))
    };
    let to = || set_against(index).map(|joint| Cue::new(Change::To, joint));
    index.checked_sub(1).and_then(set_against).map(|joint| Cue::new(Change::From, joint)).or_else(to)
}

/// "A surplus of £2m became a deficit of £3m"
fn became(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    const VERBS: [&str; 4] = ["became", "has become", "had become", "turned into"];
    let verb = |index: usize| {
        let between = sentence.between(index);
        let base = sentence.readings.get(index)?.phrase.end();
        let near = sentence.readings.get(index + 1).is_some() && between.len() <= 60;
        VERBS.iter().filter(|_| near).find_map(|verb| Some(Span::at(base + between.find(verb)?, verb.len())))
    };
    let to = || Some(Cue::new(Change::To, verb(index.checked_sub(1)?)?));
    verb(index).map(|verb| Cue::new(Change::From, verb)).or_else(to)
}

static EXPECTED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "projected planned forecast expected estimated record mere reported revised total original just only barely",
    )
});

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "its" | "their" | "one")
}

/// The word right before a figure, and the two before that.
struct Preposition<'a> {
    word: &'a str,
    span: Span,
    particle: &'a str,
    verb: &'a str,
}

impl<'a> Preposition<'a> {
    /// That of figure `index`; what the figure is may stand between: "from a surplus of £1m to a £3m deficit".
    fn before(sentence: &Sentence<'a>, index: usize) -> Option<Self> {
        let end = sentence.readings.get(index)?.phrase.start();
        let before = sentence.before(index, 60);
        let base = end - before.len();
        let word = |to: usize| {
            let word = word_before(before, 0, to);
            (word, before[..to].trim_end().len() - word.len())
        };
        let (mut last, mut at) = word(before.len());
        if last == "of" {
            let mut back = std::iter::successors(Some((last, at)), |&(_, at)| (at > 0).then(|| word(at)));
            (last, at) = back.by_ref().take(5).find(|(word, _)| is_article(word)).unwrap_or((last, at));
        }
        // "To a projected £3m"
        if EXPECTED.has(last) {
            (last, at) = word(at);
        }
        if is_article(last) {
            (last, at) = word(at);
        }
        // "From spending £2m to £700,000"
        if last.ends_with("ing") && word(at).0 == "from" {
            (last, at) = word(at);
        }
        let span = Span::at(base + at, last.len());
        let (particle, at) = word(at);
        Some(Preposition { word: last, span, particle, verb: word(at).0 })
    }

    fn is(&self, word: &str) -> bool {
        self.word.eq_ignore_ascii_case(word)
    }

    /// Whether it begins a spread: "range from £1m".
    fn is_spread(&self) -> bool {
        self.is("from") && SPREAD.has(self.particle)
    }

    /// Whether it only compares: "close to £5m", "adds up to £5m".
    fn is_still(&self) -> bool {
        STILL.has(self.particle) || (self.particle == "up" && STILL.has(self.verb))
    }

    fn cue(&self, change: Change) -> Cue<Change> {
        Cue::new(change, self.span)
    }
}

/// "rose to £5m", "cut its deficit to £3m": whether a verb of moving stands among the `reach` words before the figure, in
/// its clause.
fn moves(sentence: &Sentence<'_>, index: usize, reach: usize) -> bool {
    let before = sentence.before(index, 90);
    let Some(base) = sentence.readings.get(index).map(|reading| reading.phrase.start() - before.len()) else {
        return false;
    };
    let mut starts = word_starts_back(before, 0, before.len()).take(reach);
    starts.any(|start| {
        MOVES.at(&before[start..]).is_some()
            && !sentence.is_named(base + start)
            && !before[start..].contains([';', ':'])
            && !before[start..].contains(". ")
    })
}
