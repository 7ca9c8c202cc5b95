//! The file of proposals: TOML in the words of a directory, in one layout, so that the same proposals in the same order are
//! the same bytes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::directory::{Kind as OrganisationKind, Method, Says, Trust};
use toml::de::DeTable;

use super::new_organisation::Profile;
pub use super::table::{Fault, FileError};
use super::table::{Table, error_at};
use super::{Case, Confidence, Decision, Effect, Kind, Proposals, Sighting, Subject, Verdict};

/// The version of the format.
pub const SCHEMA: u32 = 1;

/// Reads a file of proposals; proposals of one subject can't stand in it twice.
///
/// # Errors
///
/// The first fault, with its line and column.
pub fn read(bytes: &[u8]) -> Result<Proposals, FileError> {
    let text = str::from_utf8(bytes).map_err(|fault| {
        let valid = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let valid = String::from_utf8_lossy(valid);
        error_at(&valid, valid.len(), Fault::Encoding)
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let document = DeTable::parse(text).map_err(|fault| {
        let at = fault.span().map_or(0, |span| span.start);
        error_at(text, at, Fault::Syntax(fault.message().to_owned()))
    })?;
    let mut head = Table::new(text, 0, document.get_ref());
    if !head.is_number("schema", "1") {
        return Err(head.fault(Fault::Schema));
    }
    let mut proposals = Proposals { country: head.text("country")?, ..Proposals::default() };
    for (at, table) in head.tables("proposal")?.into_iter().enumerate() {
        let place = table.place();
        let (subject, case) = proposal(table)?;
        if proposals.cases.contains_key(&subject) {
            return Err(error_at(text, place, Fault::Twice));
        }
        proposals.places.insert(subject.clone(), at);
        proposals.add(subject, case);
    }
    head.finish()?;
    Ok(proposals)
}

fn proposal(mut table: Table<'_>) -> Result<(Subject, Case), FileError> {
    let kind = table.required_choice("kind", &Kind::ALL, Kind::id)?;
    let subject = Subject {
        organisation: table.required_text("organisation")?,
        kind,
        platform: table.text("platform")?,
        account: table.text("account")?,
        value: table.text("value")?,
    };
    if kind.is_of_account() {
        for (key, value) in [("platform", &subject.platform), ("account", &subject.account)] {
            if value.is_none() {
                return Err(table.fault(Fault::Missing(key)));
            }
        }
    }
    let url = table.text("url")?;
    let before = table.choice("trust_before", &Trust::ALL, Trust::id)?;
    let after = table.choice("trust_after", &Trust::ALL, Trust::id)?;
    let mut case = Case {
        url,
        evidence: Vec::new(),
        rules: table.texts("rules")?.into_iter().collect(),
        confidence: table.choice("confidence", &Confidence::ALL, Confidence::id)?,
        against: table.texts("against")?.into_iter().collect(),
        effect: after.map(|after| Effect { before, after }),
        profile: table.table("profile")?.map(profile).transpose()?,
        decision: None,
    };
    for item in table.tables("evidence")? {
        case.evidence.push(of_kind(kind, sighting(item)?));
    }
    case.evidence = super::sighting::newest(case.evidence);
    if let Some(item) = table.table("decision")? {
        case.decision = Some(decision(item)?);
    }
    table.finish()?;
    Ok((subject, case))
}

/// Evidence as a kind of proposal can have it: what is no longer shown never says that an account is official, and a page
/// that shows where an account continues says that it is left.
fn of_kind(kind: Kind, mut it: Sighting) -> Sighting {
    match kind {
        Kind::NoLongerShown if it.says == Says::Official => it.says = Says::NoLongerShown,
        Kind::Moved if it.says == Says::Official && it.method != Method::OwnObservation => {
            it.says = Says::Leaves;
        }
        _ => {}
    }
    it
}

fn sighting(mut table: Table<'_>) -> Result<Sighting, FileError> {
    let it = Sighting {
        method: table.required_choice("method", &Method::ALL, Method::id)?,
        url: table.required_text("url")?,
        seen: table.date("seen")?,
        says: table.choice("says", &Says::ALL, Says::id)?.unwrap_or(Says::Official),
        zone: table.text("zone")?,
        href: table.text("href")?,
        excerpt: table.text("excerpt")?,
        record: table.text("record")?,
        first: table.date_where_given("first")?,
    };
    table.finish()?;
    Ok(it)
}

fn profile(mut table: Table<'_>) -> Result<Profile, FileError> {
    let it = Profile {
        kind: table.required_choice("kind", OrganisationKind::ALL, OrganisationKind::id)?,
        aliases: table.texts("aliases")?,
        places: table.texts("places")?,
        phone: table.text("phone")?,
        register_id: table.text("register_id")?,
        tooi: table.text("tooi")?,
        wikidata: table.text("wikidata")?,
    };
    table.finish()?;
    Ok(it)
}

fn decision(mut table: Table<'_>) -> Result<Decision, FileError> {
    let it = Decision {
        verdict: table.required_choice("verdict", &Verdict::ALL, Verdict::id)?,
        on: table.date("on")?,
        reason: table.text("reason")?,
        pages: table.texts("pages")?.into_iter().collect::<BTreeSet<String>>(),
        despite: table.texts("despite")?.into_iter().collect(),
    };
    table.finish()?;
    Ok(it)
}

/// Lays proposals out as a file, below a line for people that says what it is. What stood in a file keeps its place, by
/// which it is numbered; what is new follows.
pub fn write(proposals: &Proposals, comment: &str) -> String {
    let mut out = format!("# {comment}\nschema = {SCHEMA}\n");
    line(&mut out, "country", proposals.country.as_deref());
    let all = proposals.in_file().into_iter();
    for (subject, case) in all.filter_map(|it| proposals.cases.get_key_value(it)) {
        out.push_str("\n[[proposal]]\n");
        write_subject(&mut out, subject, case);
        texts(&mut out, "rules", &case.rules);
        texts(&mut out, "against", &case.against);
        if let Some(profile) = &case.profile {
            write_profile(&mut out, profile);
        }
        write_evidence(&mut out, &case.evidence);
        if let Some(decision) = &case.decision {
            write_decision(&mut out, decision);
        }
    }
    out
}

fn write_subject(out: &mut String, subject: &Subject, case: &Case) {
    let effect = case.effect;
    line(out, "kind", Some(subject.kind.id()));
    line(out, "organisation", Some(&subject.organisation));
    line(out, "platform", subject.platform.as_deref());
    line(out, "account", subject.account.as_deref());
    line(out, "value", subject.value.as_deref());
    line(out, "url", case.url.as_deref());
    line(out, "confidence", case.confidence.map(Confidence::id));
    line(out, "trust_before", effect.and_then(|it| it.before).map(Trust::id));
    line(out, "trust_after", effect.map(|it| it.after.id()));
}

fn write_evidence(out: &mut String, evidence: &[Sighting]) {
    if evidence.is_empty() {
        return;
    }
    out.push_str("evidence = [\n");
    for it in evidence {
        let seen = it.seen.to_string();
        let first = it.first.map(|it| it.to_string());
        let parts = [
            ("method", Some(it.method.id())),
            ("url", Some(it.url.as_str())),
            ("seen", Some(&seen)),
            ("first", first.as_deref()),
            ("says", (it.says != Says::Official).then(|| it.says.id())),
            ("zone", it.zone.as_deref()),
            ("href", it.href.as_deref()),
            ("excerpt", it.excerpt.as_deref()),
            ("record", it.record.as_deref()),
        ];
        // Writing to a string can't fail.
        let _ = writeln!(out, "  {{ {} }},", inline(&parts));
    }
    out.push_str("]\n");
}

fn write_profile(out: &mut String, it: &Profile) {
    let kind = [("kind", Some(it.kind.id()))];
    let ids = [
        ("phone", it.phone.as_deref()),
        ("register_id", it.register_id.as_deref()),
        ("tooi", it.tooi.as_deref()),
        ("wikidata", it.wikidata.as_deref()),
    ];
    let lists = [("aliases", &it.aliases), ("places", &it.places)];
    let list = |(key, all): &(&str, &Vec<String>)| {
        let all: Vec<String> = all.iter().map(|text| quoted(text)).collect();
        format!("{key} = [{}]", all.join(", "))
    };
    let lists = lists.iter().filter(|(_, all)| !all.is_empty()).map(list);
    let ids = Some(inline(&ids)).filter(|it| !it.is_empty());
    let parts: Vec<String> = std::iter::once(inline(&kind)).chain(lists).chain(ids).collect();
    let _ = writeln!(out, "profile = {{ {} }}", parts.join(", "));
}

fn write_decision(out: &mut String, it: &Decision) {
    let on = it.on.to_string();
    let parts =
        [("verdict", Some(it.verdict.id())), ("on", Some(&on)), ("reason", it.reason.as_deref())];
    let list = |texts: &BTreeSet<String>| {
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        texts.join(", ")
    };
    let (pages, parts) = (list(&it.pages), inline(&parts));
    let despite = if it.despite.is_empty() {
        String::new()
    } else {
        format!(", despite = [{}]", list(&it.despite))
    };
    let _ = writeln!(out, "decision = {{ {parts}, pages = [{pages}]{despite} }}");
}

fn inline(parts: &[(&str, Option<&str>)]) -> String {
    let told = parts
        .iter()
        .filter_map(|(key, value)| value.map(|value| format!("{key} = {}", quoted(value))));
    told.collect::<Vec<String>>().join(", ")
}

fn line(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = writeln!(out, "{key} = {}", quoted(value));
    }
}

fn texts(out: &mut String, key: &str, values: &BTreeSet<String>) {
    if !values.is_empty() {
        let quoted: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        let _ = writeln!(out, "{key} = [{}]", quoted.join(", "));
    }
}

/// A text as TOML has it. What steers a terminal is left out: no reader would take it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars().filter(|c| !crate::text::sanitise::is_hostile(*c)) {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}
