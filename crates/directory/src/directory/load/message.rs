//! What the loader complains of, as data: which sentence, and what stands in its places.
//!
//! The English text is the loader's own, as that of any error type. The interface has the sentences in
//! its other language, see `words::problems`.

use std::fmt;

use crate::platform::{AddressFault, NameFault};
use crate::text::sanitise;

macro_rules! sentences {
    ($($name:ident $text:literal;)*) => {
        /// A sentence about a problem, or a part of one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Sentence { $(#[doc = $text] $name,)* }

        impl Sentence {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The text in English, with `{0}`, `{1}` and so on for what stands in its places.
            pub fn english(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

sentences! {
    // What tables are
    TheFile "the file";
    AnOrganisation "an organisation";
    AnAccount "an account";
    AFormerName "a former name";
    AGap "a gap";
    ABadge "a badge";
    Evidence "evidence";
    ASource "a source";
    AnInventory "an inventory";
    AConvention "a convention";
    APlatform "a platform";
    ABadgeKind "a badge kind";
    ANameSpace "a name-space";
    ARefusal "a refusal";
    AKind "a kind";
    ASynonym "a synonym";
    AFamily "a family";
    AnImitation "an imitation";
    // What values are
    AText "a text";
    ANumber "a number";
    AWholeNumber "a whole number";
    TrueOrFalse "true or false";
    ABareDate "a bare date";
    AList "a list";
    ATable "a table";
    ATableInBraces "a table { }";
    AListOfTexts "a list of texts in [ ]";
    AListOfTables "a list of tables";
    // Hints
    RemoveIt "remove it";
    DidYouMean "did you mean `{0}`?";
    AddOrCorrect "add it or correct the id";
    AsIs "{0}";
    // Any file
    NoUtf8 "here is a byte that is no UTF-8; save the file as UTF-8";
    Utf16 "the file is in UTF-16; save it as UTF-8";
    NoToml "this is no TOML: {0}";
    Invisible "here is the invisible character {0}; remove it";
    // Keys and values
    UnknownKey "unknown key `{0}` in {1}; {2}";
    Lacks "{1} lacks `{0}`; add it";
    DateUnquoted "`{0}` is a bare date; put quotes around it";
    WrongType "`{0}` must be {1}, not {2}";
    EmptyText "`{0}` is empty; fill it in or leave the key out";
    SpaceAround "`{0}` begins or ends with a space; remove it";
    HoldsInvisible "`{0}` holds the invisible character {1}; remove it";
    TwiceInList "`{0}` stands twice in `{1}`; keep one";
    NoDate "`{0}` in `{1}` is no date; write it as 2026-11-21, 2026-11 or 2026";
    InFuture "`{0}` is {1}, in the future; a source is dated when it was seen";
    NoAddress "`{0}` in `{1}` is no address; write it in full, as in `https://www.politie.nl/`";
    NoHttps "`{0}` in `{1}` is no `https` address; only those are opened";
    UserName "`{0}` in `{1}` has a user name before the host; leave it out";
    BadCharacter "`{0}` in `{1}` holds a character that an address must percent-encode";
    NotKnownMeant "`{0}` is no known `{1}`; did you mean `{2}`?";
    NotKnownOf "`{0}` is no known `{1}`; choose one of {2}";
    NotKnown "`{0}` is no known `{1}`; see docs/directory-format.md for all of them";
    // The head
    OtherSchema "schema {0} is not known here; this program reads {1}";
    NoDomain "`{0}` is no domain; write it as in `overheid.nl`";
    SourceTwice "there is already a source `{0}`; give this one its own id";
    // Platforms and badges
    OverlayPlatforms "an overlay uses the platforms of the directory that it lies over; remove this";
    BadgesAlone "badge kinds need the `[[platform]]` tables they belong to in the same file";
    NoPlatforms "the file has no `[[platform]]`; add at least one";
    PlatformTwice "there is already a platform `{0}`; keep one";
    AuthorOfNone "`author` is said of posts and groups only; remove it";
    BadgeKindTwice "there is already a badge kind `{0}`; keep one";
    UntilBeforeFrom "`until` lies before `from` ({0}); put them right";
    // Words
    WordNotFolded "`{0}` is not as search compares it; write it in small letters and digits without accents, with single spaces between words";
    KindTwice "there are already words of the kind `{0}`; keep one table, with the words of both";
    SynonymTwice "`{0}` is already typed for `{1}`; keep one";
    // Families and imitations
    WordNotPlain "`{0}` can't be compared with handles; write it in lower-case letters and digits only";
    WordTooShort "`{0}` is too short and stands in too many names; take a word of 3 letters or more";
    FamilyTwice "there is already a family with the word `{0}`; keep one, with the exceptions of both";
    NoLongerWord "`{0}` is no longer word that begins with `{1}`; remove it";
    MoreThanName "`{0}` in `names` is more than a name; write the bare handle or host";
    // Organisations
    NoOrganisation "`{0}` names `{1}`, which is no organisation here; {2}";
    NoRegisterId "`{0}` is no register id; it is a row of digits";
    NoTooi "`{0}` is no TOOI URI; it begins with `https://identifier.overheid.nl/tooi/id/`";
    NoSlug "`{0}` is no slug; use lower-case letters, digits and single hyphens";
    NoPhone "`{0}` is no telephone number; use digits, spaces, +, ( ) and -";
    NoWikidata "`{0}` is no Wikidata item; write it as in `Q803`";
    SuccessorAlone "`successor` goes with `ended`; add the day on which the organisation ended";
    OrganisationTwice "there is already an organisation `{0}` on line {1}; give this one its own id";
    RegisterIdTwice "`{0}` is already the register id of `{1}`; one of the two is wrong";
    Circle "`{0}` leads back to `{1}` itself; break the circle";
    // Accounts
    NoName "an account needs a `handle`, a `platform_id` or a `url`; add the one the evidence shows";
    MovedNowhere "a moved account needs a `successor`: the address where it continues";
    NoEvidence "an account needs `evidence`: a list of at least one `{ method, source or url, seen }`";
    EvidenceNowhere "evidence needs a `source` or a `url`: where can it be seen?";
    AccountTwice "this account (`{0}`) stands already on line {1}; keep one, with the evidence of both";
    TwoNames "the address is of `{0}`, but the account is written as `{1}`; one of the two is wrong";
    OtherPlatform "this is an address on {0}, not on {1}; put it right";
    NoAccountAddress "this is no address of an account on {0}: {1}";
    SharedWithSelf "`{0}` can't share its account with itself; remove it";
    BadgeOutOfTime "the badge `{0}` was seen on {1}, but existed from {2} to {3}; put the day or the kind right";
    EvidenceTwice "this evidence stands twice; keep one";
    NotOwnDomain "`own-domain` needs an account on a domain of the government, and `{0}` is neither in `domains` nor the website of this organisation or one above it; use another method";
    OnlyObserved "an own observation says what was seen, not whose account it is; add the evidence that shows that";
    // Overlays
    NotObserved "an overlay holds own observations only, and makes no account official; `{0}` belongs in a directory";
    StatusUndated "nothing says when the status was seen; add an own observation with the note `{0}`";
    PlatformNotHere "the directory has no platform `{0}`";
    BadgeNotHere "the directory has no badge `{0}` there";
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
    /// A name, number or date: the same in every language.
    Text(String),
    /// A part that has words of its own.
    Part(Message),
    /// Why a text can't be a name.
    Name(Box<NameFault>),
    /// Why an address leads to no account.
    Address(Box<AddressFault>),
}

impl Sentence {
    /// The sentence with texts in its places.
    pub(super) fn of<const N: usize>(self, values: [&dyn fmt::Display; N]) -> Message {
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
    pub(super) fn and(mut self, part: impl Into<Self>) -> Self {
        self.values.push(Value::Part(part.into()));
        self
    }

    /// With a value in the next place.
    #[must_use]
    pub(super) fn with(mut self, value: Value) -> Self {
        self.values.push(value);
        self
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&filled(self.sentence.english(), &self.values, &ToString::to_string))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Part(part) => part.fmt(f),
            Self::Name(fault) => f.write_str(&sanitise::escaped(&fault.to_string())),
            Self::Address(fault) => fault.fmt(f),
        }
    }
}

/// A text with values in its places; a place within a value stays as it is.
pub fn filled(text: &str, values: &[Value], told: &dyn Fn(&Value) -> String) -> String {
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
