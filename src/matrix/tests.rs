use super::*;

fn matrix(directory: &Directory, filter: &str, order: Order, grouping: Grouping) -> Matrix {
    let filter = Filter::parse(filter, directory).unwrap();
    Matrix::of(
        directory,
        &filter,
        Arrangement { grouping, order },
        Date::new(2026, 11, 30).unwrap(),
    )
}

#[test]
fn rows_and_columns_add_up() {
    let directory = crate::embedded::directory().unwrap();
    for filter in ["kind:municipality", "kind:ministry on:x", "in:zeeland", ""] {
        let matrix = matrix(&directory, filter, Order::Name, Grouping::None);
        let of_rows: usize = matrix.rows(&directory).map(|row| row.count()).sum();
        let of_columns: usize = matrix.totals.iter().map(|total| total.known).sum();
        assert_eq!(of_rows, of_columns, "{filter}");
        assert!(of_rows > 0, "{filter}");
        for total in &matrix.totals {
            assert_eq!(total.known + total.retired + total.unknown, matrix.organisations.len());
            assert!(total.known + total.retired > 0);
        }
    }
}

#[test]
fn every_order_and_grouping_has_the_same_rows() {
    let directory = crate::embedded::directory().unwrap();
    let key = |matrix: &Matrix| {
        let mut all = matrix.organisations.clone();
        all.sort();
        all
    };
    let filter = "kind:province|ministry";
    let by_name = matrix(&directory, filter, Order::Name, Grouping::None);
    for order in [Order::Name, Order::Count, Order::Consistency] {
        for grouping in [Grouping::None, Grouping::Kind, Grouping::Province] {
            let other = matrix(&directory, filter, order, grouping);
            assert_eq!(key(&by_name), key(&other), "{order:?} {grouping:?}");
            assert_eq!(by_name.totals, other.totals, "{order:?} {grouping:?}");
        }
    }
    let counts = |matrix: &Matrix| matrix.rows(&directory).map(|row| row.count()).collect();
    let by_count: Vec<usize> =
        counts(&matrix(&directory, "kind:province", Order::Count, Grouping::None));
    assert!(by_count.windows(2).all(|pair| pair[0] >= pair[1]));
    let by_consistency =
        matrix(&directory, "kind:municipality", Order::Consistency, Grouping::None);
    let shares: Vec<Option<usize>> = by_consistency
        .organisations
        .iter()
        .map(|index| consistency(&directory, *index).percent())
        .collect();
    assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]), "{shares:?}");
    assert!(shares.first().unwrap() > shares.last().unwrap());
}

#[test]
fn groups_part_the_rows_without_overlap_and_each_is_of_one_kind() {
    let directory = crate::embedded::directory().unwrap();
    for grouping in [Grouping::Kind, Grouping::Province] {
        let matrix = matrix(&directory, "on:mastodon", Order::Name, grouping);
        let starts: Vec<usize> = matrix.groups.iter().map(|group| group.start).collect();
        assert_eq!(starts.first(), Some(&0));
        assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
        for (at, index) in matrix.organisations.iter().enumerate() {
            let group = matrix.groups.iter().rfind(|group| group.start <= at).unwrap();
            let organisation = directory.organisation(*index);
            let own = match grouping {
                Grouping::Kind => GroupKey::Kind(organisation.kind),
                _ => GroupKey::Province(organisation.province.clone()),
            };
            assert_eq!(group.key, own);
        }
    }
    let all = matrix(&directory, "", Order::Name, Grouping::None);
    assert!(all.groups.is_empty());
    assert_eq!(all.chosen_from, all.organisations.len());
    let ended = matrix(&directory, "ended:yes", Order::Name, Grouping::None);
    assert_eq!(ended.chosen_from, all.chosen_from + ended.organisations.len());
}
