//! What platforms and sites answered of listed accounts, as proposals.

use officieel_online::verify::{Alarm, Verdict, Verification};

use super::{cited, of_account};
use crate::directory::{Date, Directory, Method, Says};
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject};

/// Proposals of what was found. That an account exists, or that nobody can look, proposes nothing.
pub(in crate::cli) fn proposals(
    found: &[Verification],
    directory: &Directory,
    today: Date,
) -> Proposals {
    let mut all = Proposals::default();
    for it in found {
        let account = directory.account(it.account);
        let subject = |kind| of_account(directory, kind, account);
        for alarm in &it.alarms {
            let mut case = seen_there(it, today);
            case.confidence = Some(Confidence::High);
            case.rules.insert("other-id".to_owned());
            if let Alarm::OtherId { listed, found } = alarm {
                case.against.insert(Objection::OtherId(listed, found).to_string());
            }
            all.add(subject(Kind::OtherOwner), case);
        }
        if !it.alarms.is_empty() {
            continue;
        }
        let mut case = Case { url: Some(account.url.clone()), ..Case::default() };
        for evidence in &it.evidence {
            let sighting = Sighting::new(evidence.method, &evidence.url, evidence.seen);
            let (sighting, against) = cited(sighting);
            case.evidence.push(sighting);
            case.against.extend(against);
            case.rules.insert(evidence.rule.id().to_owned());
        }
        case.confidence = Some(Confidence::High);
        if !case.evidence.is_empty() {
            all.add(subject(Kind::Confirms), Case::default().join(case));
        }
        match &it.verdict {
            Verdict::MovedTo(to) => {
                let mut case = seen_there(it, today);
                case.confidence = Some(Confidence::Medium);
                case.rules.insert("moved".to_owned());
                all.add(Subject { value: Some(to.url.clone()), ..subject(Kind::Moved) }, case);
            }
            Verdict::Absent => {
                let mut case = seen_there(it, today);
                case.confidence = Some(Confidence::Medium);
                case.rules.insert("absent-on-two-days".to_owned());
                all.add(subject(Kind::Gone), case);
            }
            _ => {}
        }
    }
    all
}

/// What was asked of the account itself: an observation, which says nothing of whose it is.
fn seen_there(it: &Verification, today: Date) -> Case {
    let mut asked = it.asked.iter().filter(|asked| asked.status.is_some());
    let page = asked.next_back().map(|asked| Sighting {
        says: Says::Official,
        ..Sighting::new(Method::OwnObservation, &asked.url, today)
    });
    let mut case = Case::default();
    case.evidence.extend(page.map(|it| cited(it).0));
    case
}
