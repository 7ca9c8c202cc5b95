//! The one address of an account that is shown, stored and opened.

use super::{AccountName, Platform};

impl Platform {
    /// The canonical address of an account, always `https`.
    ///
    /// Parsing it gives the same account back.
    pub fn address_of(&self, name: &AccountName) -> String {
        let Some(rules) = self.name_rules(name) else {
            return String::new();
        };
        if let Some((before, after)) = plain_halves(&rules.address) {
            let signs = signs_before(before);
            return [before, &escaped(name.text(), signs), after].concat();
        }
        let (user, host) = if rules.address.contains("{host}") {
            name.text().split_once('@').unwrap_or((name.text(), ""))
        } else {
            (name.text(), "")
        };
        let before = rules.address.split("{name}").next().unwrap_or_default();
        let escaped = escaped(user, signs_before(before));
        rules.address.replace("{host}", host).replace("{name}", &escaped)
    }

    /// The address of an account that may have a handle, an id, or both: that of the handle, unless
    /// the platform's ids are preferred because handles change hands.
    pub fn address_for(
        &self,
        handle: Option<&AccountName>,
        platform_id: Option<&AccountName>,
    ) -> Option<String> {
        let is_preferred =
            |name: &&AccountName| self.name_rules(name).is_some_and(|rules| rules.is_preferred);
        let name = platform_id.filter(is_preferred).or(handle).or(platform_id)?;
        Some(self.address_of(name))
    }

    /// The name as people write it: `@POL_Ede` on X, `politie` on Facebook.
    pub fn written(&self, name: &AccountName) -> String {
        let sign = self.name_rules(name).map_or("", |rules| rules.sign.as_str());
        format!("{sign}{}", name.text())
    }

    /// The host that the account's owner controls or is given by: the server of a name like
    /// `user@host`, or a handle that is a domain name itself. What `own-domain` evidence rests on.
    pub fn host_of<'a>(&self, name: &'a AccountName) -> Option<&'a str> {
        let rules = self.name_rules(name)?;
        if rules.is_domain {
            return Some(name.key());
        }
        let (_, host) = name.key().split_once('@')?;
        rules.address.contains("{host}").then_some(host)
    }
}

/// What stands before and behind the name in an address that holds no host.
fn plain_halves(address: &str) -> Option<(&str, &str)> {
    address.split_once("{name}").filter(|_| !address.contains("{host}"))
}

/// The signs that a name keeps in an address behind this.
fn signs_before(before: &str) -> &'static str {
    if before.contains('?') { "-._~" } else { "-._~&:@+=" }
}

/// The text for a place in an address: letters, digits and the given signs stay, the rest is
/// percent-encoded.
fn escaped(text: &str, signs: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || (byte.is_ascii() && signs.contains(c)) {
            out.push(c);
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(hex_digit));
        }
    }
    out
}

fn hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).map_or('0', |c| c.to_ascii_uppercase())
}
