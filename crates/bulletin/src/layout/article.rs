//! Articles: what stands under each heading, and the part that it plays.

use std::sync::LazyLock;

use super::Section;
use super::block::{Block, Mark};
use super::cues::{Cues, head};
use super::label;
use super::part::{Part, names_publication};
use crate::model::Role;
use crate::span::Span;
use crate::text::index::Index;

/// How many sections from the top the description of the email can stand.
const ABOUT_WITHIN: usize = 1;
/// Within how many bytes a description says what it describes.
const DESCRIPTION: usize = 160;

/// The sections of the blocks: one for each heading or entry, and one without for what stands before the first.
pub(super) fn sections(text: &str, tagline: Option<Span>, blocks: &[Block], parts: &[Part]) -> Vec<Section> {
    let mut builder = Builder { text, tagline, sections: Vec::new(), label: None };
    for (block, part) in blocks.iter().zip(parts) {
        match part {
            Part::Heading => builder.open(block, Some(block.title)),
            Part::Opening => builder.open_with(block),
            Part::Body => builder.extend(block),
            Part::Label => builder.label = Some(block.title),
            Part::Frame => {}
        }
    }
    builder.finish()
}

struct Builder<'a> {
    text: &'a str,
    /// No article reaches over it.
    tagline: Option<Span>,
    sections: Vec<Section>,
    /// The section name that stood above.
    label: Option<Span>,
}

impl Builder<'_> {
    fn open(&mut self, block: &Block, heading: Option<Span>) {
        let label = block.label.or(self.label.take());
        self.sections.push(Section { role: Role::Story, label, heading, paragraphs: Vec::new() });
    }

    fn open_with(&mut self, block: &Block) {
        self.open(block, None);
        self.push(block);
    }

    /// Goes on the last section, unless what it says cannot be of it.
    fn extend(&mut self, block: &Block) {
        let words = block.of(self.text);
        let headed =
            self.sections.last().filter(|section| section.heading.is_some() && !self.is_over_tagline(section, block));
        if headed.is_some_and(|section| !self.ends(section, block)) {
            return self.push(block);
        }
        // A lead that has begun is not interrupted by a description.
        let leads =
            self.sections.last().is_some_and(|section| section.heading.is_none() && section.role == Role::Story);
        let role = opening_role(words, if leads { usize::MAX } else { self.sections.len() });
        let goes_on = |section: &Section| section.heading.is_none() && section.role == role;
        if self.sections.last().is_some_and(goes_on) {
            return self.push(block);
        }
        self.open_with(block);
        if let Some(section) = self.sections.last_mut() {
            section.role = role;
        }
    }

    /// Whether the tagline stands between a title and a block.
    fn is_over_tagline(&self, section: &Section, block: &Block) -> bool {
        let between = |tagline: Span| tagline.end() <= block.words.start() && section.heading < Some(tagline);
        section.paragraphs.is_empty() && self.tagline.is_some_and(between)
    }

    /// Whether a headed section is over although no heading comes: a list of contents before the lead.
    fn ends(&self, section: &Section, block: &Block) -> bool {
        let heading = section.heading.map(|heading| heading.of(self.text)).unwrap_or_default();
        let contents =
            heading.ends_with(':') && !section.paragraphs.is_empty() && block.mark == Mark::Plain && !block.brief;
        contents || (!section.paragraphs.is_empty() && is_label_line(block.of(self.text)))
    }

    fn push(&mut self, block: &Block) {
        let Some(section) = self.sections.last_mut() else { return };
        if section.label.is_none() && section.paragraphs.is_empty() {
            let topic = label::topic(block.of(self.text));
            section.label = topic.map(|length| Span::at(block.words.start(), length));
        }
        section.paragraphs.push(block.words);
    }

    fn finish(mut self) -> Vec<Section> {
        for (at, section) in self.sections.iter_mut().enumerate().filter(|(_, section)| section.heading.is_some()) {
            section.role = role(self.text, section, at);
        }
        self.sections
    }
}

