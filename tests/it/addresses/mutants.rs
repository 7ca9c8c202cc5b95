//! Mutants of the addresses of listed accounts, read by the program and by another parser.
//!
//! The other is `fluent-uri`, which reads RFC 3986 and shares no code with `url`. Browsers read more
//! than that standard allows, and [`reading`] does beforehand what they do: a missing scheme, slashes
//! too few or too many behind it, backslashes, wide letters of a host. What then is no URI at all must
//! not be official. What the program calls an account must have the host and the name that the other
//! one finds, and nothing behind that name but words.

use std::collections::BTreeMap;

use fluent_uri::Uri;
use officieel::check::Verdict;
use officieel::directory::{AccountIndex, Directory};
use officieel::platform::Platforms;
use unicode_normalization::UnicodeNormalization;

use crate::loaded::BUILT_IN;

const MUTANTS: usize = 50_000;

/// One in so many is judged in full, to see that the verdict rests on what was read.
const FULLY: usize = 250;

/// Numbers that look drawn, and are the same each time.
struct Lot(u64);

impl Lot {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound.max(1)
    }

    /// One of the words of a list.
    fn pick<'a>(&mut self, all: &'a str) -> &'a str {
        let count = all.split(' ').count();
        all.split(' ').nth(self.below(count)).unwrap_or_default()
    }
}

/// What is put into an address somewhere.
const INSERTS: &str = "/ // /../ /./ /%2e%2e/ %2f %2F..%2f %5c \\ @ : :443 :80 ? # #!/ & ; % %00 %20 %41 \
    %E2%84%AA \u{212A} \u{17F} \u{FF2F} о … ... . .. - _ evil evil.nl @evil.nl /evil \
    /status/1 /about /with_replies ?id=4 &id=4 ?screen_name=evil &phone=31611111111 &ID=4 \
    ?s=20 #top + \u{3002} \u{FF0E} \u{2044} ~ ' ( ) ! $ * , = [ ]";

/// What is put before an address.
const HEADS: &str = "https:// http:// HTTPS:// https:/ https: https:/// https:\\\\ //  https://evil.nl/ \
    https://evil.nl/?u=https:// https://evil.nl@ https://evil.nl# ftp:// https://www. \
    https://m. https://evil. https://x.com/ whatsapp:// https://user:pass@";

const TAILS: &str = "/ // ?utm_source=a&fbclid=b #top /# /?hl=nl /about /about/?lang=nl /media /videos /posts \
    /status/1 /posts/1 /p/1 /events/1 /evil /.. /../evil /..%2fevil … ... %20 /@evil \
    @evil.nl .evil.nl :443 ?id=4 &id=4 ?screen_name=evil #!/evil /s/1 /community /followers \
    /feed";

/// A changed address of one account, out of two or three changes.
fn mutant(lot: &mut Lot, url: &str, other: &str) -> String {
    let bare = url.strip_prefix("https://").unwrap_or(url);
    let mut text = format!("{}{bare}", lot.pick(HEADS));
    for _ in 0..=lot.below(2) {
        let mut chars: Vec<char> = text.chars().collect();
        let at = lot.below(chars.len());
        match lot.below(9) {
            0 => chars.splice(at..at, lot.pick(INSERTS).chars()).for_each(drop),
            1 => {
                chars.remove(at);
            }
            2 => chars[at..].rotate_left(1),
            3 => {
                let c = chars[at];
                let turned = if c.is_ascii_lowercase() {
                    c.to_ascii_uppercase()
                } else {
                    c.to_ascii_lowercase()
                };
                chars[at] = turned;
            }
            4 => {
                let c = chars[at];
                let escaped = escaped(c).to_lowercase();
                chars.splice(at..=at, escaped.chars()).for_each(drop);
            }
            5 => chars.extend(lot.pick(TAILS).chars()),
            6 => {
                // The path of the one behind the host of the other.
                let path = other.strip_prefix("https://").and_then(|it| it.split_once('/'));
                let path = path.map_or("", |(_, path)| path);
                chars.push('/');
                chars.extend(path.chars());
            }
            7 => chars = text.replacen("www.", lot.pick(" m. mobile. nl."), 1).chars().collect(),
            _ => chars.extend(lot.pick(TAILS).chars().chain(lot.pick(TAILS).chars())),
        }
        text = chars.into_iter().collect();
    }
    text
}

