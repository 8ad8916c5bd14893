//! The command `bulletin`: money figures of real bulletins as a right table.
//!
//! It is a library too, so that the Python wheel ships the same command.
#![forbid(unsafe_code)]

mod arguments;
mod explain;
mod faults;
mod figures;
mod output;
mod parse;
mod progress;
mod reading;
mod report;
mod settings;

use std::ffi::OsString;
use std::io;

use arguments::{Arguments, Command};
use faults::Faults;
use settings::Settings;

/// Runs the command with the arguments that follow its name, on the standard streams, and gives the exit code:
/// 0 done, 1 some inputs could not be read or the output not written, 2 wrong usage.
///
/// ```
/// assert_eq!(bulletin_cli::run(["explain", "The trust overspent by £3m."].map(Into::into)), 0);
/// assert_eq!(bulletin_cli::run(["figures"].map(Into::into)), 2);
/// ```
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::read(args) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nobody is left to tell where even this cannot be printed.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let mut faults = Faults::default();
    let settings = match Settings::of(&arguments.options) {
        Ok(settings) => settings,
        Err(message) => {
            faults.fault(&message);
            return faults.exit_code();
        }
    };
    let result = match &arguments.command {
        Command::Figures(command) => figures::run(command, &settings, &mut faults),
        Command::Parse(command) => parse::run(command, &settings, &mut faults),
        Command::Report(command) => report::run(command, &settings, &mut faults),
        Command::Explain(command) => explain::run(command, &settings, &mut faults),
    };
    match result {
        Ok(()) => {}
        // Who reads us has read enough: `bulletin figures . | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => {
            faults.fault(&format_args!("expected to write {}, but found: {error}", arguments.command.destination()));
        }
    }
    faults.exit_code()
}
