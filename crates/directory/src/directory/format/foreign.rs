//! Organisations of other governments.

use super::writer::Writer;
use crate::compact_sort::CompactSort;
use crate::directory::Directory;
use crate::platform::{AccountName, Reference};
use crate::text::fold::fold;

pub(super) fn write(writer: &mut Writer, directory: &Directory) {
    let mut all: Vec<_> = directory.foreign_organisations().collect();
    all.compact_sort_by_key(|it| (&it.country, fold(&it.name), &it.wikidata, &it.name));
    for organisation in all {
        writer.table("foreign_organisation");
        writer.text("name", &organisation.name);
        writer.text("country", &organisation.country);
        writer.optional("website", organisation.website.as_deref());
        writer.optional("wikidata", organisation.wikidata.as_deref());
        let source = directory.sources.get(organisation.source.position());
        writer.optional("source", source.map(|source| source.id.as_str()));
        let accounts = organisation.accounts.iter();
        let mut accounts: Vec<Reference> =
            accounts.filter_map(|account| account.reference(&directory.platforms)).collect();
        accounts.compact_sort_by(|one, other| order(one).cmp(&order(other)));
        let address = |it: &Reference| directory.platform(it.platform).address_of(&it.name);
        writer.texts("accounts", &accounts.iter().map(address).collect::<Vec<_>>());
    }
}

fn order(Reference { platform, name }: &Reference) -> (usize, usize, &str) {
    (platform.position(), AccountName::space(name), name.key())
}
