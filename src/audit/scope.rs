//! What of a directory is audited.

use std::collections::BTreeSet;

use super::rules::coverage;
use super::{Family, Finding, Rule, Severity};
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};
use crate::platform::PlatformIndex;

/// What of a directory is audited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The family that conventions, badges and shares are reckoned in; each kind for itself where none
    /// is given.
    pub family: Option<Family>,
    /// Only organisations of this kind.
    pub kind: Option<Kind>,
    /// Only this organisation and what falls under it.
    pub organisation: Option<OrganisationIndex>,
    /// Only these organisations, in the order of the directory; all where none are given.
    pub among: Option<Vec<OrganisationIndex>>,
    /// Only accounts on this platform, and who has none on it.
    pub platform: Option<PlatformIndex>,
    /// Only these rules; all where none is given.
    pub rules: Vec<Rule>,
    /// Only findings of this severity and above.
    pub severity: Option<Severity>,
}

impl Scope {
    /// The families that shares are reckoned in.
    pub fn families(&self) -> Vec<Family> {
        let of_kinds = || Kind::ALL.iter().copied().map(Family::Kind).collect();
        self.family.map_or_else(of_kinds, |family| vec![family])
    }

    /// Whether findings of this rule and severity are asked for.
    pub(super) fn asks_for(&self, finding: &Finding) -> bool {
        let is_asked = self.rules.is_empty() || self.rules.contains(&finding.rule());
        is_asked && self.severity.is_none_or(|least| finding.severity >= least)
    }

    /// The organisations that findings are asked about, in the order of the directory.
    pub fn organisations(&self, directory: &Directory) -> Vec<OrganisationIndex> {
        let within: Option<BTreeSet<OrganisationIndex>> = self
            .organisation
            .map(|head| Family::Under(head).organisations(directory).into_iter().collect());
        let is_asked = |organisation: &OrganisationIndex| {
            let kind = directory.organisation(*organisation).kind;
            self.kind.is_none_or(|asked| asked == kind)
                && self.among.as_ref().is_none_or(|all| all.binary_search(organisation).is_ok())
                && within.as_ref().is_none_or(|within| within.contains(organisation))
        };
        let mut organisations: Vec<OrganisationIndex> = match self.family {
            Some(family) => family.organisations(directory),
            None => directory.organisation_indexes().collect(),
        };
        organisations.retain(is_asked);
        organisations.compact_sort();
        organisations
    }

    /// Why an audit of a directory can find nothing here, whatever the state of its accounts.
    pub fn emptiness(&self, directory: &Directory) -> Option<Emptiness> {
        let organisations = self.organisations(directory);
        if organisations.is_empty() {
            return Some(Emptiness::NoOrganisation);
        }
        let platform = self.platform?;
        let is_on = |account: AccountIndex| directory.account(account).platform == platform;
        if !directory.account_indexes().any(is_on) {
            return Some(Emptiness::NobodyOnPlatform(platform));
        }
        let is_any_on = |it: &OrganisationIndex| directory.accounts_of(*it).any(is_on);
        let asks_who_has_none = self.rules.is_empty() || self.rules.contains(&Rule::CoverageNone);
        let is_expected = |it: &OrganisationIndex| {
            directory.organisation(*it).ended.is_none() && coverage::is_expected(directory, *it)
        };
        let can_lack = asks_who_has_none && organisations.iter().any(is_expected);
        let is_empty = !can_lack && !organisations.iter().any(is_any_on);
        is_empty.then_some(Emptiness::NoneOfTheseOnPlatform(platform))
    }
}

/// Why nothing is in a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emptiness {
    /// No organisation is of the kind, the family and under the organisation that are asked for.
    NoOrganisation,
    /// Nobody in the directory is on the platform.
    NobodyOnPlatform(PlatformIndex),
    /// None of the organisations asked about is on the platform, nor is one of a kind that is expected to
    /// be on any.
    NoneOfTheseOnPlatform(PlatformIndex),
}
