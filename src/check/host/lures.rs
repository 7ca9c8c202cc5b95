//! Lures: words beside a name that make somebody sign in or pay.

/// Words that those who imitate a service put beside its name, to make somebody sign in or pay: in Dutch, English, French
/// and German, for a sender of such a thing writes in the language of whoever is to fall for it.
const LURES: &[&str] = &[
    "aangifte",
    "aanmaning",
    "aanvraag",
    "aanvragen",
    "account",
    "activatie",
    "activeren",
    "amende",
    "amendes",
    "anmeldung",
    "application",
    "apply",
    "appointment",
    "bekeuring",
    "bericht",
    "berichten",
    "berichtenbox",
    "beslag",
    "betaal",
    "betaalverzoek",
    "betalen",
    "betaling",
    "betalingen",
    "bevestigen",
    "boete",
    "boetes",
    "bussgeld",
    "compensatie",
    "compte",
    "connexion",
    "controle",
    "facture",
    "factuur",
    "form",
    "formulier",
    "helpdesk",
    "heractiveren",
    "https",
    "identificatie",
    "identification",
    "incasso",
    "inlog",
    "inloggen",
    "invordering",
    "kenteken",
    "kentekens",
    "keuring",
    "klantenservice",
    "konto",
    "login",
    "logon",
    "mijn",
    "nabetaling",
    "official",
    "officieel",
    "openstaand",
    "paiement",
    "payer",
    "payment",
    "permit",
    "rechnung",
    "refund",
    "reglement",
    "rekening",
    "remboursement",
    "schuld",
    "schulden",
    "secure",
    "securise",
    "sicherheit",
    "terugbetaling",
    "teruggaaf",
    "teruggave",
    "toeslag",
    "uitkering",
    "update",
    "veilig",
    "verblijf",
    "vergoeding",
    "verificatie",
    "verifier",
    "verifieren",
    "verify",
    "verkeersboete",
    "verkeersboetes",
    "verlengen",
    "vernieuwen",
    "vordering",
    "waarschuwing",
    "webcare",
    "www",
    "zahlung",
];

/// Words that they use as well, and others no less.
const WEAK_LURES: &[&str] = &[
    "alert",
    "app",
    "belasting",
    "bezorging",
    "code",
    "dienst",
    "herstel",
    "info",
    "inklaring",
    "invoer",
    "invoerkosten",
    "invoerrechten",
    "kosten",
    "levering",
    "loket",
    "melding",
    "meldpunt",
    "my",
    "nederland",
    "nl",
    "omgeving",
    "online",
    "overheid",
    "page",
    "pagina",
    "pakje",
    "pakket",
    "pakketje",
    "pakketten",
    "pas",
    "portaal",
    "portal",
    "service",
    "site",
    "subsidie",
    "support",
    "toeslagen",
    "track",
    "tracking",
    "vandaag",
    "zending",
    "zendingen",
];

/// Words that say nothing.
const STOP_WORDS: &[&str] = &["bij", "de", "een", "en", "het", "uw", "van", "voor"];

/// How much a word beside a name looks like a lure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lure {
    /// It says nothing.
    #[default]
    None,
    /// It is used by those who imitate a service, and by others no less.
    Weak,
    /// It is there to make somebody sign in or pay.
    Strong,
}

/// What lure a text is made of; `None` where it has other words in it.
pub(super) fn lure(text: &str) -> Option<Lure> {
    let lists = [(LURES, Lure::Strong), (WEAK_LURES, Lure::Weak), (STOP_WORDS, Lure::None)];
    let of_list = |(words, own): (&[&str], Lure)| {
        let rests = words.iter().filter_map(|word| text.strip_prefix(word));
        let of_rest = |rest: &str| if rest.is_empty() { Some(own) } else { lure(rest) };
        rests.filter_map(of_rest).map(|lure| lure.max(own)).max()
    };
    lists.into_iter().filter_map(of_list).max()
}

/// Whether a text begins with a strong lure, whatever follows: `inlogpagina`.
pub(super) fn begins_with_lure(text: &str) -> bool {
    LURES.iter().any(|lure| text.starts_with(lure))
}
