//! Mailboxes: messages one after another in a file, each after its "From " line.
//!
//! ```text
//! mailbox   = { separator , message , [ blank line ] } ;
//! separator = "From " , sender , date , line end ;
//! quoted    = ">" , { ">" } , "From " ;
//! ```
//!
//! Only a line with a clock time and a year is a separator, since "From Monday the trust …" stands in letters too.
//! The memory that a mailbox takes is that of its largest message.

use std::io::Read;

use memchr::memmem::{self, Finder};

use crate::document::Origin;
use crate::error::Error;
use crate::source::{Form, Holder, LARGEST_DOCUMENT, Raw, Step};

/// A mailbox that is being read.
pub(crate) struct Mailbox {
    stream: Box<dyn Read + Send>,
    origin: Origin,
    finder: Finder<'static>,
    /// Bytes that were read and are not all done with.
    buffer: Vec<u8>,
    /// Where the next message starts in the buffer.
    start: usize,
    /// Where the next message starts in the mailbox.
    position: u64,
    /// Up to where the buffer has no separator but that of the next message.
    searched: usize,
    /// The largest message that is read.
    largest: u64,
    is_at_end: bool,
    /// What ended the stream early.
    fault: Option<Error>,
}

/// How many bytes are read at once.
const CHUNK: usize = 256 * 1024;

/// A separator is at most so long, in bytes.
const LONGEST_SEPARATOR: usize = 1000;

impl Mailbox {
    pub(crate) fn new(stream: Box<dyn Read + Send>, origin: Origin) -> Self {
        Self {
            stream,
            origin,
            finder: Finder::new(b"\nFrom "),
            buffer: Vec::new(),
            start: 0,
            position: 0,
            searched: 0,
            largest: LARGEST_DOCUMENT,
            is_at_end: false,
            fault: None,
        }
    }

    /// The last message, or why there is none.
    fn last(&mut self) -> Option<Step> {
        let end = self.buffer.len();
        if end == self.start {
            return self.fault.take().map(Step::Fault);
        }
        let fault = self.fault.as_ref().map(ToString::to_string);
        let is_cut = !self.buffer.ends_with(b"\n");
        let cut = is_cut.then(|| "expected a line end after the message, but found the end of the mailbox".to_owned());
        Some(self.take(end, fault.or(cut)))
    }

    /// Where the next message starts in the buffer.
    fn next_separator(&mut self) -> Option<usize> {
        while let Some(at) = self.finder.find(&self.buffer[self.searched..]) {
            let start = self.searched + at + 1;
            let line = &self.buffer[start..];
            let is_whole = line.len() >= LONGEST_SEPARATOR || line.contains(&b'\n') || self.is_at_end;
            if !is_whole {
                self.searched = start - 1;
                return None;
            }
            if is_separator(&line[..line.len().min(LONGEST_SEPARATOR)]) {
                return Some(start);
            }
            self.searched = start;
        }
        self.searched = self.buffer.len().saturating_sub(b"\nFrom".len()).max(self.searched);
        None
    }

    /// Takes the message that ends at `end` from the buffer.
    fn take(&mut self, end: usize, cut: Option<String>) -> Step {
        let origin = Origin { position: self.origin.position + self.position, ..self.origin.clone() };
        let bytes = unquoted(&self.buffer[self.start..end]).into_owned();
        self.drop_until(end);
        Step::Raw(Raw { bytes, origin, form: Form::Email, cut })
    }

    fn drop_until(&mut self, end: usize) {
        self.position += (end - self.start) as u64;
        self.start = end;
        self.searched = end;
    }

    /// Passes over a message that is too large to hold.
    fn pass_over(&mut self) -> Step {
        let position = self.origin.position + self.position;
        let expected = format!("at most {} bytes in one message", self.largest);
        let end = loop {
            match self.next_separator() {
                Some(end) => break end,
                None if self.is_at_end => break self.buffer.len(),
                None => self.drop_until(self.searched),
            }
            self.fill();
        };
        self.drop_until(end);
        Step::Fault(Error::TooMuch { path: self.origin.path.clone(), position, expected })
    }

