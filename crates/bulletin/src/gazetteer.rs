//! Lists of names, each a table beside its reader.

pub(crate) mod currencies;
