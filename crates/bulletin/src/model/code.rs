//! Codes: short names by which the world's registers know currencies and organisations.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::UnknownName;

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CurrencyCode([u8; 3]);

impl CurrencyCode {
    /// Pound sterling.
    pub const GBP: CurrencyCode = CurrencyCode(*b"GBP");
    /// United States dollar.
    pub const USD: CurrencyCode = CurrencyCode(*b"USD");
    /// Euro.
    pub const EUR: CurrencyCode = CurrencyCode(*b"EUR");

    /// The three letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for CurrencyCode {
    type Err = UnknownName;

    fn from_str(code: &str) -> Result<Self, UnknownName> {
        match code.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(CurrencyCode([a, b, c])),
            _ => Err(UnknownName::new("an ISO 4217 code of three capital letters", code)),
        }
    }
}

/// A code of the NHS Organisation Data Service: three to eight capitals and digits, "R0A" or "15F".
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct OdsCode {
    /// Filled up with zeros.
    letters: [u8; 8],
}

impl OdsCode {
    /// The capitals and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.letters).unwrap_or_default().trim_end_matches('\0')
    }
}

impl FromStr for OdsCode {
    type Err = UnknownName;

    fn from_str(code: &str) -> Result<Self, UnknownName> {
        let letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let mut letters = [0; 8];
        match letters.get_mut(..code.len()) {
            Some(letters) if code.len() >= 3 && code.bytes().all(letter) => letters.copy_from_slice(code.as_bytes()),
            _ => return Err(UnknownName::new("an ODS code of three to eight capitals and digits", code)),
        }
        Ok(OdsCode { letters })
    }
}

/// What every code has: its letters as text, told and read.
macro_rules! code {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = UnknownName;

            fn try_from(code: String) -> Result<Self, UnknownName> {
                code.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

code!(CurrencyCode);
code!(OdsCode);
