//! Which platform a cell or the name of a column names.

use std::collections::HashMap;

use super::header;
use crate::directory::Directory;
use crate::platform::PlatformIndex;

/// Where the accounts of a row are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On a platform of the directory.
    On(PlatformIndex),
    /// On none: the text says itself what it is, as addresses of sites and mail do.
    Itself,
    /// Where the directory knows nothing of, as it was written.
    Elsewhere(String),
}

/// What is no platform: of sites and mail there are addresses.
const ITSELF: &[&str] = &[
    "website",
    "site",
    "web",
    "webpagina",
    "homepage",
    "internet",
    "mail",
    "email",
    "e-mail",
    "telefoon",
    "phone",
    "tel",
];

/// What is added to the name of a platform: `Facebookpagina`, `TikTok-account`.
const ADDED: &[&str] = &[
    "account",
    "accounts",
    "adres",
    "channel",
    "handle",
    "kanaal",
    "link",
    "naam",
    "page",
    "pagina",
    "profiel",
    "profile",
    "url",
    "officieel",
    "official",
];

/// The names of the platforms of a directory.
#[derive(Debug, Clone, Default)]
pub(super) struct PlatformNames(HashMap<String, PlatformIndex>);

impl PlatformNames {
    pub(super) fn new(directory: &Directory) -> Self {
        let mut names = HashMap::new();
        for (index, platform) in directory.platforms.iter() {
            let rules = &platform.rules;
            let all = [&rules.id, &rules.name].into_iter().chain(&rules.former_names);
            for name in all.chain(&rules.aliases) {
                let name = name.to_lowercase();
                if !ITSELF.contains(&name.as_str()) {
                    names.entry(name).or_insert(index);
                }
            }
        }
        Self(names)
    }

    /// The places that a cell names; none where nothing stands in it.
    pub(super) fn places(&self, cell: &str) -> Vec<Place> {
        let cell = cell.trim();
        let mut places = Vec::new();
        let mut add = |place| {
            if !places.contains(&place) {
                places.push(place);
            }
        };
        if let Some(place) = self.place(cell) {
            return vec![place];
        }
        let is_between =
            |c: char| matches!(c, '/' | ',' | ';' | '&' | '+' | '(' | ')' | '\n' | '|');
        for part in cell.split(is_between).map(str::trim).filter(|part| !part.is_empty()) {
            add(self.place(part).unwrap_or_else(|| Place::Elsewhere(cell.to_owned())));
        }
        places
    }

    /// Whether a cell is nothing but the names of places that are known.
    pub(super) fn is_place(&self, cell: &str) -> bool {
        let places = self.places(cell);
        !places.is_empty() && !places.iter().any(|it| matches!(it, Place::Elsewhere(_)))
    }

    /// The place that the name of a column names: `Twitter`, `Facebook-pagina`, `URL van Instagram`.
    pub(super) fn of_column(&self, name: &str) -> Option<Place> {
        if let Some(place) = self.place(name) {
            return Some(place);
        }
        let mut found = None;
        for word in header::words(name) {
            match self.place(&word) {
                Some(place) if found.as_ref().is_none_or(|it| *it == place) => found = Some(place),
                None if header::is_filler(&word) => {}
                Some(_) | None => return None,
            }
        }
        found
    }

    fn place(&self, text: &str) -> Option<Place> {
        let text = text.trim().to_lowercase();
        let bare = ADDED.iter().find_map(|added| {
            let rest = text.strip_suffix(added)?.trim_end_matches([' ', '-', '_']);
            (!rest.is_empty()).then_some(rest)
        });
        [Some(text.as_str()), bare].into_iter().flatten().find_map(|name| {
            let known = self.0.get(name).copied().map(Place::On);
            known.or_else(|| ITSELF.contains(&name).then_some(Place::Itself))
        })
    }
}
