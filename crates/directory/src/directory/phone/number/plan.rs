//! Which telephone numbers there can be.

use super::{DUTCH, Kind, PhoneNumber, SERVICE_NUMBERS};

/// What Dutch numbers of nine digits begin with, behind the code of the country (Nummerplan telefoon- en
/// ISDN-diensten, annex 1): an area, a mobile network, or one of the few that are no place.
const BEGINNINGS: [&str; 13] =
    ["1", "2", "3", "4", "5", "6", "7", "82", "84", "85", "87", "88", "91"];

/// What numbers of machines begin with, and how many digits these have.
const MACHINES: (&str, usize) = ("97", 11);

impl PhoneNumber {
    /// Whether there can be such a number: by the Dutch plan, or, with the code of another country, by the
    /// length that numbers have anywhere.
    pub fn is_possible(&self) -> bool {
        match &self.0 {
            Kind::Short(digits) => {
                match SERVICE_NUMBERS.iter().find_map(|start| digits.strip_prefix(start)) {
                    // Behind one of four digits there may be four more, to be connected at once.
                    Some(rest) => matches!(rest.len(), 4 | 7 | 8),
                    // `112`, `116 000`, `14 030`, `1400`.
                    None => digits.starts_with('1'),
                }
            }
            Kind::International(digits) => match digits.strip_prefix(DUTCH) {
                Some(national) => {
                    let begins = |start: &&str| national.starts_with(*start);
                    (national.len() == 9 && BEGINNINGS.iter().any(begins))
                        || (national.len() == MACHINES.1 && national.starts_with(MACHINES.0))
                }
                None => true,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PhoneNumber;

    #[test]
    fn a_number_has_the_digits_of_its_plan() {
        for (text, is_possible) in [
            ("030 286 00 00", true),
            ("0343 57 88 44", true),
            ("06 12 34 56 78", true),
            ("088 123 65 55", true),
            ("+31 30 286 00 00", true),
            ("097 123 456 789", true),
            ("0900 8844", true),
            ("0800 123 45 67", true),
            ("0800 0543 7123", true),
            ("14 0318", true),
            ("1400", true),
            ("112", true),
            ("116 000", true),
            ("+32 2 210 19 11", true),
            ("+599 715 83 19", true),
            ("030 286 00 0", false),
            ("030 286 00 000", false),
            ("+31 30 286 00 00 1", false),
            ("083 123 45 67", false),
            ("093 123 45 67", false),
            ("097 123 45 67", false),
            ("0900", false),
            ("0900 884", false),
            ("0900 88 44 5", false),
            ("99 999", false),
            ("2345", false),
        ] {
            let read = PhoneNumber::read(text).expect(text);
            assert_eq!(read.is_possible(), is_possible, "{text}");
        }
    }
}
