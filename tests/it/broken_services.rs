//! Broken sites, telephone numbers, services and topics: each fault gets its one clear message, at its place.

use crate::loaded::problems;
use officieel::directory::Date;

/// A sound file.
const SOUND: &str = include_str!("../fixtures/services.toml");

#[test]
fn the_sound_file_is_sound_and_canonical() {
    let directory = officieel::embedded::from_toml(SOUND, Date::LAST).unwrap();
    assert_eq!(directory.to_toml(), SOUND);
}

#[test]
fn each_fault_has_its_one_message() {
    #[rustfmt::skip]
    let faults: &[(&str, &str, &str)] = &[
        // Sites
        ("host = \"meldpunt.example\"", "host = \"https://meldpunt.example\"", "48:14: `https://meldpunt.example` is no host; write it as in `www.digid.nl`"),
        ("host = \"meldpunt.example\"", "host = \"Meldpunt.example\"", "48:14: `Meldpunt.example` is no host"),
        ("host = \"meldpunt.example\"", "host = \"meldpunt\"", "48:14: `meldpunt` is no host"),
        ("host = \"meldpunt.example\"", "host = \"co.uk\"", "48:14: under `co.uk` names are given to anybody, so it is nobody's own; write the host with the name that was given"),
        ("host = \"meldpunt.example\"", "host = \"github.io\"", "48:14: under `github.io` names are given to anybody"),
        ("host = \"meldpunt.example\"", "host = \"a.ck\"", "48:14: under `a.ck` names are given to anybody"),
        ("host = \"meldpunt.example\"", "host = \"www.nl\"", "48:14: under `nl` names are given to anybody"),
        ("host = \"meldpunt.example\"", "host = \"www.co.uk\"", "48:14: under `co.uk` names are given to anybody"),
        ("host = \"meldpunt.example\"", "host = \"x.com\"", "48:14: `x.com` is a host of X, where only accounts are an organisation's own; list the account instead"),
        ("host = \"meldpunt.example\"", "host = \"www.x.com\"", "48:14: `www.x.com` is a host of X"),
        ("host = \"meldpunt.example\"", "host = \"zandmeer.x.com\"", "48:14: `zandmeer.x.com` is a host of X"),
        ("host = \"meldpunt.example\"", "host = \"127.0.0.1\"", "48:14: `127.0.0.1` is a number instead of a name, and that says nothing of whose it is"),
        ("host = \"meldpunt.example\"", "host = \"0x7f.1\"", "48:14: `0x7f.1` is a number instead of a name"),
        ("host = \"meldpunt.example\"", "host = \"[::1]\"", "48:14: `[::1]` is no host"),
        ("host = \"meldpunt.example\"", "host = \"xn--a.nl\"", "48:14: `xn--a.nl` has a part that begins with `xn--` and stands for no letters"),
        ("host = \"meldpunt.example\"", "host = \"-a.nl\"", "48:14: `-a.nl` is no host: every part between dots has 1 to 63 characters, without a hyphen at its ends"),
        ("host = \"meldpunt.example\"", "host = \"digid.nl.\"", "48:14: `digid.nl.` is no host: every part between dots"),
        ("host = \"meldpunt.example\"", "host = \"a..nl\"", "48:14: `a..nl` is no host: every part between dots"),
        ("host = \"meldpunt.example\"", "host = \"www.mijn.zandmeer.example\"", "49:5: the site `mijn.zandmeer.example` stands here twice; keep one"),
        ("path = \"/zandmeer\"", "path = \"zandmeer\"", "94:40: `zandmeer` is no part of a site; begin with one `/`"),
        ("path = \"/zandmeer\"", "path = \"/zandmeer?a=1\"", "94:40: `/zandmeer?a=1` is no part of a site"),
        ("path = \"/zandmeer\"", "path = \"/\"", "94:40: `/` is no part of a site"),
        ("path = \"/zandmeer\"", "path = \"/a/../zandmeer\"", "94:40: `/a/../zandmeer` has a step `.` or `..` in it; write the path that it comes out at"),
        ("path = \"/zandmeer\"", "path = \"/./zandmeer\"", "94:40: `/./zandmeer` has a step"),
        ("path = \"/zandmeer\"", "path = \"/%2e%2e/zandmeer\"", "94:40: a `%` in `/%2e%2e/zandmeer` stands for nothing, or hides what a path shows as it is or can't hold; copy the path from the site"),
        ("path = \"/zandmeer\"", "path = \"/zand%2fmeer\"", "94:40: a `%` in `/zand%2fmeer` stands"),
        ("path = \"/zandmeer\"", "path = \"/zand%1bmeer\"", "94:40: a `%` in `/zand%1bmeer` stands"),
        ("path = \"/zandmeer\"", "path = \"/zand%E2%80%AEmeer\"", "94:40: a `%` in `/zand%E2%80%AEmeer` stands"),
        ("path = \"/zandmeer\"", "path = \"/zand%\"", "94:40: a `%` in `/zand%` stands"),
        ("path = \"/zandmeer\"", "path = \"/a//zandmeer\"", "94:40: `/a//zandmeer` is no part of a site"),
        ("path = \"/zandmeer\"", "path = \"/a\\\\zandmeer\"", "94:40: `/a\\zandmeer` is no part of a site"),
        ("path = \"/zandmeer\"", "path = \"/zandmeer#a\"", "94:40: `/zandmeer#a` is no part of a site"),
        ("test = true", "test = \"true\"", "50:47: `test` must be true or false, not a text"),
        ("test = true", "tests = true", "50:40: unknown key `tests` in a site; did you mean `test`?"),
        (", note = \"Ook zonder www.\"", ", path = \"/a\", colour = \"x\"", "95:131: unknown key `colour` in a site; remove it"),
        ("test = true, evidence = [{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }]", "test = true", "50:5: `evidence` is needed here: a list of at least one"),
        ("test = true, evidence = [{ method = \"register\"", "test = true, evidence = [{ method = \"two-way\"", "50:65: `two-way` is evidence of accounts only"),
        ("test = true, evidence = [{ method = \"register\", source = \"register\"", "test = true, evidence = [{ method = \"register\", source = \"registre\"", "50:97: `registre` is no known `source`; did you mean `register`?"),
        ("test = true, evidence = [{ method = \"register\"", "test = true, evidence = [{ says = \"leaves\", method = \"register\"", "50:65: this only takes away; add the evidence that once showed whose it is"),
        // Telephone numbers
        ("number = \"19 999\"", "number = \"bel ons\"", "34:16: `bel ons` is no telephone number; write it as in `088 123 65 55`"),
        ("number = \"19 999\"", "number = \"030 28\"", "34:16: `030 28` is no telephone number"),
        ("number = \"19 999\"", "number = \"030 286 00 0\"", "34:16: `030 286 00 0` can't be called: a Dutch number has ten digits, one of a service four or seven behind `0800` or `0900`; copy it from its source"),
        ("number = \"19 999\"", "number = \"99 999\"", "34:16: `99 999` can't be called"),
        ("phone = \"038 123 45 67\"", "phone = \"0900\"", "97:9: `0900` can't be called"),
        ("label = \"helpline\"", "label = \"help\"", "53:37: `help` is no known `label`; choose one of general, abroad, press, emergency, helpline, other"),
        ("label = \"abroad\"", "label = \"general\"", "100:5: the number `+31 38 123 45 67` stands here twice for the same purpose; keep one"),
        // Services
        ("id = \"hulplijn\"", "id = \"meldpunt\"", "41:6: there is already a service `meldpunt`; give this one its own id"),
        ("id = \"hulplijn\"", "id = \"Hulplijn\"", "29:6: `Hulplijn` is no slug"),
        ("government = false\n", "", "28:1: a service of the government needs the `organisation` that answers for it"),
        ("government = false\n", "government = true\n", "28:1: a service of the government needs the `organisation` that answers for it"),
        ("organisation = \"gemeente-zandmeer\"", "organisation = \"gemeente-zandmer\"", "45:16: `organisation` names `gemeente-zandmer`, which is no organisation here; did you mean `gemeente-zandmeer`?"),
        ("urgency = \"urgent\"", "urgency = \"spoed\"", "46:11: `spoed` is no known `urgency`; choose one of emergency, urgent"),
        ("text = \"Hier meldt u wat er op straat ligt.\"\n", "", "40:1: a service lacks `text`; add it"),
        // Topics
        ("id = \"afval-ophalen\"", "id = \"zwemwater\"", "72:6: there is already a topic `zwemwater`; give this one its own id"),
        ("\"garbage\"", "\"Vuílnis\"", "63:33: `Vuílnis` stands twice in `words`, but for accents and capitals; keep one"),
        ("product = \"huishAfval\"", "product = \"https://a.nl/huishAfval\"", "64:11: `https://a.nl/huishAfval` is no product"),
        ("layer = \"municipality\"", "layer = \"village\"", "66:15: `village` is no known `layer`; choose one of municipality, province, water-board, state"),
        ("layer = \"municipality\"", "layer = \"municipality\", organisation = \"politie-zandmeer\"", "66:5: a handler is a `layer` or an `organisation`; keep one of them"),
        ("layer = \"municipality\", ", "", "66:5: a handler needs a `layer` or an `organisation`: who handles it?"),
        ("organisation = \"politie-zandmeer\"", "organisation = \"politie\"", "67:22: `organisation` names `politie`, which is no organisation here"),
    ];
    let mut wrong = Vec::new();
    for (old, new, expected) in faults {
        assert_eq!(SOUND.matches(old).count(), 1, "`{old}` stands once in the sound file");
        let found = problems(&SOUND.replace(old, new));
        if found.len() != 1 || !found[0].starts_with(expected) {
            wrong.push(format!("{old} -> {new}\nexpected {expected}\nfound    {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_account_on_an_own_site_lives_on_an_own_domain() {
    let of_host = |host: &str, site: &str| {
        let account = format!(
            "\n[[organisation.account]]\nplatform = \"mastodon\"\nhandle = \"raad@{host}\"\nevidence = [{{ method = \"own-domain\", url = \"https://{host}/@raad\", seen = \"2026\" }}]\n"
        );
        let platform = "[[platform]]\nid = \"mastodon\"\nname = \"Mastodon\"\nowner = \"velen\"\nlogin = \"no\"\nhosts = [\"raad.example\", \"elders.example\"]\n\n[[platform.names]]\nid = \"handle\"\nsyntax = \"[a-z]+\"\ncase = \"ignored\"\naddress = \"https://{host}/@{name}\"\nforms = [\"/@{name}\"]\n\n[[service]]\nid = \"hulplijn\"";
        let text = SOUND
            .replace("[[service]]\nid = \"hulplijn\"", platform)
            .replace("host = \"www.zandmeer.example\"", site);
        problems(&format!("{text}{account}"))
    };
    assert_eq!(of_host("raad.example", "host = \"raad.example\""), [""; 0]);
    for site in [
        "host = \"raad.example\", shared = true",
        "host = \"raad.example\", path = \"/a\"",
        "host = \"a.example\"",
    ] {
        let found = of_host("raad.example", site);
        assert!(
            found.len() == 1 && found[0].contains("`own-domain` needs an account"),
            "{site}: {found:?}"
        );
    }
}
