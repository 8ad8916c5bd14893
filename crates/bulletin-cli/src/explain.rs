//! `bulletin explain`: a text with its figures marked, and the words that each reading rests on.

mod block;
mod labels;
mod marks;

use std::io::{self, Write};
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use bulletin::record::{FigureRecord, Recorder};
use bulletin::{Bulletin, parse_with};

use crate::arguments;
use crate::faults::Faults;
use crate::output::Output;
use crate::reading::Reading;
use crate::settings::Settings;

/// The text of the argument, or the documents of standard input, each explained.
pub(crate) fn run(command: &arguments::Explain, settings: &Settings, faults: &mut Faults) -> io::Result<()> {
    let mut output = Output::standard();
    if command.text != "-" {
        explain(&parse_with(command.text.as_str(), &settings.parser), &mut output)?;
        return output.flush();
    }
    let mut reading = Reading::new(&[PathBuf::from("-")], settings, &output, faults);
    for read in reading.by_ref() {
        explain(&read.bulletin, &mut output)?;
    }
    output.finish(reading.done())
}

/// What `bulletin figures` would list, so that the two can be set side by side.
fn explain(bulletin: &Bulletin, output: &mut Output) -> io::Result<()> {
    /// The width without a terminal.
    const USUAL: usize = 80;
    let width = output.terminal_width();
    let palette = if width.is_some() { Palette::COLOURED } else { Palette::PLAIN };
    let recorder = Recorder::new(&bulletin.text);
    let explained: Vec<Explained<'_>> = (bulletin.figures())
        .map(|figure| Explained { record: recorder.figure(figure), phrase: recorder.offsets(figure.phrase) })
        .collect();
    marks::write(&bulletin.text, &explained, width.unwrap_or(USUAL), &palette, output)?;
    if explained.is_empty() {
        return writeln!(output, "\nno figures");
    }
    explained.iter().enumerate().try_for_each(|(index, figure)| {
        let number = (explained.len() > 1).then_some(index + 1);
        block::write(number, &figure.record, &palette, output)
    })
}

/// A figure with what its record does not say: where its phrase is.
struct Explained<'a> {
    record: FigureRecord<'a>,
    /// First code point, and one past the last.
    phrase: (usize, usize),
}

/// The styles of the marks.
struct Palette {
    figure: Style,
    phrase: Style,
    cue: Style,
    faint: Style,
}

impl Palette {
    const PLAIN: Palette =
        Palette { figure: Style::new(), phrase: Style::new(), cue: Style::new(), faint: Style::new() };
    const COLOURED: Palette = Palette {
        figure: AnsiColor::Green.on_default().bold(),
        phrase: AnsiColor::Green.on_default(),
        cue: AnsiColor::Cyan.on_default(),
        faint: Style::new().dimmed(),
    };
}
