//! Plain-text files.

use crate::charset::decode;
use crate::detect::is_utf16;
use crate::document::{Document, Origin};
use crate::error::Error;

/// The document that a plain-text file is, its line ends as they are.
pub(crate) fn read(bytes: Vec<u8>, origin: Origin) -> Result<Document, Error> {
    if let Some(at) = memchr::memchr(0, &bytes).filter(|_| !is_utf16(&bytes)) {
        let found = "a NUL byte".to_owned();
        return Err(Error::NotText { path: origin.path, position: origin.position + at as u64, found });
    }
    let (text, warning) = decode(bytes).map_err(|bad| Error::Encoding {
        path: origin.path.clone(),
        position: origin.position + bad.position as u64,
        byte: bad.byte,
    })?;
    if text.trim().is_empty() {
        return Err(Error::Empty { path: origin.path, position: origin.position });
    }
    Ok(Document { text, origin, warnings: warning.into_iter().collect() })
}
