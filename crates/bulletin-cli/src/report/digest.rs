//! What was read, digested for the page: every figure, and sums of them.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use bulletin::model::{Change, CurrencyCode, Period, Qualifier, Topic};
use bulletin::record::Recorder;
use bulletin::{Bulletin, MoneyFigure};
use bulletin_table::visible;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::marks::{self, Elsewhere, Mark};
use super::sum::Sum;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Digest {
    /// The folder that all documents are in, with a slash at its end; empty where there is none.
    pub(super) folder: String,
    pub(super) documents: Vec<Document>,
    pub(super) headings: Pool,
    pub(super) organisations: Pool,
    pub(super) sentences: Pool,
    /// In the order that they were read in.
    pub(super) figures: Vec<Figure>,
    pub(super) currencies: BTreeMap<Option<CurrencyCode>, Sum>,
    pub(super) topics: BTreeMap<Option<CurrencyCode>, BTreeMap<Option<Topic>, Sum>>,
    /// By the place of the organisation in `organisations`.
    pub(super) owners: BTreeMap<Option<CurrencyCode>, BTreeMap<usize, Sum>>,
    /// How many figures there are for each month that bulletins came out in, by its number since the year 0.
    pub(super) months: BTreeMap<i32, usize>,
    /// How many figures are for each year, by the number of its January.
    pub(super) years: BTreeMap<i32, usize>,
}

/// Where figures come from.
#[derive(Debug)]
pub(super) struct Document {
    /// Within the digest's folder, once that is known.
    pub(super) name: String,
    pub(super) published: Option<Date>,
}

/// A figure as the page's table has it; texts that many share are places in a pool.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) amount: Decimal,
    pub(super) upper: Option<Decimal>,
    pub(super) currency: Option<CurrencyCode>,
    pub(super) phrase: String,
    pub(super) qualifier: Qualifier,
    pub(super) topic: Option<Topic>,
    pub(super) change: Option<Change>,
    pub(super) per: Option<String>,
    pub(super) periods: Vec<String>,
    pub(super) organisations: Vec<usize>,
    pub(super) document: usize,
    pub(super) heading: Option<usize>,
    pub(super) sentence: usize,
    pub(super) marks: Vec<Mark>,
    pub(super) elsewhere: Vec<Elsewhere>,
}

impl Digest {
    /// Takes in a bulletin; what is kept of it does not point to it.
    pub(super) fn add(&mut self, origin: &str, bulletin: &Bulletin) {
        let document = self.documents.len();
        self.documents.push(Document { name: shown(origin), published: bulletin.published });
        let recorder = Recorder::new(&bulletin.text);
        for article in &bulletin.articles {
            let heading = article.heading.map(|heading| self.headings.place(&bulletin[heading]));
            for figure in &article.figures {
                let read = self.figure(figure, &recorder, document, heading);
                self.count(figure, &read, bulletin.published);
                self.figures.push(read);
            }
        }
    }

    /// Finds the folder that all documents are in, so that their names need not repeat it. To be done last, and once.
    pub(super) fn find_folder(&mut self) {
        let mut names = self.documents.iter().map(|document| document.name.as_str());
        let folder = names.next().map_or("", |first| names.fold(first, common_start));
        let folder = folder.rfind(['/', '\\']).and_then(|slash| folder.get(..=slash)).unwrap_or_default();
        self.folder = folder.to_owned();
        self.documents.iter_mut().for_each(|document| _ = document.name.drain(..self.folder.len()));
    }

    /// The currency that most levels are in: what the charts of amounts show.
    pub(super) fn main_currency(&self) -> Option<CurrencyCode> {
        let known = self.currencies.iter().filter_map(|(code, sum)| Some(((*code)?, sum.levels)));
        known.filter(|(_, levels)| *levels > 0).max_by_key(|(_, levels)| *levels).map(|(code, _)| code)
    }

    /// The first and the last day that a bulletin came out, where known.
    pub(super) fn days(&self) -> Option<(Date, Date)> {
        let days = || self.documents.iter().filter_map(|document| document.published);
        Option::zip(days().min(), days().max())
    }

