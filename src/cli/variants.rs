//! `officieel variants`: the look-alikes of a name that its owner would want to hold.

use std::io;

use serde::Serialize;

use super::arguments::{Shared, VariantsArguments};
use super::error::{CommandError, Result};
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load};
use crate::check::variants::{Variant, variants};
use crate::check::{Answer, Instead, Technique, Verdict};
use crate::directory::Directory;
use crate::messages::verdict;
use crate::platform::{NameError, PlatformIndex};
use crate::text::width::width;
use crate::words::Words;

/// One look-alike, as JSON.
#[derive(Serialize)]
struct VariantJson<'a> {
    name: &'a str,
    trick: &'static str,
    platforms: Vec<&'a str>,
}

pub(super) fn run(
    command: &VariantsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let name = command.handle.trim();
    let platforms = match &command.platform {
        Some(platform) => {
            let platform = load::platform(&directory, platform, cx)?;
            let parsed = directory.platform(platform).parse_name(name);
            parsed.map_err(|error| impossible(&directory, platform, error, cx))?;
            vec![platform]
        }
        None => platforms_of(&directory, name),
    };
    if platforms.is_empty() {
        let text = cx.words.variants_nowhere(&plain(name));
        return Err(cx.unusable(&text));
    }
    let mut all = variants(&directory, name, &platforms);
    let total = all.len();
    if command.limit > 0 {
        all.truncate(command.limit);
    }
    if command.json {
        let all: Vec<VariantJson<'_>> = all.iter().map(|it| as_json(&directory, it)).collect();
        json::write(cx.out, &all)?;
    } else {
        write(&directory, &all, cx)?;
        if total > all.len() {
            let more = (total - all.len()).to_string();
            let text = cx.words.cli_more_hits(&more);
            writeln!(cx.out, "\n{}", Styles::new(cx.styled).dim(&text))?;
        }
        if total == 0 {
            let text = cx.words.variants_none(&plain(name));
            writeln!(cx.err, "{text}")?;
        }
    }
    Ok(if total > 0 { ExitStatus::Found } else { ExitStatus::NotFound })
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

/// Complains of a name that the platform can't have, in the words in which a check would.
fn impossible(
    directory: &Directory,
    platform: PlatformIndex,
    error: NameError,
    cx: &mut Context<'_>,
) -> CommandError {
    let answer = Answer {
        asked: error.text.clone(),
        platform: Some(platform),
        account: None,
        verdict: Verdict::NotAnAccount(Instead::ImpossibleName(error)),
        remarks: Vec::new(),
    };
    let headline = verdict::headline(cx.words, directory, &answer);
    let reasons = verdict::reasons(cx.words, directory, &answer, cx.today);
    let text: Vec<String> = std::iter::once(headline).chain(reasons.into_iter().take(1)).collect();
    cx.unusable(&plain(&text.join(" ")))
}

fn as_json<'a>(directory: &'a Directory, variant: &'a Variant) -> VariantJson<'a> {
    VariantJson {
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
            let trick = trick(cx.words, &variant.technique) + &numbers(&variant.name);
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

/// What was done to a name, in a few words.
fn trick(words: &Words, trick: &Technique) -> String {
    let text = match trick {
        Technique::Hidden => words.variant_hidden,
        Technique::Characters => words.variant_characters,
        Technique::Separators => words.variant_separators,
        Technique::Affix(affix) => return words.variant_affix(affix),
        Technique::Doubled => words.variant_doubled,
        Technique::Dropped => words.variant_dropped,
        Technique::Added => words.variant_added,
        Technique::Swapped => words.variant_swapped,
        Technique::Replaced => words.variant_replaced,
    };
    text.to_owned()
}
