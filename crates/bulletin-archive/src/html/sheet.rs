//! Style sheets, as far as they hide text or set it off.
//!
//! ```text
//! sheet    = { selector , { "," , selector } , "{" , declarations , "}" | at-rule } ;
//! selector = [ element ] , [ ( "." | "#" ) , name ] ;
//! ```
//!
//! Rules that hold on some screens only ("@media") and those for elements inside others are left out.

use std::collections::HashMap;

use super::style::Change;
use super::tag::Tag;

/// The rules of a page's sheets so far.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: HashMap<Selector, (usize, Change)>,
}

/// What a rule is for: the element, and the name with its sign ("." or "#").
type Selector = (Option<Tag>, String);

/// A rule that holds for an element; the greater one wins.
type Rank = (u8, usize);

impl Sheet {
    /// Adds the rules of one `style` element.
    pub(super) fn add(&mut self, css: &str) {
        let css = without_comments(css);
        let mut rest = css.as_str();
        while let Some(at) = rest.find(['{', ';']) {
            let (selectors, block) = (rest[..at].trim(), &rest[at + 1..]);
            let is_block = rest.as_bytes()[at] == b'{';
            if selectors.starts_with('@') {
                rest = if is_block { after_block(block) } else { block };
                continue;
            }
            let (declarations, after) = block.split_once('}').unwrap_or((block, ""));
            rest = after;
            let mut change = Change::default();
            change.add_style(declarations);
            if is_block && change != Change::default() {
                selectors.split(',').filter_map(selector).for_each(|selector| self.put(selector, change));
            }
        }
    }

    fn put(&mut self, selector: Selector, change: Change) {
        let order = self.rules.len();
        let rule = self.rules.entry(selector).or_default();
        *rule = (order, change.over(rule.1));
    }

    /// What the rules say of an element with these names, each with its sign and in lower case.
    pub(super) fn of(&self, tag: Tag, names: &[String]) -> Change {
        if self.rules.is_empty() {
            return Change::default();
        }
        let mut found: Vec<(Rank, Change)> = Vec::new();
        let mut look = |selector: Selector| {
            let strength = u8::from(selector.0.is_some())
                + match selector.1.as_bytes().first() {
                    None => 0,
                    Some(b'.') => 2,
                    Some(_) => 4,
                };
            found.extend(self.rules.get(&selector).map(|&(order, change)| ((strength, order), change)));
        };
        look((Some(tag), String::new()));
        for name in names {
            look((None, name.clone()));
            look((Some(tag), name.clone()));
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().fold(Change::default(), |under, (_, change)| change.over(under))
    }
}

/// A selector that we follow.
fn selector(text: &str) -> Option<Selector> {
    let text = text.trim().to_ascii_lowercase();
    let (element, name) = text.split_at(text.find(['.', '#']).unwrap_or(text.len()));
    let is_plain = |name: &str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let tag = (!element.is_empty()).then(|| Tag::of(element.as_bytes()));
    let is_followed = is_plain(element) && is_plain(name.get(1..).unwrap_or_default()) && name.len() != 1;
    let is_known = tag.is_none_or(Tag::is_known);
    (is_followed && is_known && !text.is_empty()).then(|| (tag, name.to_owned()))
}

/// What comes after a block that starts here, with the blocks in it.
fn after_block(text: &str) -> &str {
    let mut depth = 1_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

/// The sheet without its comments, and without those of HTML, which hide nothing in it.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<!--", " ").replace("-->", " ")
}
