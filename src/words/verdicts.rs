//! The words of verdicts: what they are called and how they are explained.

use super::Language;

words! {
    /// The words of verdicts in one language.
    VerdictWords []
    // The verdicts in a word or two, for lists and titles
    official: "officieel", "official";
    official_reported: "gemeld als officieel", "reported as official";
    retired: "officieel, niet meer in gebruik", "official, no longer used";
    look_alike: "lijkt op een ander", "look-alike";
    not_listed: "niet in deze lijst", "not listed";
    not_an_account: "geen account", "not an account";
    unknown_host: "onbekende site", "unknown site";
    imitating_host: "site die op een andere lijkt", "site that resembles another";
    only_shown: "alleen wat de link laat zien", "only what the link shows";
    // The answer in one sentence
    is_only_shown: "Pas op: {asked} is alleen wat de link laat zien. Hij leidt naar {target}.", "Beware: {asked} is only what the link shows. It leads to {target}.";
    is_official: "{asked} is een officieel account van {organisation} op {platform}.", "{asked} is an official account of {organisation} on {platform}.";
    is_reported: "{asked} wordt door anderen gemeld als account van {organisation} op {platform}; de overheid zelf bevestigt dat hier niet.", "{asked} is reported by others as an account of {organisation} on {platform}; the government itself does not confirm that here.";
    is_retired: "{asked} was een account van {organisation} op {platform}, maar is niet meer in gebruik.", "{asked} was an account of {organisation} on {platform}, but is no longer used.";
    is_like_account: "Pas op: {asked} staat niet in deze lijst, en lijkt erg op {genuine} van {organisation} op {platform}.", "Beware: {asked} is not in this list, and looks much like {genuine} of {organisation} on {platform}.";
    is_like_name: "Pas op: {asked} staat niet in deze lijst, en lijkt erg op de naam {genuine} ({organisation}).", "Beware: {asked} is not in this list, and looks much like the name {genuine} ({organisation}).";
    is_not_listed: "{asked} staat niet in deze lijst. Dat zegt niet of het echt of nep is.", "{asked} is not in this list. That says neither real nor fake.";
    is_not_listed_on: "{asked} op {platform} staat niet in deze lijst. Dat zegt niet of het echt of nep is.", "{asked} on {platform} is not in this list. That says neither real nor fake.";
    is_other: "{asked} is geen account, maar {what}.", "{asked} is not an account, but {what}.";
    is_unknown_form: "{asked} is een adres op {platform}, maar niet van een account.", "{asked} is an address on {platform}, but not of an account.";
    is_ambiguous: "{asked} is een adres op {platform} dat op meer dan één manier te lezen is; waar het heen leidt, is niet te zeggen.", "{asked} is an address on {platform} that can be read in more than one way; where it leads, nobody can say.";
    is_user_address: "{asked} is geen gewoon adres van een account: er staat een gebruikersnaam voor de site.", "{asked} is no ordinary address of an account: a user name stands before the site.";
    is_impossible: "{asked} kan geen account op {platform} zijn.", "{asked} can't be an account on {platform}.";
    is_cut_off: "{asked} is afgekapt: de puntjes zeggen dat er meer stond, dus niet te zeggen is wiens account het is.", "{asked} was cut off: the dots say that there was more, so nobody can say whose account it is.";
    is_site: "{asked} is geen account, maar de website van {organisation}.", "{asked} is not an account, but the website of {organisation}.";
    is_below_site: "{asked} is geen account, maar een adres onder {host}, van {organisation}.", "{asked} is not an account, but an address under {host}, of {organisation}.";
    is_government_site: "{asked} is geen account, maar een adres onder {host}, een domein van de overheid zelf.", "{asked} is not an account, but an address under {host}, a domain of the government itself.";
    is_mail: "{asked} is een mailadres, geen account.", "{asked} is a mail address, not an account.";
    is_words: "“{asked}” is geen account of adres.", "“{asked}” is not an account or address.";
    is_nothing: "Hier staat niets dat een account of adres kan zijn.", "Nothing here can be an account or address.";
    is_imitating_host: "Pas op: {host} lijkt op {genuine}, maar is dat niet.", "Beware: {host} resembles {genuine}, but is not that.";
    is_host_with_name: "Pas op: in {host} staat {genuine}, maar het is een andere site.", "Beware: {host} has {genuine} in it, but is another site.";
    is_before_host: "Pas op: {asked} lijkt een adres van {genuine}, maar leidt naar {host}.", "Beware: {asked} looks like an address of {genuine}, but leads to {host}.";
    is_ambiguous_host: "Pas op: {asked} is zo geschreven dat niet te zien is waar het heen leidt.", "Beware: {asked} is written so that nobody can see where it leads.";
    is_unknown_host: "{host} is geen site van een platform of organisatie uit deze lijst. Dat zegt niet of het echt of nep is.", "{host} is no site of a platform or organisation in this list. That says neither real nor fake.";
    // What a part of a platform is
    what_page: "een pagina van {platform} zelf", "a page of {platform} itself";
    what_post: "een bericht of video op {platform}", "a post or video on {platform}";
    what_search: "een zoekpagina of onderwerp op {platform}", "a search page or topic on {platform}";
    what_share: "een link van {platform} om iets te delen of een bericht te beginnen", "a link of {platform} that shares something or starts a message";
    what_login: "een pagina van {platform} om in te loggen of iets in te stellen", "a page of {platform} for signing in or for settings";
    what_admin: "een beheerpagina op {platform}", "a page for administrators on {platform}";
    what_group: "een groep of evenement op {platform}", "a group or event on {platform}";
    what_invitation: "een uitnodiging op {platform}", "an invitation on {platform}";
    what_other: "iets anders op {platform}, met de naam van een account in het adres", "something else on {platform}, with the name of an account in its address";
    names_two_accounts: "Het adres noemt twee accounts; niemand kan zeggen welk van beide het platform neemt.", "The address names two accounts; nobody can say which one the platform takes.";
    hides_slash: "In het adres staat een schuine streep of een stap terug in vermomming; het ene programma leest die, het andere niet.", "A slash or a step back stands in the address in disguise; one program reads it, another does not.";
    name_is_ignored: "Het adres noemt {handle}, maar {platform} toont het bericht met dit nummer, wie het ook schreef; kijk wie erboven staat.", "The address names {handle}, but {platform} shows the post with this number whoever wrote it; look who stands above it.";
    name_is_no_proof: "Het adres noemt {handle}, maar of {platform} zich aan die naam houdt, is niet vastgesteld: het kan van een ander zijn. Kijk wie erboven staat.", "The address names {handle}, but whether {platform} holds to that name is not established: it may be someone else's. Look who stands above it.";
    begins_like_listed: "Het adres noemt {handle}, maar wat het verder is, is hier niet bekend. Het account zelf is {url}", "The address names {handle}, but what else it is, is not known here. The account itself is {url}";
    names_unlisted: "Het adres noemt een account dat niet in deze lijst staat, en ook dat bewijst op {platform} niet van wie het is.", "The address names an account that is not in this list, and on {platform} not even that proves whose it is.";
    part_of_listed: "Het hoort bij {handle} van {organisation}, en dat account is hier vermeld.", "It belongs to {handle} of {organisation}, and that account is listed here.";
    part_of_unlisted: "Het account waar het bij hoort, staat niet in deze lijst.", "The account that it belongs to is not in this list.";
    part_of_look_alike: "Het adres is van {what} van dat account.", "The address is that of {what} of that account.";
    // Official and retired
    trust_and_basis: "Zekerheid: {trust} ({basis}, gezien {date}).", "Certainty: {trust} ({basis}, seen {date}).";
    evidence: "Bewijs: {method}: {url}", "Evidence: {method}: {url}";
    purpose: "Waarvoor: {purpose}", "What for: {purpose}";
    note: "Let op: {note}", "Note: {note}";
    looked_on_all: "U noemde geen platform. Deze naam staat vermeld op {platforms}; op een ander platform kan hij van iemand anders zijn.", "You named no platform. This name is listed on {platforms}; on another platform it may be someone else's.";
    looked_on_all_in_vain: "U noemde geen platform; de naam is op alle platforms opgezocht.", "You named no platform; the name was looked up on all platforms.";
    confusable: "Niet te verwarren met {handle} van {organisation}: ook vermeld.", "Not to be confused with {handle} of {organisation}: listed too.";
    listed_is_not_safe: "Vermeld wil zeggen: het account hoort bij deze organisatie. Niet dat alles klopt wat er staat: ook echte accounts worden gekaapt.", "Listed means: the account belongs to this organisation. Not that all it says is true: real accounts get hijacked too.";
    retired_parked: "De naam wordt vastgehouden zodat niemand anders hem neemt.", "The name is kept so that nobody else takes it.";
    retired_left: "De organisatie gebruikt het account niet meer.", "The organisation no longer uses the account.";
    retired_closed: "Het account is gesloten.", "The account was closed.";
    retired_moved: "Het account is verhuisd naar {address}.", "The account moved to {address}.";
    retired_moved_somewhere: "Het account is verhuisd.", "The account moved.";
    organisation_ended: "{organisation} bestaat niet meer sinds {date}.", "{organisation} has not existed since {date}.";
    organisation_continued: "Haar taken gingen over naar {organisation}.", "Its tasks went over to {organisation}.";
    retired_beware: "Wie nu onder deze naam schrijft, kan iemand anders zijn.", "Whoever writes under this name now may be someone else.";
    // Look-alikes: the tricks
    trick_hidden: "Er staan tekens in die u niet ziet: {characters}. In de naam van een account horen die nooit.", "It holds characters that you don't see: {characters}. They never belong in the name of an account.";
    elsewhere: "De tekst noemt {platform}; accounts daar kent deze lijst niet. Dat dezelfde naam ergens anders vermeld staat, zegt er niets over.", "The text names {platform}, and this list knows no accounts there. That the same name is listed elsewhere says nothing about it.";
    shown_as: "Pas op: de link laat {shown} zien, maar leidt hierheen.", "Beware: the link shows {shown}, but leads here.";
    only_the_target_counts: "Wat een link laat zien, kan iedereen verzinnen. Kijk alleen naar waar hij heen leidt.", "Anyone can make up what a link shows. Look only at where it leads.";
    hidden_around: "In de tekst eromheen staan tekens die u niet ziet: {characters}. Wees op uw hoede voor wat er te lezen staat.", "The text around it holds characters that you don't see: {characters}. Be wary of what it seems to say.";
    trick_characters: "Er staan tekens in die op andere lijken: {pairs}.", "It holds characters that look like others: {pairs}.";
    trick_separators: "Alleen punten, streepjes of spaties staan anders.", "Only points, dashes or spaces stand differently.";
    trick_affix: "Er staat “{affix}” bij.", "“{affix}” was put to it.";
    trick_doubled: "Een letter staat er dubbel, of juist niet.", "A letter is doubled, or a doubled one is not.";
    trick_dropped: "Er ontbreekt een letter: {letters}.", "A letter is missing: {letters}.";
    trick_added: "Er staat een letter te veel: {letters}.", "There is a letter too many: {letters}.";
    trick_swapped: "Twee letters staan verwisseld: {pairs}.", "Two letters have changed places: {pairs}.";
    trick_replaced: "Een letter is een andere: {pairs}.", "A letter is another one: {pairs}.";
    pair: "{written} in plaats van {genuine}", "{written} instead of {genuine}";
    character_digit: "het cijfer {character}", "the digit {character}";
    character_capital: "de hoofdletter {character}", "the capital {character}";
    character_small: "de kleine letter {character}", "the small letter {character}";
    character_foreign: "een vreemde letter {character} ({code})", "a foreign letter {character} ({code})";
    character_other: "“{character}”", "“{character}”";
    look_alike_may_be_chance: "Dat kan toeval zijn. Vertrouw het niet zonder het na te gaan bij de organisatie zelf.", "That may be chance. Don't trust it without asking the organisation itself.";
    ask_the_organisation: "Vertrouw het niet zonder het na te gaan bij de organisatie zelf.", "Don't trust it without asking the organisation itself.";
    the_genuine_account: "Het vermelde account is {url} ({trust}, gezien {date}).", "The listed account is {url} ({trust}, seen {date}).";
    the_genuine_organisation: "{organisation} bereikt u via {channels}.", "{organisation} is reached by {channels}.";
    // Not listed
    platform_is: "{platform} is van {owner}; iedereen kan daar een vrije naam nemen.", "{platform} belongs to {owner}; anyone can take a free name there.";
    on_government_domain: "Het account staat op {host}, een server van de overheid zelf; daar kan niet zomaar iemand een naam nemen.", "The account is on {host}, a server of the government itself, where not just anyone can take a name.";
    is_domain_of: "De naam is het domein {host}, van {organisation}; zo kan alleen heten wie dat domein beheert.", "The name is the domain {host}, of {organisation}; only who controls that domain can be called so.";
    same_name: "Dezelfde naam staat wel vermeld op {platform}, voor {organisation}. Dat bewijst hier niets: iemand anders kan hem genomen hebben.", "The same name is listed on {platform}, for {organisation}. That proves nothing here: someone else may have taken it.";
    family_word: "In de naam staat “{word}”. Dat bewijst niets: iedereen kan zo'n naam kiezen, en {organisation} is eerder nagedaan.", "The name holds “{word}”. That proves nothing: anyone can choose such a name, and {organisation} has been imitated before.";
    family_word_alone: "In de naam staat “{word}”. Dat bewijst niets: iedereen kan zo'n naam kiezen.", "The name holds “{word}”. That proves nothing: anyone can choose such a name.";
    follows_convention: "De naam is gevormd als {template}, zoals echte accounts. Ook dat bewijst niets: wie namaakt, volgt de gewoonte juist.", "The name is made like {template}, as genuine accounts are. That proves nothing either: imitators follow the custom.";
    reported_imitation: "Gemeld in {date}: {text} ({url})", "Reported in {date} (in Dutch): {text} ({url})";
    reported_elsewhere: "Eerder gemeld, {date}: {text} ({url})", "Reported before, {date} (in Dutch): {text} ({url})";
    uses_instead: "{organisation} gebruikt wel: {channels}.", "{organisation} does use: {channels}.";
    similar_listed: "Wel vermeld, met een naam die er wat op lijkt: {accounts}.", "Listed, with a name somewhat like it: {accounts}.";
    verify_at: "Zo gaat u het zelf na: kijk op {website} of de organisatie naar dit account verwijst.", "To find out yourself: look on {website} whether the organisation links to this account.";
    verify: "Zo gaat u het zelf na: zoek de website van de organisatie op en kijk of die naar dit account verwijst.", "To find out yourself: find the organisation's website and see whether it links to this account.";
    verify_site: "Zo gaat u het zelf na: ga naar de organisatie via een adres dat u al kent of zelf opzoekt, niet via dit adres.", "To find out yourself: go to the organisation by an address that you know or look up, not by this one.";
    and: "{first} en {last}", "{first} and {last}";
    // No account
    name_wrong_character: "Het teken {character} kan niet in een naam op {platform}.", "The character {character} can't stand in a name on {platform}.";
    name_wrong_length: "Een naam op {platform} heeft {shortest} tot {longest} tekens; deze heeft er {length}.", "A name on {platform} has {shortest} to {longest} characters; this one has {length}.";
    name_reserved: "{platform} gebruikt dit woord zelf.", "{platform} uses this word itself.";
    name_wrong: "Zo kan een naam op {platform} niet geschreven worden.", "A name on {platform} can't be written so.";
    ask_for_the_whole: "Zoek de hele naam of het hele adres op, en laat dat beoordelen.", "Look up the whole name or address, and have that judged.";
    mail_of_site: "De site achter de @ is van {organisation}. Een afzender is te vervalsen: dat het adres klopt, bewijst niet dat de mail echt is.", "The site behind the @ belongs to {organisation}. Senders can be forged: a right address does not prove that a mail is genuine.";
    mail_unknown: "De site achter de @ staat niet in deze lijst. Dat zegt niet of het echt of nep is.", "The site behind the @ is not in this list. That says neither real nor fake.";
    words_are_no_proof: "Een schermnaam kan iedereen kiezen. Geef het account (zoals @naam) of het hele adres.", "Anyone can choose a display name. Give the account (such as @name) or the whole address.";
    words_may_mean: "Misschien bedoelt u {organisations}; de kanalen daarvan toont: officieel search {words}", "Perhaps you mean {organisations}; its channels are shown by: officieel search {words}";
    user_before_host: "Het adres leidt naar {host}, wat er ook voor de @ staat.", "The address leads to {host}, whatever stands before the @.";
    // Hosts
    host_characters: "De letters lijken op die van {genuine}: {pairs}.", "The letters resemble those of {genuine}: {pairs}.";
    host_slip: "Het scheelt een letter met {genuine}.", "It is a letter away from {genuine}.";
    host_other_ending: "De naam is die van {genuine}, maar het einde is een ander.", "The name is that of {genuine}, but the ending is another.";
    host_inside: "{genuine} staat er wel in, maar wat telt is het einde: het adres hoort bij {domain}.", "{genuine} does stand in it, but the end is what counts: the address belongs to {domain}.";
    host_name_inside: "De naam {genuine} staat erin, maar het adres hoort bij {domain}; iedereen kan zo'n naam vastleggen.", "The name {genuine} stands in it, but the address belongs to {domain}; anyone can register such a name.";
    host_before: "Wat voor de @ staat ({genuine}) telt niet: het adres leidt naar {domain}.", "What stands before the @ ({genuine}) does not count: the address leads to {domain}.";
    host_ambiguous: "Het ene programma leest er {genuine} in, het andere {domain}.", "One program reads {genuine} in it, another {domain}.";
    host_odd_sign: "Er staat een vreemd teken in op de plaats van een punt of streep. Sommige programma's lezen er {genuine} in, andere niet.", "A strange sign stands in place of a point or slash. Some programs read {genuine} in it, others don't.";
    host_genuine: "De echte site van {organisation} is {website}.", "The genuine site of {organisation} is {website}.";
    host_of_platform: "De echte site van {platform} is {host}.", "The genuine site of {platform} is {host}.";
    host_no_platform: "Accounts die hier vermeld zijn, staan op platforms zoals {platforms}.", "Accounts that are listed here are on platforms such as {platforms}.";
    // The command line: help of `check` and `variants`
    cli_check: "Is dit het echte account? Beoordeel een adres, account of bericht", "Is this the real account? Judge an address, account or message";
    cli_check_examples: "Voorbeelden:\n  officieel check https://x.com/POL_Ede\n  officieel check --platform instagram politie_ede rijksoverheid\n  officieel check 'Volg ons op x.com/P0L_Ede'\n  officieel check - < berichten.txt\n\nElke invoer wordt los beoordeeld; een bericht van meer woorden staat tussen aanhalingstekens. Invoer die met een streepje begint, komt na --.\n\nExitstatus: 0 alles officieel; 1 iets staat niet in de lijst, is niet meer in gebruik of is geen account; 2 opdracht of bestand onbruikbaar; 3 iets lijkt op een ander account of op een andere site.", "Examples:\n  officieel check https://x.com/POL_Ede\n  officieel check --platform instagram politie_ede rijksoverheid\n  officieel check 'Follow us at x.com/P0L_Ede'\n  officieel check - < messages.txt\n\nEach input is judged by itself; a message of several words goes in quotes. Input that begins with a dash goes after --.\n\nExit status: 0 all official; 1 something is not listed, no longer used or no account; 2 unusable arguments or file; 3 something looks like another account or site.";
    cli_arg_input: "Wat u beoordeeld wilt hebben: een adres, een account of een bericht; - leest regels van de standaardinvoer", "What to judge: an address, an account or a message; - reads lines from standard input";
    cli_arg_platform_of_names: "Het platform van namen waar geen platform bij staat, zoals x of mastodon; anders alle", "The platform of names that stand without one, such as x or mastodon; otherwise all";
    cli_variants: "Namen die op een naam lijken: om ze zelf te nemen voor een ander dat doet", "Names that look like a name: to take them before somebody else does";
    cli_variants_examples: "Voorbeelden:\n  officieel variants POL_Ede\n  officieel variants --platform instagram --limit 10 knmi.nl\n\nDe bedrieglijkste staan vooraan. Of een naam al bezet is, is hier niet bekend: er gaat niets over het netwerk.\n\nExitstatus: 0 er zijn zulke namen; 1 er zijn er geen; 2 opdracht of bestand onbruikbaar, of een naam die niet kan bestaan.", "Examples:\n  officieel variants POL_Ede\n  officieel variants --platform instagram --limit 10 knmi.nl\n\nThe most deceptive come first. Whether a name is taken is not known here: nothing goes over the network.\n\nExit status: 0 there are such names; 1 there are none; 2 unusable arguments or file, or a name that can't exist.";
    cli_arg_handle: "De naam van een account, met of zonder @", "The name of an account, with or without @";
    cli_arg_platform_of_variants: "Voor dit platform, zoals x; anders voor die waar de naam vermeld staat, of waar hij kan bestaan", "For this platform, such as x; otherwise for those where the name is listed, or where it can exist";
    cli_arg_limit_of_variants: "Hoeveel namen (anders 50); 0 voor alle", "How many names (otherwise 50); 0 for all";
    cli_value_handle: "NAAM", "HANDLE";
    cli_value_input: "INVOER", "INPUT";
    // The command line: what `check` says besides the verdict
    cli_nothing_to_check: "Er was niets te beoordelen.", "There was nothing to judge.";
    cli_input_twice: "De standaardinvoer kan niet de gids én de invoer zijn.", "Standard input can't be both the directory and the input.";
    input_cut: "De invoer is niet helemaal beoordeeld: hooguit {bytes} bytes, en {pieces} accounts of adressen daarin.", "Not all of the input was judged: at most {bytes} bytes, and {pieces} accounts or addresses in them.";
    written: "gevraagd", "written";
    genuine: "echt", "genuine";
    real_channel: "officieel kanaal", "official channel";
    // The command line: what `variants` says
    variants_nowhere: "{name} kan op geen enkel platform de naam van een account zijn.", "{name} can't be the name of an account on any platform.";
    variants_none: "Geen namen gevonden die op {name} lijken en kunnen bestaan.", "No names found that look like {name} and can exist.";
    variant_hidden: "onzichtbaar teken", "invisible character";
    variant_characters: "tekens die op andere lijken", "characters that look like others";
    variant_separators: "andere scheidingstekens", "other separators";
    variant_affix: "“{affix}” erbij", "“{affix}” put to it";
    variant_doubled: "letter dubbel, of juist niet", "letter doubled, or no longer";
    variant_dropped: "letter weg", "letter dropped";
    variant_added: "letter erbij", "letter added";
    variant_swapped: "letters verwisseld", "letters swapped";
    variant_replaced: "andere letter", "other letter";
    // ---- Terminal UI: the verdict above the hits, and in full ----
    why: "waarom", "why";
    pending: "wordt nagegaan", "being looked up";
    unfinished: "staat zo niet in deze lijst", "not in this list as it stands";
    neither: "Dat zegt niet of het echt of nep is.", "That says neither real nor fake.";
    guess_below: "Bedoelde u:", "Did you mean:";
    nothing_to_check: "Plak of typ eerst een adres of een @account.", "Paste or type an address or an @account first.";
    one_of_several: "{at} van {count}", "{at} of {count}";
    this_account: "Dit account", "This account";
    genuine_channel: "Het echte kanaal", "The real channel";
    listed_channel: "Wel in deze lijst", "Listed here";
    more_evidence: "en nog {count}", "and {count} more";
}
