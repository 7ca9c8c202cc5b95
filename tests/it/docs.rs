//! The documents say what the program does: their examples are run, their counts are counted.
//!
//! `UPDATE_DOCS=1 cargo test --test it docs::` writes both anew.

mod architecture;
mod commands;
mod keys;
mod links;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use clap::CommandFactory;
use officieel::audit::{Rule, Severity};
use officieel::cli::arguments::Arguments;
use officieel::directory::badge::Gained;
use officieel::directory::source::SourceIndex;
use officieel::directory::{Directory, Kind, Method, Owner, Status, Trust};
use officieel::messages::finding::{RuleText, without_places};
use officieel::platform::{LoginNeeded, NotAnAccount};
use officieel::words::Language;

use crate::loaded::BUILT_IN;

const EXAMPLE: &str = "```console\n$ officieel";
const END: &str = "\n```";

fn path(document: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(document)
}

/// Compares a document with what is made of it, or writes that.
fn hold(document: &str, remake: impl FnOnce(&str) -> String) {
    // Several tests make parts of one document.
    static WRITING: Mutex<()> = Mutex::new(());
    let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let written = fs::read_to_string(path(document)).unwrap();
    let made = remake(&written);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path(document), made).unwrap();
    } else {
        assert_eq!(written, made, "{document}: run `UPDATE_DOCS=1 cargo test --test it docs::`");
    }
}

/// The text with something else between two markers.
fn with_part(text: &str, name: &str, made: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&open).unwrap();
    let (_, after) = rest.split_once(&close).unwrap();
    format!("{before}{open}\n\n{made}\n\n{close}{after}")
}

