//! The shape of a page as a whole, which tells what its single lines cannot.

use super::block::{Block, Mark};
use super::label;

/// What the blocks of a page have in common.
#[derive(Debug)]
pub(super) struct Page {
    /// Whether its entries have time stamps.
    pub(super) live: bool,
    /// Whether its headlines stand further from their teasers than these from the next headline.
    pub(super) apart: bool,
    /// Which blocks are the name of a section, over a headline.
    pub(super) categories: Vec<bool>,
    /// For each block, its place in a run of short lines under "They are:", from 1; 0 outside one.
    pub(super) listed: Vec<u32>,
}

impl Page {
    pub(super) fn new(text: &str, blocks: &[Block]) -> Self {
        let stamps = blocks.iter().filter(|block| block.mark == Mark::Stamp).count();
        let gaps =
            blocks.windows(2).filter(|pair| pair[0].brief && pair[1].blanks >= 2 && pair[1].blanks > pair[0].blanks);
        let apart = gaps.count() >= 2;
        Page { live: stamps >= 2, apart, categories: label::categories(text, blocks), listed: listed(text, blocks) }
    }
}

/// lead-in , { short line } ;
fn listed(text: &str, blocks: &[Block]) -> Vec<u32> {
    let mut run: Option<u32> = None;
    let place = |block: &Block| {
        run = match run {
            Some(place) if block.brief && block.mark == Mark::Plain => Some(place + 1),
            _ => (!block.brief && block.of(text).ends_with(':')).then_some(0),
        };
        run.unwrap_or_default()
    };
    blocks.iter().map(place).collect()
}
