//! Look-alikes: which listed name an unlisted one is easily taken for, and by which technique.

mod abroad;
mod affix;
mod align;
mod compare;
mod confusables;
mod edit_distance;
mod family;
mod inflection;
mod lookalike;
mod natural;
mod neighbours;
mod siblings;
mod skeleton;
mod targets;
#[cfg(test)]
mod tests;
mod thresholds;

use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
pub(super) use abroad::{is_place as is_place_abroad, is_word as is_word_abroad};
use confusables::FOREIGN;
pub(super) use confusables::class;
use lookalike::{UnlistedName, turned};
use neighbours::Neighbours;
pub(super) use neighbours::keys as deletion_keys;
use skeleton::{Skeleton, merged, of_ascii};
use targets::{Targets, split};

/// The letters that a quick reader sees in a word, as classes that look alike.
pub(super) fn seen_letters(word: &str) -> Vec<u8> {
    merged(&Skeleton::new(word).letters)
}

/// A listed name that another one is easily taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resemblance {
    /// Whose name it is.
    pub of: Original,
    /// That name, as it is written.
    pub genuine: String,
    /// How the two differ, the weightiest technique first; at least one.
    pub techniques: Vec<Technique>,
    /// Character by character, in the order of the name that was asked about.
    pub steps: Vec<Step>,
}

impl Resemblance {
    /// Whether it is likely that nobody meant it: a slip alone may make another name, but nobody hides
    /// characters, puts others in their place or adds `helpdesk` to a name by chance.
    pub fn may_be_chance(&self) -> bool {
        let is_slip = |technique: &Technique| match technique {
            Technique::Doubled
            | Technique::Dropped
            | Technique::Added
            | Technique::Swapped
            | Technique::Replaced => true,
            Technique::Hidden
            | Technique::Characters
            | Technique::Separators
            | Technique::Affix(_) => false,
        };
        let is_meant = |technique: &Technique| {
            !is_slip(technique) && !matches!(technique, Technique::Separators)
        };
        self.techniques.iter().any(is_slip) && !self.techniques.iter().any(is_meant)
    }
}

/// Whose name is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Original {
    /// The handle of a listed account.
    Account(AccountIndex),
    /// The name of an organisation, or the word of a family.
    Name(OrganisationIndex),
}

impl Original {
    /// Whose name it is.
    pub fn organisation(self, directory: &Directory) -> OrganisationIndex {
        match self {
            Self::Account(account) => directory.account(account).organisation,
            Self::Name(organisation) => organisation,
        }
    }

    /// The account, where it is the handle of one.
    pub fn account(self) -> Option<AccountIndex> {
        match self {
            Self::Account(account) => Some(account),
            Self::Name(_) => None,
        }
    }
}

/// By what a name differs from the one that it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Technique {
    /// Invisible or steering characters stand in it.
    Hidden,
    /// Characters that look like others: `0` for `o`, `rn` for `m`, a Cyrillic `а` for `a`.
    Characters,
    /// Points, dashes or underscores added, dropped or exchanged.
    Separators,
    /// Something was put before or behind: `_nl`, `helpdesk`, digits.
    Affix(String),
    /// A letter was doubled, or a doubled one is single.
    Doubled,
    /// A letter is missing.
    Dropped,
    /// A letter was added.
    Added,
    /// Two neighbours have changed places.
    Swapped,
    /// One letter stands for another.
    Replaced,
}

/// One place where two names are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What stands there in the name that was asked about; empty where something is missing.
    pub written: String,
    /// What stands there in the genuine name; empty where something was added.
    pub genuine: String,
    /// How they differ.
    pub change: Change,
}

/// How one place of a name differs from the genuine one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// Not, or only in the case of the letter.
    None,
    /// It is invisible or steers the text.
    Hidden,
    /// It looks like it.
    Alike,
    /// A point, dash or underscore that was added, dropped or exchanged.
    Separator,
    /// It was added.
    Added,
    /// It is missing.
    Missing,
    /// It has changed places with its neighbour.
    Swapped,
    /// It is another one.
    Replaced,
}

/// The listed names of a directory, ready to be compared with.
#[derive(Debug, Default)]
pub struct Similarity {
    targets: Targets,
}

/// Up to this many accounts are compared with all names: sooner done than making all names ready to be
/// looked up.
const FEW: usize = 50;

/// The word of a family in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyWordMatch {
    /// The family: its position in `Directory::families`.
    pub family: usize,
    /// How the word is disguised; `None` where it stands there as it is.
    pub disguise: Option<Resemblance>,
}

/// What a quick reader sees of a text: its letters by their classes. Separators and what is hidden
/// are passed over.
pub(super) fn skeleton_text(text: &str) -> String {
    let letters =
        of_ascii(text).map_or_else(|| Skeleton::new(text).letters, |(_, letters)| letters);
    merged(&letters).into_iter().map(char::from).collect()
}

