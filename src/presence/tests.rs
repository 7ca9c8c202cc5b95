use super::*;

fn selection(filter: &str) -> Selection {
    let directory = crate::embedded::directory().unwrap();
    let filter = Filter::parse(filter, &directory).unwrap();
    Selection::of(&directory, &filter, Date::new(2026, 11, 30).unwrap())
}

#[test]
fn parts_add_up_to_all() {
    for filter in
        ["", "kind:municipality", "in:zeeland", "on:mastodon", "ended:yes", "name:nowhere"]
    {
        let selection = selection(filter);
        let all = selection.presence(None, &|_| true);
        assert_eq!(all.looked_at(), selection.organisations.len(), "{filter}");
        assert_eq!(all.accounts.total(), selection.accounts().len(), "{filter}");
        assert_eq!(all.unknown, selection.without_account().count(), "{filter}");
        let mut by_kind = Presence::default();
        for kind in Kind::ALL {
            let it = selection.presence(Some(*kind), &|_| true);
            by_kind.unknown += it.unknown;
            for (sum, part) in [
                (&mut by_kind.organisations, it.organisations),
                (&mut by_kind.accounts, it.accounts),
            ] {
                sum.confirmed += part.confirmed;
                sum.aged += part.aged;
                sum.reported += part.reported;
                sum.retired += part.retired;
            }
        }
        assert_eq!(by_kind, all, "{filter}");
    }
}

#[test]
fn an_organisation_counts_once_by_its_surest_account() {
    let text = r#"schema = 1
title = "Proef"
edition = "2026-11-01"
licence = "CC0-1.0"

[[organisation]]
id = "a"
name = "A"
kind = "municipality"

[[organisation.account]]
platform = "x"
handle = "a_oud"
status = "closed"
evidence = [{ method = "register", url = "https://a.example/", seen = "2026-10-01" }]

[[organisation.account]]
platform = "x"
handle = "a_een"
evidence = [{ method = "press", url = "https://krant.example/", seen = "2026-10-01" }]

[[organisation.account]]
platform = "youtube"
handle = "a_twee"
shared_with = ["b"]
evidence = [{ method = "register", url = "https://a.example/", seen = "2026-10-01" }]

[[organisation]]
id = "b"
name = "B"
kind = "province"

[[organisation]]
id = "c"
name = "C"
kind = "province"

[[organisation.account]]
platform = "x"
handle = "c_oud"
status = "left"
evidence = [{ method = "register", url = "https://a.example/", seen = "2026-10-01" }]

[[organisation]]
id = "d"
name = "D"
kind = "province"
"#;
    let today = Date::new(2026, 11, 30).unwrap();
    let directory = crate::embedded::from_toml(text, today).unwrap();
    let selection = Selection::of(&directory, &Filter::default(), today);
    let tally = |confirmed, aged, reported, retired| Tally { confirmed, aged, reported, retired };
    let all = selection.presence(None, &|_| true);
    assert_eq!((all.organisations, all.unknown), (tally(2, 0, 0, 1), 1));
    assert_eq!(all.accounts, tally(1, 0, 1, 2), "a shared account is one");
    let x = directory.platforms.by_id("x").unwrap();
    let on_x = selection.presence(None, &|it| it == x);
    assert_eq!((on_x.organisations, on_x.unknown), (tally(0, 0, 1, 1), 2));
    let provinces = selection.presence(Some(Kind::Province), &|_| true);
    assert_eq!((provinces.organisations, provinces.unknown), (tally(1, 0, 0, 1), 1));
    assert_eq!(provinces.accounts, tally(0, 0, 0, 1), "what is shared counts with its owner");
    // Where the owner isn't selected, it counts with who shares it.
    let filter = Filter::parse("kind:province", &directory).unwrap();
    let selection = Selection::of(&directory, &filter, today);
    let provinces = selection.presence(Some(Kind::Province), &|_| true);
    assert_eq!(provinces.accounts, tally(1, 0, 0, 1));
    let none: Vec<String> = selection
        .without_account()
        .map(|(_, index)| directory.organisation(index).id.clone())
        .collect();
    assert_eq!(none, ["d"]);
}

#[test]
fn percents_add_up_to_a_hundred() {
    for (parts, expected) in [
        (vec![], vec![]),
        (vec![0, 0], vec![0, 0]),
        (vec![1, 1, 1], vec![34, 33, 33]),
        (vec![2, 1], vec![67, 33]),
        (vec![1, 999], vec![0, 100]),
        (vec![5, 0, 995], vec![1, 0, 99]),
        (vec![7], vec![100]),
    ] {
        assert_eq!(percents(&parts), expected, "{parts:?}");
    }
    for seed in 1..200_usize {
        let parts: Vec<usize> = (0..7).map(|at| (seed * 7919 + at * 104_729) % 97).collect();
        assert_eq!(percents(&parts).iter().sum::<usize>(), 100, "{parts:?}");
    }
}
