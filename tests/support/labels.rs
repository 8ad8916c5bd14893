//! Labels: what a person says that a document holds.

use rust_decimal::Decimal;
use serde_json::Value;

/// Code points from `start` to `end` of a text, its carriage returns not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Place {
    pub(crate) fn overlaps(self, other: Place) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Code points of a text, each with how many stand before it that are no carriage return.
#[derive(Debug)]
pub(crate) struct Ruler(Vec<usize>);

impl Ruler {
    pub(crate) fn new(text: &str) -> Self {
        let mut counted = 0;
        let mut before = vec![0];
        for c in text.chars() {
            counted += usize::from(c != '\r');
            before.push(counted);
        }
        Ruler(before)
    }

    /// The place of the code points from `start` to `end`, carriage returns counted.
    pub(crate) fn place(&self, start: usize, end: usize) -> Place {
        let at = |code_point: usize| self.0[code_point.min(self.0.len() - 1)];
        Place { start: at(start), end: at(end) }
    }
}

/// The labels of one document.
#[derive(Debug)]
pub(crate) struct Labels<'a> {
    pub(crate) document: Label<'a>,
    pub(crate) articles: Vec<Label<'a>>,
    pub(crate) figures: Vec<FigureLabel<'a>>,
    /// The document without carriage returns.
    text: Vec<char>,
}

impl<'a> Labels<'a> {
    /// The labels `value` of `text`, whose line endings their offsets count.
    pub(crate) fn new(text: &str, value: &'a Value) -> Self {
        let ruler = Ruler::new(text);
        let list =
            |key: &str| value[key].as_array().unwrap_or_else(|| panic!("expected a list of {key} in the labels"));
        let figures = list("figures").iter().map(|figure| FigureLabel::new(&ruler, figure)).collect();
        Labels {
            document: Label(value),
            articles: list("articles").iter().map(Label).collect(),
            figures,
            text: text.chars().filter(|&c| c != '\r').collect(),
        }
    }

    /// The line, from 1, on which a place starts.
    pub(crate) fn line(&self, place: Place) -> usize {
        1 + self.text.iter().take(place.start).filter(|&&c| c == '\n').count()
    }

    /// What is wrong with the labels themselves: words that are not at their place.
    pub(crate) fn faults(&self, name: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for figure in &self.figures {
            let Place { start, end } = figure.place;
            let words: String = self.text.get(start..end).unwrap_or_default().iter().collect();
            if words != figure.text {
                let line = self.line(figure.place);
                faults.push(format!("{name}:{line}: label: expected {:?}, but found {words:?}", figure.text));
            }
        }
        faults
    }
}

/// One label, whose every key may have several right answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Label<'a>(&'a Value);

impl<'a> Label<'a> {
    /// All right answers for `key`: its value or list of values (null: no claim), and those of `key_also`.
    pub(crate) fn accepted(self, key: &str) -> Vec<Option<&'a str>> {
        let mut answers = match &self.0[key] {
            Value::Array(list) if list.is_empty() => vec![None],
            answers => each(answers),
        };
        if let Some(also) = self.0.get(format!("{key}_also")) {
            answers.extend(each(also));
        }
        answers
    }

    pub(crate) fn number(self, key: &str) -> usize {
        let number = self.0[key].as_u64().and_then(|number| usize::try_from(number).ok());
        number.unwrap_or_else(|| panic!("expected a number for {key} in the label {}", self.0))
    }
}

fn each(value: &Value) -> Vec<Option<&str>> {
    match value {
        Value::Array(list) => list.iter().map(Value::as_str).collect(),
        one => vec![one.as_str()],
    }
}

/// The label of a figure.
#[derive(Debug)]
pub(crate) struct FigureLabel<'a> {
    pub(crate) label: Label<'a>,
    pub(crate) place: Place,
    /// The words, without carriage returns.
    pub(crate) text: String,
    pub(crate) amount: Decimal,
    pub(crate) upper: Option<Decimal>,
    /// Whether it is as right to find it as not to.
    pub(crate) optional: bool,
    /// Figures that are together as right as this one, such as the two ends of a range.
    pub(crate) instead: Vec<Place>,
}

impl<'a> FigureLabel<'a> {
    fn new(ruler: &Ruler, value: &'a Value) -> Self {
        let label = Label(value);
        let decimal = |key: &str| value[key].as_str().map(|amount| amount.parse::<Decimal>().unwrap());
        let instead = value["alt_spans"].as_array().into_iter().flatten().map(|span| {
            let end = |index: usize| usize::try_from(span[index].as_u64().unwrap()).unwrap();
            ruler.place(end(0), end(1))
        });
        FigureLabel {
            label,
            place: ruler.place(label.number("start"), label.number("end")),
            text: value["text"].as_str().unwrap().replace('\r', ""),
            amount: decimal("amount").unwrap_or_else(|| panic!("expected an amount in the label {value}")),
            upper: decimal("upper"),
            optional: value["optional"].as_bool().unwrap_or(false),
            instead: instead.collect(),
        }
    }
}
