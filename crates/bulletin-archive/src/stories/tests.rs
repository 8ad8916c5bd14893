//! Articles, and which of them tell the same story. All facts are invented.
use bulletin::{Options, parse_with};
use jiff::civil::date;

use super::*;

const ROOF: &str = "Leaks and buckets

Northmoor Hospitals FT will spend £3.4m on the roof of its theatres after rain stopped four lists in a week. The board
heard from Morwenna Tregear, its director of estates, that buckets had stood in two corridors since October.

The work will start in May and take nine months. Operations for 1,200 people will move to Hythe Cottage Hospital.
";

const ROOF_EDITED: &str = "Buckets in the corridor

Northmoor Hospitals FT will spend £3.4m on the roof of its theatres after rain stopped four lists last month. Its board
heard from Morwenna Tregear, director of estates, that buckets had stood in two corridors since the autumn.

The work will start in May and take nine months, and operations for 1,200 people will move to Hythe Cottage Hospital.
";

const ROOF_IN_SHORT: &str = "The week's leak

Northmoor Hospitals FT will spend £3.4m on the roof of its theatres after rain stopped four lists in a week. Operations
for 1,200 people will move to Hythe Cottage Hospital.
";

/// The same sentences of another trust.
const ROOF_ELSEWHERE: &str = "Leaks and buckets

Dunsgate University FT will spend £7.9m on the roof of its theatres after rain stopped four lists in a week. The board
heard from Piers Oldroyd, its director of estates, that buckets had stood in two corridors since October.

The work will start in May and take nine months. Operations for 3,100 people will move to Fellside Cottage Hospital.
";

const BRIEF: &str = "On the move

Vale Royal CCG has named Ines Akande as its chair from September, and its old one has retired to breed alpacas.
";

const BRIEF_AGAIN: &str = "On the move

A walk-in centre in Minster shuts on Friday, Saltmarsh Council said, and nobody has been found to run another.
";

const HEADLINE: &str = "Dunsgate to borrow £7.9m for its roof";

const HEADLINE_TOLD: &str = "Dunsgate to borrow £7.9m for its roof

The trust's theatres leak, and it has no money left to mend them with, papers for its board say.
";

/// What is told | first | then | whether it is the same story
const PAIRS: &[(&str, &str, &str, bool)] = &[
    ("word for word", ROOF, ROOF, true),
    ("with small edits", ROOF, ROOF_EDITED, true),
    ("in short", ROOF, ROOF_IN_SHORT, true),
    ("at length", ROOF_IN_SHORT, ROOF, true),
    ("the same sentences of another trust", ROOF, ROOF_ELSEWHERE, false),
    ("the same heading over other words", BRIEF, BRIEF_AGAIN, false),
    ("other words", ROOF, BRIEF, false),
    ("a headline, then its story", HEADLINE, HEADLINE_TOLD, true),
    ("a story, then its headline", HEADLINE_TOLD, HEADLINE, true),
    ("a heading that says nothing", "On the move", BRIEF, false),
];

fn numbers(stories: &mut Stories, text: &str) -> Vec<u64> {
    stories.add_bulletin(&bulletin::parse(text))
}

#[test]
fn the_same_story_has_one_number() {
    for (row, first, then, is_same) in PAIRS {
        let mut stories = Stories::default();
        assert_eq!(numbers(&mut stories, first), [0], "{row}");
        assert_eq!(numbers(&mut stories, then), [u64::from(!is_same)], "{row}");
    }
}

#[test]
fn a_story_keeps_the_number_of_its_first_telling_whatever_stands_between() {
    let mut stories = Stories::default();
    let weekly = [BRIEF_AGAIN, ROOF_EDITED, BRIEF].join("\n");
    assert_eq!(numbers(&mut stories, &[BRIEF, ROOF].join("\n")), [0, 1]);
    assert_eq!(numbers(&mut stories, ROOF_ELSEWHERE), [2]);
    assert_eq!(numbers(&mut stories, &weekly), [3, 1, 0]);
    assert_eq!(numbers(&mut stories, ROOF_IN_SHORT), [1]);
}

#[test]
fn what_is_no_story_is_never_linked() {
    let also = "Also on hsj.co.uk today\n\nNorthmoor Hospitals FT will spend £3.4m on the roof of its theatres, and \
                Hythe Cottage Hospital will take in 1,200 people while the work goes on until May next year.\n";
    let text = format!("{ROOF}\n{also}");
    let bulletin = bulletin::parse(&text);
    let roles: Vec<_> = bulletin.articles.iter().map(|article| article.role.as_str()).collect();
    assert_eq!(roles, ["story", "roundup"]);
    let mut stories = Stories::default();
    assert_eq!(stories.add_bulletin(&bulletin), [0, 1]);
    assert_eq!(stories.add_bulletin(&bulletin), [0, 3]);
}

#[test]
fn a_story_is_news_for_some_weeks() {
    let told = |month, day| {
        let mut options = Options::default();
        options.published = Some(date(2018, month, day));
        parse_with(ROOF, &options)
    };
    let mut stories = Stories::default();
    let days = [(3, 1), (3, 9), (4, 20), (9, 1), (8, 30), (3, 1)];
    let numbers: Vec<u64> = days.map(|(month, day)| stories.add_bulletin(&told(month, day))[0]).to_vec();
    assert_eq!(numbers, [0, 0, 0, 3, 3, 5]);
    assert_eq!(stories.add_bulletin(&bulletin::parse(ROOF)), [5], "a day that nobody knows may be any");
}

#[test]
fn what_is_long_past_is_forgotten() {
    let mut stories = Stories::remembering(8);
    assert_eq!(numbers(&mut stories, ROOF), [0]);
    for number in 1..4 {
        assert_eq!(numbers(&mut stories, &format!("Story {number}\n\nFell{number} FT owes £{number}m.")), [number]);
    }
    assert_eq!(numbers(&mut stories, ROOF_EDITED), [0]);
    for number in 5..40 {
        assert_eq!(numbers(&mut stories, &format!("Story {number}\n\nFell{number} FT owes £{number}m.")), [number]);
        assert!(stories.told.len() <= 8 && stories.newer.len() <= 4 * 25 && stories.older.len() <= 4 * 25);
    }
    assert_eq!(numbers(&mut stories, ROOF), [40]);
}

#[test]
fn numbers_go_round_thirty_two_bits() {
    let mut stories = Stories { number: u32::MAX - 1, ..Stories::default() };
    assert_eq!(numbers(&mut stories, ROOF), [0]);
    for number in 1..6 {
        assert_eq!(numbers(&mut stories, &format!("Story {number}\n\nFell{number} FT owes £{number}m.")), [number]);
    }
    assert_eq!(numbers(&mut stories, ROOF), [0]);
}
