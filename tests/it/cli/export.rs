//! `officieel export`: files for other programs. What stands in them is held against the text of `directory.toml`,
//! read without the program, and each format is read back by a reader that knows nothing of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use officieel::text::sanitise::is_hostile;
use serde_json::Value as Json;

use super::harness::{Ran, SMALL, run, small};
use super::written::{Table, in_use as counted, is_retired, text};

const FORMATS: [&str; 6] = ["jsonld", "vcard", "opml", "mastodon", "csv", "html"];

fn exported(filter: &[&str], format: &str) -> String {
    let ran = run(&[&["export"], filter, &["--format", format]].concat());
    assert_eq!(ran.status, 0, "{filter:?} {format} {}", ran.err);
    ran.out
}

/// The organisations of a kind that exist, with their accounts in use.
fn of_kind(kind: &str) -> BTreeMap<String, (Table, Vec<Table>)> {
    let mut all = counted();
    all.retain(|_, (organisation, _)| text(organisation, "kind") == kind);
    assert!(!all.is_empty(), "{kind}");
    all
}

/// The feed of an account, by the pages of the platforms that tell of theirs.
fn feed(account: &Table) -> Option<String> {
    let (handle, id) = (text(account, "handle"), text(account, "platform_id"));
    match text(account, "platform") {
        "rss" => Some(text(account, "url").to_owned()),
        "mastodon" => {
            let (name, server) = handle.split_once('@').unwrap();
            Some(format!("https://{server}/@{name}.rss"))
        }
        "youtube" if id.starts_with("UC") => {
            Some(format!("https://www.youtube.com/feeds/videos.xml?channel_id={id}"))
        }
        "bluesky" => {
            let name = if id.is_empty() { handle } else { id };
            Some(format!("https://bsky.app/profile/{name}/rss"))
        }
        _ => None,
    }
}

