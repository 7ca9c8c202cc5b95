//! The sentences about problems of a directory, an overlay, a register extract or a baseline.

use std::fmt;

use serde::Serialize;

use super::labels;

use crate::audit::baseline::{BaselineError, BaselineErrorKind, VERSION};
use crate::audit::register::{RegisterError, RegisterErrorKind};
use crate::directory::{Kind, LoadError};
use crate::text::message::{Message, Sentence, Value};
use crate::text::sanitise::escaped;
use crate::words::{Language, Words};

/// A problem with its place, in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlacedMessage {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

impl PlacedMessage {
    /// A problem in these words.
    pub fn of(words: &Words, problem: &LoadError) -> Self {
        Self { line: problem.line, column: problem.column, message: message(words, problem) }
    }
}

impl fmt::Display for PlacedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// A problem with its place, as it stands behind the name of the file.
pub fn placed(words: &Words, problem: &LoadError) -> String {
    PlacedMessage::of(words, problem).to_string()
}

/// What is wrong and what to do, in a sentence.
pub fn message(words: &Words, problem: &LoadError) -> String {
    let meant = meant(&problem.message);
    meant.as_ref().unwrap_or(&problem.message).text(&|of| sentence(words, of))
}

/// That a kind is written in the words of an interface: which id was meant. The reader of the file knows
/// ids only.
fn meant(message: &Message) -> Option<Message> {
    let [Value::Text(given), Value::Text(key)] = message.values.as_slice() else {
        return None;
    };
    if message.sentence != Sentence::NotKnown || key != "kind" {
        return None;
    }
    let given_in_words = given.to_lowercase();
    let is_meant = |language: &Language, kind: Kind| {
        labels::kind(language.words(), kind).to_lowercase() == given_in_words
    };
    let kinds = Kind::ALL.iter().copied();
    let meant =
        kinds.into_iter().find(|&kind| Language::ALL.iter().any(|it| is_meant(it, kind)))?;
    Some(Sentence::NotKnownMeant.of([given, key, &meant.id()]))
}

/// Why a file is no register extract, in a sentence that says what to do.
pub fn entry(words: &Words, fault: &RegisterError) -> String {
    match &fault.problem {
        RegisterErrorKind::Utf16 => words.register_utf16.to_owned(),
        RegisterErrorKind::Unreadable(why) => words.register_unreadable(&escaped(why)),
        RegisterErrorKind::Empty => words.register_empty.to_owned(),
        RegisterErrorKind::OpenQuote => words.register_open_quote.to_owned(),
        RegisterErrorKind::ColumnTwice(column) => words.register_column_twice(column),
        RegisterErrorKind::NoColumn(column) => words.register_no_column(column),
        RegisterErrorKind::ShortLine(column) => words.register_short_line(column),
        RegisterErrorKind::NotUtf8(column) => words.register_not_utf8(column),
        RegisterErrorKind::ManyLines(column) => words.register_many_lines(column),
    }
}

/// Why a file is no baseline, with the place, as it stands behind the name of the file.
pub fn baseline(words: &Words, fault: &BaselineError) -> String {
    let why = escaped(&fault.message);
    let sentence = match &fault.problem {
        BaselineErrorKind::Utf16 => words.baseline_utf16.to_owned(),
        BaselineErrorKind::Data => words.baseline_data(&why),
        BaselineErrorKind::Shape => words.baseline_shape.to_owned(),
        BaselineErrorKind::Version(version) => {
            words.baseline_version(&VERSION.to_string(), &escaped(version))
        }
        BaselineErrorKind::NoFingerprint(text) => words.baseline_no_fingerprint(&escaped(text)),
        BaselineErrorKind::CutOff => words.baseline_cut_off(&why),
        BaselineErrorKind::NotJson => words.baseline_not_json(&why),
    };
    format!("{}:{}: {sentence}", fault.line, fault.column)
}

