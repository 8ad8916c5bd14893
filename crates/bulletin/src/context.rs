//! What a figure is: its topic, its change, its periods, the rate that its sentence implies.
//!
//! Each reading rests on words of the figure's own sentence, and names them; where no words are clear there is none.

mod again;
mod change;
pub(crate) mod entity;
mod owner;
mod per;
mod period;
mod sentence;
mod topic;

use std::cell::RefCell;

use jiff::civil::Date;

use crate::Options;
use crate::grammar::Reading;
use crate::model::{Mention, MoneyFigure, Role};
use crate::span::Span;
use crate::text::sentences;
use sentence::{Sentence, Story};

/// A heading or paragraph, and the figures read in it.
pub(crate) type Part = (Span, Vec<Reading>);

/// A story whose figures are read, and still to be understood.
#[derive(Clone, Copy)]
pub(crate) struct Draft<'a> {
    pub(crate) text: &'a str,
    pub(crate) role: Role,
    /// The first of its parts, where it has one.
    pub(crate) heading: Option<Span>,
    /// In order.
    pub(crate) parts: &'a [Part],
    /// Every organisation that it names, in order.
    pub(crate) mentions: &'a [Mention],
}

/// The figures of a story, understood.
pub(crate) fn figures(draft: &Draft<'_>, options: &Options) -> Vec<MoneyFigure> {
    let Draft { text, parts, mentions, .. } = *draft;
    let mut figures = Vec::with_capacity(parts.iter().map(|(_, readings)| readings.len()).sum());
    let start = parts.first().map_or(0, |(first, _)| first.start());
    let story = Story { text, start, mentions, past: RefCell::default() };
    for (paragraph, readings) in parts {
        let mut readings = readings.as_slice();
        while let Some(first) = readings.first() {
            let span = sentences::around(text, *paragraph, first.span);
            let count = readings.iter().take_while(|reading| span.contains(reading.span)).count().max(1);
            let (here, rest) = readings.split_at(count);
            if options.amounts_only {
                figures.extend(here.iter().map(|reading| amount(reading, span)));
            } else {
                tell(&Sentence::new(&story, span, here), options.published, &mut figures);
            }
            readings = rest;
        }
    }
    if !(figures.is_empty() || options.amounts_only) {
        owner::owners(draft, &mut figures);
        if let Some(heading) = draft.heading {
            again::told_again(heading, &mut figures);
        }
    }
    figures
}

/// Adds the figures of a sentence to those that its story has told before.
fn tell(sentence: &Sentence<'_>, published: Option<Date>, told: &mut Vec<MoneyFigure>) {
    let known = told.len();
    for index in 0..sentence.readings.len() {
        let mut figure = figure(sentence, index, published, told);
        if figure.periods.is_empty() {
            figure.periods = period::carried(sentence, index, &figure, told);
        }
        told.push(figure);
    }
    period::share_back(sentence, &mut told[known..]);
    period::share_out(sentence, &mut told[known..]);
}

/// One figure of a sentence, with all that its words say, and those of the figures told before.
fn figure(sentence: &Sentence<'_>, index: usize, published: Option<Date>, told: &[MoneyFigure]) -> MoneyFigure {
    let amount = amount(&sentence.readings[index], sentence.span);
    let per = amount.per.or_else(|| per::implied(sentence, index, told));
    let topic = topic::topic(sentence, index, per.as_ref(), told);
    MoneyFigure {
        per,
        change: change::change(sentence, index, topic),
        topic,
        periods: period::periods(sentence, index, published),
        ..amount
    }
}

/// A figure with what its own words say.
fn amount(reading: &Reading, sentence: Span) -> MoneyFigure {
    MoneyFigure {
        span: reading.span,
        phrase: reading.phrase,
        sentence,
        quantity: reading.quantity,
        currency: reading.currency,
        rule: reading.rule,
        per: reading.per.clone(),
        change: None,
        topic: None,
        periods: Vec::new(),
        organisations: Vec::new(),
    }
}
