//! From text to articles: lines to blocks, blocks to headings, headings to articles with roles.
//!
//! There is one way for every layout. Lines become blocks ([`block`]), blocks that a page's frame is made of are
//! dropped ([`noise`]), the standing line at the top is taken ([`masthead`]), section names come off ([`label`]), each
//! block that is left is told what part it plays ([`part`]), and the parts make the sections ([`article`]).

mod article;
mod block;
mod cues;
mod folded;
mod heading;
mod kind;
mod label;
mod live;
mod masthead;
mod noise;
mod page;
mod part;
mod stamp;

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
    /// The name of the site's section or the topic that it is filed under: "HSJ Local", "FINANCE".
    pub(crate) label: Option<Span>,
    pub(crate) heading: Option<Span>,
    pub(crate) paragraphs: Vec<Span>,
}

/// Lays out any text; every section has a heading or a paragraph, and they stand in order.
pub(crate) fn layout(text: &str) -> Layout {
    let mut blocks = block::blocks(text);
    let frame = noise::remove(text, &mut blocks);
    let tagline = masthead::take_tagline(text, &mut blocks);
    label::take_glued(text, &mut blocks);
    let page = page::Page::new(text, &blocks);
    let parts = part::parts(text, &blocks, &page);
    let sections = article::sections(text, tagline, &blocks, &parts);
    let kind = kind::kind(text, tagline, frame, &page, &sections);
    Layout { kind, tagline, sections }
}

#[cfg(test)]
mod tests;
