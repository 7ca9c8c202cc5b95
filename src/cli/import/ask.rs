//! Asking the source itself, where that is wanted.

use officieel_online::client::{Client, Settings};
use officieel_online::clock::SystemClock;
use officieel_online::fetch::Paced;
use officieel_online::import::Source;
use officieel_online::import::live::{self, LiveError, Question, QuestionError};
use officieel_online::import::wikidata::query;
use url::Url;

use super::super::arguments::{ImportArguments, Shared};
use super::super::error::Result;
use super::super::verify::reason::{of_failure, of_refusal};
use super::super::{Context, load};
use super::text;
use crate::text::sanitise::escaped;

/// What an answer is called where it can't be used.
pub(super) fn name(source: Source, command: &ImportArguments) -> String {
    command.address.clone().unwrap_or_else(|| source.id().to_owned())
}

/// The answer of the source itself.
pub(super) fn answer(
    source: Source,
    command: &ImportArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<Vec<u8>> {
    let address = match command.address.as_deref().map(Url::parse) {
        None => None,
        Some(Ok(url)) if url.username().is_empty() && url.password().is_none() => Some(url),
        Some(_) => return Err(cx.unusable(cx.words.import_https)),
    };
    let languages: Vec<&str> = command.languages.iter().map(String::as_str).collect();
    let query = query(shared.country.as_deref().unwrap_or_default(), &languages, &[]);
    let question = Question::new(source, address.as_ref(), query).map_err(|error| {
        let words = cx.words;
        cx.unusable(match error {
            QuestionError::NoAddress => words.import_no_address,
            QuestionError::NoServer => words.import_no_server,
            QuestionError::NoQuery => words.import_no_query,
            QuestionError::NotHttps => words.import_https,
        })
    })?;
    let settings = Settings::new(env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    let client = Client::new(live::settings(settings));
    let fetch = Paced::new(&client, SystemClock);
    live::ask(&question, &fetch).map_err(|error| {
        let why = match &error {
            LiveError::Failed(failure) => of_failure(cx.words, failure),
            LiveError::Refused(refusal) => of_refusal(cx.words, refusal),
            LiveError::Unusable(error) => text::refusal(error, cx.words),
        };
        let name = load::name_of(std::path::Path::new(&name(source, command)));
        cx.unusable(&cx.words.import_unusable(&name, &escaped(&why)))
    })
}
