//! The words of the rules about display names.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    DisplaySame {
        title: "Dezelfde schermnaam", "Same display name";
        found: "{count} accounts op {platform} hebben dezelfde schermnaam, “{name}”: {accounts}.", "{count} accounts on {platform} all show as “{name}”: {accounts}.";
        why: "In berichten, zoekresultaten en meldingen staat de schermnaam vooraan. Heten meer accounts daar hetzelfde, dan weet een lezer niet of de helpdesk spreekt, de hoofdorganisatie of een ander. Een nepaccount met die schermnaam valt er dan ook niet tussen op. Dat één organisatie op verschillende platforms hetzelfde heet, is juist goed.", "Posts, search results and notifications put the display name first. Where several accounts show the same one, a reader cannot tell the helpdesk from the head office or from someone else. An imitation with that display name does not stand out among them either. That one organisation bears one name on several platforms is as it should be.";
        advice: "Zet in elke schermnaam waar het account voor is, zoals “{name} Helpdesk” of een plaatsnaam.", "Say in each display name what the account is for, as in “{name} Helpdesk” or the name of a place.";
    }
    DisplayDisagrees {
        title: "Schermnaam en accountnaam verschillen", "Display name and account name differ";
        found: "{account} op {platform} heeft als schermnaam “{name}”; die heeft niets gemeen met de accountnaam en niets met {organisation}.", "{account} on {platform} shows as “{name}”, which shares nothing with the name of the account nor with {organisation}.";
        why: "De schermnaam kan iedereen kiezen; alleen de naam van het account is uniek. Wijst de schermnaam ergens anders heen, dan lijkt een echt account nagemaakt of overgenomen, en leren lezers om op de verkeerde van de twee te letten.", "Anyone can choose any display name; only the name of the account is unique. Where the display name points elsewhere, a genuine account looks copied or taken over, and readers learn to look at the wrong one of the two.";
        advice: "Noem de organisatie, het ambt of de plaats in de schermnaam, ook als een persoon namens haar spreekt.", "Name the organisation, the office or the place in the display name, also where a person speaks for it.";
    }
}
