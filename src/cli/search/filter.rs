//! Which organisations a search is narrowed to: by options, and by conditions in the query.

use crate::cli::arguments::SearchArguments;
use crate::cli::error::Result;
use crate::cli::{Context, list, load};
use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory, Kind, OrganisationIndex};
use crate::filter::{self, FilteredWords};
use crate::platform::PlatformIndex;
use crate::text::fold::fold;
use crate::text::sanitise::escaped;
use crate::text::suggest::nearest;

/// What organisations must be.
#[derive(Debug, Default)]
pub(super) struct Filter {
    platform: Option<PlatformIndex>,
    kind: Option<Kind>,
    province: Option<String>,
    /// What the query asks for itself: `politie in:gelderland`.
    conditions: filter::Filter,
}

impl Filter {
    /// The filter that the arguments name, and the words of the query besides; what is none is complained of.
    pub(super) fn read(
        command: &SearchArguments,
        directory: &Directory,
        cx: &mut Context<'_>,
    ) -> Result<(Self, String)> {
        let query = command.query.join(" ");
        let split = filter::Filter::split(&query, directory);
        let FilteredWords { filter: conditions, words } =
            split.map_err(|error| list::complaint(&query, &error, cx))?;
        let kind = command.kind.as_deref().map(|given| load::kind(given, cx)).transpose()?;
        let province = command.province.as_deref();
        let filter = Self {
            platform: load::platform_asked(directory, command.platform.as_deref(), cx)?,
            kind,
            province: province.map(|given| province_asked(directory, given, cx)).transpose()?,
            conditions,
        };
        Ok((filter, words))
    }

    /// Whether it lets everything through.
    pub(super) fn is_empty(&self) -> bool {
        self.platform.is_none()
            && self.kind.is_none()
            && self.province.is_none()
            && self.conditions.is_empty()
    }

    /// The same whatever province an organisation lies in; `None` where none is asked for.
    pub(super) fn without_province(&self) -> Option<Self> {
        let conditions = self.conditions.without_province();
        let is_asked = self.province.is_some() || conditions.is_some();
        is_asked.then(|| Self {
            conditions: conditions.unwrap_or_else(|| self.conditions.clone()),
            province: None,
            ..*self
        })
    }

    /// Whether an organisation is all that was asked for.
    pub(super) fn lets_through(
        &self,
        directory: &Directory,
        index: OrganisationIndex,
        today: Date,
    ) -> bool {
        let it = directory.organisation(index);
        let is_there = |platform| directory.is_on(index, platform);
        self.kind.is_none_or(|kind| it.kind == kind)
            && self.province.as_ref().is_none_or(|name| it.province.as_ref() == Some(name))
            && self.platform.is_none_or(is_there)
            && (self.conditions.is_empty() || self.conditions.lets_through(directory, index, today))
    }
}

/// The province that an argument names, in any case and without accents; one that is none is complained of.
fn province_asked(directory: &Directory, given: &str, cx: &mut Context<'_>) -> Result<String> {
    let mut known: Vec<&str> =
        directory.organisations().filter_map(|it| it.province.as_deref()).collect();
    known.compact_sort();
    known.dedup();
    let wanted = fold(given.trim());
    if let Some(found) = known.iter().find(|name| fold(name) == wanted) {
        return Ok((*found).to_owned());
    }
    let text = cx.words.unknown_province(&escaped(given), &known.join(", "));
    let meant = nearest(given, known.iter().map(|name| (*name, *name)));
    Err(load::unknown(text, meant, cx))
}
