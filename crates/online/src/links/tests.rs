mod detours;
mod shown;

use std::sync::LazyLock;

use super::*;
use crate::testing::leaning;

const ORGANISATIONS: &str = r#"schema = 1
title = "T"
edition = "2026-01-01"
licence = "CC0-1.0"

[[organisation]]
id = "gemeente-voorbeeld"
name = "Gemeente Voorbeeld"
kind = "municipality"
website = "https://www.voorbeeld.example/"

[[organisation.account]]
platform = "mastodon"
handle = "voorbeeldig@social.overheid.nl"
evidence = [{ method = "official-site", url = "https://www.voorbeeld.example/", seen = "2020" }]

[[organisation]]
id = "ggd-verweg"
name = "GGD Verweg"
kind = "health-service"
website = "https://www.ggdverweg.example/"

[[organisation.account]]
platform = "x"
handle = "ggdverweg"
evidence = [{ method = "official-site", url = "https://www.ggdverweg.example/", seen = "2020" }]

[[organisation]]
id = "ministerie-van-proeven"
name = "Ministerie van Proeven"
abbreviation = "MvP"
kind = "ministry"
website = "https://www.samen.example/ministeries/proeven"
sites = [{ host = "samen.example", shared = true, evidence = [{ method = "official-site", url = "https://www.samen.example/", seen = "2020" }] }]

[[organisation]]
id = "dienst-toetsen"
name = "Dienst Toetsen"
kind = "agency"
website = "https://www.samen.example/toetsen"
"#;

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| leaning(ORGANISATIONS));
static SORTER: LazyLock<Sorter<'static>> = LazyLock::new(|| Sorter::new(&DIRECTORY));

fn sorted(html: &str, address: &str) -> SortedPage {
    let page = Page::read(html.as_bytes(), Some("text/html; charset=utf-8"));
    SORTER.sort(&page, &address.parse().unwrap())
}

/// What becomes of the accounts of a page of the municipality.
fn rules(html: &str) -> Vec<(String, Outcome, &'static str)> {
    let html = format!("<title>Gemeente Voorbeeld</title>{html}");
    let sightings = sorted(&html, "https://www.voorbeeld.example/").sightings;
    let name = |it: &Sighting| it.account.as_ref().map_or("", |it| it.name.text()).to_owned();
    sightings.iter().map(|it| (name(it), it.outcome, it.rule.id())).collect()
}

/// A case: its name, the page, and the account, what becomes of it and the rule.
type Case = (&'static str, &'static str, (&'static str, Outcome, &'static str));

