//! The rules: what is looked for, how much it matters, and who says so.

use crate::audit::details::{
    AbsentBadge, AccountFacts, AgedEvidence, BadgeAtStake, BoughtBadge, ConfusableNames,
    CoverageGap, DisagreeingEvidence, DiscouragedPlatform, EndedBadge, EndedOwner, EntryFacts,
    EntryOnOldDomain, EntryWithName, EntryWithParameters, Fact, ForeignDisplayName,
    InconsistentNames, LetterCase, MisfiledEntry, MixedBadges, NoAccount, NoConvention,
    NoFamilyWord, Nonconformity, OldBadge, PlatformsInUse, ReportedEvidence, SharedDisplayName,
    ShortenedName, SingleSource, UnobservedBadges, Value, WithdrawnEvidence,
};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Costs citizens trust or time.
    Warning,
    /// Citizens can be misled or left without help.
    Error,
}

impl Severity {
    /// All severities, the least first.
    pub const ALL: [Self; 3] = [Self::Note, Self::Warning, Self::Error];

    /// The name in arguments and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What part of an account's life a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// Handles.
    Naming,
    /// Display names.
    Display,
    /// Badges.
    Badge,
    /// Addresses in a register.
    Address,
    /// What has become of accounts.
    Status,
    /// Which channels there are.
    Coverage,
    /// What the claim that an account is official rests on.
    Evidence,
}

impl Topic {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Naming => "naming",
            Self::Display => "display",
            Self::Badge => "badge",
            Self::Address => "address",
            Self::Status => "status",
            Self::Coverage => "coverage",
            Self::Evidence => "evidence",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident($details:ident) $id:literal $topic:ident $severity:ident $source:literal;)*) => {
        /// A rule of the audit. The order is that of reports and of the documents.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// All rules, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// The id in arguments, JSON and documents.
            pub fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// What it is about.
            pub fn topic(self) -> Topic {
                match self { $(Self::$rule => Topic::$topic,)* }
            }

            /// How much a finding of it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }

            /// The page, or the name of the data, that the rule rests on.
            pub fn source(self) -> &'static str {
                match self { $(Self::$rule => $source,)* }
            }
        }

        /// What a finding says: the rule that it is a case of, with the facts of the case.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Details { $($(#[$doc])* $rule($details),)* }

        impl Details {
            /// The rule that it is a case of.
            pub fn rule(&self) -> Rule {
                match self { $(Self::$rule(_) => Rule::$rule,)* }
            }

            /// The places of the rule's sentences with their values, in the order of JSON.
            pub fn values(&self) -> Vec<(&'static str, Value<'_>)> {
                let mut values = Vec::new();
                match self { $(Self::$rule(facts) => facts.add_to("", &mut values),)* }
                values
            }

            /// Details of a rule for tests, of some texts.
            #[cfg(test)]
            pub(crate) fn made_of(rule: Rule, next: &mut dyn FnMut() -> String) -> Self {
                match rule { $(Rule::$rule => Self::$rule(Fact::made_of(next)),)* }
            }
        }
    };
}

