//! The facts and rules about a platform, as plain data.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// One `[[platform]]` table of a directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformRules {
    /// The id that accounts name, such as `x`.
    pub id: String,
    /// The name that people know.
    pub name: String,
    /// Names it bore before.
    pub former_names: Vec<String>,
    /// Short names that people use for it, such as `insta`.
    pub aliases: Vec<String>,
    /// Who owns it.
    pub owner: String,
    /// The owner's country, two letters (ISO 3166-1); `None` where each server has its own owner.
    pub country: Option<String>,
    /// Whether a citizen can read an account without logging in.
    pub reading: Reading,
    /// Who advises governments against it, where somebody does.
    pub discouraged: Option<Discouraged>,
    /// Host names, matched label by label; a leading `*.` stands for exactly one label.
    pub hosts: Vec<String>,
    /// What may follow the name of an account in an address of its own page, such as `media`: what
    /// `{tabs}` stands for in a form.
    pub tabs: Vec<String>,
    /// The name-spaces of its accounts; the first is the one that a bare handle is in.
    pub names: Vec<NameRules>,
    /// Addresses on its hosts that look like accounts and are none.
    pub refused: Vec<Refusal>,
    /// What a reader must know besides.
    pub note: Option<String>,
}

/// Whether a citizen can read an account without logging in, and who saw that when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The answer.
    pub login: LoginNeeded,
    /// The page that says so; `None` where nobody has looked.
    pub url: Option<String>,
    /// When that was seen.
    pub seen: Option<Date>,
}

/// Advice against a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discouraged {
    /// Who advises whom against it, in a sentence.
    pub text: String,
    /// The page that says so.
    pub url: String,
    /// When it said so.
    pub seen: Date,
}

/// Whether reading needs a login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LoginNeeded {
    /// Anyone can read it.
    No,
    /// Some of it, or for a while.
    Partly,
    /// Nothing useful without a login.
    Yes,
    /// Not established.
    Unknown,
}

impl LoginNeeded {
    /// All answers.
    pub const ALL: [Self; 4] = [Self::No, Self::Partly, Self::Yes, Self::Unknown];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Partly => "partly",
            Self::Yes => "yes",
            Self::Unknown => "unknown",
        }
    }
}

/// One name-space of a platform: handles, or the platform's own ids, or an older kind of name.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of its own in the file, and any may be set without the others"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameRules {
    /// What the names are called, such as `handle`, `channel-id`, `company`.
    pub id: String,
    /// A regular expression that the whole name must match.
    pub syntax: String,
    /// Whether the platform tells upper from lower case.
    pub case: CaseRule,
    /// Characters that the platform passes over when it compares, such as the dots of Facebook.
    pub ignored: String,
    /// What people write in front of such a name, such as `@`.
    pub sign: String,
    /// Whether these are immutable ids of the platform's own (the `platform_id` of an account).
    pub is_platform_id: bool,
    /// Whether the address of such an id is the one to open even where a handle is known.
    pub is_preferred: bool,
    /// Whether such a name belongs to a person, never to an organisation.
    pub is_personal: bool,
    /// Whether such a name is a domain name that its owner controls, as on Bluesky.
    pub is_domain: bool,
    /// The canonical address with `{name}` in it. With `{host}` in it too, the names are like
    /// `user@host`: `{name}` is the part before the `@`, and the host is one of the platform's.
    pub address: String,
    /// The forms of addresses that hold such a name; [`super::form`] has their grammar.
    pub forms: Vec<String>,
}

/// Whether the platform tells upper from lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CaseRule {
    /// `POL_Ede` and `pol_ede` are one account.
    Ignored,
    /// They are two.
    Kept,
}

impl CaseRule {
    /// Both rules.
    pub const ALL: [Self; 2] = [Self::Ignored, Self::Kept];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ignored => "ignored",
            Self::Kept => "kept",
        }
    }
}

/// Addresses on a platform's hosts that are not the page of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// What they are instead.
    pub what: NotAnAccount,
    /// The forms of those addresses. With the id of a name-space in braces, the address is a part of
    /// that account: one post of it, or its administrators' page.
    pub forms: Vec<String>,
    /// Whether such an address proves whose it is; `None` where that is not established.
    pub author: Option<AuthorRule>,
}

impl Refusal {
    /// How sure the name in such an address is. What has no number of its own is found by the name.
    pub fn authorship(&self) -> Authorship {
        match &self.author {
            Some(rule) => rule.authorship,
            None if self.what.is_item() => Authorship::Unknown,
            None => Authorship::Bound,
        }
    }
}

/// Whether a platform holds to the name in the address of a post, and who found that out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorRule {
    /// The answer.
    pub authorship: Authorship,
    /// The page that says so.
    pub url: String,
    /// When that was seen.
    pub seen: Date,
}

/// Whether a post is by the account that its address names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Authorship {
    /// The platform shows it under its author's name only.
    Bound,
    /// The platform goes by the number of the post and ignores the name: whoever wrote it.
    Ignored,
    /// Not established, which proves nothing.
    Unknown,
}

impl Authorship {
    /// What can be said of a platform.
    pub const ALL: [Self; 3] = [Self::Bound, Self::Ignored, Self::Unknown];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Bound => "bound",
            Self::Ignored => "ignored",
            Self::Unknown => "unknown",
        }
    }
}

/// What an address on a platform's host is, if it is no account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NotAnAccount {
    /// The platform's own front page or one of its own pages.
    Page,
    /// A single post, video or story that does not say whose it is.
    Post,
    /// A search page or a topic.
    Search,
    /// A link that shares something or starts a message.
    Share,
    /// A page for signing in or for settings.
    Login,
    /// A page for administrators of an account.
    Admin,
    /// A group or an event.
    Group,
    /// An invitation.
    Invitation,
    /// Something below or near the address of an account, of which nothing is known.
    Other,
}

impl NotAnAccount {
    /// All that an address can be instead.
    pub const ALL: [Self; 9] = [
        Self::Page,
        Self::Post,
        Self::Search,
        Self::Share,
        Self::Login,
        Self::Admin,
        Self::Group,
        Self::Invitation,
        Self::Other,
    ];

    /// Whether it is one of many with a number of its own, so that the platform need not go by the
    /// name in its address.
    pub fn is_item(self) -> bool {
        matches!(self, Self::Post | Self::Group | Self::Other)
    }

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Post => "post",
            Self::Search => "search",
            Self::Share => "share",
            Self::Login => "login",
            Self::Admin => "admin",
            Self::Group => "group",
            Self::Invitation => "invitation",
            Self::Other => "other",
        }
    }
}
