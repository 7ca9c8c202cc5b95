//! One change, with what stood before and what stands now.

use crate::audit::Severity;
use crate::changes::{Body, NamedAccount, Value};
use crate::directory::Date;
use crate::store::sorted;

/// What changed. Ordered as changes are told: alarms first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Another account has the name now.
    OtherId,
    /// It is there again, after it was gone.
    BackAfterAbsence,
    /// It says that it goes on as an account that isn't listed as the organisation's.
    MovedToStranger,
    /// Its own site shows an account that looks like a listed one.
    LookAlikeOnSite,
    /// Its own site has a link that passes for another one.
    DisguisedOnSite,
    /// Its own site leads to a stranger, or is for sale.
    SiteLost,
    /// An imitation was reported.
    Imitation,
    /// It is listed with another organisation.
    AccountMoved,
    /// It isn't there, on two days.
    Absent,
    /// It is suspended.
    Suspended,
    /// It goes on as another account that is listed as the organisation's.
    Moved,
    /// Its own site shows it no more, at two looks.
    NoLongerShown,
    /// Its own site leads to a name that no account can have, in the place of a listed account.
    LeadsNowhere,
    /// It was proved from both sides and exists still.
    NoLongerProved,
    /// It is in the list no more.
    AccountGone,
    /// It is listed under another name, and has the same id on its platform.
    AccountRenamed,
    /// The organisation speaks through it no more, by the directory.
    AccountRetired,
    /// It is less sure that it is official.
    TrustDown,
    /// The organisation is in the list no more.
    OrganisationGone,
    /// The organisation ended.
    OrganisationEnded,
    /// The website is another one.
    WebsiteChanged,
    /// The audit finds something that it didn't.
    Finding,
    /// Its own site shows an account that isn't listed.
    NewOnSite,
    /// Its own site shows it to programs only, and visitors another account.
    NotShownToVisitors,
    /// The organisation has another name.
    OrganisationRenamed,
    /// The organisation is new among those that are watched.
    OrganisationNew,
    /// It is new in the list.
    AccountNew,
    /// It is in use again, by the directory.
    AccountResumed,
    /// It is surer that it is official.
    TrustUp,
    /// Both sides say so now.
    Proved,
    /// It is there again.
    ThereAgain,
    /// Its own site shows it again.
    ShownAgain,
    /// The audit finds something no more.
    Solved,
}

