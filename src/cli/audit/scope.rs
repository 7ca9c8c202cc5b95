//! What is asked to be audited: names of arguments become places in the directory.

use crate::audit::Topic;
use crate::audit::{Emptiness, Family, Rule, Scope, Severity};
use crate::cli::arguments::AuditArguments;
use crate::cli::error::Result;
use crate::cli::{Context, list, load};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, Kind, OrganisationIndex};
use crate::messages::labels;
use crate::search::Index;
use crate::text::fold::fold;
use crate::text::sanitise::escaped;
use crate::text::suggest::{mistyped, nearest};
use crate::words::Words;

/// The scope that the arguments name; what is none is complained of.
pub(super) fn read(
    command: &AuditArguments,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<Scope> {
    let mut scope = Scope { severity: command.severity.map(Severity::from), ..Scope::default() };
    if let Some(given) = &command.family {
        scope.family = Some(family(directory, given, cx)?);
    }
    if let Some(given) = &command.kind {
        scope.kind = Some(load::kind(given, cx)?);
    }
    if let Some(given) = &command.organisation {
        scope.organisation = Some(organisation(directory, given, cx)?);
    }
    if !command.filter.is_empty() {
        let filter = list::filter(&command.filter, directory, cx)?;
        scope.among = Some(filter.organisations(directory, cx.today));
    }
    scope.platform = load::platform_asked(directory, command.platform.as_deref(), cx)?;
    for given in &command.rule {
        let rule = rule(given, cx)?;
        let is_of_register = rule.topic() == Topic::Address;
        if is_of_register != command.register.is_some() {
            let words = cx.words;
            return Err(cx.unusable(&if is_of_register {
                words.rule_of_register(rule.id())
            } else {
                words.rule_of_directory(rule.id())
            }));
        }
        scope.rules.push(rule);
    }
    match emptiness(command, directory, &scope, cx.words) {
        Some(text) => Err(cx.unusable(&text)),
        None => Ok(scope),
    }
}

/// The organisation with an id of the directory or an official one, or the only one that is called so; one that is none
/// is complained of.
pub(in crate::cli) fn organisation(
    directory: &Directory,
    given: &str,
    cx: &mut Context<'_>,
) -> Result<OrganisationIndex> {
    let by_official_id = || directory.organisation_by_official_id(given);
    let found = directory.organisation_by_id(given).or_else(by_official_id);
    found.or_else(|| only_called(directory, given)).ok_or_else(|| {
        let meant = organisation_meant(directory, given);
        load::unknown(cx.words.unknown_organisation(&escaped(given)), meant.as_deref(), cx)
    })
}

/// What is said where the filters leave nothing to judge: that is no sound audit. A register has entries
/// of its own for a platform, and [`no_entry`] for where it has none.
fn emptiness(
    command: &AuditArguments,
    directory: &Directory,
    scope: &Scope,
    words: &Words,
) -> Option<String> {
    let name_of = |platform| escaped(directory.platform(platform).name());
    match scope.emptiness(directory)? {
        Emptiness::NoOrganisation => {
            let given = [("--family", &command.family), ("--kind", &command.kind)];
            let given = given.into_iter().chain([("--organisation", &command.organisation)]);
            let typed = typed(command);
            let given = given.chain([("", &typed)]);
            let (count, filters) = joined(given, words);
            // A directory without organisations was asked for nothing that it lacks.
            (count > 0).then(|| {
                if count > 1 {
                    words.no_organisation(&filters)
                } else {
                    words.no_organisation_of(&filters)
                }
            })
        }
        Emptiness::NobodyOnPlatform(_) | Emptiness::NoneOfTheseOnPlatform(_)
            if command.register.is_some() =>
        {
            None
        }
        Emptiness::NobodyOnPlatform(platform) => Some(words.nobody_on(&name_of(platform))),
        Emptiness::NoneOfTheseOnPlatform(platform) => {
            Some(words.none_of_these_on(&name_of(platform)))
        }
    }
}

/// What is said where the filters leave no entry of a register.
pub(super) fn no_entry(
    command: &AuditArguments,
    file: &str,
    entries: usize,
    words: &Words,
) -> String {
    let given = [
        ("--family", &command.family),
        ("--kind", &command.kind),
        ("--organisation", &command.organisation),
        ("--platform", &command.platform),
        ("", &typed(command)),
    ];
    let (_, filters) = joined(given.into_iter(), words);
    if entries == 1 {
        words.no_single_entry(file, &filters)
    } else {
        words.no_entry(&entries.to_string(), file, &filters)
    }
}

/// The conditions that were typed, if there are any.
fn typed(command: &AuditArguments) -> Option<String> {
    let typed = command.filter.join(" ");
    (!typed.trim().is_empty()).then_some(typed)
}

/// The filters that were given, as they are typed, and how many they are.
fn joined<'a>(
    given: impl Iterator<Item = (&'static str, &'a Option<String>)>,
    words: &Words,
) -> (usize, String) {
    let filters = given.filter_map(|(option, value)| {
        value.as_ref().map(|value| format!("{option} {}", escaped(value)).trim_start().to_owned())
    });
    let filters: Vec<String> = filters.collect();
    let joined = match filters.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{} {} {last}", before.join(", "), words.filters_and)
        }
        _ => filters.concat(),
    };
    (filters.len(), joined)
}