const CASES: &[Case] = &[
    (
        "listed",
        "<p><a href='https://social.overheid.nl/@voorbeeldig'>x</a>",
        ("voorbeeldig@social.overheid.nl", Outcome::Confirms, "listed"),
    ),
    (
        "listed for another",
        "<footer class=social><a href='https://twitter.com/GGDverweg'>x</a>",
        ("GGDverweg", Outcome::BelongsToAnother, "listed-for-another"),
    ),
    (
        "whole name",
        "<p><a href='https://www.facebook.com/gemeentevoorbeeld'>x</a>",
        ("gemeentevoorbeeld", Outcome::New, "own-name"),
    ),
    (
        "short name",
        "<p><a href='https://x.com/gem_voorbeeld'>x</a>",
        ("gem_voorbeeld", Outcome::New, "own-name"),
    ),
    (
        "bare name",
        "<p><a href='https://x.com/voorbeeldNL'>x</a>",
        ("voorbeeldNL", Outcome::New, "own-name"),
    ),
    (
        "handle that is the site",
        "<p><a href='https://bsky.app/profile/nieuws.voorbeeld.example'>x</a>",
        ("nieuws.voorbeeld.example", Outcome::New, "own-name"),
    ),
    (
        "number in a footer",
        "<footer><a href='https://www.facebook.com/profile.php?id=100064000000001'>x</a>",
        ("100064000000001", Outcome::New, "site-wide"),
    ),
    (
        "number in a text",
        "<main><a href='https://www.facebook.com/profile.php?id=100064000000001'>x</a>",
        ("100064000000001", Outcome::Unclear, "in-text"),
    ),
    (
        "other name in a follow block",
        "<footer><h2>Volg ons</h2><a href='https://www.linkedin.com/company/samenbeter'>LinkedIn</a>",
        ("samenbeter", Outcome::New, "follow-block"),
    ),
    (
        "other name with rel=me",
        "<footer><a rel='me nofollow' href='https://mastodon.nl/@samenbeter'>x</a>",
        ("samenbeter@mastodon.nl", Outcome::New, "rel-me"),
    ),
    (
        "other name with rel=me in the head",
        "<link rel=me href='https://mastodon.nl/@samenbeter'>",
        ("samenbeter@mastodon.nl", Outcome::New, "rel-me"),
    ),
    (
        "other name in a footer",
        "<footer><a href='https://x.com/samenbeter'>X</a>",
        ("samenbeter", Outcome::Unclear, "other-words"),
    ),
    (
        "other name with other words",
        "<div class=social><a href='https://x.com/samenbeter'>Bibliotheek op X</a></div>",
        ("samenbeter", Outcome::Unclear, "other-words"),
    ),
    (
        "other name in a text",
        "<main><a href='https://x.com/samenbeter'>X</a></main>",
        ("samenbeter", Outcome::Unclear, "in-text"),
    ),
    (
        "rel=me in an article",
        "<article><a rel=me href='https://mastodon.nl/@iemand'>x</a></article>",
        ("iemand@mastodon.nl", Outcome::Unclear, "in-text"),
    ),
    (
        "partners",
        "<footer><h2>Volg onze partners</h2><a href='https://x.com/samenbeter'>X</a>",
        ("samenbeter", Outcome::Unclear, "other-words"),
    ),
    (
        "shares",
        "<div class=share><a href='https://x.com/samenbeter'>X</a></div>",
        ("samenbeter", Outcome::Unclear, "in-share-block"),
    ),
    (
        "body of another kind",
        "<footer class=social><a href='https://x.com/politievoorb'>X</a>",
        ("politievoorb", Outcome::Unclear, "other-kind"),
    ),
    (
        "its words",
        "<footer><h2>Volg ons</h2><a href='https://x.com/hulp'>Veiligheidsregio op X</a>",
        ("hulp", Outcome::Unclear, "other-kind"),
    ),
    (
        "mark of another kind",
        "<footer><h2>Volg ons</h2><a href='https://x.com/vr_voorbeeld'>X</a>",
        ("vr_voorbeeld", Outcome::Unclear, "other-kind"),
    ),
    (
        "office",
        "<footer><h2>Volg ons</h2><a href='https://x.com/JanJansen'>De burgemeester op X</a>",
        ("JanJansen", Outcome::Person, "office"),
    ),
    (
        "office in the name",
        "<footer class=social><a href='https://x.com/burgemeester_j'>X</a>",
        ("burgemeester_j", Outcome::Person, "office"),
    ),
    (
        "address of a person",
        "<footer class=social><a href='https://www.linkedin.com/in/jan'>X</a>",
        ("jan", Outcome::Person, "personal-address"),
    ),
    (
        "builder",
        "<footer>Website door <a href='https://x.com/webbouwer_bv'>Webbouwer</a>",
        ("webbouwer_bv", Outcome::Refused, "credit"),
    ),
    (
        "share",
        "<a href='https://www.facebook.com/sharer.php?u=a'>Facebook</a>",
        ("", Outcome::Refused, "not-an-account"),
    ),
    (
        "post",
        "<a href='https://x.com/gem_voorbeeld/status/1'>X</a>",
        ("", Outcome::Refused, "not-an-account"),
    ),
    (
        "hidden",
        "<div hidden><a href='https://x.com/gem_voorbeeld'>X</a></div>",
        ("gem_voorbeeld", Outcome::Refused, "not-shown"),
    ),
    (
        "comment of a visitor",
        "<div class=comments><a href='https://x.com/gem_voorbeeld'>X</a></div>",
        ("gem_voorbeeld", Outcome::Refused, "in-comments"),
    ),
    (
        "own timeline",
        "<a class=twitter-timeline href='https://x.com/gem_voorbeeld'>X</a>",
        ("gem_voorbeeld", Outcome::New, "own-name"),
    ),
    (
        "timeline of another",
        "<a class=twitter-timeline href='https://x.com/iemandanders'>X</a>",
        ("iemandanders", Outcome::Refused, "embedded"),
    ),
    (
        "own plugin",
        "<iframe src='https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fgemeentevoorbeeld'></iframe>",
        ("gemeentevoorbeeld", Outcome::New, "own-name"),
    ),
    (
        "telephone",
        "<footer class=social><a href='https://wa.me/31612345678'>WhatsApp</a>",
        ("31612345678", Outcome::Unclear, "phone-number"),
    ),
    (
        "theme",
        "<meta name=twitter:site content='@samenbeter'>",
        ("samenbeter", Outcome::Unclear, "weak-statement"),
    ),
    (
        "theme with the name",
        "<meta name=twitter:site content='@gem_voorbeeld'>",
        ("gem_voorbeeld", Outcome::New, "own-name"),
    ),
    (
        "author",
        "<meta name=fediverse:creator content='@jan@mastodon.nl'>",
        ("jan@mastodon.nl", Outcome::Unclear, "weak-statement"),
    ),
    (
        "organisation in data",
        "<script type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"Gemeente Voorbeeld\",\"sameAs\":\"https://x.com/samenbeter\"}</script>",
        ("samenbeter", Outcome::New, "same-as"),
    ),
    (
        "other organisation in data",
        "<script type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"Bibliotheek\",\"sameAs\":\"https://x.com/samenbeter\"}</script>",
        ("samenbeter", Outcome::Refused, "other-in-data"),
    ),
    (
        "person in data",
        "<script type='application/ld+json'>{\"@type\":\"Person\",\"name\":\"Jan\",\"sameAs\":\"https://x.com/janjansen\"}</script>",
        ("janjansen", Outcome::Person, "person-in-data"),
    ),
    (
        "office in the row of a table",
        "<main><table><tr><td>Wethouder P. de Vries<td><a href='https://x.com/pdevries'>X</a></table></main>",
        ("pdevries", Outcome::Person, "office"),
    ),
    (
        "office in the line above",
        "<main><div><p>Raadslid Jan</p><p><a href='https://x.com/jan_h'>X</a></p></div></main>",
        ("jan_h", Outcome::Person, "office"),
    ),
    (
        "the name of a thing of its own",
        "<footer class=social><a href='https://www.instagram.com/visitvoorbeeld'>Visit Voorbeeld</a>",
        ("visitvoorbeeld", Outcome::Unclear, "other-words"),
    ),
    (
        "far beside the screen",
        "<p style='position:absolute; left: -9999px'><a href='https://x.com/gem_voorbeeld'>X</a></p>",
        ("gem_voorbeeld", Outcome::Refused, "not-shown"),
    ),
    (
        "a server of its own",
        "<footer><a rel=me href='https://social.voorbeeld.example/@gemeente'>Mastodon</a></footer>",
        ("", Outcome::Unclear, "own-server"),
    ),
];

