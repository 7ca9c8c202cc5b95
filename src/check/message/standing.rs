//! What an answer counts for in the verdict on the message that it stands in.

use percent_encoding::percent_decode_str;

use crate::check::tokens::hosts_held;
use crate::check::{Answer, Instead, Verdict};
use crate::directory::{Directory, Owner};
use crate::platform::{host_of_address, is_under};

/// What an answer counts for in the verdict on the message that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is official: an account, a site or a number of this owner, or of the government at large.
    Official(Option<Owner>),
    /// It passes itself off as something else.
    Imitation,
    /// It is listed, and no longer in use.
    NotInUse,
    /// It leads to what may be anybody's.
    Unknown,
    /// It is a part, or a copy, of what is listed, whose address is no proof of that.
    Part,
    /// It is a bank account, which nothing here can judge.
    BankAccount,
    /// It is on a host of this government, and leads on: it names a host that is not, where readers may be sent on to
    /// it, or a port where another program may answer.
    LeadsOn,
    /// A link shows it, and leads elsewhere.
    OnlyShown,
    /// It leads nowhere.
    Nowhere,
}

impl Standing {
    /// What an answer counts for.
    pub fn of(directory: &Directory, answer: &Answer) -> Self {
        if answer.verdict.is_imitation() {
            Self::Imitation
        } else if answer.leads_to().is_some() {
            // People dial and pay what they read, wherever the link leads.
            match Self::of_shown(directory, answer) {
                Self::Official(_) | Self::Nowhere => Self::OnlyShown,
                other => other,
            }
        } else {
            Self::of_shown(directory, answer)
        }
    }

    /// What an answer would count for if it led to what it shows.
    pub(super) fn of_shown(directory: &Directory, answer: &Answer) -> Self {
        match &answer.verdict {
            Verdict::Official(listed) => {
                let owner = directory.account(listed.account).organisation;
                Self::Official(Some(Owner::Organisation(owner)))
            }
            Verdict::Retired(_) | Verdict::Former(_) => Self::NotInUse,
            Verdict::LookAlike(_) => Self::Imitation,
            Verdict::UnknownHost(it) if it.imitation.is_some() => Self::Imitation,
            Verdict::NotListed(_) | Verdict::UnknownHost(_) => Self::Unknown,
            Verdict::NotAnAccount(Instead::Words(_)) if is_like_address(&answer.asked) => {
                Self::Unknown
            }
            Verdict::NotAnAccount(Instead::Site(_) | Instead::GovernmentSite(_))
                if leads_on(directory, answer.address()) =>
            {
                Self::Unknown
            }
            Verdict::NotAnAccount(Instead::Site(_) | Instead::GovernmentSite(_))
                if holds_other(directory, answer.address()) =>
            {
                Self::LeadsOn
            }
            Verdict::NotAnAccount(instead) => Self::of_instead(instead),
        }
    }

    fn of_instead(instead: &Instead) -> Self {
        match instead {
            Instead::Site(site) | Instead::Mail(Some(site)) => {
                Self::Official((!site.is_anybodys).then_some(site.owner))
            }
            Instead::GovernmentSite(_) => Self::Official(None),
            Instead::OtherPort(_) => Self::LeadsOn,
            Instead::Phone(phone) => Self::Official(Some(phone.owner)),
            Instead::OnPlatform { of: Some(_), .. } | Instead::Copy(_) => Self::Part,
            Instead::BankAccount => Self::BankAccount,
            Instead::Words(_) | Instead::Name(_) | Instead::Nothing => Self::Nowhere,
            _ => Self::Unknown,
        }
    }

    /// Whether it is official.
    pub fn is_official(&self) -> bool {
        matches!(self, Self::Official(_))
    }

    /// Whether it may be anybody's.
    pub(super) fn may_be_anybodys(self) -> bool {
        matches!(self, Self::Unknown | Self::Imitation)
    }
}

/// Whether something that nothing here can read is written as what programs open: with a scheme, or with an `@` and a
/// point.
fn is_like_address(text: &str) -> bool {
    if text.contains(char::is_whitespace) && !text.contains("://") {
        return false;
    }
    let is_scheme = |scheme: &str| {
        scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    let has_scheme = text.split_once(':').is_some_and(|(scheme, rest)| {
        is_scheme(scheme) && !rest.is_empty() && !scheme.starts_with(|c: char| c.is_ascii_digit())
    });
    let is_mail =
        text.contains(['@', '＠', '﹫']) && text.chars().any(|c| c.is_ascii_punctuation());
    has_scheme || text.contains("://") || text.starts_with("//") || is_mail
}

/// The most layers of percent-encoding that are undone.
const MOST_LAYERS: usize = 3;

/// Whether an address names another one behind its `?` or `#`, on a host that is not listed: sites send on to such.
fn leads_on(directory: &Directory, address: &str) -> bool {
    let Some(at) = address.find(['?', '#']) else { return false };
    let mut rest = address.get(at..).unwrap_or_default().to_owned();
    for _ in 0..MOST_LAYERS {
        rest = percent_decode_str(&rest).decode_utf8_lossy().into_owned();
    }
    let mut named = rest.match_indices("//").filter_map(|(at, sign)| {
        let host = rest.get(at + sign.len()..)?.split(['/', '?', '#', '&', '"']).next()?;
        let host = host.rsplit('@').next()?.split(':').next()?.to_lowercase();
        host.contains('.').then_some(host)
    });
    named.any(|host| !is_listed(directory, &host))
}

/// Whether an address names a host that is not listed in any other way.
fn holds_other(directory: &Directory, address: &str) -> bool {
    let own = host_of_address(address).unwrap_or_default();
    let is_own = |host: &str| is_under(&own, host) || is_under(host, &own);
    hosts_held(address).iter().any(|host| !is_own(host) && !is_listed(directory, host))
}

/// Whether a host, or one that it lies under, is listed or the government's own.
fn is_listed(directory: &Directory, host: &str) -> bool {
    let above = std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, it)| it));
    let is_site = above.into_iter().any(|host| !directory.sites_on_host(host).is_empty());
    is_site || directory.header.domains.iter().any(|domain| is_under(host, domain))
}
