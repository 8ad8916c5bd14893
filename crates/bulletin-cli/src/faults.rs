//! What goes to standard error, and what that makes of the exit code.

use std::fmt::Display;
use std::io::Write;

use bulletin_table::printable;

/// What went wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    faults: usize,
}

impl Faults {
    /// Something could not be done; the run goes on with the rest, but its exit code will be 1.
    pub(crate) fn fault(&mut self, message: &dyn Display) {
        self.faults += 1;
        tell(&message.to_string());
    }

    /// Something to know that does not change the exit code.
    pub(crate) fn warning(message: &dyn Display) {
        tell(&format!("warning: {message}"));
    }

    pub(crate) fn exit_code(&self) -> u8 {
        u8::from(self.faults > 0)
    }
}

fn tell(message: &str) {
    // A run whose errors nobody reads goes on all the same.
    let _ = writeln!(anstream::stderr(), "bulletin: {}", printable(message));
}
