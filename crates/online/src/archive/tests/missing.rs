//! When an account counts as no longer shown.

use super::*;

#[test]
fn a_look_before_the_evidence_misses_nothing() {
    let directory = shown_on("https://www.voorbeeld.example/", "2026-05-01");
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let organisation = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let page = |seen: &str| ArchivedPage {
        seen: seen.parse().ok(),
        ..archived(
            "https://www.voorbeeld.example/",
            "<h1>Welkom</h1><p>Nieuws uit de gemeente.</p>",
        )
    };
    for (name, days, expected) in [
        ("years before", vec!["2020-01-01"], None),
        ("since", vec!["2026-11-30"], Some("2026-11-30")),
        ("both", vec!["2026-11-30", "2020-01-01"], Some("2026-11-30")),
    ] {
        let findings = sweep.run(days.into_iter().map(|seen| Ok(page(seen))));
        let missing = findings.no_longer_shown(&directory, organisation);
        let seen: Vec<String> = missing.iter().map(|it| it.seen.to_string()).collect();
        assert_eq!(seen.first().map(String::as_str), expected, "{name}");
    }
}

#[test]
fn what_stands_hidden_on_a_page_is_not_gone() {
    let directory = shown_on("https://www.voorbeeld.example/contact", "2026-05-01");
    let index = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let account = directory.accounts_of(index).next().unwrap();
    let url = &directory.listed_account(account).url;
    let wide = ".h{display:none}@media (min-width:9em){.f{display:flex}}";
    for (name, style, attributes, status, expected) in [
        ("no more there", wide, None, 200, 1),
        ("for wide screens", wide, Some("class='h f'"), 200, 0),
        ("for a script to show", wide, Some("class=h"), 200, 0),
        ("where that can't be told", ".h:has(a){opacity:0}", Some("class=h"), 200, 0),
        ("in a part that was not asked for", wide, None, 206, 0),
    ] {
        let link = attributes.map(|it| format!("<div {it}><a href='{url}'>X</a></div>"));
        let body = format!("<style>{style}</style><p>Welkom</p>{}", link.unwrap_or_default());
        let mut page = archived("https://www.voorbeeld.example/contact", &body);
        (page.seen, page.status) = ("2026-11-30".parse().ok(), Some(status));
        let missing = sweep.page(&page).no_longer_shown(&directory, index);
        assert_eq!(missing.len(), expected, "{name}");
    }
    let to = format!("<a href='/out?url={url}'>X</a>");
    let mut page = archived("https://www.voorbeeld.example/contact", &to);
    page.seen = "2026-11-30".parse().ok();
    let missing = sweep.page(&page).no_longer_shown(&directory, index);
    assert_eq!(missing, [], "behind a page of its own that sends on");
}

/// An archive of one page of the body, with a head of HTTP and what follows it.
fn response(day: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let content = [format!("HTTP/1.1 200 OK\r\n{head}\r\n").as_bytes(), body].concat();
    let record = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: {day}T10:00:00Z\r\n\
         WARC-Target-URI: https://www.voorbeeld.example/contact\r\nContent-Length: {}\r\n\r\n",
        content.len()
    );
    [record.as_bytes(), &content, b"\r\n\r\n"].concat()
}

#[test]
fn a_page_that_may_lack_its_end_misses_nothing() {
    let directory = shown_on("https://www.voorbeeld.example/contact", "2026-05-01");
    let index = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let open = html("<p>Welkom</p>");
    let length = |length: usize| format!("Content-Length: {length}\r\n");
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packing, open.as_bytes()).unwrap();
    let packed = packing.finish().unwrap();
    let chunks = format!("{:x}\r\n{open}\r\n0\r\n\r\n", open.len()).into_bytes();
    let (gzip, chunked) = ("Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n");
    let script = format!("{open}<script>write('</body></html>')</script>").into_bytes();
    let ends = |tag: &str| format!("{open}{tag}\n<!-- made in 0.1 s -->").into_bytes();
    for (name, head, body, expected) in [
        ("a length", length(open.len()), open.clone().into_bytes(), 1),
        ("chunks", chunked.to_owned(), chunks, 1),
        ("packed", gzip.to_owned(), packed.clone(), 1),
        ("nothing", String::new(), open.clone().into_bytes(), 0),
        ("its own word", String::new(), ends("</body></html>"), 1),
        ("a part of it", String::new(), ends("</BODY >"), 1),
        ("a word of a script", String::new(), script, 0),
        ("a word in a comment", String::new(), ends("<!-- </html> -->"), 0),
        ("a length of what was packed", length(9), open.clone().into_bytes(), 0),
        ("unpacked by somebody", gzip.to_owned(), open.clone().into_bytes(), 0),
        ("chunks put together by somebody", chunked.to_owned(), open.clone().into_bytes(), 0),
        ("packed, and cut", gzip.to_owned(), packed[..packed.len() - 4].to_vec(), 0),
    ] {
        let head = format!("Content-Type: text/html\r\n{head}");
        let file = response("2026-11-30", &head, &body);
        let findings = sweep.run(pages_of("a.warc", file.as_slice()));
        assert_eq!(findings.no_longer_shown(&directory, index).len(), expected, "{name}");
        assert_eq!(findings.looked_at("gemeente-voorbeeld").count(), 1, "{name}");
    }
    let link = html("<footer><a href='https://x.com/gem_voorbeeld'>X</a></footer>");
    let file = response("2026-11-30", "Content-Type: text/html\r\n", link.as_bytes());
    let findings = sweep.run(pages_of("a.warc", file.as_slice()));
    let found: Vec<_> = findings.found().map(|(_, it)| it.best.outcome).collect();
    assert_eq!(found, [Outcome::Confirms], "what it shows counts all the same");
}

