//! The header of a message or part: the fields that we read.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use jiff::civil::Date;
use mail_parser::parsers::MessageStream;
use mail_parser::{Address, ContentType, HeaderValue};
use memchr::memchr;

/// So much of one field is read, in bytes; longer ones are nobody's.
const LONGEST_FIELD: usize = 16 * 1024;

/// The longest name of a field, in bytes.
const LONGEST_NAME: usize = 80;

/// How a part is written into seven bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    None,
    QuotedPrintable,
    Base64,
}

/// The values of a header's fields as they stand, folded.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Header<'a> {
    values: [Option<&'a [u8]>; FIELDS.len()],
}

/// A field that we read.
#[derive(Debug, Clone, Copy)]
enum Field {
    ContentType,
    ContentTransferEncoding,
    ContentDisposition,
    MessageId,
    Subject,
    From,
    Sender,
    Date,
}

/// The fields' names, in the order of [`Field`].
const FIELDS: [&str; 8] = [
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "message-id",
    "subject",
    "from",
    "sender",
    "date",
];

impl<'a> Header<'a> {
    /// The header at the start of `bytes`, and where the body starts.
    ///
    /// A header ends at a blank line, or before what is no field. `is_boundary` tells lines that no header goes past.
    pub(super) fn read(bytes: &'a [u8], is_boundary: impl Fn(&[u8]) -> bool) -> (Self, usize) {
        let mut header = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let end = line_end(bytes, at);
            let line = &bytes[at..end];
            if line.trim_ascii().is_empty() {
                return (header, end);
            }
            let Some(colon) = field_name(line).filter(|_| !is_boundary(line)) else { break };
            let mut last = end;
            while matches!(bytes.get(last), Some(b' ' | b'\t'))
                && !bytes[last..line_end(bytes, last)].trim_ascii().is_empty()
            {
                last = line_end(bytes, last);
            }
            let name = line[..colon].trim_ascii_end();
            if let Some(index) = FIELDS.iter().position(|known| known.as_bytes().eq_ignore_ascii_case(name)) {
                let value = &bytes[at + colon + 1..last];
                header.values[index].get_or_insert(&value[..value.len().min(LONGEST_FIELD)]);
            }
            at = last;
        }
        (header, at)
    }

    pub(super) fn content_type(&self) -> Option<ContentType<'static>> {
        let line = self.line(Field::ContentType)?;
        match MessageStream::new(line.as_bytes()).parse_content_type().into_owned() {
            HeaderValue::ContentType(content_type) => Some(content_type),
            _ => None,
        }
    }

    pub(super) fn encoding(&self) -> Encoding {
        let value = self.values[Field::ContentTransferEncoding as usize].unwrap_or_default().trim_ascii();
        let word = value.split(|byte| matches!(byte, b' ' | b';' | b'(')).next().unwrap_or_default();
        match word {
            _ if word.eq_ignore_ascii_case(b"base64") => Encoding::Base64,
            _ if word.eq_ignore_ascii_case(b"quoted-printable") => Encoding::QuotedPrintable,
            _ => Encoding::None,
        }
    }

    /// Whether the part is attached, not shown, and the name of its file.
    pub(super) fn disposition(&self) -> (bool, Option<String>) {
        let line = self.line(Field::ContentDisposition).unwrap_or_default();
        match MessageStream::new(line.as_bytes()).parse_content_type() {
            HeaderValue::ContentType(disposition) => {
                (disposition.ctype() == "attachment", disposition.attribute("filename").map(str::to_owned))
            }
            _ => (false, None),
        }
    }

    pub(super) fn message_id(&self) -> Option<String> {
        match MessageStream::new(self.line(Field::MessageId)?.as_bytes()).parse_id() {
            HeaderValue::Text(id) => Some(id.into_owned()),
            HeaderValue::TextList(ids) => ids.into_iter().next().map(Cow::into_owned),
            _ => None,
        }
    }

    pub(super) fn subject(&self) -> Option<String> {
        match MessageStream::new(self.line(Field::Subject)?.as_bytes()).parse_unstructured() {
            HeaderValue::Text(subject) => Some(without_c1(&subject)),
            _ => None,
        }
    }

    pub(super) fn sender(&self) -> Option<String> {
        [Field::From, Field::Sender].into_iter().find_map(|field| {
            match MessageStream::new(self.line(field)?.as_bytes()).parse_address() {
                HeaderValue::Address(address) => first(address),
                _ => None,
            }
        })
    }

    /// The day by the clock of the sender.
    pub(super) fn published(&self) -> Option<Date> {
        match MessageStream::new(self.line(Field::Date)?.as_bytes()).parse_date() {
            HeaderValue::DateTime(date) => {
                let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
                Date::new(i16::try_from(date.year).ok()?, month, day).ok()
            }
            _ => None,
        }
    }

    /// A field's value as UTF-8, with the line end that its parser wants.
    fn line(&self, field: Field) -> Option<String> {
        let value = self.values[field as usize]?;
        let utf8 = match std::str::from_utf8(value) {
            Ok(value) => Cow::Borrowed(value),
            // Nobody declares the encoding of raw bytes in a header; they are Windows'.
            Err(_) => WINDOWS_1252.decode_without_bom_handling(value).0,
        };
        Some(format!("{}\n", utf8.trim_end()))
    }
}

/// The names of the fields at the start of some bytes.
pub(super) fn names(bytes: &[u8]) -> Vec<&[u8]> {
    let mut names = Vec::new();
    let mut at = super::mime::start(bytes);
    while at < bytes.len() && !matches!(bytes[at], b'\r' | b'\n') {
        let end = line_end(bytes, at);
        if !matches!(bytes[at], b' ' | b'\t') {
            let Some(colon) = field_name(&bytes[at..end]) else { break };
            names.push(bytes[at..at + colon].trim_ascii_end());
        }
        at = end;
    }
    names
}

/// Where a field's name ends, if a line starts with one.
fn field_name(line: &[u8]) -> Option<usize> {
    let colon = memchr(b':', &line[..line.len().min(LONGEST_NAME)])?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(u8::is_ascii_graphic)).then_some(colon)
}

/// Where the line at `at` ends, its line break included.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |newline| at + newline + 1)
}

/// The first address, or the first name where there is no address.
fn first(address: Address<'_>) -> Option<String> {
    let addresses = match address {
        Address::List(addresses) => addresses,
        Address::Group(groups) => groups.into_iter().flat_map(|group| group.addresses).collect(),
    };
    let first = addresses.into_iter().next()?;
    first.address.or(first.name).map(Cow::into_owned)
}

/// "iso-8859-1" is mostly windows-1252, whose quotes and dashes are control characters in the former.
fn without_c1(text: &str) -> String {
    let windows = |c: char| match u8::try_from(c) {
        Ok(byte @ 0x80..=0x9F) => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(c),
        _ => c,
    };
    text.chars().map(windows).collect()
}
