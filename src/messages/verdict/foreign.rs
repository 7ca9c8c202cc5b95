//! Accounts of other governments: whose they are, and according to whom.

use super::{platform_name, row, unlisted};
use crate::check::{Foreign, NotListed};
use crate::directory::{Directory, ForeignOrganisation};
use crate::messages::labels;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// That what was asked about is not listed, and whose it is.
pub(super) fn headline(
    words: &Words,
    directory: &Directory,
    it: &NotListed,
    asked: &str,
) -> String {
    let Some(foreign) = &it.foreign else { return words.is_not_listed(asked) };
    let Said { organisation, country, source, date, platforms } = said(words, directory, foreign);
    words.is_foreign(asked, &country, &date, &organisation, &platforms, &source)
}

/// What a reader does with that.
pub(super) fn reasons(words: &Words, directory: &Directory, foreign: &Foreign) -> Vec<String> {
    let website = directory.foreign_organisation(foreign.organisation).website.as_deref();
    let verify = website.map(|website| words.verify_at(&escaped(website)));
    let verify = verify.unwrap_or_else(|| unlisted::verify(words, directory, None));
    vec![words.of_another_government.to_owned(), verify]
}

/// That an account of the same name elsewhere is of another government.
pub(super) fn namesake(words: &Words, directory: &Directory, foreign: &Foreign) -> String {
    let Said { organisation, country, source, date, platforms } = said(words, directory, foreign);
    words.foreign_namesake(&country, &date, &organisation, &platforms, &source)
}

/// What stands in the sentences.
struct Said {
    organisation: String,
    country: String,
    source: String,
    date: String,
    platforms: String,
}

fn said(words: &Words, directory: &Directory, foreign: &Foreign) -> Said {
    let ForeignOrganisation { name, country, source, .. } =
        directory.foreign_organisation(foreign.organisation);
    let source = directory.sources.get(source.position());
    let platforms = foreign.on.iter().map(|&platform| platform_name(directory, platform));
    Said {
        organisation: escaped(name),
        country: labels::country(words, country).map_or_else(|| escaped(country), str::to_owned),
        source: source
            .map_or_else(String::new, |it| escaped(it.publisher.as_deref().unwrap_or(&it.title))),
        date: source.map_or_else(String::new, |it| it.retrieved.to_string()),
        platforms: row(words, &platforms.collect::<Vec<_>>()),
    }
}
