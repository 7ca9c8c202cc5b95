//! Comparing the name that is asked about with one listed name.

use super::affix::Core;
use super::align::{Edit, align, steps};
use super::skeleton::{Cell, Skeleton, Sort, is_same_plain, merged};
use super::targets::Target;
use super::{Change, Step, Technique};
use crate::compact_sort::CompactSort;

/// How a name differs from a listed one.
pub(super) struct Comparison {
    /// How the part without affixes differs.
    pub(super) path: Vec<Edit>,
    /// All techniques, the weightiest first.
    pub(super) techniques: Vec<Technique>,
    /// Character by character.
    pub(super) steps: Vec<Step>,
    /// Whether it is the same name but for case, separators and accents.
    pub(super) is_same: bool,
}

/// Compares the part of a name that is left without its affixes with a listed name.
pub(super) fn compare(
    name: &Skeleton<'_>,
    core: &Core,
    target: &Target,
    genuine: &str,
) -> Comparison {
    let genuine = Skeleton::new(genuine).cells;
    let range = name.cells_of(&core.letters);
    let written = name.cells.get(range.clone()).unwrap_or_default();
    let before = name.cells.get(..range.start).unwrap_or_default();
    let behind = name.cells.get(range.end..).unwrap_or_default();
    // Separators at the ends belong to the name where no affix does.
    let has_affix = |cells: &[Cell<'_>]| cells.iter().any(|cell| cell.sort == Sort::Letter);
    let (is_prefixed, is_suffixed) = (has_affix(before), has_affix(behind));
    let start = if is_prefixed { range.start } else { 0 };
    let end = if is_suffixed { range.end } else { name.cells.len() };
    let whole = name.cells.get(start..end).unwrap_or(written);
    let path = align(whole, &genuine);
    let mut techniques: Vec<Technique> = path.iter().filter_map(|step| step.technique()).collect();
    let (before, behind) =
        (if is_prefixed { before } else { &[] }, if is_suffixed { behind } else { &[] });
    for cells in [before, behind].into_iter().filter(|cells| !cells.is_empty()) {
        techniques.push(Technique::Affix(shown(cells)));
        if cells.iter().any(|cell| cell.sort == Sort::Hidden) {
            techniques.push(Technique::Hidden);
        }
    }
    tidy(&mut techniques);
    let is_same = core.count == 0
        && (techniques.iter().all(|technique| *technique == Technique::Separators)
            || (!techniques.contains(&Technique::Hidden)
                && is_same_plain(&target.plain, &name.plain)));
    let around = steps(&path, whole, &genuine);
    let steps = before.iter().map(added).chain(around).chain(behind.iter().map(added)).collect();
    Comparison { path, techniques, steps, is_same }
}

/// An affix without what is hidden in it.
pub(super) fn shown(cells: &[Cell<'_>]) -> String {
    cells.iter().filter(|cell| cell.sort != Sort::Hidden).map(|cell| cell.text).collect()
}

/// The step of a place that the genuine name has not.
pub(super) fn added(cell: &Cell<'_>) -> Step {
    let change = if cell.sort == Sort::Hidden { Change::Hidden } else { Change::Added };
    Step { written: cell.text.to_owned(), genuine: String::new(), change }
}

/// Each technique once, the weightiest first.
pub(super) fn tidy(techniques: &mut Vec<Technique>) {
    techniques.compact_sort_by_key(|technique| match technique {
        Technique::Hidden => 0,
        Technique::Characters => 1,
        Technique::Affix(_) => 2,
        Technique::Swapped => 3,
        Technique::Doubled => 4,
        Technique::Dropped => 5,
        Technique::Added => 6,
        Technique::Replaced => 7,
        Technique::Separators => 8,
    });
    techniques.dedup();
}

/// The steps for the hosts behind both names, and whether the one only looks like the other.
pub(super) fn compare_hosts(written: &str, genuine: &str) -> (Vec<Step>, bool) {
    if written.eq_ignore_ascii_case(genuine) || written.is_empty() || genuine.is_empty() {
        let change = match (written.is_empty(), genuine.is_empty()) {
            (true, true) => return (Vec::new(), false),
            (false, true) => Change::Added,
            (true, false) => Change::Missing,
            (false, false) => Change::None,
        };
        let step = Step { written: written.to_owned(), genuine: genuine.to_owned(), change };
        return (vec![step], false);
    }
    let (w, g) = (Skeleton::new(written), Skeleton::new(genuine));
    let is_like =
        w.rest.is_empty() && g.rest.is_empty() && merged(&w.letters) == merged(&g.letters);
    if is_like {
        return (steps(&align(&w.cells, &g.cells), &w.cells, &g.cells), true);
    }
    let change = Change::Replaced;
    (vec![Step { written: written.to_owned(), genuine: genuine.to_owned(), change }], false)
}
