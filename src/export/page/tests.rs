use proptest::prelude::*;

use super::*;
use crate::text::sanitise::{escaped, is_hostile};

/// The numbers that SHA-256 begins with and adds: the first 32 bits behind the point of the square roots, and of the
/// cube roots, of the first primes (FIPS 180-4, sections 4.2.2 and 5.3.3).
fn roots(count: usize, power: u32) -> Vec<u32> {
    let is_prime = |n: &u32| (2..*n).all(|of| !n.is_multiple_of(of));
    let root = |n: u32| {
        // The root of n, 32 bits further to the left.
        let wide = u128::from(n) << (32 * power);
        let (mut low, mut high) = (0_u128, 1 << 40);
        while high - low > 1 {
            let middle = u128::midpoint(low, high);
            if middle.pow(power) <= wide { low = middle } else { high = middle }
        }
        u32::try_from(low & u128::from(u32::MAX)).unwrap()
    };
    (2..).filter(is_prime).take(count).map(root).collect()
}

/// SHA-256, as slow as it is short (FIPS 180-4, section 6.2).
fn sha256(text: &str) -> Vec<u8> {
    let mut message = text.as_bytes().to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((text.len() as u64 * 8).to_be_bytes());
    let (mut state, constants) = (roots(8, 2), roots(64, 3));
    for block in message.chunks(64) {
        let mut w: Vec<u32> =
            block.chunks(4).map(|it| u32::from_be_bytes(it.try_into().unwrap())).collect();
        for t in 16..64 {
            let (a, b) = (w[t - 15], w[t - 2]);
            let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ (a >> 3);
            let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ (b >> 10);
            w.push(w[t - 16].wrapping_add(s0).wrapping_add(w[t - 7]).wrapping_add(s1));
        }
        let mut v = state.clone();
        for (k, w) in constants.iter().zip(w) {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let chosen = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let one = [s1, chosen, *k, w].iter().fold(v[7], |sum, it| sum.wrapping_add(*it));
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let most = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(one);
            v[0] = one.wrapping_add(s0).wrapping_add(most);
        }
        for (sum, it) in state.iter_mut().zip(v) {
            *sum = sum.wrapping_add(it);
        }
    }
    state.iter().flat_map(|it| it.to_be_bytes()).collect()
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut made = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(*chunk.get(at).unwrap_or(&0)));
        for at in 0..4 {
            let sign = char::from(SIGNS[(bits >> (18 - 6 * at) & 63) as usize]);
            made.push(if at <= chunk.len() { sign } else { '=' });
        }
    }
    made
}

#[test]
fn the_policy_allows_what_stands_in_the_page_and_nothing_else() {
    let hash = |text: &str| format!("sha256-{}", base64(&sha256(text)));
    // The example of the standard.
    assert_eq!(hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    assert_eq!(STYLE_HASH, hash(STYLE), "STYLE_HASH");
    assert_eq!(SCRIPT_HASH, hash(SCRIPT), "SCRIPT_HASH");
    // Nothing in either ends its element, nor fetches or makes markup.
    for inline in [STYLE, SCRIPT] {
        for word in ["</", "<!", "url(", "@import", "import(", "http", "innerHTML", "eval", "fetch"]
        {
            assert!(!inline.contains(word), "{word}");
        }
    }
}

/// How light a colour is (WCAG 2.2, relative luminance).
fn luminance(colour: &str) -> f64 {
    let hex = colour.trim_start_matches('#');
    let wide: String = match hex.len() {
        3 => hex.chars().flat_map(|c| [c, c]).collect(),
        _ => hex.to_owned(),
    };
    let part = |at: usize| {
        let part =
            f64::from(u8::from_str_radix(wide.get(at..at + 2).unwrap(), 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

#[test]
fn every_colour_stands_out_in_the_light_and_in_the_dark() {
    let (light, dark) = STYLE.split_once("@media (prefers-color-scheme: dark)").unwrap();
    for half in [light, dark] {
        let of = |name: &str| {
            let (_, rest) = half.split_once(&format!("--{name}: ")).unwrap();
            luminance(rest.split(';').next().unwrap())
        };
        let back = of("back");
        let contrast = |it: f64| (it.max(back) + 0.05) / (it.min(back) + 0.05);
        for name in ["text", "quiet", "link", "confirmed", "aged", "reported"] {
            assert!(contrast(of(name)) >= 4.5, "{name}");
        }
        assert!(contrast(of("line")) >= 3.0, "the edge of the box");
    }
}

proptest! {
    #[test]
    fn a_link_is_one_link_whatever_is_in_it(address in any::<String>(), shown in any::<String>()) {
        for address in [address.clone(), format!("https://{address}")] {
            let made = link(&address, &shown);
            prop_assert!(!made.contains(is_hostile), "{made:?}");
            let read = roxmltree::Document::parse(&made).unwrap();
            let element = read.root_element();
            let is_link = address.starts_with("https://");
            prop_assert_eq!(element.tag_name().name(), if is_link { "a" } else { "bdi" });
            let href = is_link.then(|| escaped(&address));
            prop_assert_eq!(element.attribute("href"), href.as_deref());
            let texts = element.descendants().filter(roxmltree::Node::is_text);
            let text: String = texts.filter_map(|it| it.text()).collect();
            prop_assert_eq!(text, escaped(&shown));
        }
    }
}
