//! From tags and text to blocks.

use std::ops::Range;

use super::marks::marked;
use super::sheet::Sheet;
use super::style::{Change, Fate, Look};
use super::table::Table;
use super::tag::{Class, Tag};

/// A run of text that stands apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// Where it is in the builder's text; never empty.
    pub(super) words: Range<usize>,
    pub(super) kind: Kind,
    /// Whether all of it is bold.
    pub(super) bold: bool,
    /// The size of its smallest text, in CSS pixels.
    pub(super) size: f32,
    /// The row and column of its cell in the innermost table.
    pub(super) cell: (usize, usize),
}

/// What a block is by its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Heading,
    Item,
    /// The rows of a table of data.
    Rows,
}

/// An end tag looks for its start tag so far up, so that a page of unmatched tags takes linear time.
const FURTHEST: usize = 256;

/// The page so far.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    blocks: Vec<Block>,
    open: Vec<Element>,
    tables: Vec<Table>,
    block: Current,
    tag: Option<Started>,
    attribute: Attribute,
    sheet: Sheet,
    /// The text of the `style` element that is open.
    css: String,
    title: String,
    shows_hidden: bool,
    has_hidden: bool,
}

/// A start tag that is being read.
#[derive(Debug)]
struct Started {
    tag: Tag,
    /// What the element is by itself.
    own: Change,
    /// What its attributes say.
    change: Change,
    /// Its classes with "." and its id with "#", in lower case.
    names: Vec<String>,
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Element {
    tag: Tag,
    change: Change,
    look: Look,
}

/// The block that is being written.
#[derive(Debug, Default)]
struct Current {
    start: usize,
    /// White space came since the last word.
    space: bool,
    /// So many line breaks came since the last word.
    breaks: usize,
    /// A list item has started and has no text yet.
    item: bool,
    /// Some of it is in a heading.
    heading: bool,
    /// Whether all of it is bold, and the size of its smallest text; nothing while there are no words.
    look: Option<(bool, f32)>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Attribute {
    Style,
    Class,
    Id,
    Size,
    #[default]
    Other,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A builder that keeps text that styles hide.
    pub(super) fn showing_hidden() -> Self {
        Self { shows_hidden: true, ..Self::default() }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Whether text was left out that styles hide.
    pub(super) fn has_hidden(&self) -> bool {
        self.has_hidden
    }

    pub(super) fn title(&self) -> Option<String> {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    }

    /// The page's text, with marks.
    pub(super) fn text(self) -> String {
        marked(&self.text, &self.blocks)
    }

    pub(super) fn open_tag(&mut self, name: &[u8]) {
        let tag = Tag::of(name);
        let mut change = Change::default();
        match tag.class() {
            Class::Bold | Class::HeadCell => change.bold = Some(true),
            Class::Preformatted => change.preformatted = Some(true),
            Class::Heading => change.heading = true,
            Class::Dropped => change.fate = Fate::Dropped,
            _ => {}
        }
        self.tag = Some(Started { tag, own: change, change: Change::default(), names: Vec::new() });
        self.attribute = Attribute::Other;
    }

    pub(super) fn name_attribute(&mut self, name: &[u8]) {
        self.attribute = match name {
            b"style" => Attribute::Style,
            b"class" => Attribute::Class,
            b"id" => Attribute::Id,
            b"size" => Attribute::Size,
            _ => Attribute::Other,
        };
        if let Some(started) = self.tag.as_mut().filter(|_| name == b"hidden") {
            started.change.hide();
        }
    }

    pub(super) fn value_attribute(&mut self, value: &[u8]) {
        let (Some(started), Ok(value)) = (&mut self.tag, std::str::from_utf8(value)) else { return };
        match self.attribute {
            Attribute::Style => started.change.add_style(value),
            Attribute::Class => started.add_names(".", value),
            Attribute::Id => started.add_names("#", value),
            Attribute::Size if started.tag.class() == Class::Inline => started.change.add_font_size(value),
            Attribute::Size | Attribute::Other => {}
        }
    }

    pub(super) fn start_element(&mut self) {
        let Some(started) = self.tag.take() else { return };
        let (tag, change) = (started.tag, started.of(&self.sheet));
        let class = tag.class();
        match class {
            Class::Break => self.block.breaks += 1,
            Class::Void => {
                if tag.is("hr") {
                    self.end_block();
                }
            }
            _ => {
                self.end_implied(tag);
                if !class.is_inline() || change.is_block() {
                    self.end_block();
                }
                self.enter(class);
                self.open.push(Element { tag, change, look: change.of(self.look()) });
            }
        }
    }

    pub(super) fn end_element(&mut self, name: &[u8]) {
        self.tag = None;
        let tag = Tag::of(name);
        let class = tag.class();
        if class == Class::Break {
            // "</br>" is a line break, as browsers have it.
            self.block.breaks += 1;
        } else if let Some(at) = self.find(tag) {
            if class.is_inline() && self.open[at..].iter().any(|element| !element.tag.class().is_inline()) {
                self.take_out(at);
            } else {
                self.close(at);
            }
        } else if class == Class::Paragraph {
            self.end_block();
        }
    }

    pub(super) fn finish(&mut self) {
        self.close(0);
        self.end_block();
    }

    pub(super) fn add_text(&mut self, text: &str) {
        let look = self.look();
        match look.fate() {
            Fate::Shown => self.add_shown(text, look),
            Fate::Hidden if self.shows_hidden => self.add_shown(text, look),
            Fate::Hidden => self.has_hidden |= !text.trim().is_empty(),
            Fate::Dropped => {
                if self.open.last().is_some_and(|element| element.tag.is("style")) {
                    self.css.push_str(text);
                }
                if self.title.is_empty() && self.open.last().is_some_and(|element| element.tag.is("title")) {
                    self.title.push_str(text);
                }
            }
        }
    }

    fn add_shown(&mut self, text: &str, look: Look) {
        if look.preformatted {
            for (at, line) in text.split('\n').enumerate() {
                self.block.breaks += usize::from(at > 0);
                self.add_preformatted(line.trim_end(), look);
            }
            return;
        }
        let is_space = |c: char| c.is_ascii_whitespace();
        self.block.space |= text.starts_with(is_space);
        for (at, word) in text.split(is_space).filter(|word| !word.is_empty()).enumerate() {
            self.block.space |= at > 0;
            self.add_word(word, look);
        }
        self.block.space |= text.ends_with(is_space);
    }

    fn add_preformatted(&mut self, line: &str, look: Look) {
        if !line.trim().is_empty() {
            self.add_word(line, look);
            self.block.space = false;
        }
    }

    fn add_word(&mut self, word: &str, look: Look) {
        let shown = |c: &char| !is_zero_width(*c);
        if !word.is_ascii() && !word.chars().any(|c| shown(&c)) {
            return;
        }
        if self.block.breaks > 1 {
            self.end_block();
        }
        if self.text.len() > self.block.start {
            match (self.block.breaks, self.block.space) {
                (0, true) => self.text.push(' '),
                (0, false) => {}
                _ => self.text.push('\n'),
            }
        }
        (self.block.breaks, self.block.space) = (0, false);
        if word.is_ascii() {
            self.text.push_str(word);
        } else {
            self.text.extend(word.chars().filter(shown));
        }
        if word.contains(|c: char| !c.is_whitespace()) {
            let (bold, size) = self.block.look.unwrap_or((true, f32::MAX));
            self.block.look = Some((bold && look.bold, size.min(look.size)));
            self.block.heading |= look.heading;
        }
    }

    /// Ends the block that is being written, if it has any words.
    fn end_block(&mut self) {
        let written = &self.text[self.block.start..];
        let start = self.block.start + (written.len() - written.trim_start().len());
        let end = self.block.start + written.trim_end().len();
        if let Some((bold, size)) = self.block.look.take().filter(|_| start < end) {
            let kind = match (self.block.heading, self.block.item) {
                (true, _) => Kind::Heading,
                (false, true) => Kind::Item,
                (false, false) => Kind::Plain,
            };
            let cell = self.tables.last().map(Table::cell).unwrap_or_default();
            self.blocks.push(Block { words: start..end, kind, bold, size, cell });
            self.block.item = false;
            self.text.truncate(end);
        } else {
            self.text.truncate(self.block.start);
        }
        self.block = Current { start: self.text.len(), item: self.block.item, ..Current::default() };
    }

    /// What starting an element does, after the block before it has ended.
    fn enter(&mut self, class: Class) {
        match class {
            Class::Item => self.block.item = true,
            Class::Table => {
                if let Some(table) = self.tables.last_mut() {
                    table.has_inner = true;
                }
                self.tables.push(Table::starting_at(self.blocks.len()));
            }
            Class::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.start_row();
                }
            }
            Class::Cell | Class::HeadCell => {
                if let Some(table) = self.tables.last_mut() {
                    table.start_cell(class == Class::HeadCell);
                }
            }
            _ => {}
        }
    }

