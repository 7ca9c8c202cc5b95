//! What was meant by a name that is none.

/// The id of the name that differs from what was asked by so few slips that it was meant, or the one
/// name that has all of it inside.
pub(super) fn nearest<'m>(
    asked: &str,
    known: impl IntoIterator<Item = (impl AsRef<str>, &'m str)>,
) -> Option<&'m str> {
    let mut nearest: Option<(usize, &str)> = None;
    let mut around = Vec::new();
    for (name, id) in known {
        let name = name.as_ref();
        let slips = strsim::osa_distance(asked, name);
        // A short name is a slip or two away from anything.
        let is_near = slips <= 2 && slips * 3 <= name.chars().count();
        if is_near && nearest.is_none_or(|(fewest, _)| slips < fewest) {
            nearest = Some((slips, id));
        }
        if asked.chars().count() > 3 && name.contains(asked) {
            around.push(id);
        }
    }
    let alone = match around[..] {
        [id] => Some(id),
        _ => None,
    };
    nearest.map(|(_, id)| id).or(alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_seen_through_and_a_part_where_it_is_the_only_one() {
        let known = ["naming-case", "naming-convention", "badge-old", "badge-ended", "x"];
        for (asked, expected) in [
            ("naming-cse", Some("naming-case")),
            ("badge-odl", Some("badge-old")),
            ("convention", Some("naming-convention")),
            ("badge", None),
            ("case", Some("naming-case")),
            ("old", None),
            ("y", None),
            ("", None),
        ] {
            assert_eq!(nearest(asked, known.map(|id| (id, id))), expected, "{asked}");
        }
    }
}
