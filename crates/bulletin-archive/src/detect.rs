//! What a file is, by its first bytes.

use memchr::memchr;

/// How many of the first bytes are looked at.
pub(crate) const HEAD: usize = 64 * 1024;

/// What some bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    /// Not text, what it is instead and where that shows.
    Binary(&'static str, usize),
}

/// What the bytes that start with `head` are.
pub(crate) fn format(head: &[u8]) -> Format {
    if let Some(found) = magic(head) {
        return Format::Binary(found, 0);
    }
    if is_utf16(head) {
        return Format::Text;
    }
    memchr(0, head).map_or(Format::Text, |at| Format::Binary("a NUL byte", at))
}

/// Whether the bytes start with a UTF-16 byte order mark.
pub(crate) fn is_utf16(head: &[u8]) -> bool {
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
}

/// Signatures of files that are not text: where, which bytes, and what that is.
const MAGIC: [(usize, &[u8], &str); 20] = [
    (0, b"%PDF-", "a PDF"),
    (0, b"\xFF\xD8\xFF", "a JPEG picture"),
    (0, b"\x89PNG\r\n\x1A\n", "a PNG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"{\\rtf", "a rich text (RTF) document"),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"),
    (0, b"!BDN", "an Outlook data file"),
    (0, b"Rar!\x1A\x07", "a RAR archive"),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (0, b"BZh", "a bzip2 file"),
    (0, b"\xFD7zXZ\0", "an xz file"),
    (0, b"\x28\xB5\x2F\xFD", "a zstd file"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7FELF", "a program"),
    (0, b"PAR1", "a Parquet table"),
    (0, b"ARROW1", "an Arrow table"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"RIFF", "a sound, film or picture"),
];

fn magic(head: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find_map(|&(at, bytes, found)| head.get(at..)?.starts_with(bytes).then_some(found))
}
