//! The organisations that a sentence is about, and those that a figure leads to.

use std::sync::LazyLock;

use super::part::part_of;
use super::teller::{may_tell, reports, tells};
use super::{coordinated, within};
use crate::grammar::lexicon::Lexicon;
use crate::grammar::organisation::may_be_firm;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner};
use crate::span::Span;
use crate::text::sentences;
use crate::text::words::word_before;

/// Words after which a name says who tells something, and not whose it is.
const TELLERS: [&str; 12] =
    ["to", "by", "from", "with", "says", "said", "told", "at", "against", "under", "former", "on"];

/// The one trust or commissioner that the article names, by its first mention.
pub(super) fn article_subject(local: &[Mention]) -> Option<Mention> {
    let kept = |mention: &&Mention| matches!(mention.kind, OrganisationKind::Trust | OrganisationKind::Commissioner);
    let first = local.iter().find(kept)?;
    local.iter().filter(kept).all(|mention| mention.name == first.name).then_some(*first)
}

/// The one organisation that a story names, a firm or council, where the sentence that first names it tells what it does.
pub(super) fn only_one(text: &str, story: Span, mentions: &[Mention]) -> Option<Mention> {
    let first = mentions.first()?;
    let alone = mentions.iter().all(|mention| mention.name == first.name);
    let sentence = sentences::around(text, story, first.span);
    let name = first.name.of(text);
    let council = || name.split_whitespace().any(|word| word.eq_ignore_ascii_case("council"));
    let has_money = first.kind == OrganisationKind::Other && (may_be_firm(name) || council());
    (has_money && alone && acts_in(text, sentence, first)).then_some(*first)
}

/// The firm that an article's first sentence tells of, where trusts and commissioners are only those that it deals with.
pub(super) fn leading_firm(text: &str, first: Span, local: &[Mention]) -> Option<Mention> {
    let mut here = local.iter().filter(|mention| first.contains(mention.span));
    let firm = here.next()?;
    let leads = firm.kind == OrganisationKind::Other && may_be_firm(firm.name.of(text)) && acts_in(text, first, firm);
    let others = local.iter().filter(|mention| mention.name != firm.name);
    let dealt_with = |mention: &Mention| {
        let sentence = sentences::around(text, Span::new(first.start(), text.len()).unwrap_or(first), mention.span);
        !is_subject(text, sentence, mention)
    };
    (leads && others.copied().all(|mention| dealt_with(&mention))).then_some(*firm)
}

/// The organisations before the figure that its sentence is about: one, or several told in one breath.
pub(super) fn before(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Vec<Owner> {
    let here = within(mentions, figure.sentence);
    let mut before = &here[..here.partition_point(|mention| mention.span.end() <= figure.span.start())];
    while let Some(last) = before.last() {
        let mut subjects = coordinated(text, before);
        let relation = relation(text, last, figure);
        if relation == Some(Relation::Bracket) {
            subjects = &subjects[subjects.len() - 1..];
        }
        // "Vale Trust wants £9m to take over Fell FT, and £5m": the one whose sentence it is, and not whom it does something to.
        let first = &here[0];
        let object = relation.is_none()
            && first.span != subjects[0].span
            && is_acted_on(text, figure.sentence, last, &subjects[0])
            && begins(text, figure.sentence, first);
        if object {
            before = &before[..before.len() - subjects.len()];
            continue;
        }
        // "The hospital, whose franchise Vale Partners had, will end the year £5m short"
        if is_aside(text, figure, last) {
            before = &before[..before.len() - subjects.len()];
            continue;
        }
        // "The King’s Fund puts the cost at £3bn, the Nuffield Trust at £2bn"
        let tells_too = relation == Some(Relation::Bracket)
            && may_tell(last.kind)
            && words_between(text, last.span, figure.phrase).trim() == "at"
            && reports(text, first.span, first.kind, figure.phrase);
        if tells_too {
            return Vec::new();
        }
        let paid = is_paid(text, figure.sentence, last.span);
        if relation.is_some()
            || !paid
                && is_subject(text, figure.sentence, &subjects[0])
                && !reports(text, last.span, last.kind, figure.phrase)
        {
            let part = part_of(text, last.span, figure.phrase);
            return subjects.iter().map(|subject| Owner { part, ..Owner::from(*subject) }).collect();
        }
        before = &before[..before.len() - subjects.len()];
    }
    Vec::new()
}

/// Verbs of doing something to a body, and "take over".
static ACTS_ON: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "over acquire acquired acquiring buy bought join joining joined run running replace replacing \
         replaced back backed \
         help helping sue suing leave leaving left absorb absorbing merge rescue rescuing support supporting save saving",
    )
});

