//! Register extracts as spreadsheets and editors leave them.

use officieel::audit::register::Entry;
use proptest::prelude::*;

use super::EXTRACT;

const HEAD: &str =
    "register_id,org_name,platform,username_as_registered,url_as_registered,register_url";
const ROW: &str = "1,Gemeente,X,@g,https://x.com/g,https://organisaties.overheid.nl/1";

/// The lines and messages of what is wrong.
fn faults(csv: &[u8]) -> Vec<(u64, String)> {
    let faults = Entry::read_all(csv).unwrap_err();
    faults.into_iter().map(|fault| (fault.line, fault.problem.to_string())).collect()
}

#[test]
fn an_extract_is_read_whatever_its_separators_marks_and_order() {
    let expected = Entry {
        line: 2,
        register_id: "1".to_owned(),
        organisation: "Gemeente".to_owned(),
        platform: "X".to_owned(),
        typed: "@g".to_owned(),
        address: "https://x.com/g".to_owned(),
        page: "https://organisaties.overheid.nl/1".to_owned(),
    };
    let plain = format!("{HEAD}\n{ROW}\n");
    let semicolons = plain.replace(',', ";");
    for csv in [
        plain.clone(),
        semicolons.clone(),
        plain.trim_end().to_owned(),
        plain.replace('\n', "\r\n"),
        format!("\u{FEFF}{semicolons}"),
        format!("{}\n{}", HEAD.to_uppercase(), ROW),
        format!("{plain},,,,,\n\n,,,,,\n"),
        plain.replace("org_name", " \"org_name\" ").replace(" \"", "\"").replace("\" ", "\""),
        "url_as_registered,x,register_url,org_name,register_id,username_as_registered,platform\n\
         https://x.com/g,weg,https://organisaties.overheid.nl/1,Gemeente,1,@g,X"
            .to_owned(),
    ] {
        assert_eq!(Entry::read_all(csv.as_bytes()), Ok(vec![expected.clone()]), "{csv}");
    }
    assert_eq!(Entry::read_all(HEAD.as_bytes()), Ok(Vec::new()));
}

#[test]
fn entries_stand_on_the_lines_that_an_editor_shows() {
    for end in ["\n", "\r\n", "\r"] {
        let row = ROW.replace("Gemeente", "\"Gemeente, \"\"de\"\"\"");
        let csv = [HEAD, &row, "", ROW, ROW].join(end);
        let entries = Entry::read_all(csv.as_bytes()).unwrap();
        let lines: Vec<u64> = entries.iter().map(|entry| entry.line).collect();
        assert_eq!(lines, [2, 4, 5], "{end:?}");
        assert_eq!(entries[0].organisation, "Gemeente, \"de\"", "{end:?}");
    }
    let entries = Entry::read_all(EXTRACT).unwrap();
    assert_eq!(entries.first().map(|entry| entry.line), Some(2));
    assert_eq!(entries.last().map(|entry| entry.line), Some(429));
}

#[test]
fn a_line_break_in_a_column_that_is_not_read_moves_the_lines_along() {
    let csv = format!("{HEAD},note\n{ROW},\"een\ntwee\"\n{ROW},\n");
    let lines: Vec<u64> =
        Entry::read_all(csv.as_bytes()).unwrap().iter().map(|entry| entry.line).collect();
    assert_eq!(lines, [2, 4]);
}

#[test]
fn each_fault_is_told_with_its_line() {
    let with = |row: &str| format!("{HEAD}\n{ROW}\n{row}\n{ROW}\n").into_bytes();
    let latin = [with("1,Fryl").as_slice(), b""].concat();
    let latin: Vec<u8> = String::from_utf8(latin)
        .unwrap()
        .replace("1,Fryl", "1,Frysl?n,X,@f,https://x.com/f,https://organisaties.overheid.nl/2")
        .bytes()
        .map(|byte| if byte == b'?' { 0xE2 } else { byte })
        .collect();
    for (csv, expected) in [
        (Vec::new(), vec![(1, "the file is empty; its first line must name the columns")]),
        (
            b"\xEF\xBB\xBF\n\n".to_vec(),
            vec![(1, "the file is empty; its first line must name the columns")],
        ),
        (b"\xFF\xFEr\0e\0".to_vec(), vec![(1, "the file is in UTF-16; save it as CSV in UTF-8")]),
        (
            b"register_id,org_name,platform,register_url\n".to_vec(),
            vec![
                (1, "the column `username_as_registered` is missing; name it in the first line"),
                (1, "the column `url_as_registered` is missing; name it in the first line"),
            ],
        ),
        (
            format!("{HEAD},platform\n").into_bytes(),
            vec![(1, "there are two columns `platform`; take one of them out")],
        ),
        (
            with("1,Gemeente,X"),
            vec![(
                3,
                "the line ends before the column `username_as_registered`; add what is missing",
            )],
        ),
        (latin, vec![(3, "the column `org_name` is not UTF-8; save the file as CSV in UTF-8")]),
        (
            with("1,\"Gemeente,X,@g,https://x.com/g,z"),
            vec![(
                3,
                "the column `org_name` goes on over several lines; close the quotation mark, or take the line break out",
            )],
        ),
        (
            format!("{HEAD},note\n{ROW},\"open\n{ROW},\n").into_bytes(),
            vec![(2, "a quotation mark is never closed; close it, or double it")],
        ),
    ] {
        let expected: Vec<(u64, String)> =
            expected.into_iter().map(|(line, text)| (line, text.to_owned())).collect();
        assert_eq!(faults(&csv), expected, "{}", String::from_utf8_lossy(&csv));
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let csv = format!("{HEAD}\n1\n{ROW}\n1,2\n");
    let lines: Vec<u64> = faults(csv.as_bytes()).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 4]);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let read = Entry::read_all(&bytes);
        prop_assert!(read.is_ok() || read.is_err_and(|faults| !faults.is_empty()));
    }

    #[test]
    fn any_rows_are_read_or_refused(rows in "[a-z\",;\n\r@/:.é]{0,200}") {
        let csv = format!("{HEAD}\n{rows}");
        let count = csv.lines().count() as u64 + csv.matches('\r').count() as u64;
        match Entry::read_all(csv.as_bytes()) {
            Ok(entries) => prop_assert!(entries.iter().all(|it| it.line >= 2 && it.line <= count)),
            Err(faults) => prop_assert!(faults.iter().all(|it| it.line >= 1 && it.line <= count)),
        }
    }
}
