//! What is known of imitations: the words of families, and imitations that were reported.

use super::fields::{Context, Fields, Located, Sentence};
use super::head::known_platform;
use super::resolve::Names;
use crate::directory::{Date, FamilyWord, ReportedImitation};
use crate::platform::{PlatformIndex, Platforms};

/// How short a word may be; a shorter one stands in too many names by chance.
const SHORTEST: usize = 3;

/// A `[[family]]` table, before its organisation is looked up.
pub(super) struct RawFamily {
    word: String,
    organisation: Option<Located<String>>,
    with_place: bool,
    is_generic: bool,
    is_phishing_target: bool,
    except: Vec<String>,
}

/// An `[[imitation]]` table, before its organisation is looked up.
pub(super) struct RawImitation {
    organisation: Located<String>,
    platform: Option<PlatformIndex>,
    names: Vec<String>,
    text: String,
    url: String,
    seen: Date,
}

pub(super) fn read_families(root: &Fields<'_, '_>) -> Vec<RawFamily> {
    let mut families: Vec<RawFamily> = Vec::new();
    for fields in root.tables("family", Sentence::AFamily) {
        let word = fields.required_text("word").filter(|word| is_word(&fields, word));
        let organisation = fields.text("organisation");
        let with_place = fields.flag("with_place");
        let is_generic = fields.flag("generic");
        let is_phishing_target = fields.flag("phishing_target");
        let except = fields.texts("except");
        if let Some(word) = &word {
            no_word_twice(&fields, &families, word);
            longer_words(&fields, word, &except);
        }
        fields.finish();
        let Some(word) = word else {
            continue;
        };
        let except = except.into_iter().map(|word| word.value).collect();
        families.push(RawFamily {
            word: word.value,
            organisation,
            with_place,
            is_generic,
            is_phishing_target,
            except,
        });
    }
    families
}

/// Reports a word that can't stand in a handle as it is, or stands in too many.
fn is_word(fields: &Fields<'_, '_>, word: &Located<String>) -> bool {
    let plain = word.value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let fault = if !plain {
        Sentence::WordNotPlain
    } else if word.value.len() < SHORTEST {
        Sentence::WordTooShort
    } else {
        return true;
    };
    fields.fault(word.at, fault.of([&word.value]));
    false
}

fn no_word_twice(fields: &Fields<'_, '_>, families: &[RawFamily], word: &Located<String>) {
    if families.iter().any(|earlier| earlier.word == word.value) {
        fields.fault(word.at, Sentence::FamilyTwice.of([&word.value]));
    }
}

/// Reports exceptions that are none: only a longer word that begins with the family's is one.
fn longer_words(fields: &Fields<'_, '_>, word: &Located<String>, except: &[Located<String>]) {
    for longer in except.iter().filter(|longer| is_word(fields, longer)) {
        if longer.value == word.value || !longer.value.starts_with(&word.value) {
            fields.fault(longer.at, Sentence::NoLongerWord.of([&longer.value, &word.value]));
        }
    }
}

pub(super) fn read_imitations(root: &Fields<'_, '_>, platforms: &Platforms) -> Vec<RawImitation> {
    let read_one = |fields: Fields<'_, '_>| {
        let organisation = fields.required_text("organisation");
        let platform =
            fields.text("platform").and_then(|id| known_platform(&fields, &id, platforms));
        let names = fields.texts("names");
        for name in &names {
            is_bare_name(&fields, name);
        }
        let text = fields.required_text("text");
        let url = fields.required_address("url");
        let seen = fields.required_web_date("seen");
        fields.finish();
        Some(RawImitation {
            organisation: organisation?,
            platform,
            names: names.into_iter().map(|name| name.value).collect(),
            text: text?.value,
            url: url?.value,
            seen: seen?.value,
        })
    };
    root.tables("imitation", Sentence::AnImitation).into_iter().filter_map(read_one).collect()
}

/// Reports a name that no input is read as, so that it would never be found again.
fn is_bare_name(fields: &Fields<'_, '_>, name: &Located<String>) {
    if name.value.starts_with('@') || name.value.contains(|c: char| c == '/' || c.is_whitespace()) {
        fields.fault(name.at, Sentence::MoreThanName.of([&name.value]));
    }
}

/// The families with the organisations that they stand for.
pub(super) fn families(
    context: &Context<'_>,
    names: &Names<'_>,
    families: Vec<RawFamily>,
) -> Vec<FamilyWord> {
    let resolve = |raw: RawFamily| FamilyWord {
        word: raw.word,
        organisation: raw.organisation.and_then(|id| names.find(context, "organisation", &id)),
        with_place: raw.with_place,
        is_generic: raw.is_generic,
        is_phishing_target: raw.is_phishing_target,
        except: raw.except,
    };
    families.into_iter().map(resolve).collect()
}

/// The reports with the organisations that were imitated; one of an unknown organisation is
/// reported and left out.
pub(super) fn imitations(
    context: &Context<'_>,
    names: &Names<'_>,
    imitations: Vec<RawImitation>,
) -> Vec<ReportedImitation> {
    let resolve = |raw: RawImitation| {
        Some(ReportedImitation {
            organisation: names.find(context, "organisation", &raw.organisation)?,
            platform: raw.platform,
            names: raw.names,
            text: raw.text,
            url: raw.url,
            seen: raw.seen,
        })
    };
    imitations.into_iter().filter_map(resolve).collect()
}
