//! Small directories, and what is found in them, for the tests of the rules.

use crate::audit::{Finding, Rule, Scope, Subject, audit};
use crate::check::similarity::Similarity;
use crate::directory::{Date, Directory};

/// Before the organisations: platforms of each kind of reading, and a calendar of badges.
const HEAD: &str = r#"
schema = 1
title = "Sample"
edition = "2026-11-21"
licence = "CC0-1.0"
domains = ["overheid.example"]

[[source]]
id = "register"
title = "The register"
url = "https://register.example/"
retrieved = "2026-05-16"

[[platform]]
id = "x"
name = "X"
owner = "X Corp."
login = "partly"
hosts = ["x.com"]
names = [{ id = "handle", syntax = "[A-Za-z0-9_]{1,15}", case = "ignored", sign = "@", address = "https://x.com/{name}", forms = ["/{name}"] }]

[[platform]]
id = "linkedin"
name = "LinkedIn"
owner = "Microsoft"
login = "yes"
hosts = ["www.linkedin.com"]
names = [{ id = "company", syntax = "[A-Za-z0-9-]+", case = "ignored", address = "https://www.linkedin.com/company/{name}/", forms = ["/company/{name}"] }]

[[platform]]
id = "facebook"
name = "Facebook"
owner = "Meta"
login = "unknown"
hosts = ["www.facebook.com"]
names = [{ id = "handle", syntax = "[A-Za-z0-9.]+", case = "ignored", address = "https://www.facebook.com/{name}", forms = ["/{name}"] }]

[[platform]]
id = "youtube"
name = "YouTube"
owner = "Google"
login = "no"
hosts = ["www.youtube.com"]
names = [{ id = "handle", syntax = "[A-Za-z0-9_-]+", case = "ignored", sign = "@", address = "https://www.youtube.com/@{name}", forms = ["/@{name}"] }]

[[platform]]
id = "mastodon"
name = "Mastodon"
owner = "each its own"
login = "no"
hosts = ["social.overheid.example"]
names = [{ id = "handle", syntax = "[A-Za-z0-9_]+", case = "ignored", sign = "@", address = "https://{host}/@{name}", forms = ["/@{name}"] }]

[[platform]]
id = "clip"
name = "Clip"
owner = "Clip"
login = "no"
discouraged = "Better not."
discouraged_url = "https://policy.example/"
discouraged_seen = "2023-03"
hosts = ["clip.example"]
names = [{ id = "handle", syntax = "[A-Za-z0-9_]+", case = "ignored", sign = "@", address = "https://clip.example/@{name}", forms = ["/@{name}"] }]

[[badge]]
id = "old"
platform = "x"
name = "Old"
until = "2023-04-20"
gained = "earned"
meaning = "Looked at."
url = "https://badges.example/"
seen = "2023-03-13"

[[badge]]
id = "blue"
platform = "x"
name = "Blue"
from = "2022-11-09"
gained = "paid"
meaning = "Bought."
url = "https://badges.example/"
seen = "2023-03-13"

[[badge]]
id = "grey"
platform = "x"
name = "Grey"
from = "2022-12-20"
gained = "government"
meaning = "A government."
url = "https://badges.example/"
seen = "2023-03-13"

[[badge]]
id = "check"
platform = "youtube"
name = "Check"
gained = "earned"
lost_by_renaming = true
meaning = "Looked at."
url = "https://badges.example/"
seen = "2023-03-13"
"#;

/// The evidence of an account that nothing is to be said about.
pub(super) const SOUND: &str = r#"[
    { method = "official-site", url = "https://own.example/", seen = "2026-10-01" },
    { method = "register", source = "register", seen = "2026-05-16" },
]"#;

/// An organisation: its id, its kind, and more keys.
pub(super) fn organisation(id: &str, kind: &str, keys: &str) -> String {
    let name = id.replace('-', " ");
    format!("\n[[organisation]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"{kind}\"\n{keys}\n")
}

/// An account of the organisation before it, with sound evidence and more keys.
pub(super) fn account(platform: &str, handle: &str, keys: &str) -> String {
    let evidence =
        if keys.contains("evidence =") { String::new() } else { format!("evidence = {SOUND}\n") };
    let own = "\n[[organisation.account]]";
    format!("{own}\nplatform = \"{platform}\"\nhandle = \"{handle}\"\n{evidence}{keys}\n")
}

/// A badge that was seen: its kind, or `none`, and the day.
pub(super) fn badge(kind: &str, seen: &str) -> String {
    format!("badge = {{ kind = \"{kind}\", seen = \"{seen}\", url = \"https://seen.example/\" }}")
}

pub(super) fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

/// The directory of some organisations.
pub(super) fn directory(organisations: &str) -> Directory {
    let text = format!("{HEAD}{organisations}");
    crate::embedded::from_toml(&text, today()).unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", problems.join("\n"))
    })
}

/// What a rule finds in a directory.
pub(super) fn findings(directory: &Directory, rule: Rule) -> Vec<Finding> {
    let scope = Scope { rules: vec![rule], ..Scope::default() };
    audit(directory, &Similarity::new(directory), today(), &scope)
}

/// What a rule finds among some organisations, each as `certainty severity: subject`.
pub(super) fn found(organisations: &str, rule: Rule) -> Vec<String> {
    let directory = directory(organisations);
    findings(&directory, rule).iter().map(|finding| described(&directory, finding)).collect()
}

fn described(directory: &Directory, finding: &Finding) -> String {
    let subject = match &finding.subject {
        Subject::Organisation(organisation, _) => directory.organisation(*organisation).id.clone(),
        Subject::Family(family, platform) => {
            format!("{} on {}", family.id(directory), directory.platform(*platform).id())
        }
        subject => {
            let accounts = subject.accounts().iter();
            let names: Vec<&str> = accounts.map(|&it| directory.account(it).name()).collect();
            names.join(" and ")
        }
    };
    format!("{} {}: {subject}", finding.certainty.id(), finding.severity.id())
}

/// The value that a finding fills a place with.
pub(super) fn value(finding: &Finding, place: &str) -> String {
    let values = finding.details.values();
    let value = values.iter().find(|(known, _)| *known == place);
    value.map(|(_, value)| value.plain().to_owned()).unwrap_or_default()
}
