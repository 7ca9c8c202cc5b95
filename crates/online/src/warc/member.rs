//! Members of a gzip file (RFC 1952). Where one ends is known from its own data alone: bytes that look like the
//! beginning of the next may stand in the body of a record, where whoever answered chose them.

use std::io::{self, BufRead, BufReader, Read};

use flate2::CrcReader;
use flate2::bufread::DeflateDecoder;

/// How a member begins: the two bytes of the format, and the only way of packing that there is.
pub(super) const MEMBER: [u8; 3] = [0x1f, 0x8b, 0x08];

const HEADER_CHECKSUM: u8 = 2;
const EXTRA: u8 = 4;
const NAME: u8 = 8;
const COMMENT: u8 = 16;

/// The longest name or comment of a member that is passed over.
const LONGEST_TEXT: u64 = 64 * 1024;

/// A member that is being read.
#[derive(Debug)]
pub(super) struct Member<R: BufRead> {
    text: BufReader<CrcReader<DeflateDecoder<R>>>,
    /// How many records were read of it.
    pub(super) records: usize,
}

impl<R: BufRead> Member<R> {
    /// The member of which the header was passed.
    pub(super) fn new(input: R) -> Self {
        let text = BufReader::new(CrcReader::new(DeflateDecoder::new(input)));
        Self { text, records: 0 }
    }

    /// What is packed in it.
    pub(super) fn text(&mut self) -> &mut BufReader<CrcReader<DeflateDecoder<R>>> {
        &mut self.text
    }

    /// What lies behind the member, all of which was read, and whether its checksum and length fit.
    pub(super) fn end(self) -> io::Result<(R, bool)> {
        let packed = self.text.into_inner();
        let (checksum, length) = (packed.crc().sum(), packed.crc().amount());
        let mut input = packed.into_inner().into_inner();
        let mut trailer = [0; 8];
        input.read_exact(&mut trailer)?;
        let expected = [checksum.to_le_bytes(), length.to_le_bytes()].concat();
        Ok((input, expected == trailer))
    }

    /// What lies behind what was read of the member. It may be in the middle of it.
    pub(super) fn give_up(self) -> R {
        self.text.into_inner().into_inner().into_inner()
    }
}

/// Goes on behind the header of a member.
pub(super) fn pass_header(input: &mut impl BufRead) -> io::Result<()> {
    let mut fixed = [0; 10];
    input.read_exact(&mut fixed)?;
    let [.., flags, _, _, _, _, _, _] = fixed;
    if !fixed.starts_with(&MEMBER) || flags & 0xe0 != 0 {
        return Err(io::ErrorKind::InvalidData.into());
    }
    if flags & EXTRA != 0 {
        let mut length = [0; 2];
        input.read_exact(&mut length)?;
        pass(input, u16::from_le_bytes(length).into())?;
    }
    for _ in 0..(flags & (NAME | COMMENT)).count_ones() {
        let mut text = Vec::new();
        input.take(LONGEST_TEXT).read_until(0, &mut text)?;
        if text.last() != Some(&0) {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    if flags & HEADER_CHECKSUM != 0 {
        pass(input, 2)?;
    }
    Ok(())
}

fn pass(input: &mut impl BufRead, length: u64) -> io::Result<()> {
    let passed = io::copy(&mut input.take(length), &mut io::sink())?;
    if passed == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
