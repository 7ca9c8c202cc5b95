//! What holds for every answer of a check, whatever was asked.

use std::sync::LazyLock;

use officieel::check::{Answer, Verdict};
use officieel::directory::{Date, Directory};
use officieel::embedded;
use officieel::messages::verdict;
use officieel::platform::{AccountName, CaseRule, Platform};
use officieel::text::sanitise;
use officieel::words::Language;
use proptest::prelude::*;
use proptest::sample::select;

use crate::loaded::{BUILT_IN, Loaded};

impl Loaded {
    /// What an answer comes to, without the places of things in the directory.
    fn gist(&self, answer: &Answer) -> Gist {
        let organisation = answer.organisation(&self.directory);
        let account = match &answer.verdict {
            Verdict::Official(listed) | Verdict::Retired(listed) => Some(listed.account),
            _ => None,
        };
        Gist {
            verdict: answer.verdict.id(),
            organisation: organisation.map(|at| self.directory.organisation(at).id.clone()),
            account: account.map(|at| self.directory.account(at).url.clone()),
        }
    }

    fn gists(&self, input: &str) -> Vec<Gist> {
        self.answers(input).iter().map(|answer| self.gist(answer)).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Gist {
    verdict: &'static str,
    organisation: Option<String>,
    account: Option<String>,
}

/// Names and addresses of listed accounts whose letters may be in either case.
pub(crate) static LISTED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let directory = &BUILT_IN.directory;
    let mut inputs = Vec::new();
    for account in directory.accounts().step_by(7) {
        let platform = directory.platform(account.platform);
        let Some(handle) = &account.handle else { continue };
        if platform.name_rules(handle).is_some_and(|rules| rules.case == CaseRule::Ignored) {
            inputs.push(platform.address_of(handle));
            inputs.push(format!("@{}", handle.text()));
        }
    }
    inputs
});

/// Names and addresses that are like listed ones, as imitators make them.
pub(crate) static LOOK_ALIKES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let disguises: [fn(&str) -> String; 6] = [
        |name| name.replacen('o', "0", 1),
        |name| name.replacen('e', "", 1),
        |name| name.replacen('i', "l", 1),
        |name| format!("{name}_nl"),
        |name| name.replacen('t', "tt", 1),
        |name| name.replace('_', ""),
    ];
    let pairs = LISTED.iter().zip(disguises.iter().cycle());
    pairs
        .map(|(input, disguise)| match input.rsplit_once('/') {
            Some((before, name)) if !name.is_empty() => format!("{before}/{}", disguise(name)),
            _ => disguise(input),
        })
        .collect()
});

/// Addresses on hosts that no platform has.
pub(crate) const HOSTS: &[&str] = &[
    "https://www.belastingdienst.nl/toeslagen",
    "https://mijn.overheid.nl/",
    "https://belastingdienst.nl.example/inloggen",
    "https://faceb00k.com/politie",
    "https://digid-form-site.xyz/",
    "https://evilfacebook.com/politie",
    "https://x.com@evil.nl/politie",
    "https://xn--plitie-wqf.nl/",
    "https://belastingdients.nl/",
    "https://politie.online/",
    "https://www.nu.nl/binnenland",
    "https://amsterdam-hotels.com/",
    "https://x.com/i/status/1",
    "https://www.instagram.com/p/abc/",
];

