//! What style sheets and `style` attributes hide, and what they don't.

mod limits;
mod styles;

use super::*;

/// Whether a visitor is shown the link to the account `a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Shown,
    Unclear,
    Hidden,
}

fn seen(html: &str) -> Is {
    let page = page(html);
    let link = page.links.iter().find(|link| link.href == "https://x.com/a").unwrap();
    match (link.zone == Zone::Hidden, link.may_be_hidden) {
        (true, _) => Is::Hidden,
        (false, true) => Is::Unclear,
        (false, false) => Is::Shown,
    }
}

/// The same of a page with a style sheet before what stands in it, and behind it; `{}` is the link.
fn by_sheet(css: &str, html: &str) -> [Is; 2] {
    let (style, body) = (format!("<style>{css}</style>"), html.replace("{}", LINK));
    [seen(&format!("{style}{body}")), seen(&format!("{body}{style}"))]
}

#[test]
fn what_a_selector_is_about_is_hidden() {
    for (name, css, html, expected) in [
        ("within", "footer .z{display:none}", "<footer><p class=z>{}</p></footer>", Is::Hidden),
        ("not within", "nav .z{display:none}", "<footer><p class=z>{}</p></footer>", Is::Shown),
        ("farther within", "#f p a{display:none}", "<div id=f><p><b>{}</b></p></div>", Is::Hidden),
        ("right within", "#f>p{display:none}", "<div id=f><p>{}</p></div>", Is::Hidden),
        ("not right within", "#f>p{display:none}", "<div id=f><b><p>{}</p></b></div>", Is::Shown),
        ("in the page", "html > body .z{display:none}", "<p class=z>{}</p>", Is::Hidden),
        ("of the page", "body > .z{display:none}", "<p class=z>{}</p>", Is::Hidden),
        ("not of the page", "body > .z{display:none}", "<b><p class=z>{}</p></b>", Is::Shown),
        ("behind", "i + a{display:none}", "<p><i>x</i>{}</p>", Is::Hidden),
        ("behind a void one", "br+a{display:none}", "<p><br>{}</p>", Is::Hidden),
        ("not right behind", "i + a{display:none}", "<p><i>x</i><b>x</b>{}</p>", Is::Shown),
        ("somewhere behind", "i ~ a{display:none}", "<p><i>x</i><b>x</b>{}</p>", Is::Hidden),
        ("before", "i ~ a{display:none}", "<p>{}<i>x</i></p>", Is::Shown),
        ("behind and within", "i + p > a{display:none}", "<i>x</i><p>{}</p>", Is::Hidden),
        ("the first", "a:first-child{display:none}", "<p>{}</p>", Is::Hidden),
        ("not the first", "a:first-child{display:none}", "<p><i>x</i>{}</p>", Is::Shown),
        ("any of", ":is(.y, .z){opacity:0}", "<p class=z>{}</p>", Is::Hidden),
        ("none of", ":is(.y, .x){opacity:0}", "<p class=z>{}</p>", Is::Shown),
        ("where", "div :where(.z) a{opacity:0}", "<div><p class=z>{}</p></div>", Is::Hidden),
        ("not", "p:not(.y){opacity:0}", "<p class=z>{}</p>", Is::Hidden),
        ("not not", "p:not(.z){opacity:0}", "<p class=z>{}</p>", Is::Shown),
        ("an attribute", "[data-z]{opacity:0}", "<p data-z>{}</p>", Is::Hidden),
        ("a value", "[data-z='b c']{opacity:0}", "<p data-z='b c'>{}</p>", Is::Hidden),
        ("another value", "[data-z=b]{opacity:0}", "<p data-z='b c'>{}</p>", Is::Shown),
        ("a beginning", "[class^=z-]{opacity:0}", "<p class=z-a>{}</p>", Is::Hidden),
        ("an end", "[class$=-z]{opacity:0}", "<p class=a-z>{}</p>", Is::Hidden),
        ("a part", "[href*='x.com']{opacity:0}", "{}", Is::Hidden),
        ("a word", "[class~=z]{opacity:0}", "<p class='y z'>{}</p>", Is::Hidden),
        ("a language", "[lang|=nl]{opacity:0}", "<p lang=nl-NL>{}</p>", Is::Hidden),
        ("in any case", "[data-z=B i]{opacity:0}", "<p data-z=b>{}</p>", Is::Hidden),
        ("in its case", "[data-z=B]{opacity:0}", "<p data-z=b>{}</p>", Is::Shown),
        ("two classes", ".z.y{display:none}", "<p class='y z'>{}</p>", Is::Hidden),
        ("one of two classes", ".z.y{display:none}", "<p class=z>{}</p>", Is::Shown),
        ("all", "*{display:none}", "<p>{}</p>", Is::Hidden),
        ("a link", "a:link, a:visited{display:none}", "{}", Is::Hidden),
        ("all media", "@media all{.z{display:none}}", "<p class=z>{}</p>", Is::Hidden),
        ("screens", "@media only screen{.z{display:none}}", "<p class=z>{}</p>", Is::Hidden),
        ("not paper", "@media not print{.z{display:none}}", "<p class=z>{}</p>", Is::Hidden),
        ("a layer", "@layer a{.z{display:none}}", "<p class=z>{}</p>", Is::Hidden),
        ("nested", ".z{color:red;& b{display:none}}", "<p class=z><b>{}</b></p>", Is::Hidden),
        ("nested without a sign", ".z{b{display:none}}", "<p class=z><b>{}</b></p>", Is::Hidden),
        ("nested right within", ".z{>b{display:none}}", "<p class=z><b>{}</b></p>", Is::Hidden),
        ("nested with more", ".z{&.y{display:none}}", "<p class='z y'>{}</p>", Is::Hidden),
        ("nested media", ".z{@media screen{display:none}}", "<p class=z>{}</p>", Is::Hidden),
        ("beside nested", ".z{b{color:red} display:none}", "<p class=z>{}</p>", Is::Hidden),
        ("a part of it", ".z::before{display:none}", "<p class=z>{}</p>", Is::Shown),
        ("an older part of it", ".z:after{display:none}", "<p class=z>{}</p>", Is::Shown),
        ("what can't be", ".z, .5{display:none}", "<p class=z>{}</p>", Is::Shown),
        ("what is open", ".z, ({display:none}", "<p class=z>{}</p>", Is::Shown),
        ("a support", "@supports (a:b){.z{display:none}}", "<p class=z>{}</p>", Is::Unclear),
        ("what it has", ".z:has(i){display:none}", "<p class=z>{}</p>", Is::Unclear),
        ("what it hasn't", ".y:has(i){display:none}", "<p class=z>{}</p>", Is::Shown),
        ("the last", ".z:last-child{display:none}", "<p class=z>{}</p>", Is::Unclear),
        ("what is new", ".z:of-tomorrow(2){display:none}", "<p class=z>{}</p>", Is::Unclear),
        ("a scope", "@scope (a){.z{display:none}}", "<p class=z>{}</p>", Is::Unclear),
        (
            "before a script",
            ".no-js .z{display:none}",
            "<html class=no-js><p class=z>{}</p>",
            Is::Unclear,
        ),
        (
            "without a script",
            "html:not(.js) .z{display:none}",
            "<html><p class=z>{}</p>",
            Is::Unclear,
        ),
        (
            "behind a script",
            ".js .z{display:none}",
            "<html class=no-js><p class=z>{}</p>",
            Is::Shown,
        ),
    ] {
        assert_eq!(by_sheet(css, html), [expected; 2], "{name}");
    }
}

