//! The words of the rules about what the claim that an account is official rests on.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    EvidenceReported {
        title: "Alleen anderen noemen het officieel", "Only others call it official";
        found: "Dat {account} op {platform} van {organisation} is, zeggen alleen anderen: {sources} (gezien {date}).", "That {account} on {platform} belongs to {organisation} is said only by others: {sources} (seen {date}).";
        why: "Een lijst van vrijwilligers, Wikidata of een krant kan het mis hebben of verouderd zijn, en iedereen kan er een account in zetten. Zolang de overheid het niet zelf zegt, kan een burger het niet zeker weten en deze lijst evenmin.", "A list by volunteers, Wikidata or a newspaper can be wrong or out of date, and anyone can get an account into them. As long as the government does not say so itself, no citizen can be sure of it, and neither can this list.";
        advice: "Noem het account op de eigen website of in het Register van Overheidsorganisaties.", "Name the account on the own website or in the national register of government organisations.";
        together: "Van wie deze accounts zijn, zeggen alleen anderen: {sources} (gezien {date}).", "Whose accounts these are is said only by others: {sources} (seen {date}).";
        each: "{account} op {platform}, van {organisation}", "{account} on {platform}, of {organisation}";
    }
    EvidenceAged {
        title: "Bewijs is oud", "Evidence is old";
        found: "Dat {account} op {platform} van {organisation} is, zei de overheid voor het laatst op {date}: langer dan {months} maanden geleden.", "That {account} on {platform} belongs to {organisation} was last said by the government on {date}: more than {months} months ago.";
        why: "Accounts worden hernoemd, verlaten en overgenomen. Een bewijs van jaren geleden zegt wie de naam toen had, niet wie hem nu heeft.", "Accounts are renamed, left and taken over. Evidence of years ago says who had the name then, not who has it now.";
        advice: "Kijk of de eigen website er nog naar verwijst en leg dat vast met de datum van vandaag.", "See whether the own website still links to it and record that with the date of today.";
        together: "Van wie deze accounts zijn, zei de overheid voor het laatst op {date}: langer dan {months} maanden geleden.", "Whose accounts these are was last said by the government on {date}: more than {months} months ago.";
        each: "{account} op {platform}, van {organisation}", "{account} on {platform}, of {organisation}";
    }
    EvidenceDisagrees {
        title: "Bronnen spreken elkaar tegen", "Sources disagree";
        found: "Verschillende bronnen noemen verschillende accounts van {organisation} op {platform}: {accounts}.", "Different sources name different accounts of {organisation} on {platform}: {accounts}.";
        why: "Noemt de ene bron dit account en de andere dat, dan is een van de twee vaak hernoemd, verlaten of nooit het hoofdaccount geweest. Een burger ziet twee namen en kiest er een, en een vrijgekomen oude naam is precies wat een oplichter zoekt.", "Where one source names this account and another that, one of the two was often renamed, left, or never the main account. A citizen sees two names and picks one, and an old name that fell free is just what a fraudster looks for.";
        advice: "Ga na welke in gebruik is, leg van de andere vast wat ervan geworden is, en van beide waarvoor zij zijn als er echt twee zijn.", "Find out which is in use, record what became of the other, and what each is for if there really are two.";
    }
    EvidenceSingle {
        title: "Maar één bron", "Only one source";
        found: "Dat {account} op {platform} van {organisation} is, zegt één bron: {source}.", "That {account} on {platform} belongs to {organisation} is said by one source: {source}.";
        why: "Ook een officieel register bevat typefouten en namen die allang veranderd zijn. Met een tweede bron, liefst de eigen website, valt zo'n fout op. Een verwijzing heen en terug, van website naar account en van account naar website, bewijst het zonder dat iemand het hoeft te geloven.", "An official register too holds slips and names that changed long ago. A second source, best the own website, brings such a fault to light. A link both ways, from website to account and back, proves it without anyone having to take it on trust.";
        advice: "Verwijs vanaf de eigen website naar het account, en vanuit het profiel terug naar de website.", "Link from the own website to the account, and from the profile back to the website.";
        together: "Van wie deze accounts zijn, zegt één bron: {source}.", "Whose accounts these are is said by one source: {source}.";
        each: "{account} op {platform}, van {organisation}", "{account} on {platform}, of {organisation}";
    }
}