/// The part a headed section plays, by its heading and how its body begins.
fn role(text: &str, section: &Section, at: usize) -> Role {
    let heading = section.heading.map(|heading| heading.of(text)).unwrap_or_default();
    if is_roundup(heading) {
        return Role::Roundup;
    }
    let body = section.paragraphs.first().map(|paragraph| paragraph.of(text)).unwrap_or_default();
    let about = names_publication(heading) || begins(heading, "about this ") || begins(heading, "welcome to ");
    let described = || at <= ABOUT_WITHIN && section.paragraphs.len() <= 3 && describes_itself(body);
    if about || described() { Role::About } else { Role::Story }
}

/// The part that text without a heading plays.
fn opening_role(words: &str, at: usize) -> Role {
    if is_label_line(words) {
        Role::Roundup
    } else if at <= ABOUT_WITHIN && describes_itself(words) {
        Role::About
    } else {
        Role::Story
    }
}

/// roundup-heading = "also on" , … | "in brief" | "elsewhere" | "in this week's" , … ;
pub(super) fn is_roundup(heading: &str) -> bool {
    const BEGINNINGS: [&str; 18] = [
        "also in",
        "also on",
        "also this week",
        "also today",
        "coming up",
        "elsewhere",
        "in brief",
        "in other news",
        "in this briefing",
        "in this edition",
        "in this issue",
        "in this week's",
        "in today's",
        "most read",
        "more stories",
        "other news",
        "related ",
        "what else",
    ];
    static INDEX: LazyLock<Index<&str>> = LazyLock::new(|| Index::new(BEGINNINGS, |beginning| beginning));
    // "In brief, a correction" is a story.
    let aside = |beginning: &str| heading.get(beginning.len()..).is_some_and(|rest| rest.starts_with(','));
    INDEX.alike(heading).any(|beginning| begins(heading, beginning) && !aside(beginning))
}

/// label-line = [ bullet ] , ( "today's" | "this week's" ) , word , … , ":" , text ; one of the lines that tell the
/// day's talking points before the stories do.
fn is_label_line(words: &str) -> bool {
    const BEGINNINGS: [&str; 5] = ["today's ", "this week's ", "tomorrow's ", "also on ", "also in "];
    static INDEX: LazyLock<Index<&str>> = LazyLock::new(|| Index::new(BEGINNINGS, |beginning| beginning));
    let words = words.trim_start_matches(['-', '•', '*', ' ', '\u{a0}']);
    INDEX.alike(words).any(|beginning| begins(words, beginning)) && {
        let label = words.char_indices().take(40).find(|&(_, c)| c == ':' || c == '.');
        label.is_some_and(|(at, c)| c == ':' && words.len() > at + 1)
    }
}

/// Whether a paragraph speaks of the email itself: "This weekly email gives subscribers …".
fn describes_itself(body: &str) -> bool {
    const SELF: [&str; 27] = [
        "this email",
        "this weekly",
        "this daily",
        "this fortnightly",
        "this monthly",
        "this newsletter",
        "this bulletin",
        "this briefing",
        "this digest",
        "is the weekly",
        "is the daily",
        "is our weekly",
        "is our daily",
        "is our fortnightly",
        "hsj catch up",
        "catch up gathers",
        "catch up brings",
        "catch up gives",
        "catch up rounds",
        "forwarded you this",
        "forwarded this",
        "been forwarded",
        "to get your own copy",
        "sign up here",
        "sign up for it",
        "sign up to receive",
        "subscribe here",
    ];
    static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new(SELF));
    if begins(body, "welcome to ") || begins(body, "welcome back") {
        return true;
    }
    CUES.any(head(body, DESCRIPTION))
}

/// Whether `words` begin with `start`, which is in small letters and has straight quotes.
fn begins(words: &str, start: &str) -> bool {
    let mut chars = words.chars();
    start.chars().all(|wanted| match chars.next() {
        Some('’' | '‘') => wanted == '\'',
        Some('\u{a0}') => wanted == ' ',
        Some(c) => c.to_ascii_lowercase() == wanted,
        None => false,
    })
}
