//! What stands in a line: a host, the name of an account, or an address.

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Of a host, such as a domain.
    Host,
    /// Of an account.
    Account,
}

/// A name that a line holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A host.
    Host(String),
    /// The name of an account.
    Account(String),
    /// An address that says more than a host.
    Address(String),
}

/// The longest host (RFC 1035, section 2.3.4) is shorter, and so is any name; an address may be longer.
const LONGEST: usize = 2048;

impl Name {
    /// Reads a line: its first cell, without the marks of lists. Empty lines and those that begin with `#` hold
    /// nothing.
    pub fn read(line: &str, kind: Option<Kind>) -> Option<Self> {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        // Certificates name all hosts under another so, and lists for filters.
        let line = line.strip_prefix("*.").or_else(|| line.strip_prefix("||")).unwrap_or(line);
        let cell = line.strip_prefix(['"', '\'']).unwrap_or(line);
        let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"' | '\'');
        let cell = cell.split(is_end).next().unwrap_or_default();
        if cell.is_empty() || cell.len() > LONGEST {
            return None;
        }
        let cell = cell.trim_end_matches('^');
        Some(match kind {
            Some(Kind::Account) if !cell.contains('/') => Self::Account(cell.to_owned()),
            Some(Kind::Host) => Self::Host(host(cell).unwrap_or(cell).to_owned()),
            _ if cell.starts_with(['@', '＠']) => Self::Account(cell.to_owned()),
            _ => match host(cell) {
                Some(host) if is_told_by_points(host) => Self::Host(host.to_owned()),
                Some(name) if !cell.contains(['/', '@', '\\', ':']) => {
                    Self::Account(name.to_owned())
                }
                _ => Self::Address(cell.to_owned()),
            },
        })
    }

    /// The name as it was written.
    pub fn text(&self) -> &str {
        match self {
            Self::Host(text) | Self::Account(text) | Self::Address(text) => text,
        }
    }
}

/// The host of an address that says nothing else; `None` where it has more than a scheme and a port.
fn host(cell: &str) -> Option<&str> {
    let rest = cell.split_once("://").map_or(cell, |(_, rest)| rest);
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let host = match rest.split_once(':') {
        Some((host, port)) if port.bytes().all(|it| it.is_ascii_digit()) => host,
        _ => rest,
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_bare = !host.is_empty() && !host.contains(['/', '?', '#', '@', '\\', ':']);
    is_bare.then_some(host)
}

/// Whether there are points in a text such as those of hosts, in whatever script.
fn is_told_by_points(text: &str) -> bool {
    text.contains(['.', '。', '．', '｡'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_names_of_hosts_and_accounts() {
        let host = |text: &str| Some(Name::Host(text.to_owned()));
        let account = |text: &str| Some(Name::Account(text.to_owned()));
        let address = |text: &str| Some(Name::Address(text.to_owned()));
        for (line, expected) in [
            ("", None),
            ("  \r", None),
            ("# domains of today", None),
            ("ede.nl", host("ede.nl")),
            ("Ede.NL.\r", host("Ede.NL")),
            ("\u{feff}ede.nl", host("ede.nl")),
            ("*.ede.nl", host("ede.nl")),
            ("||ede.nl^", host("ede.nl")),
            ("https://ede.nl/", host("ede.nl")),
            ("https://ede.nl:8443", host("ede.nl")),
            ("ede.nl,2026-11-21,NL", host("ede.nl")),
            ("\"ede.nl\";\"x\"", host("ede.nl")),
            ("ede.nl\tIN\tNS", host("ede.nl")),
            ("ede。nl", host("ede。nl")),
            ("xn--olitie-7ve.nl", host("xn--olitie-7ve.nl")),
            ("https://ede.nl/inloggen", address("https://ede.nl/inloggen")),
            ("x.com/POL_Ede", address("x.com/POL_Ede")),
            ("https://digid.nl@evil.nl", address("https://digid.nl@evil.nl")),
            ("@POL_Ede", account("@POL_Ede")),
            ("@knmi@social.overheid.nl", account("@knmi@social.overheid.nl")),
            ("POL_Ede", account("POL_Ede")),
            ("info@ede.nl", address("info@ede.nl")),
        ] {
            assert_eq!(Name::read(line, None), expected, "{line:?}");
        }
        assert_eq!(Name::read("knmi.nl", Some(Kind::Account)), account("knmi.nl"));
        assert_eq!(Name::read("localhost", Some(Kind::Host)), host("localhost"));
        assert_eq!(Name::read(&"x".repeat(5000), None), None);
    }
}
