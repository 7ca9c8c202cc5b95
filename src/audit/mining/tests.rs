//! Mined tables against counts that were made without this program, from the collected accounts.

use super::*;
use crate::audit::Family;

/// What follows each template of a family on X: whole names, shortened ones, others.
fn mined(id: &str) -> (Mined, Vec<(String, [usize; 3])>) {
    let directory = Directory::embedded().unwrap();
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
    // Two more or less are names that one of the two reads otherwise.
    for (template, counted) in [
        ("gem_{place}", 77),
        ("gem{place}", 57),
        ("gemeente{place}", 42),
        ("{place}", 34),
        ("gemeente_{place}", 23),
    ] {
        let row = rows.iter().find(|(row, _)| row.eq_ignore_ascii_case(template));
        let found = row.map_or(0, |(_, [whole, ..])| *whole);
        assert!(found.abs_diff(counted) <= 2, "{template}: {found} instead of {counted}");
    }
    let explained: usize = mined.rows.iter().map(MinedTemplate::count).sum();
    assert_eq!(explained + mined.unexplained.len(), mined.total);
}

#[test]
fn print_tables() {
    for id in [
        "municipality",
        "police-team",
        "politie-eenheid-oost-nederland",
        "politie-eenheid-den-haag",
        "politie-eenheid-limburg",
        "politie-eenheid-oost-brabant",
        "politie-eenheid-amsterdam",
    ] {
        let directory = Directory::embedded().unwrap();
        let (m, rows) = mined(id);
        println!("== {id} {}", m.total);
        for (r, (t, c)) in m.rows.iter().zip(rows) {
            let n = |v: &Vec<AccountIndex>| {
                v.iter()
                    .map(|a| directory.account(*a).name().to_owned())
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            println!("{t} {c:?}  SHORT {} | OTHER {}", n(&r.shortened), n(&r.otherwise));
        }
        println!(
            "  ? {}",
            m.unexplained
                .iter()
                .map(|a| directory.account(*a).name().to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        );
    }
}
