//! The registers: organisations, domains, stations.

use super::super::{
    AccountOutcome, Basis, Change, Counts, DomainOutcome, Match, Method, RecordKind, Source,
    Unclear, sort,
};
use super::{day, directory, extract, sorted, told};

const ROO: &[u8] = include_bytes!("../../../tests/fixtures/import/exportOO.xml");
const RIO: &[u8] = include_bytes!("../../../tests/fixtures/import/exportRIO.xml");
const POLICE: [&[u8]; 2] = [
    include_bytes!("../../../tests/fixtures/import/police-0.json"),
    include_bytes!("../../../tests/fixtures/import/police-100.json"),
];

#[test]
fn the_register_is_read_with_its_traps() {
    let extract = extract(Source::Roo, ROO);
    assert_eq!(extract.version.as_deref(), Some("2.6.9"));
    assert!(!extract.is_unknown_version);
    assert_eq!(extract.stamped, Some(day("2026-05-16")));
    let record = |id: &str| {
        let is_it = |it: &&super::super::OrganisationRecord| it.ids.register.as_deref() == Some(id);
        extract.records.iter().find(is_it).unwrap()
    };
    assert_eq!(record("30574620").name, "Centrumgemeenteregeling samenwerking I&IT Hengelo");
    assert_eq!(record("30574620").previous.as_deref(), Some("30099000"));
    assert_eq!(record("30099000").next.as_deref(), Some("30574620"));
    assert_eq!(record("30099000").ended, Some(day("2026-04-01")));
    assert_eq!(record("30099000").kind, RecordKind::Arrangement);
    assert_eq!(record("29481991").ended, Some(day("2026-02-23")));
    let parent = record("29591909").parent.unwrap();
    assert_eq!(extract.records[parent].ids.register.as_deref(), Some("71117"));
    assert_eq!(record("71117").other_names[0].text, "Dienst Toeslagen");
    assert_eq!(record("71117").websites.len(), 2);
    assert_eq!(record("21849").accounts, []);
}

#[test]
fn only_what_the_register_says_of_bodies_themselves_counts() {
    let directory = directory("");
    let told = sorted(Source::Roo, ROO, &directory);
    begins(
        &told,
        "\
Volkshuisvesting en Ruimtelijke Ordening: instagram:@ministerievro history
Volkshuisvesting en Ruimtelijke Ordening: linkedin:ministerie-vro history
Volkshuisvesting en Ruimtelijke Ordening: mastodon:@ministerievro@social.overheid.nl history
Volkshuisvesting en Ruimtelijke Ordening: x:@MinisterieVRO history
Logius: linkedin:logius new
Logius: mastodon:@Logius@social.overheid.nl new
Logius: instagram:@logius_bzk new
Logius: youtube:@Logius_minbzk new
",
        &[],
    );
    for (line, why) in [
        (
            "Vallei en Veluwe: instagram:@waterschapvalleiveluwe new [typed-differs]",
            "the address counts",
        ),
        (
            "Nationale Unesco Commissie: x:@unesco_nl new [typed-differs]",
            "a slip in the typed name",
        ),
        ("GGD Drenthe: facebook:ggddrenthe new [without-scheme]", "no scheme"),
        (
            "Belastingsamenwerking Rivierenland: https://www.linkedin.com/company/478576/admin/feed/posts/ refused (no-account) ",
            "a page for administrators",
        ),
        ("Provincie Noord-Brabant: bluesky:@noordbrabant.bsky.social new", "a bluesky handle"),
        ("Provincie Noord-Brabant: youtube:brabant new", "an old user name of YouTube"),
        (
            "Centrumgemeenteregeling samenwerking I&IT Hengelo: x:@gemeentehengelo unclear",
            "who keeps the record",
        ),
        (
            "Centrumgemeenteregeling samenwerking I&IT Hengelo: whatsapp:+31646764867 unclear",
            "a number",
        ),
    ] {
        assert!(told.iter().any(|it| it.contains(line.trim())), "{why}: {line} in {told:#?}");
    }
    assert!(!told.iter().any(|it| it.contains("voorbeeld-persoon")), "a person's account");
}

/// That lines begin with these, and none has any of those words.
fn begins(lines: &[String], first: &str, words: &[&str]) {
    for (line, expected) in lines.iter().zip(first.lines()) {
        assert!(line.starts_with(expected), "{line} is not {expected}");
    }
    assert!(!lines.iter().any(|line| words.iter().any(|word| line.contains(word))));
}

