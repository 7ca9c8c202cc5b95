//! Words that tell on pages what a link or a block is for, in Dutch, English, French and German.
//!
//! They are words of pages anywhere; the words of a country's bodies stand in its directory.

use officieel_directory::text::fold::fold;

use super::LeadKind;

/// Phrases that say that one can follow somebody, folded: whole words, with single spaces.
const FOLLOW: &[&str] = &[
    "volg",
    "sociale media",
    "social media",
    "socials",
    "follow",
    "find us on",
    "connect with us",
    "stay connected",
    "suivez",
    "suivre",
    "nous suivre",
    "retrouvez nous",
    "reseaux sociaux",
    "folgen sie",
    "folge uns",
    "folgt uns",
    "folgen",
    "soziale medien",
    "soziale netzwerke",
    "sozialen medien",
    "sozialen netzwerken",
];

/// The same of the site's own body: whoever writes so speaks of themselves.
const FOLLOW_US: &[&str] = &[
    "volg ons",
    "volg ook ons",
    "volg je ons",
    "volgt u ons",
    "follow us",
    "find us on",
    "connect with us",
    "suivez nous",
    "retrouvez nous",
    "nous suivre",
    "folgen sie uns",
    "folge uns",
    "folgt uns",
];

/// What heads buttons that share a page.
const SHARE: &[&str] = &[
    "deel",
    "deel dit",
    "delen",
    "deel deze pagina",
    "share",
    "share this",
    "share this page",
    "partager",
    "partagez",
    "teilen",
    "seite teilen",
];

/// What stands before the name of whoever made a site.
const CREDIT: &[&str] = &[
    "website door",
    "site door",
    "website van",
    "gemaakt door",
    "gebouwd door",
    "gerealiseerd door",
    "ontwikkeld door",
    "ontwerp",
    "ontwerp door",
    "realisatie",
    "webdesign",
    "website by",
    "site by",
    "made by",
    "built by",
    "designed by",
    "design by",
    "developed by",
    "powered by",
    "hosted by",
    "mogelijk gemaakt door",
    "site par",
    "realise par",
    "realisation",
    "conception",
    "umsetzung",
    "erstellt von",
    "realisiert von",
    "gestaltung",
];

/// What heads the accounts of others.
const OTHERS: &[&str] = &[
    "partner",
    "partners",
    "partenaire",
    "partenaires",
    "sponsor",
    "sponsors",
    "leden",
    "members",
    "membres",
    "mitglieder",
    "organisaties",
    "andere organisaties",
    "other organisations",
    "autres organisations",
    "andere organisationen",
    "samenwerking",
    "samenwerkingspartners",
    "in samenwerking met",
    "ook interessant",
    "zie ook",
    "see also",
    "voir aussi",
    "siehe auch",
];

/// Offices that a person holds.
const OFFICES: &[&str] = &[
    "burgemeester",
    "wethouder",
    "wethouders",
    "raadslid",
    "raadsleden",
    "gemeentesecretaris",
    "griffier",
    "minister",
    "staatssecretaris",
    "gedeputeerde",
    "dijkgraaf",
    "commissaris",
    "wijkagent",
    "directeur",
    "voorzitter",
    "woordvoerder",
    "schepen",
    "gouverneur",
    "korpschef",
    "mayor",
    "alderman",
    "councillor",
    "secretary of state",
    "chairman",
    "chair",
    "director",
    "spokesperson",
    "bourgmestre",
    "maire",
    "echevin",
    "echevine",
    "gouverneure",
    "ministre",
    "directeur general",
    "porte parole",
    "burgermeister",
    "burgermeisterin",
    "oberburgermeister",
    "stadtrat",
    "ministerin",
    "landrat",
    "sprecher",
    "sprecherin",
];

/// Whether a heading or label says that one can follow somebody.
pub(super) fn is_follow(text: &str) -> bool {
    has_any(&phrase(text), FOLLOW)
}

/// Whether a text says that one can follow whoever speaks.
pub fn is_follow_us(text: &str) -> bool {
    has_any(&phrase(text), FOLLOW_US)
}

/// Whether a heading is that of buttons for sharing.
pub(super) fn is_share(text: &str) -> bool {
    let phrase = phrase(text);
    let is_whole = SHARE.iter().any(|it| phrase.trim() == *it);
    let begins = |it: &&str| phrase.trim_start().starts_with(&format!("{it} "));
    // A part of something is no button: "deel 2 van het plan".
    is_whole || (SHARE.iter().any(begins) && !phrase.contains(|c: char| c.is_ascii_digit()))
}

/// Whether a text names whoever made the site.
pub fn is_credit(text: &str) -> bool {
    has_any(&phrase(text), CREDIT)
}

/// Whether a heading is that of the accounts of others.
pub fn is_of_others(text: &str) -> bool {
    has_any(&phrase(text), OTHERS)
}

/// Whether a text names an office that a person holds.
pub fn names_office(text: &str) -> bool {
    has_any(&phrase(text), OFFICES)
}

/// The office that a handle begins or ends with.
pub fn office_in_handle(handle: &str) -> Option<&'static str> {
    let handle = fold(handle);
    let is_it = |office: &&&str| {
        office.len() > 5
            && !office.contains(' ')
            && (handle.starts_with(**office) || handle.ends_with(**office))
    };
    // `ministerie` begins with `minister`, and is no person.
    let is_body = handle.contains("ministerie") || handle.contains("ministry");
    OFFICES.iter().find(is_it).copied().filter(|_| !is_body)
}

/// Whether a page may show accounts, by the words of the link to it and by its path.
pub(super) fn lead(label: &str, title: &str, path: &str) -> Option<LeadKind> {
    let words = phrase(&format!("{label} {title}"));
    let path = phrase(&path.chars().take(300).collect::<String>());
    let last = path.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_follow = |text: &str| {
        has_any(text, &["social media", "sociale media", "socialmedia", "reseaux sociaux"])
            || has_any(text, &["soziale medien", "soziale netzwerke"])
            || has_any(text, FOLLOW_US)
    };
    let is_contact = |text: &str| {
        has_any(
            text,
            &["contact", "contacteer", "kontakt", "contactez", "contacto", "contactgegevens"],
        )
    };
    // A whole text is no name of a page.
    let is_short = words.len() < 80;
    if (is_short && is_follow(&words)) || is_follow(&path) {
        Some(LeadKind::Social)
    } else if (is_short && is_contact(&words)) || is_contact(last) {
        Some(LeadKind::Contact)
    } else {
        None
    }
}

/// A text folded, with everything that is no letter or digit as one space, and one at both ends.
pub(crate) fn phrase(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// Whether a text that [`phrase`] made has one of these, as whole words.
pub(crate) fn has_any(phrase: &str, all: &[&str]) -> bool {
    let mut rest = phrase;
    while let Some((_, word)) = rest.split_once(' ') {
        rest = word;
        let Some(first) = word.bytes().next() else { break };
        let is_here = |it: &&str| {
            it.bytes().next() == Some(first)
                && word.strip_prefix(*it).is_some_and(|behind| behind.starts_with(' '))
        };
        if all.iter().any(is_here) {
            return true;
        }
    }
    false
}
