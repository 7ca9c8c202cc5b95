//! `officieel radar`: of many names, those that pass themselves off as others.

use std::fmt::Write;

use serde_json::Value;

use super::harness::{Ran, fed, run};

const NAMES: &str = "\
# domains of today
bakkerij-de-molen.nl
belastingdienst.nl
www.politie.nl
belastingdienst-nl.com
https://digid.nl.inloggen-veilig.xyz/
be1astingdienst.nl,2026-11-21
*.politieacadmie.nl

xn--belastingdenst-z5a.nl
@P0L_Ede
POL_Ede
de_buurman
gemeente-ede.nl
BELASTINGDIENST-NL.com
";

fn looked(names: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    fed(&[&["radar"], more].concat(), names.as_ref())
}

#[test]
fn text_json_and_csv() {
    for (name, more) in [
        ("english", &[][..]),
        ("dutch", &["--lang", "nl"]),
        ("json", &["--json"]),
        ("csv", &["--format", "csv"]),
        ("stream", &["--stream"]),
        ("limit", &["--limit", "2"]),
    ] {
        let ran = looked(NAMES, more);
        assert_eq!(ran.status, 3, "{name}");
        insta::assert_snapshot!(format!("radar-{name}"), ran.shown());
    }
}

#[test]
fn what_is_genuine_or_like_nothing_is_never_told() {
    let sites = std::fs::read_to_string("tests/fixtures/state-websites.txt").unwrap();
    let genuine = "belastingdienst.nl\nhttps://www.digid.nl\n@POL_Ede\nx.com\nx.com/POL_Ede\n";
    for names in [sites.as_str(), genuine, "de_buurman\nexample.com\n", "", "# nothing\n\n"] {
        let ran = looked(names, &[]);
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{ran:?}");
    }
    assert_eq!(looked("", &["--json"]).out, "[]\n");
}

#[test]
fn a_suspect_is_what_a_check_calls_an_imitation() {
    for name in NAMES.lines().filter(|line| line.contains('.') && !line.starts_with('#')) {
        let name = name.trim_start_matches("*.").split(',').next().unwrap();
        let checked = run(&["check", name]).status == 3;
        assert_eq!(looked(name, &["--kind", "hosts"]).status == 3, checked, "{name}");
    }
}

#[test]
fn a_name_with_points_is_a_host_unless_told_otherwise() {
    let ran = looked("knmi.n1\n", &["--kind", "handles", "--platform", "instagram", "--json"]);
    let all: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(all[0]["genuine"], "knmi.nl", "{ran:?}");
    assert_eq!(all[0]["platform"], "instagram", "{ran:?}");
}

#[test]
fn the_likeliest_are_kept_in_order() {
    let mut many = String::new();
    for n in 0..3000 {
        let embedded = format!("belastingdienst.nl.x{n}.com");
        writeln!(many, "belastingdienst-{n}.com\nfiller-{n}.example\n{embedded}").unwrap();
    }
    let ran = looked(&many, &["--limit", "5", "--json"]);
    let all: Value = serde_json::from_str(&ran.out).unwrap();
    let scores: Vec<u64> =
        all.as_array().unwrap().iter().map(|it| it["score"].as_u64().unwrap()).collect();
    assert_eq!(scores.len(), 5);
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    assert!(ran.err.contains("9,000 names"), "{}", ran.err);
    assert!(ran.err.contains("with a lower score were left out"), "{}", ran.err);
    let all = looked(&many, &["--limit", "0"]);
    assert!(!all.err.contains("left out"), "{}", all.err);
    // Lines stay in their order where nothing is ranked.
    let stream = looked(&many, &["--stream", "--json"]);
    let stream: Value = serde_json::from_str(&stream.out).unwrap();
    let lines: Vec<u64> =
        stream.as_array().unwrap().iter().map(|it| it["line"].as_u64().unwrap()).collect();
    assert_eq!(lines.len(), all.out.lines().count());
    assert!(lines.is_sorted());
}

#[test]
fn files_of_all_sorts_are_read_or_refused_in_a_sentence() {
    let utf_16: Vec<u8> =
        "\u{feff}belastingdienst-nl.com\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for names in
        [&b"\xef\xbb\xbfbelastingdienst-nl.com\r\n"[..], &utf_16, b"\xff\nbelastingdienst-nl.com"]
    {
        let ran = looked(names, &[]);
        assert_eq!(ran.out.lines().count(), 1, "{names:?} {ran:?}");
    }
    for (content, said) in [
        (&b"PK\x03\x04\x14\0"[..], "- is an Excel workbook or another packed file"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0", "- is no text; give names as text"),
    ] {
        let ran = looked(content, &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.starts_with(&format!("officieel: {said}")), "{}", ran.err);
    }
    for arguments in [
        &["radar", "/nonexistent"][..],
        &["--directory", "-", "radar"],
        &["radar", "--stream", "--limit", "3"],
        &["radar", "--kind", "towns"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?} {ran:?}");
    }
}

#[test]
fn nothing_in_a_stream_steers_a_terminal_or_a_spreadsheet() {
    let names = "\u{1b}]0;x\u{7}\n=belastingdienst-nl.com\n@be\u{200b}lastingdienst\n";
    for more in [&[][..], &["--json"], &["--format", "csv"], &["--kind", "handles"]] {
        let ran = looked(names, more);
        assert!(!ran.out.contains(['\u{1b}', '\u{200b}']), "{more:?} {:?}", ran.out);
        assert!(!ran.out.contains(",=") && !ran.out.starts_with('='), "{more:?} {:?}", ran.out);
    }
}
