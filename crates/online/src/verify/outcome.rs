//! What verifying an account comes to.

use officieel_directory::date::Date;
use officieel_directory::directory::{AccountIndex, Method, OrganisationIndex};
use officieel_directory::platform::Reference;

use crate::fetch::Failure;

/// All that was found of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Whose account it is, by the directory.
    pub organisation: OrganisationIndex,
    /// The account.
    pub account: AccountIndex,
    /// What came of it.
    pub verdict: Verdict,
    /// The evidence that could be written.
    pub evidence: Vec<FoundEvidence>,
    /// What a reader must know besides.
    pub remarks: Vec<Remark>,
    /// What must be looked at by a person, at once.
    pub alarms: Vec<Alarm>,
    /// The platform's own id of the account, where it gave one; of Mastodon, with the day on which it was made.
    pub immutable_id: Option<String>,
    /// Everything that was asked, in order: the receipts.
    pub asked: Vec<Asked>,
    /// What the account says of itself.
    pub(super) profile: Vec<String>,
    /// By which [`super::Memory`] knows it.
    pub(super) key: String,
}

impl Verification {
    pub(super) fn new(organisation: OrganisationIndex, account: AccountIndex) -> Self {
        Self {
            organisation,
            account,
            verdict: Verdict::CannotBeChecked,
            evidence: Vec::new(),
            remarks: Vec::new(),
            alarms: Vec::new(),
            immutable_id: None,
            asked: Vec::new(),
            profile: Vec::new(),
            key: String::new(),
        }
    }
}

/// What came of verifying an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Both sides say so.
    Proved,
    /// It exists. Whose it is, is not shown by that.
    Exists,
    /// It says that it goes on elsewhere.
    MovedTo(MovedTo),
    /// The platform has suspended it, or its owner has deactivated it; see the remarks.
    Suspended,
    /// It wasn't there on two days, while others were.
    Absent,
    /// Its platform shows a stranger nothing that can be relied on.
    CannotBeChecked,
    /// Nothing is known, for the reason given.
    CouldNotLook(Reason),
}

impl Verdict {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::Exists => "exists",
            Self::MovedTo(_) => "moved-to",
            Self::Suspended => "suspended",
            Self::Absent => "absent",
            Self::CannotBeChecked => "cannot-be-checked",
            Self::CouldNotLook(_) => "could-not-look",
        }
    }
}

/// Where an account says that it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedTo {
    /// The address, an `https` one.
    pub url: String,
    /// The account, where the address is one of a known server.
    pub account: Option<Reference>,
}

/// Why nothing is known of an account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The question found no answer.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// It wasn't there; that counts when it isn't there on another day either.
    #[error("it isn't there; only a second look on another day makes that count")]
    NotThereOnce,
    /// Accounts that surely exist couldn't be found either.
    #[error("accounts that surely exist aren't found either")]
    ControlFailed,
    /// The server shows nothing without an account.
    #[error("its server answers nobody without an account")]
    ClosedServer,
    /// The server runs another program, whose answers mean something else.
    #[error("its server runs another program: {0}")]
    OtherSoftware(String),
    /// The answer isn't what it has to be.
    #[error("the answer can't be read")]
    Unreadable,
}

impl Reason {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Failure(failure) => failure.id(),
            Self::NotThereOnce => "not-there-once",
            Self::ControlFailed => "control-failed",
            Self::ClosedServer => "closed-server",
            Self::OtherSoftware(_) => "other-software",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Evidence that could be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEvidence {
    /// The step on the ladder.
    pub method: Method,
    /// The page that shows it.
    pub url: String,
    /// The day on which it did.
    pub seen: Date,
    /// By which rule.
    pub rule: Rule,
}

/// By which rule evidence was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The profile names the site, and the site names the account by `rel="me"`.
    RelMe,
    /// The site links to the account, without the account naming the site.
    Link,
    /// The account's server is the organisation's own.
    OwnServer,
    /// The handle is a domain of the organisation's own, and both directions of it hold.
    OwnHandle,
    /// `trust.txt` lists it.
    TrustTxt,
    /// The XPOC manifest lists it.
    Xpoc,
}

impl Rule {
    /// The name in a proposal.
    pub fn id(self) -> &'static str {
        match self {
            Self::RelMe => "rel-me",
            Self::Link => "link",
            Self::OwnServer => "own-server",
            Self::OwnHandle => "own-handle",
            Self::TrustTxt => "trust-txt",
            Self::Xpoc => "xpoc",
        }
    }
}

/// What a reader must know besides the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The profile names the site (and its server once checked that, on the day given), but no page of it says so back.
    OnlyProfile {
        /// When the account's server last found the link back.
        since: Option<String>,
    },
    /// The profile names the site, and the page that it names couldn't be looked at.
    SiteNotLooked,
    /// The site links to the account, but the account doesn't name the site.
    OnlySite,
    /// The handle is looked up to two different accounts.
    AmbiguousHandle,
    /// The handle leads to the account, but the account doesn't name the handle.
    HandleNotNamedBack,
    /// Neither way leads from the handle to an account.
    HandleLeadsNowhere,
    /// Both directions of the handle hold, but it isn't on a domain of the organisation's own.
    ForeignHandle,
    /// Its owner has deactivated it.
    Deactivated,
    /// It asks not to be shown to strangers; only its existence may be kept.
    NotForStrangers,
    /// The platform, or one that it trusts, has given it a badge, or gave one that no longer holds.
    Badge(Badge),
}

/// A badge that verifiers gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Whether it holds still.
    pub is_valid: bool,
    /// Who gave it: DIDs.
    pub issuers: Vec<String>,
}

/// What a person must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alarm {
    /// Somebody else has the name now: its id on the platform is another.
    OtherId {
        /// The id that is known.
        listed: String,
        /// The id that it has now.
        found: String,
    },
    /// It is there again, after it was found to be gone on the day given.
    BackAfterAbsence(Date),
}

/// One question that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The address.
    pub url: String,
    /// The status of the answer, where there was one.
    pub status: Option<u16>,
}
