//! The cookies of sites that show nothing without: in memory, for one host and one run, and sent only where a site
//! would otherwise redirect in a circle.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// More than this many of a host, or longer ones, aren't kept.
const MAX_COOKIES: usize = 20;
const MAX_LENGTH: usize = 4_096;

/// The cookies of all hosts that ask for theirs again.
#[derive(Debug, Default)]
pub(super) struct Jar(Mutex<HashMap<String, Vec<Cookie>>>);

/// One cookie: what it is called, and the pair as it is sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cookie {
    name: String,
    pair: String,
}

impl Cookie {
    /// The cookie of a `Set-Cookie` header: RFC 6265, 5.2. Its attributes don't matter for one host and one run.
    pub(super) fn read(header: &str) -> Option<Self> {
        let pair = header.split(';').next().unwrap_or_default().trim();
        let (name, _) = pair.split_once('=')?;
        let is_sound = !name.trim().is_empty()
            && pair.len() <= MAX_LENGTH
            && pair.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
        is_sound.then(|| Self { name: name.trim().to_owned(), pair: pair.to_owned() })
    }
}

impl Jar {
    /// Keeps cookies of a host, each in the place of an earlier one of its name.
    pub(super) fn keep(&self, host: &str, cookies: Vec<Cookie>) {
        let mut jar = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = jar.entry(host.to_owned()).or_default();
        for cookie in cookies {
            own.retain(|it| it.name != cookie.name);
            if own.len() < MAX_COOKIES {
                own.push(cookie);
            }
        }
    }

    /// The `Cookie` header for a host that asked for one.
    pub(super) fn header(&self, host: &str) -> Option<String> {
        let jar = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = jar.get(host).filter(|own| !own.is_empty())?;
        let pairs: Vec<&str> = own.iter().map(|cookie| cookie.pair.as_str()).collect();
        Some(pairs.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_kept_for_its_host_alone() {
        let jar = Jar::default();
        let cookies = ["a=1; Path=/; Secure", "b=2", "a=3", "=4", "nothing", "c=\u{1}"];
        jar.keep("a.example", cookies.into_iter().filter_map(Cookie::read).collect());
        assert_eq!(jar.header("a.example").as_deref(), Some("b=2; a=3"));
        assert_eq!(jar.header("b.example"), None);
    }

    #[test]
    fn a_host_can_fill_no_memory() {
        let jar = Jar::default();
        let many = (0..1_000).filter_map(|at| Cookie::read(&format!("n{at}=x"))).collect();
        jar.keep("a.example", many);
        assert_eq!(jar.header("a.example").unwrap().split("; ").count(), MAX_COOKIES);
        assert_eq!(Cookie::read(&format!("a={}", "x".repeat(5_000))), None);
    }
}
