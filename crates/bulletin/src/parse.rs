//! The steps, from text to bulletin.

use std::sync::Arc;

use crate::Options;
use crate::context::{self, Draft, Part};
use crate::grammar::Scanner;
use crate::grammar::organisation::{Names, Organisation, ShortForms, organisations};
use crate::layout::{self, Section};
use crate::model::{Article, Bulletin, Currency, MoneyFigure, Role, Sign};
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
    let (mut articles, mut readings) = (Vec::with_capacity(sections.len()), Vec::with_capacity(sections.len()));
    for section in sections {
        let article = article(section);
        readings.push(parts(&article).map(|part| (part, scanner.figures(part))).collect::<Vec<Part>>());
        articles.push(article);
    }
    if !options.amounts_only {
        name_organisations(text, &mut articles, options);
    }
    for (article, readings) in articles.iter_mut().zip(&readings) {
        let Article { role, heading, .. } = *article;
        let draft = Draft { text, role, heading, parts: readings, mentions: &article.organisations };
        article.figures = understand(&draft, options);
    }
    articles
}

/// The article of a section, its figures and organisations still to be read.
fn article(section: Section) -> Article {
    let start = section.heading.or(section.paragraphs.first().copied()).unwrap_or(Span::at(0, 0));
    let body = match (section.paragraphs.first(), section.paragraphs.last()) {
        (Some(first), Some(last)) => first.cover(*last),
        _ => Span::at(start.end(), 0),
    };
    let Section { role, label, heading, paragraphs } = section;
    Article { role, label, heading, body, paragraphs, figures: Vec::new(), organisations: Vec::new() }
}

/// Finds the organisations of all articles, which name each other.
fn name_organisations(text: &str, articles: &mut [Article], options: &Options) {
    let mut names = Names::default();
    let mut ends = Vec::with_capacity(articles.len());
    for article in articles.iter() {
        parts(article).for_each(|part| organisations(text, part, options.gazetteer.as_deref(), &mut names));
        ends.push(names.organisations.len());
    }
    let mut found = names.organisations;
    if let Some(short) = ShortForms::of(text, &found, &names.others) {
        for one in &mut found {
            short.claim(text, one);
        }
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
    let readings = Scanner::new(text).figures(whole);
    if readings.is_empty() {
        return Vec::new();
    }
    let mut names = Names::default();
    if !options.amounts_only {
        organisations(text, whole, options.gazetteer.as_deref(), &mut names);
    }
    let mentions = context::entity::mentions(text, &names.organisations);
    let parts = [(whole, readings)];
    understand(&Draft { text, role: Role::Story, heading: None, parts: &parts, mentions: &mentions }, options)
}

/// The figures of a story, with what the caller's options say of them.
fn understand(draft: &Draft<'_>, options: &Options) -> Vec<MoneyFigure> {
    let mut figures = context::figures(draft, options);
    if let Some(code) = options.dollar {
        for figure in figures.iter_mut().filter(|figure| figure.currency == Currency::Unresolved(Sign::Dollar)) {
            figure.currency = Currency::Assumed(code);
        }
    }
    figures
}
