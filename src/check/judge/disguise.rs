//! Names and addresses with characters in them that nobody sees, or that no name can have.

use std::collections::HashSet;

use super::{Found, Judge};
use crate::check::tokens::TokenKind;
use crate::check::{
    Change, Instead, NotListed, Original, Remark, Resemblance, Step, Technique, Verdict, hidden,
};
use crate::platform::{Ambiguity, NameError, PlatformIndex, Wrong, cut_off};

/// The most names that are looked at in an address of which nobody can say what it means.
const MOST_NAMES: usize = 40;

impl Judge<'_> {
    /// A text with characters that nobody sees: whatever it is without them, it is not that.
    pub(super) fn disguised(&self, kind: TokenKind, text: &str, hidden: Vec<char>) -> Found {
        let plain = hidden::without(text);
        let mut found = self.found(kind, &plain);
        found.verdict = match found.verdict {
            Verdict::Official(listed) | Verdict::Retired(listed) => {
                Verdict::LookAlike(Resemblance {
                    of: Original::Account(listed.account),
                    genuine: plain.trim_start_matches('@').to_owned(),
                    techniques: vec![Technique::Hidden],
                    steps: hidden::steps(text.trim_start_matches('@')),
                })
            }
            Verdict::LookAlike(mut resemblance) => {
                // The engine sees the whole of it, where the name stands alone.
                let whole = self.resembled(text.trim_start_matches('@'), &[]);
                if let Some(whole) = whole.filter(|_| kind == TokenKind::Handle) {
                    resemblance = whole;
                }
                if !resemblance.techniques.contains(&Technique::Hidden) {
                    resemblance.techniques.insert(0, Technique::Hidden);
                }
                Verdict::LookAlike(resemblance)
            }
            Verdict::NotListed(it) if it.foreign.is_some() => {
                Verdict::NotListed(NotListed { foreign: None, ..it })
            }
            Verdict::NotListed(_)
            | Verdict::NotAnAccount(Instead::Words(_) | Instead::Nothing | Instead::UnknownForm) => {
                self.backwards(&plain).map_or(found.verdict, Verdict::LookAlike)
            }
            other => other,
        };
        found.remarks.retain(|remark| !matches!(remark, Remark::Confusable(_)));
        found.remarks.insert(0, Remark::Hidden(hidden));
        found
    }

    /// What a text shows where a character turns its direction round.
    fn backwards(&self, plain: &str) -> Option<Resemblance> {
        let name = plain.trim_matches('@');
        let turned: String = name.chars().rev().collect();
        let listed = match self.found(TokenKind::Handle, &turned).verdict {
            Verdict::Official(listed) | Verdict::Retired(listed) => listed,
            Verdict::LookAlike(resemblance) => return Some(resemblance),
            _ => return None,
        };
        let step =
            Step { written: name.to_owned(), genuine: turned.clone(), change: Change::Hidden };
        Some(Resemblance {
            of: Original::Account(listed.account),
            genuine: turned,
            techniques: vec![Technique::Hidden],
            steps: vec![step],
        })
    }

    /// A name of which only the beginning is there. Which account was meant nobody can know; letters
    /// that pass themselves off as others are a warning all the same.
    pub(super) fn cut_off(&self, platform: Option<PlatformIndex>, beginning: &str) -> Found {
        let beginning = beginning.trim().trim_start_matches("acct:");
        let beginning = beginning.strip_prefix(['@', '＠']).unwrap_or(beginning);
        let resemblance = self.imitated_name(beginning, platform.as_slice()).filter(is_disguise);
        let verdict = match resemblance {
            Some(resemblance) => Verdict::LookAlike(resemblance),
            None => Verdict::NotAnAccount(Instead::CutOff),
        };
        Found::new(platform, Some(beginning), verdict)
    }

    /// An address on a platform that can be read in more than one way. Whichever it is: a name in it
    /// whose letters pass for others is a warning.
    pub(super) fn several_readings(
        &self,
        platform: PlatformIndex,
        ambiguity: Ambiguity,
        text: &str,
    ) -> Found {
        let behind_scheme = text.split_once("//").map_or(text, |(_, rest)| rest);
        let path = behind_scheme.split_once(['/', '\\']).map_or("", |(_, path)| path);
        let parts = path.split(['/', '\\', '?', '&', '=', '#', '%', ';', '@', '!']);
        let mut seen = HashSet::new();
        let names = parts.filter(|part| part.contains(char::is_alphabetic) && seen.insert(*part));
        let found = names.take(MOST_NAMES).find_map(|name| {
            let resemblance = self.imitated_name(name, &[platform]).filter(is_disguise)?;
            Some(Found::new(Some(platform), Some(name), Verdict::LookAlike(resemblance)))
        });
        found.unwrap_or_else(|| {
            let verdict = Verdict::NotAnAccount(Instead::Ambiguous(ambiguity));
            Found::new(Some(platform), None, verdict)
        })
    }

    /// A name that no account of the platform can have, which is no reason not to be taken for one.
    pub(super) fn impossible(&self, platform: PlatformIndex, fault: NameError) -> Found {
        if let (Wrong::CutOff, Some(beginning)) = (&fault.wrong, cut_off(&fault.text)) {
            return self.cut_off(Some(platform), beginning);
        }
        let name = fault.text.clone();
        let found = |verdict| Found::new(Some(platform), Some(&name), verdict);
        let hidden = hidden::hidden(&name);
        if !hidden.is_empty() {
            let here = Self { platform: Some(platform), ..*self };
            let verdict = here.disguised(TokenKind::Handle, &name, hidden.clone()).verdict;
            if verdict.is_imitation() {
                return found(verdict).with(Remark::Hidden(hidden));
            }
        }
        // A dash where the platform has none leads nowhere; letters that pass for others are meant
        // to be seen.
        match self.imitated_name(&name, &[platform]) {
            Some(resemblance) if is_disguise(&resemblance) => {
                found(Verdict::LookAlike(resemblance))
            }
            near => found(Verdict::NotAnAccount(Instead::ImpossibleName(fault, near))),
        }
    }
}

/// Whether a name passes itself off by its letters, and not by what is more or less in it.
fn is_disguise(resemblance: &Resemblance) -> bool {
    resemblance
        .techniques
        .iter()
        .any(|technique| matches!(technique, Technique::Characters | Technique::Hidden))
}
