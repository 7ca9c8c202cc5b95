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
        (r#"<a href="https://www.zwolle.nl">14 0318</a>"#, Unconfirmed),
        ("From: \"info@ede.nl\" <info@zwolle.nl>", Unconfirmed),
        (r#"<a href="tel:0612345678">112</a>"#, Beware),
        ("[14 0318](tel:0612345678)", Beware),
        // One body, one above the other, or two below one.
        (r#"<a href="https://www.ede.nl/paspoort">www.ede.nl</a>"#, Official),
        ("[@POL_Ede](https://www.politie.nl)", Official),
        (r#"<a href="https://www.digid.nl">mijn.overheid.nl</a>"#, Official),
        (r#"<a href="https://www.toeslagen.nl">belastingdienst.nl/toeslagen</a>"#, Official),
    ]);
}

#[test]
fn a_sender_with_the_mailbox_of_another_body_is_not_confirmed() {
    hold(&[
        ("From: Politie <info@svb.nl>", Unconfirmed),
        ("From: Politie <info@svb.nl>\n\nKijk op https://www.politie.nl", Unconfirmed),
        ("From: Gemeente Ede <info@rdw.nl>", Unconfirmed),
        ("From: GGD Hart voor Brabant <info@rivm.nl>", Unconfirmed),
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
