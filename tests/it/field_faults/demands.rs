//! What nobody official asks for, and what sounds like it.

use super::verdicts;

#[test]
fn what_is_never_asked_is_known() {
    for text in [
        "DUO: scan de QR-code in de bijlage. duo.nl",
        "DUO: scan de bijgevoegde QR-code. duo.nl",
        "DUO: vul het formulier in de bijlage in. duo.nl",
        "DigiD: keur de inlogpoging goed. digid.nl",
        "DigiD: approve the login attempt. digid.nl",
        "DigiD: beantwoord deze sms met de code. digid.nl",
        "DigiD: beantwoord deze sms, met uw eenmalige code. digid.nl",
        "DigiD: reply with the one-time code. digid.nl",
        "CJIB: koop 5 cadeaubonnen van 100 euro. cjib.nl",
        "Politie: installeer TeamViewer. politie.nl",
        "Politie: open Quick Support op uw telefoon. politie.nl",
        "Politie: download RustDesk. politie.nl",
        "Politie: druk op Win+R en plak dit. politie.nl",
        "Politie: open PowerShell. politie.nl",
        "DUO: vergeet niet uw wachtwoord te sturen. duo.nl",
        "DUO: stuur uw pincode niet later dan vrijdag. duo.nl",
        "DUO: geef uw pincode aan niemand, behalve aan onze medewerker. duo.nl",
        "DUO: geef uw pincode nooit aan anderen, maar alleen aan onze medewerker. duo.nl",
        "DUO: never share your password, except with our staff. duo.nl",
        "DUO: stuur ons per mail:\n- uw naam\n- uw pincode\n\nMeer op duo.nl",
        "DUO: bel dit nummer: 06 12345678. Meer op duo.nl",
    ] {
        verdicts(&[(text, "beware")]);
    }
}

#[test]
fn what_only_sounds_like_it_is_not() {
    for text in [
        "DUO: neem uw pinpas mee om te betalen aan de balie. duo.nl",
        "DUO: neem mee:\n- uw identiteitsbewijs\n- uw pinpas\n\nMeer op duo.nl",
        "DUO: onder de inzenders verloten wij 5 cadeaubonnen. duo.nl",
        "DUO: vergeet niet: geef uw pincode nooit aan anderen. duo.nl",
        "DUO: vergeet niet u op tijd aan te melden, niet later dan 1 mei. duo.nl",
        "Politie: installeer nooit AnyDesk als iemand belt. politie.nl",
        "DUO: scan de QR-code op de poster. duo.nl",
        "DigiD: keur de melding nooit goed als u niet zelf inlogt. digid.nl",
    ] {
        verdicts(&[(text, "official")]);
    }
}