/// What the other parser finds in an address.
#[derive(Debug)]
struct Reading {
    host: String,
    /// The parts of the path that are not empty, decoded.
    path: Vec<String>,
    query: String,
    fragment: String,
}

/// An address as the other parser reads it, once it is written as the standard wants it.
fn reading(text: &str) -> Option<Reading> {
    let text = text.trim().replace('\\', "/");
    let lower = text.to_ascii_lowercase();
    let scheme = ["https:", "http:"].into_iter().find(|it| lower.starts_with(it)).unwrap_or("");
    let rest = text.get(scheme.len()..)?.trim_start_matches('/');
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    // Hosts are mapped as IDNA does: compatible letters are one, and all are small.
    let authority: String =
        authority.replace('\u{3002}', ".").nfkc().flat_map(char::to_lowercase).collect();
    let allowed = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}[]".contains(c);
    // A fragment holds no second mark, and a lone percent sign is one that stands for itself.
    let mut tail: String =
        tail.chars().map(|c| if allowed(c) { c.to_string() } else { escaped(c) }).collect();
    if let Some((before, fragment)) = tail.split_once('#') {
        tail = format!("{before}#{}", fragment.replace('#', "%23"));
    }
    let is_hex = |at: usize| tail.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
    let whole: String = tail
        .char_indices()
        .map(|(at, c)| {
            if c == '%' && !(is_hex(at + 1) && is_hex(at + 2)) {
                "%25".to_owned()
            } else {
                c.to_string()
            }
        })
        .collect();
    let uri = format!("https://{authority}{whole}");
    let uri = Uri::parse(uri.as_str()).ok()?.normalize();
    let authority = uri.authority()?;
    let is_plain = authority.userinfo().is_none()
        && authority.port().is_none_or(|port| {
            port.as_str().is_empty()
                || port.as_str() == if scheme == "http:" { "80" } else { "443" }
        });
    let host = authority.host().to_ascii_lowercase();
    let parts = uri.path().as_str().split('/').filter(|part| !part.is_empty());
    is_plain.then(|| Reading {
        host: host.strip_suffix('.').unwrap_or(&host).to_owned(),
        path: parts.map(decoded).collect(),
        query: uri.query().map(|it| it.as_str().to_owned()).unwrap_or_default(),
        fragment: uri.fragment().map(|it| decoded(it.as_str())).unwrap_or_default(),
    })
}

