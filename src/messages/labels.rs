//! What the vocabulary of the directory is called on screen, the same in the UI and on the command
//! line.

use crate::audit::Topic;
use crate::audit::{Certainty, Family, Severity};
use crate::directory::badge::Gained;
use crate::directory::evidence::{Evidence, NOTE_BADGE, NOTE_STATUS};
use crate::directory::{
    Account, Basis, Directory, Kind, Method, PhoneLabel, Purpose, Site, Status, Trust,
};
use crate::platform::LoginNeeded;
use crate::search::Field;
use crate::words::Words;

/// The word for a trust level.
pub fn trust(words: &Words, trust: Trust) -> &'static str {
    match trust {
        Trust::Confirmed => words.trust_confirmed,
        Trust::Aged => words.trust_aged,
        Trust::Reported => words.trust_reported,
    }
}

/// What the trust in an account rests on: "official source", "2 independent sources", ….
pub fn basis(words: &Words, account: &Account) -> String {
    match Basis::of(&account.evidence) {
        Basis::Official => words.basis_official.to_owned(),
        Basis::Agreeing(count) => words.basis_agreeing(&count.to_string()),
        Basis::Others => words.basis_others.to_owned(),
        Basis::Withdrawn => words.basis_withdrawn.to_owned(),
    }
}

/// The word for what has become of an account.
pub fn status(words: &Words, status: Status) -> &'static str {
    match status {
        Status::Active => words.status_active,
        Status::Parked => words.status_parked,
        Status::Left => words.status_left,
        Status::Closed => words.status_closed,
        Status::Moved => words.status_moved,
        Status::Unknown => words.status_unknown,
    }
}

/// What an account is for: by the closed list, then in the words of the file; nothing where nobody has said.
pub fn purposes(words: &Words, account: &Account) -> Option<String> {
    let all: Vec<&str> = account.purposes.iter().map(|of| purpose(words, *of)).collect();
    match (all.join(", "), account.purpose.as_deref()) {
        (all, None) if all.is_empty() => None,
        (all, Some(told)) if all.is_empty() => Some(told.to_owned()),
        (all, None) => Some(all),
        (all, Some(told)) => Some(format!("{all}: {told}")),
    }
}

/// The word for a purpose.
pub fn purpose(words: &Words, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::General => words.purpose_general,
        Purpose::Webcare => words.purpose_webcare,
        Purpose::Crisis => words.purpose_crisis,
        Purpose::Recruitment => words.purpose_recruitment,
        Purpose::Press => words.purpose_press,
        Purpose::Place => words.purpose_place,
        Purpose::Theme => words.purpose_theme,
        Purpose::Office => words.purpose_office,
    }
}

/// What a piece of evidence is, and what else there is to say of it: what an own observation is of, its note
/// tells in the words of the file.
pub fn evidence<'e>(words: &Words, evidence: &'e Evidence) -> (&'static str, Option<&'e str>) {
    let note = evidence.note.as_deref();
    match (evidence.method, note) {
        (Method::OwnObservation, Some(NOTE_BADGE)) => (words.method_own_badge, None),
        (Method::OwnObservation, Some(NOTE_STATUS)) => (words.method_own_status, None),
        (of, note) => (method(words, of), note),
    }
}

/// What a family is called: the word for its kind, or the name of its head as it stands in the directory.
pub fn family(words: &Words, directory: &Directory, family: Family) -> String {
    match family {
        Family::Kind(of) => kind(words, of).to_owned(),
        Family::Under(head) => directory.organisation(head).name.clone(),
    }
}

/// The word for a kind of organisation.
pub fn kind(words: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Ministry => words.kind_ministry,
        Kind::HighCouncil => words.kind_high_council,
        Kind::Agency => words.kind_agency,
        Kind::Inspectorate => words.kind_inspectorate,
        Kind::Defence => words.kind_defence,
        Kind::PoliceForce => words.kind_police_force,
        Kind::PoliceUnit => words.kind_police_unit,
        Kind::PoliceTeam => words.kind_police_team,
        Kind::PoliceTheme => words.kind_police_theme,
        Kind::Court => words.kind_court,
        Kind::AdministrativeBody => words.kind_administrative_body,
        Kind::StatutoryBody => words.kind_statutory_body,
        Kind::AdvisoryBody => words.kind_advisory_body,
        Kind::Province => words.kind_province,
        Kind::WaterBoard => words.kind_water_board,
        Kind::Municipality => words.kind_municipality,
        Kind::CaribbeanBody => words.kind_caribbean_body,
        Kind::SafetyRegion => words.kind_safety_region,
        Kind::FireService => words.kind_fire_service,
        Kind::HealthService => words.kind_health_service,
        Kind::EnvironmentService => words.kind_environment_service,
        Kind::JointArrangement => words.kind_joint_arrangement,
        Kind::Department => words.kind_department,
        Kind::Other => words.kind_other,
    }
}

