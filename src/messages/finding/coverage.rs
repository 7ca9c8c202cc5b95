//! The words of the rules about which channels there are.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    CoverageNone {
        title: "Geen account bekend", "No account known";
        found: "Van {organisation} is{on} geen enkel account bekend.", "No account of {organisation} is known{on}.";
        why: "Burgers zoeken een organisatie op het platform dat zij gebruiken. Is er niets, of weet niemand wat echt is, dan vinden zij wie de naam wél gebruikt. Dit zegt niet dat de organisatie geen account heeft: alleen dat geen van de bronnen er een noemt. Het landelijke register noemt bijna nooit accounts.", "Citizens look for an organisation on the platform that they use. Where there is nothing, or nobody knows what is genuine, they find whoever does use the name. This does not say that the organisation has no account: only that none of the sources names one. The national register hardly ever names accounts.";
        advice: "Heeft de organisatie accounts, noem ze dan op de eigen website en meld ze hier; heeft zij er geen, zeg dat dan op de website.", "If the organisation has accounts, name them on its own website and report them here; if it has none, say so on the website.";
        together: "Van deze organisaties is{on} geen enkel account bekend.", "No account of these organisations is known{on}.";
        each: "{organisation}", "{organisation}";
    }
    CoverageGap {
        title: "Bekend, maar nog niet gevonden", "Known, but not found yet";
        found: "Van {organisation} is iets bekend waarvan de naam ontbreekt: {gap} (gezien {date}, {url})", "Something is known of {organisation} that lacks its name: {gap} (seen {date}, {url})";
        why: "Anderen hebben beschreven dat deze accounts er zijn, maar geen enkele bron zegt welke het zijn. Zolang dat zo is, kan niemand hier nagaan of een account met die naam echt is, en heeft een namaker vrij spel.", "Others have described that these accounts exist, but no source says which they are. As long as that is so, nobody can find out here whether an account of that name is genuine, and whoever imitates it has an easy time.";
        advice: "Noem de accounts op de eigen website en meld ze hier, met die pagina als bewijs.", "Name the accounts on the own website and report them here, with that page as evidence.";
        together: "Van deze organisaties is iets bekend waarvan de naam ontbreekt.", "Something is known of these organisations that lacks its name.";
        each: "{organisation}: {gap} (gezien {date}, {url})", "{organisation}: {gap} (seen {date}, {url})";
    }
    CoverageLogin {
        title: "Accounts alleen met inloggen te lezen", "Accounts can only be read after logging in";
        found: "Alle bekende accounts van {organisation} staan op platforms die zonder inloggen niet of maar deels te lezen zijn: {platforms}.", "All known accounts of {organisation} are on platforms that cannot, or only partly, be read without logging in: {platforms}.";
        why: "Wie geen account bij zo'n bedrijf heeft of wil, leest niets. In juli 2023 wees een NL-Alert bij storm naar een account dat zonder inloggen niet te lezen was; veiligheidsregio's zijn daarna gestopt met verwijzen. Nieuws van de overheid hoort voor iedereen leesbaar te zijn. Is er een website bekend, dan telt dit minder zwaar: alleen platforms waar zonder inloggen helemaal niets te lezen is, worden dan nog genoemd.", "Who has no account with such a company, or wants none, reads nothing. In July 2023 an alert during a storm pointed to an account that could not be read without logging in; safety regions then stopped referring to it. What the government has to say should be readable for all. Where a website is known this weighs less: only platforms on which nothing at all can be read without logging in are mentioned then.";
        advice: "Plaats hetzelfde nieuws ook op de eigen website, als RSS of op een open platform zoals Mastodon, en verwijs daarheen.", "Publish the same news on the own website, as RSS or on an open platform such as Mastodon as well, and refer to that.";
        together: "Alle bekende accounts van deze organisaties staan op platforms die zonder inloggen niet of maar deels te lezen zijn.", "All known accounts of these organisations are on platforms that cannot, or only partly, be read without logging in.";
        each: "{organisation} ({platforms})", "{organisation} ({platforms})";
    }
    CoverageOwn {
        title: "Geen account op een domein van de overheid", "No account on a domain of the government";
        found: "Alle bekende accounts van {organisation} staan bij bedrijven ({platforms}); geen ervan staat op een domein van de overheid.", "All known accounts of {organisation} are with companies ({platforms}); none is on a domain of the government.";
        why: "Bij een account op een eigen domein, zoals social.overheid.nl, bewijst het adres zelf dat het echt is, en beslist geen bedrijf wie het mag lezen. De overheid heeft daarvoor sinds 2023 een eigen server, en in de Tweede Kamer is in 2025 gevraagd om minder afhankelijk te zijn van een handvol Amerikaanse platforms.", "The address of an account on a domain of the government, such as social.overheid.nl, is itself proof that it is genuine, and no company decides who may read it. The government has had a server of its own for this since 2023, and in parliament it was asked in 2025 to depend less on a handful of American platforms.";
        advice: "Overweeg een account op de server van de overheid, of een naam op Bluesky die het eigen domein is.", "Consider an account on the server of the government, or a name on Bluesky that is the own domain.";
        together: "Alle bekende accounts van deze organisaties staan bij bedrijven; geen ervan staat op een domein van de overheid.", "All known accounts of these organisations are with companies; none is on a domain of the government.";
        each: "{organisation} ({platforms})", "{organisation} ({platforms})";
    }
    CoverageEmergency {
        title: "Hulpdienst zonder open kanaal", "Emergency service without an open channel";
        found: "Van {organisation} is geen website, geen telefoonnummer en geen vrij leesbaar account bekend, wel accounts op {platforms}.", "No website, telephone number or account that all can read is known of {organisation}; accounts on {platforms} are.";
        why: "Bij een brand, een ramp of een vermissing moet iedereen meteen kunnen lezen wat er aan de hand is, ook wie nergens een account heeft. Een kanaal achter een inlogscherm laat dan juist de mensen zonder antwoord die het nodig hebben.", "In a fire, a disaster or a search for a missing person all must be able to read at once what is going on, also those who have no account anywhere. A channel behind a login then leaves the very people without an answer who need it.";
        advice: "Leg de website en het telefoonnummer vast, of die van de organisatie erboven, en zorg voor een kanaal dat zonder inloggen te lezen is.", "Record the website and the telephone number, or those of the organisation above it, and see to a channel that can be read without logging in.";
    }
    CoverageDiscouraged {
        title: "Platform dat wordt ontraden", "Platform advised against";
        found: "{organisation} gebruikt {account} op {platform}. {policy} ({date}, {url})", "{organisation} uses {account} on {platform}. In Dutch: {policy} ({date}, {url})";
        why: "Een platform dat de overheid haar eigen mensen afraadt, is moeilijk uit te leggen als plaats om burgers te spreken. Soms is daar een goede reden voor, zoals jongeren bereiken; dan hoort die reden, met de maatregelen, ergens te staan.", "A platform that the government advises its own people against is hard to explain as a place to speak to citizens. At times there is a good reason, such as reaching young people; then that reason, with the precautions taken, should stand somewhere.";
        advice: "Ga na of het advies voor deze organisatie geldt. Leg vast waarvoor het account nodig is en hoe het wordt beheerd, of stop ermee en houd de naam vast.", "Find out whether the advice is meant for this organisation. Record what the account is needed for and how it is managed, or leave and keep the name.";
    }
}
