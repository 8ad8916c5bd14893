//! Bulletins as tables: rows and columns with one schema for Arrow, Parquet, CSV, JSON lines and the terminal.
//!
//! A table is a list of columns, each with its name, its kind, its meaning and how a row fills it; every writer reads
//! that list, so that a column is told once. Names, offsets (Unicode **code points**) and amounts (exact, in the
//! currency's major unit) are those of [`bulletin::record`].
//!
//! ```
//! use bulletin_table::{CsvWriter, Figures, Formulas, Table};
//!
//! let bulletin = bulletin::parse("Big spenders\n\nThe trust overspent by nearly £3m in 2017-18.\n");
//! let record = bulletin.record();
//! let mut table = CsvWriter::<Figures, _>::new(Vec::new(), Formulas::Neutralised)?;
//! for row in Figures::rows("monday.txt", &record) {
//!     table.write(&row)?;
//! }
//! let csv = String::from_utf8(table.finish()?)?;
//! assert!(csv.starts_with("document,article,heading,text,start,end,phrase,currency,amount,upper,qualifier,"));
//! assert!(csv.contains("£3m,44,47,nearly £3m,GBP,3000000,,nearly,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod articles;
mod batch;
mod bulletins;
mod cells;
mod csv;
mod figures;
mod json;
mod listing;
mod organisations;
mod parquet;
mod printable;
mod reader;
mod save;
mod source;
mod table;

pub use articles::{ArticleRow, Articles};
pub use batch::{Batches, Error};
pub use bulletins::{BulletinRow, Bulletins};
pub use cells::values;
pub use csv::{CsvWriter, Formulas};
pub use figures::{FigureRow, Figures};
pub use json::JsonLines;
pub use listing::{Layout, Listing};
pub use organisations::{MentionRow, Organisations};
pub use parquet::ParquetWriter;
pub use printable::{columns_of, printable, visible, with_thousands, wrap};
pub use reader::Reader;
pub use save::{Draft, Format};
pub use source::Source;
pub use table::{AMOUNT_PLACES, Column, ColumnKind, Table, Value};