    /// Closes the open elements from `at` on.
    fn close(&mut self, at: usize) {
        while self.open.len() > at {
            let Some(element) = self.open.last() else { break };
            let class = element.tag.class();
            let block = !class.is_inline() || element.change.is_block();
            self.open.pop();
            if block {
                self.end_block();
            }
            match class {
                Class::Dropped => self.sheet.add(&std::mem::take(&mut self.css)),
                Class::Item => self.block.item = false,
                Class::Table => {
                    if let Some(table) = self.tables.pop() {
                        table.end(&mut self.text, &mut self.blocks);
                        self.block.start = self.text.len();
                    }
                }
                _ => {}
            }
        }
    }

    /// Closes an inline element under blocks that stay open.
    fn take_out(&mut self, at: usize) {
        self.open.remove(at);
        let mut look = at.checked_sub(1).map_or_else(Look::default, |at| self.open[at].look);
        for element in &mut self.open[at..] {
            look = element.change.of(look);
            element.look = look;
        }
    }

    /// Closes what the start of an element ends without an end tag: a paragraph, item, row or cell before it.
    fn end_implied(&mut self, tag: Tag) {
        let class = tag.class();
        let ended = match class {
            Class::Item | Class::Row => self.find(tag),
            Class::Cell | Class::HeadCell => self.find_class(Class::is_cell, |class| class == Class::Table),
            _ if class.is_inline() => None,
            _ => self.find_class(|class| class == Class::Paragraph, |class| !class.is_inline()),
        };
        if let Some(at) = ended {
            self.close(at);
        }
    }

