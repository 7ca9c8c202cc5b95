//! What is known of an organisation on the platform that was asked for.

use super::{Channel, channels};
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;

/// What is known of an organisation on one platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnPlatform {
    /// The accounts there that are in use, surest first.
    Known(Vec<AccountIndex>),
    /// It is known to be there, and not by which name.
    NotFoundYet,
    /// Nothing: it may be there or not. It is known on these others.
    NoneKnown(Vec<PlatformIndex>),
}

/// The accounts of an organisation that are in use, surest first.
pub fn accounts_in_use(
    directory: &Directory,
    organisation: OrganisationIndex,
    today: Date,
) -> impl Iterator<Item = AccountIndex> {
    let all = channels(directory, organisation, today).into_iter();
    all.filter_map(|channel| match channel {
        Channel::Account(account) if !directory.account(account).status.is_retired() => {
            Some(account)
        }
        _ => None,
    })
}

/// What is known of an organisation on a platform.
pub fn on_platform(
    directory: &Directory,
    organisation: OrganisationIndex,
    platform: PlatformIndex,
    today: Date,
) -> OnPlatform {
    let of = |account: &AccountIndex| directory.account(*account).platform;
    let in_use = accounts_in_use(directory, organisation, today);
    let (there, elsewhere): (Vec<_>, Vec<_>) = in_use.partition(|account| of(account) == platform);
    if !there.is_empty() {
        return OnPlatform::Known(there);
    }
    let name = directory.platform(platform).name();
    let gaps = &directory.organisation(organisation).gaps;
    let is_named = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
    if gaps.iter().any(|gap| is_named(&gap.text)) {
        return OnPlatform::NotFoundYet;
    }
    let mut others: Vec<PlatformIndex> = elsewhere.iter().map(of).collect();
    others.sort_unstable();
    others.dedup();
    OnPlatform::NoneKnown(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_is_told_from_not_found_yet() {
        let today = "2026-11-21".parse().unwrap();
        let text = include_str!("../../tests/fixtures/small.toml");
        let directory = crate::embedded::from_toml(text, today).unwrap();
        let of = |id: &str, platform: &str| {
            let organisation = directory.organisation_by_id(id).unwrap();
            let platform = directory.platforms.by_id(platform).unwrap();
            on_platform(&directory, organisation, platform, today)
        };
        let ids = |platforms: &[PlatformIndex]| {
            let id = |it: &PlatformIndex| directory.platform(*it).id().to_owned();
            platforms.iter().map(id).collect::<Vec<_>>()
        };
        match of("gemeente-zandmeer", "x") {
            OnPlatform::Known(accounts) => {
                let names: Vec<_> =
                    accounts.iter().map(|it| directory.account(*it).name()).collect();
                assert_eq!(names, ["GemZandmeer"], "what is no longer in use is no way");
            }
            other => panic!("{other:?}"),
        }
        match of("gemeente-zandmeer", "mastodon") {
            OnPlatform::NoneKnown(others) => {
                assert_eq!(ids(&others), ["x", "facebook", "instagram"]);
            }
            other => panic!("{other:?}"),
        }
        let directory = crate::embedded::directory().unwrap();
        let not_found: Vec<_> = (directory.organisation_indexes())
            .filter(|it| !directory.organisation(*it).gaps.is_empty())
            .flat_map(|it| directory.platforms.iter().map(move |(platform, _)| (it, platform)))
            .filter(|(it, platform)| {
                on_platform(&directory, *it, *platform, today) == OnPlatform::NotFoundYet
            })
            .collect();
        assert!(!not_found.is_empty());
        for (organisation, platform) in not_found {
            let name = directory.platform(platform).name();
            let gaps = &directory.organisation(organisation).gaps;
            assert!(gaps.iter().any(|gap| gap.text.contains(name)), "{name}: {gaps:?}");
        }
    }
}
