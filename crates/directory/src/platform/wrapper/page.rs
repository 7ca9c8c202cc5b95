//! Pages of a service, by their paths.

use crate::text::message::{Message, Sentence};

/// What stands for the target at the end of a path.
const TARGET: &str = "{target}";

/// A path such as `/url`, `/web/*/{target}` or `/v3/__{target}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    parts: Vec<Part>,
    /// What stands before the target in its part, where the target stands in the path.
    before_target: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Word(String),
    Any,
}

impl Page {
    pub(super) fn parse(text: &str) -> Result<Self, Message> {
        let fault = || Sentence::WrapperPath.of([&text]);
        let rest = text.strip_prefix('/').ok_or_else(fault)?;
        let (rest, before_target) = match rest.strip_suffix(TARGET) {
            Some(rest) => match rest.rsplit_once('/') {
                Some((rest, before)) => (rest, Some(before.to_owned())),
                None => ("", Some(rest.to_owned())),
            },
            None => (rest, None),
        };
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
        let parts: Vec<&str> = rest.split('/').filter(|_| !rest.is_empty()).collect();
        let is_sound = |part: &&str| *part == "*" || !part.is_empty() && part.chars().all(is_word);
        let before_is_sound = before_target.iter().all(|it| it.chars().all(is_word));
        let is_empty = parts.is_empty() && before_target.is_none();
        if is_empty || !before_is_sound || !parts.iter().all(is_sound) {
            return Err(fault());
        }
        let part = |part: &str| match part {
            "*" => Part::Any,
            word => Part::Word(word.to_owned()),
        };
        Ok(Self { parts: parts.into_iter().map(part).collect(), before_target })
    }

    pub(super) fn has_target(&self) -> bool {
        self.before_target.is_some()
    }

    /// The target where it stands in this path, or nothing of it; `None` where this is another page.
    pub(super) fn find<'p>(&self, path: &'p str) -> Option<&'p str> {
        let mut rest = path;
        for part in &self.parts {
            let behind = rest.strip_prefix('/')?;
            let end = behind.find('/').unwrap_or(behind.len());
            let (found, after) = behind.split_at(end);
            let fits = match part {
                Part::Word(word) => word.eq_ignore_ascii_case(found),
                // The scheme of an address is no part before it.
                Part::Any => !found.is_empty() && !found.ends_with(':'),
            };
            if !fits {
                return None;
            }
            rest = after;
        }
        match &self.before_target {
            Some(before) => rest.strip_prefix('/')?.strip_prefix(before.as_str()),
            None => matches!(rest, "" | "/").then_some(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn a_path_is_met_from_end_to_end() {
        for (page, path, found) in [
            ("/url", "/url", Some("")),
            ("/url", "/URL/", Some("")),
            ("/url", "/url/a", None),
            ("/url", "/urls", None),
            ("/safety/go", "/safety/go", Some("")),
            ("/*", "/AbCdE", Some("")),
            ("/*", "/", None),
            ("/*", "/a/b", None),
            ("/web/*/{target}", "/web/2020/https://a.nl/b", Some("https://a.nl/b")),
            ("/web/*/{target}", "/web/2020", None),
            ("/web/*/{target}", "/web/2020/", Some("")),
            ("/web/*/{target}", "/web/https://a.nl/b", None),
            ("/v3/__{target}", "/v3/__https://a.nl/__;!!a", Some("https://a.nl/__;!!a")),
            ("/v3/__{target}", "/v3/https://a.nl/", None),
            ("/{target}", "/https://a.nl/", Some("https://a.nl/")),
        ] {
            assert_eq!(Page::parse(page).unwrap().find(path), found, "{page} {path}");
        }
    }

    #[test]
    fn a_path_that_nothing_can_meet_is_refused() {
        for page in
            ["", "/", "url", "/a//b", "/a/", "/{target}/a", "/a?b", "/a b", "/{name}", "/a*"]
        {
            assert!(Page::parse(page).is_err(), "{page}");
        }
    }
}
