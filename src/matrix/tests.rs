use super::*;

fn matrix(directory: &Directory, filter: &str, order: Order) -> Matrix {
    let filter = Filter::parse(filter, directory).unwrap();
    Matrix::of(directory, &filter, order, Date::new(2026, 11, 30).unwrap())
}

#[test]
fn rows_and_columns_add_up() {
    let directory = crate::embedded::directory().unwrap();
    for filter in ["kind:municipality", "kind:ministry on:x", "in:zeeland", ""] {
        let matrix = matrix(&directory, filter, Order::Name);
        let of_rows: usize = matrix.rows.iter().map(Row::count).sum();
        let of_columns: usize = matrix.totals().iter().map(|total| total.known).sum();
        assert_eq!(of_rows, of_columns, "{filter}");
        assert!(of_rows > 0, "{filter}");
        for total in matrix.totals() {
            assert_eq!(total.known + total.retired + total.unknown, matrix.rows.len());
            assert!(total.known + total.retired > 0);
        }
    }
}

#[test]
fn every_order_has_the_same_rows() {
    let directory = crate::embedded::directory().unwrap();
    let key = |matrix: &Matrix| {
        let mut all: Vec<_> = matrix.rows.iter().map(|row| row.organisation).collect();
        all.sort();
        all
    };
    let by_name = matrix(&directory, "kind:province|ministry", Order::Name);
    for order in [Order::Count, Order::Kind, Order::Province] {
        assert_eq!(key(&by_name), key(&matrix(&directory, "kind:province|ministry", order)));
    }
    let by_count = matrix(&directory, "kind:province", Order::Count);
    assert!(by_count.rows.windows(2).all(|pair| pair[0].count() >= pair[1].count()));
}
