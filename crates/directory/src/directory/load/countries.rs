//! Countries, by their two letters.

use super::fields::{Fields, Located, Sentence};

/// The codes of ISO 3166-1 that are assigned to a country (alpha-2), in their order.
const ASSIGNED: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM \
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// The European Union, which is no country of the standard; it keeps these letters for it.
const UNION: &str = "EU";

/// Whether two capital letters are the code of a country, or of the European Union.
pub fn is_country_code(code: &str) -> bool {
    code == UNION || ASSIGNED.split(' ').any(|assigned| assigned == code)
}

/// Whether a value is a country or the European Union; anything else is reported.
pub(super) fn is_country(fields: &Fields<'_, '_>, code: &Located<String>) -> bool {
    let good = is_country_code(&code.value);
    if !good {
        fields.fault(code.at, Sentence::NoCountry.of([&code.value]));
    }
    good
}

/// Whether a value is another country than that of the directory, or the European Union; anything else is reported.
pub(super) fn is_other_country(
    fields: &Fields<'_, '_>,
    code: &Located<String>,
    own: Option<&str>,
) -> bool {
    if own == Some(code.value.as_str()) {
        fields.fault(code.at, Sentence::OwnCountry);
        return false;
    }
    is_country(fields, code)
}

#[cfg(test)]
mod tests {
    use super::ASSIGNED;

    #[test]
    fn every_code_is_two_capitals_and_stands_once_in_order() {
        let all: Vec<&str> = ASSIGNED.split(' ').collect();
        // As many as the standard assigns.
        assert_eq!(all.len(), 249);
        assert!(all.iter().all(|it| it.len() == 2 && it.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(all.is_sorted_by(|a, b| a < b));
    }
}