#[test]
fn of_several_rules_that_counts_which_goes_before_the_others() {
    let z = "<p id=z class='z menu'>{}</p>";
    let menu = "<nav class=menu><ul class=z><li>{}</ul></nav>";
    for (name, css, html, expected) in [
        ("the later", ".z{display:block}.menu{display:none}", z, Is::Hidden),
        ("an id", "#z{display:block}.z{display:none}", z, Is::Shown),
        ("more of it", "p.z{display:block}.z{display:none}", z, Is::Shown),
        ("within", "body .z{display:block}.z{display:none}", z, Is::Shown),
        ("by an attribute", ".z{display:none}[class~=menu]{display:block}", z, Is::Shown),
        ("by any of", ".z{display:none}:is(.z){display:block}", z, Is::Shown),
        ("by less", ".z{display:none}:where(.z){display:block}", z, Is::Hidden),
        ("an important one", ".z{display:block!important}#z{display:none}", z, Is::Shown),
        ("no layer", "@layer a{#z{display:none}}.z{display:block}", z, Is::Shown),
        ("the later layer", "@layer a{#z{display:none}}@layer b{.z{display:flex}}", z, Is::Shown),
        (
            "layers in order",
            "@layer b,a;@layer a{.z{opacity:0}}@layer b{#z{opacity:1}}",
            z,
            Is::Hidden,
        ),
        (
            "an important layer",
            "@layer a{.z{display:none!important}}#z{display:block!important}",
            z,
            Is::Hidden,
        ),
        ("another property", "#z{visibility:visible}.z{display:none}", z, Is::Hidden),
        (
            "on wide screens",
            ".z{display:none}@media (min-width:9em){.z{display:flex}}",
            z,
            Is::Shown,
        ),
        (
            "on wide screens, but later not",
            "@media (min-width:9em){.z{display:flex}}.z{display:none}",
            z,
            Is::Hidden,
        ),
        ("where one points", ".z{display:none}nav:hover>.z{display:block}", menu, Is::Shown),
        (
            "to keyboards",
            ".z{position:absolute;left:-9999px}.z:focus{position:static}",
            z,
            Is::Shown,
        ),
        ("to keyboards by place", ".z{left:-9999px}.z:focus-within{left:0}", z, Is::Shown),
        (
            "in a box that is checked",
            ".z{display:none}:checked~.z{display:block}",
            "<input><p class=z>{}</p>",
            Is::Shown,
        ),
        ("by a class more", ".z{display:none}.z.open{display:block}", z, Is::Unclear),
        ("by a class around", ".z{display:none}.open .z{display:block}", z, Is::Unclear),
        ("by a class of the page", ".z{display:none}body.open .z{display:block}", z, Is::Unclear),
        (
            "by another value",
            "[data-is=shut] li{display:none}[data-is=open] li{display:block}",
            "<ul data-is=shut><li>{}</ul>",
            Is::Unclear,
        ),
        (
            "by another value before",
            "[data-is=shut]+ul{display:none}[data-is=open]+ul{display:block}",
            "<b data-is=shut>x</b><ul><li>{}</ul>",
            Is::Unclear,
        ),
        (
            "by a class of the menu",
            ".menu ul{display:none}.menu.open ul{display:block}",
            menu,
            Is::Unclear,
        ),
        (
            "of another menu",
            ".z{display:none}.nav a{display:block}.nav .y{display:block}",
            z,
            Is::Hidden,
        ),
        ("of another element", ".z{display:none}nav a,b.z{display:block}", z, Is::Hidden),
        ("hidden by a class more", ".z.closed{display:none}", z, Is::Shown),
        ("perhaps", ".z{display:none}.z:has(a){display:block}", z, Is::Unclear),
        (
            "perhaps, and surely",
            ".z{display:none}.z{display:block}.z:has(a){display:block}",
            z,
            Is::Shown,
        ),
    ] {
        assert_eq!(by_sheet(css, html), [expected; 2], "{name}");
    }
}