/// Whether a mention is what a verb before it acts on, and does nothing itself.
fn is_acted_on(text: &str, sentence: Span, last: &Mention, first: &Mention) -> bool {
    let before = word_before(text, sentence.start(), first.span.start());
    let after = text[last.span.end()..sentence.end().max(last.span.end())].trim_start();
    ACTS_ON.has(before) && DOES.at(after).is_none() && possessed(after).is_none()
}

/// Whether a mention stands in a clause that only says more of what stands before it, and that ends before the figure.
fn is_aside(text: &str, figure: &MoneyFigure, mention: &Mention) -> bool {
    let before = &text[figure.sentence.start()..mention.span.start()];
    let clause = before.rsplit_once(", ").map_or("", |(_, clause)| clause);
    let between = words_between(text, mention.span, figure.phrase);
    // "Vale Health, for which it bid £5m": another does it.
    let deals =
        [", for which it ", ", for which they ", ", for which the "].iter().any(|which| between.starts_with(which));
    deals
        || ["whose ", "which ", "where ", "who "].iter().any(|which| clause.starts_with(which))
            && between.contains(", ")
            && !clause.contains(';')
}

/// The one that the words beside a figure give it to, whatever else its sentence tells of.
pub(super) fn sure(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    of_share(text, mentions, figure)
        .or_else(|| elliptic(text, mentions, figure))
        .or_else(|| has_what(text, mentions, figure))
}

/// Who has a second sum, without a verb: "CCGs will put in £17m, and the TDA another £15m".
fn elliptic(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let here = within(mentions, figure.sentence);
    let last = here.iter().rfind(|mention| mention.span.end() <= figure.phrase.start())?;
    let more = matches!(
        words_between(text, last.span, figure.phrase).trim(),
        "another" | "a further" | "an extra" | "an additional"
    );
    let before = text[figure.sentence.start()..last.span.start()].trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    (more && [" and", " while", ",", ";"].iter().any(|joint| before.ends_with(joint))).then(|| Owner::from(*last))
}

/// Whose a part of a sum is, or the largest: "£5m of it at Vale Trust".
fn of_share(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let next = within(mentions, figure.sentence).iter().find(|mention| mention.span.start() >= figure.phrase.end())?;
    let between = Span::new(figure.phrase.end(), next.span.start())?.of(text);
    let between = between.trim().strip_suffix("the").unwrap_or(between).trim();
    let part = matches!(between, "of it at" | "of it in" | "of that at" | "of this at" | "of which at" | "of it from");
    // "The highest spender, at £11m, was Vale Trust"
    let before = text[figure.sentence.start()..figure.phrase.start()].trim_end();
    let most =
        [", at", ", with"].iter().any(|at| before.ends_with(at)) && matches!(between, ", was" | ", is" | ", was at");
    (part || most).then(|| Owner::from(*next))
}

/// Whether a mention is what a clause of a sentence is about: a verb follows it, and it is nobody's object.
pub(super) fn acts_in(text: &str, sentence: Span, mention: &Mention) -> bool {
    let after = text[mention.span.end()..sentence.end().max(mention.span.end())].trim_start();
    is_subject(text, sentence, mention) && DOES.at(after).is_some()
}

/// Whether a sentence begins with a mention.
fn begins(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = Span::new(sentence.start(), mention.span.start()).map(|before| before.of(text));
    before.is_some_and(|before| before.is_empty() || before == "The ")
}

/// How the words right after an organisation tie a figure to it, whatever stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// "Vale Trust (£5m)", "Vale Trust, with £5m"
    Bracket,
    /// "Vale Trust, which spent £5m"
    Clause,
}

fn relation(text: &str, mention: &Mention, figure: &MoneyFigure) -> Option<Relation> {
    /// How much, in bytes.
    const APPOSITION: usize = 60;
    let between = words_between(text, mention.span, figure.phrase);
    // "Vale CCG, its biggest commissioner, which is £5m overspent": more may be said of it first.
    let apposed = ["its ", "the ", "a ", "an ", "their "]
        .iter()
        .any(|article| between.strip_prefix(", ").is_some_and(|words| words.starts_with(article)));
    let comma = between.bytes().take(APPOSITION).skip(1).position(|byte| byte == b',').filter(|_| apposed);
    let between = comma.map_or(between, |end| &between[end + 1..]);
    // "NHS Digital’s framework, which has a ceiling of £5m"
    let owned = possessed(between).and_then(|owned| owned.find(", which ").map(|at| (owned, at)));
    let owned = owned.filter(|&(owned, at)| at <= APPOSITION && !owned[..at].contains([',', ';']));
    let between = owned.map_or(between, |(owned, at)| &owned[at..]);
    let relative = [", which ", ", whose ", ", where ", ", who ", " which ", " whose "]
        .iter()
        .find_map(|word| between.strip_prefix(word));
    // The comma that ends such a clause leads back to another subject.
    // "Vale Partners, which claims £700m"
    let wants = |clause: &str| matches!(clause.trim(), "claims" | "claimed" | "wants" | "wanted");
    // "Vale Trust, £5m; and Fell Trust, £3m"
    let after = &text[figure.phrase.end()..figure.sentence.end().max(figure.phrase.end())];
    let ends = after.is_empty() || after.starts_with([',', ';', '.']) || after.starts_with(" and ");
    let listed = between.trim() == "," && ends;
    let clause = relative.filter(|clause| !clause.contains([',', ';']) && (wants(clause) || !tells(clause)));
    let beside = matches!(between.trim(), "(" | "on" | "at" | ", at" | ", on" | ", with" | "–" | "—" | "-");
    clause.map(|_| Relation::Clause).or((listed || beside).then_some(Relation::Bracket))
}

