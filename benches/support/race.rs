//! A race: contestants run in turn, round after round, so that whatever slows the machine slows them alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// One who runs: a name, and work that gives a count to check.
pub(crate) struct Contestant<'a> {
    pub(crate) name: &'static str,
    /// What `run` must count.
    pub(crate) expected: usize,
    pub(crate) run: Box<dyn Fn() -> usize + 'a>,
}

impl<'a> Contestant<'a> {
    /// A contestant that must count in every round what it counts now, and something.
    pub(crate) fn new(name: &'static str, run: impl Fn() -> usize + 'a) -> Self {
        Contestant { name, expected: run(), run: Box::new(run) }
    }
}

/// The best time of each contestant over `rounds` rounds, and over more until `least` has passed.
pub(crate) fn race(contestants: &[Contestant], rounds: usize, least: Duration) -> Vec<Duration> {
    let mut best = vec![Duration::MAX; contestants.len()];
    let start = Instant::now();
    for round in 0.. {
        if round >= rounds && start.elapsed() >= least {
            break;
        }
        for (contestant, best) in contestants.iter().zip(&mut best) {
            let start = Instant::now();
            let count = black_box((contestant.run)());
            *best = (*best).min(start.elapsed());
            assert_eq!(count, contestant.expected, "{} counts otherwise than at first", contestant.name);
        }
    }
    best
}

/// Bytes as millions of them.
pub(crate) fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).expect("a corpus of less than 4 GB")) / 1e6
}
