//! Columns over time.

use super::html::{Attributes, Html};
use super::page::{grouped, many, scroll};
use super::timeline::Timeline;

/// The height of the greatest column, and the room around the columns.
const HEIGHT: usize = 160;
const TOP: usize = 12;
const BOTTOM: usize = 28;
const LEFT: usize = 48;
const RIGHT: usize = 24;
/// The width of all the columns together, if they are many.
const WIDTH: usize = 520;
/// The width of a name on the axis, with room around it.
const NAME: usize = 56;

/// Writes a chart of columns, with a table of the same numbers.
pub(super) fn over_time(html: &mut Html, id: &str, what: &str, timeline: &Timeline) {
    let unit = timeline.unit.as_str();
    let title = format!("Figures by the {unit}{what}");
    let chart = Chart::new(timeline);
    html.element("figure", &[], |html| {
        html.leaf("figcaption", &[], &title);
        scroll(html, &title, |html| chart.write(html, id, &title));
        html.element("details", &[], |html| {
            html.leaf("summary", &[], "The same as a table");
            html.element("table", &[("class", &"counts")], |html| counts(html, timeline));
        });
    });
}

/// A chart, measured in pixels.
struct Chart<'a> {
    timeline: &'a Timeline,
    /// The count that is as high as the chart.
    ceiling: usize,
    /// The width of a column with the gap beside it.
    slot: usize,
}

impl<'a> Chart<'a> {
    fn new(timeline: &'a Timeline) -> Self {
        let greatest = timeline.counts.iter().copied().max().unwrap_or_default();
        let slot = (WIDTH / timeline.counts.len().max(1)).clamp(4, 72);
        Chart { timeline, ceiling: ceiling(greatest), slot }
    }

    fn write(&self, html: &mut Html, id: &str, title: &str) {
        let right = LEFT + self.slot * self.timeline.counts.len();
        let (width, height) = (right + RIGHT, TOP + HEIGHT + BOTTOM);
        let (title_id, about_id) = (format!("{id}-title"), format!("{id}-about"));
        let (labels, view) = (format!("{title_id} {about_id}"), format!("0 0 {width} {height}"));
        let attributes: Attributes<'_> = &[
            ("class", &"columns"),
            ("role", &"img"),
            ("aria-labelledby", &labels),
            ("viewBox", &view),
            ("width", &width),
        ];
        html.element("svg", attributes, |html| {
            html.leaf("title", &[("id", &title_id)], title);
            html.leaf("desc", &[("id", &about_id)], self.about());
            self.levels(html, right);
            self.columns(html);
            self.names(html);
        });
    }

    /// What there is to see, for those who do not.
    fn about(&self) -> String {
        let Timeline { counts, unit, .. } = self.timeline;
        let figures = many(counts.iter().sum(), "figure");
        let (first, last) = (self.timeline.name(0), self.timeline.name(counts.len().saturating_sub(1)));
        let greatest = grouped(counts.iter().copied().max().unwrap_or_default());
        format!("{figures} from {first} to {last}, at most {greatest} in one {}.", unit.as_str())
    }

    /// Lines across, each with its count.
    fn levels(&self, html: &mut Html, right: usize) {
        for level in [0, self.ceiling / 2, self.ceiling] {
            let y = TOP + HEIGHT - self.height(level);
            html.element("line", &[("x1", &LEFT), ("x2", &right), ("y1", &y), ("y2", &y)], |_| {});
            html.leaf("text", &[("x", &(LEFT - 6)), ("y", &(y + 4)), ("text-anchor", &"end")], grouped(level));
        }
    }

    fn columns(&self, html: &mut Html) {
        let gap = if self.slot > 8 { self.slot / 6 } else { 1 };
        for (index, count) in self.timeline.counts.iter().enumerate() {
            let height = self.height(*count).max(usize::from(*count > 0));
            let (x, y) = (LEFT + index * self.slot + gap / 2, TOP + HEIGHT - height);
            html.element("rect", &[("x", &x), ("y", &y), ("width", &(self.slot - gap)), ("height", &height)], |html| {
                html.leaf("title", &[], format_args!("{}: {}", self.timeline.name(index), many(*count, "figure")));
            });
        }
    }

    /// The names of as many units as there is room for.
    fn names(&self, html: &mut Html) {
        let room = i32::try_from(NAME.div_ceil(self.slot)).unwrap_or(i32::MAX);
        for (index, name) in self.timeline.ticks(room) {
            let x = LEFT + index * self.slot + self.slot / 2;
            html.leaf("text", &[("x", &x), ("y", &(TOP + HEIGHT + 18)), ("text-anchor", &"middle")], name);
        }
    }

    fn height(&self, count: usize) -> usize {
        count * HEIGHT / self.ceiling
    }
}

/// The least even round number that is no less: 2, 4, 6, 8, 10, 20, 40, …
fn ceiling(greatest: usize) -> usize {
    let tens = std::iter::successors(Some(1_usize), |ten| ten.checked_mul(10));
    let mut rounds = tens.flat_map(|ten| [2, 4, 6, 8, 10].map(|one| ten.saturating_mul(one)));
    rounds.find(|round| *round >= greatest).unwrap_or(usize::MAX)
}

fn counts(html: &mut Html, timeline: &Timeline) {
    html.element("thead", &[], |html| {
        html.element("tr", &[], |html| {
            html.leaf("th", &[("scope", &"col")], timeline.unit.as_str());
            html.leaf("th", &[("scope", &"col")], "figures");
        });
    });
    html.element("tbody", &[], |html| {
        for (index, count) in timeline.counts.iter().enumerate() {
            html.element("tr", &[], |html| {
                html.leaf("th", &[("scope", &"row")], timeline.name(index));
                html.leaf("td", &[("class", &"number")], grouped(*count));
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::ceiling;

    #[test]
    fn the_axis_ends_at_a_round_number_that_halves() {
        for (greatest, expected) in [(0, 2), (1, 2), (2, 2), (3, 4), (9, 10), (11, 20), (41, 60), (999, 1000)] {
            assert_eq!(ceiling(greatest), expected);
        }
    }
}