/// A character with all its bytes percent-encoded.
fn escaped(c: char) -> String {
    let bytes: Vec<String> = c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect();
    bytes.concat()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let pair =
            after.get(..2).filter(|_| first == b'%').and_then(|it| std::str::from_utf8(it).ok());
        if let Some(byte) = pair.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The words that stand before a name in a path.
const BEFORE: &str = "pg _u user c channel company company-beta organization mwlite showcase school edu users \
    web deck profile s add i intent follow send people pages p category profile.php \
    subscription_center";

/// Keys that stand before a name.
const KEYS: &str = "id screen_name user_id phone add_user";

fn is_in(all: &str, word: &str) -> bool {
    all.split(' ').any(|it| it == word)
}

/// Whether a reading names an account: by its name, at its place, on a host of its platform.
fn names(directory: &Directory, account: AccountIndex, reading: &Reading) -> bool {
    let account = directory.account(account);
    let rules = &directory.platform(account.platform).rules;
    let is_host = |pattern: &String| {
        let (own, labels) = (pattern.split('.'), reading.host.split('.'));
        own.clone().count() == labels.clone().count()
            && own.zip(labels).all(|(own, label)| {
                own == "*" || own == label || (own.contains('?') && own.len() == label.len())
            })
    };
    let plain = |text: &str| {
        let text = text.trim_start_matches(['@', '+', ' ']).to_lowercase();
        text.replace('.', "")
    };
    let is_name = |text: &str| {
        account.references().any(|reference| {
            let own = plain(reference.name.text());
            let (user, host) = own.split_once('@').unwrap_or((own.as_str(), ""));
            let text = plain(text);
            let digits = text.replace(['-', ' ', '(', ')'], "");
            text == own
                || digits == own
                || (user == text && host == plain(&reading.host))
                || text.rsplit('-').next() == Some(own.as_str())
        })
    };
    let mut path = reading.path.iter().skip_while(|part| is_in(BEFORE, &part.to_lowercase()));
    let is_word = |part: &String| part.chars().all(|c| c.is_ascii_alphabetic() || "_-".contains(c));
    let by_path = match path.next() {
        // A number may follow a name that only decorates it.
        Some(name) if is_name(name) => path.clone().count() <= 1 && path.all(is_word),
        Some(_) => path.next().is_some_and(|name| is_name(name)),
        None => false,
    };
    let by_query = || {
        let pairs = reading.query.split('&').filter_map(|pair| pair.split_once('='));
        let named: Vec<_> = pairs.filter(|(key, _)| is_in(KEYS, &decoded(key))).collect();
        matches!(named.as_slice(), [(_, value)] if is_name(&decoded(value)))
    };
    let by_fragment = || {
        reading.path.is_empty()
            && is_name(reading.fragment.trim_start_matches('!').trim_start_matches('/'))
    };
    let by_host = || reading.host.split('.').next().is_some_and(is_name) || is_name(&reading.host);
    rules.hosts.iter().any(is_host) && (by_path || by_query() || by_fragment() || by_host())
}

/// The listed account that the program finds.
fn found(directory: &Directory, platforms: &Platforms, text: &str) -> Option<AccountIndex> {
    let parsed = platforms.parse_address(text).ok().filter(|parsed| parsed.part.is_none())?;
    directory.account_by(&parsed.account)
}

#[test]
fn mutants_are_official_only_where_another_parser_finds_the_same_account() {
    let directory = &BUILT_IN.directory;
    let named = directory
        .account_indexes()
        .filter(|&it| directory.account(it).references().next().is_some());
    let urls: Vec<String> = named.map(|it| directory.account(it).url.clone()).collect();
    let mut lot = Lot(20_261_128);
    let mut official = 0;
    let mut per_platform = BTreeMap::new();
    let mut differences = Vec::new();
    for at in 0..MUTANTS {
        let other = lot.below(urls.len());
        let text = mutant(&mut lot, &urls[at % urls.len()], &urls[other]);
        let account = found(directory, &directory.platforms, &text);
        if let Some(account) = account {
            official += 1;
            *per_platform.entry(directory.account(account).platform).or_insert(0) += 1;
            let other = reading(&text);
            if !other.as_ref().is_some_and(|other| names(directory, account, other)) {
                differences
                    .push(format!("{text:?}: {} but {other:?}", directory.account(account).url));
            }
        }
        if at % FULLY == 0 && !text.contains(char::is_whitespace) {
            for answer in BUILT_IN.answers(&text) {
                // What a mutant falls apart into may hold a name without its address.
                if let Verdict::Official(listed) | Verdict::Retired(listed) = answer.verdict
                    && answer.asked.contains('/')
                {
                    assert_eq!(
                        found(directory, &directory.platforms, &answer.asked),
                        Some(listed.account),
                        "{text}"
                    );
                }
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{} of {official}:\n{}",
        differences.len(),
        differences.join("\n")
    );
    assert!(official > MUTANTS / 10, "only {official} of {MUTANTS} are official");
    assert!(per_platform.len() >= 10, "{per_platform:?}");
}

#[test]
fn the_other_parser_reads_as_browsers_do() {
    for (text, host, path) in [
        ("https://x.com/POL_Ede/", "x.com", "POL_Ede"),
        ("x.com/a/../POL_Ede?x#y", "x.com", "POL_Ede"),
        ("https:\\\\x.com\\POL_Ede", "x.com", "POL_Ede"),
        ("https:///x.com/POL%5FEde", "x.com", "POL_Ede"),
        ("https://ｘ.com:443/a", "x.com", "a"),
        ("https://x.com./a", "x.com", "a"),
        ("https://evil.nl/x.com/a", "evil.nl", "x.com"),
        ("https://x.com.evil.nl/a", "x.com.evil.nl", "a"),
    ] {
        let reading = reading(text).expect("a reading");
        assert_eq!((reading.host.as_str(), reading.path[0].as_str()), (host, path), "{text}");
    }
    for text in ["https://evil.nl@x.com/a", "https://x.com:8080/a", "https://x.com:80/a"] {
        assert!(reading(text).is_none(), "{text}");
    }
}
