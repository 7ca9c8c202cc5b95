//! What kinds of change there are.

/// What happened to an organisation, an account or a channel. Ordered as they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An account is listed with another organisation.
    AccountMoved,
    /// A handle belongs to another account of its platform: somebody may have taken it over.
    HandleTaken,
    /// An organisation is new in the list.
    OrganisationNew,
    /// An organisation is in the list no more.
    OrganisationGone,
    /// An organisation has another name or id.
    OrganisationRenamed,
    /// An organisation ended.
    OrganisationEnded,
    /// An organisation that had ended is listed as one that exists.
    OrganisationResumed,
    /// Another organisation, or none, took over from one that had ended.
    SuccessorChanged,
    /// An account is new in the list.
    AccountNew,
    /// An account is in the list no more.
    AccountGone,
    /// An account has another handle.
    AccountRenamed,
    /// An organisation speaks through an account no more.
    AccountRetired,
    /// An account is no longer listed as one that its organisation speaks through no more.
    AccountResumed,
    /// The status is another one, and the account as much in use as before.
    StatusChanged,
    /// It is surer that an account is official.
    TrustUp,
    /// It is less sure that an account is official.
    TrustDown,
    /// Another badge was seen, or the first one.
    BadgeChanged,
    /// The website is another one.
    WebsiteChanged,
    /// A site is new in the list.
    SiteNew,
    /// A site is in the list no more.
    SiteGone,
    /// A telephone number is new in the list.
    PhoneNew,
    /// A telephone number is in the list no more.
    PhoneGone,
}

impl Kind {
    /// All kinds, in the order in which they are told.
    pub const ALL: &'static [Self] = &[
        Self::AccountMoved,
        Self::HandleTaken,
        Self::OrganisationNew,
        Self::OrganisationGone,
        Self::OrganisationRenamed,
        Self::OrganisationEnded,
        Self::OrganisationResumed,
        Self::SuccessorChanged,
        Self::AccountNew,
        Self::AccountGone,
        Self::AccountRenamed,
        Self::AccountRetired,
        Self::AccountResumed,
        Self::StatusChanged,
        Self::TrustUp,
        Self::TrustDown,
        Self::BadgeChanged,
        Self::WebsiteChanged,
        Self::SiteNew,
        Self::SiteGone,
        Self::PhoneNew,
        Self::PhoneGone,
    ];

    /// The name on the command line and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::AccountMoved => "account-moved",
            Self::HandleTaken => "handle-taken",
            Self::OrganisationNew => "organisation-new",
            Self::OrganisationGone => "organisation-gone",
            Self::OrganisationRenamed => "organisation-renamed",
            Self::OrganisationEnded => "organisation-ended",
            Self::OrganisationResumed => "organisation-resumed",
            Self::SuccessorChanged => "successor-changed",
            Self::AccountNew => "account-new",
            Self::AccountGone => "account-gone",
            Self::AccountRenamed => "account-renamed",
            Self::AccountRetired => "account-retired",
            Self::AccountResumed => "account-resumed",
            Self::StatusChanged => "status-changed",
            Self::TrustUp => "trust-up",
            Self::TrustDown => "trust-down",
            Self::BadgeChanged => "badge-changed",
            Self::WebsiteChanged => "website-changed",
            Self::SiteNew => "site-new",
            Self::SiteGone => "site-gone",
            Self::PhoneNew => "phone-new",
            Self::PhoneGone => "phone-gone",
        }
    }

    /// Whether somebody must look at it: a name that people trust may have come into other hands.
    pub fn is_alarm(self) -> bool {
        matches!(self, Self::AccountMoved | Self::HandleTaken)
    }
}
