//! Check: is this account the real one?
//!
//! What a person has in front of them, be it an address, a handle or a sentence with one in it, is
//! answered with one of a few verdicts and the reasons for it. A verdict never says more than the
//! directory can carry: not listed is not fake, and listed is not safe.

mod checker;
pub mod host;
pub mod likeness;

use crate::channel::Channel;
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::{NameFault, NotAnAccount, PlatformIndex};
pub use checker::Checker;
pub use host::{HostImitation, HostTrick, Imitated, Site};
pub use likeness::{Change, Original, Resemblance, Step, Trick};

/// The answer to one thing that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was judged, as it stood in the input. It is as hostile as the input was.
    pub asked: String,
    /// The platform it is about, where only one comes into question.
    pub platform: Option<PlatformIndex>,
    /// The handle or id that was read from it, where there is one; as hostile as the input.
    pub account: Option<String>,
    /// What it comes down to.
    pub verdict: Verdict,
    /// What was noticed besides, weightiest first.
    pub remarks: Vec<Remark>,
}

/// What it comes down to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Listed, and in use as far as is known.
    Official(Listed),
    /// Listed, but its organisation ended or no longer speaks through it.
    Retired(Listed),
    /// Not listed, and made or by chance like something that is.
    LookAlike(Resemblance),
    /// An account that can exist, and of which nothing is known.
    NotListed(NotListed),
    /// Something else than an account.
    NotAnAccount(Instead),
    /// An address on a host that is no platform's and no listed site.
    UnknownHost(UnknownHost),
}

/// The listed accounts that were meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The account; where several platforms have one of that name, the one that stands surest.
    pub account: AccountIndex,
    /// The others of that name on other platforms.
    pub others: Vec<AccountIndex>,
}

/// What can be said of an account that is not listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotListed {
    /// The organisations that it seems to speak for, the likeliest first.
    pub claims: Vec<OrganisationIndex>,
    /// The family whose word it bears (its position in `Directory::families`).
    pub family: Option<usize>,
    /// Listed accounts of like names that are no more than that, the likest first.
    pub similar: Vec<AccountIndex>,
    /// The imitations that were reported (positions in `Directory::imitations`): first those of this
    /// very name, then others of the organisations that it seems to speak for.
    pub reported: Vec<usize>,
}

/// What an input is instead of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// Something else on a platform, and the account that it belongs to where one does.
    OnPlatform {
        /// What it is.
        what: NotAnAccount,
        /// The listed account that it is a part of.
        of: Option<AccountIndex>,
    },
    /// An address of the platform that leads to no account of any kind known here.
    UnknownForm,
    /// A name that no account of the platform can have.
    ImpossibleName(NameFault),
    /// A listed website, or a page of it.
    Site(Site),
    /// A mail address; of a listed website where its host is one.
    Mail(Option<Site>),
    /// Words: perhaps a display name, which anyone can take. The organisations that it may mean.
    Words(Vec<OrganisationIndex>),
    /// Nothing that can be read.
    Nothing,
}

/// An address on a host that nothing here knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownHost {
    /// The host that the address leads to, in ASCII as the network asks for it.
    pub host: String,
    /// What it imitates, where it does.
    pub imitation: Option<HostImitation>,
}

/// What was noticed besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Characters that are invisible or steer the text.
    Hidden(Vec<char>),
    /// No platform was named; the handle was looked up on all of them.
    AllPlatforms,
    /// Another listed account that is easily taken for this one.
    Confusable(AccountIndex),
    /// The name follows the way in which a family names its accounts, which proves nothing.
    FollowsConvention(usize),
    /// The address is that of one part of the account, such as a post.
    Part(NotAnAccount),
    /// A user name stands before the host.
    UserBeforeHost(String),
}

impl Answer {
    /// The organisation that the verdict names: whose account it is, or whose name is taken.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        let _ = directory;
        None
    }

    /// The genuine channel to go to: the listed account itself, the one that is imitated, or the
    /// best of the organisation that seems to be meant.
    pub fn channel(&self, directory: &Directory, today: Date) -> Option<Channel> {
        let _ = (directory, today);
        None
    }
}

impl Verdict {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Official(_) => "official",
            Self::Retired(_) => "retired",
            Self::LookAlike(_) => "look-alike",
            Self::NotListed(_) => "not-listed",
            Self::NotAnAccount(_) => "not-an-account",
            Self::UnknownHost(_) => "unknown-host",
        }
    }

    /// Whether it warns of something that passes itself off as something else.
    pub fn is_imitation(&self) -> bool {
        match self {
            Self::LookAlike(_) => true,
            Self::UnknownHost(unknown) => unknown.imitation.is_some(),
            _ => false,
        }
    }
}
