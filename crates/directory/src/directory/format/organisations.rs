//! Organisations and accounts, in their canonical order.

use super::writer::{Writer, inline};
use super::{evidence, services};
use crate::compact_sort::CompactSort;
use crate::directory::{
    Account, AccountIndex, BadgeObservation, Directory, FormerHandle, Organisation,
    OrganisationIndex, Status,
};
use crate::platform::AccountName;
use crate::text::fold::fold;

pub(super) fn write(writer: &mut Writer, directory: &Directory) {
    let mut order: Vec<OrganisationIndex> = directory.organisation_indexes().collect();
    order.compact_sort_by_key(|&index| {
        let organisation = directory.organisation(index);
        (organisation.kind, fold(&organisation.name), organisation.id.clone())
    });
    for index in order {
        write_organisation(writer, directory, directory.organisation(index));
        let mut accounts: Vec<AccountIndex> = directory
            .accounts_of(index)
            .filter(|&a| directory.listed_account(a).organisation == index)
            .collect();
        accounts.compact_sort_by_key(|&a| {
            let account = directory.listed_account(a);
            let handle = account.handle.as_ref().map(|name| name.key().to_owned());
            (account.platform, handle.is_none(), handle, account.url.clone())
        });
        for account in accounts {
            write_account(writer, directory, directory.listed_account(account));
        }
    }
}

fn write_organisation(writer: &mut Writer, directory: &Directory, it: &Organisation) {
    let id_of =
        |index: Option<OrganisationIndex>| index.map(|i| directory.organisation(i).id.as_str());
    writer.table("organisation");
    writer.text("id", &it.id);
    writer.text("name", &it.name);
    writer.optional("abbreviation", it.abbreviation.as_deref());
    writer.texts("aliases", &it.aliases);
    let former: Vec<String> = it
        .former_names
        .iter()
        .map(|former| {
            let until = former.until.map(|date| date.to_string());
            inline(&[("name", Some(&former.name)), ("until", until.as_deref())])
        })
        .collect();
    writer.items("former_names", &former);
    writer.text("kind", it.kind.id());
    writer.optional("parent", id_of(it.parent));
    writer.texts("places", &it.places);
    writer.optional("province", it.province.as_deref());
    writer.optional("website", it.website.as_deref());
    services::write_sites(writer, directory, &it.sites);
    writer.optional("phone", it.phone.as_deref());
    services::write_phones(writer, directory, &it.phones);
    writer.optional("contact_form", it.contact_form.as_deref());
    writer.optional("register_id", it.register_id.as_deref());
    writer.optional("tooi", it.tooi.as_deref());
    writer.optional("wikidata", it.wikidata.as_deref());
    writer.optional("ended", it.ended.map(|date| date.to_string()).as_deref());
    writer.optional("successor", id_of(it.successor));
    writer.items("former_handles", &former_handles(directory, &it.former_handles, true));
    let gaps: Vec<String> = it
        .gaps
        .iter()
        .map(|gap| {
            let seen = gap.seen.to_string();
            inline(&[("text", Some(&gap.text)), ("url", Some(&gap.url)), ("seen", Some(&seen))])
        })
        .collect();
    writer.items("gaps", &gaps);
    writer.optional("note", it.note.as_deref());
}

fn write_account(writer: &mut Writer, directory: &Directory, it: &Account) {
    let platform = directory.platform(it.platform);
    writer.table("organisation.account");
    writer.text("platform", platform.id());
    // Only a handle of the first name-space can be read back without its address.
    let handle = it.handle.as_ref().filter(|name| name.space() == 0);
    writer.optional("handle", handle.map(AccountName::text));
    writer.optional("platform_id", it.platform_id.as_ref().map(AccountName::text));
    if handle.is_none() && (it.handle.is_some() || it.platform_id.is_none()) {
        writer.text("url", &it.url);
    }
    writer.optional("display_name", it.display_name.as_deref());
    writer.optional("purpose", it.purpose.as_deref());
    let purposes: Vec<&str> = it.purposes.iter().map(|purpose| purpose.id()).collect();
    writer.texts("purposes", &purposes);
    if it.status != Status::Unknown {
        writer.text("status", it.status.id());
    }
    writer.optional("successor", it.successor.as_deref());
    writer.items("former_handles", &former_handles(directory, &it.former_handles, false));
    let shared: Vec<&str> =
        it.shared_with.iter().map(|&o| directory.organisation(o).id.as_str()).collect();
    writer.texts("shared_with", &shared);
    if let Some(badge) = &it.badge {
        writer.bare("badge", &badge_table(directory, badge));
    }
    writer.optional("since", it.since.map(|date| date.to_string()).as_deref());
    evidence::write(writer, directory, &it.evidence);
    writer.optional("note", it.note.as_deref());
}

/// The former handles of an account, or of an organisation: only those name their platform.
fn former_handles(directory: &Directory, all: &[FormerHandle], with_platform: bool) -> Vec<String> {
    let table = |it: &FormerHandle| {
        let (until, seen) = (it.until.map(|date| date.to_string()), it.seen.to_string());
        inline(&[
            ("platform", with_platform.then(|| directory.platform(it.platform).id())),
            ("handle", Some(it.handle.text())),
            ("until", until.as_deref()),
            ("successor", it.successor.as_deref()),
            ("url", Some(&it.url)),
            ("seen", Some(&seen)),
        ])
    };
    all.iter().map(table).collect()
}

fn badge_table(directory: &Directory, badge: &BadgeObservation) -> String {
    let kind = badge.kind.and_then(|kind| directory.badges.get(kind.position()));
    let seen = badge.seen.to_string();
    let kind = kind.map_or("none", |kind| kind.id.as_str());
    inline(&[("kind", Some(kind)), ("seen", Some(&seen)), ("url", Some(&badge.url))])
}
