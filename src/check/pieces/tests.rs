use super::PieceKind::{Address, Handle, Words};
use super::*;

fn directory() -> Directory {
    Directory::embedded().unwrap()
}

#[test]
fn one_word_is_an_address_or_a_handle() {
    let directory = directory();
    for (input, kind, text) in [
        ("x.com/POL_Ede", Address, "x.com/POL_Ede"),
        ("  https://x.com/POL_Ede\n", Address, "https://x.com/POL_Ede"),
        ("<https://x.com/POL_Ede>", Address, "https://x.com/POL_Ede"),
        ("(https://x.com/POL_Ede).", Address, "https://x.com/POL_Ede"),
        ("x.com@evil.nl/politie", Address, "x.com@evil.nl/politie"),
        ("belastingdienst.nl", Address, "belastingdienst.nl"),
        ("belastingdienst.nl.example", Address, "belastingdienst.nl.example"),
        ("digid-form-site.xyz", Address, "digid-form-site.xyz"),
        ("tg://resolve?domain=politie", Address, "tg://resolve?domain=politie"),
        ("x.com:443/POL_Ede", Address, "x.com:443/POL_Ede"),
        ("POL_Ede", Handle, "POL_Ede"),
        ("@POL_Ede", Handle, "@POL_Ede"),
        ("“@POL_Ede”", Handle, "@POL_Ede"),
        ("@minbzk@social.overheid.nl", Handle, "@minbzk@social.overheid.nl"),
        ("info@evil.nl", Handle, "info@evil.nl"),
        ("politie.ede", Handle, "politie.ede"),
        ("bela..stingterugg..ave", Handle, "bela..stingterugg..ave"),
        ("14.073", Handle, "14.073"),
        ("0646764867", Handle, "0646764867"),
        ("", Handle, ""),
        ("...", Handle, "..."),
    ] {
        assert_eq!(pieces(&directory, input), [Piece { text, kind }], "{input:?}");
    }
}

#[test]
fn a_sentence_comes_apart_into_what_can_be_judged() {
    let directory = directory();
    for (input, expected) in [
        ("Klopt dit? https://x.com/POL_Ede.", vec![(Address, "https://x.com/POL_Ede")]),
        ("Politie Ede @POL_Ede", vec![(Handle, "@POL_Ede")]),
        ("Politie Ede (@POL_Ede) op X", vec![(Handle, "@POL_Ede")]),
        ("is POL_Ede echt", vec![(Handle, "POL_Ede")]),
        ("is MinPres echt?", vec![(Handle, "MinPres")]),
        ("is mijn iPhone echt?", vec![(Words, "is mijn iPhone echt?")]),
        ("politie zwolle", vec![(Words, "politie zwolle")]),
        ("Dit is nep.De politie zegt het", vec![(Words, "Dit is nep.De politie zegt het")]),
        ("06 46 76 48 67", vec![(Handle, "06 46 76 48 67")]),
        ("App van 06 46 76 48 67 gekregen", vec![(Handle, "06 46 76 48 67")]),
        (
            "@POL_Ede en\nx.com/P0L_Ede, weer @POL_Ede",
            vec![(Handle, "@POL_Ede"), (Address, "x.com/P0L_Ede")],
        ),
        (
            "Uw DigiD verloopt: digid-form-site.xyz/login of mail info@digid-form.nl",
            vec![(Address, "digid-form-site.xyz/login"), (Handle, "info@digid-form.nl")],
        ),
    ] {
        let found: Vec<(PieceKind, &str)> =
            pieces(&directory, input).iter().map(|piece| (piece.kind, piece.text)).collect();
        assert_eq!(found, expected, "{input:?}");
    }
}

#[test]
fn a_sentence_may_name_its_platform() {
    let directory = directory();
    for (input, expected) in [
        ("@politie op Instagram", Some("instagram")),
        ("@politie op X", Some("x")),
        ("@politie (twitter)", Some("x")),
        ("X marks @politie", None),
        ("@politie op Instagram of op Facebook", None),
        ("@politie", None),
        ("https://instagram.com/politie", None),
    ] {
        let named = platform_named(&directory, input);
        assert_eq!(named.map(|it| directory.platform(it).id()), expected, "{input:?}");
    }
}

#[test]
fn only_so_much_of_an_input_is_read() {
    let directory = directory();
    let many: Vec<String> = (0..500).map(|number| format!("@naam{number}")).collect();
    let many = many.join(" ");
    assert_eq!(pieces(&directory, &many).len(), MOST_PIECES);
    let long = "ë".repeat(LONGEST_INPUT);
    assert!(pieces(&directory, &long).iter().all(|piece| piece.text.len() <= LONGEST_INPUT));
}
