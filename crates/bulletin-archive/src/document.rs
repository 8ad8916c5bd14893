//! What comes out: a text, and where it came from.

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

/// One text as it came in: an email, a page, a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The text, with the line ends of its file; emails and pages have `\n`.
    pub text: String,
    /// Where it came from.
    pub origin: Origin,
    /// What had to be mended or left out to read it, each as a sentence.
    pub warnings: Vec<String>,
}

/// Where a document came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The file; `-` for standard input, `a.zip/b.txt` inside an archive, `a.eml/forwarded-1` inside a message.
    pub path: PathBuf,
    /// Where the message starts in a mailbox, in bytes of the (uncompressed) mailbox; else 0.
    pub position: u64,
    /// The message's own identity, without angle brackets.
    pub message_id: Option<String>,
    /// The subject of a message, the title of a page.
    pub subject: Option<String>,
    /// Who sent the message: the address, or the name where there is no address.
    pub sender: Option<String>,
    /// The day that the message was sent, as its own clock had it.
    pub published: Option<Date>,
}

impl Origin {
    /// The origin of a whole file.
    pub fn of(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// The origin of what is inside this one, under a name.
    pub(crate) fn inside(&self, name: &str) -> Self {
        Self { path: self.path.join(name), position: self.position, ..Self::default() }
    }
}

/// `inbox.mbox at byte 4096`, or the path alone.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.path))?;
        if self.position == 0 { Ok(()) } else { write!(f, " at byte {}", self.position) }
    }
}

/// A path as a person reads it.
pub(crate) fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}
