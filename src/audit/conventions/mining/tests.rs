//! Mined tables against counts that were made without this program, from the collected accounts.

use super::*;
use crate::audit::Family;
use crate::directory::Kind;

/// What follows each template of a family on X: whole names, shortened ones, others.
fn mined(id: &str) -> (Mined, Vec<(String, [usize; 3])>) {
    let directory = crate::embedded::directory().unwrap();
    let x = directory.platforms.by_id("x").unwrap();
    let family = Family::from_id(&directory, id).unwrap();
    let tables = by_platform(&directory, &family.accounts(&directory));
    let (_, mined) = tables.into_iter().find(|(platform, _)| *platform == x).unwrap();
    let counts =
        |row: &MinedTemplate| [&row.followers, &row.shortened, &row.otherwise].map(Vec::len);
    let rows = mined.rows.iter().map(|row| (row.template.to_string(), counts(row))).collect();
    (mined, rows)
}

#[test]
fn the_templates_of_municipalities_are_those_counted_by_hand() {
    let (mined, rows) = mined("municipality");
    // Counted in the file by the first letters and the name of the municipality behind them. Two more or less
    // are names that one of the two reads otherwise.
    for (template, counted) in [
        ("gem_{place}", 79),
        ("gem{place}", 62),
        ("gemeente{place}", 43),
        ("{place}", 39),
        ("gemeente_{place}", 23),
    ] {
        let row = rows.iter().find(|(row, _)| row.eq_ignore_ascii_case(template));
        let found = row.map_or(0, |(_, [whole, ..])| *whole);
        assert!(found.abs_diff(counted) <= 2, "{template}: {found} instead of {counted}");
    }
    let explained: usize = mined.rows.iter().map(MinedTemplate::count).sum();
    assert_eq!(explained + mined.unexplained.len(), mined.total);
}

/// The counts of a template in a family, and of how many accounts; whatever the case.
fn counted(id: &str, template: &str) -> (usize, usize) {
    let (mined, rows) = mined(id);
    let row = rows.iter().find(|(row, _)| row.eq_ignore_ascii_case(template));
    (row.map_or(0, |(_, counts)| counts.iter().sum()), mined.total)
}

#[test]
fn the_police_units_follow_what_their_stations_listed() {
    // The stations' own data of November 2020 has 72 of 73, 22 of 26, 9 of 9 and 10 of 11, counted by
    // the first letters of the handles. What is more here comes from other sources: the account of
    // the province (POL_Gelderland), the units' own (POL_DenHaag, PolLimburg, POL_OostBrabant) and
    // that of a control room (POL_OCDH).
    for (unit, template, followers, total) in [
        ("politie-eenheid-oost-nederland", "POL_{place}", 72 + 1, 73 + 1),
        ("politie-eenheid-den-haag", "Pol{place}", 22, 26 + 2),
        ("politie-eenheid-limburg", "politie{place}", 9, 9 + 1),
        ("politie-eenheid-oost-brabant", "politie{place}", 10, 11 + 1),
    ] {
        assert_eq!(counted(unit, template), (followers, total), "{unit}");
    }
}

#[test]
fn nobody_is_counted_twice_or_left_out() {
    let directory = crate::embedded::directory().unwrap();
    for kind in Kind::ALL {
        for (_, mined) in by_platform(&directory, &Family::Kind(*kind).accounts(&directory)) {
            let accounts = mined.accounts();
            assert_eq!(accounts.len(), mined.total);
            assert!(accounts.is_sorted_by(|one, next| one < next));
            for row in &mined.rows {
                let share = mined.share(row);
                assert!(row.all().iter().all(|account| row.has(*account)));
                assert_eq!((share.some, share.all), (row.all().len(), accounts.len()));
                assert!(mined.unexplained.iter().all(|account| !row.has(*account)));
            }
        }
    }
}

#[test]
fn a_template_of_one_organisation_explains_nothing() {
    for (id, template) in
        [("politie-eenheid-den-haag", "Pol{place}KB"), ("municipality", "gm{place}")]
    {
        assert_eq!(counted(id, template).0, 0, "{template}");
    }
}

#[test]
fn longer_letters_of_a_family_are_not_taken_for_shorter_ones() {
    // Politie_Adam begins with pol, but its family word is politie.
    let (mined, rows) = mined("politie-eenheid-amsterdam");
    let row = mined.rows.iter().position(|row| row.template.to_string() == "pol{place}").unwrap();
    assert_eq!(rows[row].1[2], 0, "none has pol around something else: {rows:?}");
}

