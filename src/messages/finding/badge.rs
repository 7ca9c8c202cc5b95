//! The words of the rules about badges.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    BadgeUnknown {
        title: "Vinkje nooit bekeken", "Badge never looked at";
        found: "Accounts in de familie “{family}” op {platform} waarvan niet bekend is of er een vinkje bij staat: {count} van {all}.", "Accounts in the family “{family}” on {platform} of which it is not known whether they show a badge: {count} of {all}.";
        why: "Veel lezers letten op het vinkje. Zolang niemand heeft genoteerd welke accounts er een hebben, kan de familie er geen afspraak over maken en ziet niemand het als er een wegvalt. Onbekend betekent hier niet: geen vinkje.", "Many readers look at the badge. As long as nobody has written down which accounts have one, the family cannot agree on a line and nobody sees when one goes missing. Unknown does not mean: no badge.";
        advice: "Bekijk de accounts één keer en leg per account vast welk vinkje er staat, of dat er geen staat, met de datum.", "Look at the accounts once and record for each which badge it shows, or that it shows none, with the date.";
        together: "Van deze accounts in de familie “{family}” is niet bekend of er een vinkje bij staat.", "Of these accounts in the family “{family}” it is not known whether they show a badge.";
        each: "{platform}: {count} van {all}", "{platform}: {count} of {all}";
    }
    BadgeAbsent {
        title: "Geen vinkje, verwante accounts wel", "No badge, though kin have one";
        found: "{account} op {platform} had op {date} geen vinkje; {sibling} uit dezelfde familie ({family}) heeft er wel een: {badge}.", "{account} on {platform} showed no badge on {date}; {sibling} of the same family ({family}) has one: {badge}.";
        why: "Wie één account van een familie met een vinkje kent, houdt het account zonder vinkje voor nep. Verschil tussen zulke accounts kost dus vertrouwen, juist bij het echte account. Niet elk account komt voor elk vinkje in aanmerking: dan is uitleg op de eigen website het beste wat kan.", "Who knows one account of a family with a badge takes the one without for an imitation. The difference costs trust, and costs it the genuine account. Not every account qualifies for every badge: then an explanation on the own website is the best there is.";
        advice: "Vraag het vinkje ook voor dit account aan, of noem het account op de eigen website, zodat lezers het kunnen nagaan.", "Apply for the badge for this account too, or name the account on the own website so that readers can check it.";
    }
    BadgeMixed {
        title: "Verschillende vinkjes in één familie", "Different badges in one family";
        found: "De familie “{family}” heeft op {platform} verschillende soorten vinkjes: {kinds}.", "The family “{family}” shows different kinds of badges on {platform}: {kinds}.";
        why: "Het ene vinkje is verdiend of voor overheden, het andere is gekocht. Staan ze in één familie door elkaar, dan kan een lezer niet meer weten op welk teken hij moet letten, en leert hij een gekocht vinkje te vertrouwen.", "One badge is earned or meant for governments, another is bought. Where they are mixed in one family, a reader cannot know which sign to look for, and learns to trust a badge that is for sale.";
        advice: "Spreek per platform af welk vinkje de familie gebruikt: dat voor overheden, als dat er is.", "Agree for each platform which badge the family shows; the one for governments where there is one.";
    }
    BadgeOld {
        title: "Vinkje lang geleden gezien", "Badge seen long ago";
        found: "Wat over het vinkje van {account} op {platform} bekend is, is gezien op {date}: langer dan {months} maanden geleden.", "What is known of the badge of {account} on {platform} was seen on {date}: more than {months} months ago.";
        why: "Platforms veranderen wat hun vinkjes betekenen en wie ze krijgt, soms binnen een jaar. Een oude waarneming zegt niet wat een lezer vandaag ziet.", "Platforms change what their badges mean and who gets them, at times within a year. An old observation does not say what a reader sees today.";
        advice: "Kijk opnieuw en leg het vast, met de datum van vandaag.", "Look again and record it with the date of today.";
        together: "Gezien op {date}, langer dan {months} maanden geleden.", "Seen on {date}, more than {months} months ago.";
        each: "{account} op {platform}", "{account} on {platform}";
    }
    BadgeEnded {
        title: "Vinkje bestaat niet meer", "Badge no longer given";
        found: "{account} op {platform} had op {date} “{badge}”. Die soort bestond tot en met {until}.", "{account} on {platform} showed “{badge}” on {date}. That kind lasted until {until}.";
        why: "Een vinkje dat is afgeschaft, bewijst niets meer. Wie er nog naar verwijst, in uitleg of op een website, stuurt lezers naar een teken dat verdwenen is of dat er nu hetzelfde uitziet als een gekocht vinkje.", "A badge that was abolished proves nothing any more. Who still refers to it, in an explanation or on a website, sends readers to a sign that is gone or that now looks the same as one that is bought.";
        advice: "Kijk welk vinkje er nu staat en leg dat vast; haal verwijzingen naar het oude teken weg.", "Look which badge is there now and record it; remove references to the old sign.";
        together: "Deze accounts hadden op {date} “{badge}”. Die soort bestond tot en met {until}.", "These accounts showed “{badge}” on {date}. That kind lasted until {until}.";
        each: "{account} op {platform}", "{account} on {platform}";
    }
    BadgeBought {
        title: "Vinkje is te koop", "Badge can be bought";
        found: "{account} op {platform} had op {date} “{badge}”, een vinkje waarvoor wordt betaald.", "{account} on {platform} showed “{badge}” on {date}, a badge that is paid for.";
        why: "Een betaald vinkje zegt dat er betaald is, niet wie er spreekt; een nepaccount kan het ook kopen. Lezers die er toch op letten, worden zo juist kwetsbaarder.", "A paid badge says that somebody paid, not who speaks; an imitation can buy it too. Readers who look for it all the same become more vulnerable, not less.";
        advice: "Noem het vinkje niet als bewijs van echtheid; verwijs op de eigen website naar het account, en kies een teken voor overheden waar dat er is.", "Do not name the badge as proof; link to the account from the own website, and choose a sign for governments where there is one.";
    }
    BadgeRename {
        title: "Andere naam kost het vinkje", "A new name costs the badge";
        found: "{account} op {platform} heeft een vinkje ({badge}) dat vervalt als het account een andere naam krijgt, of dat een andere naam niet toelaat.", "{account} on {platform} has a badge ({badge}) that goes, or stands in the way, when the account gets another name.";
        why: "Een voorstel om de naam gelijk te trekken lost het ene op en kost soms het andere: op sommige platforms vervalt het vinkje zodra het account anders heet, en op andere kan de naam niet eens meer veranderen. Dat is goed om te weten vóór iemand de naam wijzigt.", "A proposal to bring names into line mends one thing and may cost another: on some platforms the badge goes as soon as the account is called otherwise, and on others the name cannot be changed any more. That is good to know before somebody changes it.";
        advice: "Weeg af of de naam {proposal} het vinkje waard is, en vraag het platform vooraf hoe het terugkomt.", "Weigh whether the name {proposal} is worth the badge, and ask the platform beforehand how to get it back.";
    }
}