const LOGIUS: &str = r#"
[[organisation]]
id = "logius"
name = "Logius"
kind = "agency"
website = "https://www.logius.nl"
sites = [
    { host = "oudecampagne-voorbeeld.nl", evidence = [{ method = "register", source = "roo", seen = "2024-05-16" }] },
]
register_id = "71428"

[[organisation.account]]
platform = "x"
handle = "LogiusNL"
evidence = [{ method = "register", source = "roo", seen = "2024-05-16" }]

[[organisation.account]]
platform = "linkedin"
handle = "logius"
evidence = [{ method = "register", source = "roo", seen = "2024-05-16" }]

[[organisation]]
id = "koop"
name = "KOOP"
abbreviation = "KOOP"
kind = "agency"
website = "https://www.koopoverheid.nl"

[[organisation.account]]
platform = "instagram"
handle = "logius_bzk"
evidence = [{ method = "register", source = "roo", seen = "2024-05-16" }]

[[organisation]]
id = "ministerie-vro"
name = "Ministerie van Volkshuisvesting en Ruimtelijke Ordening"
kind = "ministry"
tooi = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1171"

[[organisation]]
id = "gemeente-helmond"
name = "Gemeente Helmond aan de Aa"
kind = "municipality"
website = "https://www.helmond.nl"
register_id = "21849"

[[organisation]]
id = "unesco"
name = "Unesco"
kind = "advisory-body"
register_id = "1"

[[organisation]]
id = "gemeente-hengelo"
name = "Gemeente Hengelo"
kind = "municipality"
tooi = "https://identifier.overheid.nl/tooi/id/gemeente/gm0164"

[[organisation.account]]
platform = "x"
handle = "gemeentehengelo"
evidence = [{ method = "official-site", url = "https://www.hengelo.nl/", seen = "2024-05-16" }]
"#;

#[test]
fn entries_are_sorted_by_what_the_directory_has() {
    let directory = directory(LOGIUS);
    let extract = extract(Source::Roo, ROO);
    let import = sort(Source::Roo, &extract, &directory, day("2026-05-16"));
    let told = told(&import, &extract, &directory);
    for line in [
        "Logius: linkedin:logius confirms",
        "Logius: instagram:@logius_bzk belongs-to-another",
        "Logius: youtube:@Logius_minbzk new",
        "Centrumgemeenteregeling samenwerking I&IT Hengelo: x:@gemeentehengelo unclear",
    ] {
        assert!(told.iter().any(|it| it == line), "{line} in {told:#?}");
    }
    let of = |name: &str| {
        import.organisations.iter().find(|it| extract.records[it.record].name == name).unwrap()
    };
    let vro = of("Volkshuisvesting en Ruimtelijke Ordening");
    assert!(matches!(vro.matched, Match::Known { by: Basis::Id, .. }));
    assert_eq!(vro.changes, [Change::Ended(day("2026-02-23"))]);
    let helmond = of("Gemeente Helmond");
    assert_eq!(helmond.changes, [Change::Renamed("Gemeente Helmond".to_owned())]);
    // An abbreviation of a record that is the name of another body merges nothing.
    let koop = directory.organisation_by_id("koop").unwrap();
    assert!(import.organisations.iter().all(|it| it.matched.organisation() != Some(koop)));
    let logius = of("Logius");
    let confirmed =
        logius.accounts.iter().find(|it| matches!(it.outcome, AccountOutcome::Confirms(_)));
    let evidence = confirmed.unwrap().evidence.as_ref().unwrap();
    assert_eq!(evidence.method, Method::Register);
    assert_eq!(evidence.url.as_deref(), Some("https://organisaties.overheid.nl/71428/logius"));
    let hengelo = directory.organisation_by_id("gemeente-hengelo");
    let arrangement = of("Centrumgemeenteregeling samenwerking I&IT Hengelo");
    assert_eq!(arrangement.accounts[0].outcome, AccountOutcome::Unclear(Unclear::Keeper(hengelo)));
    // Hengelo and the invented id 1 aren't in it: counted, and nothing is said of them.
    assert_eq!(import.not_mentioned, 2);
    let counts = Counts::of(&import);
    assert_eq!((counts.known, counts.ended, counts.renamed), (3, 1, 1), "{counts:?}");
}

#[test]
fn a_second_run_says_the_same() {
    let directory = directory(LOGIUS);
    let extract = extract(Source::Roo, ROO);
    let once = sort(Source::Roo, &extract, &directory, day("2026-05-16"));
    assert_eq!(once, sort(Source::Roo, &extract, &directory, day("2026-05-16")));
}

