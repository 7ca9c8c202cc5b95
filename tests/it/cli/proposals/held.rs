//! What is accepted in a file and waits all the same: what the file says against itself, and what no page can vouch for.

use std::fs;

use super::Desk;
use super::strangers::{Change, OWN, seen};

#[test]
fn what_a_file_says_against_itself_holds_it() {
    for (against, told) in [
        ("unclear", "nothing on the page tells for sure whose it is"),
        ("seen-without-https", "the page was seen without encryption"),
        ("own-address", "only the page itself says that it was at its address"),
        ("beside gemeente.zandmeer", "gemeente.zandmeer is listed on the same platform already"),
        ("het adres is van een winkel", "het adres is van een winkel"),
    ] {
        let more = format!(
            "platform = \"instagram\"\naccount = \"zandmeer\"\nconfidence = \"low\"\nagainst = [\"{against}\"]"
        );
        let change = Change { kind: "new", more: &more, evidence: seen("official-site", OWN, "") };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert!(!is_written, "{against}: {shown}");
        assert_eq!(shown.matches(told).count(), 2, "by merge and by review, {against}: {shown}");
        let desk = Desk::new();
        fs::write(desk.file("s.toml"), change.text("gemeente-zandmeer")).unwrap();
        assert_eq!(desk.run("merge s.toml --into d.toml --despite 1").status, 0, "{against}");
    }
    // What the directory knows by now is no reason to wait.
    let more = "platform = \"instagram\"\naccount = \"zandmeer\"\nagainst = [\"page-elsewhere\"]";
    let change = Change { kind: "new", more, evidence: seen("official-site", OWN, "") };
    let (is_written, shown) = change.merged("gemeente-zandmeer");
    assert!(is_written, "{shown}");
}

/// Platforms that the small directory doesn't have: one of telephone numbers, and two of bare addresses.
const MORE: &str = r#"
[[platform]]
id = "whatsapp"
name = "WhatsApp"
owner = "Meta Platforms"
country = "US"
login = "unknown"
hosts = ["wa.me"]

[[platform.names]]
id = "number"
syntax = "[1-9][0-9]{6,14}"
case = "kept"
sign = "+"
address = "https://wa.me/{name}"
forms = ["/{name}", "/+{name}"]

[[platform.names]]
id = "channel"
syntax = "[A-Za-z0-9]{16,64}"
case = "kept"
platform_id = true
address = "https://wa.me/channel/{name}"
forms = ["/channel/{name}"]

[[platform]]
id = "rss"
name = "RSS"
owner = "de organisatie zelf"
country = "NL"
login = "no"
login_url = "https://example.org/rss"
login_seen = "2025-07-13"

[[platform]]
id = "website"
name = "Website"
owner = "de organisatie zelf"
country = "NL"
login = "no"
login_url = "https://example.org/website"
login_seen = "2025-07-13"

[[organisation]]
id = "loket-wind"
name = "Loket Wind"
kind = "agency"
phone = "085 7608888"
website = "https://www.loket.example"
"#;

impl Desk {
    fn with_more() -> Self {
        let desk = Self::new();
        fs::write(desk.file("d.toml"), desk.text("d.toml") + MORE).unwrap();
        desk
    }

    /// What `merge` and `review` say of a change that was accepted already, and whether it was written.
    pub(super) fn merged(&self, change: &Change<'_>, organisation: &str) -> (bool, String) {
        fs::write(self.file("s.toml"), change.text(organisation)).unwrap();
        let before = self.text("d.toml");
        let mut told = self.run("merge s.toml --into d.toml").shown();
        told.push_str(&self.run("review s.toml --list --decided").shown());
        (self.text("d.toml") != before, told)
    }
}