#[test]
fn each_link_is_sorted_by_one_rule() {
    for (name, html, (account, outcome, rule)) in CASES {
        assert_eq!(rules(html), [((*account).to_owned(), *outcome, *rule)], "{name}");
    }
}

#[test]
fn of_two_accounts_of_a_platform_the_nearer_one_is_meant() {
    let html = "<ul class=social><li><a href='https://x.com/straatweg'>X</a><li><a href='https://x.com/gem_voorbeeld'>X</a></ul>";
    let expected = [
        ("straatweg".to_owned(), Outcome::Unclear, "nearer-account"),
        ("gem_voorbeeld".to_owned(), Outcome::New, "own-name"),
    ];
    assert_eq!(rules(html), expected);
}

#[test]
fn what_stands_on_the_page_twice_is_told_once() {
    let html = "<main><a href='https://www.linkedin.com/company/samenbeter'>LinkedIn</a></main>\
                <footer><h2>Volg ons</h2><a href='https://www.linkedin.com/company/samenbeter/'>LinkedIn</a></footer>";
    assert_eq!(rules(html), [("samenbeter".to_owned(), Outcome::New, "follow-block")]);
}

#[test]
fn a_page_without_the_name_shows_nobody_by_another_name() {
    let html = "<title>Schoenen</title><footer class=social><a href='https://x.com/schoenenshop'>X</a></footer>";
    let rules: Vec<Rule> =
        sorted(html, "https://www.voorbeeld.example/").sightings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::Stranger]);
}

