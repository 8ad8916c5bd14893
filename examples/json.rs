//! Prints a bulletin as JSON, in the records of the command line and of Python's `to_dict()`:
//! `cargo run --example json [FILE]`.
#![allow(clippy::print_stdout)]

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/listing-03-finance-local.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    println!("{}", serde_json::to_string_pretty(&bulletin::parse(&text).record())?);
    Ok(())
}
