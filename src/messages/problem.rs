//! The sentences about problems of a directory, an overlay or a register extract. In English they are those of
//! the readers; here they stand in Dutch.

use super::verdict::name_is_wrong;
use crate::audit::register::{EntryFault, EntryProblem};
use crate::directory::Problem;
use crate::directory::load::message::{Message, Sentence, Value, filled};
use crate::platform::{AddressFault, Ambiguity, NameFault, NotAnAccount};
use crate::text::sanitise::{escape, escaped};
use crate::words::{Language, Words};

/// A problem with its place, as it stands behind the name of the file.
pub fn placed(words: &Words, problem: &Problem) -> String {
    format!("{}:{}: {}", problem.line, problem.column, told(words, problem))
}

/// What is wrong and what to do, in a sentence.
pub fn told(words: &Words, problem: &Problem) -> String {
    match words.language {
        Language::En => problem.message.clone(),
        Language::Nl => message(words, &problem.fault),
    }
}

fn message(words: &Words, it: &Message) -> String {
    filled(dutch(it.sentence), &it.values, &|value| match value {
        Value::Text(text) => text.clone(),
        Value::Part(part) => message(words, part),
        Value::Name(fault) => name(words, fault),
        Value::Address(fault) => address(words, fault),
    })
}

/// Why a text can't be a name.
fn name(words: &Words, fault: &NameFault) -> String {
    format!("`{}`: {}", escaped(&fault.text), name_is_wrong(words, fault))
}

/// Why a file is no register extract, in a sentence that says what to do.
pub fn entry(words: &Words, fault: &EntryFault) -> String {
    if words.language == Language::En {
        return fault.message.clone();
    }
    match &fault.problem {
        EntryProblem::Utf16 => "het bestand is in UTF-16; bewaar het als CSV in UTF-8".to_owned(),
        EntryProblem::Unreadable(why) => {
            format!("dit is geen CSV; de lezer zegt, in het Engels: {}", escaped(why))
        }
        EntryProblem::Empty => {
            "het bestand is leeg; de eerste regel moet de kolommen noemen".to_owned()
        }
        EntryProblem::OpenQuote => {
            "een aanhalingsteken wordt nergens gesloten; sluit het, of verdubbel het".to_owned()
        }
        EntryProblem::ColumnTwice(column) => {
            format!("er zijn twee kolommen `{column}`; haal er een weg")
        }
        EntryProblem::NoColumn(column) => {
            format!("de kolom `{column}` ontbreekt; noem haar in de eerste regel")
        }
        EntryProblem::ShortLine(column) => {
            format!("de regel houdt op voor de kolom `{column}`; vul aan wat ontbreekt")
        }
        EntryProblem::NotUtf8(column) => {
            format!("de kolom `{column}` is geen UTF-8; bewaar het bestand als CSV in UTF-8")
        }
        EntryProblem::ManyLines(column) => format!(
            "de kolom `{column}` gaat over meer regels door; sluit het aanhalingsteken, of haal het regeleinde weg"
        ),
    }
}

/// Why an address leads to no account.
fn address(words: &Words, fault: &AddressFault) -> String {
    match fault {
        AddressFault::NotAnAddress => "dit is geen adres".to_owned(),
        AddressFault::Disguised(c) => {
            format!("in het adres staat een teken dat verbergt of misleidt: {}", escape(*c))
        }
        AddressFault::UserBeforeHost(host) => {
            let host = escaped(host);
            format!("voor de host staat een gebruikersnaam; het adres leidt naar `{host}`")
        }
        AddressFault::UnknownHost(host) => {
            format!("`{}` is van geen van de platforms de host", escaped(host))
        }
        AddressFault::UnknownForm(_) => "geen account van het platform heeft zo'n adres".to_owned(),
        AddressFault::Ambiguous(_, Ambiguity::TwoAccounts) => {
            "het adres noemt twee accounts, en welk het platform neemt weet niemand".to_owned()
        }
        AddressFault::Ambiguous(_, Ambiguity::HiddenSlash) => {
            "het adres verbergt een schuine streep of een stap in zijn pad".to_owned()
        }
        AddressFault::NotAnAccount(_, what) => format!("dit is {}, geen account", instead(*what)),
        AddressFault::BadName(_, fault) => name(words, fault),
    }
}

