//! The words of the rules about address.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    AddressAdmin {
        title: "Beheerpagina in plaats van het account", "A page for administrators instead of the account";
        found: "{address} is een pagina voor de beheerders van het account, niet het account zelf.", "{address} is a page for the administrators of the account, not the account itself.";
        why: "Wie geen beheerder is, ziet op zo'n adres een inlogscherm of een foutmelding. Een burger komt dus niet bij het account, en kan er niet mee nagaan of een account echt is.", "Who is no administrator meets a login or an error there. A citizen does not get to the account, and can't use the entry to find out whether an account is real.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
        otherwise: "Open het account zonder ingelogd te zijn, en wijzig het adres in dat van die pagina.", "Open the account without being logged in, and change the address to that of the page you see.";
    }
    AddressNoAccount {
        title: "Het adres is geen account", "The address is no account";
        found: "{address} is geen account op {platform}, maar een zoekpagina, een bericht of een andere pagina.", "{address} is no account on {platform}, but a search page, a post or some other page.";
        why: "Een zoekpagina laat iedereen iets anders zien, en ook nepaccounts. Een bericht verdwijnt, en de voorpagina van een platform zegt niets. De burger moet zelf raden welk account bedoeld is.", "A search page shows everyone something else, imitations among it. A post disappears, and the front page of a platform says nothing. The citizen is left to guess which account is meant.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
        otherwise: "Zoek het account op en wijzig het adres in dat van het account zelf. Is er geen account, haal de regel dan weg.", "Look the account up and change the address to that of the account itself. Take the entry out if there is none.";
    }
    AddressCutOff {
        title: "Het adres lijkt afgebroken", "The address seems to be cut off";
        found: "{address} houdt midden in een woord op; er staat wel een account {name} in de lijst.", "{address} stops in the middle of a word; an account {name} is listed.";
        why: "Bij een afgebroken naam komt de burger op een foutmelding uit. Erger: wie de kortere naam vastlegt, krijgt de bezoekers van het register op zijn nepaccount.", "A name that is cut off leads to an error. Worse: who takes the shorter name gets the visitors of the register on an imitation.";
        advice: "Controleer of {name} bedoeld is, en wijzig het adres dan in {proposal}.", "Check whether {name} is meant, and if so change the address to {proposal}.";
    }
    AddressPersonal {
        title: "Profiel van een persoon", "The profile of a person";
        found: "{address} is op {platform} een profiel voor personen, geen pagina van een organisatie.", "{address} is a profile for persons on {platform}, not the page of an organisation.";
        why: "Een profiel voor personen hoort bij één mens. Niets erop wijst op een organisatie, anderen kunnen het niet beheren, en het verdwijnt als die mens vertrekt. De burger kan niet zien dat de organisatie er spreekt.", "A profile for persons belongs to one human being. It bears no mark of an organisation, others can't manage it, and it leaves when that person does. A citizen can't see that the organisation speaks there.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
        otherwise: "Neem het adres van de pagina van de organisatie op. Is die er niet, maak haar dan aan of haal de regel weg.", "Enter the page of the organisation. If there is none, create it or take the entry out.";
    }
    AddressBroken {
        title: "Geen volledig adres", "Not a whole address";
        found: "{address} is geen volledig adres: het begint niet met https:// of het is verkeerd getypt.", "{address} is not a whole address: it does not begin with https://, or it is miswritten.";
        why: "Van zo'n tekst maken websites en programma's geen koppeling die werkt. Wie hem overtikt, kan op een ander adres uitkomen.", "Websites and programs can't make a link that works of such a text. Who types it over may end up at another address.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
        otherwise: "Open het account in een browser en neem het hele adres over, met https:// ervoor.", "Open the account in a browser and copy the whole address, with https:// before it.";
    }
    AddressMisfiled {
        title: "Onder het verkeerde platform", "Under the wrong platform";
        found: "{address} staat onder {platform}, maar het is een adres van {actual}.", "{address} is filed under {platform}, but it is an address of {actual}.";
        why: "Wie het account op het genoemde platform zoekt, komt ergens anders uit. Het lijkt alsof de organisatie daar een account heeft dat er niet is, en zo'n leeg plekje vult een ander graag op.", "Who looks for the account on the platform that is named ends up elsewhere. The organisation seems to have an account there that does not exist, and others gladly fill such a gap.";
        advice: "Wijzig het adres in {proposal}, of zet het onder het platform of bij de website waar het hoort.", "Change the address to {proposal}, or file it under the platform or with the website that it belongs to.";
        otherwise: "Zet het adres onder het platform of bij de website waar het hoort, of wijzig het in dat van het account op {platform}.", "File the address under the platform or with the website that it belongs to, or change it to that of the account on {platform}.";
    }
    AddressTracking {
        title: "Overbodig aanhangsel aan het adres", "Needless parameters in the address";
        found: "{address} bevat een aanhangsel dat niet nodig is: {parameters}.", "{address} carries what it does not need: {parameters}.";
        why: "Zulke aanhangsels komen mee als iemand een adres kopieert. Sommige vertellen het platform waar de bezoeker vandaan komt, andere tonen de pagina in één taal of zoals een beheerder haar ziet. Vergelijken op adres lukt er slechter door.", "Such parameters come along when somebody copies an address. Some tell the platform where the visitor comes from, others show the page in one language or as an administrator sees it. They make it harder to compare addresses.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
    }
    AddressTyped {
        title: "Naam en adres noemen verschillende accounts", "Name and address mean different accounts";
        found: "Als naam op {platform} staat er ‘{typed}’, maar {address} is het account {name}.", "The name on {platform} is given as ‘{typed}’, but {address} is the account {name}.";
        why: "De ingevulde naam kan op het platform van een ander zijn. Wie op naam zoekt, komt dan bij een vreemde uit, met het register als bewijs. Twee antwoorden op één vraag maken het register ongeschikt om een account mee te controleren.", "The name that was entered can belong to somebody else on the platform. Who searches by name then ends up with a stranger, on the word of the register. Two answers to one question make the register unfit for checking an account.";
        advice: "Wijzig de naam in {name}. Het adres is {proposal}.", "Change the name to {name}. The address is {proposal}.";
    }
    AddressTypo {
        title: "Typefout in de naam", "A slip in the name";
        found: "Als naam op {platform} staat er ‘{typed}’; dat lijkt een typefout voor {name}.", "The name on {platform} is given as ‘{typed}’, which seems to be a slip of {name}.";
        why: "Nepaccounts gebruiken juist namen die op een typefout lijken. Staat zo'n naam in het register, dan lijkt het nepaccount het echte, en het echte het nepaccount.", "Imitations use the very names that look like a slip. Where such a name stands in the register, the imitation looks real and the real account looks like an imitation.";
        advice: "Controleer hoe het account heet, en wijzig de naam in {name}. Het adres is {proposal}.", "Check what the account is called, and change the name to {name}. The address is {proposal}.";
    }
    AddressDisplayName {
        title: "Schermnaam in plaats van de naam", "A display name instead of the name";
        found: "Als naam staat er ‘{typed}’; zo kan een account op {platform} niet heten. Meestal is het de schermnaam.", "The name is given as ‘{typed}’; no account on {platform} can be called that. As a rule it is the display name.";
        why: "Een schermnaam kan iedereen kiezen en op elk moment wijzigen: ook een nepaccount. Alleen de naam in het adres is van één account. Met een schermnaam in het register kan niemand nagaan of een account het echte is.", "Anyone can choose a display name and change it at any time, an imitation too. Only the name in the address belongs to one account. With a display name in the register nobody can check whether an account is the real one.";
        advice: "Wijzig de naam in {name}. Het adres is {proposal}.", "Change the name to {name}. The address is {proposal}.";
        otherwise: "Het adres noemt alleen een code van het account, {name}. Kijk op de pagina zelf hoe het account heet, en neem die naam over.", "The address gives no more than a code of the account, {name}. See on the page itself what the account is called, and enter that name.";
    }
    AddressShortName {
        title: "Naam zonder einde", "A name without its end";
        found: "Als naam op {platform} staat er ‘{typed}’; de hele naam is {name}.", "The name on {platform} is given as ‘{typed}’; the whole name is {name}.";
        why: "Hier hoort het domein bij de naam: dezelfde naam met een ander einde is van een ander. Zonder het einde is niet te zien welk account bedoeld is.", "Here the domain is part of the name: the same name with another end is somebody else's. Without the end nobody can see which account is meant.";
        advice: "Wijzig de naam in {name}. Het adres is {proposal}.", "Change the name to {name}. The address is {proposal}.";
    }
    AddressOldDomain {
        title: "Oud domein van het platform", "A domain that the platform has left";
        found: "{address} staat op {domain}; {platform} gebruikt nu een ander domein.", "{address} is on {domain}; {platform} now uses another domain.";
        why: "Het oude domein stuurt door zolang het platform dat wil. Daarna is het adres dood, of van een ander. Wie het echte adres wil kennen, leert hier het verkeerde.", "The old domain leads on for as long as the platform wants it to. After that the address is dead, or somebody else's. Who wants to know the real address learns the wrong one here.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
    }
    AddressInsecure {
        title: "Adres zonder beveiliging", "An address without security";
        found: "{address} begint met http:// en niet met https://.", "{address} begins with http:// and not with https://.";
        why: "Op een onbeveiligde verbinding kan een ander meelezen, of de bezoeker naar een andere pagina sturen. De platforms zelf zijn allang op https te bereiken.", "On a connection that is not secured others can read along, or send the visitor to another page. The platforms themselves have long been reached by https.";
        advice: "Wijzig het adres in {proposal}.", "Change the address to {proposal}.";
    }
}