/// Whether a clause that tells of an organisation has the figure in it: "Monitor, whose budget is £5m".
pub(super) fn is_told_of(text: &str, mentions: &[Mention], owner: &Owner, figure: &MoneyFigure) -> bool {
    let mention = within(mentions, figure.sentence).iter().find(|mention| mention.span == owner.cue);
    mention.is_some_and(|mention| relation(text, mention, figure) == Some(Relation::Clause))
}

/// A national body that has what a clause before the figure is of: "it got work under NHS Digital’s framework, which is worth £5m".
fn has_what(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let here = within(mentions, figure.sentence);
    let last = here.iter().rfind(|mention| mention.span.end() <= figure.span.start())?;
    let has = last.kind == OrganisationKind::National
        && possessed(words_between(text, last.span, figure.phrase)).is_some_and(|words| !tells(words))
        && relation(text, last, figure) == Some(Relation::Clause);
    has.then(|| Owner::from(*last))
}

/// Whether an organisation is named as the owner of what the figure counts: "NHS England’s budget of £5m".
pub(super) fn possesses(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    let between = words_between(text, owner.cue, figure.phrase);
    possessed(between).is_some_and(|words| {
        words.starts_with(' ') && words.len() <= 90 && !words.contains(['.', ';']) && !tells(words)
    })
}

/// What stands after the sign of a possessor: "’s budget".
pub(super) fn possessed(words: &str) -> Option<&str> {
    words.strip_prefix(['’', '\'']).map(|rest| rest.strip_prefix('s').unwrap_or(rest))
}

pub(super) fn words_between(text: &str, mention: Span, figure: Span) -> &str {
    Span::new(mention.end(), figure.start()).map(|between| between.of(text)).unwrap_or_default()
}

/// Whether the figure follows close on an organisation, in the same clause: "NHS Supply Chain spent £3m".
pub(super) fn acts(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    let between = Span::new(owner.cue.end(), figure.phrase.start()).map(|between| between.of(text)).unwrap_or_default();
    // "The Litigation Authority, which handled it, set aside £5bn"
    // "NHS Supply Chain, half owned by a bank, made £5m"
    let clause = between.strip_prefix(", ").and_then(|clause| clause.split_once(", "));
    let clause = clause.filter(|(aside, _)| !tells(aside) && !aside.contains(['.', ';', ':']));
    let between = clause.map_or(between, |(_, rest)| rest);
    // "The department paid Vale Partners £9m, and has spent £3m"
    let lead = text[figure.sentence.start()..owner.cue.start().max(figure.sentence.start())].trim();
    let goes_on = between.rsplit_once(" and ").map(|(_, clause)| clause);
    let goes_on = goes_on.filter(|clause| matches!(lead, "" | "The") && GOES_ON.at(clause).is_some());
    let between = goes_on.unwrap_or(between);
    // The comma of "1,500 places" is none.
    let stops = between.match_indices([',', ';', ':', '.']);
    let digit = |at: usize| between.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
    between.len() <= 60
        && stops.map(|(at, _)| at).all(digit)
        && !between.chars().any(char::is_uppercase)
        && !between.starts_with(" for ")
        // "The Treasury has the last word on any scheme costing over £15m"
        && !between.contains(" any ")
        // "NHS England was impressed by a programme that has saved £5m"
        && (!between.contains(" by ") || ![" was ", " were ", " is "].iter().any(|be| between.starts_with(be)))
        && !tells(between)
}

/// Words that begin a second clause of the same subject's.
static GOES_ON: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("has have had will would is was then also spent spends paid pays gave lent wants plans")
});

/// What stands before a firm's name.
pub(super) static TRADES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("the consultants consultancy accountants auditors lawyers supplier contractor firm company")
});

