//! What a file is, by its first bytes, and by its name where they do not say.

use std::path::Path;

use memchr::{memchr, memmem};

use crate::email::is_email;
use crate::mailbox::is_separator;

/// How many of the first bytes are looked at.
pub(crate) const HEAD: usize = 64 * 1024;

/// What some bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Html,
    Email,
    Mailbox,
    Gzip,
    Zip,
    /// Not text, what it is instead and where that shows.
    Binary(&'static str, usize),
}

/// What a name says of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Hint {
    #[default]
    None,
    /// Markdown, which may start with HTML.
    Markdown,
    Html,
    Email,
    /// Something that we read, by its content.
    Known,
}

/// What the bytes that start with `head` are.
pub(crate) fn format(head: &[u8], hint: Hint) -> Format {
    if let Some(format) = signed(head) {
        return format;
    }
    let unmarked = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let nul = memchr(0, head).filter(|_| !is_utf16(head));
    match (hint, nul) {
        (Hint::Markdown, None) => Format::Text,
        _ if is_separator(&unmarked[..unmarked.len().min(1000)]) => Format::Mailbox,
        _ if is_email(unmarked, hint == Hint::Email) => Format::Email,
        (_, Some(at)) => Format::Binary("a NUL byte", at),
        (Hint::Html, None) => Format::Html,
        (_, None) => {
            if is_html(unmarked) {
                Format::Html
            } else {
                Format::Text
            }
        }
    }
}

/// Whether the bytes start with a UTF-16 byte order mark.
pub(crate) fn is_utf16(head: &[u8]) -> bool {
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
}

/// What a name says of its file.
pub(crate) fn hint(path: &Path) -> Hint {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    EXTENSIONS.iter().find(|(known, _)| *known == extension).map_or(Hint::None, |&(_, hint)| hint)
}

/// The names that bulletins have.
const EXTENSIONS: [(&str, Hint); 13] = [
    ("txt", Hint::Known),
    ("text", Hint::Known),
    ("md", Hint::Markdown),
    ("markdown", Hint::Markdown),
    ("eml", Hint::Email),
    ("email", Hint::Email),
    ("mail", Hint::Email),
    ("mbox", Hint::Known),
    ("mbx", Hint::Known),
    ("html", Hint::Html),
    ("htm", Hint::Html),
    ("xhtml", Hint::Html),
    ("zip", Hint::Known),
];

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

/// What the bytes are by their signature.
fn signed(head: &[u8]) -> Option<Format> {
    let starts = |&&(at, bytes, _): &&(usize, &[u8], _)| head.get(at..).is_some_and(|head| head.starts_with(bytes));
    if let Some(&(_, _, found)) = MAGIC.iter().find(starts) {
        return Some(Format::Binary(found, 0));
    }
    match head {
        [0x1F, 0x8B, ..] => Some(Format::Gzip),
        [b'P', b'K', 3, 4, ..] if is_office(head) => Some(Format::Binary("an Office document or an e-book", 0)),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Format::Zip),
        _ => None,
    }
}

/// Whether a zip file's first entry is what such documents start with.
fn is_office(head: &[u8]) -> bool {
    let name = head.get(30..).unwrap_or_default();
    [&b"[Content_Types].xml"[..], b"_rels/", b"mimetype", b"META-INF/", b"docProps/", b"word/", b"xl/", b"ppt/"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// Whether a text starts as pages do; the elements are those by which browsers tell.
pub(crate) fn is_html(head: &[u8]) -> bool {
    const STARTS: [&str; 20] = [
        "!doctype html",
        "html",
        "head",
        "script",
        "iframe",
        "h1",
        "div",
        "font",
        "table",
        "a",
        "style",
        "title",
        "b",
        "body",
        "br",
        "p",
        "meta",
        "span",
        "center",
        "link",
    ];
    let mut head = head.trim_ascii_start();
    while let Some(end) = [(&b"<!--"[..], &b"-->"[..]), (b"<?xml", b"?>")]
        .iter()
        .find_map(|(start, end)| head.starts_with(start).then(|| memmem::find(head, end).map(|at| at + end.len()))?)
    {
        head = head[end..].trim_ascii_start();
    }
    let Some(name) = head.strip_prefix(b"<") else { return false };
    STARTS.iter().any(|start| {
        name.get(..start.len()).is_some_and(|name| name.eq_ignore_ascii_case(start.as_bytes()))
            && matches!(name.get(start.len()), Some(b' ' | b'>' | b'\t' | b'\r' | b'\n' | b'/'))
    })
}
