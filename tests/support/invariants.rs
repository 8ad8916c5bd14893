//! What holds of every reading of every text, whatever the text is.

use bulletin::record::{BulletinRecord, Recorder};
use bulletin::{Bulletin, MoneyFigure, Span};
use serde_json::Value;

/// Words of which every figure has one, where it has no numeric character: numbers, magnitudes, units, sums.
#[rustfmt::skip]
const MONEY_WORDS: [&str; 46] = [
    "nil", "nought", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fifteen", "eighteen", "twenty", "thirty", "forty", "fifty", "eighty", "hundred", "thousand",
    "million", "billion", "trillion", "quarter", "half", "pound", "penn", "pence", "quid", "grand", "fiver", "tenner",
    "dollar", "cent", "buck", "euro", "yen", "yuan", "rupee", "franc", "sterling",
];

/// The faults of `bulletin::parse` on a text.
pub(crate) fn parse_faults(text: &str) -> Vec<String> {
    let bulletin = bulletin::parse(text);
    let mut faults = Faults::default();
    faults.check(*bulletin.text == *text, || "text: expected the text that was parsed".to_owned());
    faults.check(bulletin == bulletin::parse(text), || "parse: expected the same reading twice".to_owned());
    faults.boundaries(&bulletin);
    faults.articles(&bulletin);
    let figures: Vec<&MoneyFigure> = bulletin.figures().collect();
    faults.figures(text, &figures);
    faults.records(text, &bulletin.record());
    faults.json(&bulletin);
    faults.line_endings(text, |text| without_places(serde_json::to_value(bulletin::parse(text).record())));
    faults.same_figures(&bulletin);
    faults.0
}

