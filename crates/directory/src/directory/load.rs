//! Loading a directory: strict, whole or not at all, with every problem of a file in one run.
//!
//! Three steps: the text is parsed as TOML, a large one in parts (`parts`), each table is read by
//! the rules of the format (`head`, `platforms`, `policies`, `lexicon`, `wrappers`, `imitations`, `services`, `topics`, `organisations`), and what tables say
//! of each other is resolved and checked (`resolve`, `accounts`).

mod accounts;
mod circles;
mod context;
mod countries;
mod document;
mod evidence;
mod fields;
mod foreign;
mod former_handles;
mod head;
mod hosts;
mod imitations;
#[cfg(test)]
mod keys;
pub(crate) mod large;
mod lexicon;
mod organisations;
mod parts;
mod platforms;
mod policies;
mod problem;
mod reasons;
mod resolve;
mod services;
mod sites;
mod topics;
mod unknown;
mod wrappers;

use std::sync::Arc;

use toml::de::DeTable;

pub use countries::is_country_code;
use document::Table;
use fields::{Context, Fields, Sentence};
use parts::ReadPart;
use problem::Faults;
pub use problem::LoadError;
pub use problem::in_lines;
pub(super) use resolve::give_accounts;

use super::{BadgeKind, Date, Directory, Lexicon};
use crate::platform::{Platforms, Wrappers};
use crate::public_suffixes::PublicSuffixes;
use crate::text::sanitise;

/// The version of the file format that this program reads.
pub const SCHEMA: u32 = 1;

/// What a file that has none of its own takes from another directory.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// The platforms.
    pub platforms: Platforms,
    /// The kinds of badges on them.
    pub badges: Vec<BadgeKind>,
    /// The words of the country.
    pub lexicon: Lexicon,
    /// The services that stand between an address and where it leads.
    pub wrappers: Wrappers,
}

impl Defaults {
    /// What others can take from a directory.
    pub fn of(directory: Directory) -> Self {
        Self {
            platforms: directory.platforms,
            badges: directory.badges,
            lexicon: Arc::unwrap_or_clone(directory.lexicon),
            wrappers: directory.wrappers,
        }
    }
}

/// What a file takes from the built-in directory, where there is one.
pub type BuiltIn<'a> = &'a dyn Fn() -> Option<Defaults>;

/// Is told how many bytes of a text are read: never fewer than before, on any thread, and in the end
/// all of them.
pub type Progress<'a> = &'a (dyn Fn(usize) + Sync);

/// Loads a directory from the text of a file.
///
/// `today` is the last day that a date in it may name; no host may be one of the `suffixes`, under which
/// names are given away.
///
/// # Errors
///
/// All problems of the file, in its order.
pub fn load(
    text: &str,
    today: Date,
    suffixes: &PublicSuffixes,
    built_in: BuiltIn<'_>,
) -> Result<Directory, Vec<LoadError>> {
    load_with_progress(text, today, suffixes, built_in, &|_done| {})
}

/// [`load`], telling how far it is.
///
/// # Errors
///
/// As [`load`].
pub fn load_with_progress(
    text: &str,
    today: Date,
    suffixes: &PublicSuffixes,
    built_in: BuiltIn<'_>,
    progress: Progress<'_>,
) -> Result<Directory, Vec<LoadError>> {
    load_in_parts(text, today, suffixes, built_in, progress, Some(parts::SIZE))
}

/// [`load_with_progress`], parsing about this many bytes at once, or all of them. The result is the
/// same for any number.
///
/// # Errors
///
/// As [`load`].
pub fn load_in_parts(
    text: &str,
    today: Date,
    suffixes: &PublicSuffixes,
    built_in: BuiltIn<'_>,
    progress: Progress<'_>,
    size: Option<usize>,
) -> Result<Directory, Vec<LoadError>> {
    let context = Context::new(text, today).with_suffixes(suffixes);
    let directory = read(&context, built_in, progress, size);
    let faults = context.into_faults();
    match directory {
        Some(directory) if faults.is_empty() => Ok(directory),
        _ => Err(faults.into_problems(text)),
    }
}

/// Loads an overlay: own observations over a directory with these platforms and badge kinds, and what it
/// says of others that the directory doesn't have.
///
/// # Errors
///
/// All problems of the file, in its order.
pub(super) fn load_overlay(
    text: &str,
    of_directory: BuiltIn<'_>,
) -> Result<(Directory, Vec<LoadError>), Vec<LoadError>> {
    let context = Context::of_overlay(text);
    let overlay = read(&context, of_directory, &|_done| {}, None);
    let faults = context.into_faults();
    match overlay {
        Some(overlay) if faults.is_empty() => Ok((overlay, faults.into_foreign(text))),
        _ => Err(faults.into_problems(text)),
    }
}

/// The mark that Notepad and its kin put before UTF-8. It is no part of a text.
pub const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The text of a file's bytes, without the mark before it where there is one.
///
/// # Errors
///
/// Where the bytes cease to be UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<&str, Vec<LoadError>> {
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let mut faults = Faults::default();
        if is_utf_16(bytes) {
            faults.add(0, Sentence::Utf16);
            return faults.into_problems("");
        }
        let valid = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let text = String::from_utf8_lossy(valid);
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
        faults.add(text.len(), Sentence::NoUtf8);
        faults.into_problems(text)
    })?;
    Ok(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))
}

