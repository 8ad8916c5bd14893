//! A page being written: tags and attributes' names are literals of ours, and whatever else goes in is escaped.

use std::fmt::{self, Display, Write};

/// Names of attributes, each with its value.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

/// A page being written. Only a literal can get in unescaped.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// An element with whatever `content` writes inside.
    pub(super) fn element(&mut self, name: &'static str, attributes: Attributes<'_>, content: impl FnOnce(&mut Html)) {
        self.open(name, attributes);
        content(self);
        self.0.extend(["</", name, ">"]);
    }

    /// An element that holds a text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: Attributes<'_>, text: impl Display) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// A tag; of an element that holds nothing, all of it.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.0.extend(["<", name]);
        for (name, value) in attributes {
            self.0.extend([" ", *name, "=\""]);
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// A text, escaped.
    pub(super) fn text(&mut self, text: impl Display) {
        // A string takes all that is written to it.
        let _ = write!(Escaped(&mut self.0), "{text}");
    }

    /// Our own text, as it is: a style, a script, the end of an element.
    pub(super) fn literal(&mut self, literal: &'static str) {
        self.0.push_str(literal);
    }

    /// What was written.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Escapes what is written to it, for texts and for attributes in double quotes.
struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                _ => self.0.push(character),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn only_literals_get_in_unescaped() {
        let mut html = Html::default();
        html.element("p", &[("title", &"\" onclick='x' <&>")], |html| {
            html.text("</p><script>&amp;");
            html.leaf("b", &[], 3);
            html.open("br", &[]);
        });
        assert_eq!(
            html.into_string(),
            "<p title=\"&quot; onclick=&#39;x&#39; &lt;&amp;&gt;\">&lt;/p&gt;&lt;script&gt;&amp;amp;<b>3</b><br></p>"
        );
    }
}
