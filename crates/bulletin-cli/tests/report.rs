//! `bulletin report`: one page, whole, harmless and right.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::fmt::Write as _;
use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::{Folder, NEWS};

/// What stands between two marks of a page, the first time.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("expected {start} in the page"));
    rest.split_once(end).unwrap_or_else(|| panic!("expected {end} after {start}")).0
}

/// What the page's script reads.
fn data(page: &str) -> Value {
    serde_json::from_str(between(page, "<script type=\"application/json\" id=\"data\">", "</script>")).unwrap()
}

/// The cells of a table's rows, without their tags.
fn cells(html: &str) -> Vec<Vec<String>> {
    let rows = html.split("<tr").skip(1);
    rows.map(|row| row.split("</t").map(words).filter(|cell| !cell.is_empty()).collect()).collect()
}

/// A piece of HTML without its tags, and without what is left of a tag at either end.
fn words(html: &str) -> String {
    let mut depth = 0_i32;
    let html = html.split_once('>').map_or("", |(_, html)| html);
    let mut words = String::new();
    for character in html.chars() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ if depth == 0 => words.push(character),
            _ => {}
        }
    }
    words.trim().to_owned()
}

#[test]
fn a_page_tells_what_was_read() {
    let other = NEWS.replace("parking", "driving");
    let folder = Folder::with(&[("in/one.txt", NEWS.as_bytes()), ("in/other.txt", other.as_bytes())]);
    assert_eq!(folder.run(&["report", "in", "-o", "report.html"]).clean(), "");
    assert_eq!(folder.names(), ["in", "report.html"]);
    let page = fs::read_to_string(folder.path("report.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && page.ends_with("</html>\n"));
    assert!(page.contains("<title>Money in 2 bulletins: 6 figures</title>"));
    assert!(page.contains("<h1>Money in 2 bulletins</h1>"));
    let facts = between(&page, "<dl class=\"facts\">", "</dl>");
    for (name, value) in [
        ("Folder", "in/"),
        ("Bulletins", "2"),
        ("Figures", "6"),
        ("Published", "not known"),
        ("Problems", "everything was read"),
    ] {
        assert!(facts.contains(&format!("<dt>{name}</dt><dd>{value}</dd>")), "{name}: {facts}");
    }
    assert_eq!(page, folder.run(&["report", "in"]).clean(), "the same on standard output, and each time");
}

#[test]
fn totals_are_of_levels_by_currency() {
    let text = "\
The trust owes £3m. It owes between £10m and £12m. It owes £0.50.

Locums cost £22 an hour. The deficit worsened by £4m.

A permit costs €2.50. It owes $5m.
";
    let folder = Folder::with(&[("news.txt", text.as_bytes())]);
    let page = folder.run(&["report", "news.txt"]).clean();
    let totals = between(&page, "<table class=\"totals\">", "</table>");
    let expected = [
        ["Currency", "Total of levels", "Levels", "Rates, not added", "Changes, not added"],
        ["GBP", "13,000,000.50", "3", "1", "1"],
        ["EUR", "2.50", "1", "0", "0"],
        ["not stated", "not added", "1", "0", "0"],
    ];
    let mut found = cells(totals);
    found[1..].sort_by_key(|row| expected.iter().position(|other| other[0] == row[0]));
    assert_eq!(found, expected);
    for words in ["Only levels are added.", "A range counts by its low end"] {
        assert!(page.contains(words), "{words}");
    }
    let figures = &data(&page)["figures"];
    assert_eq!(figures["amount"], json!(["3000000", "10000000", "0.5", "22", "4000000", "2.5", "5000000"]));
    assert_eq!(figures["upper"], json!([null, "12000000", null, null, null, null, null]));
    assert_eq!(figures["currency"], json!(["GBP", "GBP", "GBP", "GBP", "GBP", "EUR", null]));
    assert_eq!(figures["per"], json!([null, null, null, "hour", null, null, null]));
}

#[test]
fn the_data_are_those_of_the_figures() {
    let folder = Folder::of_news();
    let data = data(&folder.run(&["report", "news.txt"]).clean());
    let lines = folder.run(&["figures", "--format", "jsonl", "news.txt"]).clean();
    let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records.len(), 3);
    for (index, record) in records.iter().enumerate() {
        let cell = |name: &str| &data["figures"][name][index];
        assert_eq!(cell("phrase"), &record["phrase"].as_str().unwrap().replace('\n', " "));
        for name in ["amount", "upper", "currency", "qualifier", "topic", "change", "per", "periods"] {
            assert_eq!(cell(name), &record[name], "{name}");
        }
        let pooled = |pool: &str, place: &Value| data[pool][usize::try_from(place.as_u64().unwrap()).unwrap()].clone();
        assert_eq!(pooled("headings", cell("heading")), record["heading"]);
        assert_eq!(pooled("documents", cell("document")), record["document"]);
        let sentence = pooled("sentences", cell("sentence"));
        assert_eq!(sentence, record["sentence"].as_str().unwrap().replace('\n', " "));
        let owners = cell("organisations").as_array().unwrap().iter().map(|place| pooled("organisations", place));
        assert_eq!(json!(owners.collect::<Vec<_>>()), record["organisations"]);
        let points: Vec<char> = sentence.as_str().unwrap().chars().collect();
        let place = |mark: &Value, at: usize| usize::try_from(mark[at].as_u64().unwrap()).unwrap();
        let marked: Vec<String> = (cell("marks").as_array().unwrap().iter())
            .filter(|mark| mark[2] == "figure")
            .map(|mark| points[place(mark, 0)..place(mark, 1)].iter().collect())
            .collect();
        assert_eq!(marked, [record["text"].as_str().unwrap().replace('\n', " ")]);
    }
}

#[test]
fn the_policy_allows_our_style_and_script_and_nothing_else() {
    let page = Folder::of_news().run(&["report", "news.txt"]).clean();
    let hash = |source: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(source)));
    let style = between(&page, "<style>", "</style>");
    let script = between(&page, "<script>", "</script>");
    assert!(style.len() > 1000 && script.len() > 1000);
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src {}; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">",
        hash(style),
        hash(script)
    );
    let head = between(&page, "<head>", "<style>").replace("&#39;", "'");
    assert!(head.starts_with(&format!("<meta charset=\"utf-8\">{policy}")), "{head}");
    for needless in ["http://", "https://", " src=", " href=\"h", "url(", "@import", " style=", " onclick=", "<link"] {
        assert!(!page.contains(needless), "{needless}");
    }
    assert_eq!(page.matches("<script").count(), 2);
}

