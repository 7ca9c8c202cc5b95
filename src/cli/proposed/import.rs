//! What a register or another list says, as proposals.

use officieel_online::import::{AccountOutcome, Change, FoundAccount, Import, Source};

use super::{cited, of_organisation};
use crate::directory::{Directory, OrganisationIndex};
use crate::platform::Reference;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject};

/// Proposals of what a source says of organisations that the directory has; what it doesn't mention is none.
pub(in crate::cli) fn proposals(import: &Import, directory: &Directory) -> Proposals {
    let mut all = Proposals::default();
    for found in &import.organisations {
        let Some(organisation) = found.matched.organisation() else { continue };
        for account in &found.accounts {
            if let Some((subject, case)) = account_found(directory, import, organisation, account) {
                all.add(subject, case);
            }
        }
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
            all.add(of_organisation(directory, kind, organisation, &value), case);
        }
    }
    all
}

fn account_found(
    directory: &Directory,
    import: &Import,
    organisation: OrganisationIndex,
    found: &FoundAccount,
) -> Option<(Subject, Case)> {
    let (kind, confidence) = match &found.outcome {
        AccountOutcome::Confirms(_) => (Kind::Confirms, Confidence::High),
        AccountOutcome::New => (Kind::New, Confidence::Medium),
        _ => return None,
    };
    let Reference { platform, name } = &found.resolved.as_ref()?.reference;
    let evidence = found.evidence.as_ref()?;
    let url = evidence.url.clone().or_else(|| page(import.source).map(str::to_owned))?;
    let platform = directory.platform(*platform);
    let subject = Subject {
        organisation: directory.organisation(organisation).id.clone(),
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
