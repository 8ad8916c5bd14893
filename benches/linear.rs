//! Whether time grows with the text and no faster, on texts that are meant to make it.
//!
//! Each text is read at `n` bytes and at twice that. A linear reader takes about 2 times as long for the second, a
//! quadratic one 4; more than `LIMIT` fails. `n` is 1 MB, and less where that takes long, so that all is told in a
//! minute: `cargo bench --bench linear -- full` takes 1 MB for all.
#![allow(clippy::print_stdout)]

#[path = "support/race.rs"]
mod race;

use std::time::{Duration, Instant};

use race::{Contestant, megabytes, race};

const SIZE: usize = 1_000_000;

/// What is read first, to see how long a text takes.
const PROBE: usize = SIZE / 16;

const LIMIT: f64 = 3.5;

/// A text that takes longer than this at the size of the probe has failed, and is not tried any larger.
const PATIENCE: Duration = Duration::from_secs(1);

/// About how long one reading of `n` bytes may take.
const READING: Duration = Duration::from_millis(40);

/// How often a ratio over the limit is measured again: another program may have had the machine.
const RETRIALS: usize = 3;

/// Texts by name: what is repeated.
const TEXTS: [(&str, &str); 48] = [
    ("pound signs", "£"),
    ("digits", "7"),
    ("digits and commas", "1,234,567,"),
    ("threes", "111,"),
    ("points", "1."),
    ("ands", "and "),
    ("ofs", "of "),
    ("capitals", "ABCDEFGH "),
    ("capital words", "Alpha Beta "),
    ("newlines", "\n"),
    ("blank lines with spaces", " \n"),
    ("carriage returns", "\r"),
    ("spaces", " "),
    ("no-break spaces", "\u{a0}"),
    ("one line of letters", "abcdefgh"),
    ("one line of words", "money was spent on it "),
    ("one line of stops", "It was. "),
    ("stops", ". "),
    ("number words", "twenty two hundred "),
    ("millions", "million "),
    ("tens of", "tens of millions of "),
    ("currency words", "pounds "),
    ("worded sums", "five pounds "),
    ("sums", "£1 "),
    ("ranges without end", "£1-"),
    ("froms", "from £1 "),
    ("betweens", "between £1 and "),
    ("brackets", "(£5"),
    ("people paid", "The trust met. Sir Jo Hale, who left in 2015, was paid £50,000 for running Vale CCG and "),
    ("open brackets", "("),
    ("lists", "£5, "),
    ("unscaled lists", "£5, 6, 7, "),
    ("years", "2017-18 "),
    ("short lines", "A\n"),
    ("headings", "## "),
    ("headings with words", "## @ heading\n\n"),
    ("items", "- "),
    ("items with words", "- £5m for @ trust\n"),
    ("trusts", "NHS Trust "),
    ("named trusts", "Alpha Foundation Trust owes £5m. "),
    ("trusts all different", "@ Foundation Trust paid £1m. "),
    ("the trust", "The trust had £1m. "),
    ("the department", "The department lost £1m. "),
    ("acronyms", "@ Vale Trust (AVT) owes £5m. AVT "),
    ("brackets", "Fell Vale Trust ("),
    ("clauses of others", "Fell Trust lost £1m, and Upper Orrin is to get £2m; "),
    ("quotes", "“"),
    ("entities", "&pound;"),
];

fn main() {
    let full = std::env::args().any(|argument| argument == "full");
    println!("{:<26}{:>27}{:>27}{:>27}", "", "parse", "find_money", "parse to JSON");
    println!("{:<26}{}", "", format!("{:>9}{:>9}{:>9}", "n kB", "ms/MB", "2n / n").repeat(3));
    let mut failures = Vec::new();
    for (name, piece) in TEXTS {
        print!("{name:<26}");
        for (reader, read) in READERS {
            match measure(piece, read, full) {
                Ok(Growth { size, per_megabyte, ratio }) => {
                    print!("{:>9}{per_megabyte:>9.1}{ratio:>9.2}", size / 1000);
                    if ratio > LIMIT {
                        failures.push(format!("{reader} on {name}: expected at most {LIMIT}, but found {ratio:.2}"));
                    }
                }
                Err(time) => {
                    print!("{:>9}{:>9}{:>9}", "-", "-", "-");
                    failures.push(format!("{reader} on {name}: {} kB took {time:.1?}", PROBE / 1000));
                }
            }
        }
        println!();
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

type Reader = fn(&str) -> usize;

const READERS: [(&str, Reader); 3] = [
    ("parse", |text| bulletin::parse(text).articles.len()),
    ("find_money", |text| bulletin::find_money(text).len()),
    ("parse to JSON", |text| {
        let bulletin = bulletin::parse(text);
        serde_json::to_writer(std::io::sink(), &bulletin.record()).expect("a sink takes all");
        bulletin.articles.len()
    }),
];

/// How a reader's time grows on one text.
struct Growth {
    /// The smaller size, in bytes.
    size: usize,
    /// Milliseconds for a megabyte of it.
    per_megabyte: f64,
    /// How many times as long twice the size takes.
    ratio: f64,
}

/// The growth of a reader's time on a piece over and over; or how long the probe took, where it took too long.
fn measure(piece: &str, read: Reader, full: bool) -> Result<Growth, Duration> {
    let start = Instant::now();
    read(&text(piece, PROBE));
    let time = start.elapsed();
    if time > PATIENCE {
        return Err(time);
    }
    let mut size = SIZE;
    while !full && size > PROBE && time.mul_f64(megabytes(size) / megabytes(PROBE)) > READING {
        size /= 2;
    }
    let (once, twice) = (text(piece, size), text(piece, 2 * size));
    let contestants = [Contestant::new("n", || read(&once)), Contestant::new("2n", || read(&twice))];
    let grown = || {
        let times: Vec<f64> = race(&contestants, 2, READING).iter().map(Duration::as_secs_f64).collect();
        Growth { size, per_megabyte: times[0] * 1e3 / megabytes(once.len()), ratio: times[1] / times[0] }
    };
    let mut growth = grown();
    for _ in 0..RETRIALS {
        if growth.ratio <= LIMIT {
            break;
        }
        growth = grown();
    }
    Ok(growth)
}

/// About `size` bytes of a piece over and over, each time with another name for "@".
fn text(piece: &str, size: usize) -> String {
    let count = size / piece.len();
    if piece.contains('@') {
        (0..count).map(|number| piece.replace('@', &name(number))).collect()
    } else {
        piece.repeat(count)
    }
}

/// A name of its own for each number: "Baca".
fn name(mut number: usize) -> String {
    let mut letters = String::from("B");
    loop {
        letters.push(['a', 'e', 'i', 'o', 'u', 'y'][number % 6]);
        number /= 6;
        if number == 0 {
            return letters;
        }
        letters.push('n');
    }
}
