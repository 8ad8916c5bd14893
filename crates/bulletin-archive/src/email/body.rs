//! The text of a message: of each alternative the one that reads best, then all parts in their order.

use std::cell::OnceCell;

use super::mime::{Kind, Mime, Part};
use super::transfer;
use crate::charset::{declared_in_page, decode_declared};
use crate::detect::is_html;
use crate::html;

/// A plain part of so many letters is taken without a look at the page beside it.
const ENOUGH: usize = 2000;

/// A plain part is a stub if the page beside it has so many times its letters: "View this email in your browser".
const STUB: usize = 3;

/// The parts of one message that hold no other parts.
pub(super) struct Leaves<'m, 'a> {
    texts: Vec<Leaf<'m, 'a>>,
    attached: Vec<&'m Part<'a>>,
}

/// A part with text, read when it is wanted.
struct Leaf<'m, 'a> {
    part: &'m Part<'a>,
    text: OnceCell<(String, Vec<String>)>,
}

/// The leaves that are shown, for each message.
pub(super) fn by_message<'m, 'a>(mime: &'m Mime<'a>) -> Vec<Leaves<'m, 'a>> {
    let mut leaves: Vec<_> = mime.messages.iter().map(|_| Leaves { texts: Vec::new(), attached: Vec::new() }).collect();
    let texts: Vec<Option<Leaf<'m, 'a>>> = mime.parts.iter().map(Leaf::of).collect();
    let shown = shown(mime, &texts);
    for ((part, text), _) in mime.parts.iter().zip(texts).zip(shown).filter(|(_, shown)| *shown) {
        let leaves = &mut leaves[part.message];
        match text {
            Some(leaf) => leaves.texts.push(leaf),
            None if part.kind == Kind::Attachment => leaves.attached.push(part),
            None => {}
        }
    }
    leaves
}

/// Which parts are shown: of the parts of an alternative, only the best.
fn shown(mime: &Mime<'_>, texts: &[Option<Leaf<'_, '_>>]) -> Vec<bool> {
    let worths = worths(mime, texts);
    let mut best: Vec<Option<usize>> = vec![None; mime.parts.len()];
    for (index, part) in mime.parts.iter().enumerate() {
        let Some(parent) = part.parent.filter(|&parent| mime.parts[parent].kind == Kind::Alternative) else { continue };
        if best[parent].is_none_or(|other| worths[index].is_better_than(worths[other])) {
            best[parent] = Some(index);
        }
    }
    let mut shown = vec![true; mime.parts.len()];
    for (index, part) in mime.parts.iter().enumerate() {
        // A part stands after the one that holds it, so its fate is already known.
        shown[index] = part.parent.is_none_or(|parent| shown[parent] && best[parent].is_none_or(|best| best == index));
    }
    shown
}

/// How many letters a part and the parts in it have, in plain text and in pages.
#[derive(Debug, Clone, Copy, Default)]
struct Worth {
    plain: usize,
    html: usize,
}

impl Worth {
    fn is_better_than(self, other: Self) -> bool {
        let (plain, page) = (self.plain.max(other.plain), self.html.max(other.html));
        let is_stub = page > plain.saturating_mul(STUB);
        if is_stub { self.html > other.html } else { self.plain > other.plain }
    }
}

/// The worth of each part; pages beside enough plain text are not read.
fn worths(mime: &Mime<'_>, texts: &[Option<Leaf<'_, '_>>]) -> Vec<Worth> {
    let mut worths = vec![Worth::default(); mime.parts.len()];
    let mut in_alternative = vec![false; mime.parts.len()];
    for (index, part) in mime.parts.iter().enumerate() {
        in_alternative[index] =
            part.parent.is_some_and(|parent| in_alternative[parent] || mime.parts[parent].kind == Kind::Alternative);
    }
    let candidates = || texts.iter().enumerate().filter(|&(index, _)| in_alternative[index]);
    for (index, leaf) in candidates() {
        if let Some(leaf) = leaf.as_ref().filter(|leaf| leaf.part.kind == Kind::Plain) {
            worths[index].plain = letters(leaf.text());
        }
    }
    let is_enough = worths.iter().map(|worth| worth.plain).sum::<usize>() >= ENOUGH;
    for (index, leaf) in candidates() {
        if let Some(leaf) = leaf.as_ref().filter(|leaf| leaf.part.kind == Kind::Html) {
            // A page that is not read is still better than what is no text at all.
            worths[index].html = if is_enough { 1 } else { letters(leaf.text()).max(1) };
        }
    }
    for index in (0..mime.parts.len()).rev() {
        if let Some(parent) = mime.parts[index].parent {
            worths[parent].plain += worths[index].plain;
            worths[parent].html += worths[index].html;
        }
    }
    worths
}

