//! Bytes to text, and how surely.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::detect::is_utf16;

/// A text, with the sentence to warn by where it was not plainly what it should be.
pub(crate) type Decoded = (String, Option<String>);

/// The byte that makes a file no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadByte {
    pub(crate) position: usize,
    pub(crate) byte: u8,
}

/// The text of a file: UTF-8, UTF-16 with its mark, or else windows-1252 where that reads plausibly.
pub(crate) fn decode(mut bytes: Vec<u8>) -> Result<Decoded, BadByte> {
    if is_utf16(&bytes) {
        return decode_utf16(&bytes);
    }
    let mark = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    bytes.drain(..mark);
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, None)),
        Err(error) => error,
    };
    let position = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    if is_windows_1252(bytes) {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        return Ok((text.into_owned(), Some(read_as(WINDOWS_1252, bytes[position], position + mark))));
    }
    Err(BadByte { position: position + mark, byte: bytes[position] })
}

/// The text of a page or of an email's part, whose encoding is declared; damage is mended with a warning.
pub(crate) fn decode_declared(bytes: &[u8], label: Option<&str>) -> Decoded {
    if is_utf16(bytes) {
        return decode_as(UTF_16LE, bytes);
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let label = label.unwrap_or("utf-8").trim();
    let Some(encoding) = Encoding::for_label_no_replacement(label.as_bytes()) else {
        let (text, mended) = mend(bytes);
        return (text, mended.or_else(|| Some(format!("expected a known encoding, but found {label}; read as utf-8"))));
    };
    match std::str::from_utf8(bytes) {
        _ if encoding == UTF_8 => mend(bytes),
        // No other encoding looks like UTF-8 by chance.
        Ok(text) if !text.is_ascii() => {
            (text.to_owned(), Some(format!("expected {label}, but found utf-8; read as utf-8")))
        }
        _ => decode_as(encoding, bytes),
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, encoding, is_damaged) = encoding.decode(bytes);
    let warning = || format!("expected {}, but found other bytes; replaced by U+FFFD", encoding.name().to_lowercase());
    (text.into_owned(), is_damaged.then(warning))
}

/// UTF-8 whose other bytes are read as windows-1252, which they mostly are.
fn mend(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let [byte, ..] = chunk.invalid() {
            first.get_or_insert((*byte, text.len()));
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    (text, first.map(|(byte, position)| read_as(WINDOWS_1252, byte, position)))
}

/// The encoding that a page declares near its start: `<meta charset="windows-1252">`, `content="text/html; charset=…"`.
pub(crate) fn declared_in_page(bytes: &[u8]) -> Option<String> {
    const NEAR: usize = 4096;
    let head = bytes[..bytes.len().min(NEAR)].to_ascii_lowercase();
    let after = memchr::memmem::find(&head, b"charset=").map(|at| &head[at + b"charset=".len()..])?;
    let after = after.strip_prefix(b"\"").or_else(|| after.strip_prefix(b"'")).unwrap_or(after);
    let length = after.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)).count();
    let label = String::from_utf8_lossy(&after[..length]).into_owned();
    // A page that we can read so far is not in UTF-16, whatever it says.
    Some(label).filter(|label| !label.is_empty() && !label.starts_with("utf-16"))
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

fn read_as(encoding: &'static Encoding, byte: u8, position: usize) -> String {
    format!(
        "expected {}, but found the byte 0x{byte:02X} at byte {position}; read as {}",
        UTF_8.name(),
        encoding.name().to_lowercase()
    )
}

fn decode_utf16(bytes: &[u8]) -> Result<Decoded, BadByte> {
    let encoding = if bytes.starts_with(b"\xFF\xFE") { UTF_16LE } else { UTF_16BE };
    let (text, _, damaged) = encoding.decode(bytes);
    if !damaged {
        return Ok((text.into_owned(), None));
    }
    // The replacement stands where the damage is; each character before it took two or four bytes, and the mark two.
    let before = text.find('\u{FFFD}').unwrap_or(text.len());
    let position = 2 + 2 * text[..before].encode_utf16().count();
    let at = position.min(bytes.len() - 1);
    Err(BadByte { position: at, byte: bytes[at] })
}

/// Whether bytes that are not UTF-8 read plausibly as windows-1252, the Windows way to write £, quotes and dashes.
///
/// Text that has even one character of valid UTF-8 beyond ASCII is damaged UTF-8, and control bytes are no text.
pub(crate) fn is_windows_1252(bytes: &[u8]) -> bool {
    let plain = |byte: u8| !byte.is_ascii_control() || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    let utf8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    !utf8
        && bytes.iter().enumerate().all(|(at, &byte)| match byte {
            0..=0x7F => plain(byte),
            _ if is_sign(byte) => true,
            _ if is_letter(byte) => letter_fits(at.checked_sub(1).map(|at| bytes[at]), bytes.get(at + 1).copied()),
            _ => false,
        })
}

/// The signs of windows-1252 that English text has: currencies, quotes, dashes, fractions and the like.
fn is_sign(byte: u8) -> bool {
    matches!(byte, 0x80 | 0x82 | 0x84..=0x87 | 0x89 | 0x8B | 0x91..=0x97 | 0x99 | 0x9B
        | 0xA0 | 0xA2 | 0xA3 | 0xA5 | 0xA7 | 0xA9 | 0xAB | 0xAD..=0xAE | 0xB0..=0xB5 | 0xB7 | 0xB9 | 0xBB..=0xBF | 0xD7 | 0xF7)
}

fn is_letter(byte: u8) -> bool {
    matches!(byte, 0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0xFF)
}

/// An accented letter stands beside a plain one ("café"), or as a word of its own ("à").
fn letter_fits(before: Option<u8>, after: Option<u8>) -> bool {
    let beside = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic());
    let apart = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_whitespace());
    beside(before) || beside(after) || apart(before) && apart(after)
}
