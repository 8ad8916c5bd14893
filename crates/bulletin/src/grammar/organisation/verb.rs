//! Verbs beside a name: what a body does, by which a word that begins a sentence is known for one ("Monitor has", "Cold
//! Ridge raised"), and what is done to it with money.

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::model::Part;

/// `acts = possessive | verb | past , "ed" | present , "s" , object ;`
///
/// `next` are the words after the name, without the space before them.
pub(super) fn acts(next: &str) -> bool {
    static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "has is was will would had could must may might should to told found said says already faces needs gets got wins \
             won loses lost spent paid pays went sold names warns finds wants tells asks orders launches approves rejects \
             fines backs calls sets refuses clears appoints takes publishes plans steps joins quits hires sues buys seeks \
             predicts reveals admits agrees insists denies expects gives accuses urges becomes considers brings puts gave took made cut ran \
             saw came brought left put sent kept held began owes bought sought drew grew fell rose chose knew thought stood",
        )
    });
    /// With these a verb of the present is told from a plural: "Cold Ridge argues that".
    static OBJECTS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("a an the its it that no up out back over how why into off"));
    /// Where one is, and not what one did.
    static STATES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("based centred born registered"));
    if next.starts_with("’s ") || next.starts_with("'s ") || VERBS.at(next).is_some() {
        return true;
    }
    let mut words = next.split([' ', '\u{a0}', '\n']);
    let (verb, object) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let past = verb.len() > 4 && verb.ends_with("ed") && !STATES.has(verb);
    let present = verb.len() > 3 && verb.ends_with('s') && (OBJECTS.has(object) || object.starts_with(['£', '€', '$']));
    verb.bytes().all(|byte| byte.is_ascii_lowercase()) && (past || present)
}

/// Verbs that have an organisation and a sum after them, and the part that it plays.
pub(crate) static OBJECT_VERBS: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    let rows = |words: &'static str, part| words.split(' ').map(move |word| (word, part));
    let payees = rows(
        "give gives gave given giving lend lends lent pay pays paid award awards awarded offer offered hand handed owe owes owed \
         allocate allocated",
        Part::Payee,
    );
    let payers = rows("fine fines fined charge charges charged bill bills billed", Part::Payer);
    let subjects = rows("cost costs costing save saves saved leave leaves left", Part::Subject);
    Lexicon::new(&payees.chain(payers).chain(subjects).collect::<Vec<_>>())
});
