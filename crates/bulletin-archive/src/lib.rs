//! Reads files, folders, emails, mailboxes and web pages as documents: each one text, with where it came from.
//!
//! ```
//! use bulletin_archive::{Origin, read_bytes};
//!
//! let documents = read_bytes("The trust owes £3m.".as_bytes(), Origin::of("monday.txt"));
//! assert_eq!(documents[0].as_ref().unwrap().text, "The trust owes £3m.");
//! ```
//!
//! What a file is, its content says; its name only helps. A file that is named is always tried; in a folder only what
//! looks like a bulletin is read, and the rest is [`Skipped`] by name. One document or one [`Error`] comes out for each
//! text that goes in, so that nothing is lost silently and one bad file never stops the others.
#![forbid(unsafe_code)]

mod archive;
mod charset;
mod compressed;
mod detect;
mod document;
mod duplicates;
mod email;
mod error;
mod folder;
mod html;
mod mailbox;
mod pieces;
mod readings;
mod sketch;
mod source;
mod stories;
mod text;
mod zipped;

pub use archive::{Archive, Documents, Sources, read_bytes};
pub use document::{Document, Origin};
pub use error::Error;
pub use folder::Skipped;
pub use readings::{Reading, Readings};
pub use stories::Stories;
