use super::*;
use crate::words::Language;

fn list(directory: &Directory) -> List<'_> {
    List { directory, today: Date::new(2026, 11, 30).unwrap(), words: Language::Nl.words() }
}

fn listed(directory: &Directory, filter: &str) -> Vec<Row> {
    let filter = Filter::parse(filter, directory).unwrap();
    rows(directory, &filter, Date::new(2026, 11, 30).unwrap())
}

fn written(directory: &Directory, filter: &str, columns: &[Column], format: Format) -> String {
    let mut out = Vec::new();
    write(&list(directory), &listed(directory, filter), columns, format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_organisation_that_passes_has_a_row() {
    let directory = crate::embedded::directory().unwrap();
    for filter in ["kind:province", "kind:municipality without:x", "on:mastodon", ""] {
        let rows = listed(&directory, filter);
        let passed = Filter::parse(filter, &directory).unwrap();
        let passed = passed.organisations(&directory, Date::new(2026, 11, 30).unwrap());
        assert_eq!(counts(&rows).0, passed.len(), "{filter}");
    }
}

#[test]
fn csv_is_read_back_as_it_was() {
    let directory = crate::embedded::directory().unwrap();
    let text = written(&directory, "kind:ministry", Column::ALL, Format::Csv(b','));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads, Column::ALL.iter().map(|it| it.id()).collect::<Vec<_>>());
    let all: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(all.len(), listed(&directory, "kind:ministry").len());
    let dutch = written(&directory, "kind:ministry", Column::ALL, Format::Csv(b';'));
    assert!(dutch.starts_with("\u{feff}organisation;id;"));
}

#[test]
fn json_and_its_lines_hold_the_same_in_the_order_of_the_columns() {
    let directory = crate::embedded::directory().unwrap();
    let columns = [Column::Account, Column::Organisation, Column::Province];
    let json = written(&directory, "kind:province on:x", &columns, Format::Json);
    let lines = written(&directory, "kind:province on:x", &columns, Format::JsonLines);
    let json: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!json.is_empty());
    assert_eq!(json, lines);
}

#[test]
fn markdown_tells_values_in_words() {
    let directory = crate::embedded::directory().unwrap();
    let columns = [Column::Kind, Column::Platform, Column::Trust];
    let text = written(&directory, "kind:province on:mastodon", &columns, Format::Markdown);
    assert!(text.starts_with("| Soort | Platform | Zekerheid |\n| --- | --- | --- |\n"), "{text}");
    assert!(text.contains("| provincie | Mastodon |"), "{text}");
}

#[test]
fn rows_are_sorted_by_several_columns() {
    let directory = crate::embedded::directory().unwrap();
    let list = list(&directory);
    let mut rows = listed(&directory, "kind:province|ministry");
    sort(&list, &mut rows, &[(Column::Kind, Direction::Down), (Column::Account, Direction::Up)]);
    let keys: Vec<(String, String)> = rows
        .iter()
        .map(|row| (list.value(Column::Kind, row), fold(&list.value(Column::Account, row))))
        .collect();
    for pair in keys.windows(2) {
        let [one, other] = pair else { continue };
        assert!(one.0 >= other.0, "{one:?} {other:?}");
        assert!(one.0 != other.0 || other.1.is_empty() || one.1 <= other.1, "{one:?} {other:?}");
    }
}
