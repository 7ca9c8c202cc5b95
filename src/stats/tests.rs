use super::*;

fn stats(directory: &Directory, filter: &str) -> Stats {
    let filter = Filter::parse(filter, directory).unwrap();
    Stats::of(directory, &filter, Date::new(2026, 11, 30).unwrap())
}

#[test]
fn every_dimension_adds_up() {
    let directory = crate::embedded::directory().unwrap();
    for filter in ["", "kind:municipality|province", "in:zeeland", "ended:yes"] {
        let stats = stats(&directory, filter);
        let all = *stats.line(&Category::All).unwrap();
        for dimension in Dimension::ALL {
            let of = |count: &dyn Fn(&Presence) -> usize| -> usize {
                stats.lines_of(dimension).map(|it| count(&it.presence)).sum()
            };
            assert_eq!(of(&|it| it.accounts.confirmed), all.accounts.confirmed, "{dimension:?}");
            assert_eq!(of(&|it| it.accounts.aged), all.accounts.aged, "{dimension:?}");
            assert_eq!(of(&|it| it.accounts.reported), all.accounts.reported, "{dimension:?}");
            assert_eq!(of(&|it| it.accounts.retired), all.accounts.retired, "{dimension:?}");
            if dimension <= Dimension::Kind {
                assert_eq!(of(&Presence::looked_at), all.looked_at(), "{dimension:?}");
                assert_eq!(of(&|it| it.unknown), all.unknown, "{dimension:?}");
            } else {
                let looked_at = stats.lines_of(dimension).map(|it| it.presence.looked_at());
                assert!(looked_at.into_iter().all(|it| it == all.looked_at()), "{dimension:?}");
            }
        }
        let of_ages: usize = stats.ages.iter().map(|age| age.accounts.in_use()).sum();
        assert_eq!(of_ages, all.accounts.in_use(), "{filter}");
        let without: usize = stats.without_account.iter().map(|it| it.organisations.len()).sum();
        assert_eq!(without, all.unknown, "{filter}");
        let counts: Vec<usize> =
            stats.without_account.iter().map(|it| it.organisations.len()).collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{filter}");
    }
}

#[test]
fn ages_are_months_of_this_year_and_years_before_without_holes() {
    let directory = crate::embedded::directory().unwrap();
    let stats = stats(&directory, "");
    let times: Vec<(u16, Option<u8>)> = stats.ages.iter().map(|it| (it.year, it.month)).collect();
    assert!(times.is_sorted_by(|a, b| a > b), "{times:?}");
    for month in 1..=11 {
        assert!(times.contains(&(2026, Some(month))), "{month}");
    }
    let first = times.iter().map(|(year, _)| *year).min().unwrap();
    assert!((first..2026).all(|year| times.contains(&(year, None))), "{times:?}");
    assert!(times.iter().all(|(year, month)| *year == 2026 || month.is_none()), "{times:?}");
}

#[test]
fn nothing_changed_since_the_same_edition() {
    let directory = crate::embedded::directory().unwrap();
    let (now, other) = (stats(&directory, ""), stats(&directory, "kind:municipality"));
    assert!(now.since(&now).iter().all(|it| it.before == it.now));
    assert_eq!(now.since(&now).len(), now.lines.len());
    // What only one of the two has is told as well, once.
    let deltas = other.since(&now);
    assert_eq!(deltas.len(), now.lines.len());
    let gone = deltas.iter().find(|it| it.of == Category::Kind(Kind::Ministry)).unwrap();
    assert_eq!(gone.now, Presence::default());
    assert!(gone.before.looked_at() > 0);
}

#[test]
fn a_filter_that_lets_nobody_through_counts_nothing() {
    let directory = crate::embedded::directory().unwrap();
    let stats = stats(&directory, "name:nobodyiscalledthis");
    assert_eq!(stats.lines.len(), 1);
    assert_eq!(stats.line(&Category::All), Some(&Presence::default()));
    assert_eq!((stats.ages, stats.without_account, stats.unnamed), (vec![], vec![], vec![]));
}
