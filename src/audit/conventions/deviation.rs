//! Who deviates from a convention: how, what its name could be instead, and whether there is a reason.

use std::collections::BTreeMap;

use crate::audit::conventions::expected::{Expected, Fit, following, leading};
use crate::audit::conventions::mining::{Mined, by_platform};
use crate::audit::conventions::proposal::{ProposalError, filled, proposed};
use crate::audit::conventions::spelling::{spellings, written};
use crate::audit::conventions::table::ConventionTable;
use crate::audit::conventions::template::Template;
use crate::audit::conventions::terms::{chosen_part, own_terms};
use crate::audit::family::Family;
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::{fold, letters};

/// How an account deviates from the convention that it is expected to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// How far it is from it.
    pub fit: Fit,
    /// A name by the convention that its platform can have and no listed account does.
    pub proposal: Option<String>,
    /// Why it deviates, where there is a reason; else it merely does.
    pub excuse: Option<Excuse>,
}

/// A reason to deviate from a convention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excuse {
    /// The organisation has another account that follows it.
    Beside,
    /// It is for one purpose beside the main account, and named for that.
    Purpose,
    /// It follows the convention of its own unit, which is this template.
    Unit(Template),
    /// The directory says something of its name, which a reader has to weigh first.
    Note(String),
    /// The directory has no name of it that the convention could be filled with.
    Unknown,
    /// A name by the convention has too many characters for the platform.
    Long,
    /// A name by the convention has characters that the platform does not allow.
    Invalid,
    /// The name by the convention is that of another listed account.
    Taken,
}

impl Excuse {
    /// The word for it in findings.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Purpose => "purpose",
            Self::Unit(_) => "unit",
            Self::Note(_) => "note",
            Self::Long | Self::Invalid => "unfit",
            Self::Taken => "taken",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it can't conform, however much it would like to.
    pub fn is_hindrance(&self) -> bool {
        matches!(self, Self::Long | Self::Invalid | Self::Taken)
    }
}

impl Deviation {
    /// How an account that does not follow its convention deviates from it, second accounts and those for
    /// a purpose aside.
    pub(in crate::audit) fn of(
        directory: &Directory,
        table: &ConventionTable,
        account: AccountIndex,
        expected: &Expected,
        fit: Fit,
        units: &mut Units,
    ) -> Self {
        let (proposal, hindrance) =
            match proposed(directory, account, candidates(directory, table, account, expected)) {
                Ok(proposal) => (Some(proposal), None),
                Err(ProposalError::Long) => (None, Some(Excuse::Long)),
                Err(ProposalError::Invalid) => (None, Some(Excuse::Invalid)),
                Err(ProposalError::Taken) => (None, Some(Excuse::Taken)),
                Err(ProposalError::Unknown) => (None, Some(Excuse::Unknown)),
            };
        let note = || {
            let note = directory.account(account).note.as_deref()?;
            speaks_of_name(note).then(|| Excuse::Note(note.to_owned()))
        };
        let unit = || Some(Excuse::Unit(units.followed(directory, account)?.clone()));
        let excuse = hindrance.or_else(note).or_else(unit);
        Self { fit, proposal, excuse }
    }
}

/// The accounts of a table that deviate from the convention of their kind, in the order of the directory.
pub(in crate::audit) fn deviations(
    directory: &Directory,
    table: &ConventionTable,
) -> Vec<(AccountIndex, Deviation)> {
    let mut units = Units::default();
    let fits = table.fits(directory);
    let following = following(directory, &fits);
    let deviating = fits.into_iter().filter(|(_, fit)| *fit != Fit::Follows);
    let deviation = |(account, fit): (AccountIndex, Fit)| {
        let excused = if following.contains(&directory.account(account).organisation) {
            Some(Excuse::Beside)
        } else {
            has_purpose(directory, account).then_some(Excuse::Purpose)
        };
        if excused.is_some() {
            return Some((account, Deviation { fit, proposal: None, excuse: excused }));
        }
        let expected = table.expected_of(directory, account)?;
        Some((account, Deviation::of(directory, table, account, expected, fit, &mut units)))
    };
    deviating.filter_map(deviation).collect()
}

