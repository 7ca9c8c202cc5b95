//! Loading a directory: strict, whole or not at all, with every problem of a file in one run.
//!
//! Three steps: the text is parsed as TOML ([`load`]), each table is read by the
//! rules of the format (`head`, `platforms`, `organisations`), and what tables say of each other
//! is resolved and checked (`resolve`, `accounts`).

mod accounts;
mod fields;
mod head;
mod organisations;
mod platforms;
mod problem;
mod resolve;

use std::cell::RefCell;

use toml::de::DeTable;

use fields::{Context, Fields};
use problem::Faults;
pub use problem::Problem;

use super::{BadgeKind, Date, Directory};
use crate::platform::Platforms;
use crate::text::sanitise;

/// The version of the file format that this program reads.
pub const SCHEMA: u32 = 1;

/// The platforms and badge kinds for a file that has none of its own, where there are any.
pub type BuiltIn<'a> = &'a dyn Fn() -> Option<(Platforms, Vec<BadgeKind>)>;

/// Loads a directory from the text of a file.
///
/// `today` is the last day that a date in it may name.
///
/// # Errors
///
/// All problems of the file, in its order.
pub fn load(text: &str, today: Date, built_in: BuiltIn<'_>) -> Result<Directory, Vec<Problem>> {
    let context = Context { text, today, faults: RefCell::default() };
    let directory = read(&context, built_in);
    let faults = context.faults.into_inner();
    match directory {
        Some(directory) if faults.is_empty() => Ok(directory),
        _ => Err(faults.into_problems(text)),
    }
}

/// The text of a file's bytes.
///
/// # Errors
///
/// Where the bytes cease to be UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    std::str::from_utf8(bytes).map_err(|fault| {
        let valid = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let text = String::from_utf8_lossy(valid);
        let mut faults = Faults::default();
        faults.add(text.len(), "here is a byte that is no UTF-8; save the file as UTF-8");
        faults.into_problems(&text)
    })
}

/// Platforms and badges as a file gives them, or as the built-in directory does.
struct Platforming {
    platforms: Platforms,
    badges: Vec<BadgeKind>,
    /// Whether the file itself has them.
    own: bool,
}

fn read(context: &Context<'_>, built_in: BuiltIn<'_>) -> Option<Directory> {
    hostile_characters(context);
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
            let message = format!("this is no TOML: {}", sanitise::escaped(error.message()));
            context.fault(at, message);
            last = Some(at);
        }
    }
    if !errors.is_empty() {
        return None;
    }
    let root = Fields::new(context, document.get_ref(), 0, "the file");
    let head = head::read_head(&root);
    let sources = head::read_sources(&root);
    let platforming = platforms::read(&root, built_in)?;
    let inventories = head::read_inventories(&root, &platforming.platforms);
    let conventions = head::read_conventions(&root, &platforming.platforms);
    let organisations = organisations::read(&root);
    root.finish();
    let parts = resolve::Parts {
        header: head?,
        sources,
        platforming,
        inventories,
        conventions,
        organisations,
    };
    Some(resolve::resolve(context, parts))
}

/// Reports hostile characters wherever they stand, comments included.
fn hostile_characters(context: &Context<'_>) {
    for (at, c) in context.text.char_indices() {
        if sanitise::is_hostile(c) && !matches!(c, '\n' | '\r' | '\t') {
            let shown = sanitise::escape(c);
            context.fault(at, format!("here is the invisible character {shown}; remove it"));
        }
    }
}