    /// The open element that an end tag belongs to.
    fn find(&self, tag: Tag) -> Option<usize> {
        let class = tag.class();
        let stops = |other: Class| match class {
            Class::Table => false,
            _ if class.is_tabular() => other == Class::Table,
            Class::Item => other == Class::List || other.is_tabular(),
            _ => other.is_tabular(),
        };
        let far = self.open.len().saturating_sub(FURTHEST);
        let up = self.open[far..].iter().rposition(|element| element.tag == tag || stops(element.tag.class()))?;
        (self.open[far + up].tag == tag).then_some(far + up)
    }

    fn find_class(&self, wanted: impl Fn(Class) -> bool, stops: impl Fn(Class) -> bool) -> Option<usize> {
        let far = self.open.len().saturating_sub(FURTHEST);
        let hit = |element: &Element| wanted(element.tag.class()) || stops(element.tag.class());
        let up = self.open[far..].iter().rposition(hit)?;
        wanted(self.open[far + up].tag.class()).then_some(far + up)
    }

    fn look(&self) -> Look {
        self.open.last().map_or_else(Look::default, |element| element.look)
    }
}

impl Started {
    fn add_names(&mut self, sign: &str, value: &str) {
        let value = value.to_ascii_lowercase();
        if !is_page(self.tag) && value.contains("preheader") {
            // The line that mail programs show beside the subject; the page shows it to nobody.
            self.change.hide();
        }
        self.names.extend(value.split_ascii_whitespace().map(|name| format!("{sign}{name}")));
    }

    /// All that the element changes: by itself, by the page's sheets, and by its attributes.
    fn of(&self, sheet: &Sheet) -> Change {
        self.change.over(sheet.of(self.tag, &self.names)).over(self.own)
    }
}

/// Whether an element is the page itself, which no name of it hides.
fn is_page(tag: Tag) -> bool {
    tag.is("html") || tag.is("body")
}

/// Characters without width: they hide in newsletters as fillers and places to break a word.
fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}
