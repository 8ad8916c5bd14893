//! Web pages and HTML mail as text with Markdown-like marks.
//!
//! ```text
//! text    = block , { blank line , block } ;
//! block   = "## " heading | "- " item | row , { newline , row } | lines ;
//! row     = cell , { " | " , cell } ;
//! ```

mod builder;
mod marks;
mod sheet;
mod style;
mod table;
mod tag;

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use builder::Builder;

/// What a page says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its blocks, each set off by a blank line; empty, or ending in a newline.
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) warning: Option<String>,
}

/// Reads a page; any text is one.
pub(crate) fn read(html: &str) -> Page {
    let mut builder = built(html, Builder::new());
    let mut warning = None;
    if builder.is_blank() && builder.has_hidden() {
        // An element that hides its content and is never closed would take the whole page with it.
        builder = built(html, Builder::showing_hidden());
        warning = Some("expected visible text, but found only hidden text; it was read".to_owned());
    }
    let title = builder.title();
    Page { text: builder.text(), title, warning }
}

fn built(html: &str, mut builder: Builder) -> Builder {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => builder.open_tag(name),
            CallbackEvent::AttributeName { name } => builder.name_attribute(name),
            CallbackEvent::AttributeValue { value } => builder.value_attribute(value),
            CallbackEvent::CloseStartTag { .. } => builder.start_element(),
            CallbackEvent::EndTag { name } => builder.end_element(name),
            CallbackEvent::String { value } => builder.add_text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).for_each(drop);
    builder.finish();
    builder
}

#[cfg(test)]
mod tests;
