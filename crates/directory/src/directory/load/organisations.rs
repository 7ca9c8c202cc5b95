//! Organisations and accounts as the file writes them, before anything is resolved.

use super::evidence::{self, RawEvidence};
use super::fields::{Fields, Located, Sentence};
use super::former_handles::{self, RawFormerHandle};
use super::sites::{RawReach, is_number};
use crate::date::Date;
use crate::directory::organisation::{FormerName, Gap, Organisation};
use crate::directory::{Kind, PhoneNumber, Purpose, Status};

type Text = Located<String>;

/// An `[[organisation]]` table.
pub(super) struct RawOrganisation {
    /// All that needs no other table; its links and accounts are not in it yet.
    pub(super) organisation: Organisation,
    /// Where it begins.
    pub(super) begins: usize,
    /// Where its id stands.
    pub(super) at: usize,
    /// Where its id in the register stands, if it has one.
    pub(super) register_id_at: Option<usize>,
    /// Where its website stands, if it has one.
    pub(super) website_at: Option<usize>,
    pub(super) parent: Option<Text>,
    pub(super) successor: Option<Text>,
    pub(super) reach: RawReach,
    pub(super) former_handles: Vec<RawFormerHandle>,
    pub(super) accounts: Vec<RawAccount>,
}

/// An `[[organisation.account]]` table.
pub(super) struct RawAccount {
    pub(super) at: usize,
    pub(super) platform: Text,
    pub(super) handle: Option<Text>,
    pub(super) platform_id: Option<Text>,
    pub(super) url: Option<Text>,
    pub(super) display_name: Option<String>,
    pub(super) purpose: Option<String>,
    pub(super) purposes: Vec<Purpose>,
    pub(super) status: Status,
    pub(super) successor: Option<Text>,
    pub(super) former_handles: Vec<RawFormerHandle>,
    pub(super) shared_with: Vec<Text>,
    pub(super) badge: Option<RawBadge>,
    pub(super) since: Option<Date>,
    pub(super) evidence: Vec<RawEvidence>,
    pub(super) note: Option<String>,
}

/// The `badge` of an account.
pub(super) struct RawBadge {
    pub(super) kind: Text,
    pub(super) seen: Date,
    pub(super) url: String,
}

pub(super) fn read(root: &Fields<'_, '_>) -> Vec<RawOrganisation> {
    read_all(root.tables("organisation", Sentence::AnOrganisation), read_one)
}

fn read_one(fields: Fields<'_, '_>) -> Option<RawOrganisation> {
    let id = fields.required_text("id").filter(|id| is_slug(&fields, id));
    let name = fields.required_text("name");
    let abbreviation = value(fields.text("abbreviation"));
    let aliases = values(fields.texts("aliases"));
    let former_names = fields.tables("former_names", Sentence::AFormerName);
    let former_names = read_all(former_names, read_former_name);
    let kind = fields.required_choice("kind", Kind::ALL, Kind::id);
    let parent = fields.text("parent");
    let places = values(fields.texts("places"));
    let province = value(fields.text("province"));
    let website = fields.address("website");
    let phone = fields.text("phone").filter(|phone| is_phone(&fields, phone));
    let reach = RawReach::read(&fields);
    let contact_form = value(fields.address("contact_form"));
    let register_id = fields.text("register_id").filter(|id| {
        let digits = id.value.bytes().all(|b| b.is_ascii_digit());
        checked(&fields, id, digits, Sentence::NoRegisterId)
    });
    let tooi = fields.address("tooi").filter(|uri| {
        let known = uri.value.starts_with("https://identifier.overheid.nl/tooi/id/");
        checked(&fields, uri, known, Sentence::NoTooi)
    });
    let wikidata = fields.text("wikidata").filter(|item| is_wikidata_item(&fields, item));
    let ended = fields.date("ended").map(|date| date.value);
    let successor = fields.text("successor");
    if let (Some(successor), None) = (&successor, ended) {
        fields.fault(successor.at, Sentence::SuccessorAlone);
    }
    let former_handles = fields.tables("former_handles", Sentence::AFormerHandle);
    let former_handles = read_all(former_handles, former_handles::of_organisation);
    let gaps = read_all(fields.tables("gaps", Sentence::AGap), read_gap);
    let note = value(fields.text("note"));
    let accounts = read_all(fields.tables("account", Sentence::AnAccount), read_account);
    let begins = fields.at;
    fields.finish();
    // A file without its name or kind is not loaded; until then the others may name it by its id,
    // so that one slip does not make its parts complain too.
    let id = id?;
    let register_id_at = register_id.as_ref().map(|id| id.at);
    let website_at = website.as_ref().map(|website| website.at);
    let organisation = Organisation {
        id: id.value,
        name: value(name).unwrap_or_default(),
        abbreviation,
        aliases,
        former_names,
        kind: kind.unwrap_or(Kind::Other),
        parent: None,
        places,
        province,
        website: value(website),
        sites: Vec::new(),
        phone: value(phone),
        phones: Vec::new(),
        contact_form,
        register_id: value(register_id),
        tooi: value(tooi),
        wikidata: value(wikidata),
        ended,
        successor: None,
        former_handles: Vec::new(),
        gaps,
        accounts: Vec::new(),
        note,
    };
    let at = id.at;
    Some(RawOrganisation {
        organisation,
        begins,
        at,
        register_id_at,
        website_at,
        parent,
        successor,
        reach,
        former_handles,
        accounts,
    })
}

