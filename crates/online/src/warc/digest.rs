//! The checksums of records (sections 5.8 and 5.9 of the standard), which are written as `sha1:` and a value in base32
//! (RFC 4648) or hexadecimal digits.

use ring::digest::{Algorithm, SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};

use super::RecordKind;
use super::http;

/// The checksums that a record says, as they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digests {
    /// That of all its content: `WARC-Block-Digest`.
    pub block: Option<String>,
    /// That of what was answered, without the head of HTTP: `WARC-Payload-Digest`.
    pub payload: Option<String>,
}

impl Digests {
    /// Whether there is one that can be checked.
    pub fn is_known(&self) -> bool {
        [&self.block, &self.payload].into_iter().flatten().any(|it| Digest::read(it).is_some())
    }

    /// Whether what a record of this kind holds is what its checksums say. Those of kinds that aren't known say
    /// nothing. Of an answer that came in chunks some tools hash the chunks, and some what was in them.
    pub fn fit(&self, kind: RecordKind, content: &[u8]) -> bool {
        let is_block = self.block.as_deref().is_none_or(|it| fits(it, &[content]));
        let is_payload = self.payload.as_deref().is_none_or(|it| match kind {
            RecordKind::Response => {
                let (raw, whole) = http::payload(content);
                fits(it, &[raw]) || whole.is_some_and(|whole| fits(it, &[&whole]))
            }
            // The payload of a record that was seen again is elsewhere.
            RecordKind::Revisit => true,
            _ => fits(it, &[content]),
        });
        is_block && is_payload
    }
}

/// Whether bytes have a checksum; true where its kind isn't known.
fn fits(written: &str, bytes: &[&[u8]]) -> bool {
    let Some(expected) = Digest::read(written) else { return true };
    bytes.iter().any(|it| digest(expected.algorithm, it).as_ref() == expected.value)
}

/// A checksum of a kind that is known.
struct Digest {
    algorithm: &'static Algorithm,
    /// Empty where it is written in no way that is known: then nothing fits it.
    value: Vec<u8>,
}

impl Digest {
    fn read(written: &str) -> Option<Self> {
        let (name, value) = written.split_once(':')?;
        let algorithm = match name.trim().to_ascii_lowercase().as_str() {
            "sha1" | "sha-1" => &SHA1_FOR_LEGACY_USE_ONLY,
            "sha256" | "sha-256" => &SHA256,
            _ => return None,
        };
        let value = value.trim();
        let length = algorithm.output_len();
        let bytes = if value.len() == 2 * length { bits(value, 4) } else { bits(value, 5) };
        let bytes = bytes.filter(|it| it.len() == length);
        Some(Self { algorithm, value: bytes.unwrap_or_default() })
    }
}

/// The whole bytes that digits of so many bits stand for.
fn bits(digits: &str, of_digit: u32) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut count) = (Vec::new(), 0_u32, 0);
    for c in digits.trim_end_matches('=').chars() {
        let value = match (of_digit, c.to_ascii_lowercase()) {
            (4, c) => c.to_digit(16)?,
            (_, c @ 'a'..='z') => u32::from(c) - u32::from('a'),
            (_, c @ '2'..='7') => u32::from(c) - u32::from('2') + 26,
            _ => return None,
        };
        held = (held << of_digit) | value;
        count += of_digit;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((held >> count) & 0xff).ok()?);
            held &= (1 << count) - 1;
        }
    }
    Some(bytes)
}
