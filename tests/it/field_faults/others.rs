//! Messages in which all is official, and not all of it is of one body: whom they name or show, and whom they lead to.

use officieel::check::MessageVerdict::{self, Beware, Official, Unconfirmed};

use crate::loaded::BUILT_IN;

/// Checks the verdict on each message.
fn hold(rows: &[(&str, MessageVerdict)]) {
    for (message, expected) in rows {
        assert_eq!(BUILT_IN.message(message).summary.verdict, *expected, "{message:?}");
    }
}

#[test]
fn a_link_that_shows_one_body_and_leads_to_another_is_not_confirmed() {
    hold(&[
        (r#"Hoi <a href="https://www.zwolle.nl">www.ede.nl</a>"#, Unconfirmed),
        ("[@POL_Ede](https://x.com/POL_Zwolle)", Unconfirmed),
        (r#"<a href="tel:08000543">0900 8844</a>"#, Unconfirmed),
        (r#"<a href="https://www.rdw.nl">www.cjib.nl</a>"#, Unconfirmed),
        ("[www.cjib.nl](https://www.politie.nl)", Unconfirmed),
        (r#"<a href="https://www.zwolle.nl">14 0318</a>"#, Unconfirmed),
        ("From: \"info@ede.nl\" <info@zwolle.nl>", Unconfirmed),
        (r#"<a href="tel:0612345678">112</a>"#, Beware),
        ("[14 0318](tel:0612345678)", Beware),
        // One body, or one above the other.
        (r#"<a href="https://www.ede.nl/paspoort">www.ede.nl</a>"#, Official),
        ("[@POL_Ede](https://www.politie.nl)", Official),
        (r#"<a href="https://www.digid.nl">mijn.overheid.nl</a>"#, Official),
    ]);
}

#[test]
fn a_sender_with_the_mailbox_of_another_body_is_not_confirmed() {
    hold(&[
        ("From: Politie <info@svb.nl>", Unconfirmed),
        ("From: Politie <info@svb.nl>\n\nKijk op https://www.politie.nl", Unconfirmed),
        ("From: Gemeente Ede <info@rdw.nl>", Unconfirmed),
        ("From: GGD Hart voor Brabant <info@rivm.nl>", Unconfirmed),
        // A mailbox that nobody lists may well be their own where it is called as they are.
        ("From: Ministerie van BZK <postbus@minbzk.nl>\n\nZie www.rijksoverheid.nl", Unconfirmed),
        ("From: Rijkswaterstaat <jan@rws.nl>", Unconfirmed),
        ("From: Ministerie van BZK <postbus@minbzk.com>", Beware),
        ("From: Ministerie van BZK <postbus@minvws.nl>", Beware),
        ("From: Gemeente Ede <info@ede.nl>", Official),
        ("From: Toeslagen <info@belastingdienst.nl>", Official),
    ]);
}

#[test]
fn who_speaks_for_one_body_and_leads_to_another_is_not_confirmed() {
    hold(&[
        ("CJIB: betaal uw boete op https://www.rdw.nl", Unconfirmed),
        ("DigiD helpdesk: bel nu 0900 8844", Unconfirmed),
        ("GGD Hart voor Brabant: maak een afspraak op https://www.ggdhaaglanden.nl", Unconfirmed),
        ("De GGD Hart voor Brabant ziet u graag: https://www.ggdhaaglanden.nl", Unconfirmed),
        // Who is named is referred to, and all services are everybody's.
        ("CJIB: betaal uw boete bij de RDW, https://www.rdw.nl", Official),
        ("UWV: log in op https://mijn.overheid.nl", Official),
        ("Gemeente Ede: meer weet GGD Hart voor Brabant, https://www.ggdhvb.nl", Official),
    ]);
}

#[test]
fn a_place_of_the_same_name_in_another_province_is_another() {
    hold(&[
        ("Gemeente Hengelo (Gelderland): https://www.hengelo.nl", Unconfirmed),
        ("Gemeente Hengelo Gld: https://www.hengelo.nl", Unconfirmed),
        ("Gemeente Bergen (NH): https://www.bergen.nl", Unconfirmed),
        ("Gemeente Bergen (Limburg): https://www.bergen-nh.nl", Unconfirmed),
        ("Gemeente Bergen: https://www.bergenopzoom.nl", Unconfirmed),
        ("Gemeente Hengelo (Overijssel): https://www.hengelo.nl", Official),
        ("Gemeente Hengelo (Gelderland): https://www.bronckhorst.nl", Official),
        // Nobody knows which of two is meant.
        ("Gemeente Bergen: https://www.bergen-nh.nl", Official),
        ("Gemeente Bergen: https://www.bergen.nl", Official),
    ]);
}

/// What is glued to the end of a sentence leads somewhere, too.
#[test]
fn an_address_that_the_next_sentence_is_glued_to_is_seen() {
    hold(&[
        (
            "Betaal uw boete vandaag op cjib-betalen.nl.Daarna vervalt hij. Vragen? www.cjib.nl",
            Beware,
        ),
        ("DigiD: verleng op digid-verlengen.com.Doe dit vandaag. www.digid.nl", Beware),
        ("Lees evil.com-Daarna volgt meer. www.politie.nl", Unconfirmed),
        ("Politie: betaal op evil.com.Klik hier. www.politie.nl", Beware),
        // An ending that is not known here may be one by now.
        ("Kijk op politie.nl.Daar staat alles", MessageVerdict::Nothing),
        ("Kijk op www.politie.nl. Daar staat alles", Official),
    ]);
}

#[test]
fn a_number_that_is_to_be_dialled_is_seen() {
    hold(&[
        ("Gemeente Ede: zie www.ede.nl of bel 14 0999", Unconfirmed),
        ("Politie: sms JA naar 4422. Zie www.politie.nl", Unconfirmed),
        ("Meer op www.politie.nl of bel 1234567", Unconfirmed),
        ("Gemeente Ede: bel 14 0318 of kijk op www.ede.nl", Official),
        ("De politie belt 1500 mensen: www.politie.nl", Official),
    ]);
}

#[test]
fn what_is_brought_to_a_counter_or_given_away_is_nothing_that_is_never_asked() {
    hold(&[
        ("Neem uw paspoort en pinpas mee naar het stadhuis. www.leiden.nl", Official),
        ("Wie meedoet ontvangt een VVV-cadeaukaart. www.ede.nl", Official),
        ("Geef uw pinpas mee aan de koerier. www.ede.nl", Beware),
        ("Betaal met een cadeaukaart. Gemeente Ede, www.ede.nl", Beware),
        (
            "Belastingdienst: download de app als APK en installeer hem. www.belastingdienst.nl",
            Beware,
        ),
        ("Belastingdienst: schakel macro's in. www.belastingdienst.nl", Beware),
    ]);
}
