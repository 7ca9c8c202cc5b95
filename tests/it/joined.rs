//! What stands together in one input is judged apart: nothing official vouches for what is beside it.

use std::thread;

use officieel::check::{Answer, Verdict};

use crate::loaded::{BUILT_IN, Loaded};

/// What is asked about, and what may be told of it: the text that an answer is about has this in it.
struct Pair {
    real: &'static str,
    real_core: &'static str,
    fake: &'static str,
    fake_core: &'static str,
}

const fn pair(
    real: &'static str,
    real_core: &'static str,
    fake: &'static str,
    fake_core: &'static str,
) -> Pair {
    Pair { real, real_core, fake, fake_core }
}

/// Addresses with a scheme, without one, names with their sign, names alone, numbers.
const PAIRS: [Pair; 10] = [
    pair("https://x.com/POL_Ede", "POL_Ede", "https://x.com/P0L_Ede", "P0L_Ede"),
    pair(
        "https://x.com/POL_Ede/",
        "POL_Ede",
        "https://evil-bank.example/login",
        "evil-bank.example",
    ),
    pair(
        "https://www.instagram.com/knmi.nl/",
        "knmi.nl",
        "https://www.instagram.com/knrni.nl/",
        "knrni.nl",
    ),
    pair("https://x.com/POL_Ede", "POL_Ede", "WWW.POLITIE-EDE-HULP.NL", "POLITIE-EDE-HULP"),
    pair("x.com/POL_Ede", "POL_Ede", "x.com/P0L_Ede", "P0L_Ede"),
    pair(
        "https://www.facebook.com/PolitieEde",
        "PolitieEde",
        "politie-ede.nl/login",
        "politie-ede.nl",
    ),
    pair("@POL_Ede", "POL_Ede", "@P0L_Ede", "P0L_Ede"),
    pair("@POL_Ede", "POL_Ede", "https://x.com/P0L_Ede", "P0L_Ede"),
    pair("POL_Ede", "POL_Ede", "P0L_Ede", "P0L_Ede"),
    pair("06 46 76 48 67", "06 46 76 48 67", "06 12 34 56 78", "06 12 34 56 78"),
];

/// What people, programs and forgers put between two things.
const SEPARATORS: [&str; 75] = [
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\u{A0}",
    "\u{2003}",
    "\u{3000}",
    "\u{2028}",
    ",",
    ", ",
    " , ",
    ";",
    "; ",
    " ; ",
    ":",
    ": ",
    ".",
    ". ",
    "!",
    "! ",
    "?",
    "? ",
    " - ",
    " \u{2013} ",
    " \u{2014} ",
    "\u{2013}",
    "\u{2014}",
    "|",
    " | ",
    "/",
    " / ",
    "//",
    " en ",
    " of ",
    " and ",
    " & ",
    "&",
    "+",
    " + ",
    "=",
    " = ",
    "->",
    "=>",
    "\u{2192}",
    " \u{2192} ",
    "<",
    ">",
    "<br>",
    "<br/>",
    "</p><p>",
    "&nbsp;",
    "&lt;br&gt;",
    "&#10;",
    "%20",
    "%0A",
    "\"",
    "\",\"",
    "'",
    "','",
    "(",
    ")",
    "[",
    "][",
    "](",
    "{",
    "}",
    "*",
    "~",
    "^",
    "`",
    "\u{2022}",
    "\u{1F449}",
    "\u{1F512}\u{FE0F}",
];

/// What stands around two joined things.
const AROUND: [(&str, &str); 16] = [
    ("", ""),
    ("Klopt dit? ", ""),
    ("Volg ons: ", "!"),
    ("Let op, ", " is niet van ons."),
    ("(", ")"),
    ("\u{201C}", "\u{201D}"),
    ("- ", "\n- niets"),
    ("* ", ""),
    ("> ", ""),
    ("<p>", "</p>"),
    ("<li>", "</li></ul>"),
    ("[b]", "[/b]"),
    ("Gemeente;Kanaal;", ";ja"),
    ("\"naam\",\"", "\",\"ja\""),
    ("Van: Politie\nAan: u\n\n", "\n\nGroet"),
    ("{\"url\": \"", "\"}"),
];

