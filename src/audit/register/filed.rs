//! The platform that an entry is filed under, as registrars write it.

use crate::directory::Directory;
use crate::platform::PlatformIndex;

/// The platform that a text names: `X`, `Twitter`, `X/Twitter`, `linkedin`. `None` where it names
/// none of the directory, or more than one.
pub(super) fn platform(directory: &Directory, text: &str) -> Option<PlatformIndex> {
    let named = |text: &str| {
        let is_it = |name: &String| name.eq_ignore_ascii_case(text);
        let of = |rules: &crate::platform::PlatformRules| {
            is_it(&rules.name) || is_it(&rules.id) || rules.former_names.iter().any(is_it)
        };
        directory.platforms.iter().find(|(_, platform)| of(&platform.rules)).map(|(index, _)| index)
    };
    let text = text.trim();
    if let Some(found) = named(text) {
        return Some(found);
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut found = words.filter_map(named);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}