/// The elements that a page is made of.
const TAGS: &str = "a body caption dd desc details div dl dt figcaption figure footer h1 h2 head header html li line \
    main mark meta nav noscript p rect section small span strong style summary svg table tbody td text th thead title tr ul";

/// Whatever a bulletin can say stands in the page as text, wherever it comes to stand.
#[test]
fn nothing_of_a_bulletin_is_markup() {
    const BAD: &str = "<script>bad()</script><img/src=x/onerror=bad()>\"'><!--";
    let text = format!(
        "## Big {BAD} spenders\n\n{BAD} Alder <b>Vale</b> Foundation Trust owes £3m {BAD} per <i>head</i> in \
         2017-18.\n\n## =HYPERLINK(\"javascript:bad()\")\n\n=1+1 owes -£5m.\n\u{202E}It owes £7m.\u{0}\u{1B}[2J\n"
    );
    let name = "<script>bad()<|script>.txt";
    let folder = Folder::with(&[(name, text.replace('\0', "\u{1}").as_bytes())]);
    let done = folder.run(&["report", name, "<b>missing.txt"]);
    assert_eq!(done.code, Some(1), "{}", done.err);
    let page = done.out;
    let (html, rest) = page.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    assert!(!data.contains('<'), "{data}");
    assert!(data.contains("\\u003cscript>bad()"), "the test's own words came through");
    for bad in ["<script", "<img", "<b>", "<i>", "<!--", "\u{202E}", "\u{1B}", "\u{1}"] {
        assert!(!html.contains(bad), "{bad} in {html}");
    }
    for told in ["&lt;script&gt;bad()", "found nothing at &lt;b&gt;missing.txt", "&#39;&gt;&lt;!--"] {
        assert!(html.contains(told), "{told} in {html}");
    }
    // All tags are ours, and none has an attribute that runs.
    let html = html.replace(between(html, "<style>", "</style>"), "");
    for tag in html.split('<').skip(1) {
        let tag = tag.split_once('>').unwrap().0.trim_start_matches('/');
        let name = tag.split_whitespace().next().unwrap();
        assert!(TAGS.split(' ').any(|tag| tag == name) || name == "!DOCTYPE", "<{tag}>");
        assert!(!tag.contains(" on") && !tag.contains("javascript:"), "<{tag}>");
    }
    let guard = "<span class=\"guard\" aria-hidden=\"true\">'</span>".replace('\'', "&#39;");
    for formula in ["=HYPERLINK(", "-£5m"] {
        assert!(html.contains(&format!("{guard}{formula}")), "{formula} in {html}");
    }
}

