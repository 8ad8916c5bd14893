//! Counts over time, in months, years or whatever unit keeps their number small.

use std::collections::BTreeMap;

/// A chart with more columns than this is a blur.
const MOST: i32 = 160;

/// Counts over time without gaps.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Timeline {
    pub(super) unit: Unit,
    /// The number of the first unit since the year 0.
    first: i32,
    pub(super) counts: Vec<usize>,
}

/// What one count is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Month,
    Year,
    Decade,
    Century,
}

impl Timeline {
    /// The counts of months (numbered since the year 0), gathered in the finest unit from `finest` on that is few.
    pub(super) fn new(months: &BTreeMap<i32, usize>, finest: Unit) -> Option<Self> {
        let (first, last) = Option::zip(months.keys().next(), months.keys().next_back())?;
        let length = |unit: Unit| unit.of(*last) - unit.of(*first) + 1;
        let units = [Unit::Month, Unit::Year, Unit::Decade, Unit::Century];
        let units = units.into_iter().skip_while(|unit| *unit != finest);
        let unit = units.clone().find(|unit| length(*unit) <= MOST).unwrap_or(Unit::Century);
        let mut counts = vec![0; usize::try_from(length(unit)).ok()?];
        for (month, count) in months {
            let at = usize::try_from(unit.of(*month) - unit.of(*first)).ok()?;
            *counts.get_mut(at)? += count;
        }
        Some(Timeline { unit, first: unit.of(*first), counts })
    }

    /// The name of the unit at an index: "2018-03", "2018", "2010s".
    pub(super) fn name(&self, index: usize) -> String {
        let number = self.number(index);
        match self.unit {
            Unit::Month => format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1),
            Unit::Year => format!("{number:04}"),
            Unit::Decade => format!("{number:03}0s"),
            Unit::Century => format!("{number:02}00s"),
        }
    }

    /// The indices to name on an axis where `room` units have room for one name, each with the name.
    pub(super) fn ticks(&self, room: i32) -> impl Iterator<Item = (usize, String)> {
        let steps: &[i32] = match self.unit {
            Unit::Month => &[1, 2, 3, 6, 12, 24, 60],
            _ => &[1, 2, 5, 10, 20, 50],
        };
        let step = steps.iter().copied().find(|step| *step >= room).unwrap_or(120);
        let is_named = move |index: &usize| self.number(*index).rem_euclid(step) == 0;
        // January is told by its year where no other month is.
        let length = if self.unit == Unit::Month && step % 12 == 0 { 4 } else { usize::MAX };
        (0..self.counts.len())
            .filter(is_named)
            .map(move |index| (index, self.name(index).chars().take(length).collect()))
    }

    fn number(&self, index: usize) -> i32 {
        self.first + i32::try_from(index).unwrap_or(i32::MAX)
    }
}

impl Unit {
    /// The number of the unit that a month is in, since the year 0.
    fn of(self, month: i32) -> i32 {
        month.div_euclid(match self {
            Unit::Month => 1,
            Unit::Year => 12,
            Unit::Decade => 120,
            Unit::Century => 1200,
        })
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Unit::Month => "month",
            Unit::Year => "year",
            Unit::Decade => "decade",
            Unit::Century => "century",
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Timeline, Unit};

    fn timeline(months: &[(i32, i32)], finest: Unit) -> Option<Timeline> {
        let months: BTreeMap<i32, usize> = months.iter().map(|(year, month)| (year * 12 + month - 1, 2)).collect();
        Timeline::new(&months, finest)
    }

    /// months | finest | the unit, the first and last name, and how many
    type Case = (&'static [(i32, i32)], Unit, (Unit, &'static str, &'static str, usize));

    const CASES: &[Case] = &[
        (&[(2018, 12)], Unit::Month, (Unit::Month, "2018-12", "2018-12", 1)),
        (&[(2018, 12), (2019, 2)], Unit::Month, (Unit::Month, "2018-12", "2019-02", 3)),
        (&[(2018, 12), (2019, 2)], Unit::Year, (Unit::Year, "2018", "2019", 2)),
        (&[(2000, 1), (2019, 2)], Unit::Month, (Unit::Year, "2000", "2019", 20)),
        (&[(1800, 1), (2019, 2)], Unit::Month, (Unit::Decade, "1800s", "2010s", 22)),
        (&[(-9999, 1), (9999, 12)], Unit::Month, (Unit::Century, "-100s", "9900s", 200)),
    ];

    #[test]
    fn units_are_few_and_without_gaps() {
        for (months, finest, (unit, first, last, count)) in CASES {
            let timeline = timeline(months, *finest).unwrap();
            assert_eq!((timeline.unit, timeline.counts.len()), (*unit, *count), "{months:?}");
            assert_eq!(timeline.counts.iter().sum::<usize>(), 2 * months.len());
            if months[0].0 >= 0 {
                assert_eq!((&*timeline.name(0), &*timeline.name(count - 1)), (*first, *last));
            }
        }
        assert_eq!(timeline(&[], Unit::Month), None);
    }

    #[test]
    fn names_on_an_axis_have_room() {
        let names = |room| {
            let timeline = timeline(&[(2018, 11), (2020, 2)], Unit::Month).unwrap();
            timeline.ticks(room).map(|(index, name)| format!("{index}:{name}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(6), "2:2019-01 8:2019-07 14:2020-01");
        assert_eq!(names(7), "2:2019 14:2020");
        assert_eq!(names(61), "14:2020");
    }
}