    fn fill(&mut self) {
        self.buffer.drain(..self.start);
        self.searched -= self.start;
        self.start = 0;
        match (&mut self.stream).take(CHUNK as u64).read_to_end(&mut self.buffer) {
            Ok(0) => self.is_at_end = true,
            Ok(_) => {}
            Err(error) => {
                self.is_at_end = true;
                let position = self.position + self.buffer.len() as u64;
                self.fault = Some(Error::reading(&self.origin.path, position, error));
            }
        }
    }
}

impl Holder for Mailbox {
    fn step(&mut self) -> Option<Step> {
        loop {
            if let Some(end) = self.next_separator() {
                return Some(self.take(end, None));
            }
            if self.is_at_end {
                return self.last();
            }
            if (self.buffer.len() - self.start) as u64 > self.largest {
                return Some(self.pass_over());
            }
            self.fill();
        }
    }
}

/// separator = "From " , { any } , digit , digit , ":" , digit , digit , { any } , year ;
pub(crate) fn is_separator(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let digits = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    let is_time = |word: &[u8]| matches!(word, [a, b':', rest @ ..] | [a, _, b':', rest @ ..] if a.is_ascii_digit() && rest.get(..2).is_some_and(digits));
    let is_year = |word: &[u8]| matches!(word, [b'1' | b'2', _, _, _]) && digits(word);
    let words = || rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    words().any(is_time) && words().any(is_year)
}

/// The message with one ">" less before each quoted "From ", as both kinds of quoting want it.
fn unquoted(message: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    let mut out = Vec::new();
    let mut kept = 0;
    for at in memmem::find_iter(message, b">From ") {
        let before = &message[kept..at];
        let marks = before.iter().rev().take_while(|byte| **byte == b'>').count();
        let start = at - marks;
        if start > 0 && message[start - 1] == b'\n' {
            out.extend_from_slice(&message[kept..start]);
            kept = start + 1;
        }
    }
    if kept == 0 {
        return message.into();
    }
    out.extend_from_slice(&message[kept..]);
    out.into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const SEPARATOR: &[u8] = b"From a@b.example Wed May  2 05:01:00 2018\n";

    /// A mailbox of so many messages that is never in memory.
    struct Endless {
        left: usize,
        message: Vec<u8>,
        at: usize,
    }

    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if self.at == self.message.len() && self.left > 1 {
                self.left -= 1;
                self.at = 0;
            }
            let length = buffer.len().min(self.message.len() - self.at);
            buffer[..length].copy_from_slice(&self.message[self.at..self.at + length]);
            self.at += length;
            Ok(length)
        }
    }

    #[test]
    fn memory_does_not_grow_with_the_mailbox() {
        let message = [SEPARATOR, b"Subject: x\n\n", &b"Hythe owes 3m.\n".repeat(7000), b"\n"].concat();
        let size = message.len() as u64;
        let stream = Endless { left: 300, message, at: 0 };
        let mut mailbox = Mailbox::new(Box::new(stream), Origin::of("endless"));
        let mut positions = Vec::new();
        while let Some(Step::Raw(message)) = mailbox.step() {
            positions.push(message.origin.position);
            assert!(mailbox.buffer.capacity() < 4 * CHUNK);
        }
        assert_eq!(positions, (0..300).map(|number| number * size).collect::<Vec<_>>());
    }

    #[test]
    fn a_message_that_is_too_large_is_passed_over() {
        let small = [SEPARATOR, b"Subject: x\n\nHythe owes 3m.\n\n"].concat();
        let large = [SEPARATOR, b"Subject: x\n\n", &b"Hythe owes 3m.\n".repeat(200_000), b"\n"].concat();
        let stream = std::io::Cursor::new([&small[..], &large, &small, &large].concat());
        let mut mailbox = Mailbox { largest: 1000, ..Mailbox::new(Box::new(stream), Origin::of("in")) };
        let mut found = Vec::new();
        while let Some(step) = mailbox.step() {
            found.push(match step {
                Step::Raw(message) => message.origin.to_string(),
                Step::Fault(error) => error.to_string(),
                Step::Skipped(_) | Step::Holder(_) => unreachable!("a mailbox holds messages"),
            });
            assert!(mailbox.buffer.capacity() < 4 * CHUNK);
        }
        let (one, other) = (small.len(), small.len() + large.len());
        let error = |at| format!("expected at most 1000 bytes in one message, but found more in in at byte {at}");
        assert_eq!(found, ["in".to_owned(), error(one), format!("in at byte {other}"), error(other + one)]);
    }
}
