//! What a file can't vouch for by itself: changes that would have an account, a site or a number believed, and of which nothing
//! but the file says that somebody looked.

use crate::directory::{Account, Date, Directory, Evidence, Method, Trust};
use crate::platform::page_of_address;

use super::account_names::AccountNames;
use super::effect::joined;
use super::objection::Objection;
use super::{Case, Confidence, Kind, Proposals, Sighting, Subject, strangers};

/// Rules of a sweep by which a link shows no account of whoever has the page, by their ids.
pub const REFUSING: [&str; 28] = [
    "credit",
    "elsewhere",
    "embedded",
    "feed",
    "former-handle",
    "in-comments",
    "in-share-block",
    "in-text",
    "listed-abroad",
    "listed-for-another",
    "nearer-account",
    "no-such-address",
    "not-an-account",
    "not-shown",
    "obstacle",
    "office",
    "other-in-data",
    "other-kind",
    "other-port",
    "other-words",
    "own-redirect",
    "person-in-data",
    "personal-address",
    "phone-number",
    "several-owners",
    "stranger",
    "user-name",
    "weak-statement",
];

/// What speaks against taking a proposal over where nobody looked at what it names, on a day.
///
/// The evidence must have been [held to its pages](Proposals::hold_to_pages).
pub(super) fn objections<'c>(
    directory: &Directory,
    names: &mut AccountNames,
    subject: &Subject,
    case: &'c Case,
    today: Date,
) -> Vec<Objection<'c>> {
    let mut all = Vec::new();
    if strangers::is_only_shown(directory, subject, case) {
        all.push(Objection::OnlyShown);
    }
    let organisation = directory.organisation_by_id(&subject.organisation);
    let listed = organisation.and_then(|it| names.find(directory, it, subject));
    let listed = listed.map(|index| directory.account(index));
    if listed.is_some_and(|account| is_by_other_page(account, subject, case)) {
        all.push(Objection::OtherPage);
    }
    if !matches!(subject.kind, Kind::New | Kind::Confirms) {
        return all;
    }
    match listed {
        Some(account) if is_more_than_newer(account, case, today) => {
            all.push(Objection::RaisesTrust);
        }
        None if is_by_register_alone(case) => all.push(Objection::OnlyRegister),
        _ => {}
    }
    let is_refusing = |it: &&str| REFUSING.contains(it);
    all.extend(case.rules.iter().map(String::as_str).filter(is_refusing).map(Objection::Rule));
    // Where it is told why somebody wasn't sure, that says enough.
    if case.confidence == Some(Confidence::Low) && all.is_empty() && case.against.is_empty() {
        all.push(Objection::LowConfidence);
    }
    all
}

/// Whether evidence does more than renew the day of what a listed account rests on already: it would be surer, or rest on a
/// site that it didn't rest on.
fn is_more_than_newer(account: &Account, case: &Case, today: Date) -> bool {
    let known = &account.evidence;
    let is_surer = Trust::of(&joined(known, &case.evidence), today) < Trust::of(known, today);
    let is_known = |seen: &Sighting| {
        let is_it = |it: &Evidence| {
            it.is_claim() && it.method <= seen.method && site(&it.url) == site(&seen.url)
        };
        !seen.method.is_official() || known.iter().any(is_it)
    };
    is_surer || !case.evidence.iter().all(is_known)
}

/// Whether a page is said to take an account away that the directory doesn't have as one that showed it: a page lacks most
/// accounts, and what it never had it can't have lost. What became of an account is seen at the account itself as well.
fn is_by_other_page(account: &Account, subject: &Subject, case: &Case) -> bool {
    let shown_on = |page: &str| {
        let page = page_of_address(page);
        let mut own = account.claims().filter(|it| it.method == Method::OfficialSite);
        page.is_some() && own.any(|it| page_of_address(&it.url) == page)
    };
    let is_there =
        |it: &Sighting| subject.kind == Kind::Gone && it.method == Method::OwnObservation;
    matches!(subject.kind, Kind::NoLongerShown | Kind::Gone)
        && case.evidence.iter().any(|it| !is_there(it) && !shown_on(&it.url))
}

/// The host of a page, without `www.`.
fn site(page: &str) -> Option<String> {
    let url = url::Url::parse(page).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}

/// Whether a register alone is said to list an account: its entry is named, and nothing of it is kept that shows the account.
fn is_by_register_alone(case: &Case) -> bool {
    let has = |wanted: &dyn Fn(Method) -> bool| case.evidence.iter().any(|it| wanted(it.method));
    has(&|it| it == Method::Register)
        && !has(&|it| matches!(it, Method::TwoWay | Method::OfficialSite))
}

impl Proposals {
    /// Says of each what speaks against taking it over where nobody looked: of a file that somebody sent nobody can tell.
    pub fn mind_unseen(&mut self, directory: &Directory, today: Date) {
        let mut names = AccountNames::default();
        for (subject, case) in &mut self.cases {
            let against = objections(directory, &mut names, subject, case, today);
            let ids: Vec<String> = against.iter().map(ToString::to_string).collect();
            case.against.extend(ids);
        }
    }
}
