//! The elements of HTML, by what they do to text.

/// What an element does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Nothing: its text goes on in the line.
    Inline,
    /// Sets its text in bold.
    Bold,
    /// Starts a new line.
    Break,
    /// Has no content.
    Void,
    /// Has content that nobody reads.
    Dropped,
    /// Stands apart from what is around it.
    Block,
    Heading,
    Paragraph,
    Preformatted,
    List,
    Item,
    Table,
    /// A row, or a group of rows.
    Row,
    Cell,
    HeadCell,
}

impl Class {
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::Bold | Self::Dropped)
    }

    pub(super) fn is_cell(self) -> bool {
        matches!(self, Self::Cell | Self::HeadCell)
    }

    /// Whether the element is a part of a table, so that it ends what is open in a cell.
    pub(super) fn is_tabular(self) -> bool {
        self.is_cell() || matches!(self, Self::Row | Self::Table)
    }
}

/// An element's name; all unknown names are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Tag(usize);

impl Tag {
    pub(super) fn of(name: &[u8]) -> Self {
        Self(TAGS.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).unwrap_or(TAGS.len()))
    }

    pub(super) fn class(self) -> Class {
        TAGS.get(self.0).map_or(Class::Inline, |&(_, class)| class)
    }

    pub(super) fn is_known(self) -> bool {
        self.0 < TAGS.len()
    }

    pub(super) fn is(self, name: &str) -> bool {
        TAGS.get(self.0).is_some_and(|&(known, _)| known == name)
    }
}

use Class::{
    Block, Bold, Break, Cell, Dropped, HeadCell, Heading, Inline, Item, List, Paragraph, Preformatted, Row, Table, Void,
};

/// The known elements, sorted by name; the others are inline, and one to us.
const TAGS: [(&str, Class); 93] = [
    ("a", Inline),
    ("address", Block),
    ("applet", Dropped),
    ("area", Void),
    ("article", Block),
    ("aside", Block),
    ("audio", Dropped),
    ("b", Bold),
    ("base", Void),
    ("blockquote", Block),
    ("body", Block),
    ("br", Break),
    ("canvas", Dropped),
    ("caption", Block),
    ("center", Block),
    ("col", Void),
    ("colgroup", Void),
    ("dd", Block),
    ("details", Block),
    ("dialog", Block),
    ("dir", List),
    ("div", Block),
    ("dl", Block),
    ("dt", Block),
    ("em", Inline),
    ("embed", Void),
    ("fieldset", Block),
    ("figcaption", Block),
    ("figure", Block),
    ("font", Inline),
    ("footer", Block),
    ("form", Block),
    ("h1", Heading),
    ("h2", Heading),
    ("h3", Heading),
    ("h4", Heading),
    ("h5", Heading),
    ("h6", Heading),
    ("head", Block),
    ("header", Block),
    ("hgroup", Block),
    ("hr", Void),
    ("html", Block),
    ("i", Inline),
    ("iframe", Dropped),
    ("img", Void),
    ("input", Void),
    ("legend", Block),
    ("li", Item),
    ("link", Void),
    ("main", Block),
    ("math", Dropped),
    ("menu", List),
    ("meta", Void),
    ("nav", Block),
    ("noembed", Dropped),
    ("noframes", Dropped),
    ("noscript", Dropped),
    ("object", Dropped),
    ("ol", List),
    ("option", Dropped),
    ("p", Paragraph),
    ("param", Void),
    ("pre", Preformatted),
    ("script", Dropped),
    ("search", Block),
    ("section", Block),
    ("select", Dropped),
    ("source", Void),
    ("span", Inline),
    ("strong", Bold),
    ("style", Dropped),
    ("summary", Block),
    ("svg", Dropped),
    ("table", Table),
    ("tbody", Row),
    ("td", Cell),
    ("template", Dropped),
    ("textarea", Dropped),
    ("tfoot", Row),
    ("th", HeadCell),
    ("thead", Row),
    ("title", Dropped),
    ("tr", Row),
    ("track", Void),
    ("u", Inline),
    ("ul", List),
    ("v:fill", Void),
    ("v:rect", Dropped),
    ("v:roundrect", Dropped),
    ("video", Dropped),
    ("wbr", Void),
    ("xml", Dropped),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_name_is_found() {
        for (name, class) in TAGS {
            assert_eq!((Tag::of(name.as_bytes()).class(), Tag::of(name.as_bytes()).is(name)), (class, true), "{name}");
        }
        assert_eq!(Tag::of(b"o:p").class(), Class::Inline);
    }
}
