//! The words of the rules about naming.

use super::RuleText;
use crate::audit::Rule;
use crate::audit::conventions::deviation::Excuse;
use crate::words::Language;

rule_texts! {
    NamingConvention {
        title: "Wijkt af van de gewoonte", "Breaks the convention";
        found: "{handle} volgt {template} niet; {count} van de {total} accounts in deze familie op {platform} doen dat wel ({share}%).", "{handle} does not follow {template}; {count} of the {total} accounts of this family on {platform} do ({share}%).";
        why: "Wie de gewoonte van een familie kent, vindt een account op naam en ziet aan de naam wie er spreekt. Een uitzondering kost beide. De gewoonte is de afgesproken vorm, of anders de vorm die meer dan de helft van de familie volgt. Zij bewijst niets over echtheid: ook nepaccounts volgen haar.", "Who knows the custom of a family finds an account by its name and sees from the name who speaks. An exception costs both. The custom is the declared form, or else the form that more than half of the family follows. It proves nothing about who is real: imitations follow it too.";
        advice: "Overweeg bij een volgende naamswijziging: {proposal}. Houd de oude naam dan vast.", "Consider at the next change of name: {proposal}. Keep the old name then.";
        otherwise: "Een naam volgens de gewoonte is er hier niet; noem het account op de eigen website, zodat men het daar vindt.", "No name by the custom can be had here; name the account on your own website, so that people find it there.";
        together: "Op {platform} volgen {count} van de {total} accounts in deze familie {template} ({share}%); deze niet.", "On {platform} {count} of the {total} accounts of this family follow {template} ({share}%); these do not.";
        each: "{handle}", "{handle}";
    }
    NamingNoConvention {
        title: "Geen gewoonte in de familie", "No custom in the family";
        found: "De familie “{family}” heeft op {platform} geen gewoonte: geen vorm wordt door de helft van de {total} accounts gevolgd. De meest gebruikte vormen: {templates}.", "The family “{family}” has no custom on {platform}: no form is followed by half of its {total} accounts. The forms used most: {templates}.";
        why: "Waar een gewoonte is, kan een burger de naam van een account raden en een vreemde naam herkennen. Zijn er veel vormen naast elkaar, dan lijkt elke naam goed, en dus ook die van een nepaccount. Geen van de accounts doet iets verkeerd: er is niets afgesproken.", "Where there is a custom, a citizen can guess the name of an account and notice a strange one. Where there are many forms side by side every name looks right, and so does that of an imitation. None of the accounts is to blame: nothing was agreed.";
        advice: "Spreek met elkaar één vorm af die op dit platform voor iedereen past, leg die afspraak hier vast en gebruik de vorm voor nieuwe accounts.", "Agree on one form that fits everybody on this platform, record it here and use it for new accounts.";
    }
    NamingSeparator {
        title: "Alleen het scheidingsteken wijkt af", "Only the separator differs";
        found: "{handle} volgt {template} op een punt, streepje of laag streepje na; {count} van de {total} accounts in deze familie op {platform} volgen de vorm precies ({share}%).", "{handle} follows {template} but for a point, dash or underscore; {count} of the {total} accounts of this family on {platform} follow the form exactly ({share}%).";
        why: "Een streepje of punt meer of minder valt een lezer niet op, maar voor het platform is het een andere naam. Wie de gewone vorm intypt, komt niet bij dit account uit, en een ander kan die vorm nemen.", "A reader does not notice one dash or point more or less, but to the platform it is another name. Who types the usual form does not end up at this account, and somebody else can take that form.";
        advice: "Overweeg bij een volgende naamswijziging: {proposal}. Houd de oude naam dan vast.", "Consider at the next change of name: {proposal}. Keep the old name then.";
        otherwise: "De gewone vorm is hier niet te krijgen; noem het account op de eigen website, zodat men het daar vindt.", "The usual form can't be had here; name the account on your own website, so that people find it there.";
        together: "Op {platform} volgen {count} van de {total} accounts in deze familie {template} precies ({share}%); deze op een punt, streepje of laag streepje na.", "On {platform} {count} of the {total} accounts of this family follow {template} exactly ({share}%); these do but for a point, dash or underscore.";
        each: "{handle}", "{handle}";
    }
    NamingCase {
        title: "Zonder de gebruikelijke hoofdletters", "Without the usual capitals";
        found: "{handle} volgt {template} op {platform}, maar zonder de hoofdletters ervan.", "{handle} follows {template} on {platform}, but not in its capitals.";
        why: "Platforms maken hier geen verschil tussen hoofdletters en kleine letters, dus niemand komt verkeerd uit. Wel leest een reeks namen rustiger als alle dezelfde hoofdletters hebben.", "Platforms make no difference between capitals and small letters here, so nobody ends up in the wrong place. But a row of names reads more easily where all have the same capitals.";
        advice: "Schrijf liever: {proposal}. Voor het platform blijft het dezelfde naam.", "Rather write: {proposal}. To the platform it stays the same name.";
        together: "Deze volgen {template} op {platform}, maar zonder de hoofdletters ervan.", "These follow {template} on {platform}, but not in its capitals.";
        each: "{handle}", "{handle}";
    }
    NamingShortened {
        title: "Ingekort terwijl het past", "Shortened although it fits";
        found: "{handle} schrijft “{opening}” voor {name}, terwijl de hele naam op {platform} past.", "{handle} writes “{opening}” for {name}, although the whole name fits on {platform}.";
        why: "Een afkorting kent wie er woont; wie er niet woont, herkent de plaats niet en zoekt op de hele naam. Een platform staat maar een beperkt aantal tekens toe (op X zijn dat er 15): inkorten is alleen dan nodig.", "Who lives there knows the abbreviation; who does not won't recognise the place, and searches for the whole name. A platform allows only so many characters (15 on X): only then is shortening needed.";
        advice: "Overweeg bij een volgende naamswijziging: {proposal}. Houd de oude naam dan vast.", "Consider at the next change of name: {proposal}. Keep the old name then.";
        together: "Op {platform} past de hele naam.", "On {platform} the whole name fits.";
        each: "{handle}: {opening} voor {name}", "{handle}: {opening} for {name}";
    }
    NamingFamilyWord {
        title: "De naam zegt niet van wie het is", "The name does not tell whose it is";
        found: "Aan {handle} op {platform} is niet te zien dat het van {organisation} is.", "Nobody can see from {handle} on {platform} that it is of {organisation}.";
        why: "Vaak ziet een lezer alleen de naam van het account, bij een reactie of een gedeeld bericht. Staat daar geen woord in als politie of gemeente, geen afkorting en geen naam van de organisatie, dan weet hij niet dat de overheid spreekt, en valt een nepaccount ernaast niet op.", "Often all that a reader sees is the name of the account, at a reply or a shared post. With no word such as politie or gemeente in it, no abbreviation and no name of the organisation, they can't know that the government speaks, and an imitation beside it does not stand out.";
        advice: "Kies bij een volgende naamswijziging een naam waarin staat van wie het account is, en houd de oude naam vast.", "Choose at the next change of name one that tells whose account it is, and keep the old name.";
        together: "Aan deze namen is niet te zien van wie zij zijn.", "Nobody can see from these names whose they are.";
        each: "{handle} op {platform}, van {organisation}", "{handle} on {platform}, of {organisation}";
    }
    NamingInconsistent {
        title: "Niet overal dezelfde naam", "Not the same name everywhere";
        found: "{organisation} heet niet op elk platform hetzelfde: {names}.", "{organisation} does not bear the same name on each platform: {names}.";
        why: "Wie een organisatie op het ene platform kent, zoekt haar op het andere onder dezelfde naam. Is die daar niet van haar, dan vindt men niets, of een ander. Hoofdletters en scheidingstekens tellen hierbij niet mee, evenmin als een naam die alleen is ingekort omdat het platform niet meer tekens toestaat, of die de gewoonte van de familie op dat platform volgt.", "Who knows an organisation on one platform looks for it under the same name on another. Where that name is not its own, people find nothing, or somebody else. Capitals and separators don't count here, nor does a name that is only shortened because the platform allows no more characters, or that follows the custom of the family on that platform.";
        advice: "Overal mogelijk, en in deze gids van niemand anders: {proposal}. Kijk eerst of de naam op de platforms zelf vrij is.", "Possible everywhere, and nobody else's in this directory: {proposal}. First see whether the platforms themselves have the name free.";
        otherwise: "Geen naam past overal, op elk platform en bij de gewoonte van de familie daar; noem alle accounts bij elkaar op de eigen website.", "No name fits everywhere, each platform and the custom of the family there; name all accounts in one place on your own website.";
        together: "Deze organisaties heten niet op elk platform hetzelfde.", "These organisations do not bear the same name on each platform.";
        each: "{organisation}: {names}", "{organisation}: {names}";
    }
    NamingConfusable {
        title: "Te verwarren met een ander", "Easily taken for another";
        found: "{handle} op {platform} lijkt sterk op {other} op {other_platform}, van {organisation}.", "{handle} on {platform} looks much like {other} on {other_platform}, of {organisation}.";
        why: "Beide accounts zijn officieel, maar wie een letter mist, komt bij de ander uit of stelt daar zijn vraag. Het laat ook zien hoe weinig een nepaccount hoeft te veranderen.", "Both accounts are official, but who misses a letter ends up at the other, or asks there. It also shows how little an imitation has to change.";
        advice: "Noem het andere account in de beschrijving, zodat wie verkeerd is verder kan.", "Name the other account in the description, so that people in the wrong place can go on.";
    }
}

