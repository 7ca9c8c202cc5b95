//! Directories of others: accounts without a name, and platforms with rules of their own.

use crate::loaded::english;
use officieel::check::Checker;
use officieel::directory::{Date, Directory};
use officieel::search::Index;

const HEAD: &str = r#"schema = 1
title = "Eigen gids"
edition = "2026-01-01"
licence = "CC0-1.0"

[[source]]
id = "list"
title = "A list"
url = "https://list.example/"
retrieved = "2026-01-01"
"#;

fn directory(rest: &str) -> Result<Directory, Vec<String>> {
    let today = Date::new(2026, 11, 21).expect("a day that exists");
    let problems = |problems: Vec<_>| {
        let told = problems.iter().map(english);
        told.collect()
    };
    officieel::embedded::from_toml(&format!("{HEAD}{rest}"), today).map_err(problems)
}

/// A directory with these addresses as accounts without a name.
fn with_pages(pages: &[&str]) -> Directory {
    let account = |url: &&str| {
        format!(
            "\n[[organisation.account]]\nplatform = \"rss\"\nurl = \"{url}\"\n\
             evidence = [{{ method = \"register\", source = \"list\", seen = \"2026-01-01\" }}]\n"
        )
    };
    let accounts: String = pages.iter().map(account).collect();
    let organisation = "\n[[organisation]]\nid = \"ede\"\nname = \"Ede\"\nkind = \"agency\"\n";
    directory(&format!("{organisation}{accounts}")).expect("a sound directory")
}

#[test]
fn pages_are_compared_letter_by_letter_with_their_query() {
    let directory = with_pages(&[
        "https://rss.app/feeds?id=AbC1",
        "https://bit.ly/AbC1",
        "https://bit.ly/abc1",
        "https://nieuws.example/rss/",
        "https://lezer.example/#/feed/1",
    ]);
    let index = Index::new(&directory);
    for (input, is_official) in [
        ("https://rss.app/feeds?id=AbC1", true),
        ("http://www.RSS.app/feeds?id=AbC1#top", true),
        ("https://rss.app/feeds?id=EVIL", false),
        ("https://rss.app/feeds?id=abc1", false),
        ("https://rss.app/feeds?ID=AbC1", false),
        ("https://rss.app/feeds?id=AbC1&id=EVIL", false),
        ("https://rss.app/feeds?id=AbC1&utm_source=a", false),
        ("https://rss.app/Feeds?id=AbC1", false),
        ("https://rss.app/feeds", false),
        ("https://rss.app/..%2ffeeds?id=AbC1", false),
        ("https://rss.app:8443/feeds?id=AbC1", false),
        ("https://iemand@rss.app/feeds?id=AbC1", false),
        ("https://rss.app@evil.nl/feeds?id=AbC1", false),
        ("https://bit.ly/AbC1", true),
        ("https://bit.ly/AbC1/", true),
        ("https://bit.ly/abc1", true),
        ("https://bit.ly/aBc1", false),
        ("https://bit.ly/AbC1?x", false),
        ("https://bit.ly/AbC1/x", false),
        ("https://nieuws.example/rss", true),
        ("https://nieuws.example/RSS", false),
        ("https://nieuws.example/rss?pagina=2", false),
        ("https://lezer.example/#/feed/1", true),
        ("https://lezer.example/#/feed/2", false),
        ("https://lezer.example/", false),
    ] {
        let answers = Checker::default().answers(&directory, &index, input, None);
        let verdicts: Vec<_> = answers.iter().map(|answer| answer.verdict.id()).collect();
        let is_it = !verdicts.is_empty() && verdicts.iter().all(|it| *it == "official");
        assert_eq!(is_it, is_official, "{input}: {verdicts:?}");
    }
}

/// A platform of one's own, with this said of its posts.
fn with_posts(posts: &str) -> Result<Directory, Vec<String>> {
    directory(&format!(
        r#"
[[platform]]
id = "plein"
name = "Plein"
owner = "Iemand"
login = "no"
hosts = ["plein.example"]
tabs = ["media"]

[[platform.names]]
id = "handle"
syntax = "[a-z]+"
case = "ignored"
address = "https://plein.example/{{name}}"
forms = ["/{{name}}/{{tabs}}"]

[[platform.refused]]
{posts}

[[organisation]]
id = "ede"
name = "Ede"
kind = "agency"

[[organisation.account]]
platform = "plein"
handle = "gemeenteede"
evidence = [{{ method = "register", source = "list", seen = "2026-01-01" }}]
"#
    ))
}

#[test]
fn a_post_proves_its_author_where_a_source_says_so() {
    let said = r#"author_url = "https://plein.example/help"
author_seen = "2025""#;
    let posts = "what = \"post\"\nforms = [\"/{handle}/post/*\"]\n";
    for (author, is_proof) in [
        ("author = \"bound\"\n", true),
        ("author = \"ignored\"\n", false),
        ("author = \"unknown\"\n", false),
        ("", false),
    ] {
        let said = if author.is_empty() { "" } else { said };
        let directory = with_posts(&format!("{posts}{author}{said}")).expect("a sound directory");
        let index = Index::new(&directory);
        for (input, is_named) in [
            ("https://plein.example/gemeenteede/post/1", is_proof),
            ("plein.example/gemeenteede/media", true),
        ] {
            let answers = Checker::default().answers(&directory, &index, input, None);
            let named = answers.iter().find_map(|answer| answer.organisation(&directory));
            assert_eq!(named.is_some(), is_named, "{author} {input}");
        }
        // What was read is written again, and read as the same.
        let written = directory.to_toml();
        assert!(written.contains("tabs = [\"media\"]"), "{written}");
        assert_eq!(written.contains("author = "), !author.is_empty(), "{written}");
    }
}

#[test]
fn what_is_said_of_authors_has_a_source_and_a_place() {
    for (posts, message) in [
        ("what = \"post\"\nforms = [\"/{handle}/post/*\"]\nauthor = \"bound\"", "`author_url`"),
        ("what = \"post\"\nforms = [\"/{handle}/post/*\"]\nauthor = \"ja\"", "`ja`"),
        (
            "what = \"post\"\nforms = [\"/{handle}/post/*\"]\nauthor_url = \"https://a.example/\"",
            "`author_url`",
        ),
        (
            "what = \"page\"\nforms = [\"/{handle}/post/*\"]\nauthor = \"bound\"\nauthor_url = \"https://a.example/\"\nauthor_seen = \"2025\"",
            "posts and groups only",
        ),
        (
            "what = \"post\"\nforms = [\"/post/*\"]\nauthor = \"bound\"\nauthor_url = \"https://a.example/\"\nauthor_seen = \"2025\"",
            "holds no name",
        ),
    ] {
        let problems = with_posts(posts).expect_err(posts).join("\n");
        assert!(problems.contains(message), "{posts}: {problems}");
    }
}
