//! What a source says, before any directory is looked at.

use officieel_directory::directory::Date;

/// The ids of an organisation in registers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Ids {
    /// The id in the register of government organisations.
    pub register: Option<String>,
    /// The address in the TOOI thesaurus.
    pub tooi: Option<String>,
    /// The Wikidata item.
    pub wikidata: Option<String>,
}

impl Ids {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        [&self.register, &self.tooi, &self.wikidata].into_iter().flatten().map(String::as_str)
    }
}

/// What kind of thing a record is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RecordKind {
    /// An organisation.
    #[default]
    Organisation,
    /// A legal arrangement between organisations, which may be none itself.
    Arrangement,
}

/// How sure a source is of an entry (ranks of Wikidata statements).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// To be preferred to others.
    Preferred,
    /// As good as any.
    #[default]
    Normal,
    /// Known to be wrong or outdated: history.
    Deprecated,
}

/// A name in a language, where the source says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
}

/// An account as a source writes it down.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct AccountEntry {
    /// The platform, in the words of the source.
    pub platform: Option<String>,
    /// The name that was typed beside the address. It never decides where there is an address.
    pub typed: Option<String>,
    /// The address, as it was typed.
    pub address: Option<String>,
    /// Whether the platform of the source is sure, so that an address on another is refused rather than believed.
    pub is_platform_sure: bool,
    /// The platform's own immutable id, where the source has it.
    pub platform_id: Option<String>,
    /// Since when.
    pub since: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// How sure the source is.
    pub rank: Rank,
    /// The page that the source itself refers to: where a look is worth it.
    pub reference: Option<String>,
    /// The page of this entry in the source, where it has its own.
    pub page: Option<String>,
    /// Why it must be looked at by a person, whatever it leads to.
    pub doubt: Option<Doubt>,
}

/// What makes an entry doubtful within its source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The same account stands with another record, which its name fits, far from this one.
    FitsAnother {
        /// The name of the other record.
        name: String,
        /// How far apart they are, in kilometres.
        kilometres: u32,
    },
    /// The account is a server's that calls it moved.
    Moved {
        /// Where it says to have moved.
        to: String,
    },
}

/// A domain or host that a register lists for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// The host, in small letters, without `www.`.
    pub host: String,
    /// Since when it is registered.
    pub since: Option<Date>,
    /// The day on which the registration ended or will end.
    pub until: Option<Date>,
}

/// One organisation as a source describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationRecord {
    /// What it is of.
    pub kind: RecordKind,
    /// Its ids.
    pub ids: Ids,
    /// Its name.
    pub name: String,
    /// The language of the name.
    pub language: Option<String>,
    /// Other names of today.
    pub other_names: Vec<Name>,
    /// Its abbreviation. It never decides which organisation it is.
    pub abbreviation: Option<String>,
    /// What it is, in the words of the source.
    pub types: Vec<String>,
    /// A description, in the words of the source.
    pub description: Option<String>,
    /// Its websites, the main one first, as they were typed.
    pub websites: Vec<String>,
    /// Its telephone numbers, as they were typed.
    pub phones: Vec<String>,
    /// Its contact forms.
    pub contact_forms: Vec<String>,
    /// The places that it is in.
    pub places: Vec<String>,
    /// The region that it lies in.
    pub region: Option<String>,
    /// The position, in the extract, of the record that it is a part of.
    pub parent: Option<usize>,
    /// Who keeps the record of an arrangement.
    pub keeper: Option<Ids>,
    /// The arrangement that it continues.
    pub previous: Option<String>,
    /// The arrangement that continues it.
    pub next: Option<String>,
    /// Its first day.
    pub started: Option<Date>,
    /// The first day on which it no longer existed, its own or that of what it is a part of.
    pub ended: Option<Date>,
    /// The last day on which the source looked at the record.
    pub checked: Option<Date>,
    /// Its page in the source.
    pub page: Option<String>,
    /// Its accounts.
    pub accounts: Vec<AccountEntry>,
    /// Its domains.
    pub domains: Vec<Domain>,
}

/// All that one answer of a source says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// The version of the format that the answer names.
    pub version: Option<String>,
    /// Whether this version was known when the program was made.
    pub is_unknown_version: bool,
    /// The day of which the answer says that it is.
    pub stamped: Option<Date>,
    /// The records, in the order of the source.
    pub records: Vec<OrganisationRecord>,
    /// Rows and records that say too little to be used, such as those without a name.
    pub skipped: usize,
}

impl Extract {
    /// How many entries of accounts there are.
    pub fn account_count(&self) -> usize {
        self.records.iter().map(|it| it.accounts.len()).sum()
    }

    /// How many domains there are.
    pub fn domain_count(&self) -> usize {
        self.records.iter().map(|it| it.domains.len()).sum()
    }
}
