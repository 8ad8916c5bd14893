//! Who only tells of money: "Unison says hospitals will pay £3m".

use std::sync::LazyLock;

use super::subject::possessed;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Mention, MoneyFigure, OrganisationKind};
use crate::span::Span;
use crate::text::words::{word_before, word_starts_back};

/// Whether organisations of a kind tell of others' money; trusts and commissioners tell of their own.
pub(super) fn may_tell(kind: OrganisationKind) -> bool {
    matches!(kind, OrganisationKind::National | OrganisationKind::Other)
}

/// Whether an organisation only tells of somebody else's money: "Unison says hospitals will pay £3m".
///
/// `words` name an organisation of `kind` or stand for it. One who [`may_tell`] speaks through a person, too: "Unison
/// chair Jane Rowe said".
pub(super) fn reports(text: &str, words: Span, kind: OrganisationKind, figure: Span) -> bool {
    let Some(between) = Span::new(words.end(), figure.start()).map(|between| between.of(text)) else { return false };
    let may_tell = may_tell(kind);
    // "NAO: hospitals will need £5m"
    if may_tell && between.starts_with(':') {
        return true;
    }
    // "The Nuffield Trust’s Nigel Edwards says"
    let own = possessed(between).is_some();
    let between = possessed(between).unwrap_or(between).trim_start();
    // "NHS Improvement’s own estimate", "the union’s demand": of others' money.
    let opinion = between.strip_prefix("own ").unwrap_or(between);
    let opines = |((), length): ((), usize)| !opinion[length..].starts_with('-');
    if may_tell && own && OPINIONS.at(opinion).is_some_and(opines) {
        return true;
    }
    // "The institute, a think tank, reckons": an apposition stands between.
    let apposition = between.strip_prefix(',').and_then(|rest| rest.split_once(','));
    let apposition = apposition.filter(|(words, _)| words.len() < 60);
    let clause = apposition.map_or(between, |(_, rest)| rest).trim_start();
    // "Has it at £3bn"
    if may_tell && matches!(clause.trim_end(), "has it at" | "have it at" | "had it at") {
        return true;
    }
    // "Has published its study of wards, which it thinks save £5m"
    let thinks = between.rsplit_once(", which it ").is_some_and(|(_, rest)| {
        ["think", "reckon", "estimate", "calculate"].iter().any(|verb| rest.starts_with(verb))
    });
    if may_tell && thinks {
        return true;
    }
    let clause = auxiliaries(if may_tell { after_person(clause, own) } else { clause });
    // "A National Audit Office report found it had lost £5m": another's.
    if may_tell && after_report(clause).is_some() {
        return true;
    }
    let told = |words: &str| {
        let told = words.trim_start();
        let told = told.strip_prefix("that ").unwrap_or(told);
        // "Vale Trust said a deficit of £5m": one who may only tell would tell of another's.
        let itself = ["it ", "its ", "they ", "their ", "he ", "she ", "we "];
        let articles: &[&str] = if may_tell { &[] } else { &["a ", "an "] };
        let begins = |word: &&str| told.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        // "Unison said it would be cheaper to pay them £5": nobody.
        if may_tell && NOBODY.iter().any(begins) {
            return true;
        }
        !told.is_empty() && !itself.iter().chain(articles).any(begins)
    };
    // "BMA attacks £20bn plan"
    if may_tell && ATTACKS.at(clause).is_some() {
        return true;
    }
    match REPORTS.at(clause) {
        // "It reckons £5m would be needed"
        // "It said that £5m had been cut"
        Some(((), length)) if may_tell && clause[length..].trim() == "that" => true,
        // "The union wants £2bn for a pay rise"
        Some(((), length)) if kind == OrganisationKind::Other && WISHES.has(&clause[..length]) => true,
        // "The association said £5m was needed"
        Some(((), length)) if may_tell && length == clause.trim_end().len() => {
            clause.starts_with("reckon") || kind == OrganisationKind::Other && SAYS.has(&clause[..length])
        }
        // "Vale Trust wants £9m to take over": for itself.
        Some(((), length)) => (may_tell || !WISHES.has(&clause[..length])) && told(&clause[length..]),
        None => may_tell && said_that(clause).is_some_and(|rest| rest.is_empty() || told(rest)),
    }
}

/// Whether an organisation only tells of a clause that goes on after it: "has spent £3m, the NAO said, and will spend £5m".
pub(super) fn is_inserted(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = text[sentence.start()..mention.span.start()].trim_end();
    let before = before.strip_suffix("the").map_or(before, str::trim_end);
    let after = auxiliaries(text[mention.span.end()..sentence.end().max(mention.span.end())].trim_start());
    let told = REPORTS
        .at(after)
        .is_some_and(|((), length)| after.len() == length || after[length..].starts_with([',', '.', ';']));
    // "Inflation, says the Health Foundation, could reach £2bn"
    let says =
        [" says", " said"].iter().find_map(|verb| before.strip_suffix(verb)).is_some_and(|rest| rest.ends_with(','));
    if says && may_tell(mention.kind) {
        return true;
    }
    told && may_tell(mention.kind) && before.ends_with([',', '”', '’', '"', '–', '-'])
}

