//! Where in its sentence the words of a figure and its readings stand.

use bulletin::MoneyFigure;
use bulletin::model::Qualifier;
use bulletin::record::{FigureRecord, Recorder};
use serde::Serialize;

use super::digest::shown;

/// Words of a sentence to mark: first code point, one past the last, and what they tell: "figure", "topic, change".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Mark(pub(super) usize, pub(super) usize, pub(super) String);

/// A reading that rests on words outside the sentence: which, what was read, and the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Elsewhere(pub(super) &'static str, pub(super) String, pub(super) String);

/// The marks of a figure's sentence, in order and apart from each other.
pub(super) fn marks(figure: &MoneyFigure, record: &FigureRecord<'_>, recorder: &Recorder<'_>) -> Vec<Mark> {
    let (first, end) = recorder.offsets(figure.sentence);
    let phrase = recorder.offsets(figure.phrase);
    let hedge = if record.qualifier == Qualifier::Exact { "phrase" } else { "qualifier" };
    let figure = (record.start, record.end, "figure");
    let cues = record.cues.iter().map(|cue| (cue.start, cue.end, cue.reading));
    let told: Vec<_> = std::iter::once(figure).chain(cues).collect();
    let mut borders: Vec<usize> = told.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    borders.extend([phrase.0, phrase.1]);
    for border in &mut borders {
        *border = (*border).clamp(first, end);
    }
    borders.sort_unstable();
    borders.dedup();
    let mut marks: Vec<Mark> = Vec::new();
    for pair in borders.windows(2) {
        let is_within = |start: usize, end: usize| start <= pair[0] && pair[1] <= end;
        let mut names: Vec<&str> = told.iter().filter(|told| is_within(told.0, told.1)).map(|told| told.2).collect();
        names.dedup();
        if names.is_empty() && is_within(phrase.0, phrase.1) {
            names.push(hedge);
        }
        let names = names.join(", ");
        match marks.last_mut() {
            _ if names.is_empty() => {}
            Some(last) if last.1 == pair[0] - first && last.2 == names => last.1 = pair[1] - first,
            _ => marks.push(Mark(pair[0] - first, pair[1] - first, names)),
        }
    }
    for mark in &mut marks {
        mark.trim(record.sentence);
    }
    marks.retain(|mark| mark.0 < mark.1);
    marks
}

impl Mark {
    /// Leaves out the white space around the words.
    fn trim(&mut self, sentence: &str) {
        let words: String = sentence.chars().skip(self.0).take(self.1 - self.0).collect();
        let spaces = |text: &str, rest: &str| text.chars().count() - rest.chars().count();
        self.0 += spaces(&words, words.trim_start());
        self.1 = self.1.saturating_sub(spaces(&words, words.trim_end())).max(self.0);
    }
}

/// The readings that rest on words outside the sentence.
pub(super) fn elsewhere(figure: &MoneyFigure, record: &FigureRecord<'_>, recorder: &Recorder<'_>) -> Vec<Elsewhere> {
    let (first, end) = recorder.offsets(figure.sentence);
    let outside = record.cues.iter().filter(|cue| cue.end <= first || end <= cue.start);
    outside.map(|cue| Elsewhere(cue.reading, shown(&cue.value), shown(cue.text))).collect()
}

#[cfg(test)]
mod tests {
    use bulletin::record::Recorder;

    /// text | the words of its last figure's sentence, as they are marked | the readings from elsewhere
    const CASES: &[(&str, &str, &str)] = &[
        ("It owes £3m.", "It [owes|topic] [£3m|figure].", ""),
        ("It owes £1m. It owes £2m.", "It [owes|topic] [£2m|figure].", ""),
        ("😀 It owes nearly £3m now.", "😀 It [owes|topic] [nearly|qualifier] [£3m|figure] now.", ""),
        ("It costs over £22 an hour.", "It [costs|topic] [over|qualifier] [£22|figure] [an hour|per].", ""),
        (
            "It has a deficit of £1m. It rose by £2m in 2017-18.",
            "It [rose|change] by [£2m|figure] in [2017-18|period].",
            "topic deficit from deficit",
        ),
    ];

    #[test]
    fn the_words_of_each_reading_are_marked_or_told() {
        for (text, marked, elsewhere) in CASES {
            let bulletin = bulletin::parse(text);
            let recorder = Recorder::new(&bulletin.text);
            let figure = bulletin.figures().last().expect(text);
            let record = recorder.figure(figure);
            let mut found: Vec<char> = record.sentence.chars().collect();
            for mark in super::marks(figure, &record, &recorder).iter().rev() {
                found.splice(mark.1..mark.1, format!("|{}]", mark.2).chars());
                found.insert(mark.0, '[');
            }
            assert_eq!(String::from_iter(found), *marked);
            let told = super::elsewhere(figure, &record, &recorder);
            let told: Vec<_> = told.iter().map(|told| format!("{} {} from {}", told.0, told.1, told.2)).collect();
            assert_eq!(told.join("; "), *elsewhere, "{text}");
        }
    }
}
