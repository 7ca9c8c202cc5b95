//! Which part of a host somebody registered, by the public suffix list that is built in.

use std::sync::LazyLock;

use crate::public_suffixes::{PublicSuffixes, Suffix};
use crate::store::Store;

/// The list, laid out when the program was built.
const STORED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/suffixes.bin"));

static LIST: LazyLock<PublicSuffixes> = LazyLock::new(|| {
    // Only a program that was changed after it was built has none: the last label ends a host then.
    Store::packed(STORED)
        .map_or_else(|_| PublicSuffixes::default(), |it| PublicSuffixes::from_store(&it))
});

/// The ending of a host; see [`PublicSuffixes::suffix`].
pub(super) fn suffix(host: &str) -> Suffix<'_> {
    LIST.suffix(host)
}

/// The part of a host that somebody registered, and its ending; `None` where nobody can.
pub(super) fn registered(host: &str) -> Option<(&str, Suffix<'_>)> {
    LIST.registered(host)
}