#[test]
fn a_page_shows_its_first_figures_without_script() {
    let text = (1..=250).fold("News\n\n".to_owned(), |mut text, number| {
        write!(text, "It owes £{number}m. ").unwrap();
        text
    });
    let page = Folder::with(&[("news.txt", text.as_bytes())]).run(&["report", "news.txt"]).clean();
    let table = between(&page, "<table id=\"table\"", "</table>");
    assert_eq!(table.matches("<th scope=\"row\"").count(), 100);
    assert_eq!(table.matches("<tr class=\"words\">").count(), 100);
    assert!(page.contains("These are the first 100 of 250"));
    assert_eq!(data(&page)["figures"]["amount"].as_array().unwrap().len(), 250);
    assert!(page.contains(">31,375,000,000<"), "the total is of all");
}

#[test]
fn days_and_years_have_their_charts() {
    let folder = Folder::with(&[("news.txt", b"It owed \xC2\xA33m in 2017-18 and \xC2\xA34m in 2019-20.")]);
    let page = folder.run(&["report", "--published", "2020-03-09", "news.txt"]).clean();
    assert!(page.contains("<dt>Published</dt><dd>2020-03-09 to 2020-03-09</dd>"));
    let charts = between(&page, "<section id=\"charts\"", "</section>");
    assert_eq!(charts.matches("<svg class=\"columns\" role=\"img\" aria-labelledby=").count(), 2);
    let tables = charts.split("<table class=\"counts\">").skip(1);
    let tables: Vec<_> = tables.map(|table| cells(table.split("</table>").next().unwrap())).collect();
    assert_eq!(tables[0], [["month", "figures"], ["2020-03", "2"]]);
    assert_eq!(tables[1], [["year", "figures"], ["2017", "1"], ["2018", "0"], ["2019", "1"]]);
    assert!(charts.contains("<title>2017: 1 figure</title>"));
}

#[test]
fn a_page_without_figures_says_so() {
    let page = Folder::with(&[("news.txt", b"Nothing.")]).run(&["report", "news.txt"]).clean();
    assert!(page.contains("No bulletin states an amount of money."));
    assert!(!page.contains("<section id=\"charts\""));
    assert_eq!(data(&page)["figures"]["amount"], json!([]));
}

#[test]
fn what_could_not_be_read_is_told_in_the_page_and_by_the_exit_code() {
    let folder = Folder::with(&[("news.txt", NEWS.as_bytes()), ("old.txt", b"The caf\xE9 owes \xA33m.")]);
    let done = folder.run(&["report", "missing.txt", "old.txt", "news.txt", "-o", "report.html"]);
    assert_eq!((done.code, &*done.out), (Some(1), ""));
    let page = fs::read_to_string(folder.path("report.html")).unwrap();
    assert!(page.contains("<dt>Problems</dt><dd>1 not read, 1 warning</dd>"));
    let problems = between(&page, "<section id=\"problems\"", "</section>");
    assert_eq!(done.err.lines().last().unwrap(), "bulletin: 2 bulletins read; 1 unreadable");
    assert_eq!(done.err.lines().count(), 3);
    for line in done.err.lines().take(2) {
        let message = line.strip_prefix("bulletin: ").unwrap();
        assert!(problems.contains(&format!("<li>{message}</li>")), "{message} in {problems}");
    }
}

#[test]
fn a_page_stays_where_no_input_could_be_read() {
    let folder = Folder::with(&[("report.html", b"old")]);
    let done = folder.run(&["report", "missing.txt", "-o", "report.html"]);
    assert_eq!(done.code, Some(1));
    assert!(done.err.ends_with("expected to write report.html, but found: no bulletin that could be read\n"));
    assert_eq!(fs::read(folder.path("report.html")).unwrap(), b"old");
    assert_eq!(folder.names(), ["report.html"]);
    let done = folder.run(&["report", "-o", "report.html"]);
    assert_eq!(done.code, Some(2), "{}", done.err);
    let done = folder.run(&["report", "-", "-o", "no/such/folder/report.html"]);
    assert_eq!(done.code, Some(1));
    assert!(
        done.err.starts_with("bulletin: expected to write no/such/folder/report.html, but found: "),
        "{}",
        done.err
    );
}