impl Kind {
    /// All kinds, in the order in which they are told.
    pub const ALL: &'static [Self] = &[
        Self::OtherId,
        Self::BackAfterAbsence,
        Self::MovedToStranger,
        Self::LookAlikeOnSite,
        Self::DisguisedOnSite,
        Self::SiteLost,
        Self::Imitation,
        Self::AccountMoved,
        Self::Absent,
        Self::Suspended,
        Self::Moved,
        Self::NoLongerShown,
        Self::LeadsNowhere,
        Self::NoLongerProved,
        Self::AccountGone,
        Self::AccountRenamed,
        Self::AccountRetired,
        Self::TrustDown,
        Self::OrganisationGone,
        Self::OrganisationEnded,
        Self::WebsiteChanged,
        Self::Finding,
        Self::NewOnSite,
        Self::NotShownToVisitors,
        Self::OrganisationRenamed,
        Self::OrganisationNew,
        Self::AccountNew,
        Self::AccountResumed,
        Self::TrustUp,
        Self::Proved,
        Self::ThereAgain,
        Self::ShownAgain,
        Self::Solved,
    ];

    /// The name in JSON, SARIF and `JUnit`.
    pub fn id(self) -> &'static str {
        match self {
            Self::OtherId => "other-id",
            Self::BackAfterAbsence => "back-after-absence",
            Self::MovedToStranger => "moved-to-stranger",
            Self::LookAlikeOnSite => "look-alike-on-site",
            Self::DisguisedOnSite => "disguised-on-site",
            Self::SiteLost => "site-lost",
            Self::Imitation => "imitation",
            Self::AccountMoved => "account-moved",
            Self::Absent => "absent",
            Self::Suspended => "suspended",
            Self::Moved => "moved",
            Self::NoLongerShown => "no-longer-shown",
            Self::LeadsNowhere => "leads-nowhere",
            Self::NoLongerProved => "no-longer-proved",
            Self::AccountGone => "account-gone",
            Self::AccountRenamed => "account-renamed",
            Self::AccountRetired => "account-retired",
            Self::TrustDown => "trust-down",
            Self::OrganisationGone => "organisation-gone",
            Self::OrganisationEnded => "organisation-ended",
            Self::WebsiteChanged => "website-changed",
            Self::Finding => "finding",
            Self::NewOnSite => "new-on-site",
            Self::NotShownToVisitors => "not-shown-to-visitors",
            Self::OrganisationRenamed => "organisation-renamed",
            Self::OrganisationNew => "organisation-new",
            Self::AccountNew => "account-new",
            Self::AccountResumed => "account-resumed",
            Self::TrustUp => "trust-up",
            Self::Proved => "proved",
            Self::ThereAgain => "there-again",
            Self::ShownAgain => "shown-again",
            Self::Solved => "solved",
        }
    }

    /// Whether somebody must look at it at once.
    pub fn is_alarm(self) -> bool {
        self <= Self::AccountMoved
    }

    /// Whether it stands until it is dealt with: no baseline takes it in, so that an alarm that nobody read is heard
    /// again. What the directory itself lists has been dealt with once it was told.
    pub fn stands(self) -> bool {
        self <= Self::SiteLost
    }

    /// How much it matters; a finding has its own.
    pub fn severity(self) -> Severity {
        match self {
            _ if self.is_alarm() || self == Self::Absent => Severity::Error,
            _ if self <= Self::WebsiteChanged => Severity::Warning,
            _ => Severity::Note,
        }
    }
}

/// One change. Of what there was not before, or is not now, there is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: Kind,
    /// How much it matters.
    pub severity: Severity,
    /// Whose it is; of what a family as a whole does, nobody's.
    pub organisation: Option<Body>,
    /// The account, where it is about one.
    pub account: Option<NamedAccount>,
    /// What stood before.
    pub before: Option<Value>,
    /// What stands now.
    pub after: Option<Value>,
    /// What was found, in a sentence; of an audit or a report.
    pub text: Option<String>,
    /// The page to look at.
    pub page: Option<String>,
    /// The day of the first look, where there were two.
    pub since: Option<Date>,
    /// The day of the look.
    pub seen: Date,
    /// The same whenever this is found, in any run: sixteen hexadecimal digits.
    pub fingerprint: String,
}

impl Change {
    /// A change of an organisation, or of an account of it.
    pub(super) fn new(
        kind: Kind,
        organisation: Option<Body>,
        account: Option<NamedAccount>,
        seen: Date,
    ) -> Self {
        let (before, after, text, page, since) = (None, None, None, None, None);
        let (severity, fingerprint) = (kind.severity(), String::new());
        let change = Self {
            kind,
            severity,
            organisation,
            account,
            before,
            after,
            text,
            page,
            since,
            seen,
            fingerprint,
        };
        change.after(None)
    }

    /// The same with what stands now, which is a part of what it is known by; days aren't.
    pub(super) fn after(mut self, after: Option<Value>) -> Self {
        self.after = after;
        let account = self.account.as_ref();
        let after = self.after.as_ref().map(Value::key).unwrap_or_default();
        let parts = [
            self.kind.id(),
            self.organisation.as_ref().map_or("", |it| it.id.as_str()),
            account.map_or("", |it| it.platform.as_str()),
            &account.map_or(String::new(), |it| it.name.to_lowercase()),
            &after,
        ];
        self.fingerprint = format!("{:016x}", sorted::hash([parts.join("\n").as_bytes()]));
        self
    }

    pub(super) fn before(self, before: Option<Value>) -> Self {
        Self { before, ..self }
    }

    pub(super) fn on(self, page: Option<String>) -> Self {
        Self { page, ..self }
    }

    pub(super) fn since(self, since: Date) -> Self {
        Self { since: Some(since), ..self }
    }
}
