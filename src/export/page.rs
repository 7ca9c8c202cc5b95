//! A page that stands alone: it is read, and searched, without a network, a server or this program.
//!
//! Nothing of it is fetched from elsewhere, and its policy lets a browser fetch nothing: the one style and the one
//! script in it are allowed by their hashes. Without the script all of it can be read as well.
//!
//! Sources: WCAG 2.2, <https://www.w3.org/TR/WCAG22/>; Content Security Policy, <https://www.w3.org/TR/CSP3/>.

mod inline;

use std::io::{self, Write};

use inline::{SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH};

use super::markup::text;
use super::{Entry, Export, phone};
use crate::directory::{Account, OwnedPhone, Owner, Trust};
use crate::messages::numbers::grouped;
use crate::messages::{dates, labels};

pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let entries = export.entries();
    head(export, out)?;
    about(export, out)?;
    search(export, entries.len(), out)?;
    writeln!(out, "<ul class=\"organisations\">")?;
    for entry in &entries {
        organisation(export, entry, out)?;
    }
    foot(export, out)
}

fn head(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = export.list.words;
    let (language, title) = (export.language.id(), text(&export.title()));
    let version = env!("CARGO_PKG_VERSION");
    let policy = format!(
        "default-src 'none'; style-src '{STYLE_HASH}'; script-src '{SCRIPT_HASH}'; base-uri 'none'; \
         form-action 'none'"
    );
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"officieel {version}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#list\">{}</a>\n<header>\n<h1>{title}</h1>",
        text(words.page_skip)
    )?;
    writeln!(out, "<p>{}</p>", text(&export.origin()))?;
    writeln!(out, "<p>{}</p>\n</header>\n<main>", text(&export.asked()))
}

/// What the levels of trust mean.
fn about(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = export.list.words;
    writeln!(out, "<section aria-labelledby=\"trust\">")?;
    writeln!(out, "<h2 id=\"trust\">{}</h2>\n<dl>", text(words.help_trust))?;
    for (level, meanings) in [
        (Trust::Confirmed, &[words.trust_confirmed_means][..]),
        (Trust::Aged, &[words.trust_aged_means, words.trust_agreed_means]),
        (Trust::Reported, &[words.trust_reported_means]),
    ] {
        writeln!(out, "<dt>{}</dt>", trust(export, level))?;
        for meaning in meanings {
            writeln!(out, "<dd>{}</dd>", text(meaning))?;
        }
    }
    writeln!(out, "</dl>\n</section>")
}

/// The box to search in, which is shown by the script that makes it work.
fn search(export: &Export<'_>, count: usize, out: &mut dyn Write) -> io::Result<()> {
    let words = export.list.words;
    let all = grouped(words, count);
    // The script fills in the number.
    let (some, none) = (text(&words.page_hits(&all, "{count}")), text(words.page_no_hits));
    writeln!(out, "<form role=\"search\" id=\"search\" hidden>")?;
    writeln!(out, "<label for=\"query\">{}</label>", text(words.page_search))?;
    writeln!(
        out,
        "<input type=\"search\" id=\"query\" autocomplete=\"off\" spellcheck=\"false\" \
         aria-describedby=\"hint\">"
    )?;
    writeln!(out, "<p id=\"hint\">{}</p>", text(words.page_search_hint))?;
    writeln!(out, "<p id=\"hits\" role=\"status\" data-some=\"{some}\" data-none=\"{none}\"></p>")?;
    writeln!(out, "</form>\n<noscript><p>{}</p></noscript>", text(words.page_no_script))?;
    writeln!(out, "<h2 id=\"list\" tabindex=\"-1\">{}</h2>", text(words.page_organisations))
}

fn organisation(export: &Export<'_>, entry: &Entry<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = export.list.words;
    let it = entry.organisation;
    let kind = labels::kind(words, it.kind);
    let province = it.province.iter().map(String::as_str);
    let ended = it.ended.map(|day| words.panel_ended(&day.to_string()));
    let about: Vec<&str> = std::iter::once(kind).chain(province).chain(ended.as_deref()).collect();
    writeln!(out, "<li>\n<h3><bdi>{}</bdi></h3>", text(&it.name))?;
    writeln!(out, "<p class=\"about\">{}</p>", text(&about.join(", ")))?;
    let ways = ways(export, entry);
    if !ways.is_empty() {
        writeln!(out, "<ul>\n{}\n</ul>", ways.join("\n"))?;
    }
    if entry.accounts.is_empty() {
        writeln!(out, "<p class=\"about\">{}</p>", text(words.page_none_known))?;
    }
    writeln!(out, "</li>")
}

/// The ways to reach an organisation, each with what it is.
fn ways(export: &Export<'_>, entry: &Entry<'_>) -> Vec<String> {
    let words = export.list.words;
    let it = entry.organisation;
    let site = |label, address: &String| {
        let shown = address.trim_start_matches("https://").trim_end_matches('/');
        labelled(label, &link(address, shown))
    };
    let number = |number: &OwnedPhone<'_>| {
        let purpose = number.phone.and_then(|it| phone::purpose(words, it));
        let purpose = purpose.map(|it| format!(" ({it})")).unwrap_or_default();
        labelled(words.list_phone, &text(&format!("{}{purpose}", number.number)))
    };
    let numbers = export.list.directory.numbers_of(Owner::Organisation(entry.index));
    let website = it.website.iter().map(|it| site(words.list_website, it));
    let form = it.contact_form.iter().map(|it| site(words.page_contact_form, it));
    let accounts = entry.accounts.iter().map(|it| of_account(export, it));
    website.chain(numbers.iter().map(number)).chain(form).chain(accounts).collect()
}

fn labelled(label: &str, value: &str) -> String {
    format!("<li><span class=\"label\">{}</span> {value}</li>", text(label))
}

fn of_account(export: &Export<'_>, account: &Account) -> String {
    let words = export.list.words;
    let platform = export.list.directory.platform(account.platform);
    let level = trust(export, account.trust(export.list.today));
    let status = text(labels::status(words, account.status));
    let seen = account.last_seen().map(|date| {
        // A day may stop at the month or the year, and is one for programs all the same.
        let told = text(&words.exported_seen(&dates::long(words, date)));
        format!(", <time datetime=\"{date}\">{told}</time>")
    });
    let (link, seen) = (link(&account.url, &account.written(platform)), seen.unwrap_or_default());
    let standing = format!("<span class=\"standing\">{level}, {status}{seen}</span>");
    labelled(platform.name(), &format!("{link} {standing}"))
}

/// A level of trust: by its word, and by a colour besides.
fn trust(export: &Export<'_>, level: Trust) -> String {
    let word = text(labels::trust(export.list.words, level));
    format!("<span class=\"{}\">{word}</span>", level.id())
}

/// A link to another site; what is no `https` address is a text.
fn link(address: &str, shown: &str) -> String {
    let (target, shown) = (text(address), text(shown));
    if address.starts_with("https://") {
        format!("<a href=\"{target}\" rel=\"noopener noreferrer external\"><bdi>{shown}</bdi></a>")
    } else {
        format!("<bdi>{shown}</bdi>")
    }
}

fn foot(export: &Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = export.list.words;
    let licence = &export.list.directory.header.licence;
    let made = text(&words.page_made(licence, env!("CARGO_PKG_VERSION")));
    writeln!(out, "</ul>\n</main>\n<footer>\n<p>{made}</p>\n</footer>")?;
    writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>")
}

#[cfg(test)]
mod tests;
