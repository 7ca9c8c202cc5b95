//! What speaks against a proposal, by ids: whoever reads it is told in their own language.

use std::fmt;

/// Something that speaks against a proposal.
///
/// ```
/// use officieel::proposals::objection::Objection;
///
/// let objection = Objection::read("stranger evil.example");
/// assert_eq!(objection, Objection::Stranger("evil.example"));
/// assert_eq!(objection.to_string(), "stranger evil.example");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection<'o> {
    /// Nothing on the page tells for sure whose it is.
    Unclear,
    /// One look says nothing of what is missing.
    LookAgain,
    /// The page was seen without encryption.
    WithoutHttps,
    /// It looks like the listed account of this name.
    LookAlike(&'o str),
    /// It leads to this, which nothing of the organisation's own leads to.
    Stranger(&'o str),
    /// It is a site of this: of another organisation that is listed, or of a platform.
    SiteOf(&'o str),
    /// Under this host anybody may have a site.
    SharedHost(&'o str),
    /// The handle had another id: the one that was listed, and the one that was found.
    OtherId(&'o str, &'o str),
    /// This account of the organisation is listed on the platform already.
    Beside(&'o str),
    /// It is a telephone number that isn't listed with the organisation.
    TelephoneNumber,
    /// Its own site alone is said to tell that it ended, or is called otherwise; a register would.
    NoRegister,
    /// An account or a site of the organisation was seen on this day, after it would have ended.
    SeenSince(&'o str),
    /// The page is on no site of the organisation.
    PageElsewhere,
    /// Only the page itself says that it was at its address.
    OwnAddress,
    /// By the custom of its family the account would be called so.
    NotCustomary(&'o str),
    /// The listed organisation of this name has the name or the id that it would give.
    NameOf(&'o str),
    /// A page of it may send on to another: its address has one in it.
    SendsOn,
    /// A page of it is on this host, which isn't listed: only one above it is.
    UnlistedHost(&'o str),
    /// It is said to be proved from both sides on a platform where nothing proves that.
    NoProof,
    /// A listed account would be surer by it, or rest on a site that it didn't rest on.
    RaisesTrust,
    /// Nothing but a register is said to list it.
    OnlyRegister,
    /// Nothing but the page that is named is said to lead there.
    OnlyShown,
    /// A page is said to take the account away that isn't listed as one that showed it.
    OtherPage,
    /// Whoever found it wasn't sure.
    LowConfidence,
    /// The rule that led to it is one by which a page shows no account of its owner.
    Rule(&'o str),
    /// Anything else, in the words of whoever wrote it.
    Told(&'o str),
}

impl<'o> Objection<'o> {
    /// Reads what stands in a file.
    pub fn read(text: &'o str) -> Self {
        let (id, value) = text.split_once(' ').unwrap_or((text, ""));
        match (id, value) {
            ("unclear", "") => Self::Unclear,
            ("look-again-on-another-day", "") => Self::LookAgain,
            ("seen-without-https", "") => Self::WithoutHttps,
            ("telephone-number", "") => Self::TelephoneNumber,
            ("no-register", "") => Self::NoRegister,
            ("page-elsewhere", "") => Self::PageElsewhere,
            ("own-address", "") => Self::OwnAddress,
            ("sends-on", "") => Self::SendsOn,
            ("no-such-proof", "") => Self::NoProof,
            ("raises-trust", "") => Self::RaisesTrust,
            ("only-register", "") => Self::OnlyRegister,
            ("only-shown", "") => Self::OnlyShown,
            ("other-page", "") => Self::OtherPage,
            ("low-confidence", "") => Self::LowConfidence,
            (_, "") => Self::Told(text),
            ("look-alike", name) => Self::LookAlike(name),
            ("seen-since", day) => Self::SeenSince(day),
            ("stranger", target) => Self::Stranger(target),
            ("site-of", name) => Self::SiteOf(name),
            ("shared-host", host) => Self::SharedHost(host),
            ("unlisted-host", host) => Self::UnlistedHost(host),
            ("rule", rule) => Self::Rule(rule),
            ("name-of", name) => Self::NameOf(name),
            ("beside", name) => Self::Beside(name),
            ("not-customary", name) => Self::NotCustomary(name),
            ("other-id", ids) => ids
                .split_once(' ')
                .map_or(Self::Told(text), |(listed, found)| Self::OtherId(listed, found)),
            _ => Self::Told(text),
        }
    }

    /// Whether it warns of a stranger: then only a decision that knew of it counts.
    pub fn warns(self) -> bool {
        matches!(
            self,
            Self::LookAlike(_) | Self::Stranger(_) | Self::SiteOf(_) | Self::SharedHost(_)
        )
    }
}

impl fmt::Display for Objection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclear => f.write_str("unclear"),
            Self::LookAgain => f.write_str("look-again-on-another-day"),
            Self::WithoutHttps => f.write_str("seen-without-https"),
            Self::TelephoneNumber => f.write_str("telephone-number"),
            Self::NoRegister => f.write_str("no-register"),
            Self::SeenSince(day) => write!(f, "seen-since {day}"),
            Self::PageElsewhere => f.write_str("page-elsewhere"),
            Self::OwnAddress => f.write_str("own-address"),
            Self::SendsOn => f.write_str("sends-on"),
            Self::NoProof => f.write_str("no-such-proof"),
            Self::RaisesTrust => f.write_str("raises-trust"),
            Self::OnlyRegister => f.write_str("only-register"),
            Self::OnlyShown => f.write_str("only-shown"),
            Self::OtherPage => f.write_str("other-page"),
            Self::LowConfidence => f.write_str("low-confidence"),
            Self::UnlistedHost(host) => write!(f, "unlisted-host {host}"),
            Self::Rule(rule) => write!(f, "rule {rule}"),
            Self::LookAlike(name) => write!(f, "look-alike {name}"),
            Self::Stranger(target) => write!(f, "stranger {target}"),
            Self::SiteOf(name) => write!(f, "site-of {name}"),
            Self::SharedHost(host) => write!(f, "shared-host {host}"),
            Self::NameOf(name) => write!(f, "name-of {name}"),
            Self::Beside(name) => write!(f, "beside {name}"),
            Self::NotCustomary(name) => write!(f, "not-customary {name}"),
            Self::OtherId(listed, found) => write!(f, "other-id {listed} {found}"),
            Self::Told(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for objection in [
            Objection::Unclear,
            Objection::LookAgain,
            Objection::WithoutHttps,
            Objection::TelephoneNumber,
            Objection::NoRegister,
            Objection::SeenSince("2026-11-20"),
            Objection::PageElsewhere,
            Objection::OwnAddress,
            Objection::LookAlike("Een naam"),
            Objection::Stranger("evil.example"),
            Objection::SiteOf("Gemeente Ede"),
            Objection::SharedHost("blogspot.com"),
            Objection::NameOf("Gemeente Ede"),
            Objection::Beside("gem_ede"),
            Objection::NotCustomary("gemeente-ede"),
            Objection::OtherId("1", "2"),
            Objection::SendsOn,
            Objection::UnlistedHost("oud.ede.nl"),
            Objection::NoProof,
            Objection::RaisesTrust,
            Objection::OnlyRegister,
            Objection::OnlyShown,
            Objection::OtherPage,
            Objection::LowConfidence,
            Objection::Rule("not-shown"),
            Objection::Told("de naam is ook die van een dorp"),
            Objection::Told("stranger"),
        ] {
            let text = objection.to_string();
            assert_eq!(Objection::read(&text), objection, "{text}");
        }
    }
}
