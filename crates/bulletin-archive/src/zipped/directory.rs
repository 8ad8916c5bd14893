//! The directory of a zip archive, entry by entry: two entries may have one name, which the `zip` crate's index loses.

use std::io::{self, Read, Seek, SeekFrom};

/// An entry as the archive's directory has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    /// Where its local header is, in bytes from the archive's start.
    header: u64,
    pub(super) packed: u64,
    pub(super) checksum: u32,
    pub(super) method: u16,
    pub(super) is_encrypted: bool,
    pub(super) is_link: bool,
}

/// Values that an extra field holds instead.
const LARGE: u64 = 0xFFFF_FFFF;

/// The extra field of sizes and places beyond 32 bits.
const ZIP64: u16 = 1;

/// All entries, in the order of the directory; `stream` stands at its start, and it ends where no entry follows.
pub(super) fn entries(stream: &mut impl Read) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut record = [0; 46];
    loop {
        stream.read_exact(&mut record[..4])?;
        if &record[..4] != b"PK\x01\x02" {
            return Ok(entries);
        }
        stream.read_exact(&mut record[4..])?;
        let mut rest = vec![0; [28, 30, 32].map(|at| usize::from(short(&record, at))).iter().sum()];
        stream.read_exact(&mut rest)?;
        entries.push(Entry::of(&record, &rest));
    }
}

impl Entry {
    fn of(record: &[u8], rest: &[u8]) -> Self {
        const LINK: u32 = 0o120_000;
        let (name, rest) = rest.split_at(usize::from(short(record, 28)));
        let mut large = zip64(&rest[..usize::from(short(record, 30))]).chunks_exact(8).map(|bytes| whole(bytes, 0, 8));
        // The large values that there are stand in this order.
        let mut sizes = [24, 20, 42].map(|at| whole(record, at, 4));
        for size in sizes.iter_mut().filter(|size| **size == LARGE) {
            *size = large.next().unwrap_or(LARGE);
        }
        let [_, packed, header] = sizes;
        Self {
            name: name.to_vec(),
            header,
            packed,
            checksum: long(record, 16),
            method: short(record, 10),
            is_encrypted: short(record, 8) & 1 == 1,
            is_link: long(record, 38) >> 16 & 0o170_000 == LINK,
        }
    }

    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with(b"/") || self.name.ends_with(b"\\")
    }

    /// Puts `stream` at the entry's bytes, in an archive that starts at the byte `start` of it.
    pub(super) fn find(&self, stream: &mut (impl Read + Seek), start: u64) -> io::Result<()> {
        let mut header = [0; 30];
        stream.seek(SeekFrom::Start(start.saturating_add(self.header)))?;
        stream.read_exact(&mut header)?;
        if &header[..4] != b"PK\x03\x04" {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        stream.seek_relative(i64::from(short(&header, 26)) + i64::from(short(&header, 28)))
    }
}

/// The contents of the extra field of large values; empty where there is none.
fn zip64(mut extra: &[u8]) -> &[u8] {
    while let Some((head, rest)) = extra.split_at_checked(4) {
        let Some((field, rest)) = rest.split_at_checked(usize::from(short(head, 2))) else { break };
        if short(head, 0) == ZIP64 {
            return field;
        }
        extra = rest;
    }
    &[]
}

fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn long(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn whole(bytes: &[u8], at: usize, length: usize) -> u64 {
    bytes[at..at + length].iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}
