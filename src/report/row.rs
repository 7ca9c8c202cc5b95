//! A finding with everything that any format says of it.

use serde::{Serialize, Serializer};

use crate::audit::register::Entry;
use crate::audit::{Certainty, Details, Family, Finding, Rule, Severity, Subject};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::messages::{finding, labels};
use crate::text::sanitise::escaped as plain;
use crate::words::Words;

/// One finding. As JSON it is stable: keys are added, never renamed.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    #[serde(serialize_with = "rule")]
    pub(crate) rule: Rule,
    #[serde(serialize_with = "severity")]
    pub(crate) severity: Severity,
    #[serde(serialize_with = "certainty")]
    pub(crate) certainty: Certainty,
    pub(crate) organisation: Option<Organisation>,
    /// The family, for a finding about one as a whole.
    pub(crate) family: Option<String>,
    /// The name of the organisation or family, in the language of the report.
    #[serde(skip)]
    named: Option<String>,
    /// The platform; of a register entry, what it was filed under.
    pub(crate) platform: Option<String>,
    /// The first account; of a register entry, the name as it was typed.
    pub(crate) account: Option<String>,
    pub(crate) accounts: Vec<Account>,
    /// The line of a register entry.
    pub(crate) line: Option<u64>,
    /// The line of the file that was looked at, that of a register entry or where the first account or
    /// else the organisation begins; of what the file has no line of, there is none.
    #[serde(skip)]
    pub(crate) place: Option<u64>,
    pub(crate) found: String,
    pub(crate) advice: String,
    pub(crate) proposal: Option<String>,
    #[serde(rename = "values", serialize_with = "values")]
    pub(crate) details: Details,
    pub(crate) fingerprint: String,
}

/// The organisation that has to act.
#[derive(Debug, Serialize)]
pub(crate) struct Organisation {
    /// The id; of a register entry that the directory does not have, there is none.
    pub(crate) id: Option<String>,
    pub(crate) name: String,
}

/// An account that a finding is about.
#[derive(Debug, Serialize)]
pub(crate) struct Account {
    pub(crate) organisation: String,
    pub(crate) platform: String,
    pub(crate) handle: String,
    pub(crate) url: String,
}

impl Row {
    /// A finding of this directory, and the register entry that it is about.
    pub(crate) fn new(
        directory: &Directory,
        words: &Words,
        finding: &Finding,
        entry: Option<&Entry>,
    ) -> Self {
        let accounts: Vec<Account> =
            finding.subject.accounts().iter().map(|it| account(directory, *it)).collect();
        let first = accounts.first();
        let platform = match &finding.subject {
            Subject::Organisation(_, platform) => platform.map(|it| id_of(directory, it)),
            Subject::Family(_, platform) => Some(id_of(directory, *platform)),
            Subject::Account(_) | Subject::Accounts(_) => first.map(|it| it.platform.clone()),
            Subject::Entry(..) => entry.map(|it| it.platform.clone()),
        };
        let family = match &finding.subject {
            Subject::Family(family, _) => Some(*family),
            _ => None,
        };
        let line = match &finding.subject {
            Subject::Entry(line, _) => Some(*line),
            _ => None,
        };
        let listed = finding.subject.organisation(directory);
        let listed = listed.map(|it| organisation(directory, it));
        let entered =
            entry.map(|entry| Organisation { id: None, name: entry.organisation.clone() });
        let organisation = listed.or(entered);
        let named = organisation.as_ref().map(|it| it.name.clone());
        Self {
            named: named.or(family.map(|it| labels::family(words, directory, it))),
            rule: finding.rule(),
            severity: finding.severity,
            certainty: finding.certainty,
            organisation,
            family: family.map(|it| it.id(directory)),
            platform,
            account: first.map(|it| it.handle.clone()).or(entry.map(|it| it.typed.clone())),
            accounts,
            line,
            place: line.or_else(|| place(directory, &finding.subject)),
            found: finding::found(words, finding),
            advice: finding::advice(words, finding),
            fingerprint: finding.fingerprint(directory),
            proposal: finding.proposal.clone(),
            details: finding.details.clone(),
        }
    }

    /// The name of the organisation or family, as it may be shown; empty where there is none.
    pub(crate) fn whose(&self) -> String {
        plain(self.named.as_deref().unwrap_or_default())
    }

    /// What it is about, in ids that stay the same in every language, as it may be shown.
    pub(crate) fn hint(&self) -> String {
        let mut parts = Vec::new();
        let organisation = self.organisation.as_ref();
        let id = organisation.map(|it| it.id.as_deref().unwrap_or(&it.name));
        parts.extend(id.or(self.family.as_deref()).map(str::to_owned));
        parts.extend(self.platform.clone());
        match self.accounts[..] {
            [] => parts.extend(self.account.clone()),
            [ref first, ref others @ ..] => {
                parts.push(first.handle.clone());
                parts.extend(others.iter().map(|it| it.handle.clone()));
            }
        }
        plain(&parts.join(" "))
    }
}

/// The line of the directory's file where what a finding is about begins.
fn place(directory: &Directory, subject: &Subject) -> Option<u64> {
    let of_organisation = |it| directory.line_of_organisation(it);
    let line = match subject {
        Subject::Family(Family::Under(head), _) => of_organisation(*head),
        Subject::Family(Family::Kind(_), _) | Subject::Entry(..) => None,
        Subject::Organisation(organisation, _) => of_organisation(*organisation),
        Subject::Account(_) | Subject::Accounts(_) => {
            subject.accounts().first().and_then(|it| directory.line_of_account(*it))
        }
    };
    line.map(u64::from)
}

fn organisation(directory: &Directory, index: OrganisationIndex) -> Organisation {
    let it = directory.organisation(index);
    Organisation { id: Some(it.id.clone()), name: it.name.clone() }
}

fn account(directory: &Directory, index: AccountIndex) -> Account {
    let it = directory.account(index);
    Account {
        organisation: directory.organisation(it.organisation).id.clone(),
        platform: id_of(directory, it.platform),
        handle: it.name().to_owned(),
        url: it.url.clone(),
    }
}

fn id_of(directory: &Directory, platform: crate::platform::PlatformIndex) -> String {
    directory.platform(platform).id().to_owned()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes by reference")]
fn rule<S: Serializer>(rule: &Rule, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(rule.id())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes by reference")]
fn severity<S: Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(severity.id())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes by reference")]
fn certainty<S: Serializer>(certainty: &Certainty, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(certainty.id())
}

fn values<S: Serializer>(details: &Details, to: S) -> Result<S::Ok, S::Error> {
    let values = details.values();
    to.collect_map(values.iter().map(|(place, value)| (place, value.plain())))
}