#[test]
fn looks_of_several_days_are_several_looks_whichever_archive_has_them() {
    let page = "https://www.voorbeeld.example/contact";
    let directory = shown_on(page, "2026-05-01");
    let index = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let look = |day: &str, what: &str| {
        let link = match what {
            "shows" | "shows elsewhere" => {
                "<footer><a href='https://x.com/gem_voorbeeld'>X</a></footer>"
            }
            "hides" => "<p hidden><a href='https://x.com/gem_voorbeeld'>X</a></p>",
            "another" => "<footer><a href='https://www.facebook.com/gem_voorbeeld'>F</a></footer>",
            _ => "<p>Welkom</p>",
        };
        let elsewhere = "https://www.voorbeeld.example/";
        let address = if what == "shows elsewhere" { elsewhere } else { page };
        ArchivedPage {
            seen: day.parse().ok(),
            is_end_told: what != "may be cut",
            status: Some(if what == "is an error" { 503 } else { 200 }),
            ..archived(address, link)
        }
    };
    let (early, late) = ("2026-11-01", "2026-11-30");
    for (name, looks, expected) in [
        ("once", vec![(late, "lacks")], Some((late, None))),
        ("twice", vec![(early, "lacks"), (late, "lacks")], Some((late, Some(early)))),
        ("twice on a day", vec![(late, "lacks"), (late, "lacks")], Some((late, None))),
        (
            "three times",
            vec![(early, "lacks"), ("2026-11-15", "lacks"), (late, "lacks")],
            Some((late, Some(early))),
        ),
        (
            "of another platform",
            vec![(early, "another"), (late, "another")],
            Some((late, Some(early))),
        ),
        ("first cut", vec![(early, "may be cut"), (late, "lacks")], Some((late, None))),
        ("then cut", vec![(early, "lacks"), (late, "may be cut")], Some((early, None))),
        ("first an error", vec![(early, "is an error"), (late, "lacks")], Some((late, None))),
        ("before it was there", vec![("2026-04-01", "lacks"), (late, "lacks")], Some((late, None))),
        (
            "on the day of the evidence",
            vec![("2026-05-01", "lacks"), (late, "lacks")],
            Some((late, None)),
        ),
        ("shown first", vec![(early, "shows"), (late, "lacks")], Some((late, None))),
        ("shown last", vec![(early, "lacks"), (late, "shows")], None),
        ("hidden last", vec![(early, "lacks"), (late, "hides")], None),
        (
            "shown between",
            vec![(early, "lacks"), ("2026-11-15", "shows"), (late, "lacks")],
            Some((late, None)),
        ),
        ("shown elsewhere", vec![(late, "lacks"), (late, "shows elsewhere")], None),
    ] {
        let expected: Vec<(String, Option<String>)> = expected
            .into_iter()
            .map(|(seen, first): (&str, Option<&str>)| (seen.to_owned(), first.map(str::to_owned)))
            .collect();
        for is_turned in [false, true] {
            let mut pages: Vec<_> = looks.iter().map(|(day, what)| Ok(look(day, what))).collect();
            if is_turned {
                pages.reverse();
            }
            let missing = sweep.run(pages.into_iter()).no_longer_shown(&directory, index);
            let found: Vec<_> = missing
                .iter()
                .map(|it| (it.seen.to_string(), it.first.map(|first| first.to_string())))
                .collect();
            assert_eq!(found, expected, "{name}, turned: {is_turned}");
        }
    }
}