/// The plain letters and digits that a text is read as, in lower case; what is taken for none is left out.
pub(super) fn plain_letters(text: &str) -> String {
    let plain = Skeleton::new(text).plain.into_iter().map(|letter| letter & !FOREIGN);
    plain.filter(u8::is_ascii_alphanumeric).map(char::from).collect()
}

/// Compares two texts character by character.
pub(super) fn compared(written: &str, genuine: &str) -> Vec<Step> {
    let (written, genuine) = (Skeleton::new(written), Skeleton::new(genuine));
    let path = align::align(&written.cells, &genuine.cells);
    align::steps(&path, &written.cells, &genuine.cells)
}

/// Whether a name is another one but for a typing error: letters swapped, doubled, dropped, added
/// or replaced, or a separator, in names long enough for that to say something.
pub(crate) fn is_typo_of(written: &str, genuine: &str) -> bool {
    let (written, genuine) = (Skeleton::new(written), Skeleton::new(genuine));
    if written.letters.len().abs_diff(genuine.letters.len()) > 2 {
        return false;
    }
    let path = align::align(&written.cells, &genuine.cells);
    thresholds::is_typo(&path, written.letters.len().min(genuine.letters.len()))
}

/// The part of a handle that its owner chose: without the host of a server, which others have too.
pub(super) fn own_part(handle: &str) -> &str {
    split(handle).0
}

impl Similarity {
    /// Reads all handles and names of a directory.
    pub fn new(directory: &Directory) -> Self {
        Self { targets: Targets::new(directory) }
    }

    /// The listed name that an unlisted one is taken for, where there is one.
    ///
    /// `on` are the platforms that the unlisted name may be on: on another platform than the listed
    /// account's, the very same name, or one with other separators, is no look-alike but perhaps
    /// the organisation's own (see [`Similarity::namesakes`]).
    pub fn resembled(
        &self,
        directory: &Directory,
        name: &str,
        on: &[PlatformIndex],
    ) -> Option<Resemblance> {
        let (own, host) = split(name);
        let unlisted = UnlistedName { directory, targets: &self.targets, on, own, host };
        let found = unlisted.resembled().or_else(|| turned(&unlisted, name));
        // A listed account of that name, on whatever platform, is told as that.
        found.or_else(|| {
            let borrowed = family::borrowed(directory, &self.targets, name)?;
            self.namesakes(directory, name).is_empty().then_some(borrowed)
        })
    }

    /// Listed accounts on other platforms whose name is the same but for separators and case.
    pub fn namesakes(&self, directory: &Directory, name: &str) -> Vec<AccountIndex> {
        siblings::namesakes(directory, &self.targets, name)
    }

    /// Organisations whose name, abbreviation or alias a handle is, but for separators and case.
    pub fn named(&self, directory: &Directory, name: &str) -> Vec<OrganisationIndex> {
        siblings::named(directory, &self.targets, name)
    }

    /// Organisations whose name it is by the customs of their kind: [`Similarity::named`], and the word of
    /// the kind or what its handles begin with before the name, abbreviation or alias (`ministerieAZ`,
    /// `gem_Asten`, `VWS_nl`).
    pub fn natural(&self, directory: &Directory, name: &str) -> Vec<OrganisationIndex> {
        natural::bearers(directory, &self.targets, &Skeleton::new(split(name).0))
    }

    /// Listed accounts of like names that are too far off for a look-alike, the likest first.
    pub fn similar(&self, directory: &Directory, name: &str, limit: usize) -> Vec<AccountIndex> {
        siblings::similar(directory, &self.targets, name, limit)
    }

    /// Listed accounts of other organisations that a listed one is easily taken for, the likest
    /// first: legitimate siblings, never look-alikes.
    pub fn confusable_with(
        &self,
        directory: &Directory,
        account: AccountIndex,
    ) -> Vec<AccountIndex> {
        siblings::confusable_with(directory, &self.targets, None, account)
    }

    /// The accounts that are easily taken for another organisation's, each with those others as in
    /// [`Similarity::confusable_with`]. Names that are a letter apart are looked up rather than compared
    /// with one another.
    pub fn confusable(
        &self,
        directory: &Directory,
        accounts: &[AccountIndex],
    ) -> Vec<(AccountIndex, Vec<AccountIndex>)> {
        let neighbours = (accounts.len() > FEW).then(|| Neighbours::new(&self.targets));
        let with = |&account: &AccountIndex| {
            let neighbours = neighbours.as_ref();
            let others = siblings::confusable_with(directory, &self.targets, neighbours, account);
            (!others.is_empty()).then_some((account, others))
        };
        accounts.iter().filter_map(with).collect()
    }

    /// The family whose word stands in a name, plainly or disguised; a plain one first.
    pub fn family_word(&self, directory: &Directory, name: &str) -> Option<FamilyWordMatch> {
        family::family_word(directory, &self.targets, name)
    }
}