/// Reads all tables of a list, and keeps no more room than they need.
fn read_all<'a, 'i, T>(
    tables: Vec<Fields<'a, 'i>>,
    read_one: impl FnMut(Fields<'a, 'i>) -> Option<T>,
) -> Vec<T> {
    let mut all: Vec<T> = tables.into_iter().filter_map(read_one).collect();
    all.shrink_to_fit();
    all
}

fn read_former_name(fields: Fields<'_, '_>) -> Option<FormerName> {
    let name = fields.required_text("name");
    let until = fields.date("until").map(|date| date.value);
    fields.finish();
    Some(FormerName { name: name?.value, until })
}

fn read_gap(fields: Fields<'_, '_>) -> Option<Gap> {
    let text = fields.required_text("text");
    let url = fields.required_address("url");
    let seen = fields.required_web_date("seen");
    fields.finish();
    Some(Gap { text: text?.value, url: url?.value, seen: seen?.value })
}

fn read_account(fields: Fields<'_, '_>) -> Option<RawAccount> {
    let platform = fields.required_text("platform");
    let handle = fields.text("handle");
    let platform_id = fields.text("platform_id");
    let url = fields.address("url");
    if handle.is_none() && platform_id.is_none() && url.is_none() {
        fields.fault(fields.at, Sentence::NoName);
    }
    let display_name = value(fields.text("display_name"));
    let purpose = value(fields.text("purpose"));
    let purposes = fields.choices("purposes", &Purpose::ALL, Purpose::id);
    let status = fields.choice("status", &Status::ALL, Status::id).unwrap_or(Status::Unknown);
    let successor = fields.address("successor");
    if status == Status::Moved && successor.is_none() {
        fields.fault(fields.place_of("status"), Sentence::MovedNowhere);
    }
    let former_handles = fields.tables("former_handles", Sentence::AFormerHandle);
    let former_handles = read_all(former_handles, former_handles::of_account);
    let shared_with = fields.texts("shared_with");
    let badge = fields.table("badge", Sentence::ABadge).and_then(read_badge);
    let since = fields.web_date("since");
    let evidence = evidence::read(&fields);
    if let Some(since) = &since
        && let Some(earlier) = claim_before(&evidence, since.value)
    {
        fields.fault(since.at, Sentence::SinceAfterEvidence.of([&since.value, &earlier]));
    }
    let note = value(fields.text("note"));
    let at = fields.at;
    fields.finish();
    Some(RawAccount {
        at,
        platform: platform?,
        handle,
        platform_id,
        url,
        display_name,
        purpose,
        purposes,
        status,
        successor,
        former_handles,
        shared_with,
        badge,
        since: since.map(|date| date.value),
        evidence,
        note,
    })
}

/// The day of the earliest evidence of whose account it is that is before a day for sure; an overlay has none.
fn claim_before(evidence: &[RawEvidence], day: Date) -> Option<Date> {
    let claims = evidence.iter().filter(|it| it.method.names_owner()).map(|it| it.seen);
    claims.filter(|seen| day.is_after(*seen)).min()
}

fn read_badge(fields: Fields<'_, '_>) -> Option<RawBadge> {
    let kind = fields.required_text("kind");
    let seen = fields.required_web_date("seen");
    let url = fields.required_address("url");
    fields.finish();
    Some(RawBadge { kind: kind?, seen: seen?.value, url: url?.value })
}

pub(super) fn is_slug(fields: &Fields<'_, '_>, id: &Text) -> bool {
    let text = &id.value;
    let good = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--");
    checked(fields, id, good, Sentence::NoSlug)
}

fn is_phone(fields: &Fields<'_, '_>, phone: &Text) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-');
    let digits = phone.value.bytes().filter(u8::is_ascii_digit).count();
    if !phone.value.chars().all(allowed) || !(3..=15).contains(&digits) {
        return checked(fields, phone, false, Sentence::NoPhone);
    }
    let read = PhoneNumber::read(&phone.value);
    is_number(fields, phone, read.as_ref(), Sentence::NoPhoneNumber)
}

pub(super) fn is_wikidata_item(fields: &Fields<'_, '_>, item: &Text) -> bool {
    let digits = item.value.strip_prefix('Q').unwrap_or_default();
    let good = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    checked(fields, item, good, Sentence::NoWikidata)
}

pub(super) fn checked(fields: &Fields<'_, '_>, text: &Text, good: bool, fault: Sentence) -> bool {
    if !good {
        fields.fault(text.at, fault.of([&text.value]));
    }
    good
}

pub(super) fn value(text: Option<Text>) -> Option<String> {
    text.map(|text| text.value)
}

pub(super) fn values(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}
