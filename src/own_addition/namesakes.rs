//! Accounts that have the very name of another body, service or account: that is nobody's typo, and a page may show it of
//! somebody else.

use crate::check::similarity::Similarity;
use crate::check::{Answer, Checker, Verdict, heads_called, heir, services_called};
use crate::directory::{Directory, OrganisationIndex};
use crate::platform::AccountName;

/// Who has a name.
struct Bearer {
    /// What is listed under that name.
    name: String,
    /// The organisations that may rightly use it; none of what is no organisation's here.
    of: Vec<OrganisationIndex>,
}

/// What is listed under the name of an account that is not listed, where its own organisation, one above it and the head of
/// its family have no part in that.
pub(super) fn of_another(
    directory: &Directory,
    checker: &Checker,
    own: Option<OrganisationIndex>,
    address: &str,
    answers: &[Answer],
) -> Option<String> {
    let account = directory.platforms.parse_address(address).ok()?.account;
    let rules = directory.platform(account.platform).name_rules(&account.name)?;
    if rules.is_platform_id {
        return None;
    }
    let similarity = checker.similarity(directory);
    let all = bearers(directory, similarity, &account.name, answers);
    let kin = own.map(|own| kin(directory, similarity, own)).unwrap_or_default();
    let is_own = |it: &Bearer| it.of.iter().any(|it| kin.contains(it));
    if all.iter().any(is_own) { None } else { all.into_iter().next().map(|it| it.name) }
}

/// Who has a name: accounts elsewhere, services, and organisations by what they are called.
fn bearers(
    directory: &Directory,
    similarity: &Similarity,
    name: &AccountName,
    answers: &[Answer],
) -> Vec<Bearer> {
    let name = name.text();
    let accounts = similarity.namesakes(directory, name).into_iter().map(|index| {
        let account = directory.account(index);
        let owners = std::iter::once(account.organisation).chain(account.shared_with.clone());
        Bearer {
            name: account.name().to_owned(),
            of: owners.flat_map(|it| [it, heir(directory, it)]).collect(),
        }
    });
    let services = services_called(directory, name).into_iter().map(|index| {
        let service = directory.service(index);
        Bearer { name: service.name.clone(), of: service.organisation.into_iter().collect() }
    });
    let organisation = |it: OrganisationIndex| Bearer {
        name: directory.organisation(it).name.clone(),
        of: vec![it, heir(directory, it)],
    };
    let named = similarity.natural(directory, name).into_iter();
    let named = named.chain(heads_called(directory, name)).map(organisation);
    let judged = answers.iter().flat_map(|answer| match &answer.verdict {
        Verdict::NotListed(it) => {
            let site = it.domain_of.as_ref().and_then(|site| site.organisation(directory));
            let foreign = it.foreign.as_ref().map(|it| Bearer {
                name: directory.foreign_organisation(it.organisation).name.clone(),
                of: Vec::new(),
            });
            site.map(organisation).into_iter().chain(foreign).collect()
        }
        Verdict::Former(it) => vec![organisation(it.organisation)],
        _ => Vec::new(),
    });
    accounts.chain(services).chain(named).chain(judged).collect()
}

/// An organisation, those above it, and the head of the family whose word stands in its name.
fn kin(
    directory: &Directory,
    similarity: &Similarity,
    own: OrganisationIndex,
) -> Vec<OrganisationIndex> {
    let word = similarity.family_word(directory, &directory.organisation(own).name);
    let word = word.filter(|it| it.disguise.is_none());
    let family = word.and_then(|it| directory.families.get(it.family));
    // A chain of parents has no circle in a directory that loaded.
    let above = std::iter::successors(Some(own), |it| directory.organisation(*it).parent);
    above.chain(family.and_then(|it| it.organisation)).collect()
}
