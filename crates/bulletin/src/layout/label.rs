//! Labels: the name of the site's section, or the topic, that a story is filed under.
//!
//! It stands on a line of its own above the headline, is glued to it ("News" in "`NewsTrust` names chair"), or opens the teaser in
//! capitals ("FINANCE: "). A name is known because it is on the short list that every trade paper has, or because the
//! page repeats it.

use super::block::{Block, Mark};
use crate::span::Span;

/// The names that sections commonly have, in order.
const SECTIONS: [&str; 37] = [
    "analysis",
    "blog",
    "blogs",
    "column",
    "comment",
    "comment and analysis",
    "daily insight",
    "events",
    "expert briefing",
    "expert briefings",
    "feature",
    "features",
    "finance",
    "hsj knowledge",
    "hsj live",
    "hsj local",
    "hsj partners",
    "in depth",
    "innovation",
    "interview",
    "interviews",
    "leader",
    "leaders",
    "letters",
    "local",
    "local briefing",
    "news",
    "opinion",
    "people",
    "podcast",
    "policy",
    "research",
    "resource centre",
    "supplement",
    "technology",
    "video",
    "workforce",
];
/// The longest name, in bytes, and the shortest that is glued.
const LENGTHS: (usize, usize) = (32, 4);
/// A glued name that is not on the list must be there this often: `DeepMind` is a name, too.
const REPEATS: usize = 3;
/// Words in capitals that say how a story came about, and belong to its headline.
const NEWS_WORDS: [&str; 6] = ["EXCLUSIVE", "REVEALED", "BREAKING", "UPDATED", "MAPPED", "UPDATE"];

/// Takes the labels that are glued to headlines off their titles.
pub(super) fn take_glued(text: &str, blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.brief && block.mark != Mark::Stamp) {
        if let Some(length) = topic(block.title.of(text)) {
            relabel(text, block, length);
        }
    }
    let glued = |(at, block): (usize, &Block)| {
        let words =
            (block.brief && block.mark != Mark::Stamp && block.label.is_none()).then(|| block.title.of(text))?;
        glue(words).map(|length| (&words[..length], at))
    };
    let names: Vec<(&str, usize)> = blocks.iter().enumerate().filter_map(glued).collect();
    for &(name, at) in names.iter().filter(|(name, _)| is_section(name)) {
        relabel(text, &mut blocks[at], name.len());
    }
    for at in repeated(names, REPEATS) {
        let name = glue(blocks[at].title.of(text)).filter(|_| blocks[at].label.is_none());
        if let Some(length) = name {
            relabel(text, &mut blocks[at], length);
        }
    }
}

/// Which blocks are the name of a section alone on its line, over a headline.
pub(super) fn categories(text: &str, blocks: &[Block]) -> Vec<bool> {
    let over = |at: usize| blocks.get(at + 1).is_some_and(|next| next.brief);
    let mut found = vec![false; blocks.len()];
    let mut names: Vec<(&str, usize)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if block.brief && block.title.len() <= LENGTHS.0 && over(at) && !block.is_marked_heading() {
            let name = block.title.of(text);
            found[at] = is_section(name);
            if !found[at] && is_name(name) {
                names.push((name, at));
            }
        }
    }
    let repeated = repeated(names, 2);
    for &at in &repeated {
        found[at] = true;
    }
    // A line that is repeated right below itself, or stands over another repeated one, is text.
    let same = |at: usize| blocks[at].title.of(text) == blocks[at + 1].title.of(text);
    let is_text = |&at: &usize| same(at) || (found[at + 1] && !is_section(blocks[at + 1].title.of(text)));
    for at in repeated.into_iter().filter(is_text).collect::<Vec<_>>() {
        found[at] = false;
    }
    found
}

/// Where the names stand that are there `times` times or more; in order.
fn repeated(mut names: Vec<(&str, usize)>, times: usize) -> Vec<usize> {
    if names.len() < times {
        return Vec::new();
    }
    names.sort_unstable();
    let same = names.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() >= times);
    let mut places: Vec<usize> = same.flatten().map(|&(_, at)| at).collect();
    places.sort_unstable();
    places
}

/// topic = capital , capital , … , ( ":" | ";" ) ; the length of the label that opens a teaser, as in "FINANCE: ".
pub(super) fn topic(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let capital = |byte: &u8| byte.is_ascii_uppercase() || matches!(byte, b' ' | b'&');
    bytes.first_chunk::<5>().filter(|start| start.iter().all(capital))?;
    let length = bytes.iter().take(LENGTHS.0).position(|byte| matches!(byte, b':' | b';'))?;
    let name = &words[..length];
    let capitals = name.bytes().filter(u8::is_ascii_uppercase).count();
    let capital = name.as_bytes().iter().all(capital);
    let spaced = bytes.get(length + 1).is_some_and(u8::is_ascii_whitespace);
    (capital && spaced && capitals > LENGTHS.1 && !NEWS_WORDS.contains(&name)).then_some(length)
}

