//! The faults of a reading, by its labels.

use bulletin::model::CurrencyCode;
use bulletin::record::{ArticleRecord, BulletinRecord, FigureRecord};

use crate::labels::{FigureLabel, Labels, Place, Ruler};

/// A reading that is not as labelled: its line, and what was expected and found.
pub(crate) type Fault = (usize, String);

/// What `bulletin::parse` reads in `text` otherwise than its labels say.
pub(crate) fn faults(text: &str, labels: &Labels) -> Vec<Fault> {
    let bulletin = bulletin::parse(text);
    let record = bulletin.record();
    let ruler = Ruler::new(text);
    let mut score = Score { labels, faults: Vec::new() };
    score.head(&record);
    score.articles(&record.articles);
    let figures = record.articles.iter().flat_map(|article| &article.figures);
    score.figures(figures.map(|figure| (ruler.place(figure.start, figure.end), figure)).collect());
    score.faults
}

type Found<'a> = (Place, &'a FigureRecord<'a>);

struct Score<'a> {
    labels: &'a Labels<'a>,
    faults: Vec<Fault>,
}

impl Score<'_> {
    fn head(&mut self, record: &BulletinRecord) {
        let label = self.labels.document;
        self.check(1, "kind", &label.accepted("kind"), Some(&record.kind.as_str()));
        let taglines: Vec<_> = label.accepted("tagline").into_iter().map(|tagline| tagline.map(even)).collect();
        self.check(1, "tagline", &taglines, record.tagline.map(even).as_ref());
    }

    fn articles(&mut self, articles: &[ArticleRecord]) {
        let mut free: Vec<&ArticleRecord> = articles.iter().collect();
        let mut missed = Vec::new();
        for label in &self.labels.articles {
            let (start, end) = (label.number("start_line"), label.number("end_line"));
            let Some(index) = free.iter().position(|article| (article.start_line, article.end_line) == (start, end))
            else {
                let lines = articles.iter().filter(|article| article.start_line <= end && start <= article.end_line);
                let found: Vec<_> = lines.map(|found| told(found.start_line, found.end_line, found.heading)).collect();
                let expected = told(start, end, label.accepted("heading").first().copied().flatten());
                let found = if found.is_empty() { "none".to_owned() } else { found.join("; ") };
                self.fault(start, format!("article: expected {expected}, but found {found}"));
                missed.push((start, end));
                continue;
            };
            let article = free.remove(index);
            let headings: Vec<_> = label.accepted("heading").into_iter().map(|heading| heading.map(even)).collect();
            self.check(start, "article's heading", &headings, article.heading.map(even).as_ref());
            self.check(start, "role", &label.accepted("role"), Some(&article.role.as_str()));
        }
        // What stands where an article was missed has been told with it.
        let alone = |article: &&ArticleRecord| {
            !missed.iter().any(|&(start, end)| article.start_line <= end && start <= article.end_line)
        };
        for article in free.into_iter().filter(alone) {
            let found = told(article.start_line, article.end_line, article.heading);
            self.fault(article.start_line, format!("article: expected none, but found {found}"));
        }
    }

    /// Labels and figures are matched one to one: by the same words, by the figures that stand for them, by overlap.
    fn figures(&mut self, mut free: Vec<Found>) {
        let labels = self.labels;
        let mut rest = Vec::new();
        for label in &labels.figures {
            match take(&mut free, &[label.place]).or_else(|| take(&mut free, &label.instead)) {
                Some(found) => self.figure(label, &found),
                None => rest.push(label),
            }
        }
        rest.sort_by_key(|label| label.optional);
        for label in rest {
            let near = free.iter().position(|(place, _)| place.overlaps(label.place)).map(|index| free.remove(index));
            if label.optional {
                continue;
            }
            let line = labels.line(label.place);
            let found = near.map_or("no figure".to_owned(), |(_, figure)| format!("{:?}", figure.text));
            self.fault(line, format!("figure: expected {:?}, but found {found}", label.text));
        }
        let optional = |place: Place| labels.figures.iter().any(|label| label.optional && label.place.overlaps(place));
        for (place, figure) in free.into_iter().filter(|(place, _)| !optional(*place)) {
            let told =
                format!("figure: no such figure is labelled, but found {:?} in {:?}", figure.text, figure.sentence);
            self.fault(labels.line(place), told);
        }
    }

    fn figure(&mut self, label: &FigureLabel, found: &[Found]) {
        let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) else { return };
        if label.optional {
            return;
        }
        let line = self.labels.line(label.place);
        let of = |measure: &str| format!("{measure} of {:?}", label.text);
        // A range may be told as its two ends.
        let apart = found.len() > 1;
        let upper = if apart { Some(last.amount) } else { first.upper };
        self.check(line, &of("amount"), &[Some(label.amount)], Some(&first.amount));
        self.check(line, &of("upper"), &[label.upper], upper.as_ref());
        for (_, figure) in found {
            let code = figure.currency.as_ref().map(CurrencyCode::as_str);
            self.check(line, &of("currency"), &label.label.accepted("currency"), code.as_ref());
        }
        if !apart {
            let qualifiers = label.label.accepted("qualifier");
            self.check(line, &of("qualifier"), &qualifiers, Some(&first.qualifier.as_str()));
        }
    }

    fn check<T: PartialEq + ToString>(
        &mut self,
        line: usize,
        measure: &str,
        accepted: &[Option<T>],
        found: Option<&T>,
    ) {
        if !accepted.iter().any(|answer| answer.as_ref() == found) {
            let told =
                |answer: Option<&T>| answer.map_or("none".to_owned(), |value| format!("{:?}", value.to_string()));
            let expected = accepted.iter().map(|answer| told(answer.as_ref())).collect::<Vec<_>>().join(" or ");
            self.fault(line, format!("{measure}: expected {expected}, but found {}", told(found)));
        }
    }

    fn fault(&mut self, line: usize, told: String) {
        self.faults.push((line, told));
    }
}

/// The figures at exactly these places, taken out of `free`; none where one is missing.
fn take<'a>(free: &mut Vec<Found<'a>>, places: &[Place]) -> Option<Vec<Found<'a>>> {
    let at = |place: &Place| free.iter().copied().find(|(found, _)| found == place);
    let found: Vec<_> = places.iter().map(at).collect::<Option<_>>()?;
    free.retain(|(place, _)| !places.contains(place));
    (!found.is_empty()).then_some(found)
}

/// An article in a fault's words.
fn told(start: usize, end: usize, heading: Option<&str>) -> String {
    format!("lines {start}-{end} {}", heading.map_or("without heading".to_owned(), |heading| format!("{heading:?}")))
}

/// Words with every run of white space as one space.
fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
