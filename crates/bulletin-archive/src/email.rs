//! Emails, and the messages forwarded in them.

mod body;
mod header;
mod mime;
mod transfer;

use crate::document::{Document, Origin};
use crate::error::Error;
use body::Leaves;
use header::Header;
use mime::{Kind, MOST_PARTS, Mime};

/// Forwarded messages that are themselves encoded are read so many layers deep.
const LAYERS: usize = 8;

/// The documents that a message is: itself, and each message that was forwarded with it.
///
/// `cut` says why the message's bytes end early, where they do.
pub(crate) fn read(message: &[u8], origin: &Origin, cut: Option<&str>) -> Vec<Result<Document, Error>> {
    let mut reading = Reading { origin, documents: Vec::new(), forwarded: 0 };
    reading.read(message, cut, 0);
    reading.documents
}

struct Reading<'a> {
    origin: &'a Origin,
    documents: Vec<Result<Document, Error>>,
    /// How many forwarded messages were read.
    forwarded: usize,
}

impl Reading<'_> {
    fn read(&mut self, bytes: &[u8], cut: Option<&str>, layer: usize) {
        let mime = mime::parse(bytes);
        let leaves = body::by_message(&mime);
        let last = mime.messages.len() - 1;
        for (number, (header, leaves)) in mime.messages.iter().zip(leaves).enumerate() {
            let forwarded = layer > 0 || number > 0;
            let origin = self.origin_of(header, forwarded);
            let mut document = document(origin, leaves, number < last || has_encoded(&mime));
            if let Some(Ok(document)) = &mut document {
                document.warnings.extend(cut_short(&mime, number, cut.filter(|_| number == last)));
            }
            self.documents.extend(document);
        }
        for part in mime.parts.iter().filter(|part| part.kind == Kind::Encoded) {
            let (bytes, _) = transfer::decode(part.body, part.header.encoding());
            if layer < LAYERS {
                self.read(&bytes, None, layer + 1);
            } else {
                let expected = format!("at most {LAYERS} layers of encoded messages");
                let (path, position) = (self.origin.path.clone(), self.origin.position);
                self.documents.push(Err(Error::TooMuch { path, position, expected }));
            }
        }
    }

    fn origin_of(&mut self, header: &Header<'_>, forwarded: bool) -> Origin {
        let around = if forwarded {
            self.forwarded += 1;
            self.origin.inside(&format!("forwarded-{}", self.forwarded))
        } else {
            self.origin.clone()
        };
        Origin {
            message_id: header.message_id().or(around.message_id),
            subject: header.subject().or(around.subject),
            sender: header.sender().or(around.sender),
            published: header.published().or(around.published),
            ..around
        }
    }
}

fn has_encoded(mime: &Mime<'_>) -> bool {
    mime.parts.iter().any(|part| part.kind == Kind::Encoded)
}

/// The document of one message; none for a bare cover around forwarded messages.
fn document(origin: Origin, leaves: Leaves<'_, '_>, is_cover: bool) -> Option<Result<Document, Error>> {
    let attachments = leaves.attachments();
    let (text, mut warnings) = leaves.text();
    if text.trim().is_empty() {
        let Origin { path, position, .. } = origin;
        return match attachments {
            _ if is_cover => None,
            None => Some(Err(Error::Empty { path, position })),
            Some(found) => Some(Err(Error::NotText { path, position, found: format!("only {found}") })),
        };
    }
    warnings.extend(attachments.map(|found| format!("expected text, but found also {found}; not read")));
    Some(Ok(Document { text, origin, warnings }))
}

fn cut_short(mime: &Mime<'_>, message: usize, cut: Option<&str>) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(boundary) = mime.unclosed.get(&message) {
        warnings.push(format!("expected the boundary `--{boundary}--`, but found the end of the message"));
    }
    if mime.has_more && message == mime.messages.len() - 1 {
        warnings.push(format!("expected at most {MOST_PARTS} parts, but found more; not read"));
    }
    // A message whose last boundary is there is whole, even without a line end.
    if let Some(cut) = cut.filter(|_| !mime.is_closed) {
        warnings.push(cut.to_owned());
    }
    warnings
}

/// Whether bytes start with the header of an email.
///
/// A text that somebody pasted may start with "From:" and "Subject:" too, so a field is wanted that only programs write,
/// or sender and date together; `is_likely`, where the file's name says email, any field of mail will do.
pub(crate) fn is_email(bytes: &[u8], is_likely: bool) -> bool {
    const BY_PROGRAMS: [&str; 8] = [
        "message-id",
        "received",
        "mime-version",
        "return-path",
        "delivered-to",
        "dkim-signature",
        "content-type",
        "content-transfer-encoding",
    ];
    const BY_PEOPLE: [&str; 6] = ["from", "to", "subject", "date", "sender", "reply-to"];
    let names = header::names(bytes);
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name.as_bytes()));
    let by_people = BY_PEOPLE.iter().filter(|name| has(name)).count();
    let by_programs = BY_PROGRAMS.iter().filter(|name| has(name)).count();
    let is_sure = by_programs > 0 && by_people + by_programs > 1 || has("from") && has("date");
    is_sure || is_likely && by_people + by_programs > 0
}
