//! Check: is this account the real one?
//!
//! What a person has in front of them, be it an address, a handle or a sentence with one in it, is
//! answered with one of a few verdicts and the reasons for it. A verdict never says more than the
//! directory can carry: not listed is not fake, and listed is not safe.

mod attribution;
mod bearers;
mod bulk;
mod checker;
mod heirs;
mod hidden;
pub mod host;
mod judge;
mod message;
mod nested;
mod phone;
mod platform_mentions;
mod registered;
pub mod similarity;
mod tokens;
pub mod variants;
mod wrapping;

#[cfg(test)]
mod other_country;

use crate::channel::{self, Channel};
use crate::directory::{
    AccountIndex, Date, Directory, ForeignIndex, OrganisationIndex, Owner, ServiceIndex,
};
use crate::platform::{Ambiguity, NameError, NotAnAccount, PlatformIndex, Reference, WrapperIndex};
pub use bearers::{heads_called, service_named, service_of_imitation, services_called};
pub use checker::Checker;
pub use heirs::heir;
use heirs::heirs;
pub use host::{HostImitation, HostTechnique, Imitated, KnownSite, LeadsOn, Likelihood, OtherPort};
pub use message::{Message, MessageVerdict, Reason, Standing, Summary};
pub use phone::{KnownPhone, PhoneOddity};
pub use similarity::{Change, Original, Resemblance, Step, Technique};
pub use tokens::{LONGEST_INPUT, MAX_TOKENS};
pub(crate) use tokens::{condensed, hosts_held, is_routed};
pub use wrapping::Wrapping;

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
    /// A handle that a listed organisation gave up: anyone may have taken it since.
    Former(Former),
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

/// A handle that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The organisation that used it.
    pub organisation: OrganisationIndex,
    /// The handle, on its platform.
    pub reference: Reference,
    /// The listed account that continues it, where there is one.
    pub continued_by: Option<AccountIndex>,
}

/// What can be said of an account that is not listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotListed {
    /// The organisations that it seems to speak for, the likeliest first.
    pub claims: Vec<OrganisationIndex>,
    /// The organisations whose name it is by the customs of their kind, and that have no listed account of
    /// this name.
    pub named: Vec<OrganisationIndex>,
    /// The service whose name it bears.
    pub service: Option<ServiceIndex>,
    /// The listed website that its name is, where only the owner of a domain can be called by it.
    pub domain_of: Option<KnownSite>,
    /// The organisation of another government that it is known to be of, or that has this name elsewhere.
    pub foreign: Option<Foreign>,
    /// The listed accounts of the same name on other platforms.
    pub namesakes: Vec<AccountIndex>,
    /// The family whose word it bears (its position in `Directory::families`).
    pub family: Option<usize>,
    /// Listed accounts of like names that are no more than that, the likest first.
    pub similar: Vec<AccountIndex>,
    /// The imitations that were reported (positions in `Directory::imitations`): first those of this
    /// very name, then others of the organisations that it seems to speak for.
    pub reported: Vec<usize>,
}

/// An organisation of another government, and where it has an account of the name that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The organisation.
    pub organisation: ForeignIndex,
    /// The platforms; at least one.
    pub on: Vec<PlatformIndex>,
}