    fn figure(
        &mut self,
        figure: &MoneyFigure,
        recorder: &Recorder<'_>,
        document: usize,
        heading: Option<usize>,
    ) -> Figure {
        let record = recorder.figure(figure);
        let mut organisations: Vec<usize> = Vec::new();
        for name in &record.organisations {
            let place = self.organisations.place(name);
            if !organisations.contains(&place) {
                organisations.push(place);
            }
        }
        Figure {
            amount: record.amount,
            upper: record.upper,
            currency: record.currency,
            phrase: shown(record.phrase),
            qualifier: record.qualifier,
            topic: record.topic,
            change: record.change,
            per: record.per.map(shown),
            marks: marks::marks(figure, &record, recorder),
            elsewhere: marks::elsewhere(figure, &record, recorder),
            sentence: self.sentences.place(record.sentence),
            periods: record.periods,
            organisations,
            document,
            heading,
        }
    }

    /// Counts a figure into every sum that it belongs to.
    fn count(&mut self, figure: &MoneyFigure, read: &Figure, published: Option<Date>) {
        self.currencies.entry(read.currency).or_default().add(figure);
        self.topics.entry(read.currency).or_default().entry(read.topic).or_default().add(figure);
        let owners = self.owners.entry(read.currency).or_default();
        read.organisations.iter().for_each(|owner| owners.entry(*owner).or_default().add(figure));
        if let Some(day) = published {
            *self.months.entry(i32::from(day.year()) * 12 + i32::from(day.month()) - 1).or_default() += 1;
        }
        let mut years: Vec<u16> = figure.periods.iter().map(|period| first_year(period.value)).collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            *self.years.entry(i32::from(year) * 12).or_default() += 1;
        }
    }
}

/// What both texts start with.
fn common_start<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    &one[..same.map(|(character, _)| character.len_utf8()).sum()]
}

fn first_year(period: Period) -> u16 {
    match period {
        Period::FinancialYear(year) | Period::FinancialYears(year, _) => year.0,
        Period::Year(year) | Period::Years(year, _) => year,
    }
}

/// A text as a page can show it: as many characters, with a space for each white one, and none that a browser obeys.
pub(super) fn shown(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Texts, each once, as [`shown`].
#[derive(Debug, Default)]
pub(super) struct Pool {
    texts: Vec<Rc<str>>,
    places: HashMap<Rc<str>, usize>,
}

impl Pool {
    /// The place of a text, which is added where it is new.
    fn place(&mut self, text: &str) -> usize {
        let text = shown(text);
        if let Some(place) = self.places.get(text.as_str()) {
            return *place;
        }
        let text: Rc<str> = text.into();
        self.texts.push(Rc::clone(&text));
        self.places.insert(text, self.texts.len() - 1);
        self.texts.len() - 1
    }

    /// The text at a place.
    pub(super) fn at(&self, place: usize) -> &str {
        self.texts.get(place).map_or("", |text| text)
    }

    /// All of them, by their places.
    pub(super) fn texts(&self) -> impl ExactSizeIterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    /// names | their folder
    const FOLDERS: &[(&[&str], &str)] = &[
        (&[], ""),
        (&["news.txt"], ""),
        (&["in/news.txt"], "in/"),
        (&["/in/new/one.txt", "/in/new/other.txt", "/in/newest.txt"], "/in/"),
        (&["in/ä/one.txt", "in/å/one.txt"], "in/"),
        (&["standard input", "standard input"], ""),
        (&["in\\one.txt", "in\\other.txt"], "in\\"),
    ];

    #[test]
    fn names_do_not_repeat_their_folder() {
        for (names, folder) in FOLDERS {
            let mut digest = Digest::default();
            names.iter().for_each(|name| digest.add(name, &bulletin::parse("")));
            digest.find_folder();
            assert_eq!(digest.folder, *folder);
            for (document, name) in digest.documents.iter().zip(*names) {
                assert_eq!(format!("{folder}{}", document.name), *name);
            }
        }
    }
}
