//! From byte offsets to code points and lines.

/// How many bytes lie between two checkpoints: a lookup counts at most this many, and the count fits into a byte.
const STRIDE: usize = 128;

/// Code points and lines of a text by byte offset, each looked up in constant time.
#[derive(Debug)]
pub(crate) struct Positions<'a> {
    bytes: &'a [u8],
    /// Code points and newlines before each multiple of [`STRIDE`].
    checkpoints: Vec<(usize, usize)>,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut total = (0, 0);
        let mut checkpoints = Vec::with_capacity(bytes.len() / STRIDE + 1);
        for chunk in bytes.chunks(STRIDE) {
            checkpoints.push(total);
            total = (total.0 + starts(chunk), total.1 + newlines(chunk));
        }
        checkpoints.push(total);
        Positions { bytes, checkpoints }
    }

    /// How many code points start before byte `offset`.
    pub(crate) fn code_points(&self, offset: usize) -> usize {
        let (checkpoint, rest) = self.since_checkpoint(offset);
        checkpoint.0 + starts(rest)
    }

    /// The line, from 1, that byte `offset` lies in.
    pub(crate) fn line(&self, offset: usize) -> usize {
        let (checkpoint, rest) = self.since_checkpoint(offset);
        1 + checkpoint.1 + newlines(rest)
    }

    fn since_checkpoint(&self, offset: usize) -> ((usize, usize), &'a [u8]) {
        let offset = offset.min(self.bytes.len());
        let index = offset / STRIDE;
        let checkpoint = self.checkpoints.get(index).copied().unwrap_or_default();
        (checkpoint, self.bytes.get(index * STRIDE..offset).unwrap_or_default())
    }
}

/// How many bytes start a code point (all but UTF-8's continuation bytes).
fn starts(bytes: &[u8]) -> usize {
    count(bytes, |byte| byte & 0xC0 != 0x80)
}

fn newlines(bytes: &[u8]) -> usize {
    count(bytes, |byte| byte == b'\n')
}

/// How many of at most [`STRIDE`] bytes are such: sums of bytes, so that many are counted at once.
fn count(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    usize::from(bytes.iter().fold(0_u8, |count, &byte| count.wrapping_add(u8::from(is_such(byte)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_agrees_with_counting_from_the_start() {
        let text = "£5m – “a”\r\nb\n\n".repeat(100);
        let positions = Positions::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(positions.code_points(offset), text[..offset].chars().count());
            assert_eq!(positions.line(offset), 1 + text[..offset].matches('\n').count());
        }
    }
}
