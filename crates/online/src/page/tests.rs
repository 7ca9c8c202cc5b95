mod sheets;

use proptest::prelude::*;

use super::*;

fn page(html: &str) -> Page {
    Page::read(html.as_bytes(), Some("text/html; charset=utf-8"))
}

/// The zone of the link to the account `a`, and whether one can follow its owner there.
fn place(html: &str) -> Option<(Zone, bool)> {
    let page = page(html);
    let link = page.links.iter().find(|link| link.href == "https://x.com/a")?;
    Some((link.zone, link.follow))
}

const LINK: &str = "<a href=\"https://x.com/a\">X</a>";

#[test]
fn a_link_has_the_zone_that_it_stands_in() {
    for (name, html, expected) in [
        ("footer", "<footer>{}</footer>", (Zone::Footer, false)),
        ("footer by role", "<div role=contentinfo>{}</div>", (Zone::Footer, false)),
        ("footer by id", "<div id=page-footer><div>{}</div></div>", (Zone::Footer, false)),
        ("footer in main", "<main><p>a</p><footer>{}</footer></main>", (Zone::Footer, false)),
        ("footer of an article", "<article><footer>{}</footer></article>", (Zone::Text, false)),
        (
            "footer of a quotation",
            "<blockquote><footer>{}</footer></blockquote>",
            (Zone::Text, false),
        ),
        ("navigation of a footer", "<footer><nav>{}</nav></footer>", (Zone::Footer, false)),
        ("header", "<header>{}</header>", (Zone::Header, false)),
        ("aside", "<aside>{}</aside>", (Zone::Aside, false)),
        ("main", "<main>{}</main>", (Zone::Text, false)),
        ("nowhere", "<div>{}</div>", (Zone::Body, false)),
        ("noscript", "<noscript>{}</noscript>", (Zone::Noscript, false)),
        ("noframes", "<frameset><noframes>{}</noframes></frameset>", (Zone::Noscript, false)),
        ("template", "<template>{}</template>", (Zone::Hidden, false)),
        ("hidden", "<div hidden><p>{}</p></div>", (Zone::Hidden, false)),
        ("no display", "<div style='color:red; DISPLAY : none'>{}</div>", (Zone::Hidden, false)),
        ("no colour", "<div style='opacity: 0'>{}</div>", (Zone::Hidden, false)),
        ("no size", "<p style='font-size:0px'>{}</p>", (Zone::Hidden, false)),
        ("clipped", "<p style='clip:rect(0,0,0,0)'>{}</p>", (Zone::Hidden, false)),
        ("no height", "<p style='height:0;overflow:hidden'>{}</p>", (Zone::Hidden, false)),
        ("a comment", "<p style='display:/**/none'>{}</p>", (Zone::Hidden, false)),
        ("a popover", "<div popover>{}</div>", (Zone::Hidden, false)),
        ("in place of a film", "<video>{}</video>", (Zone::Hidden, false)),
        ("in place of a drawing", "<canvas><p>{}</p></canvas>", (Zone::Hidden, false)),
        ("choices", "<datalist>{}</datalist>", (Zone::Hidden, false)),
        ("beside a film", "<video></video><footer>{}</footer>", (Zone::Footer, false)),
        ("closed dialogue", "<dialog>{}</dialog>", (Zone::Hidden, false)),
        (
            "some size",
            "<footer style='opacity:0.9;font-size:10px;max-height:none'>{}</footer>",
            (Zone::Footer, false),
        ),
        ("comments", "<section id=comments><footer>{}</footer></section>", (Zone::Comments, false)),
        ("quoted post", "<blockquote class=twitter-tweet>{}</blockquote>", (Zone::Embedded, false)),
        ("social wall", "<div class=socialFeed>{}</div>", (Zone::Embedded, false)),
        ("an end without a beginning", "<footer></nav></span>{}</footer>", (Zone::Footer, false)),
        ("behind a footer", "<footer></footer>{}", (Zone::Body, false)),
        ("title of a picture", "<svg><title/></svg><footer>{}</footer>", (Zone::Footer, false)),
    ] {
        assert_eq!(place(&html.replace("{}", LINK)), Some(expected), "{name}");
    }
}

