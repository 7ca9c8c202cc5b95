//! What the head of an answer says that it is: the same of one that was just given and of one that an archive kept.

/// Whether an answer names media types that differ, or encodings that do, of which each program takes its own.
pub(crate) fn is_disputed<'h>(types: impl Iterator<Item = &'h str>) -> bool {
    let all = types.map(|it| {
        let (kind, more) = it.split_once(';').unwrap_or((it, ""));
        let plain = |text: &str| text.trim().to_ascii_lowercase().replace([' ', '"'], "");
        (plain(kind), plain(more))
    });
    let all: Vec<(String, String)> = all.collect();
    let has_two = |mut values: Vec<&String>| {
        values.retain(|it| !it.is_empty());
        values.sort_unstable();
        values.dedup();
        values.len() > 1
    };
    has_two(all.iter().map(|(kind, _)| kind).collect())
        || has_two(all.iter().map(|(_, more)| more).collect())
}

/// Whether a `Content-Disposition` makes a file of an answer, of which a browser shows nothing: any kind but `inline` does
/// (RFC 6266, 4.2).
pub(crate) fn is_download(disposition: &str) -> bool {
    let kind = disposition.split(';').next().unwrap_or_default().trim();
    !(kind.is_empty() || kind.contains('=') || kind.eq_ignore_ascii_case("inline"))
}
