//! Genuine hosts that others put before a domain of their own, or into a path.

use super::allowlist::PROXY_DOMAINS;
use super::homograph::skeleton;
use super::imitation::{Against, imitation};
use super::name::Name;
use super::{HostImitation, HostTechnique, Imitated};

impl Against<'_> {
    /// `werk.nl-teruggave.com`: a genuine host, and a dash where it would end.
    pub(super) fn joined_host(self, labels: &[&str]) -> Option<(String, Imitated)> {
        let runs = (2..=labels.len()).rev().flat_map(|length| labels.windows(length));
        let mut cut = runs.filter_map(|run| {
            let (last, before) = run.split_last()?;
            let (ending, _) = last.split_once('-')?;
            Some(format!("{}.{ending}", before.join(".")))
        });
        cut.find_map(|run| {
            let run = run.strip_prefix("www.").unwrap_or(&run);
            let seen = self.whole.get(&skeleton(run)).filter(|(genuine, _)| run == genuine);
            seen.cloned().or_else(|| self.listed(run))
        })
    }

    /// `example.com/digid.nl/inloggen`: a genuine host where the path of another begins.
    pub(super) fn in_path(self, name: &Name, path: &str) -> Option<HostImitation> {
        if PROXY_DOMAINS.contains(&name.domain.as_str()) {
            return None;
        }
        let first = path.trim_start_matches('/').split(['/', '?', '#']).next()?.to_lowercase();
        let first = first.strip_prefix("www.").unwrap_or(&first);
        let seen = self.whole.get(&skeleton(first)).filter(|it| it.0 == first);
        let (genuine, of) = seen.cloned().or_else(|| self.listed(first))?;
        matches!(of, Imitated::Organisation(_))
            .then(|| imitation(name, genuine, of, HostTechnique::InPath))
    }
}