#[test]
fn what_says_that_one_can_follow_the_owner() {
    for (name, html, expected) in [
        ("heading", "<h2>Volg ons</h2><ul><li>{}</ul>", true),
        ("heading in a list", "<ul><h4>Volg ons op social media</h4><li>{}</li></ul>", true),
        ("heading in a box of its own", "<div><h2>Follow us</h2></div><div>{}</div>", true),
        ("heading of a lower rank between", "<h2>Suivez-nous</h2><h3>Mairie</h3>{}", true),
        ("next heading of the rank", "<h2>Volg ons</h2><h2>Nieuws</h2>{}", false),
        ("section is over", "<section><h2>Volg ons</h2></section>{}", false),
        ("footer stands alone", "<h2>Volg ons</h2><footer>{}</footer>", false),
        ("label", "<nav aria-label='Soziale Medien'>{}</nav>", true),
        ("class", "<ul class='c-social-links'><li>{}</ul>", true),
        ("class in camel case", "<ul class='footerSocial'><li>{}</ul>", true),
        ("short text", "<p>Volg ons op</p><p>{}</p>", true),
        ("words before", "<p>Volg ons ook op {}</p>", true),
        ("heading in another link", "<a href=/x><h3>Volg ons</h3></a><p>{}</p>", false),
        ("class of shares", "<div class='social share'>{}</div>", false),
        ("heading of shares", "<h2>Deel deze pagina</h2>{}", false),
        ("article in a block", "<div class=social><article>{}</article></div>", false),
        ("the next page", "<h2>Volgende pagina</h2>{}", false),
        ("a class that only begins alike", "<div class=sociale-zaken>{}</div>", false),
    ] {
        let follow = place(&html.replace("{}", LINK)).map(|(_, follow)| follow);
        assert_eq!(follow, Some(expected), "{name}");
    }
}

#[test]
fn what_is_not_shown_is_no_link() {
    for (name, html) in [
        ("comment", "<!-- {} -->"),
        ("script", "<script>document.write('{}')</script>"),
        ("textarea", "<textarea>{}</textarea>"),
        ("title", "<title>{}</title>"),
        ("style", "<style>{}</style>"),
        ("iframe", "<iframe>{}</iframe>"),
        ("script in noscript", "<noscript><script>{}</script></noscript>"),
    ] {
        assert_eq!(place(&html.replace("{}", LINK)), None, "{name}");
    }
}

#[test]
fn an_address_is_read_as_a_browser_does() {
    for (name, html, expected) in [
        ("white space", "<a href=' https://x.com/a\n '>", "https://x.com/a"),
        ("line break inside", "<a href='https://x.c\nom/a'>", "https://x.com/a"),
        ("reference", "<a href='https&#58;//x.com/a?b&amp;c'>", "https://x.com/a?b&c"),
        ("without quotes", "<A HREF=https://x.com/a target=_blank>", "https://x.com/a"),
        ("in a picture", "<svg><a xlink:href='https://x.com/a'/></svg>", "https://x.com/a"),
        ("protocol-relative", "<a href=//x.com/a>", "https://x.com/a"),
        ("base", "<base href=https://x.com/><a href=a>", "https://x.com/a"),
        (
            "base of nobody",
            "<template><base href=https://y.com/></template><base href=https://x.com/><a href=a>",
            "https://x.com/a",
        ),
        (
            "base without scripts",
            "<noscript><base href=https://y.com/></noscript><base href=https://x.com/><a href=a>",
            "https://x.com/a",
        ),
        ("broken attributes", "<a title=\"X\"data-b href=https://x.com/a>", "https://x.com/a"),
    ] {
        let page = page(html);
        let address = Url::parse("https://www.voorbeeld.example/contact/").unwrap();
        let target = page.target(&page.links[0], &page.base_at(&address));
        assert_eq!(target.as_ref().map(Url::as_str), Some(expected), "{name}");
    }
}

