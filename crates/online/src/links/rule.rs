//! Why a link is sorted as it is.

use std::fmt;

use officieel_directory::platform::NotAnAccount;

use crate::page::Obstacle;

/// What a link means for the organisation whose page shows it. What tells more stands first: of several sightings of
/// one account, the first of these is the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// It is listed for the organisation already, and its page shows it.
    Confirms,
    /// It is listed for another.
    BelongsToAnother,
    /// It is a person's.
    Person,
    /// It is the organisation's by all signs, and not listed.
    New,
    /// It may be the organisation's, and nothing tells for sure.
    Unclear,
    /// It is no account, or nothing that the organisation says.
    Refused,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Confirms,
        Self::BelongsToAnother,
        Self::Person,
        Self::New,
        Self::Unclear,
        Self::Refused,
    ];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Confirms => "confirms",
            Self::BelongsToAnother => "belongs-to-another",
            Self::Person => "person",
            Self::New => "new",
            Self::Unclear => "unclear",
            Self::Refused => "refused",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The rule that sorted a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The directory lists it for the organisation.
    Listed,
    /// The directory lists it for another organisation.
    ListedForAnother,
    /// The directory lists it for an organisation of another government.
    ListedAbroad,
    /// It is a name that the organisation gave up, or that another did.
    FormerHandle,
    /// The address is one of a person.
    PersonalAddress,
    /// The words around it, or its name, speak of an office that a person holds.
    Office,
    /// JSON-LD gives it to a person.
    PersonInData,
    /// It bears the name of the organisation.
    OwnName,
    /// The page says with `rel="me"` that it is its own.
    RelMe,
    /// It stands where the page says that one can follow its owner.
    FollowBlock,
    /// It stands in the header, the footer or a navigation, and nothing speaks of another.
    SiteWide,
    /// JSON-LD of the organisation says that it is the same as it.
    SameAs,
    /// The address is something else of the platform.
    NotAnAccount(NotAnAccount),
    /// The platform has no account under such an address.
    NoSuchAddress,
    /// No visitor is shown it.
    NotShown,
    /// It can't be told whether a visitor is shown it.
    MayBeHidden,
    /// A visitor of the page wrote it.
    InComments,
    /// It is in an embedded post or timeline, and doesn't bear the organisation's name.
    Embedded,
    /// The page names with it whoever made the site.
    Credit,
    /// JSON-LD gives it to something else than the organisation.
    OtherInData,
    /// Nothing on a page with this obstacle counts.
    Obstacle(Obstacle),
    /// It is a telephone number, which may be anybody's in the organisation.
    PhoneNumber,
    /// It bears the name of a body of another kind, or the words around it speak of one.
    OtherKind,
    /// Another account of the platform on the page bears the organisation's name.
    NearerAccount,
    /// Its name is not the organisation's, and the words of the link speak of something else.
    OtherWords,
    /// Its name is not the organisation's, and the page doesn't name the organisation at all.
    Stranger,
    /// It stands among buttons for sharing.
    InShareBlock,
    /// It stands in the text of a page, and doesn't bear the organisation's name.
    InText,
    /// It stands nowhere in particular, and doesn't bear the organisation's name.
    Elsewhere,
    /// Only `<meta>` of the page's theme says so.
    WeakStatement,
    /// A feed that is not listed.
    Feed,
    /// Several bodies speak through the page.
    SeveralOwners,
    /// It is on a server of the organisation's own that the platform's hosts don't have yet.
    OwnServer,
    /// A user name stands before the host: it passes for an address of another site.
    UserName,
    /// It names a port that the platform's sites don't have.
    OtherPort,
    /// A page of the organisation's own may send on to it.
    OwnRedirect,
}

impl Rule {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::ListedForAnother => "listed-for-another",
            Self::ListedAbroad => "listed-abroad",
            Self::FormerHandle => "former-handle",
            Self::PersonalAddress => "personal-address",
            Self::Office => "office",
            Self::PersonInData => "person-in-data",
            Self::OwnName => "own-name",
            Self::RelMe => "rel-me",
            Self::FollowBlock => "follow-block",
            Self::SiteWide => "site-wide",
            Self::SameAs => "same-as",
            Self::NotAnAccount(_) => "not-an-account",
            Self::NoSuchAddress => "no-such-address",
            Self::NotShown => "not-shown",
            Self::MayBeHidden => "may-be-hidden",
            Self::InComments => "in-comments",
            Self::Embedded => "embedded",
            Self::Credit => "credit",
            Self::OtherInData => "other-in-data",
            Self::Obstacle(_) => "obstacle",
            Self::PhoneNumber => "phone-number",
            Self::OtherKind => "other-kind",
            Self::NearerAccount => "nearer-account",
            Self::OtherWords => "other-words",
            Self::Stranger => "stranger",
            Self::InShareBlock => "in-share-block",
            Self::InText => "in-text",
            Self::Elsewhere => "elsewhere",
            Self::WeakStatement => "weak-statement",
            Self::Feed => "feed",
            Self::SeveralOwners => "several-owners",
            Self::OwnServer => "own-server",
            Self::UserName => "user-name",
            Self::OtherPort => "other-port",
            Self::OwnRedirect => "own-redirect",
        }
    }

    /// What it comes out with, whatever else holds.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Listed => Outcome::Confirms,
            Self::ListedForAnother | Self::ListedAbroad => Outcome::BelongsToAnother,
            Self::PersonalAddress | Self::Office | Self::PersonInData => Outcome::Person,
            Self::OwnName | Self::RelMe | Self::FollowBlock | Self::SiteWide | Self::SameAs => {
                Outcome::New
            }
            Self::NotAnAccount(_)
            | Self::NoSuchAddress
            | Self::NotShown
            | Self::InComments
            | Self::Embedded
            | Self::Credit
            | Self::OtherInData
            | Self::UserName
            | Self::OtherPort
            | Self::Obstacle(_) => Outcome::Refused,
            Self::FormerHandle
            | Self::MayBeHidden
            | Self::PhoneNumber
            | Self::OtherKind
            | Self::NearerAccount
            | Self::OtherWords
            | Self::Stranger
            | Self::InShareBlock
            | Self::InText
            | Self::Elsewhere
            | Self::WeakStatement
            | Self::Feed
            | Self::SeveralOwners
            | Self::OwnServer
            | Self::OwnRedirect => Outcome::Unclear,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
