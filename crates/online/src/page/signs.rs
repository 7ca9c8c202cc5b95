//! Signs that a page is none of its owner's, or that what its owner shows is not on it.

use super::words::{has_any, phrase};
use super::{Page, Zone};

/// What keeps a page from saying anything of its owner's accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Obstacle {
    /// A wall that asks whether the visitor is a person, or refuses them.
    BotWall,
    /// A wall that asks for cookies first.
    CookieWall,
    /// A domain that is for sale, or parked.
    Parked,
    /// What no body of a government says: another owner has the domain, or somebody broke in.
    Hostile,
    /// A page that sends its visitors on to the site of somebody else.
    SentAway,
    /// A page that only asks for a language.
    Splash,
    /// A set of frames.
    Frames,
    /// A page that says that there is none.
    ErrorPage,
    /// A page that is empty until a script has run.
    ScriptOnly,
    /// A page that ends before its end.
    Cut,
}

impl Obstacle {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::BotWall,
        Self::CookieWall,
        Self::Parked,
        Self::Hostile,
        Self::SentAway,
        Self::Splash,
        Self::Frames,
        Self::ErrorPage,
        Self::ScriptOnly,
        Self::Cut,
    ];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::BotWall => "bot-wall",
            Self::CookieWall => "cookie-wall",
            Self::Parked => "parked",
            Self::Hostile => "hostile",
            Self::SentAway => "sent-away",
            Self::Splash => "splash",
            Self::Frames => "frames",
            Self::ErrorPage => "error-page",
            Self::ScriptOnly => "script-only",
            Self::Cut => "cut",
        }
    }

    /// Whether nothing on such a page counts. The links of an error page or of a cut one are links all the same.
    pub fn silences(self) -> bool {
        matches!(
            self,
            Self::BotWall | Self::CookieWall | Self::Parked | Self::Hostile | Self::SentAway
        )
    }
}

const BOT: &[&str] = &[
    "just a moment",
    "attention required",
    "access denied",
    "checking your browser",
    "verify you are human",
    "verifying you are human",
    "are you a robot",
    "are you human",
    "ddos guard",
    "ddos protection",
    "request unsuccessful",
    "pardon our interruption",
    "security check",
    "beveiligingscontrole",
    "bent u een robot",
    "ben je een mens",
    "bent u een mens",
    "toegang geweigerd",
    "acces refuse",
    "zugriff verweigert",
    "sicherheitsuberprufung",
    "forbidden",
    "captcha",
    "enable javascript and cookies to continue",
];

const COOKIE_ACCEPT: &[&str] = &[
    "alle cookies accepteren",
    "accepteer alle cookies",
    "cookies accepteren",
    "accepteer cookies",
    "cookies toestaan",
    "cookies weigeren",
    "accept all cookies",
    "accept cookies",
    "allow all cookies",
    "allow cookies",
    "accepter les cookies",
    "accepter tous les cookies",
    "tout accepter",
    "alle cookies akzeptieren",
    "cookies akzeptieren",
    "alle akzeptieren",
    "we use cookies",
    "wij gebruiken cookies",
];

const PARKED: &[&str] = &[
    "buy this domain",
    "this domain is parked",
    "domain is parked",
    "parked domain",
    "parked free",
    "domain parking",
    "domeinnaam geregistreerd",
    "domeinnaam is geregistreerd",
    "deze domeinnaam is gereserveerd",
    "domain kaufen",
    "this domain has expired",
    "domain has expired",
    "domeinnaam is verlopen",
    "related searches",
];

const DOMAIN: &[&str] = &["domain", "domein", "domeinnaam", "domaine", "domainname"];

const FOR_SALE: &[&str] =
    &["for sale", "te koop", "a vendre", "en vente", "zu verkaufen", "zum verkauf"];

const HOSTILE: &[&str] = &[
    "casino",
    "casinos",
    "casinobonus",
    "online gokken",
    "goksites",
    "gokkasten",
    "fruitautomaten",
    "sportwetten",
    "sports betting",
    "betting sites",
    "free spins",
    "gratis spins",
    "jackpot",
    "poker",
    "slots",
    "slot gacor",
    "slot online",
    "judi",
    "bookmakers",
    "paris sportifs",
    "viagra",
    "cialis",
    "kamagra",
    "replica watches",
    "payday loans",
    "minilening",
    "escort",
    "escorts",
    "porn",
    "porno",
    "sex",
    "xxx",
    "crypto trading",
    "forex",
    "hacked by",
    "cbd olie",
    "dating sites",
];

const ERROR: &[&str] = &[
    "404",
    "niet gevonden",
    "pagina bestaat niet",
    "pagina niet beschikbaar",
    "not found",
    "page cannot be found",
    "page does not exist",
    "introuvable",
    "page n existe pas",
    "nicht gefunden",
    "existiert nicht",
];

/// A page with more text than this, in bytes, is no wall.
const LONGEST_WALL: usize = 1500;

