//! Plain-text files and pages.

use crate::charset::{BadByte, declared_in_page, decode, decode_declared};
use crate::detect::is_utf16;
use crate::document::{Document, Origin};
use crate::error::Error;
use crate::html;

/// The document that a file is: a page, or plain text with its line ends as they are.
///
/// `cut` says why the bytes end early, where they do.
pub(crate) fn read(bytes: Vec<u8>, origin: Origin, is_page: bool, cut: Option<String>) -> Result<Document, Error> {
    if let Some(at) = memchr::memchr(0, &bytes).filter(|_| !is_utf16(&bytes)) {
        let found = "a NUL byte".to_owned();
        return Err(Error::NotText { path: origin.path, position: origin.position + at as u64, found });
    }
    let mut document = if is_page { page(&bytes, origin) } else { plain(bytes, origin, cut.is_some())? };
    if document.text.trim().is_empty() {
        let Origin { path, position, .. } = document.origin;
        return Err(Error::Empty { path, position });
    }
    document.warnings.extend(cut);
    Ok(document)
}

fn page(bytes: &[u8], origin: Origin) -> Document {
    let (html, mended) = decode_declared(bytes, declared_in_page(bytes).as_deref());
    let page = html::read(&html);
    let origin = Origin { subject: origin.subject.or(page.title), ..origin };
    Document { text: page.text, origin, warnings: mended.into_iter().chain(page.warning).collect() }
}

fn plain(mut bytes: Vec<u8>, origin: Origin, is_cut: bool) -> Result<Document, Error> {
    if is_cut {
        without_half_character(&mut bytes);
    }
    let (text, warning) = decode(bytes).map_err(|BadByte { position, byte }| Error::Encoding {
        path: origin.path.clone(),
        position: origin.position + position as u64,
        byte,
    })?;
    Ok(Document { text, origin, warnings: warning.into_iter().collect() })
}

/// Drops the character that the end of the bytes cuts in two.
fn without_half_character(bytes: &mut Vec<u8>) {
    if let Err(error) = std::str::from_utf8(bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
}
