//! A caller's own register of organisations: the official lists of the NHS Organisation Data Service.

use std::collections::HashMap;
use std::str::FromStr;

use jiff::civil::Date;

use super::names::{Case, begins_with, own_words};
use crate::model::{OdsCode, OrganisationKind, UnknownName};
use crate::text::index::Index;

/// A register of organisations with their official codes.
///
/// ```
/// use bulletin::{Gazetteer, Options, parse_with};
///
/// let register = "\"X1A\",\"NORTHMOOR HOSPITALS NHS FOUNDATION TRUST\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"20110401\",\"\"\n";
/// let mut options = Options::default();
/// options.gazetteer = Some(Gazetteer::from_ods_csv(register)?.into());
/// let bulletin = parse_with("Northmoor FT owes £3m.", &options);
/// let code = bulletin.articles[0].organisations[0].code;
/// assert_eq!(code.unwrap().as_str(), "X1A");
/// # Ok::<(), bulletin::GazetteerError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    bodies: Vec<Body>,
    /// The bodies that have each set of own words, told apart by kind.
    by_words: HashMap<(OrganisationKind, String), Vec<usize>>,
    /// The bodies by their names without what trusts are called, as news writes them: "Northmoor Hospitals".
    forms: Option<Index<String>>,
}

/// One organisation of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) code: OdsCode,
    pub(crate) kind: OrganisationKind,
    name: String,
    opened: Option<Date>,
    closed: Option<Date>,
}

/// What a register holds where something else was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, but found {found:?} at line {line}")]
pub struct GazetteerError {
    /// What was expected.
    pub expected: &'static str,
    /// What was found.
    pub found: String,
    /// The line of the file, from 1.
    pub line: u64,
}

/// The columns of the published layout that are read; there is no header.
const CODE: usize = 0;
const NAME: usize = 1;
const OPENED: usize = 10;
const CLOSED: usize = 11;

impl Gazetteer {
    /// The register in one of the service's csv files, such as `etr.csv` (trusts) or `eccg.csv`: no header; code, name,
    /// …, and the dates of opening and closing in the eleventh and twelfth columns.
    ///
    /// # Errors
    ///
    /// A row without a code or name, with a date that is none, or that is no csv; it names the line.
    pub fn from_ods_csv(csv: &str) -> Result<Self, GazetteerError> {
        let csv = csv.strip_prefix('\u{feff}').unwrap_or(csv);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
        let mut bodies = Vec::new();
        for row in reader.records() {
            let row = row.map_err(|error| GazetteerError {
                expected: "a row of comma-separated values",
                found: error.to_string(),
                line: error.position().map_or(0, csv::Position::line),
            })?;
            bodies.push(Body::of(&row)?);
        }
        Ok(Gazetteer::of(bodies))
    }

    /// This register and another.
    #[must_use]
    pub fn and(mut self, other: Gazetteer) -> Self {
        self.bodies.extend(other.bodies);
        Gazetteer::of(self.bodies)
    }

    /// How many organisations it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bodies.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }

    fn of(bodies: Vec<Body>) -> Self {
        let mut by_words: HashMap<_, Vec<usize>> = HashMap::new();
        for (number, body) in bodies.iter().enumerate() {
            let mut words = String::new();
            own_words(&body.name, body.kind, &mut words);
            by_words.entry((body.kind, words)).or_default().push(number);
        }
        let forms = bodies.iter().filter_map(Body::form).map(str::to_owned).take(usize::from(u16::MAX));
        let forms = Some(Index::new(forms, |form| form));
        Gazetteer { bodies, by_words, forms }
    }

    /// The one body of a kind that a name is a form of. Of several, those that were open when the text came out go
    /// before the others, and those whose name is spelt out like it before those that only share its own words.
    pub(crate) fn find(&self, name: &str, kind: OrganisationKind, published: Option<Date>) -> Option<&Body> {
        let mut words = String::new();
        own_words(name, kind, &mut words);
        if words.is_empty() {
            return None;
        }
        let mut bodies: Vec<&Body> =
            self.by_words.get(&(kind, words))?.iter().filter_map(|&number| self.bodies.get(number)).collect();
        let only = |bodies: &mut Vec<&Body>, keep: &dyn Fn(&Body) -> bool| {
            if bodies.iter().any(|body| keep(body)) {
                bodies.retain(|body| keep(body));
            }
        };
        only(&mut bodies, &|body| body.is_spelt(name));
        only(&mut bodies, &|body| body.was_open(published));
        match bodies[..] {
            [body] => Some(body),
            _ => None,
        }
    }

    /// The longest name of a trust that stands at the start of `text` without what trusts are called: its length.
    pub(crate) fn form_at(&self, text: &str) -> Option<usize> {
        self.forms.as_ref()?.alike(text).find_map(|form| {
            let length = begins_with(text, form, Case::Any)?;
            (!text[length..].starts_with(char::is_alphanumeric)).then_some(length)
        })
    }
}

impl Body {
    fn of(row: &csv::StringRecord) -> Result<Self, GazetteerError> {
        let line = row.position().map_or(0, csv::Position::line);
        let column = |number: usize| row.get(number).map(str::trim).unwrap_or_default();
        let error = |expected, found: &str| GazetteerError { expected, found: found.to_owned(), line };
        let code = OdsCode::from_str(column(CODE));
        let code = code.map_err(|_: UnknownName| error("an ODS code of capitals and digits", column(CODE)))?;
        let name = column(NAME);
        if name.is_empty() {
            return Err(error("the name of an organisation", name));
        }
        let date = |number: usize| match column(number) {
            "" => Ok(None),
            day => Date::strptime("%Y%m%d", day).map(Some).map_err(|_| error("a day as YYYYMMDD", day)),
        };
        let (opened, closed) = (date(OPENED)?, date(CLOSED)?);
        Ok(Body { code, kind: kind(name), name: name.to_owned(), opened, closed })
    }