/// Where a capitalised name of up to three words is glued to what follows, if it is.
fn glue(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let mut starts = true;
    let mut spaces = 0;
    for at in 0..bytes.len().min(LENGTHS.0) {
        let (byte, before) = (bytes[at], if at == 0 { b' ' } else { bytes[at - 1] });
        if before.is_ascii_lowercase() && opens(&bytes[at..]) {
            return (at >= LENGTHS.1).then_some(at);
        }
        match byte {
            b' ' if spaces < 2 => {
                spaces += 1;
                starts = true;
            }
            b'A'..=b'Z' => starts = false,
            b'a'..=b'z' if !starts || words[at..].starts_with("and ") => starts = false,
            _ => return None,
        }
    }
    None
}

/// Whether a headline could begin here: with a capital, a pound sign or an opening quote. A number that is glued to a
/// letter is none, so a digit cannot.
fn opens(bytes: &[u8]) -> bool {
    matches!(bytes, [b'A'..=b'Z' | b'"', ..] | [0xC2, 0xA3, ..] | [0xE2, 0x80, 0x98 | 0x9C, ..])
}

/// Makes the first `length` bytes of a block's title its label.
fn relabel(text: &str, block: &mut Block, length: usize) {
    let rest = &block.title.of(text)[length..];
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ';'));
    if !title.is_empty() {
        block.label = Some(Span::at(block.title.start(), length));
        block.title = Span::at(block.title.end() - title.len(), title.len());
    }
}

/// Whether a name is on the list of sections.
fn is_section(name: &str) -> bool {
    let Some(first) = name.as_bytes().first().map(u8::to_ascii_lowercase) else { return false };
    let from = SECTIONS.partition_point(|section| section.as_bytes()[0] < first);
    let same = SECTIONS[from..].iter().take_while(|section| section.as_bytes()[0] == first);
    same.into_iter().any(|section| section.eq_ignore_ascii_case(name))
}

/// Whether words could name a section: up to three, of letters.
fn is_name(words: &str) -> bool {
    words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '&' | '-')) && words.split(' ').count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::block::blocks;

    #[test]
    fn glued_labels_come_off_the_title() {
        let rows = [
            ("NewsTrust names chair", Some("News"), "Trust names chair"),
            ("HSJ LocalMinister opens ward", Some("HSJ Local"), "Minister opens ward"),
            ("News‘Not on target’", Some("News"), "‘Not on target’"),
            ("Comment£5m is not enough", Some("Comment"), "£5m is not enough"),
            ("LeaderA tax by any name", Some("Leader"), "A tax by any name"),
            ("News24 trusts merge", None, "News24 trusts merge"),
            ("FINANCE: Trust in surplus", Some("FINANCE"), "Trust in surplus"),
            ("EXCLUSIVE: Trust in surplus", None, "EXCLUSIVE: Trust in surplus"),
            ("Exclusive: Trust in surplus", None, "Exclusive: Trust in surplus"),
            ("DeepMind buys a hospital", None, "DeepMind buys a hospital"),
            ("McDonald quits", None, "McDonald quits"),
            ("News from nowhere", None, "News from nowhere"),
            ("CCGs merge", None, "CCGs merge"),
            ("Trust’s LinkedIn page", None, "Trust’s LinkedIn page"),
        ];
        for (text, label, title) in rows {
            let mut blocks = blocks(text);
            take_glued(text, &mut blocks);
            let block = blocks[0];
            assert_eq!((block.label.map(|label| label.of(text)), block.title.of(text)), (label, title));
        }
    }

    #[test]
    fn a_name_that_the_page_repeats_is_a_label() {
        let text = "Ward WatchA bed\n\nWard WatchA chair\n\nWard WatchA bell\n\nDeepMind buys";
        let mut blocks = blocks(text);
        take_glued(text, &mut blocks);
        let titles: Vec<&str> = blocks.iter().map(|block| block.title.of(text)).collect();
        assert_eq!(titles, ["A bed", "A chair", "A bell", "DeepMind buys"]);
    }

    #[test]
    fn categories_stand_over_headlines() {
        let rows = [
            ("News\nTrust names chair\nIt left.", vec![true, false, false]),
            ("News\nIt left.", vec![false, false]),
            ("Ward Watch\nA bed\nIt left.\nWard Watch\nA bell\nIt rang.", vec![true, false, false, true, false, false]),
            ("Ab\nAb\nAb\nAb", vec![false; 4]),
            ("£5m\nA bed\n£5m\nA bell", vec![false; 4]),
        ];
        for (text, expected) in rows {
            assert_eq!(categories(text, &blocks(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn topics_open_teasers() {
        let rows = [
            ("FINANCE: A trust", Some(7)),
            ("FINANCE; A trust", Some(7)),
            ("NHS: A trust", None),
            ("Finance: A", None),
        ];
        for (words, expected) in rows {
            assert_eq!(topic(words), expected);
        }
    }
}
