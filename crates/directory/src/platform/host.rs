//! Host names of platforms, compared label by label and never by their ends.

use crate::text::message::{Message, Sentence};

/// Host names that a platform is reached under, such as `x.com`, `*.t.me` or `??.linkedin.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HostPattern {
    labels: Vec<Label>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Label {
    /// Any one label.
    Any,
    /// These characters, where `?` stands for one letter.
    Exact(String),
}

impl Label {
    fn fits(&self, label: &str) -> bool {
        match self {
            Self::Any => !label.is_empty(),
            Self::Exact(pattern) => {
                pattern.len() == label.len()
                    && pattern
                        .bytes()
                        .zip(label.bytes())
                        .all(|(p, c)| p == c || (p == b'?' && c.is_ascii_lowercase()))
            }
        }
    }
}

impl HostPattern {
    /// Reads a pattern as a directory writes it.
    pub(super) fn parse(text: &str) -> Result<Self, Message> {
        let labels: Vec<Label> = text
            .split('.')
            .map(label)
            .collect::<Option<_>>()
            .ok_or_else(|| Sentence::NoHostName.of([&text]))?;
        let fixed =
            labels.iter().rev().take(2).all(|l| matches!(l, Label::Exact(e) if !e.contains('?')));
        if labels.len() < 2 || !fixed {
            return Err(Sentence::HostsOfOthers.of([&text]));
        }
        Ok(Self { labels })
    }

    /// Whether a host name, in lower case and without a dot at its end, is one of these.
    pub(super) fn fits(&self, host: &str) -> bool {
        let mut labels = host.split('.');
        self.labels.iter().all(|pattern| labels.next().is_some_and(|label| pattern.fits(label)))
            && labels.next().is_none()
    }

    /// The host name, where the pattern stands for one only.
    pub(super) fn exact(&self) -> Option<String> {
        let labels: Option<Vec<&str>> = self
            .labels
            .iter()
            .map(|label| match label {
                Label::Exact(text) if !text.contains('?') => Some(text.as_str()),
                _ => None,
            })
            .collect();
        labels.map(|labels| labels.join("."))
    }
}

fn label(text: &str) -> Option<Label> {
    if text == "*" {
        return Some(Label::Any);
    }
    let sound = !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'?');
    sound.then(|| Label::Exact(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::HostPattern;

    #[test]
    fn labels_match_exactly_and_never_by_their_ends() {
        for (pattern, host, fits) in [
            ("x.com", "x.com", true),
            ("x.com", "evilx.com", false),
            ("x.com", "x.com.evil.nl", false),
            ("x.com", "www.x.com", false),
            ("x.com", "x.comm", false),
            ("*.t.me", "politie.t.me", true),
            ("*.t.me", "t.me", false),
            ("*.t.me", ".t.me", false),
            ("*.t.me", "a.b.t.me", false),
            ("??.linkedin.com", "nl.linkedin.com", true),
            ("??.linkedin.com", "n1.linkedin.com", false),
            ("??.linkedin.com", "www.linkedin.com", false),
            ("??-??.facebook.com", "nl-nl.facebook.com", true),
            ("??-??.facebook.com", "business.facebook.com", false),
        ] {
            let pattern = HostPattern::parse(pattern).expect("a pattern");
            assert_eq!(pattern.fits(host), fits, "{pattern:?} {host}");
        }
    }

    #[test]
    fn patterns_that_take_hosts_of_others_are_refused() {
        for pattern in
            ["*.com", "com", "*", "x.*", "x.??", "", ".x.com", "X.com", "x.com/", "a_b.nl"]
        {
            assert!(HostPattern::parse(pattern).is_err(), "{pattern}");
        }
    }
}
