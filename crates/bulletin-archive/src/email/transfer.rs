//! What a part's bytes are when its transfer encoding is undone.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode_char;
use memchr::memchr;

use super::header::Encoding;

/// The bytes that were sent, and a warning where the encoding is damaged. Damage is passed over.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> (Cow<'_, [u8]>, Option<String>) {
    match encoding {
        Encoding::None => (Cow::Borrowed(bytes), None),
        Encoding::QuotedPrintable => (Cow::Owned(quoted_printable(bytes)), None),
        Encoding::Base64 => base64(bytes),
    }
}

fn base64(bytes: &[u8]) -> (Cow<'_, [u8]>, Option<String>) {
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    if let Some(decoded) = base64_decode(bytes) {
        return (Cow::Owned(decoded), None);
    }
    let at = bytes.iter().position(|byte| !is_sign(byte) && !byte.is_ascii_whitespace()).unwrap_or_default();
    let signs: Vec<u8> = bytes.iter().copied().filter(|byte| is_sign(byte) && *byte != b'=').collect();
    let warning =
        format!("expected base64, but found the byte 0x{:02X} at byte {at} of a part; passed over", bytes[at]);
    (Cow::Owned(base64_decode(&signs).unwrap_or_default()), Some(warning))
}

/// text = { any | "=" , hex , hex | "=" , line end } ;
///
/// An "=" that starts none of these stands for itself, since senders forget to encode it.
fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr(b'=', rest) {
        out.extend_from_slice(&rest[..at]);
        let after = &rest[at + 1..];
        rest = if let Some((byte, tail)) = escaped(after) {
            out.push(byte);
            tail
        } else if let Some(tail) = soft_break(after) {
            tail
        } else {
            out.push(b'=');
            after
        };
    }
    out.extend_from_slice(rest);
    out
}

/// escaped = hex , hex ;
fn escaped(after: &[u8]) -> Option<(u8, &[u8])> {
    let (&[high, low], tail) = after.split_first_chunk()?;
    Some((quoted_printable_decode_char(high, low)?, tail))
}

/// What follows a line end that only wraps the line, with spaces that were added on the way.
fn soft_break(after: &[u8]) -> Option<&[u8]> {
    let spaces = after.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).take(80).count();
    match &after[spaces..] {
        [b'\r', b'\n', tail @ ..] | [b'\n', tail @ ..] => Some(tail),
        [] => Some(&[]),
        _ => None,
    }
}
