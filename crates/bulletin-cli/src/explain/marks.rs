//! The text, with its figures underlined and the names of readings below.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;
use bulletin_table::{columns_of, visible, wrap};

use super::{Explained, Palette, labels};

/// How a character is underlined; the greater wins where two meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    None,
    /// `-`: of the phrase beside the figure.
    Phrase,
    /// `~`: of a cue.
    Cue,
    /// `^`
    Figure,
}

/// Writes the text in lines of at most `width` columns, each with its marks below.
pub(super) fn write(
    text: &str,
    figures: &[Explained<'_>],
    width: usize,
    palette: &Palette,
    writer: &mut impl Write,
) -> io::Result<()> {
    let marks = marks(text, figures);
    let labels = names(figures);
    let mut start = 0;
    for line in text.split_terminator('\n') {
        let characters: Vec<char> = line.trim_end_matches('\r').chars().map(visible).collect();
        for range in wrap(&characters, width) {
            let segment = Segment {
                characters: &characters[range.clone()],
                marks: &marks[start + range.start..start + range.end],
                labels: labels.range(start + range.start..start + range.end.max(range.start)),
                start: start + range.start,
            };
            segment.write(width, palette, writer)?;
        }
        start += line.chars().count() + 1;
    }
    Ok(())
}

/// A stretch of one line of the text that fits the width.
struct Segment<'a, L> {
    characters: &'a [char],
    marks: &'a [Mark],
    labels: L,
    start: usize,
}

impl<'a, L: Iterator<Item = (&'a usize, &'a String)>> Segment<'a, L> {
    fn write(self, width: usize, palette: &Palette, writer: &mut impl Write) -> io::Result<()> {
        let text: String = self.characters.iter().collect();
        writeln!(writer, "{}", text.trim_end())?;
        if self.marks.iter().all(|mark| *mark == Mark::None) {
            return Ok(());
        }
        let mut at = 0;
        for run in self.marks.chunk_by(|one, other| one == other) {
            let columns = column(self.characters, at + run.len()).saturating_sub(column(self.characters, at));
            let (sign, style) = run[0].sign(palette);
            let is_last = at + run.len() == self.marks.len();
            if !(is_last && run[0] == Mark::None) {
                write!(writer, "{style}{}{style:#}", sign.repeat(columns))?;
            }
            at += run.len();
        }
        writeln!(writer)?;
        let labels: Vec<_> =
            (self.labels).map(|(at, name)| (column(self.characters, at - self.start), name.as_str())).collect();
        let faint = palette.faint;
        labels::rows(&labels, width).iter().try_for_each(|row| writeln!(writer, "{faint}{row}{faint:#}"))
    }
}

/// The column of a terminal that a character stands in, from 0.
fn column(characters: &[char], index: usize) -> usize {
    columns_of(characters.iter().take(index).copied())
}

impl Mark {
    fn sign(self, palette: &Palette) -> (&'static str, Style) {
        match self {
            Mark::None => (" ", Style::new()),
            Mark::Phrase => ("-", palette.phrase),
            Mark::Cue => ("~", palette.cue),
            Mark::Figure => ("^", palette.figure),
        }
    }
}

/// The mark of each code point of the text.
fn marks(text: &str, figures: &[Explained<'_>]) -> Vec<Mark> {
    let mut marks = vec![Mark::None; text.chars().count()];
    let mut mark = |range: Range<usize>, with: Mark| {
        marks.get_mut(range).into_iter().flatten().for_each(|mark| *mark = with.max(*mark));
    };
    for Explained { record, phrase } in figures {
        mark(phrase.0..phrase.1, Mark::Phrase);
        record.cues.iter().for_each(|cue| mark(cue.start..cue.end, Mark::Cue));
        mark(record.start..record.end, Mark::Figure);
    }
    marks
}

/// What stands under each place where something is marked: the readings that rest on it, and of which figures.
///
/// Figures have numbers only where there are several.
fn names(figures: &[Explained<'_>]) -> BTreeMap<usize, String> {
    let is_numbered = figures.len() > 1;
    let mut places: BTreeMap<usize, Vec<(&str, Vec<usize>)>> = BTreeMap::new();
    for (index, Explained { record, .. }) in figures.iter().enumerate() {
        let cues = record.cues.iter().filter(|cue| cue.start < cue.end).map(|cue| (cue.start, cue.reading));
        let figure = is_numbered.then_some((record.start, ""));
        for (start, reading) in figure.into_iter().chain(cues) {
            let readings = places.entry(start).or_default();
            match readings.iter_mut().find(|(name, _)| *name == reading) {
                Some((_, numbers)) if numbers.last() == Some(&index) => {}
                Some((_, numbers)) => numbers.push(index),
                None => readings.push((reading, vec![index])),
            }
        }
    }
    let name = |(reading, numbers): &(&str, Vec<usize>)| {
        if !is_numbered {
            return (*reading).to_owned();
        }
        let numbers = numbers.iter().map(|index| (index + 1).to_string()).collect::<Vec<_>>().join(",");
        format!("{reading} {numbers}").trim_start().to_owned()
    };
    let named = |readings: Vec<_>| readings.iter().map(name).collect::<Vec<_>>().join(", ");
    places.into_iter().map(|(place, readings)| (place, named(readings))).collect()
}
