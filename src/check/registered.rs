//! Which part of a host somebody registered, by the public suffix list that is built in.

use crate::embedded::suffixes;
use crate::public_suffixes::Suffix;

/// The ending of a host; see [`crate::public_suffixes::PublicSuffixes::suffix`].
pub(super) fn suffix(host: &str) -> Suffix<'_> {
    suffixes().suffix(host)
}

/// The part of a host that somebody registered, and its ending; `None` where nobody can.
pub(super) fn registered(host: &str) -> Option<(&str, Suffix<'_>)> {
    suffixes().registered(host)
}