/// Whether one who only tells begins the sentence of a figure, or tells it between commas.
pub(super) fn is_told(text: &str, here: &[Mention], figure: &MoneyFigure) -> bool {
    if here.iter().any(|mention| is_inserted(text, figure.sentence, mention)) {
        return true;
    }
    let teller = here.first().filter(|first| first.span.end() <= figure.span.start() && may_tell(first.kind));
    teller.is_some_and(|teller| reports(text, teller.span, teller.kind, figure.phrase))
}

/// What follows the words that stand before a verb: "has also said", "have today warned".
fn auxiliaries(mut clause: &str) -> &str {
    static BEFORE_VERB: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("has have had also today yesterday now since previously already all both jointly")
    });
    /// How many there may be.
    const WORDS: usize = 3;
    for _ in 0..WORDS {
        match BEFORE_VERB.at(clause) {
            Some(((), length)) => clause = clause[length..].trim_start(),
            None => break,
        }
    }
    clause
}

/// What a report tells, after the verb: "report found that", "research has shown".
fn after_report(clause: &str) -> Option<&str> {
    let ((), noun) = TELLINGS.at(clause).filter(|_| REPORTS.at(clause).is_none())?;
    let clause = auxiliaries(clause[noun..].trim_start());
    REPORTS.at(clause).map(|((), verb)| &clause[verb..])
}

/// Whether an organisation's report tells of what `words` stand for: "a National Audit Office report found it …".
pub(super) fn found_by(text: &str, mention: &Mention, words: Span) -> bool {
    let clause = Span::new(mention.span.end(), words.start()).map(|between| between.of(text).trim_start());
    let told = clause.filter(|_| may_tell(mention.kind)).and_then(after_report);
    told.is_some_and(|told| matches!(told.trim(), "" | "that"))
}

/// What is told, further on in a clause: "did not, and warned that graduates would owe £5m".
fn said_that(clause: &str) -> Option<&str> {
    let ends = clause.match_indices(" that ").map(|(at, that)| (at, at + that.len()));
    let mut said = ends.filter(|&(at, _)| {
        let verb = word_before(clause, 0, at);
        REPORTS.has(verb) || ASSURES.has(verb)
    });
    said.next().map(|(_, end)| &clause[end..])
}

/// How what is told begins where "it" is nobody.
const NOBODY: [&str; 7] =
    ["it would be ", "it is ", "it was ", "it could be ", "it will be ", "it would cost ", "it would take "];

/// Verbs of saying what one thinks of others' money.
static ATTACKS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = [
        "hits out",
        "hit out",
        "attacks",
        "attacked",
        "criticises",
        "criticised",
        "condemns",
        "condemned",
        "slams",
        "slammed",
        "casts doubt",
        "cast doubt",
        "disputes",
        "disputed",
        "asked whether",
        "asks whether",
        "questions",
        "questioned",
    ];
    Lexicon::new(&words.map(|words| (words, ())))
});

/// What one who only tells has of others' money.
static OPINIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "estimate estimates reckoning prediction predictions guess arithmetic calculation calculations analysis research survey demand demands call calls campaign",
    )
});

/// Verbs after which a sum is others'.
static SAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "said says argued argues warned warns estimated estimates suggests suggested believes calculated calculates",
    )
});

/// Verbs of wishing, with which one who has money speaks of it.
static WISHES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("wants wanted calls called"));

/// Verbs of telling, where "that" follows.
static ASSURES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "confirmed confirms insists insisted maintains maintained ruled predicts predicted hopes fears feared adds added notes \
         noted promised promises suggesting warning saying tweets tweeted writes wrote complains complained jokes joked",
    )
});

/// The words after a person that some words begin with, by post and name: "chair Jane Rowe said"; by the name alone where
/// the person is somebody's `own`.
fn after_person(words: &str, own: bool) -> &str {
    static POSTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "chair chairman chairwoman chief executive director leader president spokesman spokeswoman spokesperson general \
             secretary branch regional deputy economist economists analyst analysts head policy national officer barrister",
        )
    });
    /// A post, a title and a name.
    const WORDS: usize = 7;
    let mut rest = words.trim_start_matches([',', ' ', '\n']);
    for _ in 0..WORDS {
        let word = rest.split([' ', '\u{a0}', '\n']).next().unwrap_or_default();
        let named = (own || rest.len() < words.len()) && word.starts_with(|c: char| c.is_uppercase());
        if word.is_empty() || !(named || POSTS.has(word)) {
            break;
        }
        rest = rest[word.len()..].trim_start();
    }
    rest
}

/// Whether a verb of telling stands among some words.
pub(super) fn tells(words: &str) -> bool {
    word_starts_back(words, 0, words.len()).any(|at| REPORTS.at(&words[at..]).is_some())
}

/// Where something is told: "research by Age UK".
pub(super) static TELLINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "research analysis report reports study studies figures data survey surveys estimate estimates review investigation \
         calculations inquiry audit poll paper papers statistics",
    )
});

/// Verbs of telling.
static REPORTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "recommended recommends describes described wants wanted calls called welcomed said says say reckons reckoned estimates \
         estimated warned warns calculates calculated found finds suggests suggested claims claimed believes believed thinks thought \
         argued argues shows showed revealed figures";
    let others = [
        "has it at",
        "values the",
        "puts the",
        "put the",
        "puts it",
        "put it",
        "puts its",
        "reported that",
        "reports that",
    ];
    Lexicon::new(&words.split_ascii_whitespace().chain(others).map(|words| (words, ())).collect::<Vec<_>>())
});
