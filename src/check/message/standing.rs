//! What an answer counts for in the verdict on the message that it stands in.

use crate::check::{Answer, Instead, Verdict};
use crate::directory::{Directory, Owner};

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
            Verdict::NotAnAccount(instead) => Self::of_instead(instead),
        }
    }

    fn of_instead(instead: &Instead) -> Self {
        match instead {
            Instead::Site(site) | Instead::Mail(Some(site)) => {
                Self::Official((!site.is_anybodys).then_some(site.owner))
            }
            Instead::GovernmentSite(_) => Self::Official(None),
            Instead::LeadsOn(it) if it.is_address => Self::Unknown,
            Instead::OtherPort(_) | Instead::LeadsOn(_) => Self::LeadsOn,
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
