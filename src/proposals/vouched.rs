//! Whether anybody but a stranger says what a proposal would have believed.

use url::Url;

use crate::directory::{Directory, Method, Says};
use crate::platform::is_under;

use super::{Case, Kind, Sighting, Subject};

/// Whether no page of the organisation itself, of a register or of Wikidata says what would be believed, and nobody looked
/// at the account itself where that is what counts.
///
/// The evidence must have been [held to its pages](super::Proposals::hold_to_pages).
pub(super) fn is_word_of_others(directory: &Directory, subject: &Subject, case: &Case) -> bool {
    // Where the others would lead is looked at by itself.
    let is_claim = match subject.kind {
        // An account of an organisation that would be new waits for that.
        Kind::New | Kind::Confirms => directory.organisation_by_id(&subject.organisation).is_some(),
        Kind::NoLongerShown | Kind::Gone => true,
        kind => kind >= Kind::OrganisationRenamed,
    };
    is_claim && !case.evidence.iter().any(|it| carries(directory, subject, it))
}

fn carries(directory: &Directory, subject: &Subject, it: &Sighting) -> bool {
    match it.method {
        Method::TwoWay | Method::OfficialSite => true,
        // These list what there is; that something is no more, an entry of another year may say.
        Method::Register => !matches!(subject.kind, Kind::NoLongerShown | Kind::Gone),
        Method::Wikidata => {
            matches!(subject.kind, Kind::New | Kind::Confirms | Kind::OrganisationNew)
        }
        Method::OwnObservation => subject.kind == Kind::Gone && is_there(directory, subject, it),
        _ => false,
    }
}

/// Whether a page is one of the platform, or of the server, that an account is on: there it was looked at.
fn is_there(directory: &Directory, subject: &Subject, it: &Sighting) -> bool {
    let url = Url::parse(&it.url).ok().filter(|url| url.scheme() == "https");
    let Some(host) = url.as_ref().and_then(Url::domain) else { return false };
    let platform = subject.platform.as_deref().and_then(|id| directory.platforms.by_id(id));
    let is_of_platform =
        |id: &str| directory.platforms.of_host(host).is_some_and(|it| it.id() == id);
    let server = platform.zip(subject.account.as_deref()).and_then(|(platform, account)| {
        let platform = directory.platform(platform);
        let url = Url::parse(&platform.address_of(&platform.parse_name(account).ok()?)).ok()?;
        url.domain().map(str::to_owned)
    });
    it.says == Says::Official
        && (subject.platform.as_deref().is_some_and(is_of_platform)
            || server.is_some_and(|server| is_under(host, &server)))
}