#[test]
fn what_an_element_says_itself_and_what_is_inherited_is_weighed_too() {
    let menu = "<nav class=menu><ul class=z><li>{}</ul></nav>";
    let deep = "b{".repeat(20);
    for (name, css, html, expected) in [
        ("too deep to be read", deep.as_str(), "{}", Is::Unclear),
        ("by itself", ".z{display:none}", "<p class=z style=display:block>{}</p>", Is::Shown),
        ("hidden by itself", "#z{display:block}", "<p id=z style=display:none>{}</p>", Is::Hidden),
        (
            "important",
            "#z{display:block!important}",
            "<p id=z style=display:none>{}</p>",
            Is::Shown,
        ),
        ("an attribute", ".z{display:flex}", "<p class=z hidden>{}</p>", Is::Shown),
        ("an attribute alone", ".y{display:flex}", "<p class=z hidden>{}</p>", Is::Hidden),
        ("inside", "ul{visibility:hidden}li{visibility:visible}", menu, Is::Shown),
        ("not so inside", "ul{display:none}li{display:block}", menu, Is::Hidden),
        ("letters inside", "ul{font-size:0}li{font-size:1rem}", menu, Is::Shown),
        ("no letters inside", "ul{font-size:0}li{color:red}", menu, Is::Hidden),
    ] {
        assert_eq!(by_sheet(css, html), [expected; 2], "{name}");
    }
}

