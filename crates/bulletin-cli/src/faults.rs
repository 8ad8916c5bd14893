//! What goes to standard error, and what that makes of the exit code.

use std::fmt::Display;
use std::io::Write;

use bulletin_table::printable;

use crate::progress::Progress;

/// What went wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    count: usize,
    /// What was told so far, where somebody asked to keep it.
    kept: Option<Vec<String>>,
    /// What is shown below, and has to make room.
    progress: Option<Progress>,
}

impl Faults {
    /// Something could not be done; the run goes on with the rest, but its exit code will be 1.
    pub(crate) fn fault(&mut self, message: &dyn Display) {
        self.count += 1;
        self.tell(&message.to_string());
    }

    /// Something to know that does not change the exit code.
    pub(crate) fn warning(&mut self, message: &dyn Display) {
        self.tell(&format!("warning: {message}"));
    }

    /// What was left out, in one line; whether it says more than was told before.
    pub(crate) fn summary(&mut self, message: &dyn Display, is_news: bool) {
        let message = printable(&message.to_string());
        self.print(&message);
        if is_news && let Some(kept) = &mut self.kept {
            kept.push(format!("warning: {message}"));
        }
    }

    /// Tells from now on above a progress bar.
    pub(crate) fn stand_above(&mut self, progress: &Progress) {
        self.progress = Some(progress.clone());
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
        u8::from(self.count > 0)
    }

    fn tell(&mut self, message: &str) {
        let message = printable(message);
        self.print(&message);
        self.kept.iter_mut().for_each(|kept| kept.push(message.clone()));
    }

    fn print(&self, message: &str) {
        // A run whose errors nobody reads goes on all the same.
        let print = || _ = writeln!(anstream::stderr(), "bulletin: {message}");
        match &self.progress {
            Some(progress) => progress.aside(print),
            None => print(),
        }
    }
}