/// The conventions of single units, each reckoned when one of its accounts first breaks that of its kind.
#[derive(Default)]
pub(in crate::audit) struct Units {
    known: BTreeMap<(OrganisationIndex, PlatformIndex), Option<(Mined, Expected)>>,
}

impl Units {
    /// The template that leads in the account's unit, if the account follows it.
    pub(in crate::audit) fn followed(
        &mut self,
        directory: &Directory,
        account: AccountIndex,
    ) -> Option<&Template> {
        let of = directory.account(account);
        let unit = directory.organisation(of.organisation).parent?;
        let known = self.known.entry((unit, of.platform)).or_insert_with(|| {
            let accounts = Family::Under(unit).accounts(directory);
            let tables = by_platform(directory, &accounts).into_iter();
            let (_, mined) = { tables }.find(|(platform, _)| *platform == of.platform)?;
            let expected = leading(directory, &mined)?;
            Some((mined, expected))
        });
        let (mined, expected) = known.as_ref()?;
        let follows = expected.fit(directory, mined, account) == Some(Fit::Follows);
        follows.then_some(&expected.template)
    }
}

/// Words of accounts that are for one purpose or group of people beside the main one: they are named
/// for that, and not by the convention.
const PURPOSES: &[&str] = &["jong", "handhaving", "boa", "crisis", "werkenbij", "wijk", "archief"];

/// Whether an account is for one purpose beside the main one: where the closed list says nothing, also by its name.
pub(in crate::audit) fn has_purpose(directory: &Directory, account: AccountIndex) -> bool {
    let it = directory.account(account);
    if it.has_own_purpose() || !it.purposes.is_empty() {
        return it.has_own_purpose();
    }
    let part = chosen_part(directory, account).map(|part| letters(&part)).unwrap_or_default();
    PURPOSES.iter().any(|word| part.starts_with(word))
}

/// Whether a note says something of the account's name: then a reader has to weigh that first.
fn speaks_of_name(note: &str) -> bool {
    let note = note.to_lowercase();
    ["naam", "heet ", "heette", "hernoemd"].iter().any(|word| note.contains(word))
}

/// What the handle could be by the convention: with the name as it is now where that is a whole one, for
/// people know it; else with the whole name, and only then with a shortened one.
fn candidates(
    directory: &Directory,
    table: &ConventionTable,
    account: AccountIndex,
    expected: &Expected,
) -> Vec<String> {
    let mut all = filled(directory, account, &expected.template);
    let organisation = directory.organisation(directory.account(account).organisation);
    let row = table.row(account);
    let same_slot = row.filter(|row| row.template.slot() == expected.template.slot());
    let opening = same_slot.and_then(|row| {
        let part = chosen_part(directory, account)?;
        row.template.written_opening(&part)
    });
    let has_capitals = |text: &str| text.chars().any(char::is_uppercase);
    let template_has_capitals = has_capitals(&expected.template.to_string());
    if let Some(opening) = opening {
        let mut known = own_terms(organisation, expected.template.slot()).into_iter();
        let whole = known.find(|term| spellings(term).contains(&fold(&opening)));
        let at = if whole.is_some() { 0 } else { all.len() };
        // The words of the name are joined as the template joins them.
        let joined = whole.map(|term| written(term, expected.template.joiner_in_names()));
        let name = match joined.filter(|name| letters(name) == letters(&opening)) {
            Some(name) if template_has_capitals || has_capitals(&opening) => name,
            Some(name) => name.to_lowercase(),
            None if template_has_capitals => capitalised(&opening),
            None => opening,
        };
        all.insert(at, expected.template.filled(&name));
    }
    all
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
