//! The words of the first line of a table: a hint to what stands below them.

/// Columns of names of accounts.
const NAMES: &[&str] = &[
    "account",
    "accounts",
    "accountnaam",
    "accountnamen",
    "accountname",
    "handle",
    "handles",
    "gebruikersnaam",
    "username",
    "user",
    "profiel",
    "profielnaam",
    "profile",
    "@naam",
    "schermnaam",
    "screenname",
    "nickname",
    "socialmedia",
    "kanaalnaam",
];

/// Columns of addresses.
const ADDRESSES: &[&str] =
    &["url", "urls", "link", "links", "adres", "webadres", "address", "domein", "domain", "host"];

/// Columns of telephone numbers.
const PHONES: &[&str] =
    &["telefoon", "telefoonnummer", "tel", "phone", "telephone", "mobiel", "mobile", "nummer"];

/// Columns of platforms.
const PLATFORMS: &[&str] = &[
    "platform", "kanaal", "channel", "medium", "netwerk", "network", "social", "dienst", "soort",
    "type",
];

/// Columns of names of organisations.
const ORGANISATIONS: &[&str] = &[
    "organisatie",
    "organisation",
    "organization",
    "organisatienaam",
    "instelling",
    "gemeente",
    "municipality",
    "naam",
    "name",
    "afzender",
    "eigenaar",
    "owner",
    "afdeling",
    "team",
    "plaats",
    "place",
    "provincie",
    "titel",
    "title",
];

/// Columns of something else, whatever it looks like.
const OTHERS: &[&str] = &[
    "volgers",
    "followers",
    "following",
    "volgend",
    "aantal",
    "count",
    "datum",
    "date",
    "bron",
    "source",
    "bewijs",
    "evidence",
    "opmerking",
    "opmerkingen",
    "notitie",
    "notities",
    "note",
    "notes",
    "toelichting",
    "nieuws",
    "news",
    "likes",
    "posts",
    "berichten",
    "tweets",
    "id",
    "beheerder",
    "status",
    "nr",
    "kvk",
    "oin",
    "contactpersoon",
    "contact",
    "logo",
    "foto",
    "image",
    "avatar",
    "verified",
    "taal",
    "language",
    "created",
    "bio",
];

/// Words that stand beside others in the name of a column.
const FILLERS: &[&str] = &[
    "van",
    "de",
    "het",
    "op",
    "of",
    "on",
    "the",
    "our",
    "onze",
    "en",
    "and",
    "official",
    "officieel",
    "officiele",
    "officiële",
    "id",
    "media",
    "social",
    "naam",
    "name",
    "pagina",
    "page",
    "kanaal",
    "channel",
    "profielpagina",
];

/// What the name of a column says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    Name,
    Address,
    Phone,
    Platform,
    Organisation,
    Other,
}

/// The words of the name of a column, in small letters.
pub(super) fn words(name: &str) -> Vec<String> {
    // `accountName` and `account_name` are two words.
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() && c != '@' {
            words.push(String::new());
        } else {
            if c.is_uppercase() && was_small {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        }
        was_small = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a word says nothing by itself beside the name of a platform.
pub(super) fn is_filler(word: &str) -> bool {
    [FILLERS, NAMES, ADDRESSES].iter().any(|list| list.contains(&word))
}

/// Whether a word is one that columns are called by.
fn is_known(word: &str) -> bool {
    let lists = [NAMES, ADDRESSES, PHONES, PLATFORMS, ORGANISATIONS, OTHERS, FILLERS];
    lists.iter().any(|list| list.contains(&word))
}

/// What the name of a column says of it, where every word of it is one of those that columns are called by.
pub(super) fn hint(name: &str) -> Option<Hint> {
    // The words that say most come first: the date of an account is a date.
    const ORDER: [(&[&str], Hint); 6] = [
        (OTHERS, Hint::Other),
        (PHONES, Hint::Phone),
        (ADDRESSES, Hint::Address),
        (NAMES, Hint::Name),
        (PLATFORMS, Hint::Platform),
        (ORGANISATIONS, Hint::Organisation),
    ];
    let words = words(name);
    let says = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if !is_name_of_column(name) {
        // `Twitter followers` is no list of accounts, whatever else it is called.
        return says(OTHERS).then_some(Hint::Other);
    }
    ORDER.into_iter().find(|(list, _)| says(list)).map(|(_, hint)| hint)
}

/// Whether a text is what a column is called, and nothing else.
pub(super) fn is_name_of_column(text: &str) -> bool {
    let words = words(text);
    !words.is_empty() && words.iter().all(|word| is_known(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_hint_at_what_stands_in_them() {
        for (name, expected) in [
            ("account", Some(Hint::Name)),
            ("accountName", Some(Hint::Name)),
            ("Social_media account", Some(Hint::Name)),
            ("URL van het account", Some(Hint::Address)),
            ("Datum account", Some(Hint::Other)),
            ("Twitter followers", Some(Hint::Other)),
            ("Telefoonnummer", Some(Hint::Phone)),
            ("Kanaal", Some(Hint::Platform)),
            ("Naam organisatie", Some(Hint::Organisation)),
            ("Twitter", None),
            ("Gemeente Ede", None),
            ("", None),
        ] {
            assert_eq!(hint(name), expected, "{name:?}");
        }
        for (text, expected) in
            [("Gemeente", true), ("Gemeente Ede", false), ("POL_Ede", false), ("platform", true)]
        {
            assert_eq!(is_name_of_column(text), expected, "{text:?}");
        }
    }
}