impl Foreign {
    /// Whether the account that was asked about is its own, rather than one of the same name.
    pub fn is_asked(&self, platform: Option<PlatformIndex>) -> bool {
        platform.is_none_or(|platform| self.on.contains(&platform))
    }
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
        /// The account that its address names, where that does not prove whose it is.
        named: Option<Named>,
    },
    /// An address of the platform that can be read in more than one way.
    Ambiguous(Ambiguity),
    /// An address of the platform that leads to no account of any kind known here.
    UnknownForm,
    /// A name that no account of the platform can have, and what it is near to all the same.
    ImpossibleName(NameError, Option<Resemblance>),
    /// The beginning of a name: dots behind it say that it went on.
    CutOff,
    /// A copy of the page of a listed account, which a service shows.
    Copy(AccountIndex),
    /// A shortened address: nobody sees where it leads without opening it.
    Shortened(WrapperIndex),
    /// An address of a service that sends on, in which the target can't be read.
    UnreadableWrapper(WrapperIndex),
    /// A known site, or a page of it.
    Site(KnownSite),
    /// A listed telephone number.
    Phone(KnownPhone),
    /// A telephone number that is not listed.
    UnlistedPhone,
    /// A telephone number with something about it that changes whom one reaches.
    OddPhone(PhoneOddity),
    /// The number of a bank account.
    BankAccount,
    /// The name of these services and organisations, alone; at least one.
    Name(Vec<Owner>),
    /// An address under a domain of the government itself, which is no listed website.
    GovernmentSite(String),
    /// An address on an official host, at a port where another program may answer than the official one.
    OtherPort(OtherPort),
    /// An address on an official host that names what is not official, where its site may send its reader on to it.
    LeadsOn(LeadsOn),
    /// A mail address; of a known site where its host is one.
    Mail(Option<KnownSite>),
    /// Words: perhaps a display name, which anyone can take. The organisations that it may mean.
    Words(Vec<OrganisationIndex>),
    /// Nothing that can be read.
    Nothing,
}

impl Instead {
    /// Whether it is on a site that is known to be official: a page, or an address for mail.
    pub fn is_official_site(&self) -> bool {
        matches!(self, Self::Site(_) | Self::GovernmentSite(_) | Self::Mail(Some(_)))
    }

    /// Whether it is official: a site, or a listed telephone number.
    pub fn is_official(&self) -> bool {
        self.is_official_site() || matches!(self, Self::Phone(_))
    }
}

/// An account that stands in the address of something that may be anybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The account, where it is listed.
    pub account: Option<AccountIndex>,
    /// Whether the platform is known to ignore the name.
    pub is_ignored: bool,
}

/// An address on a host that nothing here knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownHost {
    /// The host that the address leads to, in ASCII as the network asks for it.
    pub host: String,
    /// What it imitates, where it does.
    pub imitation: Option<HostImitation>,
    /// The organisations whose name it is by the customs of their kind, where it imitates nobody.
    pub named: Vec<OrganisationIndex>,
    /// The imitations that were reported (positions in `Directory::imitations`): first those on this
    /// very host, then others of the organisation that it imitates.
    pub reported: Vec<usize>,
}

/// What was noticed besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Characters that are invisible or steer the text.
    Hidden(Vec<char>),
    /// Characters that are invisible or steer the text stand in the text around it.
    HiddenAround(Vec<char>),
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
    /// Browsers replace characters of the host: what they make of it.
    ReplacedInHost(String),
    /// No site can have the host that was written.
    ImpossibleHost(String),
    /// Letters of another script than the Latin one, before the official part of a host.
    OtherScript(Vec<char>),
    /// The text names a platform that the directory does not have.
    Elsewhere(&'static str),
    /// A service stands around the address that was judged; outermost first.
    Wrapped(Wrapping),
    /// A link that leads here shows something else.
    ShownAs(String),
    /// It is what a link shows, and the link leads elsewhere.
    LeadsTo(String),
    /// It is the address of a sender, who shows this.
    Sender(String),
}

impl Answer {
    /// The listed account that the verdict is about, where it is about one.
    pub fn listed(&self) -> Option<AccountIndex> {
        match &self.verdict {
            Verdict::Official(listed) | Verdict::Retired(listed) => Some(listed.account),
            _ => None,
        }
    }

    /// Where the link leads that shows this, if that is elsewhere: then the verdict is on what is shown,
    /// and on nothing that a reader would come to.
    pub fn leads_to(&self) -> Option<&str> {
        self.remarks.iter().find_map(|remark| match remark {
            Remark::LeadsTo(target) => Some(target.as_str()),
            _ => None,
        })
    }

