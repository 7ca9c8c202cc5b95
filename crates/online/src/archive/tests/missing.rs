//! When an account counts as no longer shown.

use super::*;

#[test]
fn a_look_before_the_evidence_misses_nothing() {
    let directory = shown_on("https://www.voorbeeld.example/", "2026-05-01");
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let organisation = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let page = |seen: &str| ArchivedPage {
        seen: seen.parse().ok(),
        ..archived(
            "https://www.voorbeeld.example/",
            "<h1>Welkom</h1><p>Nieuws uit de gemeente.</p>",
        )
    };
    for (name, days, expected) in [
        ("years before", vec!["2020-01-01"], None),
        ("since", vec!["2026-11-30"], Some("2026-11-30")),
        ("both", vec!["2026-11-30", "2020-01-01"], Some("2026-11-30")),
    ] {
        let findings = sweep.run(days.into_iter().map(|seen| Ok(page(seen))));
        let missing = findings.no_longer_shown(&directory, organisation);
        let seen: Vec<String> =
            missing.iter().filter_map(|it| Some(it.seen?.to_string())).collect();
        assert_eq!(seen.first().map(String::as_str), expected, "{name}");
    }
}

#[test]
fn what_stands_hidden_on_a_page_is_not_gone() {
    let directory = shown_on("https://www.voorbeeld.example/contact", "2026-05-01");
    let index = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let account = directory.accounts_of(index).next().unwrap();
    let url = &directory.listed_account(account).url;
    let wide = ".h{display:none}@media (min-width:9em){.f{display:flex}}";
    for (name, style, attributes, status, expected) in [
        ("no more there", wide, None, 200, 1),
        ("for wide screens", wide, Some("class='h f'"), 200, 0),
        ("for a script to show", wide, Some("class=h"), 200, 0),
        ("where that can't be told", ".h:has(a){opacity:0}", Some("class=h"), 200, 0),
        ("in a part that was not asked for", wide, None, 206, 0),
    ] {
        let link = attributes.map(|it| format!("<div {it}><a href='{url}'>X</a></div>"));
        let body = format!("<style>{style}</style><p>Welkom</p>{}", link.unwrap_or_default());
        let mut page = archived("https://www.voorbeeld.example/contact", &body);
        (page.seen, page.status) = ("2026-11-30".parse().ok(), Some(status));
        let missing = sweep.page(&page).no_longer_shown(&directory, index);
        assert_eq!(missing.len(), expected, "{name}");
    }
    let to = format!("<a href='/out?url={url}'>X</a>");
    let mut page = archived("https://www.voorbeeld.example/contact", &to);
    page.seen = "2026-11-30".parse().ok();
    let missing = sweep.page(&page).no_longer_shown(&directory, index);
    assert_eq!(missing, [], "behind a page of its own that sends on");
}
