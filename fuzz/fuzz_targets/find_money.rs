//! `bulletin::find_money` keeps the invariants on any text:
//! `cargo +nightly fuzz run find_money -- -dict=fuzz/money.dict -max_len=400`.
#![no_main]
#![allow(dead_code)]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let faults = invariants::money_faults(text);
    assert!(faults.is_empty(), "{text:?}\n{}", faults.join("\n"));
});
