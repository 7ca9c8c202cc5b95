//! Services: what people know by a name of its own, and not by the body behind it.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::organisation::OrganisationIndex;
use super::phone::Phone;
use super::site::Site;

/// The place of a service in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ServiceIndex(pub(crate) u32);

impl ServiceIndex {
    /// The position among the services of its directory.
    pub fn position(self) -> usize {
        self.0 as usize
    }
}

/// How pressing it is to reach a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Urgency {
    /// A life is in danger.
    Emergency,
    /// Help is needed soon.
    Urgent,
}

impl Urgency {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 2] = [Self::Emergency, Self::Urgent];

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Urgent => "urgent",
        }
    }
}

/// One service with the body that answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its own stable slug, such as `digid`.
    pub id: String,
    /// The name that people know it by.
    pub name: String,
    /// Other names of it.
    pub aliases: Vec<String>,
    /// What it is, in one plain sentence.
    pub text: String,
    /// The organisation that answers for it; there may be none where it is no service of the government.
    pub organisation: Option<OrganisationIndex>,
    /// Whether it is a service of the government.
    pub is_government: bool,
    /// How pressing it is to reach it.
    pub urgency: Option<Urgency>,
    /// Its sites.
    pub sites: Vec<Site>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Who says who answers for it; never empty.
    pub evidence: Vec<Evidence>,
    /// What a reader must know besides.
    pub note: Option<String>,
}

/// Whose a site or a telephone number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// An organisation's.
    Organisation(OrganisationIndex),
    /// A service's.
    Service(ServiceIndex),
}
