//! Accounts on Mastodon: asked of the account's own server, and of the organisation's page.
//!
//! Sources: <https://docs.joinmastodon.org/methods/accounts/#lookup>, RFC 7033 (`WebFinger`),
//! <https://nodeinfo.diaspora.software/protocol.html>, and Mastodon's own check of links.

use officieel_directory::directory::{Account as Listed, Method};
use officieel_directory::platform::check_https;
use serde::Deserialize;
use url::Url;

use super::look::{Look, clean, json, with_query};
use super::rel_me::PageLinks;
use super::site::Site;
use super::{FoundEvidence, MovedTo, Reason, Remark, Rule, Verdict, Verification, Verifier};
use crate::fetch::{Accept, Failure, Follow, Outcome};

/// How many pages that a profile names are looked at.
const MAX_FIELDS: usize = 8;

/// An account as its server shows it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Account {
    id: String,
    acct: String,
    url: String,
    note: String,
    created_at: String,
    fields: Vec<Field>,
    moved: Option<Box<Account>>,
    suspended: Option<bool>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Field {
    name: String,
    value: String,
    verified_at: Option<String>,
}

pub(super) fn verify(
    verifier: &Verifier<'_>,
    listed: &Listed,
    site: &mut Site,
    look: &Look<'_>,
    found: &mut Verification,
) {
    found.verdict = match asked(verifier, listed, site, look, found) {
        Ok(verdict) => verdict,
        Err(reason) => Verdict::CouldNotLook(reason),
    };
}

fn asked(
    verifier: &Verifier<'_>,
    listed: &Listed,
    site: &mut Site,
    look: &Look<'_>,
    found: &mut Verification,
) -> Result<Verdict, Reason> {
    let name = listed.handle.as_ref().ok_or(Reason::Unreadable)?;
    let (user, host) = name.key().split_once('@').ok_or(Reason::Unreadable)?;
    let server = server_of(user, host, look)?;
    let lookup = with_query(&format!("https://{server}/api/v1/accounts/lookup"), "acct", user);
    let page = look.get(&lookup, Accept::Json, Follow::default())?;
    match page.status {
        200 => {}
        410 => return Ok(Verdict::Suspended),
        401 | 403 => return Err(Reason::ClosedServer),
        404 => return not_found(&server, look),
        status => return Err(Failure::Status(status).into()),
    }
    let account: Account = json(&page)?;
    let url = own_url(&account, &server).ok_or(Reason::Unreadable)?;
    if !account.acct.eq_ignore_ascii_case(user) {
        return Err(Reason::Unreadable);
    }
    found.immutable_id = Some(clean(&format!("{} {}", account.id, account.created_at)));
    if account.suspended == Some(true) {
        return Ok(Verdict::Suspended);
    }
    if let Some(moved) = &account.moved {
        return moved_to(verifier, moved);
    }
    found.profile = profile(&account);
    if site.owns(&server) {
        let method = Method::OwnDomain;
        let (url, seen) = (url.to_string(), verifier.today);
        found.evidence.push(FoundEvidence { method, url, seen, rule: Rule::OwnServer });
    }
    Ok(both_sides(verifier, &account, &url, site, look, found))
}

/// The server that a handle is served by: its own host, or the one that this says, where both name the handle alike.
fn server_of(user: &str, host: &str, look: &Look<'_>) -> Result<String, Reason> {
    let Some(first) = web_finger(user, host, host, look)? else {
        return Ok(host.to_owned());
    };
    if first.subject_host.eq_ignore_ascii_case(host) {
        return Ok(first.server);
    }
    // The subject is the handle: its own host has to say the same.
    let second = web_finger(&first.subject_user, &first.subject_host, &first.subject_host, look)?;
    match second {
        Some(second)
            if second.server == first.server && second.subject_host == first.subject_host =>
        {
            Ok(second.server)
        }
        _ => Err(Reason::Unreadable),
    }
}

struct Finger {
    subject_user: String,
    subject_host: String,
    server: String,
}

/// What a host says of a handle; nothing, where it knows no such thing.
fn web_finger(user: &str, host: &str, at: &str, look: &Look<'_>) -> Result<Option<Finger>, Reason> {
    #[derive(Deserialize)]
    struct Answer {
        subject: String,
        #[serde(default)]
        links: Vec<Link>,
    }
    #[derive(Deserialize)]
    struct Link {
        #[serde(default)]
        rel: String,
        #[serde(default)]
        href: String,
    }
    let resource = format!("acct:{user}@{host}");
    let url = with_query(&format!("https://{at}/.well-known/webfinger"), "resource", &resource);
    let page = look.get(&url, Accept::Json, Follow::anywhere(5))?;
    if page.status != 200 {
        return Ok(None);
    }
    let answer: Answer = json(&page)?;
    let subject = answer.subject.strip_prefix("acct:").and_then(|subject| subject.split_once('@'));
    let (subject_user, subject_host) = subject.ok_or(Reason::Unreadable)?;
    let is_page =
        |link: &&Link| link.rel == "http://webfinger.net/rel/profile-page" || link.rel == "self";
    let address = answer.links.iter().filter(is_page).find_map(|link| Url::parse(&link.href).ok());
    let address = address.filter(|address| address.scheme() == "https");
    let server = address.as_ref().and_then(Url::host_str).ok_or(Reason::Unreadable)?;
    Ok(Some(Finger {
        subject_user: subject_user.to_owned(),
        subject_host: subject_host.to_ascii_lowercase(),
        server: server.to_owned(),
    }))
}

