//! The bar that shows a person how far the reading is, on standard error.

use std::io::{self, IsTerminal};

use bulletin_archive::{Archive, Readings};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far a reading is. Where standard error is no terminal, nothing is shown.
#[derive(Debug, Clone)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

const OF_BYTES: &str = "{bar:24} {bytes:>11} of {total_bytes}  {msg}  {binary_bytes_per_sec}  {eta} left";

/// Without a size, there is no bar to fill.
const OF_A_STREAM: &str = "{spinner} {bytes}  {msg}  {binary_bytes_per_sec}  {elapsed}";

impl Progress {
    /// The progress through an archive, if somebody looks at standard error.
    pub(crate) fn of(archive: &Archive) -> Self {
        if !io::stderr().is_terminal() {
            return Progress::hidden();
        }
        Progress::on(ProgressDrawTarget::stderr(), archive.sources().bytes)
    }

    /// A progress that nobody sees.
    pub(crate) fn hidden() -> Self {
        Progress { bar: ProgressBar::hidden() }
    }

    fn on(target: ProgressDrawTarget, bytes: Option<u64>) -> Self {
        let template = if bytes.is_some() { OF_BYTES } else { OF_A_STREAM };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(bytes, target).with_style(style.progress_chars("=> "));
        Progress { bar }
    }

    /// Shows how far the readings are.
    pub(crate) fn show(&self, readings: &Readings, bulletins: usize) {
        self.step(readings.bytes_read(), bulletins);
    }

    fn step(&self, bytes: u64, bulletins: usize) {
        if self.bar.is_hidden() {
            return;
        }
        // An archive's directory is read besides its entries.
        self.bar.set_position(self.bar.length().map_or(bytes, |all| bytes.min(all)));
        self.bar.set_message(format!("{bulletins} bulletins"));
    }

    /// Does something while the bar is out of the way.
    pub(crate) fn aside<T>(&self, action: impl FnOnce() -> T) -> T {
        self.bar.suspend(action)
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use indicatif::InMemoryTerm;

    /// bytes in all | bytes read | what the bar starts with | words on it
    const STEPS: &[(Option<u64>, u64, &str, &[&str])] = &[
        (Some(4_000_000), 0, "                        ", &["0 B of 3.81 MiB", "7 bulletins", "left"]),
        (Some(4_000_000), 2_000_000, "============>", &["1.91 MiB of 3.81 MiB", "7 bulletins", "B/s", "left"]),
        (Some(4_000_000), 5_000_000, "========================", &["3.81 MiB of 3.81 MiB"]),
        (None, 2_000_000, "", &["1.91 MiB", "7 bulletins", "B/s"]),
    ];

    #[test]
    fn the_bar_tells_how_far_it_is_and_goes() {
        for (all, read, start, words) in STEPS {
            let terminal = InMemoryTerm::new(4, 100);
            let target = ProgressDrawTarget::term_like(Box::new(terminal.clone()));
            let progress = Progress::on(target, *all);
            progress.step(*read, 7);
            progress.bar.tick();
            let shown = terminal.contents();
            assert!(shown.starts_with(start.trim_end()), "{shown}");
            for words in *words {
                assert!(shown.contains(words), "expected {words}, but found {shown}");
            }
            assert_eq!(progress.aside(|| terminal.contents()), "");
            progress.end();
            assert_eq!(terminal.contents(), "");
        }
    }
}
