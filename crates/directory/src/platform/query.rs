//! The query of an address: what its keys are, to one server and to another.

use url::form_urlencoded;

/// The query of an address, decoded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Keys and values, as the standard for forms reads them.
    pairs: Vec<(String, String)>,
    /// The keys as the most lenient server may read them; see [`lenient`].
    lenient_keys: Vec<String>,
}

impl Query {
    pub(super) fn read(text: &str) -> Self {
        // Some servers part keys at a semicolon too.
        let keys = text.split(['&', ';']).filter(|part| !part.is_empty());
        let keys = keys.flat_map(|part| form_urlencoded::parse(part.as_bytes()));
        Self {
            pairs: form_urlencoded::parse(text.as_bytes()).into_owned().collect(),
            lenient_keys: keys.map(|(key, _)| lenient(&key)).collect(),
        }
    }

    /// The value of the first key that is exactly this one.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    /// The values of all keys that are exactly one of these, in their order.
    pub(super) fn values(&self, keys: &[String]) -> Vec<&str> {
        let of_keys = self.pairs.iter().filter(|(own, _)| keys.contains(own));
        of_keys.map(|(_, value)| value.as_str()).collect()
    }

    /// How many keys may be one of these to some server, however they are written.
    pub(super) fn count<'k>(&self, keys: impl Iterator<Item = &'k str>) -> usize {
        if self.lenient_keys.is_empty() {
            return 0;
        }
        let keys: Vec<String> = keys.map(lenient).collect();
        self.lenient_keys.iter().filter(|key| keys.contains(key)).count()
    }
}

/// A key as the most lenient server may read it: in any case, `id[]` and `id[0]` as `id`, `screen.name`
/// and ` screen name` as `screen_name` (PHP does all of these but the first), and no further than a
/// control character.
fn lenient(key: &str) -> String {
    let start = key.chars().take_while(|&c| c != '[' && !c.is_control());
    // By way of the capitals, so that a letter with two small ones is one.
    let capitals = start.filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase);
    capitals.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_behind_exactly_its_key() {
        for (query, value) in [
            ("id=1", Some("1")),
            ("a=2&id=1", Some("1")),
            ("i%64=1", Some("1")),
            ("id=1%2B2", Some("1+2")),
            ("id", Some("")),
            ("ID=1", None),
            ("id[]=1", None),
            ("+id=1", None),
            ("a;id=1", None),
            ("", None),
        ] {
            assert_eq!(Query::read(query).value("id"), value, "{query}");
        }
    }

    #[test]
    fn every_key_that_some_server_may_take_counts() {
        for (query, count) in [
            ("id=1", 1),
            ("id=1&a=2", 1),
            ("id=1&id=2", 2),
            ("ID=1&id=2", 2),
            ("id=1&Id=2", 2),
            ("id=1&id", 2),
            ("id=1&id=", 2),
            ("id=1&id[]=2", 2),
            ("id=1&id%5B0%5D=2", 2),
            ("id=1&i%64=2", 2),
            ("id=1&+id=2", 2),
            ("id=1&id%00x=2", 2),
            ("id=1;id=2", 2),
            ("a=1;id=2&id=3", 2),
            ("screen_name=1&%C5%BFcreen_name=2", 2),
            ("id=1&screen_name=2", 2),
            ("id=1&screen.name=2", 2),
            ("id=1&screen%20name=2", 2),
            ("id=1&idx=2", 1),
            ("a[id]=1", 0),
            ("", 0),
        ] {
            let found = Query::read(query).count(["id", "screen_name"].into_iter());
            assert_eq!(found, count, "{query}");
        }
    }
}
