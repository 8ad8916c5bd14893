//! Where a bulletin came from, as the rows of every table say it.

/// Where a bulletin came from. A name alone will do: `Source::from("monday.txt")`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source<'a> {
    /// What tells the document from every other, and joins the tables: "inbox.mbox at byte 4096".
    pub document: &'a str,
    /// The file: "inbox.mbox".
    pub path: &'a str,
    /// Where the message starts in a mailbox, in bytes; else 0.
    pub position: u64,
    /// The message's own identity.
    pub message_id: Option<&'a str>,
    /// The subject of a message, the title of a page.
    pub subject: Option<&'a str>,
    /// Who sent the message.
    pub sender: Option<&'a str>,
    /// What had to be mended or left out to read it, each as a sentence.
    pub warnings: &'a [String],
    /// For each article the number of its story, which it shares with those that tell the same; may be fewer.
    pub stories: &'a [u64],
}

impl Source<'_> {
    /// The number of an article's story. Only the bits count: two that differ stay different.
    pub(crate) fn story(&self, article: usize) -> Option<i64> {
        self.stories.get(article).map(|story| story.cast_signed())
    }
}

impl<'a> From<&'a str> for Source<'a> {
    fn from(name: &'a str) -> Self {
        Source { document: name, path: name, ..Source::default() }
    }
}

impl<'a> From<&'a String> for Source<'a> {
    fn from(name: &'a String) -> Self {
        Source::from(name.as_str())
    }
}
