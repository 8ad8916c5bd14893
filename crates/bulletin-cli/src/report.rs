//! `bulletin report`: what bulletins say of money, as one web page that needs nothing else.

mod bars;
mod chart;
mod columns;
mod data;
mod digest;
mod html;
mod marks;
mod page;
mod policy;
mod rows;
mod sum;
mod timeline;
mod totals;

use std::io::{self, Write};

use crate::arguments;
use crate::faults::Faults;
use crate::output::Output;
use crate::reading::Reading;
use crate::settings::Settings;
use digest::Digest;

/// Documents to bulletins to a digest to the page.
pub(crate) fn run(command: &arguments::Report, settings: &Settings, faults: &mut Faults) -> io::Result<()> {
    let mut output = Output::open(command.output.file.as_deref())?;
    faults.keep();
    let mut digest = Digest::default();
    let mut reading = Reading::new(&command.paths, settings, &output, faults);
    for read in reading.by_ref() {
        digest.add(&read.origin.to_string(), &read.bulletin);
    }
    let done = reading.done();
    digest.find_folder();
    output.write_all(page::before_data(&digest, faults.kept()).as_bytes())?;
    data::write(&digest, &mut output)?;
    output.write_all(page::after_data().as_bytes())?;
    output.finish(done)
}
