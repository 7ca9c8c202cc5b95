//! New accounts, accepted in a file, that have the very name of another body, service or account.

use std::fs;

use super::Desk;
use super::strangers::{Change, OWN, seen};

/// Services, and a member of a family beside its head.
const MORE: &str = r#"
[[organisation]]
id = "waterkring-oost"
name = "Waterkring Oost"
kind = "joint-arrangement"
website = "https://www.kringoost.example"

[[service]]
id = "dakpanfonds"
name = "Dakpanfonds"
aliases = ["mijn dakpanfonds"]
text = "Hier vraagt u geld na een storm."
organisation = "ministerie-van-wind"
evidence = [{ method = "register", source = "register", seen = "2026-05-16" }]

[[service]]
id = "hulplijn"
name = "Hulplijn Storm"
text = "De hulplijn van een stichting."
government = false
evidence = [{ method = "register", source = "register", seen = "2026-05-16" }]
"#;

impl Desk {
    fn with_services() -> Self {
        let desk = Self::new();
        fs::write(desk.file("d.toml"), desk.text("d.toml") + MORE).unwrap();
        desk
    }
}

#[test]
fn a_new_account_with_the_name_of_another_waits() {
    let ours = ("gemeente-zandmeer", OWN);
    let ministry = ("ministerie-van-wind", "https://www.wind.overheid.example/contact");
    let benefits = ("toeslagendienst", "https://www.toeslagen.example/contact");
    let team = ("politie-zandmeer", "https://www.politie.example/oostmeer");
    let circle = ("waterkring-oost", "https://www.kringoost.example/contact");
    for (name, (organisation, page), platform, account, like) in [
        ("another's account", ours, "instagram", "MinWind", "MinWind"),
        ("in other capitals", ours, "instagram", "minwind", "MinWind"),
        ("with a dash", ours, "instagram", "min_wind", "MinWind"),
        ("on a server", ours, "mastodon", "minwind@social.overheid.example", "MinWind"),
        ("another's name", ours, "facebook", "toeslagendienst", "Toeslagendienst"),
        (
            "by the custom of its kind",
            ours,
            "facebook",
            "ministerieww",
            "Ministerie van Wind en Weer",
        ),
        ("another's service", ours, "instagram", "dakpanfonds", "Dakpanfonds"),
        ("its alias", ours, "instagram", "mijn_dakpanfonds", "Dakpanfonds"),
        (
            "on a server, a service",
            ours,
            "mastodon",
            "dakpanfonds@social.overheid.example",
            "Dakpanfonds",
        ),
        ("nobody's service", ours, "instagram", "hulplijnstorm", "Hulplijn Storm"),
        ("one below it", ministry, "instagram", "toeslagendienst", "Toeslagendienst"),
        ("one beside it", benefits, "instagram", "POL_Zandmeer", "POL_Zandmeer"),
        ("the head of another family", ours, "instagram", "waterkring", "Waterkring van de lange"),
        ("its own account", ours, "instagram", "GemZandmeer", ""),
        ("its own name", ours, "facebook", "zandmeer.nl", ""),
        ("an alias of its own", ours, "instagram", "stadzandmeer", ""),
        ("whom it took over from", ours, "instagram", "kleinmeer", ""),
        ("one above it", benefits, "instagram", "MinWind", ""),
        ("its own service", ministry, "instagram", "dakpanfonds", ""),
        ("a service of one above it", benefits, "instagram", "mijndakpanfonds", ""),
        ("an account that it shares", team, "instagram", "POL_Oostmeer", ""),
        ("the head of its family", circle, "instagram", "waterkring", ""),
        ("nobody's name", ours, "instagram", "dorpsfeest", ""),
    ] {
        let more = format!("platform = \"{platform}\"\naccount = \"{account}\"");
        let change = Change { kind: "new", more: &more, evidence: seen("official-site", page, "") };
        let desk = Desk::with_services();
        let (is_written, shown) = desk.merged(&change, organisation);
        assert_eq!(is_written, like.is_empty(), "{name}, {account}: {shown}");
        let told = format!("it looks like {like}");
        let is_told = shown.contains(&told);
        assert_eq!(is_told, !like.is_empty(), "{name}, {account}: {shown}");
        // Whoever was told, and looked, has it taken over.
        assert_eq!(desk.run("review s.toml --accept 1").status, 0, "{name}, {account}");
        let ran = desk.run("merge s.toml --into d.toml --despite 1");
        assert_eq!(ran.status, 0, "{name}, {account}: {}", ran.shown());
    }
}

#[test]
fn what_a_listed_account_would_become_is_not_the_name_of_another() {
    let more = "platform = \"x\"\naccount = \"GemZandmeer\"";
    for (name, kind, value) in [
        ("another name", "renamed", "dakpanfonds"),
        ("another place", "moved", "https://www.instagram.com/MinWind/"),
    ] {
        let more = format!("{more}\nvalue = \"{value}\"");
        let href = if kind == "moved" { value } else { "https://x.com/dakpanfonds" };
        let evidence = seen("official-site", OWN, &format!(", href = \"{href}\""));
        let change = Change { kind, more: &more, evidence };
        let (is_written, shown) = Desk::with_services().merged(&change, "gemeente-zandmeer");
        assert!(!is_written, "{name}: {shown}");
        assert!(shown.contains("it looks like"), "{name}: {shown}");
    }
}
