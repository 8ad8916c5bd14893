//! `bulletin::parse` keeps the invariants on any text:
//! `cargo +nightly fuzz run parse fuzz/corpus/parse samples tests/golden/plain -- -dict=fuzz/money.dict -max_len=2000`.
#![no_main]
#![allow(dead_code)]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let faults = invariants::parse_faults(text);
    assert!(faults.is_empty(), "{text:?}\n{}", faults.join("\n"));
});
