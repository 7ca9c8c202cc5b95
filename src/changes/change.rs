//! One change, with what stood before and what stands now.

use super::Kind;
use crate::directory::{Date, Status, Trust};
use crate::store::sorted;

/// The organisation that a change is about, or the service where no organisation answers for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Body {
    /// Its slug.
    pub id: String,
    /// The name it goes by.
    pub name: String,
}

/// The account that a change is about, as the newer edition has it, if it does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedAccount {
    /// The id of its platform.
    pub platform: String,
    /// What the platform is called.
    pub platform_name: String,
    /// The name as people write it there.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// What stood before a change, or stands after it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A handle, an id of a platform, a host, an address or a number.
    Text(String),
    /// An organisation.
    Organisation(Body),
    /// The end of an organisation, and what took over from it.
    End(Date, Option<Body>),
    /// What became of an account.
    Status(Status),
    /// How sure it is that an account is official.
    Trust(Trust),
    /// The kind of badge that was seen.
    Badge {
        /// Its id.
        id: String,
        /// What it is called.
        name: String,
    },
    /// An account was seen to have no badge.
    NoBadge,
}

/// One change. Of what there was not before, or is not now, there is no value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Whose it is, by the name of the newer edition where it is in that.
    pub organisation: Body,
    /// What happened.
    pub kind: Kind,
    /// The account, where it is about one.
    pub account: Option<NamedAccount>,
    /// What stood in the older edition.
    pub before: Option<Value>,
    /// What stands in the newer one.
    pub after: Option<Value>,
}

impl Value {
    /// The value in ids that are the same in every language.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Organisation(body) => body.id.clone(),
            Self::End(day, None) => day.to_string(),
            Self::End(day, Some(successor)) => format!("{day} {}", successor.id),
            Self::Status(status) => status.id().to_owned(),
            Self::Trust(trust) => trust.id().to_owned(),
            Self::Badge { id, .. } => id.clone(),
            Self::NoBadge => "none".to_owned(),
        }
    }
}

impl Change {
    /// A number that is the same whenever these editions are compared, and of no other change.
    pub fn fingerprint(&self, old: Date, new: Date) -> String {
        let key = |value: &Option<Value>| value.as_ref().map(Value::key).unwrap_or_default();
        let account = self.account.as_ref();
        let account = account.map(|it| format!("{}\n{}", it.platform, it.url)).unwrap_or_default();
        let parts = [
            old.to_string(),
            new.to_string(),
            self.kind.id().to_owned(),
            self.organisation.id.clone(),
            account,
            key(&self.before),
            key(&self.after),
        ];
        format!("{:016x}", sorted::hash(parts.each_ref().map(String::as_bytes)))
    }
}
