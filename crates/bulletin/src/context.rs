//! What a figure is: its topic, its change, its periods, the rate that its sentence implies.
//!
//! Each reading rests on words of the figure's own sentence, and names them; where no words are clear there is none.

mod change;
pub(crate) mod entity;
mod owner;
mod per;
mod period;
mod sentence;
mod topic;

use jiff::civil::Date;

use crate::grammar::Reading;
use crate::model::MoneyFigure;
use crate::span::Span;
use crate::text::sentences;
use sentence::Sentence;

pub(crate) use owner::owners;

/// The figures of one paragraph, understood; its story starts at byte `story`.
pub(crate) fn figures(
    text: &str,
    story: usize,
    paragraph: Span,
    readings: &[Reading],
    published: Option<Date>,
) -> Vec<MoneyFigure> {
    let mut figures = Vec::with_capacity(readings.len());
    let mut readings = readings;
    while let Some(first) = readings.first() {
        let span = sentences::around(text, paragraph, first.span);
        let count = readings.iter().take_while(|reading| span.contains(reading.span)).count().max(1);
        let (here, rest) = readings.split_at(count);
        let sentence = Sentence::new(text, story, span, here);
        let known = figures.len();
        for index in 0..here.len() {
            let mut figure = figure(&sentence, index, published);
            // "£14.2m in 2023-24, £3.6m worse than plan", "against £3m": of the same time as what it is set against.
            let before: Option<&MoneyFigure> = figures.get(known..).and_then(<[MoneyFigure]>::last);
            let is_set_against = || figure.is_difference() || sentence.sets_against(index);
            if let Some(before) = before.filter(|_| figure.periods.is_empty() && is_set_against()) {
                figure.periods.clone_from(&before.periods);
            }
            figures.push(figure);
        }
        readings = rest;
    }
    figures
}

/// One figure of a sentence, with all that its words say.
fn figure(sentence: &Sentence<'_>, index: usize, published: Option<Date>) -> MoneyFigure {
    let reading = &sentence.readings[index];
    let topic = topic::topic(sentence, index);
    MoneyFigure {
        span: reading.span,
        phrase: reading.phrase,
        sentence: sentence.span,
        quantity: reading.quantity,
        currency: reading.currency,
        rule: reading.rule,
        per: reading.per.clone().or_else(|| per::implied(sentence, index)),
        change: change::change(sentence, index, topic.map(|topic| topic.value)),
        topic,
        periods: period::periods(sentence, index, published),
        organisations: Vec::new(),
    }
}
