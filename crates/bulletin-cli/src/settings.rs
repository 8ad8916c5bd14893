//! What holds for every bulletin that a command reads.

use std::path::PathBuf;
use std::sync::Arc;
use std::{fs, io};

use bulletin::{Gazetteer, Options};

use crate::arguments::ReadingOptions;

/// What holds for every bulletin that a command reads.
pub(crate) struct Settings {
    /// What the parser is told.
    pub(crate) parser: Options,
    pub(crate) is_strict: bool,
}

impl Settings {
    /// What the arguments ask for, or why it cannot be had: with the register's file and line.
    pub(crate) fn of(options: &ReadingOptions) -> Result<Self, String> {
        let mut parser = Options::default();
        parser.published = options.published;
        parser.dollar = options.dollar;
        parser.amounts_only = options.amounts_only;
        parser.gazetteer = gazetteer(&options.register)?.map(Arc::new);
        Ok(Settings { parser, is_strict: options.strict })
    }
}

/// All registers as one.
fn gazetteer(files: &[PathBuf]) -> Result<Option<Gazetteer>, String> {
    files.iter().try_fold(None, |all: Option<Gazetteer>, file| {
        let shown = file.display();
        let csv = fs::read_to_string(file).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => format!("expected a register, but found nothing at {shown}"),
            io::ErrorKind::InvalidData => format!("expected a register in UTF-8, but found other bytes in {shown}"),
            _ => format!("expected to read the register {shown}, but found: {error}"),
        })?;
        let one = Gazetteer::from_ods_csv(&csv).map_err(|error| format!("register {shown}: {error}"))?;
        Ok(Some(match all {
            Some(all) => all.and(one),
            None => one,
        }))
    })
}