/// What the program prints for arguments as a shell would split them.
fn printed(line: &str) -> String {
    let mut arguments: Vec<String> = Vec::new();
    for (position, part) in line.split('\'').enumerate() {
        if position % 2 == 1 {
            arguments.push(part.to_owned());
        } else {
            arguments.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_officieel"))
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .env("COLUMNS", "80")
        .env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["--today", "2026-11-21"])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    // Lines of documents end in one way, whatever the format wants.
    error + &String::from_utf8(output.stdout).unwrap().replace('\r', "")
}

/// The document with the output under every example as the program gives it today.
fn with_examples(text: &str) -> String {
    let mut made = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(EXAMPLE) {
        let (example, tail) = after.split_once(END).unwrap();
        let line = example.lines().next().unwrap_or_default();
        made += before;
        made += EXAMPLE;
        made += line;
        made += "\n";
        made += printed(line).trim_end();
        made += END;
        rest = tail;
    }
    made + rest
}

#[test]
#[cfg_attr(not(feature = "online"), ignore = "the documents are of the whole program")]
fn examples_print_what_the_documents_say() {
    for (document, at_least) in [
        ("README.md", 3),
        ("docs/audit.md", 2),
        ("docs/command-line.md", 12),
        ("docs/diff.md", 1),
        ("docs/keeping-it-true.md", 2),
        ("docs/search.md", 1),
        ("docs/tour-citizen.md", 6),
        ("docs/tour-communicator.md", 7),
        ("docs/tour-keyboard.md", 4),
    ] {
        let text = fs::read_to_string(path(document)).unwrap();
        assert!(text.matches(EXAMPLE).count() >= at_least, "{document}");
    }
    for document in links::documents() {
        let document = document.strip_prefix(path("")).unwrap().to_str().unwrap();
        hold(document, with_examples);
    }
}

#[test]
#[cfg_attr(not(feature = "online"), ignore = "the documents are of the whole program")]
fn every_command_and_option_is_documented() {
    let text = fs::read_to_string(path("docs/command-line.md")).unwrap();
    let mut known = vec!["--help".to_owned(), "--version".to_owned()];
    let mut command = Arguments::command();
    command.build();
    for part in std::iter::once(&command).chain(command.get_subcommands()) {
        let heading = match part.get_name() {
            "officieel" => "\n## The screen".to_owned(),
            name => format!("\n## `officieel {name}`"),
        };
        let (_, section) = text.split_once(&heading).unwrap();
        let section = section.split("\n## ").next().unwrap_or_default();
        for argument in part.get_arguments() {
            let Some(long) = argument.get_long() else {
                continue;
            };
            let option = format!("--{long}");
            assert!(section.contains(&option), "{heading} lacks {option}");
            known.push(option);
        }
    }
    let is_of_option = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    for word in text.split(|c: char| !is_of_option(c)) {
        let option = word.starts_with("--") && !word.trim_matches('-').is_empty();
        let cargo = ["--release", "--test"].contains(&word);
        assert!(!option || cargo || known.iter().any(|known| known == word), "{word} is no option");
    }
}

#[test]
fn the_format_document_names_every_value() {
    let text = fs::read_to_string(path("docs/directory-format.md")).unwrap();
    let ids = Kind::ALL
        .iter()
        .map(|kind| kind.id())
        .chain(Method::ALL.map(Method::id))
        .chain(Gained::ALL.map(Gained::id))
        .chain(Status::ALL.map(Status::id).into_iter().filter(|id| *id != "unknown"));
    for id in ids {
        assert!(text.contains(&format!("`{id}`")), "`{id}` is not documented");
    }
    let plain = LoginNeeded::ALL
        .map(LoginNeeded::id)
        .into_iter()
        .chain(NotAnAccount::ALL.map(NotAnAccount::id));
    for id in plain {
        assert!(text.contains(id), "{id} is not documented");
    }
}

/// A number with commas between the thousands.
fn number(count: usize) -> String {
    if count < 1_000 {
        return count.to_string();
    }
    format!("{},{:03}", number(count / 1_000), count % 1_000)
}

/// What is in the directory, in a sentence and by trust.
fn counts(directory: &Directory) -> String {
    let organisations = directory.organisation_count();
    let ended = directory.organisations().filter(|o| o.ended.is_some());
    let evidence: usize = directory.accounts().map(|a| a.evidence.len()).sum();
    let places: std::collections::BTreeSet<&String> =
        directory.organisations().flat_map(|o| &o.places).collect();
    let today = directory.header.edition;
    let of = |trust: Trust| {
        let accounts = directory.accounts();
        number(accounts.filter(|a| a.trust(today) == trust).count())
    };
    let lacks = lacks(directory);
    format!(
        "Edition {today}: {} organisations ({} of them ended), {} places, {} accounts with {} pieces of \
         evidence.\nOf the accounts {} are confirmed, {} aged and {} reported.\n\n{lacks}",
        number(organisations),
        number(ended.count()),
        number(places.len()),
        number(directory.account_count()),
        number(evidence),
        of(Trust::Confirmed),
        of(Trust::Aged),
        of(Trust::Reported),
    )
}

/// How many organisations have no account, and of which kinds these are.
fn lacks(directory: &Directory) -> String {
    let kinds = [
        (Kind::Ministry, "ministries"),
        (Kind::Agency, "agencies"),
        (Kind::AdministrativeBody, "administrative bodies"),
        (Kind::Court, "courts"),
        (Kind::Municipality, "municipalities"),
    ];
    let share = |kind: Option<Kind>| {
        let all = directory.organisation_indexes().filter(|&at| {
            let organisation = directory.organisation(at);
            organisation.ended.is_none() && kind.is_none_or(|kind| organisation.kind == kind)
        });
        let (with, without): (Vec<_>, Vec<_>) =
            all.partition(|&at| directory.accounts_of(at).next().is_some());
        (number(without.len()), number(with.len() + without.len()))
    };
    let (without, all) = share(None);
    let parts: Vec<String> = kinds
        .iter()
        .map(|&(kind, name)| (share(Some(kind)), name))
        .map(|((without, all), name)| format!("{without} of {all} {name}"))
        .collect();
    let (last, others) = parts.split_last().unwrap();
    let (first, others) = others.split_at(2);
    format!(
        "- Of the {all} organisations that exist, **{without} have no account in it**: {},\n  {} and {last}.",
        first.join(", "),
        others.join(", ")
    )
}

/// Where the evidence comes from, how much of it, and how old it is.
fn sources(directory: &Directory) -> String {
    let mut pieces: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    let of_accounts = directory.accounts().flat_map(|a| &a.evidence);
    let organisations = directory.organisation_indexes().map(Owner::Organisation);
    let owners = organisations.chain(directory.service_indexes().map(Owner::Service));
    let reach = owners.flat_map(|owner| {
        let sites = directory.sites_of(owner).iter().flat_map(|site| &site.evidence);
        sites.chain(directory.phones_of(owner).iter().flat_map(|phone| &phone.evidence))
    });
    let services = directory.services().flat_map(|it| &it.evidence);
    let handlers = directory.topics().flat_map(|it| &it.handlers);
    let topics = handlers.flat_map(|it| &it.evidence);
    for evidence in of_accounts.chain(reach).chain(services).chain(topics) {
        let source = evidence.source.map(SourceIndex::position);
        *pieces.entry(source).or_default() += 1;
    }
    for foreign in directory.foreign_organisations() {
        *pieces.entry(Some(foreign.source.position())).or_default() += foreign.accounts.len();
    }
    let mut table =
        "| Source | Retrieved | Pieces of evidence |\n| --- | --- | ---: |\n".to_owned();
    for (position, source) in directory.sources.iter().enumerate() {
        let count = pieces.get(&Some(position)).copied().unwrap_or_default();
        let (title, url, date) = (&source.title, &source.url, source.retrieved);
        let by = source.publisher.as_ref().map_or(String::new(), |it| format!(", by {it}"));
        let kept = source.kept_by.as_ref();
        let kept = kept.map_or(String::new(), |it| format!("; copy kept by {it}"));
        let count = number(count);
        writeln!(table, "| [{title}]({url}){by}{kept} | {date} | {count} |").unwrap();
    }
    let single = pieces.get(&None).copied().unwrap_or_default();
    table + &format!("| Single pages, each with its own address and date | | {} |", number(single))
}

#[test]
fn the_documents_count_as_the_program_does() {
    let directory = &BUILT_IN.directory;
    hold("README.md", |text| with_part(text, "counts", &counts(directory)));
    hold("docs/data.md", |text| with_part(text, "sources", &sources(directory)));
}

#[test]
fn the_keys_of_the_readme_are_keys_of_the_program() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let keys = fs::read_to_string(path("docs/keys.md")).unwrap();
    let known: Vec<&str> = keys
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" |").next())
        .flat_map(|keys| keys.split(", "))
        .collect();
    let (_, table) = readme.split_once("\n## Keys\n").unwrap();
    let (_, table) = table.split_once("| --- | --- |\n").unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let named: Vec<&str> = rows
        .filter_map(|line| line.strip_prefix("| ")?.split(" |").next())
        .flat_map(|keys| keys.split(' '))
        .filter(|word| !["or", "typing"].contains(word))
        .collect();
    assert!(named.len() > 12);
    for key in named {
        assert!(known.contains(&key), "{key} does nothing");
    }
}