fn instead(what: NotAnAccount) -> &'static str {
    match what {
        NotAnAccount::Page => "een pagina van het platform zelf",
        NotAnAccount::Post => "één bericht of filmpje",
        NotAnAccount::Search => "een zoekpagina of een onderwerp",
        NotAnAccount::Share => "een link die iets deelt of een bericht begint",
        NotAnAccount::Login => "een pagina om in te loggen of iets in te stellen",
        NotAnAccount::Admin => "een pagina voor beheerders",
        NotAnAccount::Group => "een groep of een evenement",
        NotAnAccount::Invitation => "een uitnodiging",
        NotAnAccount::Other => "iets onder of bij een account dat hier niet bekend is",
    }
}

/// The sentence in Dutch, with the places of the English one.
#[expect(clippy::too_many_lines, reason = "it is a table of all of them")]
fn dutch(sentence: Sentence) -> &'static str {
    use Sentence as S;
    match sentence {
        S::TheFile => "het bestand",
        S::AnOrganisation => "een organisatie",
        S::AnAccount => "een account",
        S::AFormerName => "een vroegere naam",
        S::AGap => "een leemte",
        S::ABadge => "een vinkje",
        S::Evidence => "bewijs",
        S::ASource => "een bron",
        S::AnInventory => "een telling",
        S::AConvention => "een gewoonte",
        S::APlatform => "een platform",
        S::ABadgeKind => "een soort vinkje",
        S::ANameSpace => "een soort naam",
        S::ARefusal => "een weigering",
        S::AKind => "een soort",
        S::ASynonym => "een synoniem",
        S::AFamily => "een familie",
        S::AnImitation => "een imitatie",
        S::AText => "een tekst",
        S::ANumber => "een getal",
        S::AWholeNumber => "een geheel getal",
        S::TrueOrFalse => "true of false",
        S::ABareDate => "een datum zonder aanhalingstekens",
        S::AList => "een lijst",
        S::ATable => "een tabel",
        S::ATableInBraces => "een tabel { }",
        S::AListOfTexts => "een lijst van teksten in [ ]",
        S::AListOfTables => "een lijst van tabellen",
        S::RemoveIt => "haal hem weg",
        S::DidYouMean => "bedoelde u `{0}`?",
        S::AddOrCorrect => "voeg die toe of verbeter de id",
        S::AsIs => "{0}",
        S::NoUtf8 => "hier staat een byte die geen UTF-8 is; bewaar het bestand als UTF-8",
        S::Utf16 => "het bestand is in UTF-16; bewaar het als UTF-8",
        S::NoToml => "dit is geen TOML; de lezer zegt, in het Engels: {0}",
        S::Invisible => "hier staat het onzichtbare teken {0}; haal het weg",
        S::UnknownKey => "onbekende sleutel `{0}` in {1}; {2}",
        S::Lacks => "in {1} ontbreekt `{0}`; voeg dat toe",
        S::DateUnquoted => "`{0}` is een datum zonder aanhalingstekens; zet ze eromheen",
        S::WrongType => "`{0}` moet {1} zijn, niet {2}",
        S::EmptyText => "`{0}` is leeg; vul het in of laat de sleutel weg",
        S::SpaceAround => "`{0}` begint of eindigt met een spatie; haal die weg",
        S::HoldsInvisible => "in `{0}` staat het onzichtbare teken {1}; haal het weg",
        S::TwiceInList => "`{0}` staat twee keer in `{1}`; houd er één",
        S::NoDate => "`{0}` in `{1}` is geen datum; schrijf 2026-11-21, 2026-11 of 2026",
        S::InFuture => {
            "`{0}` is {1}, in de toekomst; een bron krijgt de datum waarop zij gezien is"
        }
        S::NoAddress => {
            "`{0}` in `{1}` is geen adres; schrijf het voluit, zoals `https://www.politie.nl/`"
        }
        S::NoHttps => "`{0}` in `{1}` is geen `https`-adres; alleen zulke worden geopend",
        S::UserName => "`{0}` in `{1}` heeft een gebruikersnaam voor de host; laat die weg",
        S::BadCharacter => {
            "in `{0}`, bij `{1}`, staat een teken dat in een adres met een procentteken gecodeerd moet worden"
        }
        S::NotKnownMeant => "`{0}` is geen bekende `{1}`; bedoelde u `{2}`?",
        S::NotKnownOf => "`{0}` is geen bekende `{1}`; kies uit {2}",
        S::NotKnown => "`{0}` is geen bekende `{1}`; docs/directory-format.md noemt ze alle",
        S::OtherSchema => "schema {0} is hier niet bekend; dit programma leest {1}",
        S::NoDomain => "`{0}` is geen domein; schrijf het zoals `overheid.nl`",
        S::SourceTwice => "er is al een bron `{0}`; geef deze een eigen id",
        S::OverlayPlatforms => {
            "een laag gebruikt de platforms van de gids waar zij overheen ligt; haal dit weg"
        }
        S::BadgesAlone => {
            "bij soorten vinkjes horen hun `[[platform]]`-tabellen in hetzelfde bestand"
        }
        S::NoPlatforms => "het bestand heeft geen `[[platform]]`; voeg er ten minste één toe",
        S::PlatformTwice => "er is al een platform `{0}`; houd er één",
        S::AuthorOfNone => "`author` geldt alleen voor berichten en groepen; haal het weg",
        S::BadgeKindTwice => "er is al een soort vinkje `{0}`; houd er één",
        S::UntilBeforeFrom => "`until` ligt voor `from` ({0}); zet ze recht",
        S::WordNotFolded => {
            "`{0}` staat er niet zoals het zoeken vergelijkt; schrijf het in kleine letters en cijfers zonder accenten, met één spatie tussen woorden"
        }
        S::KindTwice => {
            "er zijn al woorden van de soort `{0}`; houd één tabel over, met de woorden van beide"
        }
        S::SynonymTwice => "`{0}` wordt al getypt voor `{1}`; houd er een over",
        S::WordNotPlain => {
            "`{0}` is niet met accountnamen te vergelijken; schrijf alleen kleine letters en cijfers"
        }
        S::WordTooShort => {
            "`{0}` is te kort en staat in te veel namen; neem een woord van ten minste 3 letters"
        }
        S::FamilyTwice => {
            "er is al een familie met het woord `{0}`; houd er één, met de uitzonderingen van beide"
        }
        S::NoLongerWord => "`{0}` is geen langer woord dat met `{1}` begint; haal het weg",
        S::MoreThanName => {
            "`{0}` in `names` is meer dan een naam; schrijf de kale accountnaam of host"
        }
        S::NoOrganisation => "`{0}` noemt `{1}`, en dat is hier geen organisatie; {2}",
        S::NoRegisterId => "`{0}` is geen registernummer; dat is een rij cijfers",
        S::NoTooi => {
            "`{0}` is geen TOOI-URI; die begint met `https://identifier.overheid.nl/tooi/id/`"
        }
        S::NoSlug => {
            "`{0}` kan geen id zijn; gebruik kleine letters, cijfers en losse koppeltekens"
        }
        S::NoPhone => "`{0}` is geen telefoonnummer; gebruik cijfers, spaties, +, ( ) en -",
        S::NoWikidata => "`{0}` is geen item van Wikidata; schrijf het zoals `Q803`",
        S::SuccessorAlone => {
            "`successor` hoort bij `ended`; voeg de dag toe waarop de organisatie ophield"
        }
        S::OrganisationTwice => {
            "er is al een organisatie `{0}` op regel {1}; geef deze een eigen id"
        }
        S::RegisterIdTwice => "`{0}` is al het registernummer van `{1}`; een van beide klopt niet",
        S::Circle => "`{0}` leidt terug naar `{1}` zelf; verbreek de kring",
        S::NoName => {
            "een account heeft een `handle`, een `platform_id` of een `url` nodig; voeg toe wat het bewijs laat zien"
        }
        S::MovedNowhere => {
            "een verhuisd account heeft een `successor` nodig: het adres waar het verdergaat"
        }
        S::NoEvidence => {
            "een account heeft `evidence` nodig: een lijst van ten minste één `{ method, source of url, seen }`"
        }
        S::EvidenceNowhere => "bewijs heeft een `source` of een `url` nodig: waar is het te zien?",
        S::AccountTwice => {
            "dit account (`{0}`) staat al op regel {1}; houd er één, met het bewijs van beide"
        }
        S::TwoNames => {
            "het adres is van `{0}`, maar het account is geschreven als `{1}`; een van beide klopt niet"
        }
        S::OtherPlatform => "dit is een adres op {0}, niet op {1}; zet het recht",
        S::NoAccountAddress => "dit is geen adres van een account op {0}: {1}",
        S::SharedWithSelf => "`{0}` kan zijn account niet met zichzelf delen; haal het weg",
        S::BadgeOutOfTime => {
            "het vinkje `{0}` is gezien op {1}, maar bestond van {2} tot {3}; zet de dag of de soort recht"
        }
        S::EvidenceTwice => "dit bewijs staat er twee keer; houd er één",
        S::NotOwnDomain => {
            "`own-domain` vraagt een account op een domein van de overheid, en `{0}` staat niet in `domains` en is niet de website van deze organisatie of een erboven; neem een andere methode"
        }
        S::OnlyObserved => {
            "een eigen waarneming zegt wat er gezien is, niet van wie het account is; voeg het bewijs toe dat dat laat zien"
        }
        S::NotObserved => {
            "een laag bevat alleen eigen waarnemingen en maakt geen account officieel; `{0}` hoort in een gids"
        }
        S::StatusUndated => {
            "niets zegt wanneer het gebruik gezien is; voeg een eigen waarneming toe met de opmerking `{0}`"
        }
        S::PlatformNotHere => "de gids heeft geen platform `{0}`",
        S::BadgeNotHere => "de gids heeft daar geen vinkje `{0}`",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Date;

    #[test]
    fn the_dutch_sentences_have_the_places_of_the_english_ones() {
        let places = |text: &str| -> Vec<char> {
            let mut places: Vec<char> = (0..9)
                .filter_map(|at| char::from_digit(at, 10))
                .filter(|at| text.contains(&format!("{{{at}}}")))
                .collect();
            places.sort_unstable();
            places
        };
        for sentence in Sentence::ALL {
            let (english, dutch) = (sentence.english(), dutch(*sentence));
            assert_eq!(places(english), places(dutch), "{english}");
            assert_eq!(english.matches('`').count() % 2, 0, "{english}");
            assert_eq!(dutch.matches('`').count() % 2, 0, "{dutch}");
            let names_itself = ["{0}", "true or false"].contains(&english);
            assert!(english != dutch || names_itself, "{english} is not translated");
        }
    }

    #[test]
    fn problems_are_told_in_the_language_of_the_interface() {
        let today: Date = "2026-11-21".parse().unwrap();
        let text = "schema = 1\ntitle = 3\nedition = \"2027\"\nlicense = \"CC0-1.0\"\n\n\
                    [[organisation]]\nid = \"A b\"\nname = \"A\"\nkind = \"town\"\nparent = \"b\"\n\n\
                    [[organisation]]\nid = \"c\"\nname = \"C\"\nkind = \"other\"\n\n\
                    [[organisation.account]]\nplatform = \"x\"\nhandle = \"POL-Ede\"\nevidence = []\n";
        let problems = crate::embedded::from_toml(text, today).unwrap_err();
        let told = |language: Language| -> Vec<String> {
            problems.iter().map(|it| placed(language.words(), it)).collect()
        };
        let english: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told(Language::En), english);
        insta::assert_snapshot!(told(Language::Nl).join("\n"));
        let invalid = crate::embedded::from_toml("title = ", today).unwrap_err();
        let invalid = placed(Language::Nl.words(), &invalid[0]);
        assert!(
            invalid.starts_with("1:9: dit is geen TOML; de lezer zegt, in het Engels: "),
            "{invalid}"
        );
    }
}
