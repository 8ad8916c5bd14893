//! The page, from its policy to its script.

use std::fmt::Display;

use super::digest::Digest;
use super::html::{Attributes, Html};
use super::policy::{SCRIPT, STYLE, policy};
use super::{chart, rows, totals};

/// The page up to its data.
pub(super) fn before_data(digest: &Digest, problems: &[String]) -> String {
    let mut html = Html::default();
    html.literal("<!DOCTYPE html>\n<html lang=\"en\">\n");
    html.element("head", &[], |html| head(html, digest));
    html.literal("\n<body>\n<a class=\"skip\" href=\"#figures\">Skip to the figures</a>\n");
    html.element("header", &[], |html| {
        html.leaf("h1", &[], format_args!("Money in {}", many(digest.documents.len(), "bulletin")));
        facts(html, digest, problems);
    });
    html.literal("\n<main>\n");
    list(&mut html, problems);
    totals::write(&mut html, digest);
    chart::write(&mut html, digest);
    rows::write(&mut html, digest);
    html.literal("</main>\n");
    html.leaf("footer", &[], format_args!("Made by bulletin {}.", env!("CARGO_PKG_VERSION")));
    html.literal("\n<script type=\"application/json\" id=\"data\">");
    html.into_string()
}

/// The page after its data.
pub(super) fn after_data() -> String {
    let mut html = Html::default();
    html.literal("</script>\n");
    html.element("script", &[], |html| html.literal(SCRIPT));
    html.literal("\n</body>\n</html>\n");
    html.into_string()
}

/// A section with its heading, which its id leads to.
pub(super) fn section(html: &mut Html, id: &'static str, heading: &str, content: impl FnOnce(&mut Html)) {
    let heading_id = format!("{id}-heading");
    html.element("section", &[("id", &id), ("aria-labelledby", &heading_id)], |html| {
        html.leaf("h2", &[("id", &heading_id)], heading);
        content(html);
    });
    html.literal("\n");
}

/// What is scrolled sideways where it is wider than the screen, by keyboard too.
pub(super) fn scroll(html: &mut Html, label: &str, content: impl FnOnce(&mut Html)) {
    let attributes: Attributes<'_> =
        &[("class", &"scroll"), ("tabindex", &"0"), ("role", &"group"), ("aria-label", &label)];
    html.element("div", attributes, content);
}

/// A number of things: "1 bulletin", "1,200 figures".
pub(super) fn many(number: usize, thing: &str) -> String {
    format!("{} {thing}{}", grouped(number), if number == 1 { "" } else { "s" })
}

/// A number with its thousands told apart.
pub(super) fn grouped(number: usize) -> String {
    bulletin_table::with_thousands(number.into())
}

/// The policy comes before whatever it is for.
fn head(html: &mut Html, digest: &Digest) {
    html.open("meta", &[("charset", &"utf-8")]);
    html.open("meta", &[("http-equiv", &"Content-Security-Policy"), ("content", &policy())]);
    for (name, content) in [
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("referrer", "no-referrer"),
    ] {
        html.open("meta", &[("name", &name), ("content", &content)]);
    }
    let (bulletins, figures) = (many(digest.documents.len(), "bulletin"), many(digest.figures.len(), "figure"));
    html.leaf("title", &[], format_args!("Money in {bulletins}: {figures}"));
    html.element("style", &[], |html| html.literal(STYLE));
}

/// What was read, at a glance.
fn facts(html: &mut Html, digest: &Digest, problems: &[String]) {
    let undated = digest.documents.iter().filter(|document| document.published.is_none()).count();
    let days = match digest.days() {
        None => "not known".to_owned(),
        Some((first, last)) if undated == 0 => format!("{first} to {last}"),
        Some((first, last)) => format!("{first} to {last}, {} not known", grouped(undated)),
    };
    let warnings = problems.iter().filter(|problem| is_warning(problem)).count();
    let unread = problems.len() - warnings;
    let problems = match (unread, warnings) {
        (0, 0) => "everything was read".to_owned(),
        (0, _) => many(warnings, "warning"),
        (_, 0) => format!("{} not read", grouped(unread)),
        (_, _) => format!("{} not read, {}", grouped(unread), many(warnings, "warning")),
    };
    let facts: [(&str, &dyn Display); 6] = [
        ("Folder", &digest.folder),
        ("Bulletins", &grouped(digest.documents.len())),
        ("Figures", &grouped(digest.figures.len())),
        ("Organisations with figures", &grouped(digest.organisations.texts().len())),
        ("Published", &days),
        ("Problems", &problems),
    ];
    html.element("dl", &[("class", &"facts")], |html| {
        for (name, value) in facts.into_iter().skip(usize::from(digest.folder.is_empty())) {
            html.element("div", &[], |html| {
                html.leaf("dt", &[], name);
                html.leaf("dd", &[], value);
            });
        }
    });
}

/// What could not be read, or not as it was.
fn list(html: &mut Html, problems: &[String]) {
    /// Standard error has them all.
    const MOST: usize = 500;
    if problems.is_empty() {
        return;
    }
    let items = |html: &mut Html| {
        for problem in problems.iter().filter(|problem| !is_warning(problem)).take(MOST) {
            html.leaf("li", &[], problem);
        }
        for problem in problems.iter().filter(|problem| is_warning(problem)).take(MOST) {
            html.leaf("li", &[], problem);
        }
    };
    let is_all_read = problems.iter().all(|problem| is_warning(problem));
    let (heading, open): (_, Attributes<'_>) =
        if is_all_read { ("Warnings", &[]) } else { ("What could not be read", &[("open", &"")]) };
    section(html, "problems", heading, |html| {
        html.element("details", open, |html| {
            html.leaf("summary", &[], many(problems.len(), "message"));
            html.element("ul", &[], items);
            if problems.len() > MOST {
                html.leaf("p", &[], "Standard error had more of them than are listed here.");
            }
        });
    });
}

fn is_warning(problem: &str) -> bool {
    problem.starts_with("warning: ")
}
