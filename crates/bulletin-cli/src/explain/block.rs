//! One figure with all its readings, and the words that each rests on.

use std::io::{self, Write};

use bulletin::record::{CueRecord, FigureRecord};
use bulletin_table::{columns_of, printable, with_thousands};

use super::Palette;

/// One line of a block: the reading's name, its value, and the words that it rests on.
type Reading = (&'static str, String, Option<String>);

/// What stands for a reading that the text does not give.
const ABSENT: &str = "–";

/// Writes the block of a figure, which has a number where there are several.
pub(super) fn write(
    number: Option<usize>,
    figure: &FigureRecord<'_>,
    palette: &Palette,
    writer: &mut impl Write,
) -> io::Result<()> {
    let (style, faint) = (palette.figure, palette.faint);
    let number = number.map(|number| format!("{number}  ")).unwrap_or_default();
    let indent = " ".repeat(number.len().max(2));
    writeln!(writer, "\n{faint}{number}{faint:#}{style}{}{style:#}", printable(figure.phrase))?;
    let readings = readings(figure);
    let name_width = readings.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
    let with_words = readings.iter().filter(|(_, _, words)| words.is_some());
    let value_width = with_words.map(|(_, value, _)| columns_of(value.chars())).max().unwrap_or(0);
    for (name, value, words) in readings {
        write!(writer, "{indent}{faint}{name:<name_width$}{faint:#}  {value}")?;
        if let Some(words) = words {
            let padding = " ".repeat(value_width.saturating_sub(columns_of(value.chars())));
            let cue = palette.cue;
            write!(writer, "{padding}  {faint}by{faint:#} {cue}{words}{cue:#}")?;
        }
        writeln!(writer)?;
    }
    Ok(())
}

fn readings(figure: &FigureRecord<'_>) -> Vec<Reading> {
    let upper = figure.upper.map(|upper| format!(" to {}", with_thousands(upper))).unwrap_or_default();
    let currency = figure.currency.map_or("open".to_owned(), |code| code.to_string());
    let mut readings = vec![
        ("amount", with_thousands(figure.amount) + &upper, None),
        ("currency", currency, None),
        ("qualifier", figure.qualifier.to_string(), None),
    ];
    for (name, reading) in [
        ("per", "per"),
        ("change", "change"),
        ("topic", "topic"),
        ("periods", "period"),
        ("organisations", "organisation"),
    ] {
        readings.extend(cued(name, figure.cues.iter().filter(|cue| cue.reading == reading)));
    }
    readings.push(("rule", figure.rule.to_string(), None));
    readings
}

/// The lines of one reading: one for each value, the first with the name.
fn cued<'a>(name: &'static str, cues: impl Iterator<Item = &'a CueRecord<'a>>) -> Vec<Reading> {
    let quoted = |cue: &CueRecord<'_>| Some(format!("“{}”", printable(cue.text)));
    let mut lines: Vec<Reading> = cues.map(|cue| ("", printable(&cue.value), quoted(cue))).collect();
    match lines.first_mut() {
        Some(first) => first.0 = name,
        None => lines.push((name, ABSENT.to_owned(), None)),
    }
    lines
}
