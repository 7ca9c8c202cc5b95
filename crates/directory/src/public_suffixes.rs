//! Under which endings names are given away: the public suffix list, as a table.
//!
//! Whoever has a site registered one label under such an ending, `politie` under `nl` or `evil` under
//! `co.uk`. The list is text, one rule a line (<https://publicsuffix.org/list/>); the build script lays it
//! out, and it is looked up where it lies.

mod layout;
#[cfg(test)]
mod tests;

use crate::store::Store;
pub use layout::write_to;

/// The part of a store with the nodes, and the one with their labels.
const NODES: &str = "suffixes.nodes";
const LABELS: &str = "suffixes.labels";

/// The bytes of one node: where its label begins, its first child (4 each), how many children it has (2), the
/// length of its label, and what is said of it (1 each).
const NODE: usize = 12;

/// Who gives names away under an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// A registry, for everyone who asks.
    Registry,
    /// Somebody who has a name under a registry, such as `github.io`.
    Private,
}

/// The ending of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suffix<'h> {
    /// Its last labels.
    pub text: &'h str,
    /// Who gives names away under it; `None` where no rule says so: then it is the last label.
    pub giver: Option<Giver>,
}

/// The public suffix list.
#[derive(Debug, Default)]
pub struct PublicSuffixes {
    nodes: Vec<u8>,
    labels: Vec<u8>,
}

/// A label, and what stands before it.
#[derive(Clone, Copy)]
struct Node {
    label_at: usize,
    label_length: usize,
    first_child: usize,
    children: usize,
    flags: u8,
}

// What is said of a node: in two bits each who gives names away under it, and under each of its
// children, and whether it is an exception to that.
const RULE: u32 = 0;
const WILDCARD: u32 = 2;
const EXCEPTION: u8 = 1 << 4;

impl Node {
    fn read([a0, a1, a2, a3, f0, f1, f2, f3, c0, c1, length, flags]: [u8; NODE]) -> Self {
        Self {
            label_at: u32::from_le_bytes([a0, a1, a2, a3]) as usize,
            label_length: usize::from(length),
            first_child: u32::from_le_bytes([f0, f1, f2, f3]) as usize,
            children: usize::from(u16::from_le_bytes([c0, c1])),
            flags,
        }
    }

    fn giver(self, of: u32) -> Option<Giver> {
        match self.flags >> of & 3 {
            1 => Some(Giver::Registry),
            2 => Some(Giver::Private),
            _ => None,
        }
    }
}

impl PublicSuffixes {
    /// The list in a store that [`write_to`] wrote.
    pub fn from_store(store: &Store) -> Self {
        // A part in several blocks would be put together anew by each of thousands of look-ups.
        let whole = |name| store.part(name).read(0..usize::MAX).into_owned();
        Self { nodes: whole(NODES), labels: whole(LABELS) }
    }

    /// The ending of a host: of all rules the longest, or its last label. A host is lower case, without
    /// a dot at its end, and in the letters of any script or encoded for the network.
    pub fn suffix<'h>(&self, host: &'h str) -> Suffix<'h> {
        let (nodes, labels) = (self.nodes.as_chunks().0, &self.labels);
        let mut above = nodes.first().copied().map(Node::read);
        let (mut length, mut best, mut giver) = (0, 0, None);
        for label in host.rsplit('.') {
            let child = above.and_then(|above| child(above, label.as_bytes(), nodes, labels));
            let wildcard = above.and_then(|above| above.giver(WILDCARD));
            if child.is_some_and(|child| child.flags & EXCEPTION != 0) {
                (best, giver) = (length, wildcard);
                break;
            }
            let longer = if length == 0 { label.len() } else { length + 1 + label.len() };
            let rule = child.and_then(|child| child.giver(RULE)).or(wildcard);
            if rule.is_some() || length == 0 {
                (best, giver) = (longer, rule);
            }
            if child.is_none() {
                break;
            }
            (length, above) = (longer, child);
        }
        Suffix { text: host.get(host.len() - best..).unwrap_or(host), giver }
    }

    /// The part of a host that somebody registered: its ending and the label before. `None` where there
    /// is no label before.
    pub fn registered<'h>(&self, host: &'h str) -> Option<(&'h str, Suffix<'h>)> {
        let suffix = self.suffix(host);
        let before = host.strip_suffix(suffix.text)?.strip_suffix('.')?;
        let begin = before.rfind('.').map_or(0, |dot| dot + 1);
        Some((host.get(begin..)?, suffix)).filter(|_| !before.is_empty())
    }
}

/// The child of a node with this label.
fn child(above: Node, label: &[u8], nodes: &[[u8; NODE]], labels: &[u8]) -> Option<Node> {
    let children =
        nodes.get(above.first_child..above.first_child.saturating_add(above.children))?;
    let label_of = |node: Node| {
        labels
            .get(node.label_at..node.label_at.saturating_add(node.label_length))
            .unwrap_or_default()
    };
    let found = children.binary_search_by(|bytes| label_of(Node::read(*bytes)).cmp(label)).ok()?;
    children.get(found).copied().map(Node::read)
}
