//! The structure of a message, found in one pass without recursion.
//!
//! ```text
//! message   = header , body ;
//! body      = text | message | { preamble line } , { delimiter , message } , end , { epilogue line } ;
//! delimiter = "--" , boundary , line end ;
//! end       = "--" , boundary , "--" , line end ;
//! ```
//!
//! A delimiter of an outer body ends every body within, so each line is looked up among all open boundaries.

use std::collections::HashMap;

use mail_parser::ContentType;
use memchr::memmem::Finder;

use super::header::{Encoding, Header, line_end};

/// A message, its forwarded messages, and the parts of all.
#[derive(Debug, Default)]
pub(super) struct Mime<'a> {
    /// The header of the message, then of those forwarded in it, as they come; never empty.
    pub(super) messages: Vec<Header<'a>>,
    pub(super) parts: Vec<Part<'a>>,
    /// The boundary that is missing at the end of a message.
    pub(super) unclosed: HashMap<usize, String>,
    /// The last thing in the bytes is the end of a body of parts.
    pub(super) is_closed: bool,
    /// There are more parts than are read.
    pub(super) has_more: bool,
}

/// One part of a message, after the part that holds it.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) kind: Kind,
    pub(super) message: usize,
    pub(super) parent: Option<usize>,
    pub(super) header: Header<'a>,
    pub(super) content_type: Option<ContentType<'static>>,
    pub(super) body: &'a [u8],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The same content in several forms.
    Alternative,
    /// Several contents.
    Several,
    Plain,
    Html,
    /// A forwarded message that is encoded as a whole.
    Encoded,
    /// What is not text, or is not shown.
    Attachment,
}

/// The structure of a message; any bytes have one.
pub(super) fn parse(bytes: &[u8]) -> Mime<'_> {
    let mut parser = Parser { bytes, mime: Mime::default(), open: Vec::new(), boundaries: HashMap::new() };
    parser.message(start(bytes));
    parser.mime
}

/// Where the header starts: after a byte order mark, blank lines and the mailbox's own line.
pub(super) fn start(bytes: &[u8]) -> usize {
    let mut at = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    while at < bytes.len() {
        let end = line_end(bytes, at);
        let line = &bytes[at..end];
        if !line.trim_ascii().is_empty() && !line.starts_with(b"From ") && !line.starts_with(b">From ") {
            break;
        }
        at = end;
    }
    at
}

struct Parser<'a> {
    bytes: &'a [u8],
    mime: Mime<'a>,
    /// The bodies of parts that are open.
    open: Vec<Open>,
    /// The open bodies by their boundaries, the innermost last.
    boundaries: HashMap<Vec<u8>, Vec<usize>>,
}

struct Open {
    part: usize,
    boundary: Vec<u8>,
    /// Its parts are messages unless they say otherwise.
    is_digest: bool,
    has_parts: bool,
}

/// A line that ends a part.
struct Delimiter {
    start: usize,
    end: usize,
    /// The open body that it belongs to.
    level: usize,
    is_end: bool,
}

/// So many parts of one message are read, forwarded ones included, as the list of parts is held in memory.
pub(super) const MOST_PARTS: usize = 100_000;

/// Longer lines are no delimiters.
const LONGEST_DELIMITER: usize = 1000;

impl<'a> Parser<'a> {
    fn message(&mut self, mut at: usize) {
        let mut is_message = true;
        let finder = Finder::new(b"\n--");
        loop {
            let (header, length) = Header::read(&self.bytes[at..], |line| self.delimiter(line).is_some());
            let body = at + length;
            if is_message {
                self.mime.messages.push(header);
            }
            is_message = self.part(header, body, is_message);
            if is_message {
                at = body;
                continue;
            }
            let Some(next) = self.next_part(&finder, body) else { return };
            if self.mime.parts.len() + self.mime.messages.len() > MOST_PARTS {
                self.mime.has_more = true;
                return;
            }
            at = next;
        }
    }