/// A step of the evidence ladder, said so that a reader without knowledge of it understands.
pub fn method(words: &Words, method: Method) -> &'static str {
    match method {
        Method::OwnDomain => words.method_own_domain,
        Method::TwoWay => words.method_two_way,
        Method::OfficialSite => words.method_official_site,
        Method::Register => words.method_register,
        Method::Wikidata => words.method_wikidata,
        Method::AdRegister => words.method_ad_register,
        Method::Press => words.method_press,
        Method::ThirdParty => words.method_third_party,
        Method::OwnObservation => words.method_own_observation,
    }
}

/// The name of a country by its two letters; `None` for one that has no word here.
pub fn country(words: &Words, code: &str) -> Option<&'static str> {
    Some(match code {
        "AT" => words.country_at,
        "BE" => words.country_be,
        "CH" => words.country_ch,
        "DE" => words.country_de,
        "DK" => words.country_dk,
        "ES" => words.country_es,
        "EU" => words.country_eu,
        "FR" => words.country_fr,
        "GB" => words.country_gb,
        "IE" => words.country_ie,
        "IT" => words.country_it,
        "LU" => words.country_lu,
        "NL" => words.country_nl,
        "NO" => words.country_no,
        "PL" => words.country_pl,
        "SE" => words.country_se,
        "SR" => words.country_sr,
        _ => return None,
    })
}

/// What a telephone number is for.
pub fn phone(words: &Words, label: PhoneLabel) -> &'static str {
    match label {
        PhoneLabel::General => words.phone_general,
        PhoneLabel::Abroad => words.phone_abroad,
        PhoneLabel::Press => words.phone_press,
        PhoneLabel::Emergency => words.phone_emergency,
        PhoneLabel::Helpline => words.phone_helpline,
        PhoneLabel::Other => words.phone_other,
    }
}

/// What a reader must know of a site before going there: that it is for tests, or many speak on it.
pub fn site(words: &Words, site: &Site) -> Option<&'static str> {
    match (site.is_test, site.is_shared) {
        (true, _) => Some(words.site_test),
        (false, true) => Some(words.site_shared),
        (false, false) => None,
    }
}

/// Whether reading a platform needs a login.
pub fn login(words: &Words, login: LoginNeeded) -> &'static str {
    match login {
        LoginNeeded::No => words.login_no,
        LoginNeeded::Partly => words.login_partly,
        LoginNeeded::Yes => words.login_yes,
        LoginNeeded::Unknown => words.login_unknown,
    }
}

/// How an account comes by a badge.
pub fn gained(words: &Words, gained: Gained) -> &'static str {
    match gained {
        Gained::Earned => words.gained_earned,
        Gained::Paid => words.gained_paid,
        Gained::Government => words.gained_government,
        Gained::Proof => words.gained_proof,
    }
}

/// The field that a query met.
pub fn field(words: &Words, field: Field) -> &'static str {
    match field {
        Field::Name => words.field_name,
        Field::Abbreviation => words.field_abbreviation,
        Field::Alias => words.field_alias,
        Field::FormerName => words.field_former_name,
        Field::Place => words.field_place,
        Field::Handle => words.field_handle,
        Field::Website => words.field_website,
        Field::DisplayName => words.field_display_name,
        Field::Purpose => words.field_purpose,
        Field::Service => words.field_service,
        Field::Phone => words.field_phone,
        Field::FormerHandle => words.field_former_handle,
        Field::Topic => words.field_topic,
        Field::Province => words.field_province,
    }
}

/// The word for a severity.
pub fn severity(words: &Words, severity: Severity) -> &'static str {
    match severity {
        Severity::Note => words.severity_note,
        Severity::Warning => words.severity_warning,
        Severity::Error => words.severity_error,
    }
}

/// The word for a certainty.
pub fn certainty(words: &Words, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => words.certainty_certain,
        Certainty::Likely => words.certainty_likely,
        Certainty::Possible => words.certainty_possible,
    }
}

/// The word for a topic.
pub fn topic(words: &Words, topic: Topic) -> &'static str {
    match topic {
        Topic::Naming => words.topic_naming,
        Topic::Display => words.topic_display,
        Topic::Badge => words.topic_badge,
        Topic::Address => words.topic_address,
        Topic::Status => words.topic_status,
        Topic::Coverage => words.topic_coverage,
        Topic::Evidence => words.topic_evidence,
    }
}