/// Links in markup.
const LINKS: [&str; 12] = [
    "[{shown}]({target})",
    "Zie [{shown}]({target}).",
    "[{shown}](<{target}>)",
    "[{shown}]({target} \"titel\")",
    "<a href=\"{target}\">{shown}</a>",
    "<a class='b' href='{target}' target=_blank>{shown}</a>",
    "[url={target}]{shown}[/url]",
    "[url=\"{target}\"]{shown}[/url]",
    "\"{shown}\":{target}",
    "<{target}|{shown}>",
    "=HYPERLINK(\"{target}\";\"{shown}\")",
    "[[{target}][{shown}]]",
];

impl Loaded {
    /// What is wrong with the answers to an input that holds both of a pair.
    fn fault(&self, pair: &Pair, input: &str) -> Option<String> {
        let answers = self.answers(input);
        let is_official = |it: &Answer| matches!(it.verdict, Verdict::Official(_));
        let stands = |core: &str| {
            let core = core.to_lowercase();
            answers.iter().filter(move |it| it.asked.to_lowercase().contains(&core))
        };
        let why = if answers.iter().all(is_official) {
            "all of it is official"
        } else if stands(pair.fake_core).any(is_official) {
            "the fake is official"
        } else if stands(pair.fake_core).next().is_none() {
            "the fake is passed over"
        } else if !stands(pair.real_core).any(is_official) {
            "the real one is passed over"
        } else {
            return None;
        };
        let told: Vec<_> = answers.iter().map(|it| (&it.asked, it.verdict.id())).collect();
        Some(format!("{why}: {input:?} -> {told:?}"))
    }
}

/// Whether nothing can tell two things apart that are joined so: a point or a slash may belong to an
/// address.
fn is_one_word(first: &str, separator: &str, second: &str) -> bool {
    let is_schemeless = !first.contains("://") || !second.contains("://");
    let is_of_address = separator == "." || separator.starts_with('/');
    is_schemeless && is_of_address && !first.starts_with('@')
}

/// Whether what stands behind a sign is a part of the address before it, on the host of a stranger: that it is
/// genuine says nothing there.
fn is_of_stranger(first: &str, separator: &str) -> bool {
    let strangers = ["evil-bank.example", "politie-ede.nl", "WWW.POLITIE-EDE-HULP.NL"];
    strangers.iter().any(|it| first.contains(it)) && ["/", "//", "?", "&", "="].contains(&separator)
}

fn inputs() -> Vec<(&'static Pair, String)> {
    let mut inputs = Vec::new();
    for pair in &PAIRS {
        for separator in SEPARATORS {
            for (first, second) in [(pair.real, pair.fake), (pair.fake, pair.real)] {
                if is_one_word(first, separator, second) || is_of_stranger(first, separator) {
                    continue;
                }
                for (before, behind) in AROUND {
                    inputs.push((pair, format!("{before}{first}{separator}{second}{behind}")));
                }
            }
        }
        for link in LINKS {
            for (shown, target) in [(pair.real, pair.fake), (pair.fake, pair.real)] {
                // What has no scheme leads on from the page that a link stands on.
                let is_address = target.contains("://") || target.starts_with("WWW.");
                if is_address {
                    let input = link.replace("{shown}", shown).replace("{target}", target);
                    inputs.push((pair, input));
                }
            }
        }
    }
    inputs
}

#[test]
fn what_is_joined_is_judged_apart() {
    let inputs = inputs();
    assert!(inputs.len() > 20_000, "{}", inputs.len());
    let half = inputs.len() / 2;
    let faults: Vec<String> = thread::scope(|scope| {
        let parts = [&inputs[..half], &inputs[half..]];
        let threads = parts.map(|part| {
            scope.spawn(|| {
                let faults = part.iter().filter_map(|(pair, input)| BUILT_IN.fault(pair, input));
                faults.collect::<Vec<_>>()
            })
        });
        threads.into_iter().flat_map(|it| it.join().unwrap()).collect()
    });
    let shown = faults.iter().take(10).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {}:\n{shown}", faults.len(), inputs.len());
}
