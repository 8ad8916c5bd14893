//! Prints what was understood of each figure, with the words that each reading rests on:
//! `cargo run --example explain [FILE]`.
#![allow(clippy::print_stdout)]

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/weekly-02-strings-attached.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let bulletin = bulletin::parse(&text);
    for article in bulletin.record().articles {
        println!("{}", article.heading.unwrap_or("(no heading)"));
        for figure in article.figures {
            println!("  {:?} is {} {}, {}", figure.phrase, figure.qualifier, figure.amount, figure.rule);
            for cue in figure.cues {
                println!("    {} {}, by {:?}", cue.reading, cue.value, cue.text);
            }
        }
    }
    Ok(())
}