/// Whether a mention is what its clause is about: no preposition of telling stands before it.
pub(super) fn is_subject(text: &str, sentence: Span, mention: &Mention) -> bool {
    let (mut before, mut start) = (word_before(text, sentence.start(), mention.span.start()), mention.span.start());
    if TRADES.has(before) {
        start = start.saturating_sub(before.len() + 1);
        before = word_before(text, sentence.start(), start);
        // "With the rostering supplier Thane Digital"
        if before != "the" && before.starts_with(|c: char| c.is_lowercase()) && !TELLERS.contains(&before) {
            let at = start.saturating_sub(before.len() + 1);
            let the = word_before(text, sentence.start(), at);
            let with = word_before(text, sentence.start(), at.saturating_sub(the.len() + 1));
            (before, start) = if the == "the" { (with, at.saturating_sub(the.len() + 1)) } else { (before, start) };
        }
    }
    // "She said Vale Trust would get £5m", but "a loss of £5m, said Vale Trust".
    let does = || {
        let rest = text[mention.span.end()..sentence.end().max(mention.span.end())].trim_start();
        matches!(before, "says" | "said") && DOES.at(rest).is_some()
    };
    // "Auditors told Vale Trust that its savings were £4m short": whom it is told of.
    let told = || {
        let rest = text[mention.span.end()..sentence.end().max(mention.span.end())].trim_start();
        before == "told" && ["that it ", "that its ", "it ", "its ", "to "].iter().any(|start| rest.starts_with(start))
    };
    // "With Vale Trust responsible for £5m", but "a deal with Vale Trust worth £5m"
    let takes_part = || {
        let rest = text[mention.span.end()..sentence.end().max(mention.span.end())].trim_start();
        let next = rest.split([' ', ',', '.']).next().unwrap_or_default();
        // "With Vale Trust's share (£5m) the largest"
        let share = possessed(rest).is_some_and(|share| share.len() > 1) && rest.find(" (").is_some_and(|at| at <= 30);
        before == "with"
            && (share
                || next.len() > 4 && next.ends_with("ing")
                || matches!(next, "responsible" | "due" | "set" | "facing"))
    };
    // "Debts on Vale Trust’s books"
    let books = || {
        let rest = text[mention.span.end()..sentence.end().max(mention.span.end())].trim_start();
        let owned = possessed(rest).map(str::trim_start).unwrap_or_default();
        before == "on" && ["books", "balance sheet", "accounts"].iter().any(|books| owned.starts_with(books))
    };
    // "Sir Jim Hale, whose pay at Vale FT went from £5m to £6m"
    let at = || before == "at" && MONEY.has(word_before(text, sentence.start(), start.saturating_sub("at ".len())));
    // "Commissioners led by Fell CCG", "on loan from consultants Vale Partners"
    let leads = before == "by" && word_before(text, sentence.start(), start.saturating_sub("by ".len())) == "led";
    let teller = TELLERS.iter().any(|teller| teller.eq_ignore_ascii_case(before));
    !teller || leads || at() || does() || books() || told() || takes_part() || is_place(text, sentence, mention)
}

/// What a body has.
static MONEY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "pay salary deficit deficits surplus spending spend bill debt debts costs losses backlog income turnover budget",
    )
});

/// Whether words are what something is done to, paid to or told to: "pay the company", "to the council".
pub(super) fn is_object(text: &str, sentence: Span, words: Span) -> bool {
    let before = word_before(text, sentence.start(), words.start());
    is_paid(text, sentence, words)
        || ACTS_ON.has(before)
        || matches!(before, "to" | "by" | "from" | "with" | "at" | "against" | "under")
}

/// Verbs of paying that have the one who is paid after them.
static PAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "pay pays paid paying repay repaid owe owes owed lend lends lent hired hires engaged appointed commissioned",
    )
});

/// "It pays Vale Partners a charge of £5m": whether somebody else's verb of paying has these words after it.
pub(super) fn is_paid(text: &str, sentence: Span, words: Span) -> bool {
    let verb = word_before(text, sentence.start(), words.start());
    PAYS.has(verb)
}

pub(super) static DOES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "would will has had have is was were are should must could may might can needs needed owed owes spent lost expected",
    )
});

/// "Nurses at Vale Trust", "Spending at Vale Trust": whether a sentence begins with what is at an organisation.
fn is_place(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = Span::new(sentence.start(), mention.span.start()).map(|before| before.of(text)).unwrap_or_default();
    let mut words = before.split_whitespace().rev().skip_while(|word| *word == "the");
    let at = words.next().is_some_and(|word| matches!(word, "at" | "At" | "of"));
    let (count, moves) = words.fold((0, false), |(count, moves), word| (count + 1, moves || word.ends_with("ing")));
    // "The highest payment, at Vale PCT, was £5m"
    let aside = before.strip_suffix(", at ").unwrap_or(before);
    at && count <= 4 && !moves && !aside.contains([',', ';', ':', '“', '"'])
}
