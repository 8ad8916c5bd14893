//! How much a cue says of a figure: its strength, less what stands between, more where the words tie it to the figure.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::cues::{ASKS, MAKES};
use super::paid::pays_staff;
use super::view::{Sighting, View};
use crate::context::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::Topic;
use crate::span::Span;
use crate::text::words::{Lower, word_before};

/// What a cue of another clause or phrase loses against the verb or noun of the figure's own.
const OTHER_CLAUSE: i64 = 20;

/// What a cue loses that says right beside another figure what that is: "a £59m deficit, and would get £14m".
const TAKEN: i64 = 32;

/// What a cue loses on the side of another figure that stands nearer: "a fine of £5m and costs of £2m".
const RIVAL: i64 = 12;

/// What a verb of funding loses where it is a person who gets the money: "handed £220,000 to a nurse".
const HANDED: i64 = 40;

/// Verbs of this strength or less say only that money changes hands: "receive", "give".
const VAGUE: i64 = 26;

/// Verbs of cost of this strength or less say that money is spent.
const SPENDS: i64 = 46;

/// Verbs of this strength or more say by themselves what the money is: "save", "borrow".
const DOES: i64 = 73;

/// Verbs of putting money into something.
static PUTS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("put puts putting"));

/// A figure, as cues are weighed for it.
pub(super) struct Scale<'s, 'a> {
    sentence: &'s Sentence<'a>,
    view: &'s View,
    index: usize,
    amount: Decimal,
    /// The word right before the figure.
    led: &'a str,
    /// The verb right before it, and the noun right after.
    verb: Option<Sighting>,
    noun: Option<Span>,
    /// Whether a clause begins at the verb: "in bad debts, and has spent £8m".
    begins: bool,
    /// Whether "of" stands right after it: "identify £10m of savings".
    is_of: bool,
}

impl<'s, 'a> Scale<'s, 'a> {
    /// That of figure `index` and its `sightings`; nothing where there is none.
    pub(super) fn new(
        sentence: &'s Sentence<'a>,
        view: &'s View,
        index: usize,
        sightings: &[Sighting],
    ) -> Option<Self> {
        let reading = sentence.readings.get(index)?;
        let verb = sightings.iter().find(|one| one.governs()).copied();
        let own = verb.filter(|verb| verb.cue.strength >= VAGUE);
        Some(Scale {
            sentence,
            view,
            index,
            amount: reading.quantity.amount(),
            led: led(sentence.text, sentence.span.start(), reading.phrase.start()),
            verb,
            begins: own.is_some_and(|verb| view.begins_clause(sentence, verb.span)),
            noun: sightings.iter().find(|one| one.names()).map(|noun| noun.span),
            is_of: sentence.after(index).of(sentence.text).trim_start().starts_with("of "),
        })
    }

