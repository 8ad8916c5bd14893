//! How fast bulletins of each layout are read, beside two that do less: a bare search for "£", and a regular
//! expression for amounts in pounds.
//!
//! "Structure and money" is the same reading without organisations and what figures mean (`Options::amounts_only`).
//! The comparison is unfair to `bulletin`, which also finds articles, other currencies, words, ranges, qualifiers and
//! what the money is; it says what all that costs. Corpora are the samples, repeated as separate documents; they tell
//! of money several times as often as real bulletins do, so five of those (`../shared/seeds`) are read too where they
//! are at hand.
#![allow(clippy::print_stdout)]

#[path = "support/race.rs"]
mod race;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use memchr::memmem;
use race::{Contestant, megabytes, race};
use regex::Regex;

/// Each layout and how its samples' names begin.
const LAYOUTS: [(&str, &str); 4] =
    [("daily", "daily-"), ("weekly", "weekly-"), ("headlines", "listing-"), ("briefing", "briefing-")];

/// About how large the corpus of a layout is, in bytes.
const SIZE: usize = 4_000_000;

const SEEDS: &str = "../shared/seeds";

const ROUNDS: usize = 5;

/// An amount in pounds with its scale. ASCII classes and boundary: the Unicode ones are many times slower.
const AMOUNT: &str = r"£\s?[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?(?:trillion|billion|million|thousand|tn|bn|m|k)(?-u:\b))?";

fn main() {
    println!(
        "{:<11}{:>7}{:>7}  {:<22}{:>9}{:>9}{:>12}{:>11}",
        "layout", "texts", "MB", "", "hits", "MB/s", "x £-search", "x regex"
    );
    for (layout, prefix) in LAYOUTS {
        measure(layout, &corpus("samples", prefix));
    }
    if Path::new(env!("CARGO_MANIFEST_DIR")).join(SEEDS).is_dir() {
        measure("real ones", &corpus(SEEDS, ""));
    } else {
        println!("expected real bulletins in {SEEDS}, but found none: only samples were read");
    }
}

fn measure(layout: &str, corpus: &[String]) {
    let sign = memmem::Finder::new("£");
    let amount = Regex::new(AMOUNT).expect("the pattern is well formed");
    let over = |count: &dyn Fn(&str) -> usize| corpus.iter().map(|text| count(text)).sum::<usize>();
    let mut amounts = bulletin::Options::default();
    amounts.amounts_only = true;
    let contestants = [
        Contestant::new("bulletin::parse", || over(&|text| bulletin::parse(text).figures().count())),
        Contestant::new("  structure and money", || {
            over(&|text| bulletin::parse_with(text, &amounts).figures().count())
        }),
        Contestant::new("bulletin::find_money", || over(&|text| bulletin::find_money(text).len())),
        Contestant::new("memmem \"£\"", || over(&|text| sign.find_iter(text.as_bytes()).count())),
        Contestant::new("regex", || over(&|text| amount.find_iter(text).count())),
    ];
    check_counts(layout, corpus, &contestants);
    let times = race(&contestants, ROUNDS, Duration::ZERO);
    let size = megabytes(corpus.iter().map(String::len).sum());
    let seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
    for (contestant, time) in contestants.iter().zip(&seconds) {
        let (search, regex) = (time / seconds[3], time / seconds[4]);
        let Contestant { name, expected, .. } = contestant;
        let texts = corpus.len();
        println!(
            "{layout:<11}{texts:>7}{size:>7.2}  {name:<22}{expected:>9}{:>9.0}{search:>12.2}{regex:>11.2}",
            size / time
        );
    }
}

/// What is counted over the corpus is what one reading of each sample counts, times its repeats.
fn check_counts(layout: &str, corpus: &[String], contestants: &[Contestant]) {
    let mut samples = corpus.to_vec();
    samples.sort();
    samples.dedup();
    let repeats = corpus.len() / samples.len();
    let figures = |count: fn(&str) -> usize| repeats * samples.iter().map(|text| count(text)).sum::<usize>();
    assert_eq!(contestants[0].expected, figures(|text| bulletin::parse(text).figures().count()), "{layout}");
    assert_eq!(contestants[1].expected, contestants[0].expected, "{layout}");
    assert_eq!(contestants[2].expected, figures(|text| bulletin::find_money(text).len()), "{layout}");
    assert!(
        contestants.iter().all(|contestant| contestant.expected > repeats),
        "{layout}: expected hits in each sample"
    );
}

/// The texts of `folder` whose names begin with `prefix`, over and over.
fn corpus(folder: &str, prefix: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(&folder).expect("the samples").map(|entry| entry.expect("a sample").path());
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(prefix) && name.ends_with(".txt")
    };
    let samples: Vec<String> = files.filter(named).map(|path| fs::read_to_string(path).expect("a text")).collect();
    let size: usize = samples.iter().map(String::len).sum();
    assert!(size > 0, "expected texts named {prefix} in {}, but found none", folder.display());
    let repeats = SIZE.div_ceil(size);
    samples.iter().cycle().take(repeats * samples.len()).cloned().collect()
}
