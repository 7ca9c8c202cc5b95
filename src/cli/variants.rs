//! `officieel variants`: the look-alikes of a name that its owner would want to hold.

use std::collections::HashMap;
use std::io;

use serde::Serialize;

use super::arguments::{Shared, VariantsArguments};
use super::audit::family_named;
use super::check::inputs::Inputs;
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load};
use crate::audit::Family;
use crate::check::variants::{Variant, variants};
use crate::check::{Answer, Instead, Verdict};
use crate::directory::Directory;
use crate::json::Elements;
use crate::messages::{technique, verdict};
use crate::platform::{AccountName, NameError, PlatformIndex};
use crate::text::width::width;

/// One look-alike, as JSON.
#[derive(Serialize)]
struct VariantJson<'a> {
    /// The name that it is like, where several are asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    name: &'a str,
    trick: &'static str,
    platforms: Vec<&'a str>,
}

/// How look-alikes are told.
struct Teller<'a> {
    command: &'a VariantsArguments,
    directory: &'a Directory,
    /// Whether several names are asked about.
    is_list: bool,
    elements: Elements,
    /// How many names were told.
    names: usize,
    /// Whether one of them has look-alikes.
    has_variants: bool,
    /// Whether one of them can't exist.
    has_impossible: bool,
}

pub(super) fn run(
    command: &VariantsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let reads_lines = command.handle.iter().any(|handle| handle == "-");
    if reads_lines && shared.directory.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.cli_input_twice));
    }
    let directory = load::directory_to_answer(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let family = command.family.as_deref().map(|name| family_named(&directory, name, cx));
    let mut teller = Teller {
        command,
        directory: &directory,
        is_list: command.family.is_some() || reads_lines || command.handle.len() > 1,
        elements: Elements::default(),
        names: 0,
        has_variants: false,
        has_impossible: false,
    };
    match family.transpose()? {
        Some(family) => {
            for (name, platforms) in names_of(&directory, family, platform) {
                teller.tell(&name, &platforms, cx)?;
            }
        }
        None => teller.tell_given(platform, cx)?,
    }
    if command.json && (teller.is_list || !teller.has_impossible) {
        teller.elements.end(cx.out)?;
    }
    Ok(match teller {
        Teller { has_impossible: true, .. } => ExitStatus::Unusable,
        Teller { has_variants: true, .. } => ExitStatus::Found,
        _ => ExitStatus::NotFound,
    })
}

impl Teller<'_> {
    /// Tells the look-alikes of each name that was given.
    fn tell_given(&mut self, platform: Option<PlatformIndex>, cx: &mut Context<'_>) -> Result<()> {
        for input in Inputs::new(&self.command.handle) {
            let input = input.map_err(|error| load::unreadable("-".as_ref(), &error, cx))?;
            let name = input.text.trim();
            if input.line.is_some() && name.starts_with('#') {
                continue;
            }
            match platforms_for(self.directory, name, platform) {
                Ok(platforms) => self.tell(name, &platforms, cx)?,
                Err(fault) => {
                    self.has_impossible = true;
                    complain(self.directory, name, platform, fault, cx)?;
                }
            }
            cx.out.flush()?;
        }
        Ok(())
    }

    /// Tells the look-alikes of a name.
    fn tell(
        &mut self,
        name: &str,
        platforms: &[PlatformIndex],
        cx: &mut Context<'_>,
    ) -> io::Result<()> {
        let mut all = variants(self.directory, name, platforms);
        let total = all.len();
        self.has_variants |= total > 0;
        if self.command.limit > 0 {
            all.truncate(self.command.limit);
        }
        self.names += 1;
        if self.command.json {
            let of = self.is_list.then_some(name);
            let values = all.iter().map(|variant| as_json(self.directory, variant, of));
            for value in values {
                self.elements.add(&value, cx.out)?;
            }
            return Ok(());
        }
        let styles = Styles::new(cx.styled);
        if self.is_list && total > 0 {
            let gap = if self.names > 1 { "\n" } else { "" };
            writeln!(cx.out, "{gap}{}", styles.bold(&cx.words.variants_of(&plain(name))))?;
        }
        write(self.directory, &all, cx)?;
        if total > all.len() {
            let text = cx.words.cli_more_hits(&(total - all.len()).to_string());
            writeln!(cx.out, "\n{}", styles.dim(&text))?;
        }
        if total == 0 {
            writeln!(cx.err, "{}", cx.words.variants_none(&plain(name)))?;
        }
        Ok(())
    }
}