/// What is put into a text to make it odd.
const PIECES: &[&str] = &[
    "@",
    "/",
    "\\",
    ":",
    ".",
    "..",
    "#",
    "?",
    "%",
    "%00",
    "%40",
    "[",
    "]",
    " ",
    "\n",
    "\t",
    "\0",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{1b}[31m",
    "\u{ff0f}",
    "\u{3002}",
    "\u{0430}",
    "İ",
    "ß",
    "xn--",
    "https://",
    "acct:",
    "+31",
    "x.com",
    "politie",
    "belastingdienst.nl",
    "t.me",
    "👮",
    "ĳ",
];

fn is_harmless(asked: &Loaded, answer: &Answer) -> bool {
    let today = Date::new(2026, 11, 21).unwrap();
    [Language::Nl, Language::En].iter().all(|language| {
        let words = language.words();
        let headline = verdict::headline(words, &asked.directory, answer);
        let mut texts = verdict::reasons(words, &asked.directory, answer, today);
        texts.push(headline);
        texts.iter().all(|text| !text.is_empty() && !text.chars().any(sanitise::is_hostile))
    })
}

fn hold(input: &str) -> Result<(), TestCaseError> {
    let answers = BUILT_IN.answers(input);
    prop_assert!(!answers.is_empty(), "{:?}", input);
    for answer in &answers {
        prop_assert!(is_harmless(&BUILT_IN, answer), "{:?}: {:?}", input, answer);
        let is_listed = matches!(answer.verdict, Verdict::Official(_) | Verdict::Retired(_));
        let is_hostile = answer.asked.chars().any(sanitise::is_hostile);
        prop_assert!(!(is_listed && is_hostile), "{:?}: {:?}", input, answer);
    }
    Ok(())
}

/// Some of the letters in the other case.
fn in_other_case(text: &str, which: u64) -> String {
    let turned = |(at, c): (usize, char)| match c {
        _ if (which >> (at % 64)) & 1 == 0 => c,
        _ if c.is_ascii_lowercase() => c.to_ascii_uppercase(),
        _ => c.to_ascii_lowercase(),
    };
    text.chars().enumerate().map(turned).collect()
}

fn any_input() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(&*LISTED),
        4 => select(&*LOOK_ALIKES),
        1 => select(HOSTS).prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_answered_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        hold(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_text_is_answered_without_harm(text in any::<String>()) {
        hold(&text)?;
    }

    #[test]
    fn odd_pieces_are_answered_without_harm(
        pieces in prop::collection::vec(select(PIECES), 0..9),
    ) {
        hold(&pieces.concat())?;
    }

    #[test]
    fn odd_pieces_in_a_real_input_do_no_harm(
        input in any_input(),
        piece in select(PIECES),
        place in any::<prop::sample::Index>(),
    ) {
        let at = place.index(input.chars().count() + 1);
        let before: String = input.chars().take(at).collect();
        let after: String = input.chars().skip(at).collect();
        hold(&format!("{before}{piece}{after}"))?;
    }

    #[test]
    fn the_case_of_letters_decides_nothing(input in any_input(), which in any::<u64>()) {
        let other = in_other_case(&input, which);
        prop_assert_eq!(BUILT_IN.gists(&input), BUILT_IN.gists(&other), "{} {}", input, other);
    }

    #[test]
    fn what_is_hung_on_an_address_decides_nothing(
        input in any_input().prop_filter("an address", |input| input.starts_with("https://")),
        tail in select(&[
            "/", "?utm_source=mail&utm_medium=e", "?igsh=MzRlODBiNWFlZA==", "?hl=nl", "#", "#top",
            "?s=20", "?lang=nl", "/?fbclid=abc", "?ref=x#y",
        ][..]),
    ) {
        let other = match tail.strip_prefix('/') {
            Some(rest) if input.ends_with('/') => format!("{input}{rest}"),
            _ => format!("{input}{tail}"),
        };
        prop_assert_eq!(BUILT_IN.gists(&input), BUILT_IN.gists(&other), "{} {}", input, other);
    }
}

/// A number that follows from another as if by chance (the generator of Knuth's MMIX).
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

fn shuffled<T>(mut all: Vec<T>, state: &mut u64) -> Vec<T> {
    for at in (1..all.len()).rev() {
        all.swap(at, next(state) % (at + 1));
    }
    all
}

/// The parts of a text that begin with a line, and what stands before the first.
fn cut<'t>(text: &'t str, line: &str) -> (&'t str, Vec<String>) {
    let mut parts = text.split(line);
    let head = parts.next().unwrap();
    (head, parts.map(|part| format!("{line}{part}")).collect())
}

/// The built-in directory with its organisations and their accounts in another order.
fn in_another_order() -> Directory {
    let state = &mut 20_261_121;
    let (head, organisations) = cut(embedded::TEXT, "[[organisation]]\n");
    let mut text = head.to_owned();
    for organisation in shuffled(organisations, state) {
        let (own, accounts) = cut(&organisation, "[[organisation.account]]\n");
        text.push_str(own);
        for account in shuffled(accounts, state) {
            text.push_str(&account);
            text.push('\n');
        }
    }
    officieel::embedded::from_toml(&text, Date::LAST).unwrap()
}

#[test]
fn the_order_of_the_directory_decides_nothing() {
    let other = Loaded::new(in_another_order());
    let first = |asked: &Loaded| asked.directory.organisations().next().unwrap().id.clone();
    assert_ne!(first(&BUILT_IN), first(&other));
    let inputs =
        LISTED.iter().chain(&*LOOK_ALIKES).map(String::as_str).chain(HOSTS.iter().copied());
    let mut seen = 0;
    for input in inputs {
        assert_eq!(BUILT_IN.gists(input), other.gists(input), "{input}");
        seen += 1;
    }
    assert!(seen > 500, "only {seen} inputs were compared");
}

