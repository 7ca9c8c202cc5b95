//! Hosts that look alike.

use crate::check::similarity::skeleton_text;

/// What a quick reader sees of a host or a label. Points and dashes stay: they part names.
pub(super) fn skeleton(text: &str) -> String {
    let mut skeleton = String::with_capacity(text.len());
    for part in text.split_inclusive(['.', '-']) {
        skeleton += &skeleton_text(part);
        skeleton.extend(part.chars().next_back().filter(|c| matches!(c, '.' | '-')));
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn hosts_that_look_alike_fold_alike() {
        for (one, other) in [
            ("faceb00k.com", "facebook.com"),
            ("instagrarn.com", "instagram.com"),
            ("be1astingdienst.nl", "belastingdienst.nl"),
            ("pоlitie.nl", "politie.nl"),
            ("a-b.nl", "а-b.nl"),
        ] {
            assert_eq!(skeleton(one), skeleton(other));
        }
        for (one, other) in [("ab.nl", "a.b.nl"), ("a-b.nl", "ab.nl"), ("a-b.nl", "a.b.nl")] {
            assert_ne!(skeleton(one), skeleton(other));
        }
    }
}
