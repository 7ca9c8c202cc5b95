//! What is wrong with what is read, as data: which sentence, and what stands in its places.
//!
//! The sentences themselves are words of the interface, in `locales/*.toml`; here is only the key of
//! each.

macro_rules! sentences {
    ($($name:ident $key:literal;)*) => {
        /// A sentence about a problem, or a part of one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Sentence { $(#[doc = concat!("`", $key, "` in `locales/`.")] $name,)* }

        impl Sentence {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The key of its text, which has `{0}`, `{1}` and so on for what stands in its places.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

sentences! {
    // What tables are
    TheFile "problem_the_file";
    AnOrganisation "problem_an_organisation";
    AnAccount "problem_an_account";
    AFormerName "problem_a_former_name";
    AFormerHandle "problem_a_former_handle";
    AGap "problem_a_gap";
    ABadge "problem_a_badge";
    Evidence "problem_evidence";
    ASource "problem_a_source";
    AnInventory "problem_an_inventory";
    APolicy "problem_a_policy";
    AConvention "problem_a_convention";
    APlatform "problem_a_platform";
    ABadgeKind "problem_a_badge_kind";
    ANameSpace "problem_a_name_space";
    ARefusal "problem_a_refusal";
    AKind "problem_a_kind";
    ASynonym "problem_a_synonym";
    APhrase "problem_a_phrase";
    AWrapper "problem_a_wrapper";
    AFamily "problem_a_family";
    AnImitation "problem_an_imitation";
    ASite "problem_a_site";
    APhone "problem_a_phone";
    AService "problem_a_service";
    ATopic "problem_a_topic";
    AHandler "problem_a_handler";
    AForeignOrganisation "problem_a_foreign_organisation";
    // What values are
    AText "problem_a_text";
    ANumber "problem_a_number";
    AWholeNumber "problem_a_whole_number";
    TrueOrFalse "problem_true_or_false";
    ABareDate "problem_a_bare_date";
    AList "problem_a_list";
    ATable "problem_a_table";
    ATableInBraces "problem_a_table_in_braces";
    AListOfTexts "problem_a_list_of_texts";
    AListOfTables "problem_a_list_of_tables";
    // Hints
    RemoveIt "problem_remove_it";
    DidYouMean "problem_did_you_mean";
    AddOrCorrect "problem_add_or_correct";
    AsIs "problem_as_is";
    // Any file
    NoUtf8 "problem_no_utf8";
    Utf16 "problem_utf16";
    NoToml "problem_no_toml";
    Invisible "problem_invisible";
    // Keys and values
    UnknownKey "problem_unknown_key";
    Lacks "problem_lacks";
    DateUnquoted "problem_date_unquoted";
    WrongType "problem_wrong_type";
    EmptyText "problem_empty_text";
    SpaceAround "problem_space_around";
    HoldsInvisible "problem_holds_invisible";
    TwiceInList "problem_twice_in_list";
    NoCount "problem_no_count";
    NoDate "problem_no_date";
    InFuture "problem_in_future";
    BeforeTheWeb "problem_before_the_web";
    NoAddress "problem_no_address";
    NoHttps "problem_no_https";
    UserName "problem_user_name";
    BadCharacter "problem_bad_character";
    AddressOfNumber "problem_address_of_number";
    NotKnownMeant "problem_not_known_meant";
    NotKnownOf "problem_not_known_of";
    NotKnown "problem_not_known";
    // The head
    OtherSchema "problem_other_schema";
    NoDomain "problem_no_domain";
    SourceTwice "problem_source_twice";
    // Platforms and badges
    OverlayPlatforms "problem_overlay_platforms";
    BadgesAlone "problem_badges_alone";
    NoPlatforms "problem_no_platforms";
    PlatformTwice "problem_platform_twice";
    AuthorOfNone "problem_author_of_none";
    BadgeKindTwice "problem_badge_kind_twice";
    UntilBeforeFrom "problem_until_before_from";
    // The rules of a platform; what stands before the colon is the key
    TooManyPlatforms "problem_too_many_platforms";
    InHosts "problem_in_hosts";
    InForms "problem_in_forms";
    InNameSpace "problem_in_name_space";
    NoFormHolds "problem_no_form_holds";
    PlatformIdTaken "problem_platform_id_taken";
    HostTaken "problem_host_taken";
    TooManyNameSpaces "problem_too_many_name_spaces";
    NameSpaceTwice "problem_name_space_twice";
    NeedsTabs "problem_needs_tabs";
    HoldsNoName "problem_holds_no_name";
    AuthorOfNoName "problem_author_of_no_name";
    FormBegins "problem_form_begins";
    FormPlaceholder "problem_form_placeholder";
    FormTwoNames "problem_form_two_names";
    AddressNeedsName "problem_address_needs_name";
    NoPattern "problem_no_pattern";
    MatchesEmpty "problem_matches_empty";
    NoHostName "problem_no_host_name";
    HostsOfOthers "problem_hosts_of_others";
    // Families and imitations
    WordNotFolded "problem_word_not_folded";
    KindTwice "problem_kind_twice";
    SynonymTwice "problem_synonym_twice";
    PhraseTwice "problem_phrase_twice";
    TooManyWrappers "problem_too_many_wrappers";
    WrapperPath "problem_wrapper_path";
    WrapperTarget "problem_wrapper_target";
    WordNotPlain "problem_word_not_plain";
    WordTooShort "problem_word_too_short";
    FamilyTwice "problem_family_twice";
    NoLongerWord "problem_no_longer_word";
    MoreThanName "problem_more_than_name";
    // Organisations
    NoOrganisation "problem_no_organisation";
    NoRegisterId "problem_no_register_id";
    NoTooi "problem_no_tooi";
    NoSlug "problem_no_slug";
    NoPhone "problem_no_phone";
    NoPhoneNumber "problem_no_phone_number";
    NumberOutOfPlan "problem_number_out_of_plan";
    PhoneTwice "problem_phone_twice";
    NoHost "problem_no_host";
    HostLabels "problem_host_labels";
    HostNumber "problem_host_number";
    HostEncoding "problem_host_encoding";
    HostGivenAway "problem_host_given_away";
    HostOfPlatform "problem_host_of_platform";
    NoPath "problem_no_path";
    PathSteps "problem_path_steps";
    PathEncoding "problem_path_encoding";
    SiteTwice "problem_site_twice";
    PolicyTwice "problem_policy_twice";
    PolicyForNobody "problem_policy_for_nobody";
    PolicyNowhere "problem_policy_nowhere";
    ServiceTwice "problem_service_twice";
    ServiceOfNobody "problem_service_of_nobody";
    TopicTwice "problem_topic_twice";
    TopicWordTwice "problem_topic_word_twice";
    NoProduct "problem_no_product";
    HandlerOfBoth "problem_handler_of_both";
    HandlerOfNone "problem_handler_of_none";
    NoWikidata "problem_no_wikidata";
    SuccessorAlone "problem_successor_alone";
    OrganisationTwice "problem_organisation_twice";
    RegisterIdTwice "problem_register_id_twice";
    Circle "problem_circle";
    // Accounts
    NoName "problem_no_name";
    MovedNowhere "problem_moved_nowhere";
    NoEvidence "problem_no_evidence";
    EvidenceNowhere "problem_evidence_nowhere";
    AccountTwice "problem_account_twice";
    TwoNames "problem_two_names";
    OtherPlatform "problem_other_platform";
    NoAccountAddress "problem_no_account_address";
    SharedWithSelf "problem_shared_with_self";
    BadgeOutOfTime "problem_badge_out_of_time";
    EvidenceTwice "problem_evidence_twice";
    OfAccountsOnly "problem_of_accounts_only";
    NotOwnDomain "problem_not_own_domain";
    OnlyObserved "problem_only_observed";
    OnlyWithdrawn "problem_only_withdrawn";
    ObservedWithdrawal "problem_observed_withdrawal";
    SinceAfterEvidence "problem_since_after_evidence";
    UntilAfterSeen "problem_until_after_seen";
    SuccessorNotListed "problem_successor_not_listed";
    FormerHandleTwice "problem_former_handle_twice";
    FormerHandleListed "problem_former_handle_listed";
    // Organisations of other governments
    NoCountry "problem_no_country";
    NoLanguage "problem_no_language";
    OwnCountry "problem_own_country";
    ForeignNoAccount "problem_foreign_no_account";
    ForeignTwice "problem_foreign_twice";
    // Overlays
    NotObserved "problem_not_observed";
    StatusUndated "problem_status_undated";
    PlatformNotHere "problem_platform_not_here";
    BadgeNotHere "problem_badge_not_here";
    // Why a text can't be a name on a platform; {1} of the third is the id of a kind of names
    NoSuchNames "problem_no_such_names";
    NoNamesOf "problem_no_names_of";
    NameWrong "problem_name_wrong";
    NameEmpty "problem_name_empty";
    NameCutOff "problem_name_cut_off";
    NameHidden "problem_name_hidden";
    NameCharacter "problem_name_character";
    NameLength "problem_name_length";
    NameOrder "problem_name_order";
    NameShape "problem_name_shape";
    NameNoHost "problem_name_no_host";
    NameReserved "problem_name_reserved";
    NameUnknownHost "problem_name_unknown_host";
    // What a platform allows in a name: "letters, digits and `_`, at most 15 characters"
    Letters "problem_letters";
    Digits "problem_digits";
    Comma "problem_comma";
    And "problem_and";
    AtMost "problem_at_most";
    AtLeast "problem_at_least";
    Exactly "problem_exactly";
    FromTo "problem_from_to";
    // Why an address leads to no account
    NotAnAddress "problem_not_an_address";
    AddressDisguised "problem_address_disguised";
    AddressUserName "problem_address_user_name";
    AddressUnknownHost "problem_address_unknown_host";
    AddressUnknownForm "problem_address_unknown_form";
    AddressTwoAccounts "problem_address_two_accounts";
    AddressHiddenSlash "problem_address_hidden_slash";
    AddressNotAnAccount "problem_address_not_an_account";
    // What an address on a platform is instead of an account
    APage "problem_a_page";
    APost "problem_a_post";
    ASearch "problem_a_search";
    AShare "problem_a_share";
    ALogin "problem_a_login";
    AnAdmin "problem_an_admin";
    AGroup "problem_a_group";
    AnInvitation "problem_an_invitation";
    SomethingElse "problem_something_else";
}

/// A sentence with what stands in its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Which sentence.
    pub sentence: Sentence,
    /// What stands in the places, in their order.
    pub values: Vec<Value>,
}

/// What stands in a place of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A name, number or date: in every language as it is.
    Text(String),
    /// A part that has words of its own.
    Part(Message),
}

impl Sentence {
    /// The sentence with texts in its places.
    pub fn of<const N: usize>(self, values: [&dyn std::fmt::Display; N]) -> Message {
        let values = values.iter().map(|value| Value::Text(value.to_string())).collect();
        Message { sentence: self, values }
    }
}

impl From<Sentence> for Message {
    fn from(sentence: Sentence) -> Self {
        Self { sentence, values: Vec::new() }
    }
}

impl Message {
    /// With a part that has words of its own in the next place.
    #[must_use]
    pub fn and(mut self, part: impl Into<Self>) -> Self {
        self.values.push(Value::Part(part.into()));
        self
    }

    /// With a text in the next place.
    #[must_use]
    pub fn with(mut self, text: &dyn std::fmt::Display) -> Self {
        self.values.push(Value::Text(text.to_string()));
        self
    }

    /// The texts in its places, and in those of its parts.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        for value in &self.values {
            match value {
                Value::Text(text) => texts.push(text.as_str()),
                Value::Part(part) => texts.extend(part.texts()),
            }
        }
        texts
    }

    /// The message in the language of the sentences that it is given.
    pub fn text<'s>(&self, sentence: &dyn Fn(Sentence) -> &'s str) -> String {
        filled(sentence(self.sentence), &self.values, &|value| match value {
            Value::Text(text) => text.clone(),
            Value::Part(part) => part.text(sentence),
        })
    }
}

/// A text with values in its places; a place within a value stays as it is.
fn filled(text: &str, values: &[Value], told: &dyn Fn(&Value) -> String) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        filled.push_str(before);
        let place = from
            .split_once('}')
            .and_then(|(place, after)| Some((values.get(place.parse::<usize>().ok()?)?, after)));
        if let Some((value, after)) = place {
            filled.push_str(&told(value));
            rest = after;
        } else {
            filled.push('{');
            rest = from;
        }
    }
    filled + rest
}

/// The key with the values in brackets, such as `problem_lacks (id, problem_a_kind)`: what a message is where
/// no words are at hand. A reader is shown its [`Message::text`].
impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.sentence.key())?;
        for (at, value) in self.values.iter().enumerate() {
            f.write_str(if at == 0 { " (" } else { ", " })?;
            match value {
                Value::Text(text) => f.write_str(text)?,
                Value::Part(part) => part.fmt(f)?,
            }
        }
        f.write_str(if self.values.is_empty() { "" } else { ")" })
    }
}