/// The sentence in a language.
#[expect(clippy::too_many_lines, reason = "it is a table of all of them")]
fn sentence(words: &Words, sentence: Sentence) -> &'static str {
    use Sentence as S;
    match sentence {
        S::TheFile => words.problem_the_file,
        S::AnOrganisation => words.problem_an_organisation,
        S::AnAccount => words.problem_an_account,
        S::AFormerName => words.problem_a_former_name,
        S::AFormerHandle => words.problem_a_former_handle,
        S::AGap => words.problem_a_gap,
        S::ABadge => words.problem_a_badge,
        S::Evidence => words.problem_evidence,
        S::ASource => words.problem_a_source,
        S::AnInventory => words.problem_an_inventory,
        S::APolicy => words.problem_a_policy,
        S::AConvention => words.problem_a_convention,
        S::APlatform => words.problem_a_platform,
        S::ABadgeKind => words.problem_a_badge_kind,
        S::ANameSpace => words.problem_a_name_space,
        S::ARefusal => words.problem_a_refusal,
        S::AKind => words.problem_a_kind,
        S::ASynonym => words.problem_a_synonym,
        S::APhrase => words.problem_a_phrase,
        S::AWrapper => words.problem_a_wrapper,
        S::AFamily => words.problem_a_family,
        S::AnImitation => words.problem_an_imitation,
        S::ASite => words.problem_a_site,
        S::APhone => words.problem_a_phone,
        S::AService => words.problem_a_service,
        S::ATopic => words.problem_a_topic,
        S::AHandler => words.problem_a_handler,
        S::AForeignOrganisation => words.problem_a_foreign_organisation,
        S::AText => words.problem_a_text,
        S::ANumber => words.problem_a_number,
        S::AWholeNumber => words.problem_a_whole_number,
        S::TrueOrFalse => words.problem_true_or_false,
        S::ABareDate => words.problem_a_bare_date,
        S::AList => words.problem_a_list,
        S::ATable => words.problem_a_table,
        S::ATableInBraces => words.problem_a_table_in_braces,
        S::AListOfTexts => words.problem_a_list_of_texts,
        S::AListOfTables => words.problem_a_list_of_tables,
        S::RemoveIt => words.problem_remove_it,
        S::DidYouMean => words.problem_did_you_mean,
        S::AddOrCorrect => words.problem_add_or_correct,
        S::AsIs => words.problem_as_is,
        S::NoUtf8 => words.problem_no_utf8,
        S::Utf16 => words.problem_utf16,
        S::NoToml => words.problem_no_toml,
        S::Invisible => words.problem_invisible,
        S::UnknownKey => words.problem_unknown_key,
        S::Lacks => words.problem_lacks,
        S::DateUnquoted => words.problem_date_unquoted,
        S::WrongType => words.problem_wrong_type,
        S::EmptyText => words.problem_empty_text,
        S::SpaceAround => words.problem_space_around,
        S::HoldsInvisible => words.problem_holds_invisible,
        S::TwiceInList => words.problem_twice_in_list,
        S::NoDate => words.problem_no_date,
        S::NoCount => words.problem_no_count,
        S::InFuture => words.problem_in_future,
        S::BeforeTheWeb => words.problem_before_the_web,
        S::NoAddress => words.problem_no_address,
        S::NoHttps => words.problem_no_https,
        S::UserName => words.problem_user_name,
        S::BadCharacter => words.problem_bad_character,
        S::AddressOfNumber => words.problem_address_of_number,
        S::NotKnownMeant => words.problem_not_known_meant,
        S::NotKnownOf => words.problem_not_known_of,
        S::NotKnown => words.problem_not_known,
        S::OtherSchema => words.problem_other_schema,
        S::NoDomain => words.problem_no_domain,
        S::SourceTwice => words.problem_source_twice,
        S::OverlayPlatforms => words.problem_overlay_platforms,
        S::BadgesAlone => words.problem_badges_alone,
        S::NoPlatforms => words.problem_no_platforms,
        S::PlatformTwice => words.problem_platform_twice,
        S::AuthorOfNone => words.problem_author_of_none,
        S::BadgeKindTwice => words.problem_badge_kind_twice,
        S::UntilBeforeFrom => words.problem_until_before_from,
        S::TooManyPlatforms => words.problem_too_many_platforms,
        S::InHosts => words.problem_in_hosts,
        S::InForms => words.problem_in_forms,
        S::InNameSpace => words.problem_in_name_space,
        S::NoFormHolds => words.problem_no_form_holds,
        S::PlatformIdTaken => words.problem_platform_id_taken,
        S::HostTaken => words.problem_host_taken,
        S::TooManyNameSpaces => words.problem_too_many_name_spaces,
        S::NameSpaceTwice => words.problem_name_space_twice,
        S::NeedsTabs => words.problem_needs_tabs,
        S::HoldsNoName => words.problem_holds_no_name,
        S::AuthorOfNoName => words.problem_author_of_no_name,
        S::FormBegins => words.problem_form_begins,
        S::FormPlaceholder => words.problem_form_placeholder,
        S::FormTwoNames => words.problem_form_two_names,
        S::AddressNeedsName => words.problem_address_needs_name,
        S::NoPattern => words.problem_no_pattern,
        S::MatchesEmpty => words.problem_matches_empty,
        S::NoHostName => words.problem_no_host_name,
        S::HostsOfOthers => words.problem_hosts_of_others,
        S::WordNotFolded => words.problem_word_not_folded,
        S::KindTwice => words.problem_kind_twice,
        S::SynonymTwice => words.problem_synonym_twice,
        S::PhraseTwice => words.problem_phrase_twice,
        S::TooManyWrappers => words.problem_too_many_wrappers,
        S::WrapperPath => words.problem_wrapper_path,
        S::WrapperTarget => words.problem_wrapper_target,
        S::WordNotPlain => words.problem_word_not_plain,
        S::WordTooShort => words.problem_word_too_short,
        S::FamilyTwice => words.problem_family_twice,
        S::NoLongerWord => words.problem_no_longer_word,
        S::MoreThanName => words.problem_more_than_name,
        S::NoOrganisation => words.problem_no_organisation,
        S::NoRegisterId => words.problem_no_register_id,
        S::NoTooi => words.problem_no_tooi,
        S::NoSlug => words.problem_no_slug,
        S::NoPhone => words.problem_no_phone,
        S::NoPhoneNumber => words.problem_no_phone_number,
        S::NumberOutOfPlan => words.problem_number_out_of_plan,
        S::PhoneTwice => words.problem_phone_twice,
        S::NoHost => words.problem_no_host,
        S::HostLabels => words.problem_host_labels,
        S::HostNumber => words.problem_host_number,
        S::HostEncoding => words.problem_host_encoding,
        S::HostGivenAway => words.problem_host_given_away,
        S::HostOfPlatform => words.problem_host_of_platform,
        S::NoPath => words.problem_no_path,
        S::PathSteps => words.problem_path_steps,
        S::PathEncoding => words.problem_path_encoding,
        S::SiteTwice => words.problem_site_twice,
        S::PolicyTwice => words.problem_policy_twice,
        S::PolicyForNobody => words.problem_policy_for_nobody,
        S::PolicyNowhere => words.problem_policy_nowhere,
        S::ServiceTwice => words.problem_service_twice,
        S::ServiceOfNobody => words.problem_service_of_nobody,
        S::TopicTwice => words.problem_topic_twice,
        S::TopicWordTwice => words.problem_topic_word_twice,
        S::NoProduct => words.problem_no_product,
        S::HandlerOfBoth => words.problem_handler_of_both,
        S::HandlerOfNone => words.problem_handler_of_none,
        S::NoWikidata => words.problem_no_wikidata,
        S::SuccessorAlone => words.problem_successor_alone,
        S::OrganisationTwice => words.problem_organisation_twice,
        S::RegisterIdTwice => words.problem_register_id_twice,
        S::Circle => words.problem_circle,
        S::NoName => words.problem_no_name,
        S::MovedNowhere => words.problem_moved_nowhere,
        S::NoEvidence => words.problem_no_evidence,
        S::EvidenceNowhere => words.problem_evidence_nowhere,
        S::AccountTwice => words.problem_account_twice,
        S::TwoNames => words.problem_two_names,
        S::OtherPlatform => words.problem_other_platform,
        S::NoAccountAddress => words.problem_no_account_address,
        S::SharedWithSelf => words.problem_shared_with_self,
        S::BadgeOutOfTime => words.problem_badge_out_of_time,
        S::EvidenceTwice => words.problem_evidence_twice,
        S::OfAccountsOnly => words.problem_of_accounts_only,
        S::NotOwnDomain => words.problem_not_own_domain,
        S::OnlyObserved => words.problem_only_observed,
        S::OnlyWithdrawn => words.problem_only_withdrawn,
        S::ObservedWithdrawal => words.problem_observed_withdrawal,
        S::SinceAfterEvidence => words.problem_since_after_evidence,
        S::UntilAfterSeen => words.problem_until_after_seen,
        S::SuccessorNotListed => words.problem_successor_not_listed,
        S::FormerHandleTwice => words.problem_former_handle_twice,
        S::FormerHandleListed => words.problem_former_handle_listed,
        S::NoCountry => words.problem_no_country,
        S::NoLanguage => words.problem_no_language,
        S::OwnCountry => words.problem_own_country,
        S::ForeignNoAccount => words.problem_foreign_no_account,
        S::ForeignTwice => words.problem_foreign_twice,
        S::NotObserved => words.problem_not_observed,
        S::StatusUndated => words.problem_status_undated,
        S::PlatformNotHere => words.problem_platform_not_here,
        S::BadgeNotHere => words.problem_badge_not_here,
        S::NoSuchNames => words.problem_no_such_names,
        S::NoNamesOf => words.problem_no_names_of,
        S::NameWrong => words.problem_name_wrong,
        S::NameEmpty => words.problem_name_empty,
        S::NameCutOff => words.problem_name_cut_off,
        S::NameHidden => words.problem_name_hidden,
        S::NameCharacter => words.problem_name_character,
        S::NameLength => words.problem_name_length,
        S::NameOrder => words.problem_name_order,
        S::NameShape => words.problem_name_shape,
        S::NameNoHost => words.problem_name_no_host,
        S::NameReserved => words.problem_name_reserved,
        S::NameUnknownHost => words.problem_name_unknown_host,
        S::Letters => words.problem_letters,
        S::Digits => words.problem_digits,
        S::Comma => words.problem_comma,
        S::And => words.problem_and,
        S::AtMost => words.problem_at_most,
        S::AtLeast => words.problem_at_least,
        S::Exactly => words.problem_exactly,
        S::FromTo => words.problem_from_to,
        S::NotAnAddress => words.problem_not_an_address,
        S::AddressDisguised => words.problem_address_disguised,
        S::AddressUserName => words.problem_address_user_name,
        S::AddressUnknownHost => words.problem_address_unknown_host,
        S::AddressUnknownForm => words.problem_address_unknown_form,
        S::AddressTwoAccounts => words.problem_address_two_accounts,
        S::AddressHiddenSlash => words.problem_address_hidden_slash,
        S::AddressNotAnAccount => words.problem_address_not_an_account,
        S::APage => words.problem_a_page,
        S::APost => words.problem_a_post,
        S::ASearch => words.problem_a_search,
        S::AShare => words.problem_a_share,
        S::ALogin => words.problem_a_login,
        S::AnAdmin => words.problem_an_admin,
        S::AGroup => words.problem_a_group,
        S::AnInvitation => words.problem_an_invitation,
        S::SomethingElse => words.problem_something_else,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Date;

    #[test]
    fn every_sentence_is_translated_and_closes_its_quotes() {
        let [dutch, english] = [Language::Nl, Language::En].map(Language::words);
        for &of in Sentence::ALL {
            let (dutch, english) = (sentence(dutch, of), sentence(english, of));
            assert_eq!(english.matches('`').count() % 2, 0, "{english}");
            assert_eq!(dutch.matches('`').count() % 2, 0, "{dutch}");
            let is_the_same =
                ["{0}", "{0}, {1}", "`hosts`: {0}", "letters", "true or false"].contains(&english);
            assert!(english != dutch || is_the_same, "{english} is not translated");
        }
    }

    #[test]
    fn a_kind_in_words_is_known_for_the_id_that_is_meant() {
        let today: Date = "2026-11-21".parse().unwrap();
        let text = "schema = 1\ntitle = \"a\"\nedition = \"2026\"\nlicence = \"b\"\n\n\
                    [[organisation]]\nid = \"a\"\nname = \"A\"\nkind = \"Gemeente\"\n";
        let problems = crate::embedded::from_toml(text, today).unwrap_err();
        let said = placed(Language::En.words(), &problems[0]);
        assert_eq!(said, "9:8: `Gemeente` is no known `kind`; did you mean `municipality`?");
    }

    #[test]
    fn a_sentence_stands_under_its_key() {
        // The build script looks the key up; the program has a field for it.
        let locales = officieel_locales::read(std::path::Path::new("../../locales")).unwrap();
        for locale in &locales {
            let words = Language::of_locale(&locale.language).words();
            for &of in Sentence::ALL {
                assert_eq!(locale.text(of.key()), Some(sentence(words, of)), "{of:?}");
            }
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
        insta::assert_snapshot!("in-english", told(Language::En).join("\n"));
        insta::assert_snapshot!(told(Language::Nl).join("\n"));
        let invalid = crate::embedded::from_toml("title = ", today).unwrap_err();
        let invalid = placed(Language::Nl.words(), &invalid[0]);
        assert!(
            invalid.starts_with("1:9: dit is geen TOML; de lezer zegt, in het Engels: "),
            "{invalid}"
        );
    }
}
