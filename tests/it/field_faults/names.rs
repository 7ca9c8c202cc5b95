//! Names that are those of other bodies or ordinary words, numbers, and services that everybody knows.

use super::hold;

#[test]
fn a_service_that_everybody_knows_is_known() {
    hold(
        "service",
        &[
            ("https://machtigen.digid.nl", &["names logius"]),
            ("mail valse-email@mijn.overheid.nl", &["names logius"]),
            ("https://www.crisis.nl", &["names ministerie-van-justitie-en-veiligheid"]),
            ("https://www.werk.nl", &["names uitvoeringsinstituut-werknemersverzekeringen"]),
            ("https://www.nederlandwereldwijd.nl", &["names ministerie-van-buitenlandse-zaken"]),
        ],
    );
}

#[test]
fn a_host_that_imitates_a_short_name_is_seen() {
    hold(
        "host",
        &[
            ("www.digld.info", &["imitation logius"]),
            ("digld.nl", &["imitation logius"]),
            ("dlgid.nl", &["imitation logius"]),
            ("dlgld.nl", &["imitation logius"]),
            ("cjlb.nl", &["imitation centraal-justitieel-incassobureau"]),
            ("cjib.com", &["imitation centraal-justitieel-incassobureau"]),
            ("annsterdam.nl", &["imitation gemeente-amsterdam"]),
            ("svb-nl.com", &["imitation sociale-verzekeringsbank"]),
            ("duo-nl.com", &["imitation dienst-uitvoering-onderwijs"]),
            ("ind-nl.com", &["imitation immigratie-en-naturalisatiedienst"]),
            ("digid.deblokkadediensten.info", &["imitation logius"]),
            ("mail info@digid.legitimatiebewijs.app", &["imitation logius"]),
        ],
    );
}

#[test]
fn the_natural_name_of_another_body_imitates_nobody() {
    hold(
        "natural",
        &[
            ("@ministerieAZ", &["body ministerie-van-algemene-zaken"]),
            ("@Ministerie_AZ", &["body ministerie-van-algemene-zaken"]),
            ("@Ministerie_BZ", &["unlisted Ministerie_BZ"]),
            ("@ministerieFin", &["body ministerie-van-financien"]),
            ("@VWSnl", &["unlisted VWSnl"]),
            ("@VWS_nl", &["unlisted VWS_nl"]),
            ("@VRO_nl", &["unlisted VRO_nl"]),
            ("@odMiddenHolland", &["unlisted odMiddenHolland"]),
            ("gemeenteaalten.nl", &["body gemeente-aalten"]),
            ("gemeenteasten.nl", &["body gemeente-asten"]),
            ("rud-utrecht.nl", &["unknown rud-utrecht.nl"]),
        ],
    );
}

#[test]
fn an_ordinary_word_imitates_nobody() {
    hold(
        "word",
        &[
            ("@developers", &["unlisted developers"]),
            ("@opensources", &["unlisted opensources"]),
            ("@digilabs", &["unlisted digilabs"]),
            ("@stadnieuws", &["unlisted stadnieuws"]),
            ("@orgaandonaties", &["unlisted orgaandonaties"]),
            ("twitterrific.com", &["unknown twitterrific.com"]),
            ("youtubers.nl", &["unknown youtubers.nl"]),
            ("netflix.com", &["unknown netflix.com"]),
            ("https://shop.weeztix.com/x", &["unknown shop.weeztix.com"]),
        ],
    );
}

#[test]
fn a_number_is_told_in_any_writing() {
    hold(
        "number",
        &[
            ("0800-0543", &["names belastingdienst"]),
            ("0800 0543", &["names belastingdienst"]),
            ("0800/0543", &["names belastingdienst"]),
            ("tel:0800-0543", &["names belastingdienst"]),
            ("0800 – 0543", &["names belastingdienst"]),
        ],
    );
}
