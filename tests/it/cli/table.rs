//! `officieel check --table`: a table of accounts comes back with a verdict on each row.

use std::fs;
use std::path::PathBuf;

use super::harness::{Ran, fed, run};

const TABLE: &str = "\
organisation;platform;account
Politie Ede;Twitter;POL_Ede
Politie Ede;X;P0L_Ede
KNMI;Instagram;@knmi.nl
Nobody;Facebook;Some.Body.Else.1987
Nobody;Pinterest;knmi
Nobody;Facebook;n.v.t.
";

fn judged(table: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let before = ["--today", "2026-11-21", "check", "--table", "-"];
    fed(&[&before[..], more].concat(), table.as_ref())
}

/// The cells of what came back, without the mark before them.
fn cells(out: &str, delimiter: u8) -> Vec<Vec<String>> {
    let out = out.trim_start_matches('\u{feff}');
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter);
    let reader = builder.from_reader(out.as_bytes()).into_records();
    reader.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn text_and_json() {
    for (name, more) in [("english", &[][..]), ("dutch", &["--lang", "nl"]), ("json", &["--json"])]
    {
        let ran = judged(TABLE, more);
        assert_eq!(ran.status, 3, "{name}");
        insta::assert_snapshot!(format!("table-{name}"), ran.shown());
    }
}

#[test]
fn the_exit_status_is_that_of_a_check() {
    for (table, status) in [
        ("x.com/POL_Ede\nx.com/POL_Epe\n", 0),
        ("x.com/POL_Ede\nx.com/nobody_at_all_1\n", 1),
        ("x.com/POL_Ede\nx.com/P0L_Ede\n", 3),
        ("platform,account\nX,POL_Ede\nPinterest,POL_Ede\n", 1),
        ("platform,account\nX,POL_Ede\nFacebook,\n", 0),
        ("platform,account\nX,-\nFacebook,\n", 2),
    ] {
        let ran = judged(table, &[]);
        assert_eq!(ran.status, status, "{table:?} {ran:?}");
    }
}

#[test]
fn a_table_keeps_its_shape() {
    let utf_16 = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let windows = TABLE.replace('\n', "\r\n");
    let verdicts =
        ["official", "look-alike", "reported as official", "not listed", "other platform", ""];
    for (name, table, delimiter, starts) in [
        ("semicolons", TABLE.into(), b';', "\u{feff}organisation;"),
        ("commas", TABLE.replace(';', ",").into_bytes(), b',', "organisation,"),
        ("tabs", TABLE.replace(';', "\t").into_bytes(), b'\t', "organisation\t"),
        ("bars", TABLE.replace(';', "|").into_bytes(), b'|', "organisation|"),
        ("a mark", marked(&TABLE.replace(';', ",")), b',', "\u{feff}organisation,"),
        ("Windows", windows.clone().into_bytes(), b';', "\u{feff}organisation;"),
        ("Unicode text", utf_16(&windows.replace(';', "\t")), b'\t', "\u{feff}organisation\t"),
        ("for Excel", format!("sep=;\r\n{windows}").into_bytes(), b';', "sep=;\r\norganisation;"),
    ] {
        let ran = judged(&table, &[]);
        assert_eq!(ran.status, 3, "{name}: {ran:?}");
        assert!(ran.out.starts_with(starts), "{name}: {:?}", ran.out);
        let ends_as_windows = ran.out.lines().count() == ran.out.matches("\r\n").count();
        assert_eq!(
            ends_as_windows,
            name == "Windows" || name == "Unicode text" || name == "for Excel",
            "{name}"
        );
        let out = ran.out.trim_start_matches("sep=;\r\n");
        let cells = cells(out, delimiter);
        let found: Vec<&str> = cells.iter().skip(1).map(|row| row[3].as_str()).collect();
        assert_eq!(found, verdicts, "{name}");
        assert_eq!(cells[3][2], "'@knmi.nl", "{name}");
        // A second run puts its own columns in the place of those that are there.
        assert_eq!(judged(&ran.out, &[]).out, ran.out, "{name}");
    }
    let dutch = judged(judged(TABLE, &[]).out, &["--lang", "nl"]);
    assert_eq!(dutch.out, judged(TABLE, &["--lang", "nl"]).out);
}

