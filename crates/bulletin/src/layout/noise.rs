//! Lines that belong to no article: page heads and feet, and what a website sets around its text.

use super::block::Block;

/// Whole lines that a page's frame is made of, in small letters.
const FRAME: [&str; 16] = [
    "previous",
    "next",
    "previous page",
    "next page",
    "live logo",
    "register",
    "sign in",
    "subscribe",
    "share this",
    "read more",
    "print",
    "comments",
    "see all articles with this subject.",
    "view in browser",
    "unsubscribe",
    "continue reading",
];

/// Whether a block is part of the frame around the articles.
pub(super) fn is_noise(text: &str, block: &Block) -> bool {
    if block.lines > 1 || block.words.len() > 60 {
        return false;
    }
    let words = block.of(text).to_lowercase();
    FRAME.contains(&words.as_str()) || is_pagination(&words)
}

/// pagination = [ title , dash ] , "page" , number ;
fn is_pagination(words: &str) -> bool {
    let last = words.rsplit(['–', '-', '|']).next().unwrap_or(words).trim();
    last.strip_prefix("page ")
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
