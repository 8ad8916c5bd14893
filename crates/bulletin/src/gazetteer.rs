//! Lists of names, each a table beside its reader.

pub(crate) mod currencies;
pub(crate) mod names;
pub(crate) mod organisations;
pub(crate) mod register;