/// The rules of a topic: a table, then each of them in full.
fn rules() -> String {
    let words = Language::En.words();
    let mut table = "| rule | severity | what it finds |\n| --- | --- | --- |\n".to_owned();
    let mut told = String::new();
    for &rule in Rule::ALL {
        let (id, text) = (rule.id(), RuleText::of(words, rule));
        let severity = rule.severity().id();
        writeln!(table, "| [`{id}`](#{id}) | {severity} | {} |", text.title).unwrap();
        write!(told, "\n### `{id}`\n\n*{}* ({severity}). {}\n\n", text.title, text.why).unwrap();
        write!(told, "What to do: {}", without_places(words, text.advice)).unwrap();
        if !text.otherwise.is_empty() {
            write!(
                told,
                " Where nothing can be proposed: {}",
                without_places(words, text.otherwise)
            )
            .unwrap();
        }
        writeln!(told, "\n\nSource: <{}>", rule.source()).unwrap();
    }
    table + &told
}

#[test]
fn the_audit_document_has_the_rules_of_the_program() {
    let text = fs::read_to_string(path("docs/audit.md")).unwrap();
    hold("docs/audit.md", |text| with_part(text, "rules", rules().trim_end()));
    for severity in Severity::ALL {
        assert!(text.contains(&format!("*{}*", severity.id())), "{severity:?}");
    }
    let months = officieel::directory::evidence::FRESH_MONTHS;
    assert!(text.contains(&format!("within the last {months} months")));
}