/// Whether a file begins with the mark of UTF-16, in either order of its bytes.
pub fn is_utf_16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// Platforms and badges as a file gives them, or as the built-in directory does.
struct Platforming {
    platforms: Platforms,
    badges: Vec<BadgeKind>,
    /// Whether the file itself has them.
    own: bool,
}

fn read(
    context: &Context<'_>,
    built_in: BuiltIn<'_>,
    progress: Progress<'_>,
    size: Option<usize>,
) -> Option<Directory> {
    hostile_characters(context);
    if let Some((head, parts)) = size.and_then(|size| parts::split(context.text, size))
        && let Some(head) = parts::head(head)
        && let Some(parts) = parts::read(parts, context.today, progress)
    {
        return read_tables(context, &head, parts, built_in);
    }
    let document = parse_whole(context);
    progress(context.text.len());
    read_tables(context, &document?, Vec::new(), built_in)
}

/// Parses the whole text at once; reports where it is no TOML.
fn parse_whole<'a>(context: &Context<'a>) -> Option<Table<'a>> {
    let (document, errors) = DeTable::parse_recoverable(context.text);
    let mut last = None;
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        // After one slip the parser stumbles over the rest of the line: only the slip is told.
        let is_same_line = |last| {
            let between = context.text.get(last..at);
            between.is_some_and(|between| !between.contains('\n'))
        };
        if !last.is_some_and(is_same_line) {
            context.fault(at, Sentence::NoToml.of([&sanitise::escaped(error.message())]));
            last = Some(at);
        }
    }
    errors.is_empty().then(|| document.into_inner().into())
}

/// Reads the tables of a document, and what was read of its other parts.
fn read_tables(
    context: &Context<'_>,
    document: &Table<'_>,
    parts: Vec<ReadPart>,
    built_in: BuiltIn<'_>,
) -> Option<Directory> {
    let mut tables = tables(context, document, built_in)?;
    for part in parts {
        tables.organisations.push(part.organisations);
        context.faults(part.faults);
    }
    let header = tables.header.take()?;
    Some(resolve::resolve(context, header, tables))
}

/// Reads the tables of a document, each by itself.
fn tables(
    context: &Context<'_>,
    document: &Table<'_>,
    built_in: BuiltIn<'_>,
) -> Option<resolve::Parts> {
    let root = Fields::new(context, document, 0, Sentence::TheFile);
    let head = head::read_head(&root);
    let sources = head::read_sources(&root);
    let platforming = platforms::read(&root, built_in)?;
    let inventories = head::read_inventories(&root, &platforming.platforms);
    let policies = policies::read(&root, &platforming.platforms);
    let conventions = head::read_conventions(&root, &platforming.platforms);
    let lexicon = lexicon::read(&root, built_in);
    let wrappers = wrappers::read(&root, built_in);
    let families = imitations::read_families(&root);
    let imitations = imitations::read_imitations(&root, &platforming.platforms);
    let services = services::read(&root);
    let topics = topics::read(&root);
    let own = head.as_ref().map(|it| it.country().to_owned());
    let foreign = foreign::read(&root, &platforming.platforms, own.as_deref());
    let organisations = vec![organisations::read(&root)];
    root.finish();
    Some(resolve::Parts {
        header: head,
        sources,
        platforming,
        inventories,
        policies,
        conventions,
        lexicon,
        wrappers,
        families,
        imitations,
        services,
        topics,
        foreign,
        organisations,
    })
}

/// How many bytes are passed over at once where none of them can begin a hostile character.
const BLOCK: usize = 64;

/// Reports hostile characters wherever they stand, comments included.
fn hostile_characters(context: &Context<'_>) {
    let text = context.text;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        at += plain_start(rest.as_bytes());
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            return;
        };
        if sanitise::is_hostile(c) && !matches!(c, '\n' | '\r' | '\t') {
            let shown = sanitise::escape(c);
            context.fault(at, Sentence::Invisible.of([&shown]));
        }
        at += c.len_utf8();
    }
}

/// How many bytes at the start are plain for sure: ASCII to be seen, or between words and lines.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without a way out in the middle, many bytes of a block are checked in one step"
)]
fn plain_start(bytes: &[u8]) -> usize {
    let is_other = |byte: u8| {
        (byte.wrapping_sub(b' ') > b'~' - b' ')
            & (byte != b'\n')
            & (byte != b'\r')
            & (byte != b'\t')
    };
    let is_plain_block = |block: &&[u8; BLOCK]| {
        block.iter().fold(0, |others, byte| others | u8::from(is_other(*byte))) == 0
    };
    let (blocks, _) = bytes.as_chunks();
    let plain = blocks.iter().take_while(is_plain_block).count() * BLOCK;
    let rest = bytes.get(plain..).unwrap_or_default();
    plain + rest.iter().take_while(|byte| !is_other(**byte)).count()
}
