//! What a body does, by which a word that begins a sentence is known for a name: "Monitor has", "Cold Ridge raised".

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;

/// `acts = possessive | verb | past , "ed" | present , "s" , object ;`
///
/// `next` are the words after the name, without the space before them.
pub(super) fn acts(next: &str) -> bool {
    static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "has is was will would had could must may might should to told found said says already faces needs gets got wins \
             won loses lost spent paid pays went sold names warns finds wants tells asks orders launches approves rejects \
             fines backs calls sets refuses clears appoints takes publishes plans",
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