/// The letters of a text's words; addresses of links are no words.
fn letters(text: &str) -> usize {
    text.split_ascii_whitespace().filter(|word| !word.contains("://")).map(str::len).sum()
}

impl<'m, 'a> Leaf<'m, 'a> {
    fn of(part: &'m Part<'a>) -> Option<Self> {
        matches!(part.kind, Kind::Plain | Kind::Html).then(|| Self { part, text: OnceCell::new() })
    }

    fn text(&self) -> &str {
        &self.read().0
    }

    fn read(&self) -> &(String, Vec<String>) {
        self.text.get_or_init(|| read(self.part))
    }
}

/// The text of a part, and what had to be mended.
fn read(part: &Part<'_>) -> (String, Vec<String>) {
    let (bytes, damage) = transfer::decode(part.body, part.header.encoding());
    let attribute = |name| part.content_type.as_ref().and_then(|content_type| content_type.attribute(name));
    let charset = attribute("charset").map(str::to_owned);
    // Some senders declare a page as plain text.
    let is_page = part.kind == Kind::Html || is_html(&bytes);
    let charset = charset.or_else(|| is_page.then(|| declared_in_page(&bytes)).flatten());
    let (text, mended) = decode_declared(&bytes, charset.as_deref());
    let mut warnings: Vec<String> = damage.into_iter().chain(mended).collect();
    if is_page {
        let page = html::read(&text);
        warnings.extend(page.warning);
        return (page.text, warnings);
    }
    let text = text.replace("\r\n", "\n");
    let is_flowed = attribute("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
    let deletes = attribute("delsp").is_some_and(|delsp| delsp.eq_ignore_ascii_case("yes"));
    (if is_flowed { unflowed(&text, deletes) } else { text }, warnings)
}

/// Flowed text with its lines joined: a line that ends in a space goes on in the next.
fn unflowed(text: &str, deletes_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut flows = false;
    for line in text.split_inclusive('\n') {
        let content = line.strip_suffix('\n').unwrap_or(line);
        let is_quoted = content.starts_with('>');
        if flows && is_quoted {
            out.push('\n');
        }
        let content = content.strip_prefix(' ').unwrap_or(content);
        flows = content.ends_with(' ') && content != "-- " && !is_quoted && line.ends_with('\n');
        out.push_str(if flows && deletes_space { content.strip_suffix(' ').unwrap_or(content) } else { content });
        if !flows && line.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

impl Leaves<'_, '_> {
    /// The text of the message, its parts set off by a blank line, and what had to be mended.
    pub(super) fn text(self) -> (String, Vec<String>) {
        let mut text = String::new();
        let mut warnings = Vec::new();
        for leaf in self.texts {
            let (part, mended) = leaf.text.into_inner().unwrap_or_else(|| read(leaf.part));
            warnings.extend(mended);
            if part.trim().is_empty() {
                continue;
            }
            if text.is_empty() {
                text = part;
            } else {
                text.truncate(text.trim_end().len());
                text.push_str("\n\n");
                text.push_str(&part);
            }
        }
        (text, warnings)
    }

    /// What is attached and could be read by a person, in words: "2 attachments (report.pdf, minutes.docx)".
    pub(super) fn attachments(&self) -> Option<String> {
        let names: Vec<String> = self.attached.iter().filter_map(|part| attachment(part)).collect();
        match names.len() {
            0 => None,
            1 => Some(format!("1 attachment ({})", names[0])),
            count => Some(format!("{count} attachments ({})", names.join(", "))),
        }
    }
}

/// The name of an attachment; pictures, signatures and the like have nothing to read.
fn attachment(part: &Part<'_>) -> Option<String> {
    let content_type = part.content_type.as_ref();
    let (kind, subtype) = content_type.map_or(("text", "plain"), |t| (t.ctype(), t.subtype().unwrap_or_default()));
    if matches!(kind, "image" | "audio" | "video" | "font") || subtype.ends_with("signature") || subtype == "calendar" {
        return None;
    }
    let name = part.header.disposition().1;
    let name = name.or_else(|| content_type.and_then(|content_type| content_type.attribute("name")).map(str::to_owned));
    Some(name.unwrap_or_else(|| format!("{kind}/{subtype}")))
}
