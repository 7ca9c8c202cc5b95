//! `officieel add`: an organisation's own communicator adds an account that its site shows.

use std::path::PathBuf;

use super::arguments::{AddArguments, Shared};
use super::audit::organisation_named;
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, load, look_alikes, review};
use crate::check::similarity::Similarity;
use crate::directory::{Directory, Method, OrganisationIndex};
use crate::dirs;
use crate::handle_proposals::{Request, propose};
use crate::messages::proposal;
use crate::platform::{ParsedAddress, Reference};
use crate::proposals::additions::additions;
use crate::proposals::own_page::is_of_family;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject, file};

/// The name of the file of own additions.
const FILE: &str = "additions.toml";

/// So many names are thought up to see whether this is one by the custom of its family.
const NAMES: usize = 20;

pub(super) fn run(
    command: &AddArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let organisation = organisation_named(&directory, &command.organisation, cx)?;
    let account = account(command, &directory, cx)?;
    let page = page(&command.page, cx)?;
    let seen = command.seen.unwrap_or(cx.today);
    if seen > cx.today {
        return Err(cx.unusable(&cx.words.add_later(&seen.to_string())));
    }
    if let Some(listed) = directory.account_by(&account) {
        let owner = directory.account(listed).organisation;
        let name = &directory.organisation(owner).name;
        let text = if owner == organisation {
            cx.words.add_listed(name)
        } else {
            cx.words.add_of_another(name)
        };
        return Err(cx.reported(&plain(&text), ExitStatus::NotFound));
    }
    let platform = directory.platform(account.platform);
    let subject = Subject {
        organisation: directory.organisation(organisation).id.clone(),
        kind: Kind::New,
        platform: Some(platform.id().to_owned()),
        account: Some(account.name.text().to_owned()),
        value: None,
    };
    // A page of somebody else is their word, not the organisation's.
    let is_own = is_of_family(&directory, organisation, &page);
    let method = if is_own { Method::OfficialSite } else { Method::ThirdParty };
    let mut case = Case {
        url: Some(platform.address_of(&account.name)),
        evidence: vec![Sighting::new(method, &page, seen)],
        ..Case::default()
    };
    case.rules.insert("added-by-hand".to_owned());
    case.against.extend(against(&directory, organisation, &account, &page, cx));
    let is_plain = case.against.is_empty();
    case.confidence = Some(if is_plain { Confidence::Medium } else { Confidence::Low });
    let mut addition = Proposals::default();
    addition.add(subject, case);
    look_alikes::mind(&mut addition, &directory, cx);
    keep(command, &addition, &directory, cx)
}

/// Writes the addition to the file of own additions, and prints it for whoever keeps the directory.
fn keep(
    command: &AddArguments,
    addition: &Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let (_, refused) = additions(directory, addition, "");
    if let Some((_, why)) = refused.first() {
        let text = proposal::refusal(cx.words, *why).to_owned();
        return Err(cx.unusable(&text));
    }
    let default = || Some(dirs::data(|name| std::env::var_os(name))?.join(FILE));
    let path: Option<PathBuf> = command.to.clone().or_else(default);
    let Some(path) = path else { return Err(cx.unusable(cx.words.add_nowhere)) };
    // The folder for data may not be there yet.
    if command.to.is_none()
        && let Some(folder) = path.parent()
    {
        dirs::make_private(folder)?;
    }
    let _held = review::hold(&path, cx)?;
    let mut all = if path.exists() { review::read(&path, cx)? } else { Proposals::default() };
    all = all.join(addition.clone());
    review::write(&path, &mut all, directory, cx)?;
    let (words, name) = (cx.words, load::name_of(&path));
    for subject in addition.cases.keys() {
        let title = proposal::title(directory, subject);
        writeln!(cx.err, "{}", plain(&words.add_added(&name, &title)))?;
    }
    for against in addition.cases.values().flat_map(|case| &case.against) {
        writeln!(cx.err, "{}", plain(&words.review_against(against)))?;
    }
    let styles = Styles::new(cx.styled);
    writeln!(cx.err, "{}\n", styles.dim(&words.add_send(&name)))?;
    write!(cx.out, "{}", file::write(addition, cx.today))?;
    Ok(ExitStatus::Found)
}

/// The account that was given: an address, or a handle of a platform that was told.
fn account(
    command: &AddArguments,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<Reference> {
    let given = plain(&command.account);
    if let Some(id) = &command.platform {
        let index = load::platform(directory, id, cx)?;
        let platform = directory.platform(index);
        let name = platform.parse_name(&command.account).ok();
        return match name {
            Some(name) => Ok(Reference { platform: index, name }),
            None => Err(cx.unusable(&cx.words.add_no_handle(&given, platform.name()))),
        };
    }
    match directory.platforms.parse_address(&command.account) {
        Ok(ParsedAddress { account, part: None, .. }) => Ok(account),
        Ok(_) => Err(cx.unusable(&cx.words.add_part(&given))),
        Err(_) => Err(cx.unusable(&cx.words.add_no_address(&given))),
    }
}

/// The page that shows it: only what can be opened by anybody is evidence.
fn page(given: &str, cx: &mut Context<'_>) -> Result<String> {
    let url = url::Url::parse(given.trim()).ok().filter(|url| {
        let is_bare = url.username().is_empty() && url.password().is_none();
        url.scheme() == "https" && is_bare && url.domain().is_some()
    });
    match url {
        Some(url) => Ok(url.to_string()),
        // What was given may hold a password.
        None => Err(cx.unusable(cx.words.add_no_page)),
    }
}

/// What whoever takes it over should look at.
fn against(
    directory: &Directory,
    organisation: OrganisationIndex,
    account: &Reference,
    page: &str,
    cx: &Context<'_>,
) -> Vec<String> {
    let words = cx.words;
    let it = directory.organisation(organisation);
    let mut told = Vec::new();
    if !is_of_family(directory, organisation, page) {
        told.push(words.add_page_elsewhere(&it.name));
    }
    let similarity = Similarity::new(directory);
    let request = Request {
        organisations: &[organisation],
        name: None,
        kind: it.kind,
        platform: account.platform,
        limit: NAMES,
        left_out: &[],
    };
    let proposals = propose(directory, &similarity, &request).proposals;
    let is_customary = proposals.iter().any(|proposal| proposal.name.key() == account.name.key());
    if let Some(first) = proposals.first().filter(|_| !is_customary) {
        told.push(words.add_custom(first.name.text()));
    }
    told
}
