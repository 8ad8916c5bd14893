//! How right the readings are, per measure, beside the figures that were last committed: what a rule gained and lost.
//!
//! `make accuracy` shows the table; `cargo bench --bench accuracy -- --write` puts it in `benches/accuracy.tsv`. Samples
//! that `samples/HELD_OUT` names are told apart: nobody looks at them while tuning rules. A label with several right
//! answers takes any, as `samples/README.md` says.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What is counted, in the order that it is shown.
const MEASURES: [&str; 12] = [
    "articles",
    "figures",
    "amount",
    "currency",
    "qualifier",
    "per",
    "change",
    "topic",
    "period",
    "owner",
    "mentions",
    "kind of mention",
];

/// How often a claim was right, made, and wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    right: usize,
    claimed: usize,
    wanted: usize,
}

impl Tally {
    fn add(&mut self, right: bool, claimed: bool, wanted: bool) {
        self.right += usize::from(right);
        self.claimed += usize::from(claimed);
        self.wanted += usize::from(wanted);
    }

    fn add_counts(&mut self, right: usize, claimed: usize, wanted: usize) {
        self.right += right;
        self.claimed += claimed;
        self.wanted += wanted;
    }

    #[allow(clippy::cast_precision_loss)]
    fn share(part: usize, whole: usize) -> f64 {
        if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
    }

    fn f1(self) -> f64 {
        Tally::share(2 * self.right, self.claimed + self.wanted)
    }
}

type Scores = BTreeMap<(String, &'static str), Tally>;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = root.join("benches/accuracy.tsv");
    let last = read(&fs::read_to_string(&committed).unwrap_or_default());
    let mut scores = Scores::new();
    for (set, document) in documents(root) {
        score(&set, &document, &mut scores);
    }
    assert!(!scores.is_empty(), "expected labelled samples, but found none");
    show(&scores, &last);
    if std::env::args().any(|argument| argument == "--write") {
        fs::write(&committed, written(&scores)).unwrap();
    }
}

/// The labelled documents, each with the set that it belongs to.
fn documents(root: &Path) -> Vec<(String, PathBuf)> {
    let held_out = fs::read_to_string(root.join("samples/HELD_OUT")).unwrap_or_default();
    let held_out: BTreeSet<&str> = held_out.split_whitespace().collect();
    let mut documents = Vec::new();
    for (set, folder) in [("samples", root.join("samples")), ("seeds", root.join("../shared/seeds"))] {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_some_and(|extension| extension == "txt") && path.with_extension("json").exists() {
                let set = if set == "samples" && held_out.contains(name.as_str()) { "held out" } else { set };
                documents.push((set.to_owned(), path));
            }
        }
    }
    documents
}

fn score(set: &str, document: &Path, scores: &mut Scores) {
    let text = fs::read_to_string(document).unwrap();
    let labels: Value = serde_json::from_str(&fs::read_to_string(document.with_extension("json")).unwrap()).unwrap();
    let record = serde_json::to_value(bulletin::parse(&text).record()).unwrap();
    let articles = list(&record["articles"]);
    let mut tally = |measure: &'static str| *scores.entry((set.to_owned(), measure)).or_default();
    let mut counts: BTreeMap<&'static str, Tally> =
        MEASURES.into_iter().map(|measure| (measure, tally(measure))).collect();
    let lines = |article: &&Value| (article["start_line"].as_u64(), article["end_line"].as_u64());
    let wanted = list(&labels["articles"]);
    let right = wanted.iter().filter(|label| articles.iter().any(|article| lines(article) == lines(label))).count();
    counts.get_mut("articles").unwrap().add_counts(right, articles.len(), wanted.len());
    let found: Vec<&Value> = articles.iter().flat_map(|article| list(&article["figures"])).collect();
    for label in list(&labels["figures"]) {
        let figure = found.iter().find(|figure| place(figure) == place(label)).copied();
        judge(label, figure, &mut counts);
    }
    let labelled = |figure: &Value| list(&labels["figures"]).iter().any(|label| overlap(label, figure));
    let spurious = found.iter().filter(|figure| !labelled(figure)).count();
    counts.get_mut("figures").unwrap().claimed += spurious;
    let mentions: Vec<&Value> = articles.iter().flat_map(|article| list(&article["organisations"])).collect();
    judge_mentions(&list(&labels["organisations"]), &mentions, &mut counts);
    scores.extend(counts.into_iter().map(|(measure, tally)| ((set.to_owned(), measure), tally)));
}