/// The lines of vCards as they were before they were folded.
fn unfolded(cards: &str) -> Vec<String> {
    let whole = cards.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
    whole.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn linked_data_has_the_accounts_of_the_file() {
    for kind in ["province", "ministry", "police-unit"] {
        let file = of_kind(kind);
        let told: Json =
            serde_json::from_str(&exported(&[&format!("kind:{kind}")], "jsonld")).unwrap();
        assert_eq!(told["@context"], "https://schema.org", "{kind}");
        let nodes = told["@graph"].as_array().unwrap();
        let is_body = |it: &&Json| it["@type"] == "GovernmentOrganization";
        let bodies: Vec<&Json> = nodes.iter().filter(is_body).collect();
        assert_eq!((nodes.len(), bodies.len()), (file.len() + 1, file.len()), "{kind}");
        assert_eq!(nodes[0]["@type"], "Dataset", "{kind}");
        for body in bodies {
            let id = body["@id"].as_str().unwrap();
            let id = id.strip_prefix("tag:officieel,2026:organisation/").unwrap();
            let (organisation, accounts) = &file[id];
            assert_eq!(body["name"], text(organisation, "name"), "{id}");
            let registers = ["tooi", "wikidata"].into_iter();
            let registers = registers.filter(|key| organisation.contains_key(*key)).count();
            let told = body.get("sameAs").map_or(0, |it| it.as_array().unwrap().len());
            assert_eq!(told, registers + accounts.len(), "{id}");
            let parent = body.get("parentOrganization").map(|it| it["@id"].as_str().unwrap());
            let parent = parent.map(|it| it.rsplit('/').next().unwrap()).unwrap_or_default();
            assert_eq!(parent, text(organisation, "parent"), "{id}");
        }
    }
}

#[test]
fn cards_have_the_accounts_of_the_file() {
    let file = of_kind("ministry");
    let cards = exported(&["kind:ministry"], "vcard");
    assert!(cards.lines().all(|line| line.len() <= 75), "{cards}");
    let lines = unfolded(&cards);
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    for once in ["BEGIN:VCARD", "VERSION:4.0", "UID:tag:", "KIND:org", "FN:", "END:VCARD"] {
        assert_eq!(count(once), file.len(), "{once}");
    }
    let accounts = || file.values().flat_map(|(_, accounts)| accounts);
    let own = accounts().filter(|it| text(it, "platform") == "rss").count();
    assert_eq!(count("SOCIALPROFILE;"), accounts().count() - own);
    let websites = file.values().filter(|(it, _)| it.contains_key("website")).count();
    assert_eq!(count("URL:https://"), websites + own);
}

#[test]
fn feeds_are_those_of_the_accounts_that_have_one() {
    let expected: BTreeSet<String> =
        counted().values().flat_map(|(_, accounts)| accounts).filter_map(feed).collect();
    assert!(expected.len() > 100);
    let outlines = exported(&[], "opml");
    let document = roxmltree::Document::parse(&outlines).unwrap();
    let opml = document.root_element();
    assert_eq!((opml.tag_name().name(), opml.attribute("version")), ("opml", Some("2.0")));
    let feeds: Vec<_> =
        document.descendants().filter(|it| it.attribute("type") == Some("rss")).collect();
    let addresses: BTreeSet<String> =
        feeds.iter().map(|it| it.attribute("xmlUrl").unwrap().to_owned()).collect();
    assert_eq!(addresses, expected);
    assert_eq!(addresses.len(), feeds.len(), "each once");
    for feed in feeds {
        assert!(feed.attribute("text").is_some_and(|it| !it.is_empty()), "{feed:?}");
        assert!(feed.attribute("htmlUrl").unwrap().starts_with("https://"), "{feed:?}");
        // By organisation.
        assert_eq!(feed.parent_element().unwrap().attribute("type"), None, "{feed:?}");
    }
}

#[test]
fn servers_can_follow_who_is_on_the_fediverse() {
    let expected: BTreeSet<String> = counted()
        .values()
        .flat_map(|(_, accounts)| accounts)
        .filter(|it| text(it, "platform") == "mastodon" && !is_retired(it))
        .map(|it| text(it, "handle").to_owned())
        .collect();
    assert!(expected.len() > 20);
    let rows = exported(&[], "mastodon");
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let heads = ["Account address", "Show boosts", "Notify on new posts", "Languages"];
    assert_eq!(reader.headers().unwrap(), &heads[..]);
    let all: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let followed: BTreeSet<String> = all.iter().map(|it| it[0].to_owned()).collect();
    assert_eq!(followed, expected);
    assert!(all.iter().all(|it| it.iter().skip(1).eq(["true", "false", ""])));
}

#[test]
fn a_spreadsheet_has_a_row_for_each_account() {
    let file = of_kind("province");
    let accounts: usize = file.values().map(|(_, accounts)| accounts.len().max(1)).sum();
    for (language, delimiter, head) in [("nl", b';', "Organisatie"), ("en", b',', "Organisation")] {
        let table = exported(&["kind:province", "--lang", language], "csv");
        let table = table.strip_prefix('\u{feff}').expect("a mark, for Excel");
        assert_eq!(table.matches('\n').count(), table.matches("\r\n").count(), "{language}");
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).from_reader(table.as_bytes());
        assert_eq!(&reader.headers().unwrap()[0], head, "{language}");
        assert_eq!(reader.records().map(Result::unwrap).count(), accounts, "{language}");
    }
}

