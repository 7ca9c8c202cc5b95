//! The platform that an entry is filed under, as registrars write it.

use crate::compact_sort::CompactSort;
use crate::directory::Directory;
use crate::platform::{PlatformIndex, PlatformRules};

/// The platforms that a text names, each once: `X`, `X/Twitter` and `You Tube` name one, `Facebook en
/// Instagram` two, and what the directory does not have none.
pub(super) fn platforms(directory: &Directory, text: &str) -> Vec<PlatformIndex> {
    let named = |text: &str| {
        let is_it = |name: &String| name.eq_ignore_ascii_case(text);
        let of = |rules: &PlatformRules| {
            is_it(&rules.name) || is_it(&rules.id) || rules.former_names.iter().any(is_it)
        };
        directory.platforms.iter().find(|(_, platform)| of(&platform.rules)).map(|(index, _)| index)
    };
    let together: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    if let Some(found) = named(&together) {
        return vec![found];
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut found: Vec<PlatformIndex> = words.filter_map(named).collect();
    found.compact_sort();
    found.dedup();
    found
}
