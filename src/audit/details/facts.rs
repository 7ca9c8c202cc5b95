//! The facts of each rule.

use super::{Fact, FamilyName, PlatformLimit, Values};
use crate::audit::conventions::deviation::Excuse;
use crate::audit::conventions::report::Basis;
use crate::audit::conventions::template::Template;
use crate::audit::share::Share;
use crate::directory::Date;

facts! {
    /// An account.
    AccountFacts {
        /// The account as people write it.
        account: String,
        /// The name of its platform.
        platform: String,
        /// The name of its organisation.
        organisation: String,
    }

    /// An entry of a register, as it was typed there, cut off where it is long.
    EntryFacts {
        /// The organisation.
        organisation: String,
        /// The platform that it is filed under.
        platform: String,
        /// The name of the account.
        typed: String,
        /// The address.
        address: String,
    }

    /// A handle that does not follow the convention of its family.
    Nonconformity {
        /// The handle as people write it.
        handle: String,
        /// The template that it is expected to follow.
        template: Template,
        /// How many of the family on the platform follow the template.
        share: Share,
        /// The id of the family.
        family: String,
        /// The name of the platform.
        platform: String,
        /// Why the template is expected.
        basis: Basis,
        /// Why the handle can hardly be another, where there is a reason.
        excuse: Option<Excuse>,
    }

    /// A family without a convention on a platform.
    NoConvention {
        /// The family.
        family: FamilyName,
        /// The name of the platform.
        platform: String,
        /// How many accounts were looked at.
        total: usize,
        /// The template that most follow.
        template: Template,
        /// How many follow it.
        count: usize,
        /// How many these are, in percents.
        share: usize,
        /// The most common templates, each with the number of its followers.
        templates: Vec<String>,
    }

    /// A handle without the capitals of its template.
    LetterCase {
        /// The handle as people write it.
        handle: String,
        /// The template that it follows.
        template: Template,
        /// The name of the platform.
        platform: String,
    }

    /// A handle with a shortened name of which the whole fits.
    ShortenedName {
        /// The handle as people write it.
        handle: String,
        /// The shortened name in it.
        opening: String,
        /// The whole name.
        name: String,
        /// The name of the platform.
        platform: String,
    }

    /// A handle that does not show whose it is.
    NoFamilyWord {
        /// The handle as people write it.
        handle: String,
        /// The name of the organisation.
        organisation: String,
        /// The name of the platform.
        platform: String,
    }

    /// An organisation with different names on different platforms.
    InconsistentNames {
        /// The name of the organisation.
        organisation: String,
        /// The names in its handles, by platform.
        names: String,
        /// On how many platforms it bears its most common name.
        share: Share,
    }

    /// Two handles of different organisations that are easily taken for each other.
    ConfusableNames {
        /// The one handle as people write it.
        handle: String,
        /// The name of its platform.
        platform: String,
        /// The other handle as people write it.
        other: String,
        /// The name of the platform of the other.
        other_platform: String,
        /// The organisation of the other.
        organisation: String,
    }

    /// One display name of several accounts.
    SharedDisplayName {
        /// The display name.
        name: String,
        /// How many bear it.
        count: usize,
        /// The accounts as people write them.
        accounts: Vec<String>,
        /// The name of the platform.
        platform: String,
    }

    /// A display name that has nothing in common with its account.
    ForeignDisplayName {
        /// The account.
        account: AccountFacts,
        /// The display name.
        name: String,
    }

    /// Accounts of a family that nobody has looked at for a badge.
    UnobservedBadges {
        /// The family.
        family: FamilyName,
        /// The name of the platform.
        platform: String,
        /// How many nobody has looked at.
        count: usize,
        /// How many there are.
        all: usize,
    }

    /// An account without the badge that another of its family has.
    AbsentBadge {
        /// The account.
        account: AccountFacts,
        /// The family.
        family: FamilyName,
        /// The account that has the badge, as people write it.
        sibling: String,
        /// The name of the badge.
        badge: String,
        /// When the account was seen without.
        date: Date,
    }

    /// Badges of several kinds in a family.
    MixedBadges {
        /// The family.
        family: FamilyName,
        /// The name of the platform.
        platform: String,
        /// The names of the badges, each with the number of accounts.
        kinds: Vec<String>,
    }

    /// A badge that was seen long ago.
    OldBadge {
        /// The account.
        account: AccountFacts,
        /// When it was seen.
        date: Date,
        /// After how many months an observation is old.
        months: u16,
    }

    /// A badge of a kind that is no longer given.
    EndedBadge {
        /// The account.
        account: AccountFacts,
        /// When it was seen.
        date: Date,
        /// The name of the badge.
        badge: String,
        /// Until when it was given.
        until: Date,
    }

    /// A badge that anyone can buy.
    BoughtBadge {
        /// The account.
        account: AccountFacts,
        /// When it was seen.
        date: Date,
        /// The name of the badge.
        badge: String,
    }

    /// A badge that is lost when the account gets another name.
    BadgeAtStake {
        /// The account.
        account: AccountFacts,
        /// The name of the badge.
        badge: String,
    }

    /// An entry of a register, and the name of an account.
    EntryWithName {
        /// The entry.
        entry: EntryFacts,
        /// The name as people write it.
        name: String,
    }

    /// An entry of a register under the wrong platform.
    MisfiledEntry {
        /// The entry.
        entry: EntryFacts,
        /// The platform or site that its address is of.
        actual: String,
    }

    /// An entry of a register with needless parameters in its address.
    EntryWithParameters {
        /// The entry.
        entry: EntryFacts,
        /// The names of the parameters.
        parameters: Vec<String>,
    }

    /// An entry of a register with an address on a domain that its platform has left.
    EntryOnOldDomain {
        /// The entry.
        entry: EntryFacts,
        /// The domain.
        domain: String,
    }

    /// An account of an organisation that ended.
    EndedOwner {
        /// The account.
        account: AccountFacts,
        /// When the organisation ended.
        date: Date,
    }

    /// An organisation without an account.
    NoAccount {
        /// The name of the organisation.
        organisation: String,
        /// The platform that the audit is limited to.
        on: PlatformLimit,
    }

    /// Accounts that somebody has described without saying which they are.
    CoverageGap {
        /// The name of the organisation.
        organisation: String,
        /// The descriptions.
        gap: String,
        /// The pages that say so.
        url: Vec<String>,
        /// When the newest of these was seen.
        date: Date,
    }

    /// An organisation and the platforms that it uses.
    PlatformsInUse {
        /// The name of the organisation.
        organisation: String,
        /// The names of the platforms.
        platforms: Vec<String>,
    }

    /// An account on a platform that policy advises against.
    DiscouragedPlatform {
        /// The account.
        account: AccountFacts,
        /// What the policy says.
        policy: String,
        /// The page that says so.
        url: String,
        /// When the page was seen.
        date: Date,
    }

    /// An account of which only others say that it is official.
    ReportedEvidence {
        /// The account.
        account: AccountFacts,
        /// Who says so.
        sources: Vec<String>,
        /// When that was last seen.
        date: Option<Date>,
    }

    /// An account that its organisation no longer shows, or said that it leaves.
    WithdrawnEvidence {
        /// The account.
        account: AccountFacts,
        /// When that was seen.
        date: Option<Date>,
    }

    /// An account whose evidence was seen long ago.
    AgedEvidence {
        /// The account.
        account: AccountFacts,
        /// When it was last seen.
        date: Option<Date>,
        /// After how many months evidence is old.
        months: u16,
    }

    /// Accounts of one organisation on one platform that no source names together.
    DisagreeingEvidence {
        /// The name of the organisation.
        organisation: String,
        /// The name of the platform.
        platform: String,
        /// The accounts as people write them, each with when it was last seen.
        accounts: Vec<String>,
    }

    /// An account that one source alone calls official.
    SingleSource {
        /// The account.
        account: AccountFacts,
        /// The source.
        source: String,
    }
}