#[test]
fn domains_are_cut_to_hosts_and_ended_ones_in_use_are_found() {
    let directory = directory(LOGIUS);
    let extract = extract(Source::Rio, RIO);
    let hosts: Vec<&str> =
        extract.records.iter().flat_map(|it| &it.domains).map(|it| it.host.as_str()).collect();
    assert_eq!(
        hosts,
        [
            "brabant.nl",
            "oudecampagne-voorbeeld.nl",
            "open.brabant.nl",
            "logius.nl",
            "social.overheid.nl"
        ]
    );
    assert_eq!(extract.skipped, 1, "the empty name");
    let import = sort(Source::Rio, &extract, &directory, day("2026-11-28"));
    let outcome = |host: &str| {
        let mut all = import.organisations.iter().flat_map(|it| &it.domains);
        all.find(|it| it.host == host).unwrap().outcome.clone()
    };
    assert_eq!(outcome("logius.nl"), DomainOutcome::Listed);
    assert_eq!(outcome("brabant.nl"), DomainOutcome::New);
    assert_eq!(outcome("oudecampagne-voorbeeld.nl"), DomainOutcome::Ended { is_in_use: true });
    assert!(Counts::of(&import).add_up());
}

#[test]
fn stations_are_read_with_their_dirt() {
    let directory = directory("");
    let both = [POLICE[0], POLICE[1]].concat();
    let told = sorted(Source::Police, &both, &directory);
    let accounts = |platform: &str| {
        let mut found: Vec<String> = told
            .iter()
            .filter(|it| it.contains(platform) && it.contains(" new"))
            .map(|it| it.trim_end_matches(" new").to_owned())
            .collect();
        found.sort_unstable();
        found
    };
    assert_eq!(
        accounts(": x:"),
        [
            "'s-Heerenberg - Emmerikseweg: x:@POL_Montferland",
            "Aalsmeer: x:@POLAU247",
            "Apeldoorn - Germanenlaan: x:@POL_Apeldoorn",
            "Apeldoorn - Koninginnelaan: x:@POL_Apeldoorn",
            "Apeldoorn Eglantier: x:@POL_Apeldoorn",
            "Bureau Doetinchem - Hamburgerbroeklaan 11: x:@POL_Doetinchem",
            "Diepenheim (Hof van Twente): x:@POL_HofvTwente",
            "Loosduinen: x:@polloosduinen",
            "Politiepost Didam: x:@POL_Montferland",
            "Uithoorn - Aalsmeer: x:@POLAU247",
            "Zevenaar: x:@POL_Zevenaar",
        ]
    );
    assert_eq!(
        accounts(": facebook:"),
        [
            "Aalsmeer: facebook:politieaalsmeeruithoorn",
            "Apeldoorn - Germanenlaan: facebook:politie.apeldoorn",
            "Apeldoorn - Koninginnelaan: facebook:politie.apeldoorn",
            "Apeldoorn Eglantier: facebook:Politie.Apeldoorn",
            "Diepenheim (Hof van Twente): facebook:politiehofvantwente",
            "Loenen - Loenerdrift: facebook:Politie.Apeldoorn",
            "Loosduinen: facebook:politieloosduinen",
            "Politiepost Winsum: facebook:127622017312903",
            "Uithoorn - Aalsmeer: facebook:politieaalsmeeruithoorn",
            "Wijkcentrum Ni-je Terphoes Enschede: facebook:politie.enschede",
            "Zevenaar: facebook:politie.zevenaar",
        ]
    );
    for line in [
        "Politiepost Didam: https://www.facebook.com/ Politie-Montferland/ refused (characters)",
        "Loenen - Loenerdrift: https://www.twitter.nl/POL_Apeldoorn refused (unknown-host)",
        "Wijkcentrum Ni-je Terphoes Enschede: https://www/twitter.com/POL_Enschede refused (no-address)",
        "Politiepost Winsum: x:@polloosduinen unclear",
    ] {
        assert!(told.iter().any(|it| it == line), "{line} in {told:#?}");
    }
    let doetinchem = told.iter().find(|it| it.contains("politiedoetinchem")).unwrap();
    assert!(doetinchem.contains("refused (characters)"), "{doetinchem}");
    assert!(!told.iter().any(|it| it.contains("Dordrecht")), "no account");
}
