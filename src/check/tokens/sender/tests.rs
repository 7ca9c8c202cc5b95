use super::*;

#[test]
fn a_shown_name_and_its_mailbox_are_told_apart() {
    assert!(MAILBOX.is_some() && LABEL.is_some());
    for (text, expected) in [
        (
            "Belastingdienst <info@betaal-nu.example>",
            vec![("Belastingdienst", "info@betaal-nu.example")],
        ),
        (
            "\"info@belastingdienst.nl\" <info@betaal-nu.example>",
            vec![("info@belastingdienst.nl", "info@betaal-nu.example")],
        ),
        ("Van: DigiD <no-reply@gmail.com>", vec![("DigiD", "no-reply@gmail.com")]),
        ("van : DigiD <no-reply@gmail.com>.", vec![("DigiD", "no-reply@gmail.com")]),
        ("> *From:* “DigiD” <no-reply@gmail.com>", vec![("DigiD", "no-reply@gmail.com")]),
        ("Afzender: DigiD no-reply@gmail.com", vec![("DigiD", "no-reply@gmail.com")]),
        ("Afzender: DigiD (no-reply@gmail.com)", vec![("DigiD", "no-reply@gmail.com")]),
        ("Van: DigiD [mailto:no-reply@gmail.com]", vec![("DigiD", "no-reply@gmail.com")]),
        ("From: no-reply@gmail.com (DigiD)", vec![("DigiD", "no-reply@gmail.com")]),
        ("Van: DigiD - no-reply@gmail.com, vandaag", vec![("DigiD", "no-reply@gmail.com")]),
        (
            "Reply-To: Politie <a@b.nl>\nFrom: DigiD <c@d.nl>",
            vec![("Politie", "a@b.nl"), ("DigiD", "c@d.nl")],
        ),
        ("Van: DigiD\n <no-reply@gmail.com>", vec![("DigiD", "no-reply@gmail.com")]),
        ("Van: info@digid.nl <no-reply@gmail.com>", vec![("info@digid.nl", "no-reply@gmail.com")]),
        ("From: =?UTF-8?B?RGlnaUQ=?= <no-reply@gmail.com>", vec![("DigiD", "no-reply@gmail.com")]),
        ("Von: DigiD <a@b.nl> Gesendet: nu An: Ik <c@d.nl>", vec![("DigiD", "a@b.nl")]),
        (
            "Jansen, P. <p@a.nl>; \"Politie\" <b@c.nl>",
            vec![("Jansen, P.", "p@a.nl"), ("Politie", "b@c.nl")],
        ),
        ("Ik kreeg dit. DigiD <a@b.nl> schrijft:", vec![("DigiD", "a@b.nl")]),
        ("Van | DigiD <a@b.nl>", vec![("DigiD", "a@b.nl")]),
        ("DigiD <MAILTO:a@b.nl|a@b.nl>", vec![("DigiD", "a@b.nl")]),
        ("Van: DigiD ＜a@b.nl＞", vec![("DigiD", "a@b.nl")]),
        ("DigiD <a＠b.nl>", vec![("DigiD", "a＠b.nl")]),
        // Nothing is shown for these, or not by who sent it.
        ("info@digid.nl", vec![]),
        ("Van: info@digid.nl", vec![]),
        ("<info@digid.nl>", vec![]),
        ("info@digid.nl <info@digid.nl>", vec![]),
        ("Aan: Belastingdienst <ik@gmail.com>", vec![]),
        ("Mail de Belastingdienst (info@gmail.com)", vec![]),
        ("Belastingdienst info@gmail.com", vec![]),
        ("Politie <@POL_Ede> <a@b>", vec![]),
    ] {
        let all = senders(text);
        let found: Vec<(&str, &str)> =
            all.iter().map(|it| (it.name.as_str(), it.address.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
        for it in &all {
            assert_eq!(text.get(it.mailbox.clone()), Some(it.address.as_str()), "{text:?}");
            assert!(text.get(it.shown.clone()).is_some(), "{text:?}");
        }
    }
}

#[test]
fn a_header_tells_more_than_a_name_before_brackets() {
    let is_labelled = |text: &str| senders(text).first().map(|it| it.is_labelled);
    assert_eq!(is_labelled("Van: DigiD <a@b.nl>"), Some(true));
    assert_eq!(is_labelled("Dank aan DigiD <a@b.nl>"), Some(false));
}
