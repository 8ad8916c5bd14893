//! The figures as the page's script reads them: one JSON object of columns, with amounts as strings.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::digest::{Digest, Document, Figure};

/// Writes the data of the page so that it can stand in a `script` element.
pub(super) fn write(digest: &Digest, writer: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(Harmless(writer), &Data(digest))?;
    Ok(())
}

struct Data<'a>(&'a Digest);

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Data(digest) = self;
        let mut data = serializer.serialize_map(None)?;
        data.serialize_entry("documents", &Column(&digest.documents, |document: &Document| document.name.clone()))?;
        data.serialize_entry("days", &Column(&digest.documents, |document: &Document| document.published))?;
        for (name, pool) in
            [("headings", &digest.headings), ("organisations", &digest.organisations), ("sentences", &digest.sentences)]
        {
            data.serialize_entry(name, &pool.texts().collect::<Vec<_>>())?;
        }
        data.serialize_entry("figures", &Figures(&digest.figures))?;
        data.end()
    }
}

struct Figures<'a>(&'a [Figure]);

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut columns = serializer.serialize_map(None)?;
        macro_rules! columns {
            ($($name:literal: $read:expr),+ $(,)?) => { $(columns.serialize_entry($name, &Column(self.0, $read))?;)+ };
        }
        columns! {
            "amount": |figure: &Figure| figure.amount.to_string(),
            "upper": |figure: &Figure| figure.upper.map(|upper| upper.to_string()),
            "currency": |figure: &Figure| figure.currency,
            "phrase": |figure: &Figure| figure.phrase.clone(),
            "qualifier": |figure: &Figure| figure.qualifier,
            "topic": |figure: &Figure| figure.topic,
            "change": |figure: &Figure| figure.change,
            "per": |figure: &Figure| figure.per.clone(),
            "periods": |figure: &Figure| figure.periods.clone(),
            "organisations": |figure: &Figure| figure.organisations.clone(),
            "document": |figure: &Figure| figure.document,
            "heading": |figure: &Figure| figure.heading,
            "sentence": |figure: &Figure| figure.sentence,
            "marks": |figure: &Figure| figure.marks.clone(),
            "elsewhere": |figure: &Figure| figure.elsewhere.clone(),
        }
        columns.end()
    }
}

/// What each of some items holds, as a list.
struct Column<'a, T, F>(&'a [T], F);

impl<T, U: Serialize, F: Fn(&T) -> U> Serialize for Column<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

/// Writes `<` as an escape. JSON has it in strings only, and without it no markup can begin or end.
struct Harmless<W>(W);

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for (index, part) in bytes.split(|byte| *byte == b'<').enumerate() {
            if index > 0 {
                self.0.write_all(b"\\u003c")?;
            }
            self.0.write_all(part)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Digest, write};

    #[test]
    fn the_data_hold_no_markup_and_read_back_as_they_were() {
        let mut digest = Digest::default();
        let text = "</script><!-- \"It\" owes <b>£3.14</b>\u{2028}and £10-12m.";
        digest.add("</script>.txt", &bulletin::parse(text));
        let mut written = Vec::new();
        write(&digest, &mut written).unwrap();
        assert!(!written.contains(&b'<'));
        let read: serde_json::Value = serde_json::from_slice(&written).unwrap();
        assert_eq!(read["documents"], serde_json::json!(["</script>.txt"]));
        assert_eq!(read["sentences"], serde_json::json!([text.replace('\u{2028}', " ")]));
        assert_eq!(read["figures"]["amount"], serde_json::json!(["3.14", "10000000"]));
        assert_eq!(read["figures"]["upper"], serde_json::json!([null, "12000000"]));
    }
}
