//! Words of dealing with money: who pays and receives, and actors without a name.

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::model::Part;
use crate::span::Span;
use crate::text::words::word_starts_back;

/// Somebody without a name who may pay or receive.
pub(super) static UNNAMED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let actors = [
        "the nhs",
        "the clinical commissioning groups",
        "the ccgs",
        "commissioners",
        "ministers",
        "the government",
        "government",
        "insurers",
        "its commissioners",
        "the commissioners",
        "local commissioners",
        "the treasury",
        "costs the health service",
        "costs the taxpayer",
        "costs taxpayers",
        "the service has",
        "the sector has",
        "the sector had",
        "its members",
        "the buyer",
        "buyers",
        "their members",
    ];
    Lexicon::new(&actors.map(|actor| (actor, ())))
});

/// Verbs, and the part that their subject plays.
static VERBS: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    let payers = "pay|pays|paid|paying|spend|spends|spent|spending|owe|owes|owed|owing|fined|repay|repaid|advanced|lent|\
        lend|gave|give|gives|given|handed|awarded|invest|invests|invested|allocated|write off|wrote off|written off|donated|\
        compensated|settled|provide|provides|provided|offer|offered|release|released|grant|granted|award|commit|committed|\
        underwrite|underwritten|fund|funded|was billed|were billed|been billed|was charged|were charged|been charged|\
        was invoiced|were invoiced|been invoiced|promised|pledged|set aside|contribute|contributed|lending|giving";
    let payees = "receive|receives|received|receiving|get|gets|got|was paid|were paid|be paid|been paid|being paid|\
        is paid|are paid|was owed|were owed|is owed|are owed|was awarded|were awarded|been awarded|be awarded|was given|\
        were given|been given|be given|was handed|were handed|been handed|be handed|borrow|borrowed|secured|won|raised|\
        was lent|were lent|been lent|billed|bills|charged|charges|invoiced|was allocated|were allocated|been allocated";
    let rows = |words: &'static str, part| words.split('|').map(move |word| (word.trim(), part));
    Lexicon::new(&rows(payers, Part::Payer).chain(rows(payees, Part::Payee)).collect::<Vec<_>>())
});

/// The part that an organisation plays by the last verb between it and the figure; the subject where there is none.
pub(super) fn part_of(text: &str, mention: Span, figure: Span) -> Part {
    dealing(text, mention, figure).unwrap_or(Part::Subject)
}

/// The part that an organisation plays by the last verb of paying or receiving between it and the figure.
fn dealing(text: &str, mention: Span, figure: Span) -> Option<Part> {
    let (start, end) = (mention.end(), figure.start());
    let mut verbs = word_starts_back(text, start.min(end), end).filter_map(|at| {
        let (part, length) = VERBS.at(&text[at..end])?;
        Some((at, length, part))
    });
    let (at, _, last) = verbs.next()?;
    // "Was paid" begins a word further back than "paid", and says the opposite.
    let passive = verbs.next().filter(|(before, length, _)| before + length > at);
    Some(passive.map_or(last, |(.., part)| part))
}