    /// Notes the part that starts with `header`; whether it is a message, whose own header comes next.
    fn part(&mut self, header: Header<'a>, body: usize, is_message: bool) -> bool {
        let content_type = header.content_type();
        let around = self.open.last().filter(|_| !is_message);
        let message = around.map_or(self.mime.messages.len() - 1, |open| self.mime.parts[open.part].message);
        let parent = around.map(|open| open.part);
        let is_digest = around.is_some_and(|open| open.is_digest);
        let kind = kind(&header, content_type.as_ref(), is_digest);
        if kind == Kind::Encoded && header.encoding() == Encoding::None {
            return true;
        }
        let boundary = content_type.as_ref().and_then(|content_type| content_type.attribute("boundary"));
        let several = matches!(kind, Kind::Several | Kind::Alternative);
        if let Some(boundary) = boundary.filter(|boundary| several && !boundary.is_empty()) {
            let boundary = boundary.as_bytes().to_vec();
            self.boundaries.entry(boundary.clone()).or_default().push(self.open.len());
            let is_digest = content_type.as_ref().and_then(ContentType::subtype) == Some("digest");
            self.open.push(Open { part: self.mime.parts.len(), boundary, is_digest, has_parts: false });
        }
        let kind = if several && boundary.is_none_or(str::is_empty) { Kind::Plain } else { kind };
        self.mime.parts.push(Part { kind, message, parent, header, content_type, body: &self.bytes[body..] });
        false
    }

    /// Ends the part whose body starts at `body`; where the next one starts.
    fn next_part(&mut self, finder: &Finder<'_>, body: usize) -> Option<usize> {
        let mut from = body;
        let mut first = true;
        loop {
            let found = self.find(finder, from);
            let end =
                found.as_ref().map_or(self.bytes.len(), |delimiter| before_line_break(self.bytes, delimiter.start));
            if let Some(part) = self.mime.parts.last_mut().filter(|_| first) {
                let start = self.bytes.len() - part.body.len();
                part.body = &self.bytes[start..end.max(start)];
            }
            first = false;
            let Some(Delimiter { end, level, is_end, .. }) = found else {
                self.close(0);
                return None;
            };
            self.close(level + 1);
            self.open[level].has_parts = true;
            if !is_end {
                return Some(end);
            }
            self.pop();
            self.mime.is_closed = self.bytes[end..].iter().all(u8::is_ascii_whitespace);
            from = end;
        }
    }

    /// Closes the bodies from `level` on, whose ends are missing.
    fn close(&mut self, level: usize) {
        while self.open.len() > level {
            let Some(open) = self.pop() else { break };
            let part = &mut self.mime.parts[open.part];
            if !open.has_parts {
                part.kind = Kind::Plain;
            }
            let boundary = String::from_utf8_lossy(&open.boundary).into_owned();
            self.mime.unclosed.insert(part.message, boundary);
        }
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        if let Some(levels) = self.boundaries.get_mut(&open.boundary) {
            levels.pop();
        }
        Some(open)
    }

    /// The next delimiter of an open body, at the start of a line.
    fn find(&self, finder: &Finder<'_>, from: usize) -> Option<Delimiter> {
        if self.open.is_empty() {
            return None;
        }
        let here = self.bytes[from..].starts_with(b"--").then_some(from);
        let later = finder.find_iter(&self.bytes[from..]).map(|at| from + at + 1);
        here.into_iter().chain(later).find_map(|start| {
            let end = line_end(self.bytes, start);
            let (level, is_end) = self.delimiter(&self.bytes[start..end])?;
            Some(Delimiter { start, end, level, is_end })
        })
    }

    /// The open body that a line delimits, and whether it ends it.
    fn delimiter(&self, line: &[u8]) -> Option<(usize, bool)> {
        let line = line.strip_prefix(b"--").filter(|line| line.len() <= LONGEST_DELIMITER)?.trim_ascii_end();
        let level = |boundary: &[u8]| self.boundaries.get(boundary).and_then(|levels| levels.last()).copied();
        let end = || level(line.strip_suffix(b"--")?);
        level(line).map(|level| (level, false)).or_else(|| end().map(|level| (level, true)))
    }
}

fn kind(header: &Header<'_>, content_type: Option<&ContentType<'_>>, is_digest: bool) -> Kind {
    let Some(content_type) = content_type else {
        return match header.disposition() {
            _ if is_digest => Kind::Encoded,
            (true, _) => Kind::Attachment,
            (false, _) => Kind::Plain,
        };
    };
    match (content_type.ctype(), content_type.subtype()) {
        ("multipart", Some("alternative")) => Kind::Alternative,
        ("multipart", _) => Kind::Several,
        ("message", Some("rfc822" | "global")) => Kind::Encoded,
        _ if header.disposition().0 => Kind::Attachment,
        ("text", Some("html" | "xhtml")) | ("application", Some("xhtml+xml")) => Kind::Html,
        ("text", Some("plain" | "markdown") | None) => Kind::Plain,
        _ => Kind::Attachment,
    }
}

/// The end of the text before a delimiter, to which the line break before it belongs.
fn before_line_break(bytes: &[u8], at: usize) -> usize {
    match &bytes[..at] {
        [.., b'\r', b'\n'] => at - 2,
        [.., b'\n'] => at - 1,
        _ => at,
    }
}
