//! Other forms of a Dutch word: how it looks in the plural or as a participle, and what a compound is made of.

/// Shorter words have no forms worth a look: what is left of them is another word.
const SHORTEST: usize = 4;

/// The shortest first part of a compound.
const SHORTEST_PART: usize = 3;

/// Forms of a word in which it may be known, likeliest first: singular and plural, with and without the `e` of
/// an adjective (Algemene Nederlandse Spraakkunst, 3.5: -en, -s, doubled letters, z for s and v for f).
pub(super) fn forms(word: &str) -> Vec<String> {
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for ending in ["en", "s", "e", "n"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            all.push(stem.to_owned());
            if ending == "en" || ending == "e" {
                all.extend(respelled(stem));
            }
        }
    }
    all.extend(of_participle(word));
    all.extend(["en", "s", "e"].map(|ending| format!("{word}{ending}")));
    if let Some(open) = opened(word) {
        all.push(format!("{open}en"));
    }
    all
}

/// What a participle is of: `gebaggerd` of *baggeren*, `verhuisd` of *verhuizen*.
fn of_participle(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix(['d', 't']).filter(|stem| stem.len() >= 4) else {
        return Vec::new();
    };
    let verb = stem.strip_prefix("ge").filter(|verb| verb.len() >= 3).unwrap_or(stem);
    let open = opened(verb).unwrap_or_else(|| verb.to_owned());
    vec![format!("{open}en"), verb.to_owned()]
}

/// The stem of a plural as the singular spells it: `huiz` is *huis*, `bom` may be *boom*, `hekk` is *hek*.
fn respelled(stem: &str) -> Vec<String> {
    let mut all = Vec::new();
    let bytes = stem.as_bytes();
    let Some((&last, before)) = bytes.split_last() else { return all };
    let body = stem.get(..before.len()).unwrap_or_default();
    match last {
        b'z' => all.push(format!("{body}s")),
        b'v' => all.push(format!("{body}f")),
        _ => {}
    }
    let Some((&vowel, start)) = before.split_last() else { return all };
    if vowel == last && !is_vowel(last) {
        all.push(body.to_owned());
    } else if is_vowel(vowel) && vowel != b'i' && !is_vowel(last) {
        let is_single = start.last().is_none_or(|it| !is_vowel(*it));
        if is_single {
            let head = stem.get(..start.len()).unwrap_or_default();
            all.push(format!("{head}{v}{v}{c}", v = char::from(vowel), c = char::from(last)));
        }
    }
    all
}

/// The singular as its plural spells it: `boom` as *bom*, `huis` as *huiz*.
fn opened(word: &str) -> Option<String> {
    let [head @ .., first, second, last] = word.as_bytes() else { return None };
    let start = word.get(..head.len())?;
    if first == second && is_vowel(*first) && !is_vowel(*last) {
        return Some(format!("{start}{}{}", char::from(*first), char::from(*last)));
    }
    let body = word.get(..word.len() - 1)?;
    match last {
        b's' if is_vowel(*second) => Some(format!("{body}z")),
        b'f' if is_vowel(*second) => Some(format!("{body}v")),
        _ => None,
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Where a compound may be cut in two, the longest first part first, with the letter between left out.
pub(super) fn cuts(compound: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = (SHORTEST_PART..compound.len().saturating_sub(SHORTEST_PART - 1)).rev();
    ends.filter_map(|end| compound.split_at_checked(end)).flat_map(|(first, rest)| {
        let bare = first.strip_suffix('s').filter(|bare| bare.len() >= SHORTEST_PART);
        let linked = bare.map(|bare| (bare, rest));
        std::iter::once((first, rest)).chain(linked)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_other_forms() {
        for (typed, known) in [
            ("paspoorten", "paspoort"),
            ("toeslagen", "toeslag"),
            ("huizen", "huis"),
            ("bomen", "boom"),
            ("hekken", "hek"),
            ("brieven", "brief"),
            ("boom", "bomen"),
            ("huis", "huizen"),
            ("vergunning", "vergunningen"),
            ("fietsers", "fietser"),
            ("losse", "los"),
            ("gebaggerd", "baggeren"),
            ("verhuisd", "verhuizen"),
        ] {
            assert!(forms(typed).contains(&known.to_owned()), "{typed}: {:?}", forms(typed));
        }
        for short in ["ww", "aow", "é", "14", "zes"] {
            assert_eq!(forms(short), Vec::<String>::new(), "{short}");
        }
    }

    #[test]
    fn a_compound_is_cut_in_two() {
        let all: Vec<_> = cuts("rijbewijskosten").collect();
        assert!(all.contains(&("rijbewijs", "kosten")), "{all:?}");
        let all: Vec<_> = cuts("inboedelsverzekering").collect();
        assert!(all.contains(&("inboedel", "verzekering")), "{all:?}");
        assert_eq!(cuts("abc").count(), 0);
        assert_eq!(cuts("ééé").count(), 0);
    }
}