/// What keeps a page from saying anything, by its words and its links.
pub(super) fn obstacle(page: &Page) -> Option<Obstacle> {
    let title = phrase(&page.title);
    let first = page.headings.first().map(|it| phrase(it)).unwrap_or_default();
    let text = phrase(page.text.get(..LONGEST_WALL).unwrap_or(&page.text));
    let (is_short, links) = (page.text.len() < LONGEST_WALL, shown_links(page));
    let heads = |all: &[&str]| has_any(&title, all) || has_any(&first, all);
    let says = |all: &[&str]| heads(all) || has_any(&text, all);
    // "voorbeeld.nl is te koop"
    let names_host = || {
        let mut words = page.title.split_whitespace().map(|it| it.trim_matches('.'));
        words.any(|it| it.split('.').count() > 1 && it.split('.').all(|part| part.len() > 1))
    };
    let is_sold = || says(DOMAIN) && says(FOR_SALE) || names_host() && has_any(&title, FOR_SALE);
    if is_short && links < 8 && (says(PARKED) || is_sold()) {
        Some(Obstacle::Parked)
    } else if [&title, &first].iter().any(|it| has_any(it, HOSTILE) && !speaks_of_rules(it)) {
        Some(Obstacle::Hostile)
    } else if is_short && links < 6 && (heads(BOT) || has_any(&text, &["captcha"])) {
        Some(Obstacle::BotWall)
    } else if is_short && links < 8 && says(COOKIE_ACCEPT) && is_about_cookies(page, &title, &first)
    {
        Some(Obstacle::CookieWall)
    } else if has_frames(page) {
        Some(Obstacle::Frames)
    } else if heads(ERROR) {
        Some(Obstacle::ErrorPage)
    } else if is_splash(page) {
        Some(Obstacle::Splash)
    } else if links == 0 && page.text.len() < 400 && is_script_only(page, &text) {
        Some(Obstacle::ScriptOnly)
    } else {
        None
    }
}

/// What no page of a body is headed by, whatever else stands there: somebody broke in.
const BROKEN_INTO: &[&str] = &[
    "hacked by",
    "slot gacor",
    "slot online",
    "judi online",
    "viagra",
    "cialis",
    "kamagra",
    "replica watches",
];

/// Whether a title is that of somebody who broke in.
pub(crate) fn is_broken_into(title: &str) -> bool {
    has_any(&phrase(title), BROKEN_INTO)
}

/// A body may write of gambling or of drugs: then it warns of it, or it grants permits.
fn speaks_of_rules(text: &str) -> bool {
    const RULES: &[&str] = &[
        "vergunning",
        "vergunningen",
        "toezicht",
        "kansspel",
        "kansspelen",
        "kansspelautoriteit",
        "verslaving",
        "voorlichting",
        "handhaving",
        "permit",
        "licence",
        "authority",
        "commission",
        "regulation",
        "prevention",
        "autorite",
        "kommission",
        "behorde",
    ];
    has_any(text, RULES)
}

fn shown_links(page: &Page) -> usize {
    page.links.iter().filter(|it| it.zone != Zone::Hidden && it.zone != Zone::Head).count()
}

/// Whether the page is about nothing but cookies.
fn is_about_cookies(page: &Page, title: &str, first: &str) -> bool {
    const ABOUT: &[&str] = &[
        "cookie",
        "cookies",
        "toestemming",
        "consent",
        "consentement",
        "zustimmung",
        "einwilligung",
    ];
    has_any(title, ABOUT) || has_any(first, ABOUT) || page.text.len() < 300
}

fn has_frames(page: &Page) -> bool {
    page.links.iter().all(|it| it.zone == Zone::Noscript || it.label.is_empty())
        && page.links.iter().any(|it| it.zone == Zone::Noscript)
        && page.text.len() < 300
        && page.headings.is_empty()
        && page.links.iter().any(|it| it.zone != Zone::Noscript)
}

/// A page with a few links to its languages and nothing else.
fn is_splash(page: &Page) -> bool {
    const LANGUAGES: &[&str] = &[
        "nederlands",
        "english",
        "francais",
        "deutsch",
        "frysk",
        "papiamentu",
        "papiamento",
        "espanol",
        "nl",
        "en",
        "fr",
        "de",
        "dutch",
        "french",
        "german",
    ];
    let links: Vec<_> = page.links.iter().filter(|it| it.zone != Zone::Head).collect();
    let is_language = |label: &str| {
        let words = phrase(label);
        LANGUAGES.contains(&words.trim())
    };
    (2..=6).contains(&links.len())
        && page.text.len() < 400
        && links.iter().filter(|it| is_language(&it.label)).count() >= 2
        && links.iter().all(|it| is_language(&it.label) || it.href.starts_with('#'))
}

fn is_script_only(page: &Page, text: &str) -> bool {
    page.text.is_empty()
        || has_any(text, &["javascript", "laden", "loading", "chargement", "wird geladen"])
}
