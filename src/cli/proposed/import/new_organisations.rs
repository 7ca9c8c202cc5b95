//! Organisations that a source has and the directory doesn't, as proposals.

use std::collections::BTreeSet;

use officieel_online::import::new_directory::{kind_in, phone_in, places_in};
use officieel_online::import::{
    AccountEntry, FoundOrganisation, Import, Match, OrganisationRecord, RecordKind, Source, clean,
    page_of, slug,
};

use super::{Proposed, case, page};
use crate::directory::Directory;
use crate::proposals::new_organisation::Profile;
use crate::proposals::{Confidence, Kind, Sighting, Subject};

/// Gives each new organisation an id that no other has.
pub(super) struct NewOrganisations<'i> {
    import: &'i Import,
    directory: &'i Directory,
    given: BTreeSet<String>,
}

impl<'i> NewOrganisations<'i> {
    pub(super) fn new(import: &'i Import, directory: &'i Directory) -> Self {
        Self { import, directory, given: BTreeSet::new() }
    }

    /// Proposes an organisation that is new; the id that it would have. What has ended is of the past, and a list of
    /// accounts or of offices is none of organisations.
    pub(super) fn proposed(
        &mut self,
        found: &FoundOrganisation,
        record: &OrganisationRecord,
        all: &mut Proposed,
    ) -> Option<String> {
        let lists_organisations =
            !matches!(self.import.source, Source::Mastodon | Source::Police | Source::Rio);
        let is_one = record.kind == RecordKind::Organisation && record.ended.is_none();
        let is_new = found.matched == Match::New && lists_organisations && is_one;
        let name = clean(&record.name).filter(|_| is_new)?;
        let Some(url) = self.page(record) else {
            all.without_page.push((name, None));
            return None;
        };
        let id = self.id(record);
        let mut case = case(self.import, Confidence::Low);
        case.url = record.websites.iter().find_map(|it| website(it));
        case.evidence.push(Sighting::new(self.import.source.method(), &url, self.import.seen));
        let kind = kind_in(record, &self.directory.lexicon);
        let profile = Profile {
            kind,
            aliases: record
                .other_names
                .iter()
                .filter_map(|it| clean(&it.text))
                .filter(|it| *it != name)
                .collect(),
            places: places_in(record, kind, &self.directory.lexicon)
                .iter()
                .filter_map(|it| clean(it))
                .collect(),
            phone: phone_in(record, self.directory.header.country()),
            register_id: record.ids.register.clone(),
            tooi: record.ids.tooi.clone(),
            wikidata: record.ids.wikidata.clone(),
        };
        case.profile = Some(profile.sound());
        let subject = Subject {
            organisation: id.clone(),
            kind: Kind::OrganisationNew,
            platform: None,
            account: None,
            value: Some(name),
        };
        all.proposals.add(subject, case);
        Some(id)
    }

    /// The page that shows it: its own in the source, that of one of its accounts, or the source as a whole.
    fn page(&self, record: &OrganisationRecord) -> Option<String> {
        let source = self.import.source;
        let of_account = |it: &AccountEntry| it.page.clone();
        let own = record.page.clone().or_else(|| page_of(source, record));
        let own = own.or_else(|| record.accounts.iter().find_map(of_account));
        let own = own.filter(|url| url.starts_with("https://"));
        own.or_else(|| page(source).map(str::to_owned))
    }

    fn id(&mut self, record: &OrganisationRecord) -> String {
        let plain = slug(&record.name);
        let register = record.ids.iter().next().map(|id| slug(id.rsplit('/').next().unwrap_or(id)));
        let with_id = register.map(|id| format!("{plain}-{id}"));
        let counted = (2..).map(|count: u32| format!("{plain}-{count}"));
        let mut all = std::iter::once(plain.clone()).chain(with_id).chain(counted);
        let is_free = |id: &String| {
            self.directory.organisation_by_id(id).is_none() && !self.given.contains(id)
        };
        let id = all.find(is_free).unwrap_or(plain);
        self.given.insert(id.clone());
        id
    }
}

/// A website as a directory can have it.
fn website(typed: &str) -> Option<String> {
    let rest = typed.trim();
    let rest =
        rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://")).unwrap_or(rest);
    let url = url::Url::parse(&format!("https://{rest}")).ok()?;
    let is_plain = url.port().is_none() && url.username().is_empty() && url.password().is_none();
    url.domain().filter(|host| is_plain && host.contains('.')).map(|_| url.to_string())
}