/// The rows of some organisations, each with one account on a platform: `template: handles`.
fn rows_of(platform: &str, organisations: &[(&str, &str, &str)]) -> Vec<String> {
    let mut text =
        "schema = 1\ntitle = \"t\"\nedition = \"2026-11-21\"\nlicence = \"l\"\n".to_owned();
    for (at, (kind_and_keys, name, handle)) in organisations.iter().enumerate() {
        let organisation = format!(
            "\n[[organisation]]\nid = \"o{at}\"\nname = \"{name}\"\n{kind_and_keys}\n\n\
             [[organisation.account]]\nplatform = \"{platform}\"\nhandle = \"{handle}\"\nevidence = \
             [{{ method = \"register\", url = \"https://a.example/\", seen = \"2026-05-16\" }}]\n"
        );
        text += &organisation;
    }
    let directory = crate::embedded::from_toml(&text, "2026-11-21".parse().unwrap()).unwrap();
    let all: Vec<AccountIndex> = directory.account_indexes().collect();
    let mined = mine(&directory, &all);
    let names = |accounts: &[AccountIndex]| {
        let names = accounts.iter().map(|it| directory.account(*it).name());
        names.collect::<Vec<_>>().join(" ")
    };
    let rows = mined.rows.iter().map(|row| format!("{}: {}", row.template, names(&row.all())));
    rows.chain([format!("none: {}", names(&mined.unexplained))]).collect()
}

#[test]
fn a_number_beside_a_name_is_no_form_of_a_family() {
    const KIND: &str = "kind = \"municipality\"";
    // YouTube itself puts numbers behind names; others take one where the name was taken.
    let municipalities = [
        (KIND, "Gemeente Breda", "gemeentebreda8788"),
        (KIND, "Gemeente Druten", "gemeentedruten1"),
        (KIND, "Gemeente Ede", "gemeenteede"),
        (KIND, "Gemeente Leusden", "gemeenteleusden1"),
        (KIND, "Gemeente Meppel", "0522meppel"),
        (KIND, "Gemeente Twenterand", "gemeentetwent_22"),
        (KIND, "Gemeente Urk", "gemeenteurkofficieel"),
        (KIND, "Gemeente Zeist", "gemeentezeist"),
    ];
    let rows = rows_of("youtube", &municipalities);
    assert_eq!(
        rows,
        [
            "gemeente{place}: gemeenteede gemeenteurkofficieel gemeentezeist",
            "none: gemeentebreda8788 gemeentedruten1 gemeenteleusden1 0522meppel gemeentetwent_22",
        ]
    );
}

#[test]
fn an_abbreviation_in_the_midst_of_a_word_is_chance() {
    let kind = |abbreviation: &str| format!("kind = \"agency\"\nabbreviation = \"{abbreviation}\"");
    let (na, ra, ser, cbr) = (kind("NA"), kind("RA"), kind("SER"), kind("CBR"));
    let agencies = [
        (na.as_str(), "Nationaal Archief", "nationaal-archief"),
        // At an edge by chance, where the whole is the name.
        (&ra, "Raad van Advies", "raadvanadvies"),
        (&ser, "Sociaal-Economische Raad", "ser_nl"),
        (&cbr, "Centraal Bureau Rijvaardigheid", "cbr_nl"),
    ];
    let rows = rows_of("linkedin", &agencies);
    assert_eq!(
        rows,
        ["{abbr}_nl: ser_nl cbr_nl", "{name}: nationaal-archief raadvanadvies", "none: "]
    );
}

#[test]
fn the_address_that_a_platform_makes_of_a_name_has_its_signs() {
    const KIND: &str = "kind = \"municipality\"";
    let municipalities = [
        (KIND, "Gemeente 's-Hertogenbosch", "gemeente-'s-hertogenbosch"),
        (KIND, "Gemeente Noord- en Zuidwijk", "gemeente-noord--en-zuidwijk"),
        (KIND, "Gemeente Zeist", "gemeente-zeist"),
    ];
    let rows = rows_of("linkedin", &municipalities);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[1], "none: ");
}

#[test]
fn what_is_for_a_district_or_a_theme_is_left_out() {
    let account = |handle: &str, keys: &str| {
        format!(
            "\n[[organisation.account]]\nplatform = \"x\"\nhandle = \"{handle}\"\n{keys}\nevidence = [{{ \
             method = \"register\", url = \"https://a.example/\", seen = \"2026-05-16\" }}]\n"
        )
    };
    let head = "schema = 1\ntitle = \"t\"\nedition = \"2026-11-21\"\nlicence = \"l\"\n\n[[organisation]]\n\
                id = \"gemeente-ede\"\nname = \"Gemeente Ede\"\nkind = \"municipality\"\nplaces = [\"Ede\"]\n";
    let text = head.to_owned()
        + &account("gem_ede", "purposes = [\"general\", \"press\"]")
        + &account("gemeente_ede", "")
        + &account("wijk_ede", "purposes = [\"place\"]")
        + &account("werk_ede", "purposes = [\"recruitment\", \"theme\"]");
    let today = "2026-11-21".parse().unwrap();
    let directory = crate::embedded::from_toml(&text, today).unwrap();
    let all: Vec<AccountIndex> = directory.account_indexes().collect();
    let mined = by_platform(&directory, &all);
    assert_eq!(mined.iter().map(|(_, mined)| mined.total).sum::<usize>(), 2);
}