/// The names of the accounts of a family, each once, with the platforms on which it is listed.
fn names_of(
    directory: &Directory,
    family: Family,
    platform: Option<PlatformIndex>,
) -> Vec<(String, Vec<PlatformIndex>)> {
    let mut names: Vec<(String, Vec<PlatformIndex>)> = Vec::new();
    let mut places = HashMap::new();
    for account in family.accounts(directory) {
        let it = directory.account(account);
        let is_asked = platform.is_none_or(|platform| it.platform == platform);
        let handle = it.handle.as_ref().filter(|_| is_asked).map(AccountName::text);
        let Some(handle) = handle else { continue };
        let place = *places.entry(handle.to_lowercase()).or_insert(names.len());
        match names.get_mut(place) {
            Some((_, platforms)) => platforms.push(it.platform),
            None => names.push((handle.to_owned(), vec![it.platform])),
        }
    }
    names
}

/// The platforms on which look-alikes of a name count; why there are none where it can't be a name.
fn platforms_for(
    directory: &Directory,
    name: &str,
    platform: Option<PlatformIndex>,
) -> std::result::Result<Vec<PlatformIndex>, Option<NameError>> {
    if let Some(platform) = platform {
        directory.platform(platform).parse_name(name).map_err(Some)?;
        return Ok(vec![platform]);
    }
    let platforms = platforms_of(directory, name);
    if platforms.is_empty() { Err(None) } else { Ok(platforms) }
}

/// The platforms on which an account of that name is listed, else all that can have it.
fn platforms_of(directory: &Directory, name: &str) -> Vec<PlatformIndex> {
    let can_have = directory.platforms.parse_handle(name).into_iter().filter(|reference| {
        directory.platform(reference.platform).parse_name(name).as_ref() == Ok(&reference.name)
    });
    let (listed, others): (Vec<_>, Vec<_>) =
        can_have.partition(|reference| directory.account_by(reference).is_some());
    let chosen = if listed.is_empty() { others } else { listed };
    chosen.into_iter().map(|reference| reference.platform).collect()
}

/// Complains of a name that no account can have; where a platform was named in the words in which a check
/// would.
fn complain(
    directory: &Directory,
    name: &str,
    platform: Option<PlatformIndex>,
    fault: Option<NameError>,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let Some(fault) = fault else {
        return writeln!(cx.err, "officieel: {}", cx.words.variants_nowhere(&plain(name)));
    };
    let answer = Answer {
        asked: fault.text.clone(),
        platform,
        account: None,
        verdict: Verdict::NotAnAccount(Instead::ImpossibleName(fault, None)),
        remarks: Vec::new(),
    };
    let headline = verdict::headline(cx.words, directory, &answer);
    let reasons = verdict::reasons(cx.words, directory, &answer, cx.today);
    let text: Vec<String> = std::iter::once(headline).chain(reasons.into_iter().take(1)).collect();
    writeln!(cx.err, "officieel: {}", plain(&text.join(" ")))
}

fn as_json<'a>(
    directory: &'a Directory,
    variant: &'a Variant,
    of: Option<&'a str>,
) -> VariantJson<'a> {
    VariantJson {
        of,
        name: &variant.name,
        trick: json::trick(&variant.technique),
        platforms: variant.platforms.iter().map(|it| directory.platform(*it).id()).collect(),
    }
}

/// One name a line: the name, what was done to it, and where it can exist.
fn write(directory: &Directory, all: &[Variant], cx: &mut Context<'_>) -> io::Result<()> {
    let styles = Styles::new(cx.styled);
    let rows: Vec<[String; 3]> = all
        .iter()
        .map(|variant| {
            let names = variant.platforms.iter().map(|it| directory.platform(*it).name());
            let platforms = names.collect::<Vec<_>>().join(", ");
            let trick = technique::of_name(cx.words, &variant.technique) + &numbers(&variant.name);
            [plain(&variant.name), plain(&trick), plain(&platforms)]
        })
        .collect();
    let widest = |column: fn(&[String; 3]) -> &String| {
        rows.iter().map(|row| width(column(row))).max().unwrap_or_default()
    };
    let (names, tricks) = (widest(|[name, ..]| name), widest(|[_, trick, _]| trick));
    for [name, trick, platforms] in &rows {
        let after_name = " ".repeat(names - width(name) + 2);
        let after_trick = " ".repeat(tricks - width(trick) + 2);
        let (name, trick) = (styles.bold(name), styles.dim(trick));
        writeln!(cx.out, "{name}{after_name}{trick}{after_trick}{platforms}")?;
    }
    Ok(())
}

/// The numbers of the characters that may look like others to the last dot, as in ` (U+0430)`.
fn numbers(name: &str) -> String {
    let numbers = name.chars().filter(|c| !c.is_ascii());
    let numbers: Vec<String> = numbers.map(|c| format!("U+{:04X}", u32::from(c))).collect();
    if numbers.is_empty() { String::new() } else { format!(" ({})", numbers.join(" ")) }
}
