//! What a register or another list says, as proposals.

mod new_organisations;

use officieel_online::import::{AccountOutcome, Change, Extract, FoundAccount, Import, Source};

use super::{cited, of_organisation};
use crate::directory::Directory;
use crate::platform::Reference;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject};
use new_organisations::NewOrganisations;

/// What a source proposes, and what of it names no page and therefore can't be proposed.
#[derive(Default)]
pub(in crate::cli) struct Proposed {
    pub(in crate::cli) proposals: Proposals,
    /// The organisation of each entry without a page, and what it says of its account, if it is about one.
    pub(in crate::cli) without_page: Vec<(String, Option<String>)>,
}

/// Proposals of what a source says of organisations that the directory has, and of those that it doesn't have; what the
/// source doesn't mention is none.
pub(in crate::cli) fn proposals(
    import: &Import,
    extract: &Extract,
    directory: &Directory,
) -> Proposed {
    let mut all = Proposed::default();
    let mut new = NewOrganisations::new(import, directory);
    for found in &import.organisations {
        let Some(record) = extract.records.get(found.record) else { continue };
        let listed = found.matched.organisation();
        let organisation = match listed {
            Some(it) => Some(directory.organisation(it).id.clone()),
            None => new.proposed(found, record, &mut all),
        };
        let Some(organisation) = organisation else { continue };
        for account in &found.accounts {
            let Some(kind) = kind_of(account) else { continue };
            if let Some((subject, case)) =
                account_found(directory, import, &organisation, kind, account)
            {
                all.proposals.add(subject, case);
            } else {
                let entry = record.accounts.get(account.entry);
                let told = entry.and_then(|it| it.address.clone().or_else(|| it.typed.clone()));
                all.without_page.push((record.name.clone(), told));
            }
        }
        let Some(organisation) = listed else { continue };
        for change in &found.changes {
            let (kind, value) = match change {
                Change::Ended(day) => (Kind::OrganisationEnded, day.to_string()),
                Change::Renamed(name) => (Kind::OrganisationRenamed, name.clone()),
                Change::Website(address) => (Kind::WebsiteMoved, address.clone()),
            };
            let mut case = case(import, Confidence::Medium);
            let page = page(import.source).map(str::to_owned);
            let sighting = page.map(|it| Sighting::new(import.source.method(), &it, import.seen));
            case.evidence.extend(sighting);
            all.proposals.add(of_organisation(directory, kind, organisation, &value), case);
        }
    }
    all
}

/// What an entry would be proposed as; `None` where it is nothing to propose.
fn kind_of(found: &FoundAccount) -> Option<(Kind, Confidence)> {
    match &found.outcome {
        AccountOutcome::Confirms(_) => Some((Kind::Confirms, Confidence::High)),
        AccountOutcome::New => Some((Kind::New, Confidence::Medium)),
        _ => None,
    }
}

/// The proposal of an entry; `None` where no page shows it.
fn account_found(
    directory: &Directory,
    import: &Import,
    organisation: &str,
    (kind, confidence): (Kind, Confidence),
    found: &FoundAccount,
) -> Option<(Subject, Case)> {
    let Reference { platform, name } = &found.resolved.as_ref()?.reference;
    let evidence = found.evidence.as_ref()?;
    let url = evidence.url.clone().or_else(|| page(import.source).map(str::to_owned))?;
    let platform = directory.platform(*platform);
    let subject = Subject {
        organisation: organisation.to_owned(),
        kind,
        platform: Some(platform.id().to_owned()),
        account: Some(name.text().to_owned()),
        value: None,
    };
    let mut case = case(import, confidence);
    case.url = Some(platform.address_of(name));
    let (sighting, against) = cited(Sighting::new(evidence.method, &url, evidence.seen));
    case.evidence.push(sighting);
    case.against.extend(against);
    if let Some(beside) = found.beside {
        let listed = directory.account(beside);
        case.against.insert(Objection::Beside(listed.name()).to_string());
    }
    Some((subject, case))
}

fn case(import: &Import, confidence: Confidence) -> Case {
    let mut case = Case { confidence: Some(confidence), ..Case::default() };
    case.rules.insert(format!("import-{}", import.source.id()));
    case
}

/// The page of a source as a whole, where an entry has none of its own.
fn page(source: Source) -> Option<&'static str> {
    match source {
        Source::Roo => Some("https://organisaties.overheid.nl/archive/exportOO.xml"),
        Source::Rio => Some("https://organisaties.overheid.nl/archive/exportRIO.xml"),
        Source::Wikidata => Some("https://www.wikidata.org/"),
        Source::Govdirectory => Some("https://www.govdirectory.org/"),
        Source::Police => Some("https://www.politie.nl/"),
        Source::Mastodon | Source::Csv => None,
    }
}
