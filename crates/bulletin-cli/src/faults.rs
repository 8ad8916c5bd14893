//! What goes to standard error, and what that makes of the exit code.

use std::fmt::Display;
use std::io::Write;

use bulletin_table::printable;

/// What went wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    faults: usize,
    /// What was told so far, where somebody asked to keep it.
    kept: Option<Vec<String>>,
}

impl Faults {
    /// Something could not be done; the run goes on with the rest, but its exit code will be 1.
    pub(crate) fn fault(&mut self, message: &dyn Display) {
        self.faults += 1;
        self.tell(&message.to_string());
    }

    /// Something to know that does not change the exit code.
    pub(crate) fn warning(&mut self, message: &dyn Display) {
        self.tell(&format!("warning: {message}"));
    }

    /// Keeps from now on what is told.
    pub(crate) fn keep(&mut self) {
        self.kept.get_or_insert_default();
    }

    /// What was told since it is kept, in order.
    pub(crate) fn kept(&self) -> &[String] {
        self.kept.as_deref().unwrap_or_default()
    }

    pub(crate) fn exit_code(&self) -> u8 {
        u8::from(self.faults > 0)
    }

    fn tell(&mut self, message: &str) {
        let message = printable(message);
        // A run whose errors nobody reads goes on all the same.
        let _ = writeln!(anstream::stderr(), "bulletin: {message}");
        self.kept.iter_mut().for_each(|kept| kept.push(message.clone()));
    }
}
