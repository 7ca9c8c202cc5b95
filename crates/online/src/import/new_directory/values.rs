//! Slugs, addresses and numbers as a directory has them.

use std::collections::{BTreeSet, HashMap, HashSet};

use officieel_directory::directory::PhoneNumber;
use officieel_directory::platform::check_https;
use url::Url;

use super::super::Extract;
use super::super::matching::site;
use super::super::text::clean;
use super::kinds::words;

/// A slug for each record, the same in any order of them: where two have one name, both bear their ids.
pub(super) fn slugs(extract: &Extract) -> Vec<String> {
    let plain: Vec<String> = extract
        .records
        .iter()
        .map(|it| {
            words(&it.name)
                .iter()
                .map(|it| ascii(it))
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join("-")
        })
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for slug in &plain {
        *counts.entry(slug).or_default() += 1;
    }
    let mut used: HashSet<String> = HashSet::new();
    let mut slugs = Vec::new();
    for (at, (record, slug)) in extract.records.iter().zip(&plain).enumerate() {
        let id = record
            .ids
            .iter()
            .next()
            .map(|it| it.rsplit('/').next().unwrap_or(it).to_ascii_lowercase());
        let id = id.unwrap_or_else(|| (at + 1).to_string());
        let is_unique = counts.get(slug.as_str()) == Some(&1) && !slug.is_empty();
        let mut name = if is_unique {
            slug.clone()
        } else {
            format!("{slug}-{id}").trim_matches('-').to_owned()
        };
        while !used.insert(name.clone()) {
            name.push_str("-2");
        }
        slugs.push(name);
    }
    slugs
}

fn ascii(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// An address as it may be opened: `https`, and in full.
pub(super) fn secure(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = match typed.split_once("://") {
        Some(("http" | "https" | "HTTP" | "HTTPS", rest)) => format!("https://{rest}"),
        Some(_) => return None,
        None => format!("https://{typed}"),
    };
    let url = Url::parse(&whole).ok().filter(|url| url.port().is_none())?;
    let text = url.to_string();
    (url.domain().is_some_and(|it| it.contains('.')) && check_https(&text).is_ok()).then_some(text)
}

/// A number with the code of its country; of another country than the Netherlands none without.
pub(super) fn phone(typed: &str, country: &str) -> Option<String> {
    let spaced: String =
        typed.chars().map(|c| if matches!(c, '-' | '.' | '/') { ' ' } else { c }).collect();
    let spaced = clean(&spaced)?;
    let fits = PhoneNumber::read(&spaced).is_some_and(|it| it.fits_plan());
    let is_whole = spaced.starts_with('+') || country.eq_ignore_ascii_case("NL");
    let is_plain = spaced.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' '));
    (fits && is_whole && is_plain).then_some(spaced)
}

/// So many bodies on one host share it.
const FEWEST_SHARING: usize = 3;

/// The hosts that several bodies have a website on, each under a path of its own.
pub(super) fn shared_hosts(extract: &Extract) -> HashSet<String> {
    let mut paths: HashMap<String, BTreeSet<String>> = HashMap::new();
    for site in extract.records.iter().filter_map(|it| site(it.websites.first()?)) {
        let (host, path) = site.split_once('/').unwrap_or((&site, ""));
        paths.entry(host.to_owned()).or_default().insert(path.to_owned());
    }
    let shared = paths.into_iter().filter(|(_, paths)| paths.len() >= FEWEST_SHARING);
    shared.map(|(host, _)| host).collect()
}
