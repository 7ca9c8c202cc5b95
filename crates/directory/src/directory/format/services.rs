//! Services and topics, in their canonical order; and sites and telephone numbers, of whomever they are.

use super::evidence::inline_evidence;
use super::writer::{Pair, Writer, inline_of};
use crate::compact_sort::CompactSort;
use crate::directory::{
    Directory, HandledBy, Handler, Phone, PhoneLabel, Service, Site, Topic, Urgency,
};
use crate::text::fold::fold;

pub(super) fn write(writer: &mut Writer, directory: &Directory) {
    let mut services: Vec<&Service> = directory.services().collect();
    services.compact_sort_by_key(|it| (fold(&it.name), it.id.clone()));
    for service in services {
        write_service(writer, directory, service);
    }
    let mut topics: Vec<&Topic> = directory.topics().collect();
    topics.compact_sort_by_key(|it| (fold(&it.name), it.id.clone()));
    for topic in topics {
        write_topic(writer, directory, topic);
    }
}

fn write_service(writer: &mut Writer, directory: &Directory, it: &Service) {
    writer.table("service");
    writer.text("id", &it.id);
    writer.text("name", &it.name);
    writer.texts("aliases", &it.aliases);
    writer.text("text", &it.text);
    let organisation = it.organisation.map(|index| directory.organisation(index));
    writer.optional("organisation", organisation.map(|it| it.id.as_str()));
    if !it.is_government {
        writer.bare("government", "false");
    }
    writer.optional("urgency", it.urgency.map(Urgency::id));
    write_sites(writer, directory, &it.sites);
    write_phones(writer, directory, &it.phones);
    super::evidence::write(writer, directory, &it.evidence);
    writer.optional("note", it.note.as_deref());
}

fn write_topic(writer: &mut Writer, directory: &Directory, it: &Topic) {
    writer.table("topic");
    writer.text("id", &it.id);
    writer.text("name", &it.name);
    writer.texts("words", &it.words);
    writer.optional("product", it.product.as_deref());
    let handler = |it: &Handler| {
        let (layer, organisation) = match it.by {
            HandledBy::Layer(layer) => (Some(layer.id()), None),
            HandledBy::Organisation(index) => (None, Some(&directory.organisation(index).id)),
        };
        inline_of(&[
            ("layer", Pair::text(layer)),
            ("organisation", Pair::text(organisation.map(String::as_str))),
            ("part", Pair::text(it.part.as_deref())),
            ("evidence", Pair::List(inline_evidence(directory, &it.evidence))),
        ])
    };
    let handlers: Vec<String> = it.handlers.iter().map(handler).collect();
    writer.items("handlers", &handlers);
    writer.optional("note", it.note.as_deref());
}

/// Sites, by host and path.
pub(super) fn write_sites(writer: &mut Writer, directory: &Directory, sites: &[Site]) {
    let mut sites: Vec<&Site> = sites.iter().collect();
    sites.compact_sort_by_key(|it| (&it.host, &it.path));
    let site = |it: &Site| {
        inline_of(&[
            ("host", Pair::text(Some(&it.host))),
            ("path", Pair::text(it.path.as_deref())),
            ("shared", Pair::Flag(it.is_shared)),
            ("test", Pair::Flag(it.is_test)),
            ("evidence", Pair::List(inline_evidence(directory, &it.evidence))),
            ("note", Pair::text(it.note.as_deref())),
        ])
    };
    let sites: Vec<String> = sites.into_iter().map(site).collect();
    writer.items("sites", &sites);
}

/// Telephone numbers, in the order of the file.
pub(super) fn write_phones(writer: &mut Writer, directory: &Directory, phones: &[Phone]) {
    let phone = |it: &Phone| {
        inline_of(&[
            ("number", Pair::text(Some(&it.number))),
            ("label", Pair::text(it.label.map(PhoneLabel::id))),
            ("evidence", Pair::List(inline_evidence(directory, &it.evidence))),
            ("note", Pair::text(it.note.as_deref())),
        ])
    };
    let phones: Vec<String> = phones.iter().map(phone).collect();
    writer.items("phones", &phones);
}