/// The family that an argument names: by the id or the word of a kind, or an id of an organisation;
/// one that is none is complained of.
pub(in crate::cli) fn family(
    directory: &Directory,
    given: &str,
    cx: &mut Context<'_>,
) -> Result<Family> {
    let by_official_id = || directory.organisation_by_official_id(given).map(Family::Under);
    let is_word = |kind: &&Kind| labels::kind(cx.words, **kind) == given;
    let by_word = || Kind::ALL.iter().find(is_word).copied().map(Family::Kind);
    let family = Family::from_id(directory, given).or_else(by_official_id).or_else(by_word);
    let by_name = || only_called(directory, given).map(Family::Under);
    let family = family.or_else(by_name);
    if let Some(family) = family {
        return Ok(family);
    }
    let kinds = Kind::ALL.iter().map(|kind| (kind.id(), kind.id()));
    let meant = nearest(given, kinds).map(str::to_owned);
    let meant = meant.or_else(|| organisation_meant(directory, given));
    Err(load::unknown(cx.words.unknown_family(&escaped(given)), meant.as_deref(), cx))
}

/// The rule with an id; one that is none is complained of.
pub(in crate::cli) fn rule(given: &str, cx: &mut Context<'_>) -> Result<Rule> {
    Rule::from_id(given).ok_or_else(|| {
        let meant = nearest(given, Rule::ALL.iter().map(|rule| (rule.id(), rule.id())));
        load::unknown(cx.words.unknown_rule(&escaped(given)), meant, cx)
    })
}

/// The scope in ids, for a baseline: one that was written for another scope lacks nothing.
pub(super) fn ids(command: &AuditArguments, directory: &Directory, scope: &Scope) -> Vec<String> {
    let id_of = |it: OrganisationIndex| directory.organisation(it).id.as_str();
    let mut ids: Vec<String> = Vec::new();
    ids.extend(command.register.as_ref().map(|_| "register".to_owned()));
    ids.extend(scope.family.map(|it| format!("family={}", it.id(directory))));
    ids.extend(scope.kind.map(|it| format!("kind={}", it.id())));
    ids.extend(scope.organisation.map(|it| format!("organisation={}", id_of(it))));
    ids.extend(typed(command).map(|it| format!("filter={it}")));
    ids.extend(scope.platform.map(|it| format!("platform={}", directory.platform(it).id())));
    let mut rules: Vec<&str> = scope.rules.iter().map(|rule| rule.id()).collect();
    rules.compact_sort();
    rules.dedup();
    ids.extend(rules.into_iter().map(|id| format!("rule={id}")));
    ids.extend(scope.severity.map(|it| format!("severity={}", it.id())));
    ids
}

/// The id of the organisation whose id was mistyped, or that the words find and that is called nearly so.
fn organisation_meant(directory: &Directory, given: &str) -> Option<String> {
    let ids = directory.organisations().map(|it| (it.id.as_str(), it.id.as_str()));
    let hits = Index::new(directory).search(directory, given, 1).hits;
    let best = hits.into_iter().next().map(|hit| hit.organisation);
    let found = |index: OrganisationIndex| directory.organisation(index).id.clone();
    let is_its = |it: &OrganisationIndex| names(directory, *it).contains(&fold(given));
    let by_name = best.filter(is_its).map(found);
    let by_words = || best.filter(|it| is_called_nearly(directory, *it, given)).map(found);
    by_name.or_else(|| nearest(given, ids).map(str::to_owned)).or_else(by_words)
}

/// The only living organisation that is called so.
fn only_called(directory: &Directory, given: &str) -> Option<OrganisationIndex> {
    let given = fold(given.trim());
    let is_called = |it: &OrganisationIndex| {
        directory.organisation(*it).ended.is_none() && names(directory, *it).contains(&given)
    };
    let mut called = directory.organisation_indexes().filter(is_called);
    let only = called.next().filter(|_| !given.is_empty())?;
    called.next().is_none().then_some(only)
}

/// What an organisation is called, folded.
fn names(directory: &Directory, index: OrganisationIndex) -> Vec<String> {
    let it = directory.organisation(index);
    it.names().chain([&it.id]).map(|name| fold(name)).collect()
}

/// Whether an organisation has all words of a text in a name, a name that is a typing error away, or an account of that
/// name: a search finds something for nearly anything, and what is far away was not meant.
fn is_called_nearly(directory: &Directory, index: OrganisationIndex, given: &str) -> bool {
    let (names, given) = (names(directory, index), fold(given));
    let words = || given.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let has_all = |name: &String| words().all(|word| name.contains(word));
    let is_account = || {
        let mut accounts = directory.accounts_of(index).map(|it| directory.account(it));
        accounts.any(|it| fold(it.name()) == given)
    };
    words().next().is_some()
        && (names.iter().any(has_all)
            || mistyped(&given, names.iter().map(|name| (name, name.as_str()))).is_some()
            || is_account())
}