#[test]
fn links_that_lead_nowhere_have_no_target() {
    let page = page(
        "<a href=''>a</a><a href='#'>b</a><a href='http:////tel:14020'>c</a><a href='https://'>d</a>\
         <a href='mailto:a@b.nl'>e</a><a href='javascript:void(0)'>f</a>",
    );
    let address = Url::parse("https://www.voorbeeld.example/").unwrap();
    let targets = page.links.iter().map(|link| page.target(link, &page.base_at(&address)));
    assert_eq!(targets.flatten().collect::<Vec<_>>(), []);
    assert_eq!(page.links.len(), 6);
}

#[test]
fn the_encoding_is_found() {
    let utf16: Vec<u8> = std::iter::once(0xFEFF_u16)
        .chain("<title>Súdwest</title>".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let cases: [(&str, &[u8], Option<&str>, &str); 9] = [
        ("byte order mark", &utf16, Some("text/html; charset=utf-8"), "UTF-16LE"),
        ("header beats meta", b"<meta charset=utf-8><title>S\xfadwest</title>", Some("text/html;charset=\"iso-8859-1\""), "windows-1252"),
        ("meta", b"<meta charset='utf-8'><title>S\xc3\xbadwest</title>", Some("text/html"), "UTF-8"),
        ("meta of http", b"<meta http-equiv=content-type content='text/html; charset=UTF-8'><title>S\xc3\xbadwest</title>", None, "UTF-8"),
        ("nothing", b"<title>S\xfadwest</title>", None, "windows-1252"),
        ("nothing, and valid", b"<title>S\xc3\xbadwest</title>", None, "UTF-8"),
        ("valid up to a cut", b"<title>S\xc3\xbadwest</title>\xe2\x82", Some("text/html"), "UTF-8"),
        ("valid, and told otherwise", b"<title>S\xfadwest</title>\xc3\xa9", Some("text/html; charset=latin1"), "windows-1252"),
        ("an encoding that it can't be in", b"<meta charset=utf-16le><title>S\xc3\xbadwest</title>", None, "UTF-8"),
    ];
    for (name, bytes, content_type, charset) in cases {
        let page = Page::read(bytes, content_type);
        assert_eq!((page.title.as_str(), page.charset), ("Súdwest", charset), "{name}");
    }
}

#[test]
fn obstacles_are_seen() {
    for (name, html, expected) in [
        (
            "bots",
            "<title>Just a moment...</title><noscript>Enable JavaScript</noscript>",
            Obstacle::BotWall,
        ),
        (
            "cookies",
            "<title>Toestemming</title><button>Alle cookies accepteren</button>",
            Obstacle::CookieWall,
        ),
        ("for sale", "<title>voorbeeld.nl is te koop</title><p>Doe een bod.</p>", Obstacle::Parked),
        ("parked", "<title>a.nl</title><p>Deze domeinnaam is te koop.</p>", Obstacle::Parked),
        (
            "gambling",
            "<title>Beste online casino</title><h1>Welkom bij gemeente-oud</h1>",
            Obstacle::Hostile,
        ),
        ("languages", "<a href=/nl/>Nederlands</a><a href=/en/>English</a>", Obstacle::Splash),
        (
            "frames",
            "<frameset><frame src=a.html><noframes><a href=b>b</a></noframes></frameset>",
            Obstacle::Frames,
        ),
        ("no page", "<h1>Pagina niet gevonden</h1><footer>a</footer>", Obstacle::ErrorPage),
        ("a script", "<div id=app></div><script>start()</script>", Obstacle::ScriptOnly),
    ] {
        assert_eq!(page(html).obstacle, Some(expected), "{name}");
    }
    for (name, html) in [
        (
            "cookie notice over a page",
            "<div>Wij gebruiken cookies</div><h1>Welkom</h1><p>Alles over wonen, werken en leven in de gemeente, en wat wij voor u doen. Alles over wonen, werken en leven in de gemeente, en wat wij voor u doen. Alles over wonen, werken en leven in de gemeente, en wat wij voor u doen. Alles over wonen, werken en leven in de gemeente.</p>",
        ),
        ("permit", "<title>Vergunning voor een casino aanvragen</title><p>Zo vraagt u aan.</p>"),
    ] {
        assert_eq!(page(html).obstacle, None, "{name}");
    }
}

#[test]
fn json_ld_says_who_is_the_same_as_what() {
    let page = page(
        r#"<script type="application/ld+json">{"@graph":[
            {"@type":["Thing","GovernmentOrganization"],"name":"A","url":"/","sameAs":"https://x.com/a"},
            {"@type":"WebPage","publisher":{"@type":"City","name":"B","sameAs":["https://x.com/b"]},
             "author":{"@type":"Organization","name":"C","sameAs":"https://x.com/c"}}]}</script>"#,
    );
    let found: Vec<(&str, &str)> = page
        .links
        .iter()
        .filter_map(|link| match &link.kind {
            LinkKind::SameAs(entity) => Some((link.href.as_str(), entity.kind.as_str())),
            _ => None,
        })
        .collect();
    let expected = [
        ("https://x.com/a", "Thing"),
        ("https://x.com/c", "author:Organization"),
        ("https://x.com/b", "City"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_footer_of_data_has_its_headings() {
    let page = Page::read(
        br#"{"a":[{"omschrijving":{"titel":"Volg ons"},"verwijzing":[{"extern":{"link":{"label":"X","url":"https://x.com/a"}}}]},
            {"omschrijving":{"titel":"Partners"},"verwijzing":{"link":{"label":"X","url":"https://x.com/b"}}}]}"#,
        Some("application/json"),
    );
    let found: Vec<_> =
        page.links.iter().map(|it| (it.href.as_str(), it.zone, it.follow)).collect();
    let data = Zone::Data;
    assert_eq!(found, [("https://x.com/a", data, true), ("https://x.com/b", data, false)]);
}

