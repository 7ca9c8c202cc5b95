//! Cards for address books, one an organisation.
//!
//! Sources: vCard 4.0, <https://www.rfc-editor.org/rfc/rfc6350>; `SOCIALPROFILE`,
//! <https://www.rfc-editor.org/rfc/rfc9554#section-3.5>; `CONTACT-URI`, <https://www.rfc-editor.org/rfc/rfc8605>; signs in
//! parameters, <https://www.rfc-editor.org/rfc/rfc6868>.

use std::io::{self, Write};

use super::{Entry, Export, id_of, phone};
use crate::directory::{Account, Owner};
use crate::text::sanitise::escaped;

/// No line is longer than so many bytes, what ends it not counted (section 3.2).
const LONGEST: usize = 75;

/// The platforms on which an account is an address of the organisation's own, and no profile.
const OWN: [&str; 2] = ["rss", "website"];

pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let origin = format!("{} {}", export.origin(), export.asked());
    for entry in export.entries() {
        for line in card(export, &entry, &origin) {
            out.write_all(folded(&line).as_bytes())?;
        }
    }
    Ok(())
}

/// The lines of a card, not yet folded.
fn card(export: &Export<'_>, entry: &Entry<'_>, origin: &str) -> Vec<String> {
    let it = entry.organisation;
    let name = text(&it.name);
    let version = env!("CARGO_PKG_VERSION");
    let language = export.language.id().to_uppercase();
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:4.0".to_owned(),
        format!("PRODID:-//officieel//officieel {version}//{language}"),
        format!("UID:{}", id_of(it)),
        "KIND:org".to_owned(),
        format!("FN:{name}"),
        format!("ORG:{}", component(&it.name)),
    ];
    let others: Vec<String> =
        it.abbreviation.iter().chain(&it.aliases).map(|it| text(it)).collect();
    if !others.is_empty() {
        lines.push(format!("NICKNAME:{}", others.join(",")));
    }
    lines.extend(it.website.iter().map(|website| format!("URL:{}", escaped(website))));
    lines.extend(it.contact_form.iter().map(|form| format!("CONTACT-URI:{}", escaped(form))));
    let numbers = export.list.directory.numbers_of(Owner::Organisation(entry.index));
    for (at, dialled) in numbers.iter().filter_map(|it| phone::dialled(it.number)).enumerate() {
        // That for everything comes first.
        let preferred = if at == 0 { ";PREF=1" } else { "" };
        lines.push(format!("TEL;VALUE=uri;TYPE=voice{preferred}:{}", dialled.address));
    }
    lines.extend(entry.accounts.iter().map(|account| profile(export, account)));
    let numbers = numbers.iter().filter_map(|it| {
        let purpose = phone::purpose(export.list.words, it.phone?)?;
        Some(format!("{}: {purpose}", it.number))
    });
    let standing =
        entry.accounts.iter().map(|it| format!("{} ({})", export.named(it), export.standing(it)));
    let ended = it.ended.map(|day| export.list.words.panel_ended(&day.to_string()));
    let note: Vec<String> = ended
        .into_iter()
        .chain(numbers)
        .chain(standing)
        .chain([origin.to_owned()])
        .map(|it| text(&it))
        .collect();
    lines.push(format!("NOTE:{}", note.join("\\n")));
    lines.push("END:VCARD".to_owned());
    lines
}

/// The line of an account.
fn profile(export: &Export<'_>, account: &Account) -> String {
    let platform = export.list.directory.platform(account.platform);
    let address = escaped(&account.url);
    if OWN.contains(&platform.id()) {
        return format!("URL:{address}");
    }
    let service = parameter(platform.name());
    // An account without a name is called by its address, which stands there already.
    let name = account.handle.as_ref().or(account.platform_id.as_ref());
    let user = name.map(|it| format!(";USERNAME={}", parameter(it.text()))).unwrap_or_default();
    format!("SOCIALPROFILE;SERVICE-TYPE={service}{user}:{address}")
}

/// A text as a value (section 3.4). Nothing that ends a line is left in it.
fn text(value: &str) -> String {
    let mut made = String::with_capacity(value.len() + 8);
    for c in escaped(value).chars() {
        if matches!(c, '\\' | ',') {
            made.push('\\');
        }
        made.push(c);
    }
    made
}

/// A text as one component of a value that has several. In any other a semicolon stands as it is: not every
/// reader passes over a sign before it there, which is allowed and not needed.
fn component(value: &str) -> String {
    text(value).replace(';', "\\;")
}

/// A text as the value of a parameter: in quotation marks, with none in it.
fn parameter(value: &str) -> String {
    let harmless = escaped(value).replace('^', "^^").replace('"', "^'");
    format!("\"{harmless}\"")
}

/// A line with its end, in pieces that are short enough, none of which begins within a character.
fn folded(line: &str) -> String {
    let mut made = String::with_capacity(line.len() + 8);
    let mut room = LONGEST;
    for c in line.chars() {
        if c.len_utf8() > room {
            made.push_str("\r\n ");
            room = LONGEST - 1;
        }
        made.push(c);
        room -= c.len_utf8();
    }
    made.push_str("\r\n");
    made
}

#[cfg(test)]
mod tests;
