//! Why nothing is known, in the words of a language.

use officieel_online::fetch::{CertificateFault, Failure, Refusal};
use officieel_online::verify::Reason;

use crate::text::sanitise::escaped;
use crate::words::Words;

pub(in crate::cli) fn told(words: &Words, reason: &Reason) -> String {
    match reason {
        Reason::Failure(failure) => of_failure(words, failure),
        Reason::NotThereOnce => words.verify_not_there_once.to_owned(),
        Reason::ControlFailed => words.verify_control_failed.to_owned(),
        Reason::ClosedServer => words.verify_closed_server.to_owned(),
        Reason::OtherSoftware(name) => words.verify_other_software(&escaped(name)),
        Reason::Unreadable => words.verify_unreadable.to_owned(),
    }
}

pub(in crate::cli) fn of_failure(words: &Words, failure: &Failure) -> String {
    let text = match failure {
        Failure::NoSuchHost => words.fetch_no_such_host,
        Failure::NameLookup => words.fetch_name_lookup,
        Failure::NoNetwork => words.fetch_no_network,
        Failure::Proxy => words.fetch_proxy,
        Failure::NotWhole => words.fetch_not_whole,
        Failure::NoConnection => words.fetch_no_connection,
        Failure::TimedOut => words.fetch_timed_out,
        Failure::Certificate(fault) => of_certificate(words, *fault),
        Failure::Protocol => words.fetch_protocol,
        Failure::Encoding => words.fetch_encoding,
        Failure::OtherContent(content) => return words.fetch_other_content(&escaped(content)),
        Failure::TooManyRedirects => words.fetch_too_many_redirects,
        Failure::BrokenRedirect => words.fetch_broken_redirect,
        Failure::Cookies => words.fetch_cookies,
        Failure::Status(status) => return of_status(words, *status),
        Failure::Robots => words.fetch_robots,
        Failure::PutOff(seconds) => return words.fetch_put_off(&seconds.to_string()),
        Failure::Refused(refusal) => return of_refusal(words, refusal),
    };
    text.to_owned()
}

/// What a status says of whoever asked, rather than of the page.
pub(in crate::cli) fn of_status(words: &Words, status: u16) -> String {
    let number = status.to_string();
    match status {
        401 | 403 => words.fetch_forbidden(&number),
        429 => words.fetch_too_much(&number),
        500.. => words.fetch_fault(&number),
        _ => words.fetch_status(&number),
    }
}

fn of_certificate(words: &Words, fault: CertificateFault) -> &'static str {
    match fault {
        CertificateFault::Expired => words.fetch_certificate_expired,
        CertificateFault::OtherName => words.fetch_certificate_name,
        CertificateFault::UnknownIssuer => words.fetch_certificate_issuer,
        CertificateFault::Other => words.fetch_certificate,
    }
}

pub(in crate::cli) fn of_refusal(words: &Words, refusal: &Refusal) -> String {
    let text = match refusal {
        Refusal::OtherHost(host) => return words.fetch_other_host(&escaped(host)),
        Refusal::PrivateAddress => words.fetch_private_address,
        Refusal::OtherScheme => words.fetch_other_scheme,
        Refusal::UserInfo => words.fetch_user_info,
        Refusal::NotEncrypted => words.fetch_not_encrypted,
        Refusal::Offline => words.fetch_offline,
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_failure_has_a_sentence_of_its_own_in_every_language() {
        let failures = [
            Failure::NoSuchHost,
            Failure::NameLookup,
            Failure::NoNetwork,
            Failure::Proxy,
            Failure::NoConnection,
            Failure::TimedOut,
            Failure::Certificate(CertificateFault::Expired),
            Failure::Certificate(CertificateFault::OtherName),
            Failure::Certificate(CertificateFault::UnknownIssuer),
            Failure::Certificate(CertificateFault::Other),
            Failure::Protocol,
            Failure::NotWhole,
            Failure::Encoding,
            Failure::OtherContent("image/png".to_owned()),
            Failure::TooManyRedirects,
            Failure::BrokenRedirect,
            Failure::Cookies,
            Failure::Status(403),
            Failure::Status(404),
            Failure::Status(429),
            Failure::Status(503),
            Failure::Robots,
            Failure::PutOff(7_200),
            Failure::Refused(Refusal::OtherHost("a.example".to_owned())),
            Failure::Refused(Refusal::PrivateAddress),
            Failure::Refused(Refusal::OtherScheme),
            Failure::Refused(Refusal::UserInfo),
            Failure::Refused(Refusal::NotEncrypted),
            Failure::Refused(Refusal::Offline),
        ];
        let told = Language::ALL.iter().flat_map(|&language| {
            failures.iter().map(move |failure| of_failure(language.words(), failure))
        });
        let mut told: Vec<String> = told.collect();
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), failures.len() * Language::ALL.len());
    }
}