#[test]
fn a_page_speaks_for_whoever_has_its_address() {
    let of = |id: &str| Speaker::Organisation(DIRECTORY.organisation_by_id(id).unwrap());
    for (address, expected) in [
        ("https://www.voorbeeld.example/contact", of("gemeente-voorbeeld")),
        ("https://voorbeeld.example:443/", of("gemeente-voorbeeld")),
        ("http://voorbeeld.example:443/", of("gemeente-voorbeeld")),
        ("https://voorbeeld.example:8443/", Speaker::Nobody),
        ("http://www.voorbeeld.example:8080/contact", Speaker::Nobody),
        ("https://www.samen.example:81/toetsen", Speaker::Nobody),
        ("https://evil.voorbeeld.example/", Speaker::Nobody),
        ("https://voorbeeld.example.evil.example/", Speaker::Nobody),
        ("https://gemeente@voorbeeld.example/", Speaker::Nobody),
        ("https://www.samen.example/ministeries/proeven/contact", of("ministerie-van-proeven")),
        ("https://www.samen.example/ministeries/proevenverzameling", Speaker::Shared),
        ("https://www.samen.example/ministeries/proeven/..%2Ftoetsen", Speaker::Shared),
        ("https://www.samen.example/ministeries/proeven/%252e%252e/toetsen", Speaker::Shared),
        ("https://www.samen.example/ministeries/proeven/..%5ctoetsen", Speaker::Shared),
        ("https://www.samen.example/ministeries/proeven/%2e%2e/x", Speaker::Shared),
        ("https://www.samen.example/ministeries/proeven/100%25", of("ministerie-van-proeven")),
        ("https://www.samen.example/toetsen", of("dienst-toetsen")),
        ("https://www.samen.example/", Speaker::Shared),
        ("ftp://www.voorbeeld.example/", Speaker::Nobody),
    ] {
        assert_eq!(SORTER.sites().speaker(&address.parse().unwrap()), expected, "{address}");
    }
}

#[test]
fn nothing_on_a_page_of_others_counts() {
    let html = "<title>Gemeente Voorbeeld</title><footer class=social><a href='https://x.com/gem_voorbeeld'>X</a></footer>";
    for address in ["https://student.example/", "https://www.samen.example/nieuws"] {
        assert_eq!(sorted(html, address).sightings, [], "{address}");
    }
    for (name, page) in [
        ("parked", "<p>Deze domeinnaam is te koop. This domain is for sale.</p>"),
        ("casino", "<title>Beste online casino</title><h1>Welkom</h1>"),
        ("broken into", "<title>Slot gacor | Gemeente Voorbeeld</title>"),
    ] {
        let sorted =
            sorted(&format!("{page}{}", html.replace("title", "p")), "https://voorbeeld.example/");
        let outcomes: Vec<Outcome> = sorted.sightings.iter().map(|it| it.outcome).collect();
        assert_eq!(outcomes, [Outcome::Refused], "{name}");
    }
}

#[test]
fn every_rule_and_outcome_has_a_name_of_its_own() {
    let names: std::collections::HashSet<&str> = Outcome::ALL.iter().map(|it| it.id()).collect();
    assert_eq!(names.len(), Outcome::ALL.len());
}
