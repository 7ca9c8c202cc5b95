//! The rules: what is looked for, how much it matters, and who says so.

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
    ($($(#[$doc:meta])* $rule:ident $id:literal $topic:ident $severity:ident $source:literal;)*) => {
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
    };
}

rules! {
    /// The handle does not follow the template that its family declared, or that leads in it.
    NamingConvention "naming-convention" Naming Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// A family has no custom on a platform: no template has half of it behind it, and none was declared.
    NamingNoCustom "naming-no-custom" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The handle follows the template but for a point, dash or underscore.
    NamingSeparator "naming-separator" Naming Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The handle follows the template but for its capitals, which platforms ignore.
    NamingCase "naming-case" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The name in the handle is shortened although all of it would fit.
    NamingShortened "naming-shortened" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// Nothing in the handle says what it is the account of.
    NamingFamilyWord "naming-family-word" Naming Warning
        "https://www.bndestem.nl/oosterhout/nepaccounts-op-instagram-zitten-politie-oosterhout-dwars~a2486a53/";
    /// One organisation has different handles on different platforms.
    NamingInconsistent "naming-inconsistent" Naming Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The handle of another organisation of the directory is easily taken for this one.
    NamingConfusable "naming-confusable" Naming Note
        "https://organisaties.overheid.nl";
    /// Several accounts bear the same display name.
    DisplaySame "display-same" Display Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The display name and the handle name different things.
    DisplayDisagrees "display-disagrees" Display Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// Nobody has looked whether the account has a badge.
    BadgeUnknown "badge-unknown" Badge Note
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The account was seen without a badge where others of its family have one.
    BadgeAbsent "badge-absent" Badge Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The accounts of a family bear different kinds of badges.
    BadgeMixed "badge-mixed" Badge Warning
        "https://www.dutchcowboys.nl/socialmedia/moet-er-een-social-media-richtlijn-komen-voor-de-overheid";
    /// The badge was seen long ago.
    BadgeOld "badge-old" Badge Note
        "https://help.twitter.com/en/rules-and-policies/profile-labels";
    /// The badge that was seen is of a kind that is no longer given.
    BadgeEnded "badge-ended" Badge Warning
        "https://help.twitter.com/en/rules-and-policies/profile-labels";
    /// The badge that was seen can be bought, and proves nothing.
    BadgeBought "badge-bought" Badge Note
        "https://help.twitter.com/en/rules-and-policies/profile-labels";
    /// The handle that is proposed would cost the badge.
    BadgeRename "badge-rename" Badge Note
        "https://support.google.com/youtube/answer/3046484";
    /// The register leads to a page for administrators.
    AddressAdmin "address-admin" Address Error
        "https://organisaties.overheid.nl";
    /// The register leads to a search page, a post or another page that is no account.
    AddressNoAccount "address-no-account" Address Error
        "https://organisaties.overheid.nl";
    /// The register's address stops short of the end of a longer listed one.
    AddressCutOff "address-cut-off" Address Error
        "https://organisaties.overheid.nl";
    /// The register leads to the account of a person.
    AddressPersonal "address-personal" Address Warning
        "https://organisaties.overheid.nl";
    /// The register's address has no scheme, or is none at all.
    AddressBroken "address-broken" Address Error
        "https://organisaties.overheid.nl";
    /// The register files the address under another platform than its own.
    AddressMisfiled "address-misfiled" Address Error
        "https://organisaties.overheid.nl";
    /// The register's address carries parameters that track who follows it.
    AddressTracking "address-tracking" Address Note
        "https://organisaties.overheid.nl";
    /// The name that was typed is not that of the address.
    AddressTyped "address-typed" Address Warning
        "https://organisaties.overheid.nl";
    /// The typed name is a slip of the address's, or the other way round.
    AddressTypo "address-typo" Address Warning
        "https://organisaties.overheid.nl";
    /// What was typed as the account's name can be none: a display name, as a rule.
    AddressDisplayName "address-display-name" Address Note
        "https://organisaties.overheid.nl";
    /// The typed name lacks the end that belongs to it.
    AddressShortName "address-short-name" Address Note
        "https://organisaties.overheid.nl";
    /// The address is on a domain that the platform has left.
    AddressOldDomain "address-old-domain" Address Note
        "https://organisaties.overheid.nl";
    /// The address begins with `http`, so that the way there is not secured.
    AddressInsecure "address-insecure" Address Note
        "https://organisaties.overheid.nl";
    /// The organisation ended and the account was not closed.
    StatusEnded "status-ended" Status Error
        "https://organisaties.overheid.nl";
    /// The account is parked and points to no other.
    StatusParked "status-parked" Status Warning
        "https://www.omroepbrabant.nl/nieuws/4634363";
    /// The account was left and the name is not kept.
    StatusLeft "status-left" Status Error
        "https://www.omroepbrabant.nl/nieuws/4634363";
    /// The account moved, and no account or address in use is known where it continues.
    StatusMoved "status-moved" Status Warning
        "https://www.omroepbrabant.nl/nieuws/4634363";
    /// The organisation has no account.
    CoverageNone "coverage-none" Coverage Note
        "https://www.security.nl/posting/896074";
    /// Accounts of the organisation are known to exist, but not which ones.
    CoverageGap "coverage-gap" Coverage Warning
        "https://www.security.nl/posting/896074";
    /// All accounts of the organisation are on platforms that can't be read without a login; or only partly,
    /// where it has no website either.
    CoverageLogin "coverage-login" Coverage Warning
        "https://www.security.nl/posting/896074";
    /// No account of the organisation is on a domain of the government.
    CoverageOwn "coverage-own" Coverage Note
        "https://www.security.nl/posting/896074";
    /// An organisation for emergencies has no channel that all can read.
    CoverageEmergency "coverage-emergency" Coverage Error
        "https://www.security.nl/posting/896074";
    /// The platform is one that policy advises against.
    CoverageDiscouraged "coverage-discouraged" Coverage Note
        "https://www.nhnieuws.nl/nieuws/n109486/kabinet-verbiedt-tiktok-op-werktelefoons-van-rijksambtenaren";
    /// Only others say that the account is official.
    EvidenceReported "evidence-reported" Evidence Warning
        "https://organisaties.overheid.nl";
    /// What says so was seen too long ago.
    EvidenceAged "evidence-aged" Evidence Note
        "https://organisaties.overheid.nl";
    /// Two sources disagree about the account.
    EvidenceDisagrees "evidence-disagrees" Evidence Warning
        "https://organisaties.overheid.nl";
    /// Only one source says so.
    EvidenceSingle "evidence-single" Evidence Note
        "https://organisaties.overheid.nl";
}

impl Rule {
    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}
