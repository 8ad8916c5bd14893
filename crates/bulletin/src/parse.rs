//! The steps, from text to bulletin.

use std::sync::Arc;

use crate::Options;
use crate::context;
use crate::grammar::organisation::{Names, Organisation, ShortForms, organisations};
use crate::grammar::{Reading, Scanner};
use crate::layout::{self, Section};
use crate::model::{Article, Bulletin, Currency, MoneyFigure, Sign};
use crate::span::Span;
use crate::text::breaks::Breaks;

/// Reads any text as a bulletin.
#[must_use]
pub fn parse(text: &str) -> Bulletin {
    parse_with(text, &Options::default())
}

/// Reads any text as a bulletin, with what the caller knows of it.
#[must_use]
pub fn parse_with(text: impl Into<Arc<str>>, options: &Options) -> Bulletin {
    let text = text.into();
    let breaks = Breaks::of(&text);
    let layout = layout::layout(breaks.as_ref().map_or(&text, Breaks::text));
    let (kind, mut tagline) = (layout.kind, layout.tagline);
    let mut articles = articles(breaks.as_ref().map_or(&text, Breaks::text), layout.sections, options);
    if let Some(breaks) = breaks {
        tagline.iter_mut().chain(articles.iter_mut().flat_map(Article::spans)).for_each(|span| breaks.back(span));
    }
    Bulletin { text, kind, tagline, published: options.published, articles, warnings: Vec::new() }
}

fn articles(text: &str, sections: Vec<Section>, options: &Options) -> Vec<Article> {
    let mut scanner = Scanner::new(text);
    let mut articles: Vec<Article> =
        sections.into_iter().map(|section| article(text, &mut scanner, section, options)).collect();
    name_organisations(text, &mut articles, options);
    articles
}

/// The article of a section, with the figures of its heading and paragraphs: none reaches over two of them.
fn article(text: &str, scanner: &mut Scanner<'_>, section: Section, options: &Options) -> Article {
    let start = section.heading.or(section.paragraphs.first().copied()).unwrap_or(Span::at(0, 0));
    let body = match (section.paragraphs.first(), section.paragraphs.last()) {
        (Some(first), Some(last)) => first.cover(*last),
        _ => Span::at(start.end(), 0),
    };
    let mut figures = Vec::new();
    for part in section.heading.iter().chain(&section.paragraphs) {
        figures.extend(understand(text, start.start(), *part, &scanner.figures(*part), options));
    }
    let Section { role, label, heading, paragraphs } = section;
    Article { role, label, heading, body, paragraphs, figures, organisations: Vec::new() }
}

/// Finds the organisations of all articles, which name each other, and then whose each figure is.
fn name_organisations(text: &str, articles: &mut [Article], options: &Options) {
    let mut names = Names::default();
    let mut ends = Vec::with_capacity(articles.len());
    for article in articles.iter() {
        parts(article).for_each(|part| organisations(text, part, options.gazetteer.as_deref(), &mut names));
        ends.push(names.organisations.len());
    }
    let mut found = names.organisations;
    if let Some(short) = ShortForms::of(text, &found) {
        (found, ends) =
            with_short_forms(articles, (&found, &ends), |part, known| short.find(text, part, known, &names.others));
    }
    let mut mentions = context::entity::mentions(text, &found);
    if let Some(register) = &options.gazetteer {
        context::entity::register(text, &mut mentions, register, options.published);
    }
    let mut mentions = mentions.into_iter();
    let mut begin = 0;
    for (article, end) in articles.iter_mut().zip(ends) {
        article.organisations = mentions.by_ref().take(end - begin).collect();
        begin = end;
        if !article.figures.is_empty() {
            let parts: Vec<Span> = parts(article).collect();
            context::owners(text, &parts, &article.organisations, &mut article.figures);
        }
    }
}

/// The organisations found in the articles, with those that go by a short form among them, and where each article's end.
fn with_short_forms(
    articles: &[Article],
    (found, ends): (&[Organisation], &[usize]),
    short: impl Fn(Span, &[Organisation]) -> Vec<Organisation>,
) -> (Vec<Organisation>, Vec<usize>) {
    let (mut all, mut all_ends) = (Vec::with_capacity(found.len()), Vec::with_capacity(ends.len()));
    let mut begin = 0;
    for (article, &end) in articles.iter().zip(ends) {
        let (known, known_end) = (&found[begin..end], all.len());
        all.extend_from_slice(known);
        parts(article).for_each(|part| all.extend(short(part, known)));
        all[known_end..].sort_unstable_by_key(|organisation| organisation.span);
        all_ends.push(all.len());
        begin = end;
    }
    (all, all_ends)
}

/// The heading and the paragraphs of an article.
fn parts(article: &Article) -> impl Iterator<Item = Span> + '_ {
    article.heading.iter().chain(&article.paragraphs).copied()
}

/// The figures of any text, read without layout.
#[must_use]
pub fn find_money(text: &str) -> Vec<MoneyFigure> {
    find_money_with(text, &Options::default())
}

/// The figures of any text, read without layout, with what the caller knows of it.
#[must_use]
pub fn find_money_with(text: &str, options: &Options) -> Vec<MoneyFigure> {
    let breaks = Breaks::of(text);
    let mut figures = figures(breaks.as_ref().map_or(text, Breaks::text), options);
    if let Some(breaks) = breaks {
        figures.iter_mut().flat_map(MoneyFigure::spans).for_each(|span| breaks.back(span));
    }
    figures
}

fn figures(text: &str, options: &Options) -> Vec<MoneyFigure> {
    let whole = Span::at(0, text.len());
    let mut figures = understand(text, 0, whole, &Scanner::new(text).figures(whole), options);
    if !figures.is_empty() {
        let mut names = Names::default();
        organisations(text, whole, options.gazetteer.as_deref(), &mut names);
        context::owners(text, &[whole], &context::entity::mentions(text, &names.organisations), &mut figures);
    }
    figures
}

/// The figures of one paragraph of the story that starts at byte `story`, with what the caller's options say of them.
fn understand(text: &str, story: usize, paragraph: Span, readings: &[Reading], options: &Options) -> Vec<MoneyFigure> {
    let mut figures = context::figures(text, story, paragraph, readings, options.published);
    if let Some(code) = options.dollar {
        for figure in figures.iter_mut().filter(|figure| figure.currency == Currency::Unresolved(Sign::Dollar)) {
            figure.currency = Currency::Assumed(code);
        }
    }
    figures
}