    /// What is left of a cue's strength where the figure stands.
    pub(super) fn weigh(&self, sighting: &Sighting) -> i64 {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / 64);
        let way = count(sighting.words) + 10 * count(sighting.breaks + sighting.figures) + 4 * count(sighting.stops);
        let less = |one: bool, weight: i64| if one { weight } else { 0 };
        sighting.cue.strength + self.near(sighting) + self.tied(sighting)
            - way
            - self.backward(sighting)
            - less(!described(sighting) && self.view.has_rival(self.sentence, sighting, self.index), RIVAL)
            - less(self.is_elsewhere(sighting), OTHER_CLAUSE)
            - less(self.is_handed(sighting), HANDED)
            - less(self.view.is_taken(self.sentence, sighting, self.index), TAKEN)
    }

    /// Whether what the story was about before can be what the figure's own verb does something with: nobody spends a
    /// surplus, or receives one.
    pub(super) fn goes_with(&self, topic: Topic) -> bool {
        let Some(verb) = self.verb.filter(|verb| verb.words == 0) else { return true };
        match verb.cue.topic {
            Topic::Cost if verb.cue.strength <= SPENDS => {
                let spends = verb.span.of(self.sentence.text).to_ascii_lowercase().starts_with("spen");
                let has =
                    matches!(topic, Topic::Deficit | Topic::Surplus | Topic::Income | Topic::Funding | Topic::Saving);
                let owes = matches!(topic, Topic::Fine | Topic::Debt | Topic::Loan | Topic::Price);
                !(has || spends && owes)
            }
            Topic::Funding if verb.cue.strength <= VAGUE => {
                !matches!(topic, Topic::Deficit | Topic::Surplus | Topic::Cost | Topic::Price)
            }
            _ => true,
        }
    }

    /// What standing near adds.
    fn near(&self, sighting: &Sighting) -> i64 {
        let Sighting { before, words, content, .. } = *sighting;
        let alone = sighting.breaks + sighting.stops + sighting.figures == 0;
        // What people are given so little for, other words tell.
        let small = sighting.cue.strength <= VAGUE && self.amount < 50_000.into();
        match () {
            // "From a surplus of £1m to a £4m deficit": each figure has its own first.
            () if sighting.borrowed => -8,
            // A noun right after the figure is what the figure is: "£5m deficit", and "£5m gap" the more.
            () if sighting.cue.topic == Topic::Deficit && is_right_after(sighting) => 40,
            () if alone && !before && (words == 0 || self.is_in(sighting)) => 20,
            // "Spent nearly £5m": what was done with it.
            () if sighting.governs() && !small => 16,
            () if described(sighting) => 14,
            // "Paid the same man's company £92,000"
            () if alone && before && words <= 5 && self.pays(sighting) => 12,
            () if alone && content == 0 => 10,
            () => 0,
        }
    }

    /// Whether it comes from what is told after the figure.
    fn comes_from(&self) -> bool {
        self.sentence.after(self.index).of(self.sentence.text).trim_start().starts_with("from ")
    }

    /// Whether a figure is put into something.
    fn goes_into(&self) -> bool {
        let after = self.sentence.after(self.index).of(self.sentence.text).trim_start();
        ["into ", "towards ", "in to "].iter().any(|into| after.starts_with(into))
    }

    /// Whether a figure is "a further" one.
    fn is_more(&self) -> bool {
        let start = self.sentence.readings.get(self.index).map_or(0, |reading| reading.phrase.start());
        matches!(word_before(self.sentence.text, self.sentence.span.start(), start), "another" | "further" | "extra")
    }

    fn pays(&self, sighting: &Sighting) -> bool {
        static PAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("paid pays pay paying charged billed"));
        sighting.cue.is_verb && PAYS.has(sighting.span.of(self.sentence.text))
    }

    /// "£20m in emergency cash": whether a noun follows the figure's "in" or "of".
    fn is_in(&self, sighting: &Sighting) -> bool {
        let text = self.sentence.text;
        sighting.words == 1
            && !sighting.cue.is_verb
            && matches!(word_before(text, self.sentence.span.start(), sighting.span.start()), "in" | "of")
    }

    /// "£6m set aside for redundancies": whether a noun is what money is kept for.
    fn is_purpose(&self, sighting: &Sighting) -> bool {
        const KEPT: [&str; 5] = ["set aside for", "put aside for", "earmarked for", "budgeted for", "put by for"];
        let way = Span::new(self.sentence.after(self.index).start(), sighting.span.start());
        let way = way.map(|way| way.of(self.sentence.text).trim()).unwrap_or_default();
        let way = way.strip_prefix("it has ").unwrap_or(way);
        !sighting.cue.is_verb && KEPT.contains(&way)
    }

    /// What the word right before the figure adds, where it ties a cue before it to the figure.
    fn tied(&self, sighting: &Sighting) -> i64 {
        /// Verbs of buying and selling.
        static TRADES: LazyLock<Lexicon<()>> =
            LazyLock::new(|| Lexicon::words("buy buys bought acquired purchased sold sell sells"));
        let Sighting { cue, words, content, breaks, figures, .. } = *sighting;
        if !sighting.before {
            return if self.is_purpose(sighting) { 30 } else { 0 };
        }
        let noun = !cue.is_verb && content + breaks + figures == 0;
        // "To pay its own nurses £2,000 more"
        if pays_staff(self.sentence, self.index, sighting.span) {
            return 40;
        }
        // "Councils have cut £824m"
        if sighting.governs() && words == 0 && cue.topic == Topic::Saving && cue.strength < VAGUE {
            return 40;
        }
        // "Made £17m from parking"
        if cue.strength == MAKES && sighting.governs() && self.comes_from() {
            return 60;
        }
        // "Is to put £17m into Vale Trust"
        if sighting.governs() && PUTS.has(sighting.span.of(self.sentence.text)) && self.goes_into() {
            return 58;
        }
        match self.led {
            // "The deal, worth £5m": what is worth so much, more than what is done with it.
            "worth" if noun && matches!(cue.topic, Topic::Contract | Topic::Funding) => 25,
            // "Losses of £53m"
            "of" if noun && words == 1 && cue.topic != Topic::Cost => 20,
            // "Asked NHS England for £18m"
            // What is asked for once more may be what was told before.
            "for" if breaks == 0 && cue.strength == ASKS => 66 - if self.is_more() { 16 } else { 0 },
            // "Bought the group for £825m"
            "for" if breaks == 0 && TRADES.at(sighting.span.of(self.sentence.text)).is_some() => 46,
            // "The loan to the trust from the bank was £40m"
            "was" | "is" | "were" | "are" if !cue.is_verb && breaks + figures + sighting.stops == 0 && words > 1 => 12,
            // "Puts the gap across England at £1bn"
            "at" if !cue.is_verb && breaks + figures == 0 && content <= 2 => 8,
            // "Overspent its budget of £3bn by £70m"
            "by" if matches!(cue.topic, Topic::Deficit | Topic::Surplus) => 20,
            _ => 0,
        }
    }

    /// What a cue after the figure loses that says something of what comes after it.
    fn backward(&self, sighting: &Sighting) -> i64 {
        static BE: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("is are was were be been being"));
        let (text, start) = (self.sentence.text, self.sentence.span.start());
        // "£5m was spent", "£5m earmarked"
        let passive = || BE.has(Lower::new(word_before(text, start, sighting.span.start())).as_str());
        match () {
            () if sighting.before => 0,
            // "Was paid £31m, and broke limits on waste": a limit stands right beside its sum.
            () if sighting.cue.topic == Topic::Threshold && sighting.words > 4 => 30,
            () if !sighting.cue.is_verb && self.takes(sighting.span) => 40,
            // "£28m from prescribing, £19m from continuing healthcare": where it comes from.
            () if sighting.cue.topic == Topic::Cost && word_before(text, start, sighting.span.start()) == "from" => 40,
            // "Spent £430,000 on a culture programme": nobody spends it on funding.
            () if sighting.cue.topic == Topic::Funding && !sighting.cue.is_verb && self.spends() => 40,
            // "£12m, blaming fines": why.
            () if !sighting.cue.is_verb && self.is_cause(sighting.span) => 40,
            // "Found another £150m by raiding underspends": how.
            () if !sighting.cue.is_verb && self.is_means(sighting.span) => 45,
            // "£45m towards a centre, which will cost £300m": what is done with another.
            () if sighting.words > 0 && self.governs_other(sighting.span) => 40,
            () if sighting.cue.is_verb && sighting.words > 0 && !passive() && !self.is_told_of(sighting.span) => 20,
            () => 0,
        }
    }

    /// Whether a verb of funding leads to a person, who is paid it.
    fn is_handed(&self, sighting: &Sighting) -> bool {
        static PEOPLE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
            Lexicon::words(
                "nurse doctor surgeon consultant midwife patient family widow couple man woman mother father parents son \
                 daughter whistleblower executive director boss manager claimant employee",
            )
        });
        /// Words between "to" and the person.
        const WORDS: usize = 3;
        let rest = || self.sentence.after(self.index).of(self.sentence.text).trim_start().strip_prefix("to ");
        sighting.before
            && sighting.cue.is_verb
            && sighting.cue.topic == Topic::Funding
            && rest().is_some_and(|rest| {
                let mut words = rest.split([' ', ',', '.']);
                matches!(words.next(), Some("a" | "an" | "the" | "its" | "one"))
                    && words.take(WORDS).any(|word| PEOPLE.has(word))
            })
    }

    /// Whether the verb right before the figure spends it on what comes after.
    fn spends(&self) -> bool {
        let spends = |verb: &Sighting| verb.cue.topic == Topic::Cost && verb.cue.strength <= SPENDS;
        let on = || self.sentence.after(self.index).of(self.sentence.text).trim_start().starts_with("on ");
        self.verb.as_ref().is_some_and(spends) && on()
    }

    /// "The £5m that it still owes": whether only its subject stands between a figure and a verb of it.
    fn is_told_of(&self, verb: Span) -> bool {
        let way = Span::new(self.sentence.after(self.index).start(), verb.start());
        let way = way.map(|way| way.of(self.sentence.text).trim_start()).unwrap_or_default();
        let that = ["that ", "which "].iter().find_map(|that| way.strip_prefix(that));
        that.is_some_and(|rest| rest.split_whitespace().count() <= 3 && !rest.contains([',', ';']))
    }

    /// Whether words that lead to a cause stand between the figure and a noun after it.
    fn is_cause(&self, noun: Span) -> bool {
        const CAUSES: [&str; 6] = ["blaming ", "because of ", "due to ", "owing to ", "thanks to ", "driven by "];
        let way = Span::new(self.sentence.after(self.index).start(), noun.start());
        way.is_some_and(|way| CAUSES.iter().any(|cause| way.of(self.sentence.text).contains(cause)))
    }

    /// Whether "by" and a verb stand between the figure and a noun after it.
    fn is_means(&self, noun: Span) -> bool {
        let way = Span::new(self.sentence.after(self.index).start(), noun.start());
        let by = way.and_then(|way| way.of(self.sentence.text).rsplit_once(" by "));
        by.is_some_and(|(_, verb)| verb.split(' ').next().is_some_and(|verb| verb.ends_with("ing")))
    }

    /// Whether a cue is a participle that has a figure right after it: "£5m, saving £2m".
    fn takes(&self, cue: Span) -> bool {
        let Sentence { text, readings, .. } = *self.sentence;
        let next = self.sentence.beside(cue).1.and_then(|next| readings.get(next));
        let next = next.and_then(|next| Span::new(cue.end(), next.phrase.start()));
        cue.of(text).ends_with("ing") && next.is_some_and(|next| next.of(text).trim().is_empty())
    }

    /// Whether a figure stands right after a verb.
    fn governs_other(&self, verb: Span) -> bool {
        let Sentence { text, readings, .. } = *self.sentence;
        let next = self.sentence.beside(verb).1.and_then(|next| readings.get(next));
        let next = next.and_then(|next| Span::new(verb.end(), next.phrase.start()));
        next.is_some_and(|next| next.of(text).trim().is_empty())
    }

    /// Whether a cue tells of something else than the verb or noun right beside the figure.
    fn is_elsewhere(&self, sighting: &Sighting) -> bool {
        // "£140m loss on the contract": what the loss was made on.
        let after = |noun: Span| sighting.span.start() >= noun.end() && sighting.content < sighting.words;
        self.noun.is_some_and(after) || self.verb.is_some_and(|verb| self.is_of_other_clause(sighting, &verb))
    }

    fn is_of_other_clause(&self, sighting: &Sighting, verb: &Sighting) -> bool {
        let does = verb.cue.strength >= DOES;
        if !sighting.before {
            // "Will save £5m thanks to the caps": what is done with it, and not where it comes from.
            return does && sighting.words > 0 && !self.is_of && !described(sighting);
        }
        // "Bank staff rather than agency would save £5m": who or what does it.
        let saves = matches!(verb.cue.topic, Topic::Saving | Topic::Loan | Topic::Debt | Topic::Income);
        sighting.span.end() <= verb.span.start() && (saves && does || self.begins)
    }
}

/// The word right before a figure that says more than that it is more: "asked for another £5m".
fn led(text: &str, floor: usize, mut end: usize) -> &str {
    loop {
        let word = word_before(text, floor, end);
        if !matches!(word, "another" | "further" | "extra" | "additional" | "a" | "an") {
            return word;
        }
        end = text[floor..end].trim_end().len() + floor - word.len();
    }
}

/// "£5m short"
fn is_right_after(sighting: &Sighting) -> bool {
    let Sighting { before, borrowed, words, stops, figures, .. } = *sighting;
    !(before || borrowed) && words + stops + figures == 0
}

/// "The £75m adult community contract was £4m cheaper": whether only words that describe a noun stand before it.
fn described(sighting: &Sighting) -> bool {
    let Sighting { before, words, content, breaks, stops, figures, .. } = *sighting;
    !before && breaks + stops + figures == 0 && words <= 3 && content == words
}