/// It isn't there, if the server is one that would say so.
fn not_found(server: &str, look: &Look<'_>) -> Result<Verdict, Reason> {
    #[derive(Deserialize)]
    struct Links {
        links: Vec<Link>,
    }
    #[derive(Deserialize)]
    struct Link {
        href: String,
    }
    #[derive(Deserialize)]
    struct NodeInfo {
        software: Software,
    }
    #[derive(Deserialize)]
    struct Software {
        name: String,
    }
    let control = |page: crate::fetch::Page| {
        if page.status == 200 { Ok(page) } else { Err(Reason::ControlFailed) }
    };
    let links = format!("https://{server}/.well-known/nodeinfo");
    let links: Links = json(&control(look.get(&links, Accept::Json, Follow::default())?)?)?;
    let url = links.links.first().and_then(|link| Url::parse(&link.href).ok());
    let url = url.filter(|url| url.host_str() == Some(server)).ok_or(Reason::Unreadable)?;
    let info: NodeInfo =
        json(&control(look.get(url.as_str(), Accept::Json, Follow::default())?)?)?;
    if info.software.name == "mastodon" {
        Ok(Verdict::Absent)
    } else {
        Err(Reason::OtherSoftware(clean(&info.software.name)))
    }
}

/// The page of an account, which lies on its server.
fn own_url(account: &Account, server: &str) -> Option<Url> {
    let url = Url::parse(&account.url).ok()?;
    (check_https(&account.url).is_ok() && url.host_str() == Some(server)).then_some(url)
}

fn moved_to(verifier: &Verifier<'_>, moved: &Account) -> Result<Verdict, Reason> {
    check_https(&moved.url).ok().ok_or(Reason::Unreadable)?;
    let parsed = verifier.directory.platforms.parse_address(&moved.url).ok();
    let account = parsed.filter(|parsed| parsed.part.is_none()).map(|parsed| parsed.account);
    Ok(Verdict::MovedTo(MovedTo { url: clean(&moved.url), account }))
}

fn profile(account: &Account) -> Vec<String> {
    let fields = account.fields.iter().flat_map(|field| [field.name.clone(), field.value.clone()]);
    std::iter::once(account.note.clone()).chain(fields).collect()
}

/// The profile names a page of the site, and the page names the account by `rel="me"`.
fn both_sides(
    verifier: &Verifier<'_>,
    account: &Account,
    url: &Url,
    site: &mut Site,
    look: &Look<'_>,
    found: &mut Verification,
) -> Verdict {
    let seen = verifier.today;
    let (mut named, mut is_unknown) = (None, false);
    for field in account.fields.iter().take(MAX_FIELDS) {
        let Some(page) = page_of_field(field).filter(|page| site.speaks(page)) else {
            continue;
        };
        named = named.or_else(|| Some(field.verified_at.clone()));
        let links = site.links(verifier, &page, look);
        if let Some((at, links)) = links
            && names_account(links, url, look)
        {
            let (method, url) = (Method::TwoWay, at.to_string());
            found.evidence.push(FoundEvidence { method, url, seen, rule: Rule::RelMe });
            return Verdict::Proved;
        }
        is_unknown |= site.could_not_look(&page);
    }
    let home = site.website.clone();
    let home = home.and_then(|home| site.links(verifier, &home, look).cloned());
    if let Some((at, _)) = home.filter(|(_, links)| links.has(url.as_str())) {
        let (method, url) = (Method::OfficialSite, at.to_string());
        found.evidence.push(FoundEvidence { method, url, seen, rule: Rule::Link });
        if named.is_none() {
            found.remarks.push(Remark::OnlySite);
        }
    }
    if let Some(day) = named {
        let since = day.map(|day| clean(&day));
        let remark = Remark::OnlyProfile { since };
        found.remarks.push(if is_unknown { Remark::SiteNotLooked } else { remark });
    }
    Verdict::Exists
}

/// The address that a field of a profile leads to.
fn page_of_field(field: &Field) -> Option<Url> {
    let nowhere = Url::parse("https://invalid.invalid/").ok()?;
    let links = PageLinks::read(field.value.as_bytes(), &nowhere);
    links.links.into_iter().next().map(|link| link.url)
}

/// As Mastodon itself decides it: a link that is equal, or, where there is none, the first one by way of a redirect.
fn names_account(links: &PageLinks, account: &Url, look: &Look<'_>) -> bool {
    if links.has_me(account.as_str()) {
        return true;
    }
    let Some(first) = links.me().next().filter(|first| first.scheme() == "https") else {
        return false;
    };
    // What isn't followed says where it leads to: as a page with a location, or as a refusal to go there.
    match look.head(first) {
        Outcome::Page(page) => {
            page.header("location").is_some_and(|to| to.eq_ignore_ascii_case(account.as_str()))
        }
        _ => false,
    }
}
