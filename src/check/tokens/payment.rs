//! Where money is sent to besides bank accounts with an international number: wallets, and accounts behind a label.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

/// Wallets: of Bitcoin in both codings and its likes (BIP 13, BIP 173), of Ethereum (ERC-55), and of Tron.
static WALLET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let base58 = "[1-9A-HJ-NP-Za-km-z]";
    Regex::new(&format!(
        r"(?:^|[^0-9A-Za-z_/@=-])(?<it>0x[0-9A-Fa-f]{{40}}|[13]{base58}{{25,34}}|T{base58}{{33}}|(?:bc|ltc)1[02-9ac-hj-np-z]{{11,87}}|(?:BC|LTC)1[02-9AC-HJ-NP-Z]{{11,87}})(?:$|[^0-9A-Za-z_])"
    ))
    .ok()
});

/// An account behind a label: a number of a bank, or the code of one (ISO 9362).
static LABELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let label = "(?:bank)?rekenings?(?:nummer|nr)|bankrekening|(?:aan|naar|op) rekening|rek\\.? ?nr|giro(?:rekening|nummer|nr)?|(?:bank )?account (?:number|no|nr)|sort ?code|routing (?:number|no)";
    // Of words in capitals, these hardly ever stand at this place.
    let countries = "AT|BE|BG|CH|CY|CZ|DE|EE|ES|FI|FR|GB|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|US";
    Regex::new(&format!(
        r"(?:^|[^0-9A-Za-z_])(?:(?i:{label})\.?(?i: (?:van|is|op|naar))?[\s:#=-]{{1,3}}(?<it>[0-9](?:[ .-]?[0-9]){{5,11}})|(?i:bic|swift)(?i:[ -]?code)?[\s:=]{{1,3}}(?<code>[A-Z]{{4}}(?:{countries})[0-9A-Z]{{2}}(?:[0-9A-Z]{{3}})?))(?:$|[^0-9A-Za-z_])"
    ))
    .ok()
});

/// Where such accounts stand in a text.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for pattern in [&WALLET, &LABELLED].into_iter().filter_map(|it| it.as_ref()) {
        let all = pattern.captures_iter(text);
        let groups = all.filter_map(|it| it.name("it").or_else(|| it.name("code")));
        found.extend(groups.map(|it| it.range()).filter(|it| is_mixed(text, it)));
    }
    found
}

/// Whether what stands at a place is a wallet by its signs: a name or a number of that length is of one kind of them.
fn is_mixed(text: &str, place: &Range<usize>) -> bool {
    let it = text.get(place.clone()).unwrap_or_default();
    let has = |is: fn(&char) -> bool| it.chars().any(|c| is(&c));
    let is_long = it.len() > LONGEST_ACCOUNT;
    !is_long || has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)
}

/// How long an account behind a label is at most, with the signs in it.
const LONGEST_ACCOUNT: usize = 23;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wallets_and_accounts_are_told_from_what_is_none() {
        assert!(WALLET.is_some() && LABELLED.is_some());
        for (text, expected) in [
            (
                "Stort op 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa.",
                &["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"][..],
            ),
            ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", &["3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"]),
            (
                "BTC:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
                &["bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"],
            ),
            (
                "0x52908400098527886E0F7030069857D2E4169EE7",
                &["0x52908400098527886E0F7030069857D2E4169EE7"],
            ),
            ("rekeningnummer 1234567", &["1234567"]),
            ("Op rekening: 41.71.64.300, giro 1234567", &["41.71.64.300", "1234567"]),
            ("BIC: ABNANL2A", &["ABNANL2A"]),
            ("Sort code 12-34-56, account number: 12345678", &["12-34-56", "12345678"]),
            ("rekeningnummer 123, rekening 1234567, zaak 1234567, giro d'Italia 2026", &[]),
            ("https://a.nl/0x52908400098527886E0F7030069857D2E4169EE7", &[]),
            ("310000000000000000000000000000, BIC is een code, SWIFT RESPONSE", &[]),
        ] {
            let found = all(text);
            let found: Vec<&str> = found.into_iter().map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
