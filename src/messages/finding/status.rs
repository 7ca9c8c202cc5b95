//! The words of the rules about what has become of accounts.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    StatusEnded {
        title: "Organisatie bestaat niet meer, account misschien wel", "Organisation ended, account perhaps not";
        found: "{organisation} bestaat niet meer sinds {date}; dat {account} op {platform} gesloten of bewaard is, staat nergens.", "{organisation} has not existed since {date}; nothing says that {account} on {platform} was closed or kept.";
        why: "Een account van een organisatie die niet meer bestaat, wordt door niemand bekeken. Burgers stellen er vragen die niemand leest. Raakt de naam vrij of het wachtwoord zoek, dan spreekt een vreemde met een naam die jarenlang officieel was.", "Nobody watches the account of an organisation that is no more. Citizens ask questions there that nobody reads. Once the name falls free or the password is lost, a stranger speaks under a name that was official for years.";
        advice: "Kijk wat er van het account is geworden. Laat het verwijzen naar {proposal}, en houd de naam vast of sluit het account.", "Find out what became of the account. Let it point to {proposal}, and keep the name or close the account.";
        otherwise: "Kijk wat er van het account is geworden. Laat het verwijzen naar wie de taak nu heeft, en houd de naam vast of sluit het account.", "Find out what became of the account. Let it point to whoever has the task now, and keep the name or close the account.";
        together: "Deze organisaties bestaan niet meer; dat het account gesloten of bewaard is, staat nergens.", "These organisations exist no more; nothing says that the account was closed or kept.";
        each: "{organisation}, sinds {date}: {account} op {platform}", "{organisation}, since {date}: {account} on {platform}";
    }
    StatusParked {
        title: "Bewaard account wijst nergens heen", "Parked account points nowhere";
        found: "{account} op {platform} wordt alleen nog aangehouden; waar {organisation} nu wel te vinden is, staat er niet bij.", "{account} on {platform} is parked; where {organisation} can be found now is not said with it.";
        why: "Een naam vasthouden voorkomt dat een ander hem neemt, en dat is goed. Maar wie het account vindt en niets leest over het vertrek, denkt dat de organisatie zwijgt, of wacht er op antwoord.", "Keeping a name prevents that someone else takes it, and that is good. But who finds the account and reads nothing about the departure thinks that the organisation is silent, or waits there for an answer.";
        advice: "Zet in het profiel dat het account niet meer wordt gebruikt en waar de organisatie wel te vinden is, en leg dat adres hier vast.", "Say in the profile that the account is no longer used and where the organisation can be found, and record that address here.";
    }
    StatusLeft {
        title: "Verlaten zonder de naam te bewaren", "Left without keeping the name";
        found: "{organisation} gebruikt {account} op {platform} niet meer, en nergens staat dat de naam wordt vastgehouden.", "{organisation} no longer uses {account} on {platform}, and nothing says that the name is kept.";
        why: "Een naam die vrijkomt, kan een ander zo overnemen, met alle oude verwijzingen van websites en kranten erbij. Bij overheden in het buitenland is dat gebeurd: accounts uit een officiële lijst plaatsten opeens reclame van vreemden.", "A name that falls free can be taken by anyone, together with all the old links from websites and newspapers. It has happened to governments abroad: accounts on an official list suddenly carried the posts of strangers.";
        advice: "Ga na of de naam nog van de organisatie is. Houd het account dan aan zonder erop te plaatsen, met een verwijzing naar waar zij wel te vinden is.", "Find out whether the name still belongs to the organisation. If so, keep the account without posting, with a pointer to where it can be found.";
    }
    StatusMoved {
        title: "Verhuisd, maar waarheen?", "Moved, but where to?";
        found: "{account} op {platform} is verhuisd; een nieuw adres dat in gebruik is, is niet bekend.", "{account} on {platform} moved; no new address that is in use is known.";
        why: "Wie een verhuisd account volgde, zoekt het nieuwe. Zonder adres vindt hij het eerste dat erop lijkt, en dat hoeft niet het echte te zijn.", "Who followed an account that moved looks for the new one. Without an address they find the first that resembles it, which need not be the genuine one.";
        advice: "Leg het nieuwe adres vast, hier en in het oude profiel.", "Record the new address, here and in the old profile.";
    }
}
