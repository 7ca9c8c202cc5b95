//! Topics: `[[topic]]` tables.

use std::collections::HashSet;

use super::evidence::{self, RawEvidence, Sources};
use super::fields::{Context, Fields, Located, Sentence};
use super::organisations::{checked, is_slug, value};
use super::resolve::Names;
use super::sites::said;
use crate::directory::topic::{HandledBy, Handler, Layer, Topic};
use crate::text::fold::fold;

/// A `[[topic]]` table, before what it names is looked up.
pub(super) struct RawTopic {
    /// All that needs no other table.
    topic: Topic,
    handlers: Vec<RawHandler>,
}

/// One of its `handlers`.
struct RawHandler {
    by: RawHandledBy,
    part: Option<String>,
    evidence: Vec<RawEvidence>,
}

enum RawHandledBy {
    Layer(Layer),
    Organisation(Located<String>),
}

pub(super) fn read(root: &Fields<'_, '_>) -> Vec<RawTopic> {
    let mut ids = HashSet::new();
    let tables = root.tables("topic", Sentence::ATopic);
    tables.into_iter().filter_map(|fields| read_one(fields, &mut ids)).collect()
}

fn read_one(fields: Fields<'_, '_>, ids: &mut HashSet<String>) -> Option<RawTopic> {
    let id = fields.required_text("id").filter(|id| is_slug(&fields, id));
    if let Some(id) = id.as_ref().filter(|id| !ids.insert(id.value.clone())) {
        fields.fault(id.at, Sentence::TopicTwice.of([&id.value]));
    }
    let name = fields.required_text("name");
    let words = words(&fields);
    let product = fields.text("product").filter(|product| {
        checked(&fields, product, is_product(&product.value), Sentence::NoProduct)
    });
    let handlers = fields.tables("handlers", Sentence::AHandler);
    let handlers = handlers.into_iter().filter_map(read_handler).collect();
    let note = value(fields.text("note"));
    fields.finish();
    let (id, name, product) = (id?.value, name?.value, value(product));
    let topic = Topic { id, name, words, product, handlers: Vec::new(), note };
    Some(RawTopic { topic, handlers })
}

/// The words of a topic; reports one that is another but for accents or case.
fn words(fields: &Fields<'_, '_>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for word in fields.texts("words") {
        if !seen.insert(fold(&word.value)) {
            fields.fault(word.at, Sentence::TopicWordTwice.of([&word.value]));
        }
        all.push(word.value);
    }
    all
}

/// Whether a text can be the last part of an address.
fn is_product(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b"()-_.".contains(&b))
}

fn read_handler(fields: Fields<'_, '_>) -> Option<RawHandler> {
    let layer = fields.choice("layer", &Layer::ALL, Layer::id);
    let organisation = fields.text("organisation");
    match (fields.is_missing("layer"), fields.is_missing("organisation")) {
        (false, false) => fields.fault(fields.at, Sentence::HandlerOfBoth),
        (true, true) => fields.fault(fields.at, Sentence::HandlerOfNone),
        _ => {}
    }
    let part = value(fields.text("part"));
    let evidence = evidence::read(&fields);
    fields.finish();
    let by = match (layer, organisation) {
        (_, Some(organisation)) => RawHandledBy::Organisation(organisation),
        (layer, None) => RawHandledBy::Layer(layer?),
    };
    Some(RawHandler { by, part, evidence })
}

/// The topics with the organisations that they name, and with the sources of their evidence.
pub(super) fn topics(
    context: &Context<'_>,
    names: &Names<'_>,
    sources: &Sources<'_>,
    topics: Vec<RawTopic>,
) -> Vec<Topic> {
    let handler = |raw: RawHandler| {
        let by = match raw.by {
            RawHandledBy::Layer(layer) => HandledBy::Layer(layer),
            RawHandledBy::Organisation(id) => {
                HandledBy::Organisation(names.find(context, "organisation", &id)?)
            }
        };
        Some(Handler { by, part: raw.part, evidence: said(context, sources, raw.evidence) })
    };
    let resolve = |raw: RawTopic| Topic {
        handlers: raw.handlers.into_iter().filter_map(handler).collect(),
        ..raw.topic
    };
    topics.into_iter().map(resolve).collect()
}
