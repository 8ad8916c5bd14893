//! From text to articles: lines to blocks, blocks to headings, headings to articles with roles.

mod article;
mod block;
mod heading;
mod masthead;
mod noise;

use crate::model::{Kind, Role};
use crate::span::Span;

/// How a text is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) kind: Kind,
    pub(crate) tagline: Option<Span>,
    pub(crate) sections: Vec<Section>,
}

/// An article before anything in it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) role: Role,
    pub(crate) heading: Option<Span>,
    pub(crate) paragraphs: Vec<Span>,
}

/// Lays out any text; every section has a heading or a paragraph, and they stand in order.
pub(crate) fn layout(text: &str) -> Layout {
    let mut blocks = block::blocks(text);
    let tagline = masthead::take_tagline(text, &mut blocks);
    blocks.retain(|block| !noise::is_noise(text, block));
    let headings = heading::headings(text, &blocks);
    let sections = article::sections(text, &blocks, &headings);
    let kind = masthead::kind(text, tagline, &blocks, &sections);
    Layout { kind, tagline, sections }
}
