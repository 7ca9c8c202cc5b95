//! The words of the audit on the command line: help, headings and summaries. What rules say is in
//! [`super::rules`].

use super::Language;

words! {
    /// The words of the audit in one language.
    AuditWords []
    // Topics
    topic_naming: "Accountnamen", "Names of accounts";
    topic_display: "Schermnamen", "Display names";
    topic_badge: "Vinkjes", "Badges";
    topic_address: "Adressen in het register", "Addresses in the register";
    topic_status: "Gebruik", "Use";
    topic_coverage: "Bereik", "Coverage";
    topic_evidence: "Bewijs", "Evidence";
    // Severities, in reports
    severity_error: "fout", "error";
    severity_warning: "waarschuwing", "warning";
    severity_note: "opmerking", "note";
    severity_errors: "fouten", "errors";
    severity_warnings: "waarschuwingen", "warnings";
    severity_notes: "opmerkingen", "notes";
    certainty_likely: "waarschijnlijk", "likely";
    certainty_possible: "mogelijk", "possible";
    // Scores
    scores: "Scores", "Scores";
    score_convention: "volgt de gewoonte", "follow the convention";
    score_consistency: "één naam op alle platforms", "one name on all platforms";
    score_badges: "met vinkje, van wie bekeken is", "with a badge, of those looked at";
    score_observed: "vinkje ooit bekeken", "badge ever looked at";
    score_freshness: "bewijs vers", "evidence fresh";
    score_nothing: "niets om te tellen", "nothing to count";
    share: "{percent}% ({some} van {all})", "{percent}% ({some} of {all})";
    // The report
    nothing_found: "Niets gevonden.", "Nothing found.";
    summary: "Samen: {counts}.", "In all: {counts}.";
    looked_at: "Bekeken: {count} organisaties.", "Looked at: {count} organisations.";
    looked_at_one: "Bekeken: 1 organisatie.", "Looked at: 1 organisation.";
    looked_at_entries: "Bekeken: {count} vermeldingen in {file}.", "Looked at: {count} entries of {file}.";
    hidden: "Weggelaten omdat ze in de nullijst staan: {count}.", "Left out because they are in the baseline: {count}.";
    gone: "Niet meer gevonden en uit de nullijst te schrappen: {count}.", "No longer found, and to be taken off the baseline: {count}.";
    gone_entry: "{rule} {hint} ({fingerprint})", "{rule} {hint} ({fingerprint})";
    line: "regel {line}", "line {line}";
    // The report to send round
    title: "Audit van officiële accounts", "Audit of official accounts";
    title_register: "Correctielijst voor het register", "Corrections for the register";
    edition: "Stand van de gids: {edition}. Beoordeeld op {today}.", "Edition of the directory: {edition}. Judged on {today}.";
    subject_register: "Vermeldingen uit {file}, naast de gids gelegd.", "Entries of {file}, held against the directory.";
    not_proof: "Een bevinding is geen oordeel over echtheid: zij zegt wat een burger kan misleiden of ophouden. Wat niemand heeft bekeken, is onbekend, niet afwezig.", "A finding is no verdict on what is real: it says what can mislead or hold up a citizen. What nobody has looked at is unknown, not absent.";
    column_family: "familie", "family";
    column_severity: "ernst", "severity";
    column_count: "aantal", "count";
    column_rule: "regel", "rule";
    column_organisation: "organisatie", "organisation";
    column_found: "bevinding", "finding";
    column_certainty: "zekerheid", "certainty";
    column_advice: "wat te doen", "what to do";
    column_line: "bestandsregel", "line";
    certainty_certain: "zeker", "certain";
    why: "Waarom", "Why";
    source: "bron", "source";
    advice: "wat te doen", "what to do";
    explained_topic: "onderwerp", "topic";
    or_else: "of anders", "or else";
    findings: "Bevindingen", "Findings";
    // Help
    cli_audit: "Wat een burger doet struikelen: namen, vinkjes, bewijs en bereik", "What a citizen stumbles over: names, badges, evidence and coverage";
    cli_audit_examples: "Voorbeelden:\n  officieel audit --family police-team --platform x\n  officieel audit --organisation gemeente-zwolle\n  officieel audit --severity error --format markdown > verslag.md\n  officieel audit --format csv --delimiter ';' > bevindingen.csv\n  officieel audit --register register.csv\n  officieel audit --write-baseline bekend.json\n  officieel audit --baseline bekend.json --fail-on warning\n\nExitstatus: 0 niets van die ernst gevonden, 1 wel, 2 opdracht of bestand onbruikbaar.", "Examples:\n  officieel audit --family police-team --platform x\n  officieel audit --organisation gemeente-zwolle\n  officieel audit --severity error --format markdown > report.md\n  officieel audit --format csv --delimiter ';' > findings.csv\n  officieel audit --register register.csv\n  officieel audit --write-baseline known.json\n  officieel audit --baseline known.json --fail-on warning\n\nExit status: 0 nothing of that severity found, 1 something, 2 unusable arguments or file.";
    cli_explain: "Leg een regel van de audit uit: waarom, en wat te doen", "Explain a rule of the audit: why, and what to do";
    cli_explain_examples: "Voorbeelden:\n  officieel explain\n  officieel explain naming-convention", "Examples:\n  officieel explain\n  officieel explain naming-convention";
    cli_arg_family: "Vergelijk binnen deze familie: een soort, zoals police-team, of een organisatie met alles eronder; anders elke soort voor zich", "Compare within this family: a kind, such as police-team, or an organisation and all under it; otherwise each kind for itself";
    cli_arg_kind: "Alleen organisaties van deze soort, zoals municipality", "Only organisations of this kind, such as municipality";
    cli_arg_organisation: "Alleen deze organisatie en wat eronder valt: haar id, of een officieel id", "Only this organisation and what falls under it: its id, or an official id";
    cli_arg_platform: "Alleen dit platform, zoals x of mastodon", "Only this platform, such as x or mastodon";
    cli_arg_rule: "Alleen deze regel; mag vaker", "Only this rule; may be given more than once";
    cli_arg_rule_explained: "De regel, zoals naming-convention; anders alle", "The rule, such as naming-convention; otherwise all";
    cli_arg_severity: "Alleen deze ernst en hoger: note, warning of error", "Only this severity and above: note, warning or error";
    cli_arg_register: "Leg een uittreksel uit het register naast de gids, als CSV", "Hold a register extract, as CSV, against the directory";
    cli_arg_format: "text (anders), json, csv, markdown, sarif of junit", "text (otherwise), json, csv, markdown, sarif or junit";
    cli_arg_delimiter: "Tussen de cellen van CSV: , (anders) ; of tab", "Between the cells of CSV: , (otherwise) ; or tab";
    cli_arg_fail_on: "Vanaf welke ernst de exitstatus 1 is: note (anders), warning of error", "From which severity on the exit status is 1: note (otherwise), warning or error";
    cli_arg_baseline: "Laat de bevindingen in dit bestand weg", "Leave out the findings in this file";
    cli_arg_write_baseline: "Schrijf alles wat nu gevonden wordt in dit bestand, en laat het weg", "Write all that is found now to this file, and leave it out";
    cli_value_family: "FAMILIE", "FAMILY";
    cli_value_kind: "SOORT", "KIND";
    cli_value_rule: "REGEL", "RULE";
    cli_value_severity: "ERNST", "SEVERITY";
    cli_value_format: "VORM", "FORMAT";
    cli_value_sign: "TEKEN", "SIGN";
    // Complaints
    unknown_kind: "\"{given}\" is geen bekende soort; kies uit {known}.", "\"{given}\" is no known kind; choose one of {known}.";
    unknown_family: "\"{given}\" is geen familie: geen soort, en geen id van een organisatie.", "\"{given}\" is no family: no kind, and no id of an organisation.";
    unknown_organisation: "\"{given}\" is geen id van een organisatie.", "\"{given}\" is no id of an organisation.";
    unknown_rule: "\"{given}\" is geen regel; `officieel explain` noemt ze alle.", "\"{given}\" is no rule; `officieel explain` names them all.";
    rule_of_register: "De regel {rule} gaat over een register; noem het met --register.", "The rule {rule} is about a register; name one with --register.";
    rule_of_directory: "De regel {rule} gaat over de gids; laat --register weg.", "The rule {rule} is about the directory; leave --register out.";
    not_written: "{file} is niet te schrijven: {why}", "{file} can't be written: {why}";
    baseline_written: "In {file} geschreven: {count} bevindingen.", "Written to {file}: {count} findings.";
    baseline_stream: "--write-baseline vraagt om een bestand: op de standaarduitvoer komt het verslag al.", "--write-baseline needs a file: the report goes to standard output already.";
    input_twice: "De standaardinvoer kan maar één bestand zijn.", "Standard input can be one file only.";
    no_organisation: "Geen organisatie valt onder {filters} tegelijk, dus er valt niets te beoordelen; laat er een weg.", "No organisation falls under {filters} at once, so that there is nothing to judge; leave one out.";
    no_organisation_of: "Geen organisatie in de gids valt onder {filters}, dus er valt niets te beoordelen; kies een andere.", "No organisation of the directory falls under {filters}, so that there is nothing to judge; choose another.";
    nobody_on: "Niemand in de gids heeft een account op {platform}, dus er valt niets te beoordelen; kies een ander platform.", "Nobody in the directory has an account on {platform}, so that there is nothing to judge; choose another platform.";
    none_of_these_on: "Geen van de gekozen organisaties heeft een account op {platform}, dus er valt niets te beoordelen; kies er meer, of een ander platform.", "None of the chosen organisations has an account on {platform}, so that there is nothing to judge; choose more of them, or another platform.";
    no_entry: "Geen van de {count} vermeldingen in {file} valt onder {filters}, dus er valt niets te beoordelen.", "None of the {count} entries of {file} falls under {filters}, so that there is nothing to judge.";
    filters_and: "en", "and";
    on_platform: "op {platform}", "on {platform}";
    behind_arrow: "wat achter de pijl staat", "what stands behind the arrow";
}
