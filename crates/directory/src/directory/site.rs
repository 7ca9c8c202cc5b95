//! Sites: hosts that an organisation or a service speaks through, beside its accounts.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;

/// A host, or one part of it, with the evidence of whose it is.
///
/// The host and everything below it are its owner's, unless a more exact site says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The host name in lower case, as its source has it; a leading `www.` counts for nothing.
    pub host: String,
    /// The only part of the host that is meant, from its `/` on; left out where all of it is.
    pub path: Option<String>,
    /// Whether many bodies speak on this host, each by its path: the bare host says nothing of one of them.
    pub is_shared: bool,
    /// Whether it is for tests: its owner's, and nothing to send anybody to.
    pub is_test: bool,
    /// Who says whose it is; never empty.
    pub evidence: Vec<Evidence>,
    /// What a reader must know besides.
    pub note: Option<String>,
}

impl Site {
    /// The host as it is compared.
    pub fn bare_host(&self) -> &str {
        bare_host(&self.host)
    }

    /// The path as it is compared: nothing where all of the host is meant.
    pub fn bare_path(&self) -> &str {
        self.path.as_deref().unwrap_or_default().trim_end_matches('/')
    }

    /// The host with its path, as it is shown.
    pub fn shown(&self) -> String {
        format!("{}{}", self.host, self.bare_path())
    }

    /// Whether anybody can be sent there: it is no host for tests.
    pub fn is_for_readers(&self) -> bool {
        !self.is_test
    }
}

/// A host without the `www.` that most sites answer with and without.
pub(super) fn bare_host(host: &str) -> &str {
    host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host)
}

/// A host and all that it lies under, down to the last two labels.
pub(super) fn and_above<'h>(host: &'h str) -> impl Iterator<Item = &'h str> {
    let above = |host: &&'h str| Some(host.split_once('.')?.1);
    std::iter::successors(Some(host), above).take_while(|host| host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn www_counts_for_nothing_but_where_it_is_the_name() {
        for (host, bare) in [
            ("www.digid.nl", "digid.nl"),
            ("digid.nl", "digid.nl"),
            ("www.nl", "www.nl"),
            ("www2.digid.nl", "www2.digid.nl"),
        ] {
            assert_eq!(bare_host(host), bare, "{host}");
        }
    }

    #[test]
    fn what_a_host_lies_under_ends_with_two_labels() {
        let all: Vec<&str> = and_above("a.b.digid.nl").collect();
        assert_eq!(all, ["a.b.digid.nl", "b.digid.nl", "digid.nl"]);
        assert_eq!(and_above("localhost").count(), 0);
    }
}