    /// Whether it was open on a day; where no day is known, whether it still is.
    fn was_open(&self, day: Option<Date>) -> bool {
        match day {
            Some(day) => {
                self.opened.is_none_or(|opened| opened <= day) && self.closed.is_none_or(|closed| day < closed)
            }
            None => self.closed.is_none(),
        }
    }

    /// Whether `name` has the same words, but for what every trust is called.
    fn is_spelt(&self, name: &str) -> bool {
        const TITLES: [&str; 6] = ["nhs", "the", "foundation", "trust", "ft", "and"];
        let spelt = |name: &str| -> Vec<String> {
            let words = name.split([' ', '\u{a0}', '\n', ',']).map(|word| word.to_lowercase().replace('’', "'"));
            words.filter(|word| !(word.is_empty() || word == "&" || TITLES.contains(&word.as_str()))).collect()
        };
        spelt(&self.name) == spelt(name)
    }

    /// The name as news writes it, where it is more than a place or one hospital: "Northmoor Hospitals".
    fn form(&self) -> Option<&str> {
        let titles = ["NHS FOUNDATION TRUST", "NHS TRUST", "FOUNDATION TRUST", "NATIONAL HEALTH SERVICE TRUST"];
        let name = titles.iter().find_map(|title| self.name.strip_suffix(title))?.trim();
        let site = ["HOSPITAL", "INFIRMARY"].iter().any(|site| name.ends_with(site));
        (name.contains(' ') && !site).then_some(name)
    }
}

/// The kind of organisation that an official name says.
fn kind(name: &str) -> OrganisationKind {
    const COMMISSIONERS: [&str; 10] = [
        "CCG",
        "ICB",
        "PCT",
        "STP",
        "CLINICAL COMMISSIONING GROUP",
        "INTEGRATED CARE BOARD",
        "PRIMARY CARE TRUST",
        "INTEGRATED CARE SYSTEM",
        "SUB ICB",
        "COMMISSIONING",
    ];
    let has =
        |title: &str| name.split([' ', '-']).any(|word| word == title) || (title.contains(' ') && name.contains(title));
    if COMMISSIONERS.into_iter().any(has) {
        OrganisationKind::Commissioner
    } else if has("TRUST") {
        OrganisationKind::Trust
    } else {
        OrganisationKind::Other
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use OrganisationKind::{Commissioner, Trust};

    fn row(code: &str, name: &str, opened: &str, closed: &str) -> String {
        format!("{code},\"{name}\",Y1,Q1,\"1, High St\",,,Town,,AA1 1AA,{opened},{closed},,,\n")
    }

    fn register() -> Gazetteer {
        let rows = [
            row("X1A", "NORTHMOOR HOSPITALS NHS FOUNDATION TRUST", "20110401", ""),
            row("X2B", "NORTHMOOR COMMUNITY HEALTHCARE NHS TRUST", "20110401", ""),
            row("X3C", "WEXMOOR & DALE HOSPITALS NHS TRUST", "20010401", "20170331"),
            row("X4D", "WEXMOOR AND DALE UNIVERSITY HOSPITALS NHS FOUNDATION TRUST", "20170401", ""),
            row("15Z", "NHS WEXMOOR CCG", "20130401", "20220630"),
            row("X5E", "ROYAL PERRIN NHS FOUNDATION TRUST", "", ""),
        ];
        Gazetteer::from_ods_csv(&rows.concat()).expect("a register")
    }

    #[test]
    fn a_name_finds_the_one_body_that_it_can_mean() {
        let register = register();
        let then = Some(date(2015, 1, 1));
        for (name, kind, published, expected) in [
            ("Northmoor FT", Trust, None, Some("X1A")),
            ("Northmoor Hospitals Foundation Trust", Trust, None, Some("X1A")),
            ("Northmoor Community Healthcare Trust", Trust, None, Some("X2B")),
            ("Northmoor CCG", Commissioner, None, None),
            ("Wexmoor and Dale Trust", Trust, None, Some("X4D")),
            ("Wexmoor and Dale Trust", Trust, then, Some("X3C")),
            ("Wexmoor and Dale University Hospitals Trust", Trust, then, Some("X4D")),
            ("Wexmoor Clinical Commissioning\nGroup", Commissioner, then, Some("15Z")),
            ("The Trust", Trust, None, None),
        ] {
            let found = register.find(name, kind, published).map(|body| body.code.as_str().to_owned());
            assert_eq!(found.as_deref(), expected, "{name} {published:?}");
        }
        assert_eq!(
            register.form_at("Royal Perrin said").map(|length| &"Royal Perrin said"[..length]),
            Some("Royal Perrin")
        );
        assert_eq!(register.form_at("Northmoor said"), None);
        assert_eq!(register.and(Gazetteer::default()).len(), 6);
    }

    #[test]
    fn a_row_that_cannot_be_read_is_named_by_its_line() {
        let good = row("X1A", "NORTHMOOR NHS TRUST", "", "");
        for (bad, expected) in [
            ("Code,Name\n".to_owned(), "expected an ODS code of capitals and digits, but found \"Code\" at line 2"),
            (row("X2B", "", "", ""), "expected the name of an organisation, but found \"\" at line 2"),
            (row("X2B", "A TRUST", "2011-04-01", ""), "expected a day as YYYYMMDD, but found \"2011-04-01\" at line 2"),
        ] {
            let error = Gazetteer::from_ods_csv(&(good.clone() + &bad)).expect_err(&bad);
            assert_eq!(error.to_string(), expected);
        }
    }
}
