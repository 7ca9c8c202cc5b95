//! A host name taken apart: what was registered, under which ending, and what stands before it.

use super::allowlist::{GOVERNMENT_LABELS, NO_GOVERNMENTS};
use crate::check::registered::{registered, suffix};
use crate::public_suffixes::Giver;

/// A host name, as it counts for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As the network asks for it, in lower case, without `www.` and without a dot at its end.
    pub(super) host: String,
    /// The host in the letters that a reader sees.
    pub(super) shown: String,
    /// The part that somebody registered, as the network asks for it; where nobody can, all of it.
    pub(super) domain: String,
    /// The labels before that part, as shown.
    pub(super) before: Vec<String>,
    /// The label that was chosen by whoever registered it, as shown.
    pub(super) label: String,
    /// What stands behind that label, such as `nl` or `co.uk`.
    pub(super) ending: String,
    /// Whether the ending belongs to somebody who gives names away under it, such as `github.io`.
    pub(super) is_hosted: bool,
}

impl Name {
    /// Reads a host as it is typed; `None` where it has no two labels, or more characters than a
    /// host can have (RFC 1035, section 2.3.4).
    pub(super) fn read(typed: &str) -> Option<Self> {
        let host = ascii(typed);
        let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        if host.len() > 253 || host.split('.').any(str::is_empty) || !host.contains('.') {
            return None;
        }
        let registered = registered(&host);
        // Nothing is registered under a number.
        let is_number = host.parse::<std::net::Ipv4Addr>().is_ok();
        let domain = registered.filter(|_| !is_number).map_or(&*host, |(domain, _)| domain);
        let domain = domain.to_owned();
        let giver = registered.map_or_else(|| suffix(&host), |(_, suffix)| suffix).giver;
        let is_hosted = giver == Some(Giver::Private);
        let shown = shown(&host);
        let labels: Vec<&str> = shown.split('.').collect();
        let before = labels.len().saturating_sub(domain.split('.').count());
        let mut rest = labels.iter().skip(before);
        Some(Self {
            label: (*rest.next()?).to_owned(),
            ending: rest.copied().collect::<Vec<_>>().join("."),
            before: labels.iter().take(before).map(|&label| label.to_owned()).collect(),
            shown,
            domain,
            is_hosted,
            host,
        })
    }

    /// The registered part as shown.
    pub(super) fn shown_domain(&self) -> String {
        format!("{}.{}", self.label, self.ending)
    }

    /// Whether only the government of another country gives such names away: one of its bodies has it.
    pub(super) fn is_of_other_government(&self) -> bool {
        // Some countries have such a domain for each of their states: `sp.gov.br`.
        let mut labels = self.ending.rsplit('.');
        let (country, second) = (labels.next().unwrap_or_default(), labels.next());
        let is_government = |second: &str| {
            let domain = format!("{second}.{country}");
            let is_country = country.len() == 2 && country != "nl";
            is_country
                && GOVERNMENT_LABELS.contains(&second)
                && !NO_GOVERNMENTS.contains(&domain.as_str())
        };
        !self.is_hosted && second.is_some_and(is_government)
    }

    /// The host and all that it lies under, down to the part that was registered.
    pub(super) fn and_above(&self) -> impl Iterator<Item = &str> {
        let mut next = Some(self.host.as_str());
        std::iter::from_fn(move || {
            let host = next?;
            next = if host == self.domain { None } else { host.split_once('.').map(|(_, it)| it) };
            Some(host)
        })
    }
}

/// The host as the network asks for it. What IDNA refuses stays as it is, in lower case.
pub(super) fn ascii(typed: &str) -> String {
    let typed = typed.trim();
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
    // IDNA changes nothing in these, but for labels that claim to be encoded.
    if typed.bytes().all(is_plain) && !typed.contains("xn--") {
        return typed.strip_suffix('.').unwrap_or(typed).to_owned();
    }
    let host = idna::domain_to_ascii(typed).unwrap_or_else(|_fault| typed.to_lowercase());
    host.strip_suffix('.').map(str::to_owned).unwrap_or(host)
}

fn shown(host: &str) -> String {
    if !host.contains("xn--") {
        return host.to_owned();
    }
    let labels: Vec<String> = host.split('.').map(shown_label).collect();
    labels.join(".")
}

/// A label in the letters that a reader sees. What is encoded as no name can be is shown as it is, and what
/// an eye finds in it are its plain letters.
fn shown_label(label: &str) -> String {
    let Some(encoded) = label.strip_prefix("xn--") else { return label.to_owned() };
    match idna::domain_to_unicode(label) {
        (shown, Ok(())) => shown,
        (_, Err(_)) => encoded.rsplit_once('-').map_or(label, |(plain, _)| plain).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_host_falls_apart_where_registrations_begin() {
        for (typed, before, label, ending, is_hosted) in [
            ("politie.nl", "", "politie", "nl", false),
            ("WWW.Politie.NL.", "", "politie", "nl", false),
            ("mijn.belastingdienst.nl", "mijn", "belastingdienst", "nl", false),
            ("a.b.evil.co.uk", "a.b", "evil", "co.uk", false),
            ("belastingdienst.nl.example", "belastingdienst", "nl", "example", false),
            ("politie.github.io", "", "politie", "github.io", true),
            ("xn--plitie-wqf.nl", "", "pоlitie", "nl", false),
            ("pоlitie.nl", "", "pоlitie", "nl", false),
            // Encoded as no name can be: with a capital, and with letters of two scripts.
            ("xn--blastingdienst-9db.nl", "", "blastingdienst", "nl", false),
            ("mijn.xn--olitie-7ve.nl", "mijn", "olitie", "nl", false),
            ("xn--99999999.nl", "", "xn--99999999", "nl", false),
            ("co.uk", "", "co", "uk", false),
        ] {
            let name = Name::read(typed).expect(typed);
            assert_eq!(name.before.join("."), before, "{typed}");
            assert_eq!((name.label.as_str(), name.ending.as_str()), (label, ending), "{typed}");
            assert_eq!(name.is_hosted, is_hosted, "{typed}");
        }
        for typed in ["", ".", "localhost", "a..nl", "nl", "..", "www.nl"] {
            assert_eq!(Name::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn names_under_the_domain_of_another_government_are_its_own() {
        for (typed, is_its_own) in [
            ("douane.gov.ma", true),
            ("www.douane.gouv.fr", true),
            ("politie.sp.gov.br", true),
            ("a.b.go.jp", true),
            ("belasting.gob.mx", true),
            ("belasting.gub.uy", true),
            ("gov.ma", false),
            ("digid.go.it", false),
            ("digid.go.to", false),
            ("digid.gov-ma.com", false),
            ("gov.nl", false),
            ("digid.gov.nl", false),
            ("gouv.be", false),
            ("digid.gov.example.com", false),
        ] {
            let name = Name::read(typed).expect(typed);
            assert_eq!(name.is_of_other_government(), is_its_own, "{typed}");
        }
    }

    #[test]
    fn what_a_host_lies_under_ends_at_the_registered_part() {
        let above = |host| Name::read(host).unwrap().and_above().map(str::to_owned).collect();
        let all: Vec<String> = above("a.b.evil.co.uk");
        assert_eq!(all, ["a.b.evil.co.uk", "b.evil.co.uk", "evil.co.uk"]);
    }
}