    /// The organisation that the verdict names: whose account it is, whose name is taken, or whose
    /// site or post it is. An account that is not listed is nobody's, whatever its name says, and so is
    /// a post that its address only says to be theirs.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        let owner = |account: AccountIndex| directory.account(account).organisation;
        match &self.verdict {
            Verdict::Official(listed) | Verdict::Retired(listed) => Some(owner(listed.account)),
            Verdict::Former(former) => Some(former.organisation),
            Verdict::LookAlike(resemblance) => Some(resemblance.of.organisation(directory)),
            Verdict::NotListed(_) => None,
            Verdict::NotAnAccount(instead) => match instead {
                Instead::OnPlatform { of, .. } => of.map(owner),
                Instead::Copy(account) => Some(owner(*account)),
                Instead::Site(site) | Instead::Mail(Some(site)) => site.organisation(directory),
                Instead::OtherPort(OtherPort { site, .. })
                | Instead::LeadsOn(LeadsOn { site, .. }) => site.as_ref()?.organisation(directory),
                Instead::Phone(phone) => phone.organisation(directory),
                Instead::Name(owners) => match owners.as_slice() {
                    [only] => directory.organisation_of(*only),
                    _ => None,
                },
                _ => None,
            },
            Verdict::UnknownHost(unknown) => match unknown.imitation.as_ref()?.of {
                Imitated::Organisation(organisation) => Some(organisation),
                Imitated::Platform(_) => None,
            },
        }
    }

    /// The service that the answer is about, or that what was asked about names or resembles.
    pub fn service(&self, directory: &Directory) -> Option<ServiceIndex> {
        bearers::service_of(directory, self)
    }

    /// The genuine channel to go to: the listed account itself or the one that is imitated, while it
    /// is in use, or else the best of the service that is meant, or of the organisation.
    pub fn channel(&self, directory: &Directory, today: Date) -> Option<Channel> {
        let account = match &self.verdict {
            Verdict::Official(listed) => Some(listed.account),
            Verdict::Former(former) => former.continued_by,
            Verdict::LookAlike(resemblance) => resemblance.of.account(),
            Verdict::NotAnAccount(Instead::OnPlatform { of, .. }) => *of,
            Verdict::NotAnAccount(Instead::Copy(account)) => Some(*account),
            _ => None,
        };
        let is_used = |account: &AccountIndex| {
            let it = directory.account(*account);
            !it.status.is_retired() && directory.organisation(it.organisation).ended.is_none()
        };
        if let Some(account) = account.filter(is_used) {
            return Some(Channel::Account(account));
        }
        let service = self.service(directory);
        let own = service.map(|service| channel::best_of_service(directory, service));
        if let Some(own) = own.unwrap_or_default().first() {
            return Some(*own);
        }
        let claim = match &self.verdict {
            Verdict::NotListed(not_listed) => not_listed.claims.first().copied(),
            Verdict::NotAnAccount(Instead::Words(meant)) => meant.first().copied(),
            Verdict::NotAnAccount(Instead::Name(owners)) => {
                owners.first().and_then(|owner| directory.organisation_of(*owner))
            }
            _ => None,
        };
        let organisation = self.organisation(directory).or(claim)?;
        let today_of = |organisation| channel::preferred(directory, organisation, None, today);
        heirs(directory, organisation).find_map(today_of)
    }
}

impl Verdict {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Official(_) => "official",
            Self::Retired(_) | Self::Former(_) => "retired",
            Self::LookAlike(_) => "look-alike",
            Self::NotListed(_) => "not-listed",
            Self::NotAnAccount(instead) if instead.is_official_site() => "official-site",
            Self::NotAnAccount(Instead::Phone(_)) => "official-phone",
            Self::NotAnAccount(_) => "not-an-account",
            Self::UnknownHost(_) => "unknown-host",
        }
    }

    /// Whether nobody may have meant the imitation that it warns of.
    pub fn may_be_chance(&self, directory: &Directory) -> bool {
        match self {
            Self::LookAlike(resemblance) => resemblance.may_be_chance(),
            Self::UnknownHost(UnknownHost { imitation: Some(imitation), .. }) => {
                imitation.may_be_chance(directory)
            }
            _ => false,
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