/// What can be done where a reason asks for another advice than that of the rule, in a sentence with
/// `{places}`.
pub(super) fn advised(language: Language, excuse: &Excuse) -> Option<&'static str> {
    let (nl, en) = match excuse {
        Excuse::Unit(_) => (
            "Dit is aan de hele eenheid: neemt zij de gewoonte van de familie over, dan wordt de naam {proposal}.",
            "This is for the unit as a whole: should it take over the custom of the family, the name becomes {proposal}.",
        ),
        Excuse::Beside
        | Excuse::Purpose
        | Excuse::Note(_)
        | Excuse::Unknown
        | Excuse::Long
        | Excuse::Invalid
        | Excuse::Taken => return None,
    };
    Some(match language {
        Language::Nl => nl,
        Language::En => en,
    })
}

/// Why an account can hardly be named otherwise, in a sentence with `{places}`; empty where the account is
/// beside another that follows the convention.
pub(super) fn reason(language: Language, excuse: &Excuse) -> &'static str {
    let (nl, en) = match excuse {
        Excuse::Long | Excuse::Invalid => (
            "Dat kan ook niet: zo'n naam is te lang voor dit platform of bevat een teken dat er niet mag.",
            "It can't: such a name is too long for this platform, or has a character that it does not allow.",
        ),
        Excuse::Taken => (
            "Dat kan ook niet: die naam is van een ander account in deze gids.",
            "It can't: that name is of another account in this directory.",
        ),
        Excuse::Unknown => (
            "Hoe het dan zou heten, is uit de gids niet op te maken.",
            "What it would be called then can't be told from the directory.",
        ),
        Excuse::Note(_) => {
            ("In de gids staat hierover: {note}", "The directory says of this: {note}")
        }
        Excuse::Unit(_) => (
            "Wel volgens de gewoonte van de eigen eenheid: {unit}.",
            "By the custom of the own unit, though: {unit}.",
        ),
        Excuse::Beside | Excuse::Purpose => ("", ""),
    };
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}
