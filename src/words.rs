//! The words of the interface, in Dutch and English, in one table.

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
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") { Self::Nl } else { Self::En }
    }

    /// The code of ISO 639-1.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
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
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            out.push_str(value);
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

macro_rules! words {
    (
        $(#[$about:meta])* $name:ident [$($part:ident: $module:ident $type:ident),*]
        $($(#[$doc:meta])* $key:ident: $nl:literal, $en:literal;)*
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the words themselves say what they are")]
        pub struct $name {
            pub language: Language,
            $(pub $part: &'static $module::$type,)*
            $($(#[$doc])* pub $key: &'static str,)*
        }

        pub(super) static NL: $name = $name { language: Language::Nl, $($part: &$module::NL,)* $($key: $nl,)* };
        pub(super) static EN: $name = $name { language: Language::En, $($part: &$module::EN,)* $($key: $en,)* };

        /// Every key with its text in both languages: key, Dutch, English.
        pub const TABLE: &[(&str, &str, &str)] = &[$((stringify!($key), $nl, $en),)*];
    };
}

pub mod audit;
pub mod conventions;
pub mod labels;
pub mod numbers;
pub mod observations;
pub mod problems;
pub mod rules;
pub mod screen;
pub mod told;
pub mod verdicts;

words! {
    /// All words of the interface in one language; a text may hold `{places}` for [`fill`].
    Words [verdicts: verdicts VerdictWords, audit: audit AuditWords, conventions: conventions ConventionWords, observations: observations ObservationWords, screen: screen ScreenWords]
    // Trust levels
    trust_confirmed: "bevestigd", "confirmed";
    trust_aged: "verouderd", "aged";
    trust_reported: "gemeld", "reported";
    // What trust rests on
    basis_official: "officiële bron", "official source";
    basis_agreeing: "{count} bronnen, los van elkaar", "{count} independent sources";
    basis_others: "geen officiële bron", "no official source";
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
    method_own_observation: "eigen waarneming", "own observation";
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
    // The command line: help
    cli_about: "Welk account van de overheid is het echte? De officiële accounts van de Nederlandse overheid, met het bewijs.", "Which account of the government is the real one? The official accounts of the Dutch government, with the evidence.";
    cli_usage: "Gebruik:", "Usage:";
    cli_commands: "Opdrachten", "Commands";
    cli_arguments: "Argumenten", "Arguments";
    cli_options: "Opties", "Options";
    cli_examples: "Voorbeelden:\n  officieel                           het scherm: typ en zie\n  officieel politie zwolle            het scherm, met deze zoekvraag\n  officieel search toeslagen herstel  wie is dat, en hoe zeker is het\n  officieel check x.com/POL_Ede       is dit echt\n  officieel open --print @POL_Ede     alleen het adres\n\nExitstatus: 0 gevonden, 1 niets gevonden of niet in orde, 2 opdracht of bestand onbruikbaar, 3 lijkt op een ander (check).", "Examples:\n  officieel                           the screen: type and see\n  officieel politie zwolle            the screen, with this query\n  officieel search toeslagen herstel  who is that, and how sure is it\n  officieel check x.com/POL_Ede       is this real\n  officieel open --print @POL_Ede     the address only\n\nExit status: 0 found, 1 nothing found or not sound, 2 unusable arguments or file, 3 looks like another (check).";
    cli_search: "Zoek organisaties: naam, afkorting, plaats, account of adres", "Find organisations: name, abbreviation, place, account or address";
    cli_search_examples: "Voorbeelden:\n  officieel search gem ams\n  officieel search --json de meern", "Examples:\n  officieel search gem ams\n  officieel search --json de meern";
    cli_show: "Toon een organisatie: kanalen, bewijs en wat ontbreekt", "Show one organisation: channels, evidence and what is missing";
    cli_show_examples: "Voorbeelden:\n  officieel show gemeente-zwolle\n  officieel show --json belastingdienst", "Examples:\n  officieel show gemeente-zwolle\n  officieel show --json belastingdienst";
    cli_open: "Open het juiste kanaal in de browser", "Open the right channel in the browser";
    cli_open_examples: "Voorbeelden:\n  officieel open knmi\n  officieel open knmi --platform instagram --print", "Examples:\n  officieel open knmi\n  officieel open knmi --platform instagram --print";
    cli_validate: "Controleer een gids: alle fouten, met regel en kolom", "Check a directory file: every problem, with line and column";
    cli_validate_examples: "Voorbeelden:\n  officieel validate\n  officieel validate --json mijn-gids.toml", "Examples:\n  officieel validate\n  officieel validate --json my-directory.toml";
    cli_fmt: "Zet een gids in de vaste opmaak en volgorde", "Write a directory file in its canonical layout and order";
    cli_fmt_examples: "Voorbeelden:\n  officieel fmt directory.toml\n  officieel fmt --check directory.toml\n  officieel fmt - < in.toml > uit.toml", "Examples:\n  officieel fmt directory.toml\n  officieel fmt --check directory.toml\n  officieel fmt - < in.toml > out.toml";
    cli_arg_query: "Waarnaar u zoekt: woorden, een @account of een adres", "What you look for: words, an @account or an address";
    cli_arg_organisation: "De organisatie: haar id, een officieel id (register, TOOI, Wikidata) of woorden die haar vinden", "The organisation: its id, an official id (register, TOOI, Wikidata), or words that find it";
    cli_arg_file: "Het bestand; - leest de standaardinvoer", "The file; - reads standard input";
    cli_arg_directory: "Gebruik een ander gidsbestand dan het ingebouwde", "Use another directory file than the built-in one";
    cli_arg_lang: "Taal: nl of en; anders die van de omgeving", "Language: nl or en; otherwise that of the environment";
    cli_arg_color: "Kleuren: auto (vanzelf), always (altijd) of never (nooit); ook NO_COLOR werkt", "Colours: auto, always or never; NO_COLOR works too";
    cli_arg_ascii: "Gewone letters in plaats van tekens", "Plain letters instead of signs";
    cli_arg_no_mouse: "Laat de muis aan de terminal", "Leave the mouse to the terminal";
    cli_arg_today: "Beoordeel op deze dag hoe vers het bewijs is, zoals 2026-11-21", "Judge on this day how fresh evidence is, such as 2026-11-21";
    cli_arg_help: "Toon deze hulp", "Show this help";
    cli_arg_version: "Toon de versie", "Show the version";
    cli_arg_limit: "Hoeveel treffers (anders 10); 0 voor alle", "How many hits (otherwise 10); 0 for all";
    cli_arg_json: "JSON in plaats van tekst", "JSON instead of text";
    cli_arg_platform: "Op dit platform, zoals x, mastodon of website", "On this platform, such as x, mastodon or website";
    cli_arg_print: "Druk alleen het adres af", "Only print the address";
    cli_arg_check: "Verander niets; zeg alleen of de opmaak klopt", "Change nothing; only say whether the layout is right";
    // The command line: answers
    cli_query_before_command: "Er staan zoekwoorden vóór een opdracht; zet een zoekvraag met zo'n woord tussen aanhalingstekens, of de opdracht vooraan.", "There are search words before a command; quote a query with such a word, or put the command first.";
    cli_unreadable: "{file} is niet te lezen: {why}", "{file} can't be read: {why}";
    cli_nothing_found: "Niets gevonden voor \"{query}\". Dat zegt niet dat iets nep is: niet elk echt account staat in deze gids.", "Nothing found for \"{query}\". That does not make anything fake: not every real account is listed here.";
    cli_did_you_mean: "Bedoelde u:", "Did you mean:";
    cli_guess: "de letters lijken op de zoekvraag", "its letters resemble the query";
    cli_more_hits: "… en nog {count}; met --limit 0 ziet u alles", "… and {count} more; --limit 0 shows all";
    cli_no_channel: "geen kanaal bekend", "no channel known";
    cli_no_channel_of: "Van {name} is geen kanaal bekend dat te openen is.", "No channel of {name} is known that can be opened.";
    cli_not_on_platform: "Van {name} is geen account op {platform} bekend.", "No account of {name} on {platform} is known.";
    cli_unknown_platform: "\"{platform}\" is geen bekend platform; kies uit {known}.", "\"{platform}\" is no known platform; choose one of {known}.";
    cli_no_display: "deze sessie heeft geen scherm voor een browser", "this session has no screen for a browser";
    cli_handed_over: "Doorgegeven aan de browser.", "Handed to the browser.";
    cli_not_opened: "Niet geopend: {why}. Het adres staat hierboven.", "Not opened: {why}. The address is shown above.";
    cli_contact_form: "contactformulier", "contact form";
    // The command line: names of values, and what is wrong with arguments
    cli_value_options: "OPTIES", "OPTIONS";
    cli_value_command: "OPDRACHT", "COMMAND";
    cli_value_query: "VRAAG", "QUERY";
    cli_value_organisation: "ORGANISATIE", "ORGANISATION";
    cli_value_file: "BESTAND", "FILE";
    cli_value_language: "TAAL", "LANGUAGE";
    cli_value_when: "WANNEER", "WHEN";
    cli_value_date: "DATUM", "DATE";
    cli_value_number: "AANTAL", "NUMBER";
    cli_fault_unknown: "Onbekend argument: {argument}.", "Unknown argument: {argument}.";
    cli_fault_suggestion: "Bedoelde u {suggestion}?", "Did you mean {suggestion}?";
    cli_fault_value: "\"{value}\" past niet bij {argument}.", "\"{value}\" is no value for {argument}.";
    cli_fault_known: "Kies uit: {known}.", "Choose one of: {known}.";
    cli_fault_no_value: "Bij {argument} hoort een waarde.", "{argument} needs a value.";
    cli_fault_missing: "Er ontbreekt: {argument}", "Missing: {argument}";
    cli_fault_twice: "{argument} staat er meer dan eens.", "{argument} is given more than once.";
    cli_fault_utf8: "Een argument is geen geldige tekst (UTF-8).", "An argument is not valid text (UTF-8).";
    cli_fault_help: "Hulp: {command} --help", "Help: {command} --help";
    // The command line: facts
    cli_status_unknown: "onbekend", "unknown";
    cli_kind: "soort", "kind";
    cli_parent: "onder", "under";
    cli_channels: "kanalen", "channels";
    cli_address: "adres", "address";
    cli_trust: "zekerheid", "trust";
    cli_status: "gebruik", "use";
    cli_owner: "van", "owner";
    cli_evidence: "bewijs", "evidence";
    cli_remark: "opmerking", "remark";
    cli_what: "wat", "what";
    cli_seen: "gezien", "seen";
    cli_source: "bron", "source";
    cli_register_id: "registernummer", "register id";
    cli_until: "{name} (tot {date})", "{name} (until {date})";
    cli_aliases: "ook bekend als", "also known as";
    cli_former_names: "voorheen", "formerly";
    cli_places: "plaatsen", "places";
    cli_province: "provincie", "province";
    cli_successor: "nu verder als", "continued as";
    cli_note: "let op", "note";
    cli_purpose: "doel", "purpose";
    cli_display_name: "schermnaam", "display name";
    cli_shared_with: "ook van", "shared with";
    cli_badge: "vinkje", "badge";
    cli_badge_unknown: "onbekend", "unknown";
    cli_badge_none: "geen", "none";
    cli_problems: "{file}: {count} problemen; het bestand wordt niet geladen", "{file}: {count} problems; the file is not loaded";
    cli_one_problem: "{file}: 1 probleem; het bestand wordt niet geladen", "{file}: 1 problem; the file is not loaded";
    cli_built_in: "De ingebouwde gids", "The built-in directory";
    cli_by_trust: "Accounts naar zekerheid", "Accounts by trust";
    cli_by_platform: "Accounts naar platform", "Accounts by platform";
    cli_by_kind: "Organisaties naar soort", "Organisations by kind";
    cli_sound: "{file} is in orde. Organisaties: {organisations}, accounts: {accounts}.", "{file} is sound. Organisations: {organisations}, accounts: {accounts}.";
    cli_not_formatted: "{file} heeft niet de vaste opmaak; het eerste verschil staat op regel {line}. Herstel met: officieel fmt {file}", "{file} is not in its canonical layout; the first difference is on line {line}. Mend it with: officieel fmt {file}";
    cli_line_ends: "{file} wijkt alleen af in de regeleinden: CR LF in plaats van LF, voor het eerst op regel {line}. Herstel met: officieel fmt {file}", "{file} differs in its line endings only: CR LF instead of LF, first on line {line}. Mend it with: officieel fmt {file}";
    cli_comment_lost: "dit commentaar zou verloren gaan; zet het in een `note` of bovenaan het bestand", "this comment would be lost; put it in a `note` or at the top of the file";
    // ---- Terminal UI ----
    // Keys, as the footer and the help name them
    key_open_preferred: "opent het kanaal bij de pijl", "opens the channel at the arrow";
    key_opens: "opent {what}", "opens {what}";
    key_open: "opent", "opens";
    key_into: "kanalen", "channels";
    key_up: "omhoog", "up";
    key_down: "omlaag", "down";
    key_page_up: "bladzijde omhoog", "page up";
    key_page_down: "bladzijde omlaag", "page down";
    key_first: "naar de eerste", "to the first";
    key_last: "naar de laatste", "to the last";
    key_copy: "kopieert adres", "copies address";
    key_evidence: "bewijs", "evidence";
    key_qr: "QR-code", "QR code";
    key_source: "opent de bron", "opens the source";
    key_search: "terug naar zoeken", "back to searching";
    key_help: "hulp", "help";
    key_back: "terug", "back";
    key_quit: "stopt", "quits";
    key_clear: "wist", "clears";
    key_cursor_left: "teken naar links", "character to the left";
    key_cursor_right: "teken naar rechts", "character to the right";
    key_line_start: "begin van de vraag", "start of the query";
    key_line_end: "einde van de vraag", "end of the query";
    key_delete_back: "wist het vorige teken", "deletes the character before";
    key_delete_forward: "wist het volgende teken", "deletes the character behind";
    key_delete_word: "wist het vorige woord", "deletes the word before";
    key_delete_line: "wist tot het begin", "deletes to the start";
    key_redraw: "tekent alles opnieuw", "draws everything anew";
    key_suspend: "pauzeert (fg gaat verder)", "suspends (fg continues)";
    key_interrupt: "stopt meteen", "quits at once";
    // Help
    help_query: "Tijdens het zoeken", "While searching";
    help_channels: "In de kanalen", "In the channels";
    help_evidence: "Bij het bewijs", "At the evidence";
    help_qr: "Bij de QR-code", "At the QR code";
    help_key: "Toets", "Key";
    help_does: "Wat hij doet", "What it does";
    help_trust: "Hoe zeker is een account?", "How sure is an account?";
    trust_confirmed_means: "de overheid zegt het zelf, gezien in de laatste 24 maanden", "the government itself says so, seen in the last 24 months";
    trust_aged_means: "de overheid zei het zelf, maar dat is langer dan 24 maanden geleden gezien", "the government itself said so, but that was seen over 24 months ago";
    trust_agreed_means: "twee onafhankelijke anderen zeggen hetzelfde; de overheid zelf nog niet", "two independent others say the same; not yet the government itself";
    trust_reported_means: "alleen anderen zeggen het, de overheid zelf niet", "only others say so, not the government itself";
    // Search
    prompt_hint: "naam, plaats, afkorting of @account", "name, place, abbreviation or @account";
    no_terminal: "Invoer en uitvoer moeten een terminal zijn; `officieel search` en `officieel show` werken overal.", "Input and output must be a terminal; `officieel search` and `officieel show` work anywhere.";
    stopped: "een deel van het programma is gestopt", "a part of the program stopped";
    loading: "laden", "loading";
    too_small: "Venster te klein (minstens 20×4)", "Window too small (at least 20×4)";
    nothing_found: "Niets gevonden voor “{query}”.", "Nothing found for “{query}”.";
    nothing_means: "Dat betekent niet dat een account nep is: het staat alleen niet in deze lijst.", "That does not mean that an account is fake: it just is not in this list.";
    nothing_next: "Probeer een plaatsnaam of een deel van de naam. Esc wist de vraag.", "Try a place or a part of the name. Esc clears the query.";
    row_ended: "opgeheven", "ended";
    // The organisation
    panel_parent: "onder {name}", "under {name}";
    panel_ended: "opgeheven per {date}", "ended on {date}";
    panel_successor: "zie nu: {name}", "see now: {name}";
    panel_aliases: "ook bekend als {names}", "also known as {names}";
    panel_former: "voorheen {name}", "formerly {name}";
    panel_former_until: "voorheen {name} (tot {date})", "formerly {name} (until {date})";
    panel_more: "en nog {count}", "and {count} more";
    panel_no_channels: "Van deze organisatie zijn hier geen kanalen bekend.", "No channels of this organisation are known here.";
    panel_parts: "Hieronder vallen", "Parts of it";
    panel_gaps: "Bekend, maar nog niet gevonden", "Known, but not found yet";
    channel_website: "website", "website";
    channel_phone: "telefoon", "phone";
    channel_contact_form: "contact", "contact";
    // An account
    account_seen: "gezien {date}", "seen {date}";
    account_agreed: "alleen anderen melden het, maar onafhankelijk van elkaar", "only others report it, but independently of each other";
    account_of: "van {name}", "of {name}";
    account_shared: "gedeeld met {names}", "shared with {names}";
    account_moved: "verder op {address}", "continues at {address}";
    badge_unknown: "vinkje onbekend", "badge unknown";
    badge_and_status_unknown: "vinkje en gebruik onbekend", "badge and use unknown";
    badge_none: "zonder vinkje gezien {date}", "seen without a badge {date}";
    badge_seen: "vinkje: {badge} ({gained}), gezien {date}", "badge: {badge} ({gained}), seen {date}";
    cli_reading_large: "{file} wordt gelezen en doorzoekbaar gemaakt; dat duurt even.", "Reading {file} and making it searchable; this takes a while.";
    evidence_title: "Bewijs voor {handle} op {platform}", "Evidence for {handle} on {platform}";
    qr_scan: "Scan met de camera van uw telefoon.", "Scan with the camera of your phone.";
    qr_no_room: "Te weinig ruimte voor de QR-code: vergroot het venster.", "Too little room for the QR code: enlarge the window.";
    // The last line
    status_handing_over: "Naar de browser: {address}", "To the browser: {address}";
    status_handed_over: "Aan de browser gegeven: {address}", "Handed to the browser: {address}";
    status_open_failed: "Geen browser gestart. {copy} kopieert, {qr} toont een QR-code: {address} ({why})", "No browser started. {copy} copies, {qr} shows a QR code: {address} ({why})";
    status_no_display: "Geen scherm voor een browser. {copy} kopieert, {qr} toont een QR-code: {address}", "No screen for a browser. {copy} copies, {qr} shows a QR code: {address}";
    status_copied: "Naar het klembord gestuurd: {text}", "Sent to the clipboard: {text}";
    status_phone: "Een telefoonnummer wordt niet geopend; {copy} kopieert het.", "A phone number is not opened; {copy} copies it.";
    status_no_evidence: "Hier is geen account met bewijs.", "There is no account with evidence here.";
    status_https_only: "Alleen adressen met https worden geopend.", "Only https addresses are opened.";
    status_confirm: "{reason}. Nog eens Enter opent het toch.", "{reason}. Enter again opens it all the same.";
    status_guess: "{name} is een gok: de letters lijken op uw vraag", "{name} is a guess: its letters resemble your query";
    guess_notice: "Niet in deze lijst; dat zegt niet of het echt of nep is. Bedoelde u:", "Not in this list; that says neither real nor fake. Did you mean:";
    guess_notice_short: "Niet gevonden. Bedoelde u:", "Not found. Did you mean:";
    row_guess: "gok", "guess";
    status_reported_only: "alleen door anderen gemeld", "reported by others only";
    // ---- Terminal UI: searching in large directories ----
    thousands: ".", ",";
    loading_reading: "lezen", "reading";
    loading_checking: "controleren", "checking";
    loading_indexing: "doorzoekbaar maken", "making it searchable";
    loading_share: "{percent} %", "{percent}%";
    status_not_last: "Dit is nummer {at} van {total}; typ meer om gerichter te zoeken.", "This is number {at} of {total}; type more to narrow it down.";
    guess_footer: "Niet in deze lijst; dit lijkt erop.", "Not in this list; these resemble it.";
    // ---- Terminal UI: is this real? ----
    key_check: "is dit echt?", "is this real?";
    key_read_on: "leest verder", "reads on";
    key_next: "volgende", "next";
    key_previous: "vorige", "previous";
    help_check: "Bij een oordeel", "At a verdict";
}

#[cfg(test)]
mod tests;