#[test]
fn a_link_is_seen_that_has_a_picture_in_place_of_its_words() {
    let link =
        |inside: &str| format!("<p class=z><a class=l href=https://x.com/a>{inside}</a></p>");
    let sr = ".sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}";
    let sr = |more: &str| format!("{sr}{more}");
    for (name, css, inside, expected) in [
        ("words for screen readers", sr(""), "<svg></svg><span class=sr>X</span>", Is::Shown),
        ("nothing else", sr(""), "<span class=sr>X</span>", Is::Shown),
        ("itself for screen readers", sr(".l{left:-9999px}"), "X", Is::Hidden),
        ("no letters", ".l{font-size:0}".to_owned(), "X", Is::Hidden),
        ("a drawing", ".l{font-size:0}".to_owned(), "X<svg></svg>", Is::Shown),
        ("a picture", ".z{text-indent:-999em}".to_owned(), "X<img src=x>", Is::Shown),
        (
            "a hidden picture",
            ".l{font-size:0}img{display:none}".to_owned(),
            "<img src=x>",
            Is::Hidden,
        ),
        ("a picture in what isn't there", ".l{display:none}".to_owned(), "<img src=x>", Is::Hidden),
        ("a picture behind", ".l{font-size:0;background:url(x)}".to_owned(), "X", Is::Shown),
        (
            "a sign before",
            ".l{font-size:0}.l::before{content:'f';font-size:9px}".to_owned(),
            "X",
            Is::Shown,
        ),
        (
            "a picture before",
            ".l{text-indent:-999em}.l:before{background:url(x)}".to_owned(),
            "X",
            Is::Shown,
        ),
        ("no sign before", ".l{font-size:0}.l::before{content:'f'}".to_owned(), "X", Is::Hidden),
        (
            "nothing before",
            ".l{font-size:0}.l::before{content:'';font-size:9px}".to_owned(),
            "X",
            Is::Hidden,
        ),
        ("a hidden sign", ".l::before{content:'f';display:none}".to_owned(), "X", Is::Shown),
        ("a picture around", ".z{background:url(x)}.l{font-size:0}".to_owned(), "X", Is::Unclear),
    ] {
        let html = format!("<style>{css}</style>{}", link(inside));
        assert_eq!(seen(&html), expected, "{name}");
        // A sheet in a file of its own may have a picture for what has no words, and nothing else.
        let is_wordless = css.contains(".l{font-size:0}");
        let is_unclear = is_wordless && expected == Is::Hidden;
        let expected = if is_unclear { Is::Unclear } else { expected };
        let other = "<link rel=stylesheet href=a>";
        for html in [format!("{other}{html}"), format!("{html}{other}")] {
            assert_eq!(seen(&html), expected, "{name}, with another sheet");
        }
    }
}

