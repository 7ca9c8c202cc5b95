//! What one run has to know of earlier ones.

use std::collections::BTreeMap;

use officieel_directory::date::Date;
use officieel_directory::directory::{Account, Directory};
use serde::{Deserialize, Serialize};

use super::{Verdict, Verification};
use crate::verify::Reason;

/// The ids that accounts had, and the days on which they weren't there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Memory {
    #[serde(default)]
    ids: BTreeMap<String, String>,
    #[serde(default)]
    absences: BTreeMap<String, Absence>,
}

/// An account that wasn't there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Absence {
    first: Date,
    /// Whether it wasn't there on another day either.
    is_certain: bool,
}

impl Memory {
    /// Keeps what a run found, on a day. An id that was once seen stays: one that replaced it is what the alarm is about.
    pub fn learn(&mut self, found: &[Verification], today: Date) {
        for it in found {
            if let Some(id) = &it.immutable_id {
                self.ids.entry(it.key.clone()).or_insert_with(|| id.clone());
            }
            match it.verdict {
                Verdict::Absent | Verdict::CouldNotLook(Reason::NotThereOnce) => {
                    let first = Absence { first: today, is_certain: false };
                    let absence = self.absences.entry(it.key.clone()).or_insert(first);
                    absence.is_certain |= it.verdict == Verdict::Absent;
                }
                Verdict::Proved | Verdict::Exists => {
                    self.absences.remove(&it.key);
                }
                _ => {}
            }
        }
    }

    /// Takes in what another file keeps of an account: the id that it had, and the day on which it wasn't there first,
    /// with whether it wasn't there on another day either.
    pub fn recall(
        &mut self,
        directory: &Directory,
        account: &Account,
        id: Option<&str>,
        absence: Option<(Date, bool)>,
    ) {
        let key = key(directory, account);
        if let Some(id) = id {
            self.ids.insert(key.clone(), id.to_owned());
        }
        if let Some((first, is_certain)) = absence {
            self.absences.insert(key, Absence { first, is_certain });
        }
    }

    /// The day on which an account wasn't there first, and whether it wasn't on another day either; `None` for one that
    /// was there when it was looked at last.
    pub fn absence(&self, directory: &Directory, account: &Account) -> Option<(Date, bool)> {
        let absence = self.absences.get(&key(directory, account))?;
        Some((absence.first, absence.is_certain))
    }

    pub(super) fn id(&self, key: &str) -> Option<&str> {
        self.ids.get(key).map(String::as_str)
    }

    pub(super) fn absent_since(&self, key: &str) -> Option<Date> {
        self.absences.get(key).map(|absence| absence.first)
    }

    pub(super) fn was_absent(&self, key: &str) -> bool {
        self.absences.get(key).is_some_and(|absence| absence.is_certain)
    }
}

/// By what an account is known from run to run, whatever stands where in the file.
pub(super) fn key(directory: &Directory, account: &Account) -> String {
    let platform = directory.platform(account.platform);
    format!("{}:{}", platform.id(), account.name().to_lowercase())
}
