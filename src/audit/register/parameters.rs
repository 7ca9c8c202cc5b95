//! What stands behind the question mark of an address, and is not needed there.

use std::collections::BTreeSet;

use crate::audit::Certainty;
use crate::audit::register::entry::EntryContext;
use crate::platform::Reference;

/// Parameters that say who shared an address, where it was followed from, or how the page is shown.
/// The ones that begin with `utm_` are known besides.
const KNOWN: &[&str] = &[
    "fbclid",
    "feedview",
    "gclid",
    "hl",
    "igsh",
    "igshid",
    "lang",
    "mibextid",
    "originalsubdomain",
    "ref",
    "ref_src",
    "ref_url",
    "si",
    "trk",
    "view_as",
    "viewasmember",
];

/// The parameters that the address leads to the same account without, and how sure it is that they
/// are of no use.
pub(super) fn superfluous(
    cx: &EntryContext<'_>,
    account: &Reference,
) -> Option<(Vec<String>, Certainty)> {
    let (address, fragment) = match cx.address.text.split_once('#') {
        Some((address, fragment)) => (address, format!("#{fragment}")),
        None => (cx.address.text.as_str(), String::new()),
    };
    let (page, query) = address.split_once('?')?;
    let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    let leads_there = |query: &str| {
        let parsed = cx.directory.platforms.parse_address(&format!("{page}{query}{fragment}"));
        parsed.is_ok_and(|parsed| parsed.account == *account && parsed.part.is_none())
    };
    let needed = |at: usize| {
        let mut rest = pairs.clone();
        rest.remove(at);
        !leads_there(&format!("?{}", rest.join("&")))
    };
    let is_free = leads_there("");
    let names: BTreeSet<&str> = (0..pairs.len())
        .filter(|at| is_free || !needed(*at))
        .filter_map(|at| pairs.get(at))
        .map(|pair| pair.split('=').next().unwrap_or(pair))
        .collect();
    let is_known = |name: &&str| {
        let name = name.to_ascii_lowercase();
        name.starts_with("utm_") || KNOWN.contains(&name.as_str())
    };
    let certainty = if names.iter().all(is_known) { Certainty::Certain } else { Certainty::Likely };
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    (!names.is_empty()).then_some((names, certainty))
}