#[test]
fn pages_that_may_show_accounts_are_led_to() {
    let page = page(
        "<a href=/contact/>Contact</a><a href='/over/social-media'>Volg ons online</a><a href=https://a.example/contact>Contact</a>\
         <a href=/nieuws>Nieuws</a><a href=/kontakt#a>Kontakt</a>",
    );
    let address = Url::parse("https://www.voorbeeld.example/").unwrap();
    let leads = page.leads(&address);
    let leads: Vec<_> = leads.iter().map(|(kind, url)| (*kind, url.path())).collect();
    let (social, contact) = (LeadKind::Social, LeadKind::Contact);
    assert_eq!(
        leads,
        [(social, "/over/social-media"), (contact, "/contact/"), (contact, "/kontakt")]
    );
}

#[test]
fn what_is_huge_is_read_all_the_same() {
    let deep = format!("{}{LINK}{}", "<div>".repeat(64_000), "</span></div>".repeat(64_000));
    let names: Vec<String> = (0..100_000).map(|n| format!("a{n}=b")).collect();
    let wide = names.join(" ");
    let long = "a".repeat(LONGEST_ADDRESS);
    for (name, html, links) in [
        ("nested", deep, 1),
        ("attributes", format!("<p {wide}>{LINK}"), 1),
        ("unclosed links", LINK.replace("</a>", "").repeat(5_000), 5_000),
        ("a long address", format!("<a href='https://x.com/{long}'>"), 0),
        ("ends without beginnings", format!("{}{LINK}", "</b></i>".repeat(50_000)), 1),
    ] {
        assert_eq!(page(&html).links.len(), links, "{name}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_page(bytes in proptest::collection::vec(any::<u8>(), 0..600), kind in "[ -~]{0,30}") {
        Page::read(&bytes, None);
        Page::read(&bytes, Some(&kind));
    }

    #[test]
    fn any_tags_are_a_page(html in "(<(/)?(a|p|li|h2|footer|main|article|noscript|script|title|svg|template)( href=x| class=social)?>|volg ons|x){0,60}") {
        let page = page(&html);
        prop_assert!(page.links.len() <= 60);
    }
}
