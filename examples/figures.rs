//! Prints every figure of a bulletin with its amount: `cargo run --example figures [FILE]`.
#![allow(clippy::print_stdout)]

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/daily-01-theatre-roof.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let bulletin = bulletin::parse(&text);
    for figure in bulletin.figures() {
        let currency = figure.currency.code().map_or_else(|| "???".to_owned(), |code| code.to_string());
        println!("{currency} {:>15}  {}", figure.quantity.amount(), &bulletin[figure.phrase]);
    }
    Ok(())
}
