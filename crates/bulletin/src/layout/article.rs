//! Articles: what stands under each heading, and the part that it plays.

use super::Section;
use super::block::Block;
use crate::model::Role;
use crate::span::Span;

/// The sections of the blocks: one for each heading, and one without for what stands before the first.
pub(super) fn sections(text: &str, blocks: &[Block], headings: &[Option<Span>]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (block, &heading) in blocks.iter().zip(headings) {
        match (heading, sections.last_mut()) {
            (None, Some(section)) => section.paragraphs.push(block.words),
            (None, None) => sections.push(Section { role: Role::Story, heading: None, paragraphs: vec![block.words] }),
            (Some(_), _) => sections.push(Section { role: Role::Story, heading, paragraphs: Vec::new() }),
        }
    }
    for section in &mut sections {
        section.role = role(text, section);
    }
    sections
}

/// The part a section plays, by its heading and how its body begins.
fn role(text: &str, section: &Section) -> Role {
    let heading = section.heading.map(|heading| heading.of(text).to_lowercase()).unwrap_or_default();
    if is_roundup(&heading) {
        return Role::Roundup;
    }
    let body = section.paragraphs.first().map(|paragraph| paragraph.of(text)).unwrap_or_default();
    if section.paragraphs.len() <= 3 && describes_itself(body, &heading) { Role::About } else { Role::Story }
}

/// roundup-heading = "also on" , … | "in brief" | "elsewhere" | "in this week's" , … ;
fn is_roundup(heading: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "also on",
        "also in",
        "also today",
        "also this week",
        "in brief",
        "elsewhere",
        "in other news",
        "other news",
        "in this week’s",
        "in this week's",
        "more stories",
        "what else",
    ];
    BEGINNINGS.iter().any(|beginning| heading.starts_with(beginning))
}

/// Whether a paragraph speaks of the email itself: "This weekly email gives subscribers …".
fn describes_itself(body: &str, heading: &str) -> bool {
    const SELF: [&str; 12] = [
        "this email",
        "this weekly",
        "this daily",
        "this newsletter",
        "this bulletin",
        "this briefing",
        "is the weekly",
        "is the daily",
        "catch up gathers",
        "catch up brings",
        "catch up gives",
        "catch up rounds",
    ];
    let first: String = body.chars().take(200).collect::<String>().to_lowercase();
    let publication = heading.contains("catch up") || heading.contains("catch-up") || heading.starts_with("about");
    SELF.iter().any(|words| first.contains(words)) || publication
}