/// The addresses in which an account can be pasted: each form of its name, on one host after the
/// other, and its own page on all of them.
fn addresses(platform: &Platform, name: &AccountName) -> Vec<String> {
    let rules = platform.name_rules(name).unwrap();
    let (user, own_host) = match name.text().split_once('@') {
        Some((user, host)) if rules.address.contains("{host}") => (user, Some(host)),
        _ => (name.text(), None),
    };
    // Hosts of their own kind, such as one that only starts messages, have forms of their own.
    let is_special = |host: &String| {
        let mut refused = platform.rules.refused.iter().flat_map(|refusal| &refusal.forms);
        refused.any(|form| {
            let rest = form.strip_prefix("//").and_then(|form| form.strip_prefix(host.as_str()));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    let all =
        platform.rules.hosts.iter().filter(|host| !host.starts_with("*.") && !is_special(host));
    let hosts: Vec<String> = match own_host {
        Some(host) => vec![host.to_owned()],
        None => all.map(|host| host.replace("??", "nl")).collect(),
    };
    let mut addresses = Vec::new();
    for (at, form) in rules.forms.iter().enumerate() {
        let Some(form) = written_out(form, &platform.rules.tabs, user, at + addresses.len()) else {
            continue;
        };
        let hosts = hosts.iter().cycle().skip(at);
        match (form.strip_prefix("//"), form.starts_with('/')) {
            (Some(form), _) => addresses.push(format!("https://{form}")),
            (None, true) => {
                let is_first = at == 0;
                let hosts = hosts.take(if is_first { platform.rules.hosts.len() } else { 1 });
                addresses.extend(hosts.map(|host| format!("https://{host}{form}")));
            }
            (None, false) => {
                let host = own_host.map(|host| format!("@{host}")).unwrap_or_default();
                addresses.push(format!("{form}{host}"));
            }
        }
    }
    addresses
}

/// A form with a name, one of its words wherever there are several, and one of the tabs or none.
fn written_out(form: &str, tabs: &[String], user: &str, turn: usize) -> Option<String> {
    if let Some(domain) = form.strip_prefix("//{name:*").and_then(|form| form.strip_suffix('}')) {
        return user.ends_with(domain).then(|| format!("//{user}"));
    }
    let tab = tabs.get(turn % (tabs.len() + 1)).map_or("", String::as_str);
    let mut form = form.replace("/**", "/").replace("{tabs}", tab).replace('*', "Naam");
    while let Some((before, rest)) = form.split_once('(') {
        let (all, behind) = rest.split_once(')')?;
        let word = all.split('|').nth(turn % all.split('|').count())?;
        form = format!("{before}{word}{behind}");
    }
    Some(form.replace("{name}", &percent_encoded(user)))
}

fn percent_encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        _ if byte.is_ascii_alphanumeric() || b"-._~:+".contains(&byte) => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[test]
fn every_listed_account_is_known_in_every_form_of_its_address() {
    let directory = &BUILT_IN.directory;
    let mut seen = 0;
    for (at, account) in directory.account_indexes().zip(directory.accounts()) {
        let platform = directory.platform(account.platform);
        let mut inputs = vec![account.url.clone()];
        // Without an address, a name is one of the first kind that its platform has.
        let handle = account.handle.as_ref().filter(|name| name.space() == 0);
        inputs.extend(handle.map(|name| match platform.written(name) {
            // `IND.NL` is a host as well as a handle of Facebook: only the sign tells.
            written if written.contains('.') && !written.starts_with('@') => format!("@{written}"),
            written => written,
        }));
        for reference in account.references() {
            inputs.extend(addresses(platform, &reference.name));
        }
        for input in inputs {
            let answers = BUILT_IN.checker.answers(
                directory,
                &BUILT_IN.index,
                &input,
                Some(account.platform),
            );
            let [answer] = answers.as_slice() else { panic!("{input}: {answers:?}") };
            let (Verdict::Official(listed) | Verdict::Retired(listed)) = &answer.verdict else {
                panic!("{input} of {}: {answer:?}", account.name());
            };
            assert_eq!(listed.account, at, "{input}");
            seen += 1;
        }
    }
    assert!(seen > 10 * directory.account_count(), "only {seen} addresses were asked about");
}