/// One figure against its label.
fn judge(label: &Value, figure: Option<&Value>, counts: &mut BTreeMap<&'static str, Tally>) {
    if label["optional"] == Value::Bool(true) {
        return;
    }
    let mut add = |measure, right, claimed, wanted| counts.get_mut(measure).unwrap().add(right, claimed, wanted);
    add("figures", figure.is_some(), figure.is_some(), true);
    let Some(figure) = figure else { return };
    let same = |key: &str| accepted(label, key).contains(&figure[key].as_str().map(str::to_owned));
    let amount = ["amount", "upper"].iter().all(|key| {
        let number =
            |value: &Value| value[*key].as_str().map(|amount| amount.parse::<rust_decimal::Decimal>().unwrap());
        number(label) == number(figure)
    });
    add("amount", amount, true, true);
    add("currency", same("currency"), true, true);
    add("qualifier", same("qualifier"), true, true);
    for measure in ["per", "change", "topic"] {
        let (right, claimed) = (same(measure), !figure[measure].is_null());
        let wanted = !accepted(label, measure).contains(&None) || (claimed && right);
        add(measure, claimed && right, claimed, wanted);
    }
    let periods = |value: &Value| names(value).collect::<BTreeSet<_>>();
    let (want, found) = (periods(&label["periods"]), periods(&figure["periods"]));
    let also = list(&label["period_also"])
        .iter()
        .any(|answer| BTreeSet::from([answer.as_str().unwrap_or_default()].map(name)) == found);
    let right = !found.is_empty() && (found == want || also);
    add("period", right, !found.is_empty(), right || !want.is_empty());
    let (want, found) = (periods(&label["organisations"]), periods(&figure["organisations"]));
    let also = periods(&label["organisations_also"]);
    let right = want.intersection(&found).count();
    let claimed = found.iter().filter(|owner| want.contains(*owner) || !also.contains(*owner)).count();
    counts.get_mut("owner").unwrap().add_counts(right, claimed, want.len());
}

fn judge_mentions(labels: &[&Value], found: &[&Value], counts: &mut BTreeMap<&'static str, Tally>) {
    let at = |place: (u64, u64), values: &[&Value]| {
        values.iter().find(|value| self::place(value) == place).map(|value| (*value).clone())
    };
    for mention in found {
        match at(place(mention), labels) {
            Some(label) if label["optional"] == Value::Bool(true) => {}
            Some(label) => {
                counts.get_mut("mentions").unwrap().add(true, true, true);
                let kind = accepted(&label, "kind").contains(&mention["kind"].as_str().map(str::to_owned));
                counts.get_mut("kind of mention").unwrap().add(kind, true, true);
            }
            None if labels.iter().any(|label| label["optional"] == Value::Bool(true) && overlap(label, mention)) => {}
            None => counts.get_mut("mentions").unwrap().add(false, true, false),
        }
    }
    let missed =
        labels.iter().filter(|label| label["optional"] != Value::Bool(true) && at(place(label), found).is_none());
    counts.get_mut("mentions").unwrap().wanted += missed.count();
}

/// Every right answer for `key`; `None` where no claim is right.
fn accepted(label: &Value, key: &str) -> Vec<Option<String>> {
    let answers = |value: &Value| match value {
        Value::Array(values) if values.is_empty() => vec![None],
        Value::Array(values) => values.iter().map(|value| value.as_str().map(str::to_owned)).collect(),
        value => vec![value.as_str().map(str::to_owned)],
    };
    let also = label.get(format!("{key}_also")).map(answers).unwrap_or_default();
    answers(&label[key]).into_iter().chain(also).collect()
}

fn list(value: &Value) -> Vec<&Value> {
    value.as_array().into_iter().flatten().collect()
}

fn names(value: &Value) -> impl Iterator<Item = String> + '_ {
    list(value).into_iter().filter_map(Value::as_str).map(name)
}

/// A name with its quotes and white space evened out, and without "the".
fn name(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'");
    name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
}

fn place(value: &Value) -> (u64, u64) {
    (value["start"].as_u64().unwrap(), value["end"].as_u64().unwrap())
}

fn overlap(one: &Value, other: &Value) -> bool {
    place(one).0 < place(other).1 && place(other).0 < place(one).1
}

fn show(scores: &Scores, last: &BTreeMap<(String, String), Tally>) {
    println!(
        "{:<10}{:<17}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}{:>9}",
        "set", "measure", "right", "claimed", "wanted", "P", "R", "F1", "change"
    );
    for set in ["samples", "held out", "seeds"] {
        for measure in MEASURES {
            let Some(tally) = scores.get(&(set.to_owned(), measure)) else { continue };
            let precision = Tally::share(tally.right, tally.claimed);
            let recall = Tally::share(tally.right, tally.wanted);
            let change = last.get(&(set.to_owned(), measure.to_owned())).map_or("new".to_owned(), |last| {
                if last == tally { "=".to_owned() } else { format!("{:+.3}", tally.f1() - last.f1()) }
            });
            let Tally { right, claimed, wanted } = tally;
            let f1 = tally.f1();
            println!(
                "{set:<10}{measure:<17}{right:>6}{claimed:>8}{wanted:>8}{precision:>8.3}{recall:>8.3}{f1:>8.3}{change:>9}"
            );
        }
    }
}

fn written(scores: &Scores) -> String {
    let rows = scores.iter().map(|((set, measure), tally)| {
        format!("{set}\t{measure}\t{}\t{}\t{}\n", tally.right, tally.claimed, tally.wanted)
    });
    "set\tmeasure\tright\tclaimed\twanted\n".to_owned() + &rows.collect::<String>()
}

fn read(table: &str) -> BTreeMap<(String, String), Tally> {
    let row = |line: &str| {
        let mut columns = line.split('\t');
        let key = (columns.next()?.to_owned(), columns.next()?.to_owned());
        let mut number = || columns.next()?.parse().ok();
        Some((key, Tally { right: number()?, claimed: number()?, wanted: number()? }))
    };
    table.lines().filter_map(row).collect()
}
