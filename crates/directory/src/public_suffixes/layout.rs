//! Laying the public suffix list out.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{EXCEPTION, Giver, LABELS, NODES, RULE, WILDCARD};
use crate::store::Writer;

/// The line behind which the rules are those of others than registries.
const PRIVATE: &str = "// private";

/// What the rules say of an ending and of those under it.
#[derive(Default)]
struct Ending {
    flags: u8,
    under: BTreeMap<String, Ending>,
}

/// Writes a list as parts of a store: a rule a line, first those of registries, and behind a line
/// `// private` those of others. Other lines that begin so are comments.
///
/// # Errors
///
/// Where the list is too long to be numbered, or the store can't be written.
pub fn write_to<W: Write>(list: &str, to: &mut Writer<W>) -> io::Result<()> {
    let mut root = Ending::default();
    let mut giver = Giver::Registry;
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line == PRIVATE {
            giver = Giver::Private;
        } else if !line.starts_with("//") {
            root.add(line, giver);
        }
    }
    let (mut nodes, mut labels) = (Vec::new(), Vec::new());
    // Children stand side by side, behind those of all that were met before.
    let mut waiting = std::collections::VecDeque::from([("", &root)]);
    let mut next = 1;
    while let Some((label, ending)) = waiting.pop_front() {
        let too_long = |_| io::Error::from(io::ErrorKind::FileTooLarge);
        nodes.extend(u32::try_from(labels.len()).map_err(too_long)?.to_le_bytes());
        nodes.extend(u32::try_from(next).map_err(too_long)?.to_le_bytes());
        nodes.extend(u16::try_from(ending.under.len()).map_err(too_long)?.to_le_bytes());
        nodes.push(u8::try_from(label.len()).map_err(too_long)?);
        nodes.push(ending.flags);
        labels.extend(label.as_bytes());
        next += ending.under.len();
        waiting.extend(ending.under.iter().map(|(label, ending)| (label.as_str(), ending)));
    }
    to.part(NODES, &nodes)?;
    to.part(LABELS, &labels)
}

impl Ending {
    fn add(&mut self, rule: &str, giver: Giver) {
        let giver = match giver {
            Giver::Registry => 1,
            Giver::Private => 2,
        };
        let (rule, flags) = if let Some(rule) = rule.strip_prefix('!') {
            (rule, EXCEPTION)
        } else if let Some(rule) = rule.strip_prefix("*.") {
            (rule, giver << WILDCARD)
        } else {
            (rule, giver << RULE)
        };
        let mut ending = self;
        for label in rule.rsplit('.') {
            ending = ending.under.entry(label.to_owned()).or_default();
        }
        ending.flags |= flags;
    }
}
