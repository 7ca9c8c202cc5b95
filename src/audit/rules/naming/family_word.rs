//! Handles that tell nobody what they are the account of.

use crate::audit::conventions::spelling::{is_connective, shortens, words};
use crate::audit::conventions::table::ConventionTable;
use crate::audit::conventions::terms::chosen_part;
use crate::audit::details::NoFamilyWord;
use crate::audit::{Certainty, Context, Details, Finding, Subject};
use crate::directory::{AccountIndex, Directory, Kind, Organisation};
use crate::platform::host_of_address;
use crate::text::fold::letters;

/// A template with fewer letters of its own is none that a reader would know the family by.
const LETTERS: usize = 3;

/// How many letters at the beginning of a word are enough to know it by: `Flevo` of Flevoland.
const BEGINNING: usize = 5;

/// How many letters in a row anywhere in a word are enough to know it by: `commissie` of Staatscommissie.
const INSIDE: usize = 6;

/// Shorter words, such as `van` and `voor`, stand in many names.
const WORD: usize = 4;

pub(super) fn findings(cx: &Context<'_>, table: &ConventionTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    let directory = cx.directory;
    let platform = directory.platform(table.platform);
    for account in table.mined.accounts().into_iter().filter(|it| cx.asks_for(*it)) {
        let it = directory.account(account);
        let organisation = directory.organisation(it.organisation);
        let shows_owner = chosen_part(directory, account).is_none_or(|part| {
            follows(table, account) || shows_owner(directory, organisation, &part)
        });
        if shows_owner {
            continue;
        }
        let details = Details::NamingFamilyWord(NoFamilyWord {
            handle: it.written(platform),
            organisation: organisation.name.clone(),
            platform: platform.name().to_owned(),
        });
        findings.push(Finding::new(details, Certainty::Likely, Subject::Account(account)));
    }
    findings
}

/// Whether the handle follows a template that the family is known by.
fn follows(table: &ConventionTable, account: AccountIndex) -> bool {
    table.row(account).is_some_and(|row| row.template.fixed() >= LETTERS)
}

/// Whether the police speak: then the name of a place says nothing of who they are.
fn is_police(kind: Kind) -> bool {
    matches!(kind, Kind::PoliceForce | Kind::PoliceUnit | Kind::PoliceTeam | Kind::PoliceTheme)
}

/// Whether a handle tells whose it is: by a word of a family, an abbreviation, or the name.
pub(super) fn shows_owner(directory: &Directory, organisation: &Organisation, part: &str) -> bool {
    let part = letters(part);
    let has = |text: &str| !text.is_empty() && part.contains(text);
    if is_police(organisation.kind) {
        return has("pol");
    }
    if directory.families.iter().any(|family| has(&family.word)) {
        return true;
    }
    let domain = own_domain(organisation);
    let former = organisation.former_names.iter().map(|former| former.name.as_str());
    let aliases = organisation.aliases.iter().chain(&organisation.places).map(String::as_str);
    let short = organisation.abbreviation.as_deref();
    let names = std::iter::once(organisation.name.as_str()).chain(aliases).chain(former);
    let mut names = names.chain(short).chain(domain.as_deref());
    names.any(|name| {
        let words = words(name);
        let known = words.iter().filter(|word| word.chars().count() >= WORD);
        let mut beginnings = known.map(|word| word.chars().take(BEGINNING).collect::<String>());
        has(&words.concat())
            || beginnings.any(|beginning| has(&beginning))
            || words.iter().any(|word| shares(&part, word))
            || initials(&words).iter().any(|initials| has(initials))
            || shortens(&part, name)
    })
}

/// The first letters of the words of a name, with and without those that only connect others: `mfa` for
/// Ministry of Foreign Affairs. Of fewer than three words they stand in many names.
fn initials(words: &[String]) -> Vec<String> {
    let telling: Vec<&String> = words.iter().filter(|word| !is_connective(word)).collect();
    let all: Vec<&String> = words.iter().collect();
    let first = |words: Vec<&String>| words.iter().filter_map(|word| word.chars().next()).collect();
    [all, telling].into_iter().filter(|words| words.len() > 2).map(first).collect()
}

/// What an organisation is called in the address of its own website: `ggdnog` for `www.ggdnog.nl`. It
/// goes by that name, however short.
pub(in crate::audit) fn own_domain(organisation: &Organisation) -> Option<String> {
    let host = host_of_address(organisation.website.as_deref()?)?;
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.split('.').next().map(str::to_owned)
}

/// Whether a handle and a word have so many letters in a row in common that the word is known by them.
fn shares(part: &str, word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    word.windows(INSIDE).any(|run| part.contains(&run.iter().collect::<String>()))
}