#[test]
fn rows_of_all_lengths_lose_nothing() {
    let table = "name,account\nEde,@POL_Ede\nEpe\nEde,@POL_Ede,more,and more\n\
        \"two\nlines\",\"@POL_Ede\n@POL_Epe\"\n";
    let ran = judged(table, &[]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let cells = cells(&ran.out, b',');
    let lengths: Vec<usize> = cells.iter().map(Vec::len).collect();
    assert_eq!(lengths, [8, 8, 8, 8, 8]);
    assert_eq!(cells[3][..4], ["Ede", "'@POL_Ede", "more", "and more"]);
    assert_eq!(cells[4][..2], ["two\nlines", "'@POL_Ede\n'@POL_Epe"]);
    // Beyond those that are looked at first, too many cells stand behind what is added.
    let long = format!("name,account\n{}Epe,@POL_Epe,more\n", "Ede,@POL_Ede\n".repeat(300));
    let ran = judged(&long, &[]);
    assert!(
        ran.err.contains("1 rows have more cells") && ran.err.contains("row 302 first"),
        "{}",
        ran.err
    );
    let cells = self::cells(&ran.out, b',');
    assert_eq!(cells[301].len(), 7);
    assert_eq!((cells[301][2].as_str(), cells[301][6].as_str()), ("official", "more"));
}

#[test]
fn an_older_encoding_is_read_and_told() {
    let table = b"naam;account\nCo\xebvorden;@POL_Ede\nEpe;@POL_Epe\n";
    let ran = judged(table, &["--lang", "nl"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.out.contains("\nCoëvorden;'@POL_Ede;officieel;"), "{}", ran.out);
    assert!(ran.err.contains("gelezen als Windows-1252"), "{}", ran.err);
}

#[test]
fn nothing_in_a_table_steers_a_terminal_or_a_spreadsheet() {
    let table = "name;account\n=1+1;@POL_Ede\n\u{1b}[2J\u{202e}a;@POL_\u{200b}Ede\n";
    let ran = judged(table, &[]);
    assert_eq!(ran.status, 3, "{ran:?}");
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}', '\u{200b}']), "{:?}", ran.out);
    assert!(ran.out.contains("\n'=1+1;'@POL_Ede;"), "{}", ran.out);
    let header = judged("\u{1b}]0;x\u{7};account\na;@POL_Ede\n", &["--json"]);
    assert!(!format!("{}{}", header.out, header.err).contains('\u{1b}'), "{header:?}");
}

#[test]
fn what_is_no_table_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = |content: &[u8]| -> PathBuf {
        let path = folder.path().join("accounts.csv");
        fs::write(&path, content).unwrap();
        path
    };
    let mut seen = String::new();
    for (name, content) in [
        ("workbook", &b"PK\x03\x04\x14\0\x06\0\x08\0"[..]),
        ("older workbook", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"),
        ("page", b"<html><table><tr><td>@POL_Ede</td></tr></table></html>"),
        ("program", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0"),
        ("empty", b""),
        ("no rows", b"platform;account\r\n"),
        ("no accounts", b"place;year\nEde;2020\nEpe;2021\n"),
    ] {
        for language in ["en", "nl"] {
            let path = file(content);
            let ran = run(&["--lang", language, "check", "--table", path.to_str().unwrap()]);
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name}");
            assert_eq!(ran.err.lines().count(), 1, "{name}: {}", ran.err);
            seen += &ran.err.replace(folder.path().to_str().unwrap(), "FOLDER");
        }
    }
    let open = format!("account\n@POL_Ede\n\"{}", "x\n".repeat(1 << 20));
    let ran = run(&["check", "--table", file(open.as_bytes()).to_str().unwrap()]);
    assert_eq!(ran.status, 2, "{ran:?}");
    seen += &ran.err.replace(folder.path().to_str().unwrap(), "FOLDER");
    for arguments in [
        &["check", "--table", "/nonexistent.csv"][..],
        &["check", "--table", "-", "@POL_Ede"],
        &["--directory", "-", "check", "--table", "-"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        seen += &ran.err;
    }
    insta::assert_snapshot!("table-refused", seen);
}

#[test]
fn a_long_table_keeps_its_order() {
    let rows: String = (0..5000)
        .map(|n| if n % 2 == 0 { format!("{n},@POL_Ede\n") } else { format!("{n},@nobody_{n}\n") })
        .collect();
    let ran = judged(format!("n,account\n{rows}"), &[]);
    assert_eq!(ran.status, 1);
    let cells = cells(&ran.out, b',');
    assert_eq!(cells.len(), 5001);
    for (n, row) in cells.iter().skip(1).enumerate() {
        let expected = if n % 2 == 0 { "official" } else { "not listed" };
        assert_eq!((row[0].clone(), row[2].as_str()), (n.to_string(), expected), "{n}");
    }
    let json = judged(format!("n,account\n{rows}"), &["--json"]);
    let all: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(all.as_array().unwrap().len(), 5000);
}
