//! The ways in which services write the address that they lead to.

use serde::{Deserialize, Serialize};

use crate::platform::address::{Web, decoded};

/// How a service writes the address that it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Coding {
    /// As it is, percent-encoded once.
    Plain,
    /// URL Defense of Proofpoint, version 2: `-` for `%` and `_` for `/`.
    ProofpointV2,
    /// Its version 3: `*` for characters that stand behind the address, in Base64.
    ProofpointV3,
    /// In the first part of the host: `-` for a point, and `--` for `-`.
    DashedHost,
}

impl Coding {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Plain, Self::ProofpointV2, Self::ProofpointV3, Self::DashedHost];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::ProofpointV2 => "proofpoint-v2",
            Self::ProofpointV3 => "proofpoint-v3",
            Self::DashedHost => "dashed-host",
        }
    }

    /// A value of a query, which was decoded as all of them are.
    pub(super) fn decoded(self, value: &str) -> Option<String> {
        match self {
            Self::Plain => Some(value.to_owned()),
            Self::ProofpointV2 => decoded(&value.replace('-', "%").replace('_', "/")),
            Self::ProofpointV3 => of_v3(value),
            Self::DashedHost => None,
        }
    }

    /// The end of a path, as it was written.
    pub(super) fn decoded_path(self, text: &str) -> Option<String> {
        match self {
            Self::Plain => decoded(text),
            coding => coding.decoded(text),
        }
    }
}

/// What ends the address in version 3 of Proofpoint's coding.
const V3_END: &str = "__;";

/// How long the end of such an address is that stands behind this beginning of it: the characters that
/// were taken out of it, and what identifies the mail.
pub(super) fn end_of_v3(beginning: &str, behind: &str) -> Option<usize> {
    let rest = behind.strip_prefix(';').filter(|_| beginning.ends_with("__"))?;
    let is_of_end = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '!' | '=');
    let end = rest.find(|c| !is_of_end(c)).unwrap_or(rest.len());
    let tail = rest.get(end..).unwrap_or_default();
    let sign = usize::from(tail.starts_with('$'));
    rest.get(..end)?.contains('!').then_some(1 + end + sign)
}

/// An address in version 3 of Proofpoint's coding: `*` stands for the next of the characters behind it,
/// `**A` for the next two, `**B` for the next three, and so on.
fn of_v3(text: &str) -> Option<String> {
    let (address, behind) = text.split_once(V3_END)?;
    let coded = behind.split('!').next()?;
    let taken_out = String::from_utf8(of_base64(coded)?).ok()?;
    let mut taken_out = taken_out.chars();
    let address = decoded(address)?;
    let mut out = String::with_capacity(address.len());
    let mut rest = address.chars();
    while let Some(c) = rest.next() {
        if c != '*' {
            out.push(c);
            continue;
        }
        let mut ahead = rest.clone();
        let run = if ahead.next() == Some('*') { ahead.next() } else { None };
        let count = match run {
            Some(length) => {
                rest = ahead;
                usize::from(digit(length)?) + 2
            }
            None => 1,
        };
        for _ in 0..count {
            out.push(taken_out.next()?);
        }
    }
    Some(out)
}

/// The bytes of a text in Base64 for addresses (RFC 4648, section 5), with or without the signs at its end.
fn of_base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut out = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for c in text.chars() {
        bits = (bits << 6 | u32::from(digit(c)?)) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    Some(out)
}

/// What a sign of that alphabet counts.
fn digit(c: char) -> Option<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    ALPHABET.find(c).and_then(|at| u8::try_from(at).ok())
}

/// What a service adds to the query of an address whose host stands in its own.
const ADDED: &str = "_x_tr_";

/// The address whose host stands in the first part of a service's own. A host that was cut or encoded to
/// fit there is not put together again.
pub(super) fn of_host(web: &Web) -> Option<String> {
    let (label, _) = web.host.split_once('.')?;
    let query = web.url.query().unwrap_or_default();
    let is_added = |pair: &&str| pair.starts_with(ADDED);
    let is_odd = |pair: &str| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        matches!(key, "_x_tr_hp" | "_x_tr_enc") && !value.is_empty()
    };
    if query.split('&').any(is_odd) {
        return None;
    }
    let host = label.replace("--", "\n").replace('-', ".").replace('\n', "-");
    let own: Vec<&str> = query.split('&').filter(|it| !it.is_empty() && !is_added(it)).collect();
    let query = if own.is_empty() { String::new() } else { format!("?{}", own.join("&")) };
    Some(format!("https://{host}{}{query}", web.url.path()))
}
