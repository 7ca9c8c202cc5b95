//! The words of the interface, in Dutch and English, in one table.

pub mod labels;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// The language for a locale such as `nl_NL.UTF-8`; English unless the locale is Dutch.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale
            .split(['_', '.', '@', '-'])
            .next()
            .unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") {
            Self::Nl
        } else {
            Self::En
        }
    }

    /// The words in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Nl => &NL,
            Self::En => &EN,
        }
    }
}

/// A text with every `{name}` replaced by its value.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

macro_rules! words {
    ($($(#[$doc:meta])* $key:ident: $nl:literal, $en:literal;)*) => {
        /// All words of the interface in one language; a text may hold `{places}` for [`fill`].
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the words themselves say what they are")]
        pub struct Words { $($(#[$doc])* pub $key: &'static str,)* }

        static NL: Words = Words { $($key: $nl,)* };
        static EN: Words = Words { $($key: $en,)* };

        /// Every key with its text in both languages: key, Dutch, English.
        pub const TABLE: &[(&str, &str, &str)] = &[$((stringify!($key), $nl, $en),)*];
    };
}

words! {
    // Trust levels
    trust_confirmed: "bevestigd", "confirmed";
    trust_aged: "verouderd", "aged";
    trust_reported: "gemeld", "reported";
    // Statuses
    status_active: "in gebruik", "in use";
    status_parked: "vastgehouden", "parked";
    status_left: "verlaten", "left";
    status_closed: "gesloten", "closed";
    status_moved: "verhuisd", "moved";
    status_unknown: "gebruik onbekend", "use unknown";
    // Kinds of organisations
    kind_ministry: "ministerie", "ministry";
    kind_high_council: "hoog college van staat", "high council of state";
    kind_agency: "agentschap of dienst", "agency";
    kind_inspectorate: "inspectie", "inspectorate";
    kind_defence: "krijgsmacht", "armed forces";
    kind_police_force: "politiekorps", "police force";
    kind_police_unit: "politie-eenheid", "police unit";
    kind_police_team: "politieteam", "police team";
    kind_police_theme: "politiethema", "police theme";
    kind_court: "rechtspraak", "judiciary";
    kind_administrative_body: "zelfstandig bestuursorgaan", "administrative body";
    kind_statutory_body: "instelling met wettelijke taak", "statutory body";
    kind_advisory_body: "adviescollege", "advisory body";
    kind_province: "provincie", "province";
    kind_water_board: "waterschap", "water board";
    kind_municipality: "gemeente", "municipality";
    kind_caribbean_body: "Caribisch openbaar lichaam", "Caribbean public body";
    kind_safety_region: "veiligheidsregio", "safety region";
    kind_fire_service: "brandweer", "fire service";
    kind_health_service: "GGD", "health service";
    kind_environment_service: "omgevingsdienst", "environment service";
    kind_joint_arrangement: "samenwerkingsverband", "joint arrangement";
    kind_department: "onderdeel of programma", "department or programme";
    kind_other: "overige overheid", "other government body";
    // Steps of the evidence ladder
    method_own_domain: "staat op een domein van de overheid zelf", "lives on a domain of the government itself";
    method_two_way: "wederzijds bewijs: site en account wijzen naar elkaar", "proof both ways: site and account point at each other";
    method_official_site: "de eigen website verwijst ernaar", "the organisation's own website links to it";
    method_register: "staat in een officieel register", "listed in an official register";
    method_wikidata: "staat in Wikidata", "stated in Wikidata";
    method_press: "aangehaald in de pers of op een oude lijst met vinkjes", "quoted in the press or on an old list of verified accounts";
    method_third_party: "staat op een lijst van anderen", "on a list made by others";
    // Whether reading needs a login
    login_no: "leesbaar zonder inloggen", "readable without a login";
    login_partly: "deels leesbaar zonder inloggen", "partly readable without a login";
    login_yes: "alleen leesbaar met inloggen", "readable with a login only";
    login_unknown: "onbekend of inloggen nodig is", "not known whether a login is needed";
    // How a badge is come by
    gained_earned: "verdiend", "earned";
    gained_paid: "betaald", "paid";
    gained_government: "voor overheden", "for governments";
    gained_proof: "technisch bewijs", "technical proof";
    // Fields that a query met
    field_name: "naam", "name";
    field_abbreviation: "afkorting", "abbreviation";
    field_alias: "ook bekend als", "also known as";
    field_former_name: "voorheen", "formerly";
    field_place: "plaats", "place";
    field_handle: "account", "account";
    field_website: "website", "website";
    field_display_name: "schermnaam", "display name";
    field_purpose: "doel", "purpose";
}
