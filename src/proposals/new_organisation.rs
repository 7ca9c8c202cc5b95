//! What a source says of an organisation that the directory doesn't list.

use crate::directory::{Directory, Kind, Organisation, PhoneNumber, Site};
use crate::platform::host_of_address;

use super::apply::Refusal;
use super::effect::evidence_of;
use super::{Case, Subject};

/// What there is to know of it besides its id and its name, as the keys of `[[organisation]]` in a directory are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profile {
    /// What kind of organisation it is.
    pub kind: Kind,
    /// Other current names.
    pub aliases: Vec<String>,
    /// The towns and villages that it is for.
    pub places: Vec<String>,
    /// Its general telephone number, as a directory can have it.
    pub phone: Option<String>,
    /// Its id in the Register van Overheidsorganisaties.
    pub register_id: Option<String>,
    /// Its URI in the TOOI thesaurus.
    pub tooi: Option<String>,
    /// Its Wikidata item.
    pub wikidata: Option<String>,
}

impl Profile {
    /// Without ids that a directory can't have: those of a register of another country, say.
    #[must_use]
    pub fn sound(mut self) -> Self {
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        self.phone.take_if(|it| PhoneNumber::read(it).is_none());
        self.register_id.take_if(|it| !is_number(it));
        self.tooi.take_if(|it| !it.starts_with("https://identifier.overheid.nl/tooi/id/"));
        self.wikidata.take_if(|it| !it.strip_prefix('Q').is_some_and(is_number));
        self
    }
}

/// Whether a text can be the id of an organisation.
fn is_slug(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('-').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

/// Adds the organisation of a proposal; whether it wasn't there yet.
///
/// Its website is that of the proposal. Where all of a host is that, and nobody else is on it, it is its own site, by the
/// evidence of the proposal.
pub(super) fn add(
    directory: &mut Directory,
    subject: &Subject,
    case: &Case,
) -> Result<bool, Refusal> {
    let profile = case.profile.as_ref().ok_or(Refusal::ByHand)?;
    let name = subject.value.clone().ok_or(Refusal::NoValue)?;
    let is_open = case.url.as_deref().is_none_or(|url| url.starts_with("https://"));
    if !is_slug(&subject.organisation) || !is_open || profile.clone().sound() != *profile {
        return Err(Refusal::NoValue);
    }
    let own = Organisation {
        aliases: profile.aliases.clone(),
        places: profile.places.clone(),
        phone: profile.phone.clone(),
        register_id: profile.register_id.clone(),
        tooi: profile.tooi.clone(),
        wikidata: profile.wikidata.clone(),
        ..Organisation::bare(subject.organisation.clone(), name, profile.kind)
    };
    let ids = own.official_ids().filter_map(|id| directory.organisation_by_official_id(id));
    let listed = directory.organisation_by_id(&own.id).or_else(|| ids.into_iter().next());
    if let Some(listed) = listed {
        let is_it = directory.organisation(listed).name == own.name;
        return if is_it { Ok(false) } else { Err(Refusal::ListedAlready) };
    }
    if case.evidence.is_empty() {
        return Err(Refusal::NoEvidence);
    }
    let website = case.url.clone();
    let whole = website.as_deref().filter(|it| it.matches('/').count() <= 3 && it.ends_with('/'));
    let host = whole.and_then(host_of_address);
    let site = host.filter(|host| directory.sites_on_host(host).is_empty()).map(|host| Site {
        host,
        path: None,
        is_shared: false,
        is_test: false,
        evidence: case.evidence.iter().map(evidence_of).collect(),
        note: None,
    });
    let own = Organisation { website, sites: site.into_iter().collect(), ..own };
    Ok(directory.add_organisation(own).is_some())
}
