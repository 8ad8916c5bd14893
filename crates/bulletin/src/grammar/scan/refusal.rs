//! What looks like money and is none: weights in pounds, names and years, and brackets that are a parenthesis.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::grammar::lexicon::Lexicon;
use crate::grammar::money::Figure;
use crate::grammar::{ascii_word, is_magnitude};
use crate::model::Rule;
use crate::text::words::{reach, window, word_before};

/// Words near a number of pounds that make it a weight.
static WEIGHT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "weigh weighs weighed weighing weight weights lose lost losing shed drop dropped baby babies birth born newborn \
         heavy heavier kilograms kg ton tons tonne tonnes stone lbs ounces dumbbell overweight",
    )
});

/// What pounds of can only be money.
static MONEY_NOUNS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "savings cuts funding debt debts taxpayers taxpayer public investment spending cash income money extra",
    )
});

/// What a pound, as an attribute, weighs: "a twenty-pound bag".
static CARRIED: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("bag baby weight hammer sack turkey boy girl man"));

/// Words that, in capitals after a name, make an address of it.
static STREETS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "Lane Street Road Close Hill Avenue Way Court Place Drive Terrace Row Square House Park Gardens Green",
    )
});

/// Words after which a number says which one, and not how many: "ward 7p", "chromosome 16p".
static NUMBERED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "band bands grade ward wards stage phase type section chapter page table figure note room bed part chromosome arm",
    )
});

/// Words after which a year is a year.
static DATING: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "in since by until till during after before from of for to and early late mid january february march april may \
         june july august september october november december spring summer autumn winter",
    )
});

/// What follows a unit's name where it names something else: "a euro sceptic", "two grand slams".
static NAMESAKES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "zone area sceptic sceptics sceptical scepticism elections championship championships whistle whistles farthing \
         farthings piano pianos slam slams prix total jury finale finals parent parents rounds unions \
         sign signs symbol symbols",
    )
});

/// Heights of a picture in lines, which are written with a "p".
const PICTURES: [&str; 5] = ["480p", "720p", "1080p", "1440p", "2160p"];

/// Whether the words around `figure`, read at byte `start`, make it something other than money.
pub(super) fn refused(text: &str, start: usize, figure: &Figure) -> bool {
    if !matches!(figure.rule, Rule::Suffixed | Rule::Slang | Rule::Range) {
        return false;
    }
    let (begin, end) = (start + figure.start, start + figure.end);
    let (words, rest) = (&text[begin..end], &text[end..]);
    let before = word_before(text, 0, begin);
    let pounds = words.ends_with("pounds") || words.ends_with("pound");
    let light = figure.upper.unwrap_or(figure.amount) < Decimal::from(100_000);
    unit_alone(words)
        || idle_penny(words, before, rest)
        || torn(&text[..begin], words, before)
        || (pounds && light && (before.eq_ignore_ascii_case("every") || weighs(text, begin, end)))
        || (figure.rule != Rule::Range && (names_another(words, rest) || dates(words, before)))
        || (words.ends_with('p') && (PICTURES.contains(&words) || NUMBERED.has(before)))
}

/// Whether the figure is "a" and a unit that is more often a thing or a wish: "a yen for", "a nickel allergy", "a grand".
fn unit_alone(words: &str) -> bool {
    const COMMON: [&str; 10] =
        ["pound", "pounds", "dollar", "euro", "penny", "cent", "buck", "quid", "fiver", "tenner"];
    let unit = match words.split_once(' ') {
        Some((article, unit)) if article.eq_ignore_ascii_case("a") || article.eq_ignore_ascii_case("an") => unit,
        Some(_) => return false,
        None => words,
    };
    let one_word = !unit.is_empty() && unit.bytes().all(|byte| byte.is_ascii_alphabetic());
    one_word && !COMMON.iter().any(|common| unit.eq_ignore_ascii_case(common))
}

/// Whether the number is torn off one that stands right before it: "245 23 yen"; a year is none.
fn torn(text: &str, words: &str, before: &str) -> bool {
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = before.len() == 4 && (before.starts_with("19") || before.starts_with("20"));
    let beside = text.strip_suffix(' ').is_some_and(|text| text.ends_with(before));
    beside && digits(before) && !year && words.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a penny is a way of speaking: "not a penny less than", "every penny", "penny pinching", "a penny on income tax".
fn idle_penny(words: &str, before: &str, rest: &str) -> bool {
    static AFTER: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::new(
            &[
                "less",
                "of",
                "more",
                "pinching",
                "wise",
                "on income tax",
                "on the pound",
                "on national insurance",
                "on tax",
                "off income tax",
            ]
            .map(|words| (words, ())),
        )
    });
    static BEFORE: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("not every last single spare without"));
    let next = rest.trim_start_matches([' ', '-', '\u{a0}', '\n']);
    let penny = words.eq_ignore_ascii_case("a penny") || words.eq_ignore_ascii_case("penny");
    penny && (BEFORE.has(before) || AFTER.at(next).is_some())
}

/// Whether what follows makes a name of the unit: a street's, or a namesake's.
fn names_another(words: &str, rest: &str) -> bool {
    let next = rest.strip_prefix([' ', '-']).and_then(|rest| ascii_word(rest).ok()).map_or("", |(_, word)| word);
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let unit = words.rsplit([' ', '-']).next().unwrap_or(words);
    NAMESAKES.has(next) || (capital(unit) && capital(next) && STREETS.has(next))
}

/// Whether the number is a year that a name happens to follow: "In 2016 sterling fell", "in 2019 Penny Mordaunt"; but not
/// "to 2019 million pounds".
fn dates(words: &str, before: &str) -> bool {
    let (year, unit) = words.split_once(' ').unwrap_or_default();
    let century = year.starts_with("19") || year.starts_with("20");
    let counted = unit.split([' ', '-']).next().is_some_and(is_magnitude);
    year.len() == 4 && century && !counted && year.bytes().all(|byte| byte.is_ascii_digit()) && DATING.has(before)
}

/// Whether the clause around a small number of pounds is about weight.
fn weighs(text: &str, begin: usize, end: usize) -> bool {
    let rest = &text[end..];
    let mut next = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = next.next().unwrap_or_default();
    if first == "of" {
        return next.next().is_some_and(|noun| !MONEY_NOUNS.has(noun));
    }
    // "twenty-pound bag": an attribute of something that is carried.
    if rest.starts_with(' ') && text[begin..end].ends_with("-pound") {
        return CARRIED.has(first);
    }
    let near = &text[window(text, 0, begin, 90)..reach(text, end, 40)];
    let sentence = near.split(['.', ';']).find(|part| part.contains(&text[begin..end])).unwrap_or(near);
    sentence.split(|c: char| !c.is_alphanumeric()).any(|word| WEIGHT.has(word))
}

/// Whether a bracket at byte `at` is an accountant's minus: at the start of a line or cell, or after "is" or "of".
pub(super) fn accounting(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\u{a0}']);
    if before.is_empty() || before.ends_with(['\n', '\t', '|', ':', '=', ';', '→']) {
        let bracket = text[at..reach(text, at, 60)].find(')');
        let close = bracket.map_or(text.len(), |length| at + length + 1);
        let rest = text[close..].trim_start_matches([' ', '\u{a0}']);
        return rest.is_empty() || rest.starts_with(['\n', '\t', '|', '.', ';', ',']) || rest.len() < 8;
    }
    matches!(word_before(text, 0, at).to_ascii_lowercase().as_str(), "is" | "was" | "of" | "were" | "are")
}
