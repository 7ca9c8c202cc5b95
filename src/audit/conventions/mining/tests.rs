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
    assert_eq!(rows[row].1[2], 1, "only POLAU247 has pol around something else: {rows:?}");
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
