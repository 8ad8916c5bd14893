//! The kind of bulletin: by its time stamps, its tagline, its headings, or how its headlines stand; else other.

use std::sync::LazyLock;

use super::Section;
use super::cues::Cues;
use super::folded::Folded;
use super::noise::Frame;
use super::page::Page;
use super::part::names_publication;
use crate::model::{Kind, Role};
use crate::span::Span;

/// Words of a tagline that tell the kind, the surest first.
const CUES: [(&str, Kind); 35] = [
    ("daily", Kind::Daily),
    ("fortnight", Kind::Briefing),
    ("monthly", Kind::Briefing),
    ("expert", Kind::Briefing),
    ("insight", Kind::Briefing),
    ("insider", Kind::Briefing),
    ("in confidence", Kind::Briefing),
    ("correspondent", Kind::Briefing),
    ("in-depth", Kind::Briefing),
    ("weekly briefing", Kind::Briefing),
    (", by ", Kind::Briefing),
    (". by ", Kind::Briefing),
    ("end the week", Kind::Daily),
    ("end of the week", Kind::Daily),
    ("start the week", Kind::Daily),
    ("week's last", Kind::Daily),
    ("each friday", Kind::Weekly),
    ("every friday", Kind::Weekly),
    ("today", Kind::Daily),
    ("tonight", Kind::Daily),
    ("yesterday", Kind::Daily),
    ("the day", Kind::Daily),
    ("day's", Kind::Daily),
    ("monday", Kind::Daily),
    ("tuesday", Kind::Daily),
    ("wednesday", Kind::Daily),
    ("thursday", Kind::Daily),
    ("friday", Kind::Daily),
    ("week", Kind::Weekly),
    ("catch up", Kind::Weekly),
    ("briefing", Kind::Briefing),
    ("must-read", Kind::Daily),
    ("must read", Kind::Daily),
    ("round", Kind::Daily),
    ("the latest", Kind::Daily),
];

/// Of how many bytes teasers are on average, at most.
const LONGEST_TEASER: usize = 400;

/// What sort of bulletin it is.
pub(super) fn kind(text: &str, tagline: Option<Span>, frame: Frame, page: &Page, sections: &[Section]) -> Kind {
    if page.live || (frame.live && tagline.is_none()) {
        return Kind::Live;
    }
    if let Some(kind) = tagline.and_then(|tagline| by_tagline(tagline.of(text))) {
        return kind;
    }
    by_headings(text, sections)
        .or_else(|| (tagline.is_none() && is_listing(frame, page, sections)).then_some(Kind::Headlines))
        .unwrap_or(Kind::Other)
}

/// What a tagline says of the kind.
fn by_tagline(tagline: &str) -> Option<Kind> {
    static WORDS: LazyLock<Cues> = LazyLock::new(|| Cues::new(CUES.map(|(words, _)| words)));
    let folded = Folded::new(tagline);
    let surest = WORDS.all(folded.as_str()).min()?;
    CUES.get(surest).map(|&(_, kind)| kind)
}

/// A heading that only one kind has: "Also on … today", the weekly's own name.
fn by_headings(text: &str, sections: &[Section]) -> Option<Kind> {
    sections.iter().find_map(|section| {
        let heading = section.heading?.of(text);
        let today = section.role == Role::Roundup && heading.starts_with("Also ") && heading.ends_with("today");
        match section.role {
            _ if today => Some(Kind::Daily),
            Role::Roundup if heading.starts_with("In this week") => Some(Kind::Briefing),
            Role::About if names_publication(heading) => Some(Kind::Weekly),
            _ => None,
        }
    })
}

/// Whether the page lists headlines: three or more, nearly each with one teaser, and some sign that it is a list.
fn is_listing(frame: Frame, page: &Page, sections: &[Section]) -> bool {
    let stories = || sections.iter().filter(|section| section.role == Role::Story);
    let headed = stories().filter(|section| section.heading.is_some()).count();
    let teased = stories().filter(|section| section.heading.is_some() && section.paragraphs.len() <= 1).count();
    let length: usize = stories().flat_map(|section| &section.paragraphs).map(|paragraph| paragraph.len()).sum();
    let labels = stories().filter(|section| section.label.is_some()).count();
    let signs = page.apart || frame.paged || frame.read_more >= 2 || labels >= 2 || headed >= 4;
    headed >= 3 && teased * 10 >= stories().count() * 9 && length <= headed * LONGEST_TEASER && signs
}
