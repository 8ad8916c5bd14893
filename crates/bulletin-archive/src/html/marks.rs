//! Which blocks are headings, and how each kind is marked.

use super::builder::{Block, Kind};

/// The longest heading, in bytes.
const LONGEST_HEADING: usize = 120;

/// A heading's text is larger than most of the page by this factor, where it is not bold.
const LARGER: f32 = 1.2;

/// Text that is not bold is a heading's only from this size, in CSS pixels.
const SMALLEST_HEADING: f32 = 18.0;

/// How the text of buttons and links begins that look like headings and are none.
const BUTTONS: [&str; 14] = [
    "read more",
    "read the full",
    "read now",
    "click here",
    "find out more",
    "view in ",
    "view this",
    "view online",
    "unsubscribe",
    "subscribe",
    "sign up",
    "sign in",
    "register",
    "log in",
];

/// Words after "by" that tell that no name follows: "By Any Other Name".
const COMMON: [&str; 12] =
    ["the", "a", "an", "any", "all", "your", "our", "this", "that", "popular", "land", "christmas"];

/// The blocks as one text, each set off by a blank line.
pub(super) fn marked(text: &str, blocks: &[Block]) -> String {
    let common = Common::of(blocks);
    let mut out = String::with_capacity(text.len() + 4 * blocks.len());
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        let words = &text[block.words.clone()];
        match block.kind {
            Kind::Item => {
                out.push_str("- ");
                out.push_str(words);
            }
            Kind::Plain if !common.sets_off(block, words) => out.push_str(words),
            Kind::Rows => out.push_str(words),
            Kind::Heading if is_byline(words) => out.push_str(words),
            Kind::Heading | Kind::Plain => {
                out.push_str("## ");
                out.push_str(&words.replace('\n', " "));
            }
        }
        out.push('\n');
    }
    out
}

/// How most of a page looks.
struct Common {
    bold: bool,
    size: f32,
}

impl Common {
    fn of(blocks: &[Block]) -> Self {
        let all: usize = blocks.iter().map(|block| block.words.len()).sum();
        let bold: usize = blocks.iter().filter(|block| block.bold).map(|block| block.words.len()).sum();
        let mut sizes: Vec<(f32, usize)> = blocks.iter().map(|block| (block.size, block.words.len())).collect();
        sizes.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        let mut below = 0;
        let median = sizes.iter().find(|(_, length)| {
            below += length;
            below * 2 >= all
        });
        Self { bold: bold * 2 > all, size: median.map_or(f32::MAX, |&(size, _)| size) }
    }

    /// Whether a plain block looks like a heading: short, no sentence, and all of it bolder or larger than the page.
    fn sets_off(&self, block: &Block, words: &str) -> bool {
        let stands_out = block.bold && !self.bold || block.size >= (self.size * LARGER).max(SMALLEST_HEADING);
        stands_out
            && words.len() <= LONGEST_HEADING
            && words.contains(char::is_alphabetic)
            && !words.ends_with(['.', ',', ';', '…'])
            && !is_button(words)
            && !is_byline(words)
    }
}

fn is_button(words: &str) -> bool {
    BUTTONS.iter().any(|button| words.get(..button.len()).is_some_and(|start| start.eq_ignore_ascii_case(button)))
}

/// byline = "By" , name , name , { name } , [ ( "," | "and" | "|" | … ) , anything ] ;
fn is_byline(words: &str) -> bool {
    let Some((by, names)) = words.split_once(char::is_whitespace) else { return false };
    let ends = |word: &str| matches!(word, "and" | "&" | "AND") || !word.starts_with(char::is_alphabetic);
    let first: Vec<&str> = names.split_whitespace().take_while(|word| !ends(word)).collect();
    let name = first.iter().position(|word| word.ends_with(',')).map_or(&first[..], |comma| &first[..=comma]);
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && !COMMON.contains(&word.to_lowercase().as_str());
    by.trim_end_matches(':').eq_ignore_ascii_case("by") && (2..=4).contains(&name.len()) && name.iter().all(is_name)
}