rules! {
    /// The handle does not follow the template that its family declared, or that leads in it.
    NamingConvention(Nonconformity) "naming-convention" Naming Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// A family has no convention on a platform: no template has half of it behind it, and none was declared.
    NamingNoConvention(NoConvention) "naming-no-custom" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The handle follows the template but for a point, dash or underscore.
    NamingSeparator(Nonconformity) "naming-separator" Naming Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The handle follows the template but for its capitals, which platforms ignore.
    NamingCase(LetterCase) "naming-case" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The name in the handle is shortened although all of it would fit.
    NamingShortened(ShortenedName) "naming-shortened" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// Nothing in the handle says what it is the account of.
    NamingFamilyWord(NoFamilyWord) "naming-family-word" Naming Warning
        "https://www.bndestem.nl/oosterhout/nepaccounts-op-instagram-zitten-politie-oosterhout-dwars~a2486a53/";
    /// One organisation has different handles on different platforms.
    NamingInconsistent(InconsistentNames) "naming-inconsistent" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The handle of another organisation of the directory is easily taken for this one.
    NamingConfusable(ConfusableNames) "naming-confusable" Naming Note
        "https://organisaties.overheid.nl";
    /// Several accounts bear the same display name.
    DisplaySame(SharedDisplayName) "display-same" Display Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The display name and the handle name different things.
    DisplayDisagrees(ForeignDisplayName) "display-disagrees" Display Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// Nobody has looked whether the account has a badge.
    BadgeUnknown(UnobservedBadges) "badge-unknown" Badge Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The account was seen without a badge where others of its family have one.
    BadgeAbsent(AbsentBadge) "badge-absent" Badge Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The accounts of a family bear different kinds of badges.
    BadgeMixed(MixedBadges) "badge-mixed" Badge Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The badge was seen long ago.
    BadgeOld(OldBadge) "badge-old" Badge Note
        "https://help.twitter.com/en/rules-and-policies/profile-labels";
    /// The badge that was seen is of a kind that is no longer given.
    BadgeEnded(EndedBadge) "badge-ended" Badge Warning
        "https://help.twitter.com/en/rules-and-policies/profile-labels";
    /// The badge that was seen can be bought, and proves nothing.
    BadgeBought(BoughtBadge) "badge-bought" Badge Note
        "https://help.twitter.com/en/rules-and-policies/profile-labels";
    /// The handle that is proposed would cost the badge.
    BadgeRename(BadgeAtStake) "badge-rename" Badge Note
        "https://support.google.com/youtube/answer/3046484";
    /// The register leads to a page for administrators.
    AddressAdmin(EntryFacts) "address-admin" Address Error
        "https://organisaties.overheid.nl";
    /// The register leads to a search page, a post or another page that is no account.
    AddressNoAccount(EntryFacts) "address-no-account" Address Error
        "https://organisaties.overheid.nl";
    /// The register's address stops short of the end of a longer listed one.
    AddressCutOff(EntryWithName) "address-cut-off" Address Error
        "https://organisaties.overheid.nl";
    /// The register leads to the account of a person.
    AddressPersonal(EntryFacts) "address-personal" Address Warning
        "https://organisaties.overheid.nl";
    /// The register's address has no scheme, or is none at all.
    AddressBroken(EntryFacts) "address-broken" Address Error
        "https://organisaties.overheid.nl";
    /// The register files the address under another platform than its own.
    AddressMisfiled(MisfiledEntry) "address-misfiled" Address Error
        "https://organisaties.overheid.nl";
    /// The register's address carries parameters that track who follows it.
    AddressTracking(EntryWithParameters) "address-tracking" Address Note
        "https://organisaties.overheid.nl";
    /// The name that was typed is not that of the address.
    AddressTyped(EntryWithName) "address-typed" Address Warning
        "https://organisaties.overheid.nl";
    /// The typed name is a slip of the address's, or the other way round.
    AddressTypo(EntryWithName) "address-typo" Address Warning
        "https://organisaties.overheid.nl";
    /// What was typed as the account's name can be none: a display name, as a rule.
    AddressDisplayName(EntryWithName) "address-display-name" Address Note
        "https://organisaties.overheid.nl";
    /// The typed name lacks the end that belongs to it.
    AddressShortName(EntryWithName) "address-short-name" Address Note
        "https://organisaties.overheid.nl";
    /// The address is on a domain that the platform has left.
    AddressOldDomain(EntryOnOldDomain) "address-old-domain" Address Note
        "https://organisaties.overheid.nl";
    /// The address begins with `http`, so that the way there is not secured.
    AddressInsecure(EntryFacts) "address-insecure" Address Note
        "https://organisaties.overheid.nl";
    /// The organisation ended and the account was not closed.
    StatusEnded(EndedOwner) "status-ended" Status Error
        "https://organisaties.overheid.nl";
    /// The account is parked and points to no other.
    StatusParked(AccountFacts) "status-parked" Status Warning
        "https://www.omroepbrabant.nl/nieuws/4634363";
    /// The account was left and the name is not kept.
    StatusLeft(AccountFacts) "status-left" Status Error
        "https://www.omroepbrabant.nl/nieuws/4634363";
    /// The account moved, and no account or address in use is known where it continues.
    StatusMoved(AccountFacts) "status-moved" Status Warning
        "https://www.omroepbrabant.nl/nieuws/4634363";
    /// The organisation has no account.
    CoverageNone(NoAccount) "coverage-none" Coverage Note
        "https://www.security.nl/posting/896074";
    /// Accounts of the organisation are known to exist, but not which ones.
    CoverageGap(CoverageGap) "coverage-gap" Coverage Warning
        "https://www.security.nl/posting/896074";
    /// All accounts of the organisation are on platforms that can't be read without a login; or only partly,
    /// where it has no website either.
    CoverageLogin(PlatformsInUse) "coverage-login" Coverage Warning
        "https://www.security.nl/posting/896074";
    /// No account of the organisation is on a domain of the government.
    CoverageOwn(PlatformsInUse) "coverage-own" Coverage Note
        "https://www.security.nl/posting/896074";
    /// An organisation for emergencies has no channel that all can read.
    CoverageEmergency(PlatformsInUse) "coverage-emergency" Coverage Error
        "https://www.security.nl/posting/896074";
    /// The platform is one that policy advises against.
    CoverageDiscouraged(DiscouragedPlatform) "coverage-discouraged" Coverage Note
        "https://www.nhnieuws.nl/nieuws/n109486/kabinet-verbiedt-tiktok-op-werktelefoons-van-rijksambtenaren";
    /// The organisation no longer shows the account or said that it leaves, and nobody says what became of it.
    EvidenceWithdrawn(WithdrawnEvidence) "evidence-withdrawn" Evidence Warning
        "https://organisaties.overheid.nl";
    /// Only others say that the account is official.
    EvidenceReported(ReportedEvidence) "evidence-reported" Evidence Warning
        "https://organisaties.overheid.nl";
    /// What says so was seen too long ago.
    EvidenceAged(AgedEvidence) "evidence-aged" Evidence Note
        "https://organisaties.overheid.nl";
    /// Two sources disagree about the account.
    EvidenceDisagrees(DisagreeingEvidence) "evidence-disagrees" Evidence Warning
        "https://organisaties.overheid.nl";
    /// Only one source says so.
    EvidenceSingle(SingleSource) "evidence-single" Evidence Note
        "https://organisaties.overheid.nl";
}

impl Rule {
    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}