#[test]
fn a_style_sheet_hides_what_it_does_not_display() {
    let link = |more: &str| LINK.replace("<a ", &format!("<a {more} "));
    for (name, css, more) in [
        ("a class", ".z{display:none}", "class=z"),
        ("one of several classes", ".z{display:none}", "class='a z b'"),
        ("an id", "#z { visibility : hidden }", "id=z"),
        ("an element", "a{display:none}", ""),
        ("an element with a class", "A.z{display:none}", "class=z"),
        ("an element with an id", "a#z{display:none}", "id=z"),
        ("a list", ".a, #b ,\n .z{color:red;display:none}", "class=z"),
        ("a comment", "/* } */.z/**/{/* a; */display:/**/none}", "class=z"),
        ("an escape", ".\\7a{displa\\79:none}", "class=z"),
        ("an escaped colon", ".a\\:b{display:none}", "class=a:b"),
        ("capitals", ".z{DISPLAY:NONE}", "class=z"),
        (
            "behind others",
            "@charset 'a;{';@import url(a.css);b{color:red}.z{display:none",
            "class=z",
        ),
        ("behind a string", "b::before{content:'}\"{'}.z{display:none}", "class=z"),
        ("in a comment of HTML", "<!-- .z{display:none} -->", "class=z"),
        ("the later of two", ".z{display:block}.z{display:none}", "class=z"),
        ("the important one", ".z{display:none!important}.z{display:block}", "class=z"),
        ("another thing shown", ".z{display:none}nav a{display:block}", "class=z"),
        ("shown on paper", ".z{display:none}@media print{.z{display:block}}", "class=z"),
    ] {
        let style = format!("<style>{css}</style>");
        for (place_of, html) in [
            ("before", format!("{style}<footer>{}</footer>", link(more))),
            ("behind", format!("<footer>{}</footer>{style}", link(more))),
        ] {
            assert_eq!(place(&html), Some((Zone::Hidden, false)), "{name}, {place_of}");
        }
    }
    let around = format!("<style>.z{{display:none}}</style><div class=z><p>{LINK}</p></div>");
    assert_eq!(place(&around), Some((Zone::Hidden, false)), "around");
}

#[test]
fn what_a_style_sheet_shows_to_somebody_is_shown() {
    for (name, css, more) in [
        ("another class", ".y{display:none}", "class=z"),
        ("a class in capitals", ".Z{display:none}", "class=z"),
        ("a class of another element", "p.z{display:none}", "class=z"),
        ("two classes", ".z.y{display:none}", "class=z"),
        ("inside of another", ".y .z{display:none}", "class=z"),
        ("where nobody points", ".z:not(:hover){display:none}", "class=z"),
        ("on paper", "@media print{.z{display:none}}", "class=z"),
        ("on a narrow screen", "@media (max-width:9em){.z{display:none}}", "class=z"),
        (
            "shown on a wide screen",
            ".z{display:none}@media (min-width:9em){.z{display:flex}}",
            "class=z",
        ),
        ("shown where one points", ".z{display:none}footer:hover>.z{display:block}", "class=z"),
        ("shown later", ".z{display:none}.z{display:block}", "class=z"),
        ("shown by itself", ".z{display:none}", "class=z style='display:inline'"),
        ("in a comment", "/* .z{display:none} */", "class=z"),
        ("in a string", "b::before{content:'.z{display:none}'}", "class=z"),
        ("the page at first", "body,html{visibility:hidden}", "class=z"),
        ("a frame of an animation", "@keyframes k{a{visibility:hidden}}", "class=z"),
        ("nested", ".z{color:red;& b{display:none}}", "class=z"),
    ] {
        let link = LINK.replace("<a ", &format!("<a {more} "));
        let html = format!("<style>{css}</style><footer>{link}</footer>");
        assert_eq!(place(&html), Some((Zone::Footer, false)), "{name}");
    }
    let css = ".z{display:none}";
    for (name, style) in [
        ("on paper", format!("<style media=print>{css}</style>")),
        ("of another language", format!("<style type=text/less>{css}</style>")),
        ("without scripts", format!("<noscript><style>{css}</style></noscript>")),
        ("of nobody", format!("<template><style>{css}</style></template>")),
        ("in a comment", format!("<!-- <style>{css}</style> -->")),
    ] {
        let html = format!("{style}<footer class=z>{LINK}</footer>");
        assert_eq!(place(&html), Some((Zone::Footer, false)), "{name}");
    }
}
