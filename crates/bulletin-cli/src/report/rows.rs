//! The table of figures. The page holds its first rows for readers without script; the script writes the others the
//! same way.

use bulletin_table::with_thousands;

use super::digest::{Digest, Figure};
use super::html::Html;
use super::page::{grouped, scroll, section};

/// How many figures the table shows at a time.
const ROWS: usize = 100;

/// The columns: the name that the script knows each by, and its heading.
const COLUMNS: [(&str, &str); 12] = [
    ("phrase", "Phrase"),
    ("amount", "Amount"),
    ("currency", "Currency"),
    ("qualifier", "Qualifier"),
    ("topic", "Topic"),
    ("change", "Change"),
    ("per", "Per"),
    ("periods", "Periods"),
    ("organisations", "Organisations"),
    ("published", "Published"),
    ("heading", "Article"),
    ("document", "Document"),
];

/// What makes a spreadsheet that opens or is given the page read a cell as a formula.
const FORMULA_STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes the section of figures.
pub(super) fn write(html: &mut Html, digest: &Digest) {
    section(html, "figures", "Every figure", |html| {
        if digest.figures.len() > ROWS {
            html.element("noscript", &[], |html| {
                let all = grouped(digest.figures.len());
                html.leaf(
                    "p",
                    &[],
                    format_args!("These are the first {ROWS} of {all}; the rest is shown by a script."),
                );
            });
        }
        // The script fills these in.
        html.element("div", &[("id", &"controls"), ("hidden", &"")], |_| {});
        scroll(html, "Table of figures", |html| {
            html.element("table", &[("id", &"table"), ("data-rows", &ROWS)], |html| table(html, digest));
        });
        html.element("nav", &[("id", &"pages"), ("aria-label", &"Pages of the table"), ("hidden", &"")], |_| {});
    });
}

fn table(html: &mut Html, digest: &Digest) {
    html.leaf("caption", &[], "Every figure, and the sentence that it stands in");
    html.element("thead", &[], |html| {
        html.element("tr", &[], |html| {
            for (name, heading) in COLUMNS {
                html.leaf("th", &[("scope", &"col"), ("data-column", &name)], heading);
            }
        });
    });
    html.literal("\n");
    html.element("tbody", &[], |html| {
        for figure in digest.figures.iter().take(ROWS) {
            row(html, digest, figure);
            html.element("tr", &[("class", &"words")], |html| {
                html.element("td", &[("colspan", &COLUMNS.len())], |html| words(html, digest, figure));
            });
            html.literal("\n");
        }
    });
}

fn row(html: &mut Html, digest: &Digest, figure: &Figure) {
    let organisations: Vec<_> = figure.organisations.iter().map(|place| digest.organisations.at(*place)).collect();
    let document = digest.documents.get(figure.document);
    let upper = figure.upper.map(|upper| format!("–{}", with_thousands(upper))).unwrap_or_default();
    let cells: [(&str, String); COLUMNS.len()] = [
        ("phrase", figure.phrase.clone()),
        ("number", with_thousands(figure.amount) + &upper),
        ("", figure.currency.map(|code| code.to_string()).unwrap_or_default()),
        ("", spaced(figure.qualifier.as_str())),
        ("", figure.topic.map(|topic| topic.to_string()).unwrap_or_default()),
        ("", figure.change.map(|change| change.to_string()).unwrap_or_default()),
        ("", figure.per.clone().unwrap_or_default()),
        ("", figure.periods.join("; ")),
        ("name", organisations.join("; ")),
        ("day", document.and_then(|document| document.published).map(|day| day.to_string()).unwrap_or_default()),
        ("name", figure.heading.map(|place| digest.headings.at(place).to_owned()).unwrap_or_default()),
        ("name", document.map(|document| document.name.clone()).unwrap_or_default()),
    ];
    html.element("tr", &[], |html| {
        for (class, text) in cells {
            let cell = |html: &mut Html| {
                if class != "number" {
                    guard(html, &text);
                }
                html.text(&text);
            };
            match class {
                "phrase" => html.element("th", &[("scope", &"row"), ("class", &class)], cell),
                _ => html.element("td", &[("class", &class)], cell),
            }
        }
    });
}

/// The sentence with the words marked, and the readings that rest on words elsewhere.
fn words(html: &mut Html, digest: &Digest, figure: &Figure) {
    let sentence = digest.sentences.at(figure.sentence);
    html.element("p", &[("class", &"sentence")], |html| {
        guard(html, sentence);
        let mut at = 0;
        let part = |start: usize, end: usize| sentence.chars().skip(start).take(end - start).collect::<String>();
        for mark in &figure.marks {
            html.text(part(at, mark.0));
            html.element("mark", &[("class", &mark.2.replace(',', ""))], |html| {
                html.text(part(mark.0, mark.1));
                if mark.2 != "figure" && mark.2 != "phrase" {
                    html.text('\u{a0}');
                    html.leaf("small", &[], &mark.2);
                }
            });
            at = mark.1;
        }
        html.text(part(at, usize::MAX));
    });
    for told in &figure.elsewhere {
        let (reading, value, words) = (told.0, &told.1, &told.2);
        html.leaf(
            "p",
            &[("class", &"elsewhere")],
            format_args!("{reading}: {value}, by “{words}” elsewhere in the article"),
        );
    }
}

/// An apostrophe that is not seen, but goes along where the cell is copied or opened in a spreadsheet.
fn guard(html: &mut Html, text: &str) {
    if text.trim_start().starts_with(FORMULA_STARTS) {
        html.leaf("span", &[("class", &"guard"), ("aria-hidden", &"true")], "'");
    }
}

/// A name of several words as people write it: "more than".
fn spaced(name: &str) -> String {
    name.replace('_', " ")
}
