//! What is put before or behind a name to make it sound genuine.

use super::{Candidate, Stem, Technique, is_separator};

/// Stands in the lists for the code of the country.
const COUNTRY: &str = "";

/// The words and digits, the most deceptive first.
const BEHIND: &[&str] = &[
    COUNTRY,
    "officieel",
    "official",
    "helpdesk",
    "service",
    "webcare",
    "info",
    "support",
    "1",
    "2",
    "01",
    "24",
];

/// The words that stand in front as well, the most deceptive first.
const BEFORE: &[&str] =
    &["officieel", "official", "info", "webcare", "helpdesk", "service", "support", COUNTRY];

/// What joins them to the name: what the name has itself, or what platforms take.
const JOINTS: [&str; 4] = ["_", "", ".", "-"];

pub(super) fn candidates(stem: &Stem) -> Vec<Candidate> {
    let name = stem.text();
    let country = stem.country.as_str();
    let or_country = |affix: &'static str| if affix == COUNTRY { country } else { affix };
    let behind = BEHIND.iter().map(|affix| (or_country(affix), true));
    let before = BEFORE.iter().map(|affix| (or_country(affix), false));
    let mut all = Vec::new();
    for (rank, (affix, is_behind)) in (0..).zip(behind.chain(before)) {
        if has(&name, affix, is_behind) {
            continue;
        }
        for (place, joint) in (0..).zip(JOINTS) {
            let affix =
                if joint.is_empty() { cased(affix, &name, country) } else { affix.to_owned() };
            let (put, whole) = if is_behind {
                (format!("{joint}{affix}"), format!("{name}{joint}{affix}"))
            } else {
                (format!("{affix}{joint}"), format!("{affix}{joint}{name}"))
            };
            all.push(Candidate {
                name: whole,
                technique: Technique::Affix(put),
                cost: 3000 + rank * 10 + place,
            });
        }
    }
    all
}

/// Whether the name bears the affix already.
fn has(name: &str, affix: &str, is_behind: bool) -> bool {
    let name = name.to_lowercase();
    if is_behind { name.ends_with(affix) } else { name.starts_with(affix) }
}

/// The affix with a capital where the name begins with one, and that of the country, `NL`, as people write it.
fn cased(affix: &str, name: &str, country: &str) -> String {
    let has_capitals = name.chars().find(|c| !is_separator(*c)).is_some_and(char::is_uppercase);
    let mut chars = affix.chars();
    match chars.next() {
        Some(_) if has_capitals && affix == country => affix.to_uppercase(),
        Some(first) if has_capitals => first.to_uppercase().chain(chars).collect(),
        _ => affix.to_owned(),
    }
}
