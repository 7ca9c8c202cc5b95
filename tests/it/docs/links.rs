//! Links between the documents lead to something that is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::path;

/// Every document: those at the root, and those of the folders that hold some.
pub(super) fn documents() -> Vec<PathBuf> {
    let folders = ["", "docs", "tests/fixtures"].map(path);
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = files.map(|entry| entry.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|it| it == "md")).collect()
}

/// What the links and pictures of a document lead to, addresses on the web aside.
fn targets(text: &str) -> Vec<&str> {
    let marks = [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"')];
    let of = |(mark, end): (&'static str, char)| {
        text.split(mark).skip(1).filter_map(move |rest| rest.split(end).next())
    };
    let targets = marks.into_iter().flat_map(of);
    targets.filter(|it| !it.contains("://") && !it.contains(char::is_whitespace)).collect()
}

/// The places of a document that a link can name: its headings, as forges write them.
fn headings(text: &str) -> BTreeSet<String> {
    let mut is_code = false;
    let headings = text.lines().filter_map(|line| {
        is_code ^= line.starts_with("```");
        let heading = line.trim_start_matches('#').strip_prefix(' ')?;
        (line.starts_with('#') && !is_code).then_some(heading)
    });
    let letters = |heading: &str| {
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
        kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
    };
    headings.map(letters).collect()
}

fn is_there(document: &Path, target: &str) -> bool {
    let (file, heading) = target.split_once('#').unwrap_or((target, ""));
    let file = if file.is_empty() { document.to_owned() } else { document.with_file_name(file) };
    if heading.is_empty() {
        return file.exists();
    }
    fs::read_to_string(file).is_ok_and(|text| headings(&text).contains(heading))
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut links = 0;
    let mut broken = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        let all = targets(&text);
        links += all.len();
        let wrong = all.into_iter().filter(|target| !is_there(&document, target));
        broken.extend(wrong.map(|target| format!("{}: {target}", document.display())));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(links > 60, "only {links} links");
}

#[test]
fn every_document_stands_in_the_table_of_contents() {
    let contents = path("docs/README.md");
    let text = fs::read_to_string(&contents).unwrap();
    let listed: BTreeSet<PathBuf> = targets(&text)
        .into_iter()
        .map(|target| contents.with_file_name(target.split('#').next().unwrap_or_default()))
        .collect();
    for document in documents().iter().filter(|it| it.parent() == contents.parent()) {
        let is_listed = listed.contains(document) || *document == contents;
        assert!(is_listed, "{} is not in docs/README.md", document.display());
    }
    let readme = fs::read_to_string(path("README.md")).unwrap();
    assert!(targets(&readme).contains(&"docs/README.md"));
}

#[test]
fn a_link_to_nothing_is_noticed() {
    let text = "# One `two`, three\n\n[a](docs/keys.md) [b](#one-two-three) <img src=\"no.svg\">\n\
                ```\n# none\n```\n[c](https://a.example/)\n";
    assert_eq!(targets(text), ["docs/keys.md", "#one-two-three", "no.svg"]);
    assert_eq!(headings(text), BTreeSet::from(["one-two-three".to_owned()]));
    let readme = path("README.md");
    assert!(
        is_there(&readme, "docs/keys.md")
            && is_there(&readme, "docs/keys.md#how-it-ends-and-stops")
    );
    assert!(!is_there(&readme, "docs/no.md") && !is_there(&readme, "docs/keys.md#no"));
}
