//! What the command line can say.

use std::ffi::OsString;
use std::iter;
use std::path::{Path, PathBuf};

use bulletin::model::CurrencyCode;
use clap::builder::Styles;
use clap::builder::styling::{AnsiColor, Style};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

const EXAMPLES: &str = "\
Examples:
  bulletin figures bulletins/                      a table of every figure in a folder
  bulletin figures monday.txt -o figures.csv       the same as CSV, for a spreadsheet
  bulletin figures --format jsonl - < monday.txt   from standard input, as JSON lines
  bulletin parse --published 2018-03-12 monday.txt
                                                   JSON, with \"last year\" resolved
  bulletin parse --register etr.csv monday.txt     with the codes of organisations
  bulletin report bulletins/ -o report.html        a page to read, sort and filter in a browser
  bulletin explain \"The trust overspent by nearly £3m in 2017-18.\"

Exit codes:
  0  done
  1  some inputs could not be read, or the output not written: each is named with
     the reason, and the rest is done unless --strict stops it
  2  wrong usage";

const STYLES: Styles =
    Styles::styled().header(Style::new().bold()).usage(Style::new().bold()).literal(AnsiColor::Cyan.on_default());

/// Reads health-policy news bulletins: how much money, whose, for what, when, and how surely.
#[derive(Debug, Parser)]
#[command(name = "bulletin", version, styles = STYLES, after_help = EXAMPLES)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) options: ReadingOptions,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// A table of money figures: on a terminal to read, or as CSV, JSON lines or Parquet.
    Figures(Figures),
    /// Whole bulletins as JSON: one object a line, with its articles, figures and organisations.
    Parse(Parse),
    /// A web page of its own: totals, charts, and every figure to sort, filter and open at its sentence.
    Report(Report),
    /// A text with its figures marked, and the words that each reading rests on.
    Explain(Explain),
}

impl Command {
    /// Where its results go, as a person reads it.
    pub(crate) fn destination(&self) -> String {
        let file = match self {
            Command::Figures(Figures { output, .. }) | Command::Parse(Parse { output, .. }) => output.file.as_ref(),
            Command::Report(Report { output, .. }) => output.file.as_ref(),
            Command::Explain(_) => None,
        };
        file.map_or_else(|| "standard output".to_owned(), |file| file.display().to_string())
    }
}

/// What holds for every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingOptions {
    /// The day the bulletins came out, whatever they say of it themselves; "last year" is read against it.
    #[arg(long, value_name = "YYYY-MM-DD", global = true)]
    pub(crate) published: Option<Date>,
    /// The currency of a bare "$", as an ISO 4217 code; left open by default.
    #[arg(long, value_name = "CODE", global = true)]
    pub(crate) dollar: Option<CurrencyCode>,
    /// A csv list of organisations by the NHS Organisation Data Service, such as etr.csv: its names are known, and
    /// organisations have its codes. May be repeated.
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) register: Vec<PathBuf>,
    /// Read articles and amounts alone, several times as fast: no organisations, and nothing of what a figure means.
    #[arg(long, global = true)]
    pub(crate) amounts_only: bool,
    /// Stop at the first input that cannot be read, or that would be mended and read with a warning.
    #[arg(long, global = true)]
    pub(crate) strict: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Figures {
    /// Files and folders; - is standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to write the figures [default: by the extension of FILE, else table]
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
    /// Leave CSV cells such as "=A1" or "-£3m" as they are, without the apostrophe that stops spreadsheets running them.
    #[arg(long)]
    pub(crate) raw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Parse {
    /// Files and folders; - is standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// Files and folders; - is standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

#[derive(Debug, Args)]
pub(crate) struct OutputOptions {
    /// Write to FILE instead of standard output; it appears, or is replaced, only when it is complete.
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The text; - is standard input.
    #[arg(allow_hyphen_values = true)]
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A table to read: grouped on a terminal, one line a figure elsewhere.
    Table,
    /// CSV with a header.
    Csv,
    /// JSON lines: one object a figure.
    Jsonl,
    /// Parquet, for programs that read columns.
    Parquet,
}

impl Arguments {
    /// The arguments that follow the command's name.
    pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let mut arguments = Arguments::try_parse_from(iter::once("bulletin".into()).chain(args))?;
        if let Command::Figures(Figures { format: format @ None, output: OutputOptions { file: Some(file) }, .. }) =
            &mut arguments.command
        {
            let of_file = Format::of(file).ok_or_else(|| {
                let found = file.display();
                let message = format!(
                    "expected a FILE that ends in .csv, .jsonl, .parquet or .txt, or --format, but found {found}"
                );
                Arguments::command().error(ErrorKind::ValueValidation, message)
            })?;
            *format = Some(of_file);
        }
        Ok(arguments)
    }
}

impl Format {
    /// The format that a file's extension says.
    fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_ascii_lowercase().to_str()? {
            "csv" => Some(Format::Csv),
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            "parquet" | "pq" => Some(Format::Parquet),
            "txt" => Some(Format::Table),
            _ => None,
        }
    }
}
