//! The words of the audit on the screen: families, findings, conventions, and what the reader saw.

use super::Language;

words! {
    /// The words of the audit on the screen, in one language.
    ScreenWords []
    // ---- Keys ----
    key_audit: "audit", "audit";
    key_conventions: "patronen", "conventions";
    key_badge: "legt vinkje vast", "records badge";
    key_status: "legt gebruik vast", "records use";
    key_jump: "naar het account", "goes to the account";
    key_choose: "kiest", "chooses";
    key_done: "klaar", "done";
    key_who: "wie dat zijn", "who they are";
    key_other_half: "naar de andere helft", "to the other half";
    key_next_platform: "volgend platform", "next platform";
    key_previous_platform: "vorig platform", "previous platform";
    help_audit: "In de audit", "In the audit";
    help_filter: "Bij het typen van een filter of adres", "While typing a filter or an address";
    help_rule: "Bij een regel", "At a rule";
    help_choices: "Bij een keuze", "At a choice";
    help_conventions: "Bij de patronen", "At the conventions";
    // ---- The audit ----
    // ---- Conventions ----
    customs_of: "{family} op {platform}", "{family} on {platform}";
    customs_declared: "Afgesproken voor {kind}: {template}", "Declared for {kind}: {template}";
    customs_leads: "De gewoonte is {template}: meer dan de helft volgt dat patroon", "The custom is {template}: more than half follow that pattern";
    customs_leads_for: "De gewoonte voor {kind} is {template}", "The custom for {kind} is {template}";
    customs_none: "Geen gewoonte: niets afgesproken, en geen patroon dat meer dan de helft volgt", "No custom: nothing declared, and no pattern that more than half follow";
    customs_following: "Volgen {template}: {count}", "Follow {template}: {count}";
    customs_deviating: "Wijken af van {template}: {count}", "Deviate from {template}: {count}";
    customs_unexplained: "Volgen geen patroon: {count}", "Follow no pattern: {count}";
    customs_nobody: "Niemand volgt dit patroon.", "Nobody follows this pattern.";
    customs_percent: "{percent} %", "{percent}%";
    customs_count: "({some} van {all})", "({some} of {all})";
    customs_otherwise: "{count} anders ingevuld", "{count} filled otherwise";
    customs_hindered: "kan niet anders: {count}", "can't do otherwise: {count}";
    // What is said of an account
    custom_proposal: "voorstel: {name}", "proposal: {name}";
    custom_shortened: "naam ingekort", "name shortened";
    custom_otherwise: "anders ingevuld", "filled otherwise";
    custom_case: "andere hoofdletters", "other capitals";
    custom_separator: "alleen het scheidingsteken wijkt af", "only the separator differs";
    custom_beside: "de organisatie heeft ook een account dat de gewoonte volgt", "the organisation also has an account that follows the custom";
    custom_purpose: "voor een eigen doel, en daarnaar genoemd", "for a purpose of its own, and named for it";
    custom_unit: "volgt de gewoonte van de eigen eenheid: {unit}", "follows the custom of its own unit: {unit}";
    custom_unknown: "hoe het volgens de gewoonte zou heten, is hier niet bekend", "what it would be called by the custom is not known here";
    custom_note: "in de gids staat: {note}", "the directory says: {note}";
    custom_long: "kan niet anders: de naam volgens de gewoonte is te lang voor {platform}", "can't do otherwise: the name by the custom is too long for {platform}";
    custom_invalid: "kan niet anders: de naam volgens de gewoonte heeft tekens die {platform} niet toestaat", "can't do otherwise: the name by the custom has characters that {platform} does not allow";
    custom_taken: "kan niet anders: de naam volgens de gewoonte is van een ander account in deze gids", "can't do otherwise: the name by the custom is of another account in this directory";
    // ---- What the reader saw ----
    record_badge: "Vinkje van {handle} op {platform}", "Badge of {handle} on {platform}";
    record_status: "Gebruik van {handle} op {platform}", "Use of {handle} on {platform}";
    record_today: "zoals u het vandaag ziet, {date}", "as you see it today, {date}";
    record_listed: "Volgens de lijst: {what}.", "By the directory: {what}.";
    record_own: "Volgens u: {what}.", "By you: {what}.";
    record_own_older: "Volgens u: {what}; de lijst weet het van later.", "By you: {what}; the directory knows it from later.";
    record_unknown: "onbekend", "unknown";
    record_no_badge: "geen vinkje", "no badge";
    record_take_back: "mijn waarneming terugnemen", "take my observation back";
    record_no_badge_means: "Er staat niets bij de naam. Dat maakt een account niet nep.", "Nothing is next to the name. That makes no account fake.";
    record_active_means: "De organisatie plaatst er berichten of geeft er antwoord.", "The organisation posts there, or answers there.";
    record_parked_means: "Het staat stil, maar de organisatie houdt de naam vast, zodat niemand anders hem neemt.", "It is idle, but the organisation keeps the name, so that nobody else takes it.";
    record_left_means: "Het staat al lang stil, en niets zegt dat de organisatie de naam vasthoudt.", "It has been idle for long, and nothing says that the organisation keeps the name.";
    record_closed_means: "Het is er niet meer: de organisatie of het platform hief het op.", "It is gone: the organisation or the platform closed it.";
    record_moved_means: "Het gaat ergens anders verder. Enter vraagt het adres daarvan.", "It continues elsewhere. Enter asks for the address of that.";
    record_take_back_means: "Uw waarneming verdwijnt uit uw bestand; wat in de lijst staat geldt weer.", "Your observation goes from your file; what the directory says holds again.";
    successor_asked: "Waar gaat het verder?", "Where does it continue?";
    successor_hint: "Plak of typ het hele adres, met https:// ervoor.", "Paste or type the whole address, with https:// in front.";
    successor_no_address: "Dit is geen heel adres; plak het zoals de browser het toont, met https:// ervoor.", "This is no whole address; paste it as the browser shows it, with https:// in front.";
    successor_other_scheme: "Alleen een adres dat met https:// begint wordt vastgelegd.", "Only an address that begins with https:// is recorded.";
    successor_user_name: "Er staat een naam met @ voor de site in dit adres; laat die weg.", "There is a name with @ before the site in this address; leave it out.";
    successor_character: "Er staat een teken in dat niet in een adres hoort; plak het zoals de browser het toont.", "It holds a character that is none of an address; paste it as the browser shows it.";
    successor_itself: "Dit is het adres van het account zelf; plak het adres waar het verdergaat.", "This is the address of the account itself; paste the one where it continues.";
    successor_too_long: "Dit adres is te lang om vast te leggen.", "This address is too long to be recorded.";
    record_moved: "verhuisd naar {address}", "moved to {address}";
    record_writing: "Vastleggen…", "Recording…";
    recorded: "Vastgelegd: {what}, {date} — {file}", "Recorded: {what}, {date} — {file}";
    record_taken_back: "Teruggenomen: uw waarneming van {account} — {file}", "Taken back: your observation of {account} — {file}";
    not_recorded: "Niet vastgelegd. {why}", "Not recorded. {why}";
    record_unfinished: "Het is niet zeker dat uw laatste waarneming in {file} staat.", "It is not sure that your last observation is in {file}.";
    record_no_account: "Hier is geen account om iets van vast te leggen.", "There is no account here to record anything of.";
    record_no_file: "Er is geen bestand voor uw waarnemingen; start met --overlay BESTAND.", "There is no file for your observations; start with --overlay FILE.";
    record_no_badges: "Van {platform} is geen vinkje bekend dat er nu kan staan.", "No badge is known that {platform} can show now.";
    unused: "{count} van uw waarnemingen tellen niet mee; `officieel validate --overlay` noemt ze.", "{count} of your observations don't count; `officieel validate --overlay` names them.";
    unused_one: "Een van uw waarnemingen telt niet mee; `officieel validate --overlay` noemt haar.", "One of your observations doesn't count; `officieel validate --overlay` names it.";
    status_seen: "{status} gezien {date}", "seen {status} {date}";
    own_badge: "eigen waarneming van het vinkje", "own observation of the badge";
    own_status: "eigen waarneming van het gebruik", "own observation of the use";
}
