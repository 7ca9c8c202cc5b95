//! Ports: which of a host are those of the site on it.

use super::KnownSite;

/// An address on an official host, at a port where another program may answer than the official one. No listed site has a
/// port: a directory can't give one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPort {
    /// The host, as the network asks for it.
    pub host: String,
    /// The port, as it stands in the address.
    pub port: String,
    /// The listed site on that host; none where it only lies under a domain of the government.
    pub site: Option<KnownSite>,
}

/// The ports of the web, plain and encrypted (RFC 9110, sections 4.2.1 and 4.2.2): whichever of them an address
/// names, the program of the site answers, or nothing does.
const OF_THE_WEB: [&str; 2] = ["80", "443"];

/// A host without its port, and the port behind it.
pub(in crate::check) fn split_port(host: &str) -> (&str, Option<&str>) {
    let (name, port) = host.split_once(':').map_or((host, None), |(name, it)| (name, Some(it)));
    (name, port.filter(|port| !port.is_empty()))
}

/// Whether at a port of a host something else may answer than its site. Whoever may run programs on a machine can
/// open any port of it.
pub(in crate::check) fn has_own_program(port: &str) -> bool {
    !OF_THE_WEB.contains(&port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_ports_of_the_web_are_those_of_the_site() {
        for (host, name, port, has_own) in [
            ("knmi.nl", "knmi.nl", None, false),
            ("knmi.nl:", "knmi.nl", None, false),
            ("knmi.nl:80", "knmi.nl", Some("80"), false),
            ("knmi.nl:443", "knmi.nl", Some("443"), false),
            ("knmi.nl:8080", "knmi.nl", Some("8080"), true),
            ("knmi.nl:0", "knmi.nl", Some("0"), true),
            ("knmi.nl:99999", "knmi.nl", Some("99999"), true),
        ] {
            assert_eq!(split_port(host), (name, port), "{host}");
            assert_eq!(port.is_some_and(has_own_program), has_own, "{host}");
        }
    }
}
