//! The masthead: the standing line at the top, and the kind of bulletin that it and the layout tell.

use super::block::Block;
use super::{Section, heading};
use crate::model::{Kind, Role};
use crate::span::Span;

/// The longest tagline, in bytes.
const LONGEST: usize = 180;

/// Words that name a publication and not a story.
const PUBLICATION: [&str; 22] = [
    "must-read",
    "must read",
    "round-up",
    "roundup",
    "round up",
    "rounding up",
    "update",
    "digest",
    "briefing",
    "newsletter",
    "bulletin",
    "catch up",
    "catch-up",
    "insight",
    "expert",
    "stories",
    "headlines",
    "debate",
    "everything you need",
    "what you need to know",
    "talking points",
    "your essential",
];

/// How a line begins that describes a publication.
const BEGINNINGS: [&str; 12] = [
    "the ",
    "your ",
    "a ",
    "expert ",
    "essential ",
    "our ",
    "hsj’s ",
    "hsj's ",
    "all the ",
    "everything ",
    "in-depth ",
    "today’s ",
];

/// Takes the tagline from the top of `blocks`: one line that names the publication, before any article.
pub(super) fn take_tagline(text: &str, blocks: &mut Vec<Block>) -> Option<Span> {
    let (first, next) = (blocks.first()?, blocks.get(1)?);
    let words = first.of(text);
    let short = first.lines <= 2 && words.len() <= LONGEST && first.indent == 0 && !words.starts_with('#');
    let lower = words.to_lowercase();
    let names = PUBLICATION.iter().any(|name| lower.contains(name));
    // A heading over its story is no tagline, even where it has such a word.
    let stands_over = heading::looks_like_heading(text, first) && !heading::looks_like_heading(text, next);
    let money = words.contains(['£', '$', '€']);
    let standing = !stands_over || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning));
    let tagline = (short && names && !money && standing && next.blanks > 0).then_some(first.words);
    if tagline.is_some() {
        blocks.remove(0);
    }
    tagline
}

/// What sort of bulletin it is: by its tagline, else by how its articles stand.
pub(super) fn kind(text: &str, tagline: Option<Span>, blocks: &[Block], sections: &[Section]) -> Kind {
    const TAGLINES: [(&str, Kind); 22] = [
        ("end the week", Kind::Daily),
        ("week’s last", Kind::Daily),
        ("week's last", Kind::Daily),
        ("today", Kind::Daily),
        ("daily", Kind::Daily),
        ("the day", Kind::Daily),
        ("monday", Kind::Daily),
        ("tuesday", Kind::Daily),
        ("wednesday", Kind::Daily),
        ("thursday", Kind::Daily),
        ("friday", Kind::Daily),
        ("weekly briefing", Kind::Briefing),
        ("expert", Kind::Briefing),
        ("briefing", Kind::Briefing),
        ("insight", Kind::Briefing),
        ("week", Kind::Weekly),
        ("catch up", Kind::Weekly),
        ("must-read", Kind::Daily),
        ("must read", Kind::Daily),
        ("round-up", Kind::Daily),
        ("roundup", Kind::Daily),
        ("round up", Kind::Daily),
    ];
    if let Some(tagline) = tagline {
        let words = tagline.of(text).to_lowercase();
        return TAGLINES.iter().find(|(cue, _)| words.contains(cue)).map_or(Kind::Other, |&(_, kind)| kind);
    }
    if is_listing(blocks, sections) { Kind::Headlines } else { Kind::Other }
}

/// Whether the page lists headlines: three or more, nearly each with one teaser, and most set apart by their gaps.
fn is_listing(blocks: &[Block], sections: &[Section]) -> bool {
    let headed = sections.iter().filter(|section| section.heading.is_some() && section.role == Role::Story);
    let teased = headed.clone().filter(|section| section.paragraphs.len() <= 1).count();
    let headed = headed.count();
    let apart = blocks.iter().filter(|block| block.blanks >= 2 || block.indent >= 2).count();
    headed >= 3 && teased * 10 >= headed * 9 && apart * 3 >= blocks.len()
}
