//! What is known of imitations: the words that stand for a family, and imitations that were reported.

use serde::{Deserialize, Serialize};

use super::organisation::OrganisationIndex;
use crate::date::Date;
use crate::platform::PlatformIndex;

/// A word by which people know a family of organisations, such as `politie`. In the name of an
/// account that is not listed it proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyWord {
    /// The word, in lower case and without spaces.
    pub word: String,
    /// The organisation that it stands for: the head of the family.
    pub organisation: Option<OrganisationIndex>,
    /// Whether the word only counts together with the name of a place: `gemeente`.
    pub with_place: bool,
    /// Whether others than the government rightly use it as well, as a club or a forum does.
    pub is_generic: bool,
    /// Whether people sign in, pay or are paid under this name, so that it is worth stealing wherever
    /// it stands.
    pub is_phishing_target: bool,
    /// Words that begin with it and mean something else: `politiek`.
    pub except: Vec<String>,
}

/// An imitation of an organisation that others have reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedImitation {
    /// The organisation that was imitated.
    pub organisation: OrganisationIndex,
    /// The platform, where it was one.
    pub platform: Option<PlatformIndex>,
    /// The handles or hosts that were used, as they were reported.
    pub names: Vec<String>,
    /// What happened, in a sentence.
    pub text: String,
    /// The page that says so.
    pub url: String,
    /// When it said so.
    pub seen: Date,
}
