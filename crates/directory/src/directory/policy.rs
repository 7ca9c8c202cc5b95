//! Policies: rules on platforms that somebody laid down, for whom they are, and while they hold.

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use super::organisation::OrganisationIndex;
use super::source::SourceIndex;
use crate::date::Date;
use crate::platform::PlatformIndex;

/// A rule on how the government uses platforms, as its source has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Its own stable slug, such as `tiktok-rijk`.
    pub id: String,
    /// What it says, in a sentence.
    pub rule: String,
    /// The platforms that it is about; none where it is about none in particular.
    pub platforms: Vec<PlatformIndex>,
    /// Whom it binds, in words.
    pub binds: Option<String>,
    /// The kinds of organisations that it binds.
    pub kinds: Vec<Kind>,
    /// The organisations that it binds.
    pub organisations: Vec<OrganisationIndex>,
    /// Who laid it down.
    pub issuer: String,
    /// The work that says so, where it is one of those listed.
    pub source: Option<SourceIndex>,
    /// Whether it has an address of its own, rather than that of its source.
    pub own_url: bool,
    /// The page that says so.
    pub url: String,
    /// When it said so.
    pub seen: Date,
    /// The first day on which it held, as far as is known.
    pub from: Date,
    /// The last day on which it held, where it ended.
    pub until: Option<Date>,
    /// What a reader must know besides.
    pub note: Option<String>,
}

impl Policy {
    /// Whether it holds on a day. A month or a year in which it began or ended counts whole.
    pub fn holds(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| !on.is_after(until))
    }

    /// Whether it is about a platform, by name.
    pub fn is_about(&self, platform: PlatformIndex) -> bool {
        self.platforms.contains(&platform)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_holds_from_its_first_day_to_its_last() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let mut policy = Policy {
            id: "geen-x".to_owned(),
            rule: "Niet doen.".to_owned(),
            platforms: Vec::new(),
            binds: Some("iedereen".to_owned()),
            kinds: Vec::new(),
            organisations: Vec::new(),
            issuer: "Dienst".to_owned(),
            source: None,
            own_url: true,
            url: "https://dienst.example/".to_owned(),
            seen: date("2024"),
            from: date("2023-05-03"),
            until: None,
            note: None,
        };
        for (from, until, on, holds) in [
            ("2023-05-03", None, "2023-05-02", false),
            ("2023-05-03", None, "2023-05-03", true),
            ("2023-05", None, "2023-05-01", true),
            ("2023-05", None, "2023-04-30", false),
            ("2023-05", Some("2024-06-30"), "2024-06-30", true),
            ("2023-05", Some("2024-06-30"), "2024-07-01", false),
            ("2023-05", Some("2024-06"), "2024-06-30", true),
            ("2023-05", Some("2024-06"), "2024-07-01", false),
            ("2023-05", Some("2024"), "2024-12-31", true),
            ("2023-05", Some("2024"), "2025-01-01", false),
        ] {
            policy.from = date(from);
            policy.until = until.map(date);
            assert_eq!(policy.holds(date(on)), holds, "{from} to {until:?} on {on}");
        }
    }
}