#[test]
fn an_account_that_is_a_site_is_the_organisations_own_or_waits() {
    for (platform, url, told) in [
        (
            "website",
            "https://evil.example/",
            "nothing of the organisation's own leads to evil.example",
        ),
        (
            "rss",
            "https://evil.example/feed",
            "nothing of the organisation's own leads to evil.example",
        ),
        ("website", "https://www.zandmeer.example.evil.nl/", "leads to zandmeer.example.evil.nl"),
        ("website", "https://www.toeslagen.example/", "Toeslagendienst has that site"),
        ("website", "https://x.com/P0L_Zandmeer", "X has that site"),
        ("website", "https://www.zandmeer.example/nieuws", ""),
        ("rss", "https://www.zandmeer.example/feed", ""),
        ("rss", "https://nieuws.zandmeer.example/feed", "nieuws.zandmeer.example isn't listed"),
        ("website", "https://www.zandmeer.example/out?u=evil.com", "or is one that sends on"),
    ] {
        let more = format!("platform = \"{platform}\"\naccount = \"{url}\"\nurl = \"{url}\"");
        let page = seen("official-site", OWN, &format!(", href = \"{url}\""));
        let change = Change { kind: "new", more: &more, evidence: page };
        let (is_written, shown) = Desk::with_more().merged(&change, "gemeente-zandmeer");
        assert_eq!(is_written, told.is_empty(), "{platform} {url}: {shown}");
        assert!(shown.contains(told), "{platform} {url}: {shown}");
    }
}

#[test]
fn a_telephone_number_is_listed_already_or_waits() {
    let told = "it is a telephone number, and it isn't listed with the organisation";
    for (kind, organisation, more, is_taken) in [
        ("new", "gemeente-zandmeer", "platform = \"whatsapp\"\naccount = \"31612345678\"", false),
        ("new", "gemeente-zandmeer", "platform = \"whatsapp\"\naccount = \"06 12345678\"", false),
        ("new", "gemeente-zandmeer", "platform = \"whatsapp\"\naccount = \"31857608888\"", false),
        (
            "moved",
            "gemeente-zandmeer",
            "platform = \"x\"\naccount = \"GemZandmeer\"\nvalue = \"https://wa.me/31612345678\"",
            false,
        ),
        ("new", "loket-wind", "platform = \"whatsapp\"\naccount = \"31857608888\"", true),
        ("new", "loket-wind", "platform = \"whatsapp\"\naccount = \"31612345678\"", false),
    ] {
        let page = OWN
            .replace("zandmeer", if organisation == "loket-wind" { "loket" } else { "zandmeer" });
        let href = if kind == "moved" { ", href = \"https://wa.me/31612345678\"" } else { "" };
        let change = Change { kind, more, evidence: seen("official-site", &page, href) };
        let (is_written, shown) = Desk::with_more().merged(&change, organisation);
        assert_eq!(is_written, is_taken, "{kind} {organisation} {more}: {shown}");
        assert_eq!(shown.contains(told), !is_taken, "{kind} {organisation} {more}: {shown}");
    }
}

#[test]
fn what_becomes_of_an_organisation_is_in_a_register_and_fits_what_was_seen() {
    let (no_register, since) = ("and no register", "was seen on 2026-11-20, after that day");
    let register = "https://organisaties.overheid.example/1";
    for (kind, value, method, page, told) in [
        ("organisation-renamed", "Gemeente Duin", "official-site", OWN, vec![no_register]),
        ("organisation-renamed", "Gemeente Duin", "two-way", OWN, vec![no_register]),
        ("organisation-renamed", "Gemeente Duin", "register", register, vec![]),
        ("organisation-ended", "2026-11-21", "official-site", OWN, vec![no_register]),
        ("organisation-ended", "2020-01-01", "official-site", OWN, vec![no_register, since]),
        ("organisation-ended", "2020-01-01", "register", register, vec![since]),
        ("organisation-ended", "2026-11-19", "register", register, vec![since]),
        ("organisation-ended", "2026-11-20", "register", register, vec![]),
        ("organisation-ended", "2026-11-21", "register", register, vec![]),
    ] {
        let more = format!("value = \"{value}\"");
        let change = Change { kind, more: &more, evidence: seen(method, page, "") };
        let (is_written, shown) = change.merged("gemeente-zandmeer");
        assert_eq!(is_written, told.is_empty(), "{kind} {value} by {method}: {shown}");
        for all in [no_register, since] {
            assert_eq!(
                shown.contains(all),
                told.contains(&all),
                "{kind} {value}, {method}: {shown}"
            );
        }
    }
}
