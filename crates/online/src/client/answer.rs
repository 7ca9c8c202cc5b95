//! What comes back: headers, bodies within their limits, and what went wrong.

use std::io::{self, Read};

use ureq::Body;
use ureq::http::{HeaderMap, Response};

use super::stopped::Stopped;
use crate::content;
use crate::fetch::{Accept, CertificateFault, Failure};

/// The most characters of a header that are told.
const LONGEST_TOLD: usize = 200;

/// The headers, names in lower case. A value that isn't UTF-8 has what is wrong in it replaced.
pub(super) fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value.as_bytes()))).collect()
}

/// Whether a body is worth reading: a page that is there says what it is.
pub(super) fn check_content(
    status: u16,
    headers: &[(String, String)],
    accept: Accept,
) -> Result<(), Stopped> {
    let header =
        |name: &str| headers.iter().find(|(own, _)| own == name).map(|(_, it)| it.as_str());
    // What the client unpacks, it has taken out of the headers.
    if header("content-encoding").is_some_and(|it| !it.trim().eq_ignore_ascii_case("identity")) {
        return Err(Failure::Encoding.into());
    }
    let all = |name: &'static str| {
        let own = headers.iter().filter(move |(own, _)| own == name);
        own.map(|(_, it)| it.as_str())
    };
    let is_there = (200..300).contains(&status);
    if accept == Accept::Html && is_there {
        // What a browser shows otherwise, or not at all, is no page.
        let types = || all("content-type");
        let file = all("content-disposition").find(|it| content::is_download(it));
        let disputed =
            content::is_disputed(types()).then(|| types().collect::<Vec<_>>().join(", "));
        if let Some(other) = disputed.or_else(|| file.map(str::to_owned)) {
            return Err(Failure::OtherContent(other.chars().take(LONGEST_TOLD).collect()).into());
        }
    }
    let content = header("content-type").unwrap_or_default();
    let content = content.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_page = matches!(content.as_str(), "text/html" | "application/xhtml+xml");
    let is_accepted = match accept {
        Accept::Html => is_page,
        Accept::File => true,
        Accept::Text => is_page || content.starts_with("text/"),
        Accept::Json => is_page || content.ends_with("json") || content == "text/plain",
        Accept::Xml => is_page || content.ends_with("xml") || content == "text/plain",
    };
    if is_accepted || content.is_empty() || !is_there {
        return Ok(());
    }
    Err(Failure::OtherContent(content).into())
}

/// Whether an answer tells where its body ends, by a length or by a last chunk. Else that is where the connection does. Of
/// what it unpacks, the client keeps no length.
pub(super) fn is_end_told(response: &Response<Body>) -> bool {
    let coding = response.headers().get("transfer-encoding");
    let is_chunked =
        coding.is_some_and(|it| it.as_bytes().to_ascii_lowercase().ends_with(b"chunked"));
    is_chunked || response.body().content_length().is_some()
}

/// The body within a limit of unpacked bytes, and whether it is whole.
pub(super) fn body(response: &mut Response<Body>, limit: u64) -> Result<(Vec<u8>, bool), Stopped> {
    let mut reader = response.body_mut().with_config().limit(limit).reader();
    let mut body = Vec::new();
    match reader.read_to_end(&mut body) {
        Ok(_) => Ok((body, true)),
        Err(error) => match ureq::Error::from(error) {
            ureq::Error::Timeout(_) => Err(Failure::TimedOut.into()),
            ureq::Error::Decompress(..) => Err(Failure::Encoding.into()),
            // It is longer than anybody reads, or the server stopped in the middle.
            _ => Ok((body, false)),
        },
    }
}

/// What an error of the client means.
pub(super) fn stopped(error: &ureq::Error) -> Stopped {
    let failure = match error {
        ureq::Error::Other(inner) => match inner.downcast_ref::<Stopped>() {
            Some(stopped) => return stopped.clone(),
            None => Failure::NoConnection,
        },
        ureq::Error::Timeout(_) => Failure::TimedOut,
        ureq::Error::HostNotFound => Failure::NoSuchHost,
        ureq::Error::Rustls(inner) => Failure::Certificate(certificate(inner)),
        ureq::Error::Tls(_) | ureq::Error::TlsRequired => {
            Failure::Certificate(CertificateFault::Other)
        }
        ureq::Error::Decompress(..) => Failure::Encoding,
        ureq::Error::Io(inner) => connection(inner),
        ureq::Error::ConnectProxyFailed(_) => Failure::Proxy,
        ureq::Error::ConnectionFailed => Failure::NoConnection,
        _ => Failure::Protocol,
    };
    failure.into()
}

fn connection(error: &io::Error) -> Failure {
    let secure = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match secure {
        Some(secure) => Failure::Certificate(certificate(secure)),
        None => match error.kind() {
            io::ErrorKind::TimedOut => Failure::TimedOut,
            io::ErrorKind::NetworkUnreachable | io::ErrorKind::NetworkDown => Failure::NoNetwork,
            _ => Failure::NoConnection,
        },
    }
}

fn certificate(error: &rustls::Error) -> CertificateFault {
    use rustls::CertificateError as Wrong;
    let rustls::Error::InvalidCertificate(wrong) = error else {
        return CertificateFault::Other;
    };
    match wrong {
        Wrong::Expired
        | Wrong::ExpiredContext { .. }
        | Wrong::NotValidYet
        | Wrong::NotValidYetContext { .. } => CertificateFault::Expired,
        Wrong::NotValidForName | Wrong::NotValidForNameContext { .. } => {
            CertificateFault::OtherName
        }
        Wrong::UnknownIssuer => CertificateFault::UnknownIssuer,
        _ => CertificateFault::Other,
    }
}