#[test]
fn a_page_has_every_organisation_and_account() {
    let file = of_kind("province");
    let page = exported(&["kind:province"], "html");
    let accounts: usize = file.values().map(|(_, accounts)| accounts.len()).sum();
    assert_eq!(page.matches("<h3>").count(), file.len());
    assert_eq!(page.matches("<span class=\"standing\">").count(), accounts);
    for link in page.split("href=\"").skip(1) {
        let (address, rest) = link.split_once('"').unwrap();
        let is_outside = rest.starts_with(" rel=\"noopener noreferrer external\">");
        assert!(address == "#list" || address.starts_with("https://") && is_outside, "{address}");
    }
    // Nothing is fetched: no element of it names a source, and the one style and script stand in it.
    for word in [" src=", "<link", "<img", "<iframe", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn what_is_retired_stands_in_a_file_where_it_was_asked_for() {
    for format in FORMATS {
        let ran = small(&format!("export --format {format}"));
        assert!(!ran.out.contains("zandmeer_oud"), "{format}");
        let asked = small(&format!("export use:moved --format {format}"));
        let is_there = !["opml", "mastodon"].contains(&format);
        assert_eq!(asked.out.contains("zandmeer_oud"), is_there, "{format}: {asked:?}");
        assert_eq!(asked.status, i32::from(!is_there), "{format}");
    }
}

#[test]
fn who_has_ended_is_told_to_have_ended() {
    for (format, told) in
        [("vcard", "ended on"), ("html", "ended on"), ("jsonld", "dissolutionDate")]
    {
        let written = exported(&["name:aalburg", "ended:yes"], format).replace("\r\n ", "");
        assert!(written.contains("Gemeente Aalburg") && written.contains(told), "{format}");
    }
}

#[test]
fn nothing_that_a_name_holds_becomes_more_than_text() {
    const NAME: &str = "=cmd|' /C calc'!A0 <script>alert(1)</script>;, \\\\n ]]> \\\" -- & 水";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    let hostile = fs::read_to_string(SMALL).unwrap().replace("Gemeente Zandmeer", NAME);
    assert!(hostile.contains(NAME));
    fs::write(&path, hostile).unwrap();
    let name = NAME.replace("\\\\", "\\").replace("\\\"", "\"");
    let export = |filter: &str, format: &str| -> Ran {
        run(&["-d", path.to_str().unwrap(), "export", filter, "--format", format])
    };
    let of = |format: &str| export("name:alert", format).out;
    let told: Json = serde_json::from_str(&of("jsonld")).unwrap();
    assert_eq!(told["@graph"][1]["name"], *name);
    let cards = unfolded(&of("vcard"));
    let escaped = name.replace('\\', "\\\\").replace(',', "\\,");
    assert!(cards.contains(&format!("FN:{escaped}")), "{cards:?}");
    assert!(cards.contains(&format!("ORG:{}", escaped.replace(';', "\\;"))), "{cards:?}");
    let table = of("csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.records().next().unwrap().unwrap()[0], format!("'{name}"));
    let page = of("html");
    assert!(!page.contains("<script>alert") && page.matches("<script>").count() == 1);
    // The ministry has a feed; the name of the filter stands in the page as well.
    for format in FORMATS {
        let ran = export("name:zandmeer|wind|alert", format);
        let text = ran.out.replace("\r\n", "\n");
        let raw =
            text.trim_start_matches('\u{feff}').chars().find(|c| *c != '\n' && is_hostile(*c));
        assert_eq!((ran.status, raw), (0, None), "{format}");
    }
    let outlines = export("", "opml").out;
    assert!(roxmltree::Document::parse(&outlines).is_ok());
}

#[test]
fn a_file_that_is_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("provinces.vcf");
    let name = path.to_str().unwrap();
    let arguments = ["-d", SMALL, "export", "kind:ministry", "--format", "vcard", "--output", name];
    let ran = run(&arguments);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(written, small("export kind:ministry --format vcard --output -").out);
    let again = run(&arguments);
    assert_eq!((again.status, again.out.as_str()), (2, ""));
    assert!(again.err.contains("is there already"), "{}", again.err);
    // Nothing let through writes nothing, and a folder that is not there is told.
    for (filter, file, status) in
        [("name:nobody", "nothing.vcf", 1), ("kind:ministry", "nowhere/a.vcf", 2)]
    {
        let path = folder.path().join(file);
        let file = path.to_str().unwrap();
        let ran = run(&["-d", SMALL, "export", filter, "--format", "vcard", "-o", file]);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{filter}");
        assert!(!ran.err.is_empty() && !path.exists(), "{filter}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn files_as_programs_read_them() {
    for (name, line) in [
        ("jsonld", "export --format jsonld"),
        ("vcard", "--lang nl export --format vcard"),
        ("opml", "export --format opml"),
        ("mastodon", "--lang nl export --format mastodon"),
        ("csv", "--lang nl export --format csv"),
        ("csv-english", "export kind:ministry --format csv"),
        ("html", "--lang nl export --format html"),
        ("html-english", "export kind:ministry|agency trust:confirmed --format html"),
        ("no-feeds", "export kind:police-team --format opml"),
        ("none-federated", "--lang nl export kind:police-team --format mastodon"),
        ("nothing", "--lang nl export name:nobody-is-called-so --format html"),
        ("unknown-key", "export knd:ministry --format csv"),
        ("unknown-format", "export --format pdf"),
        ("no-format", "--lang nl export"),
        ("without", "export without:x --format mastodon"),
    ] {
        insta::assert_snapshot!(format!("export-{name}"), small(line).shown());
    }
}