/// The faults of `bulletin::find_money` on a text.
pub(crate) fn money_faults(text: &str) -> Vec<String> {
    let found = bulletin::find_money(text);
    let mut faults = Faults::default();
    faults.check(found == bulletin::find_money(text), || "find_money: expected the same reading twice".to_owned());
    faults.figures(text, &found.iter().collect::<Vec<_>>());
    faults.line_endings(text, |text| {
        let (figures, recorder) = (bulletin::find_money(text), Recorder::new(text));
        let records: Vec<_> = figures.iter().map(|figure| recorder.figure(figure)).collect();
        without_places(serde_json::to_value(records))
    });
    faults.0
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn check(&mut self, holds: bool, told: impl FnOnce() -> String) {
        if !holds {
            self.0.push(told());
        }
    }

    /// Every span is of this text and on character boundaries; only a body may be empty.
    fn boundaries(&mut self, bulletin: &Bulletin) {
        let mut spans: Vec<(&str, Span)> = bulletin.tagline.map(|tagline| ("tagline", tagline)).into_iter().collect();
        spans.extend(bulletin.warnings.iter().map(|warning| ("warning", warning.span)));
        for article in &bulletin.articles {
            let body = (!article.paragraphs.is_empty()).then_some(article.body);
            spans.extend(article.heading.map(|heading| ("heading", heading)));
            spans.extend(body.map(|body| ("body", body)));
            spans.extend(article.paragraphs.iter().map(|paragraph| ("paragraph", *paragraph)));
            spans.extend(article.organisations.iter().flat_map(|org| [("mention", org.span), ("name", org.name)]));
        }
        for (what, span) in spans {
            self.place(what, span, &bulletin.text);
        }
        for article in &bulletin.articles {
            let body = article.body;
            self.check(bulletin.text.get(body.range()).is_some(), || format!("body {body:?}: not a place of the text"));
        }
    }

    fn place(&mut self, what: &str, span: Span, text: &str) {
        let words = text.get(span.range());
        self.check(words.is_some_and(|words| !words.is_empty()), || {
            format!("{what} {span:?}: expected words, but found {words:?}")
        });
    }

    /// Articles, their paragraphs and their mentions stand in order, apart, and inside what they belong to.
    fn articles(&mut self, bulletin: &Bulletin) {
        let spans: Vec<_> = bulletin.articles.iter().map(bulletin::Article::span).collect();
        self.apart("articles", &spans);
        let tagline = bulletin.tagline.into_iter();
        let under = tagline.filter(|tagline| spans.iter().any(|span| span.overlaps(*tagline))).count();
        self.check(under == 0, || "tagline: expected it outside all articles".to_owned());
        for article in &bulletin.articles {
            let parts: Vec<Span> = article.heading.iter().chain(&article.paragraphs).copied().collect();
            self.check(!parts.is_empty(), || "article: expected a heading or a paragraph".to_owned());
            self.apart("heading and paragraphs", &parts);
            let body = article.paragraphs.iter().copied().reduce(Span::cover);
            self.check(body.is_none_or(|body| body == article.body), || {
                format!("body {:?}: expected {body:?}", article.body)
            });
            let mentions: Vec<_> = article.organisations.iter().map(|mention| mention.span).collect();
            self.apart("mentions", &mentions);
            for mention in mentions {
                self.check(parts.iter().any(|part| part.contains(mention)), || {
                    format!("mention {mention:?}: in no paragraph")
                });
            }
            for figure in &article.figures {
                let part = parts.iter().find(|part| part.contains(figure.span)).copied();
                let within = |span: Span| part.is_some_and(|part| part.contains(span));
                let told = |what: &str| format!("{what} of the figure {:?}: in no paragraph", figure.span);
                self.check(within(figure.phrase), || told("phrase"));
                self.check(within(figure.sentence), || told("sentence"));
            }
        }
    }

    /// Figures stand in order and apart, each inside its phrase and sentence, and each with words for an amount.
    fn figures(&mut self, text: &str, figures: &[&MoneyFigure]) {
        self.apart("figures", &figures.iter().map(|figure| figure.span).collect::<Vec<_>>());
        for figure in figures {
            let cues = figure.per.iter().map(|cue| cue.span).chain(figure.change.iter().map(|cue| cue.span));
            let cues =
                cues.chain(figure.topic.iter().map(|cue| cue.span)).chain(figure.periods.iter().map(|cue| cue.span));
            let owners = figure.organisations.iter().flat_map(|owner| [owner.name, owner.cue]);
            for span in cues.chain(owners).chain([figure.span, figure.phrase, figure.sentence]) {
                self.place("figure's words", span, text);
            }
            let words = figure.span.of(text);
            self.check(figure.phrase.contains(figure.span), || format!("{words:?}: expected it inside its phrase"));
            self.check(figure.sentence.contains(figure.span), || format!("{words:?}: expected it inside its sentence"));
            self.check(words.trim() == words, || format!("{words:?}: expected no white space at its ends"));
            self.check(tells_money(words), || format!("{words:?}: expected a digit or a word of money"));
            let (low, high) = (figure.quantity.amount(), figure.quantity.upper());
            self.check(high.is_none_or(|high| low <= high), || format!("{words:?}: expected a range's low end first"));
        }
    }

    /// Offsets of records are code points, and lines count from 1.
    fn records(&mut self, text: &str, record: &BulletinRecord) {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let words = |start: usize, end: usize| -> Option<&str> { text.get(*starts.get(start)?..*starts.get(end)?) };
        let line = |at: usize| words(0, at).map(|before| 1 + before.matches('\n').count());
        for article in &record.articles {
            self.check(line(article.start) == Some(article.start_line), || {
                format!("start_line {}", article.start_line)
            });
            self.check(line(article.end) == Some(article.end_line), || format!("end_line {}", article.end_line));
            let heading = article.heading.unwrap_or_default();
            let starts = words(article.start, article.end).is_some_and(|words| words.starts_with(heading));
            self.check(starts, || format!("article: expected {heading:?} at code point {}", article.start));
            let figures = article.figures.iter().map(|figure| (figure.start, figure.end, figure.text));
            let mentions = article.organisations.iter().map(|mention| (mention.start, mention.end, mention.text));
            let cues = article.figures.iter().flat_map(|figure| &figure.cues).map(|cue| (cue.start, cue.end, cue.text));
            for (start, end, expected) in figures.chain(mentions).chain(cues) {
                let found = words(start, end);
                self.check(found == Some(expected), || {
                    format!("record: expected {expected:?}, but found {found:?} at its place")
                });
            }
        }
    }

    fn json(&mut self, bulletin: &Bulletin) {
        let back = serde_json::to_string(bulletin).and_then(|json| serde_json::from_str::<Bulletin>(&json));
        self.check(back.as_ref().is_ok_and(|back| back == bulletin), || {
            format!("JSON: expected the same bulletin, but found {back:?}")
        });
    }

    /// A text reads the same with either line ending, but for the places.
    fn line_endings(&mut self, text: &str, read: impl Fn(&str) -> Value) {
        let lf = text.replace('\r', "");
        if let Some(told) = difference("", &read(&lf), &read(&lf.replace('\n', "\r\n"))) {
            self.0.push(format!("with CRLF: {told}"));
        }
    }

    /// `parse` reads in each heading and paragraph what `find_money` reads in its words alone: none leans on another.
    fn same_figures(&mut self, bulletin: &Bulletin) {
        for article in &bulletin.articles {
            for part in article.heading.iter().chain(&article.paragraphs) {
                let parsed = article.figures.iter().filter(|figure| part.contains(figure.span));
                let parsed: Vec<_> = parsed.map(|f| (f.span, f.quantity, f.currency)).collect();
                let words = &bulletin[*part];
                let alone = bulletin::find_money(words).into_iter();
                let alone: Vec<_> = alone.map(|f| (f.span.shift(part.start()), f.quantity, f.currency)).collect();
                self.check(parsed == alone, || format!("{words:?} alone: expected {parsed:?}, but found {alone:?}"));
            }
        }
    }

    fn apart(&mut self, what: &str, spans: &[Span]) {
        for pair in spans.windows(2) {
            self.check(pair[0].end() <= pair[1].start(), || {
                format!("{what}: expected {:?} before {:?}", pair[0], pair[1])
            });
        }
    }
}

/// Whether words hold a numeric character or a word of money.
pub(crate) fn tells_money(words: &str) -> bool {
    let lower = words.to_lowercase();
    words.contains(char::is_numeric) || MONEY_WORDS.iter().any(|word| lower.contains(word))
}

/// A record without its offsets and without carriage returns.
fn without_places(record: serde_json::Result<Value>) -> Value {
    let mut record = record.unwrap_or_else(|error| Value::String(error.to_string()));
    forget_places(&mut record);
    record
}

fn forget_places(value: &mut Value) {
    match value {
        Value::String(words) => words.retain(|c| c != '\r'),
        Value::Array(values) => values.iter_mut().for_each(forget_places),
        Value::Object(values) => {
            values.remove("start");
            values.remove("end");
            values.values_mut().for_each(forget_places);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The first place in which two records differ, with what is there.
fn difference(place: &str, expected: &Value, found: &Value) -> Option<String> {
    let told = || Some(format!("{place}: expected {expected}, but found {found}"));
    match (expected, found) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(index, (a, b))| difference(&format!("{place}/{index}"), a, b))
        }
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() => {
            a.iter().find_map(|(key, a)| difference(&format!("{place}/{key}"), a, b.get(key).unwrap_or(&Value::Null)))
        }
        _ if expected == found => None,
        _ => told(),
    }
}
