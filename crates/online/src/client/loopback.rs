//! The one switch that opens addresses of this machine, for tests.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use ureq::tls::{Certificate, PemItem, parse_pem};

use super::judge::is_loopback;

/// The hosts that exist for a client of a test, each at one socket of this machine.
///
/// Without certificates, an `https` address is asked for without encryption at its socket; all rules hold for the
/// address as it is written.
#[derive(Debug, Clone, Default)]
pub struct Loopback {
    hosts: BTreeMap<String, SocketAddr>,
    roots: Option<Vec<Certificate<'static>>>,
}

/// Why a host can't be mapped, or a certificate not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LoopbackError {
    /// The socket isn't one of this machine.
    #[error("{0} is no address of this machine")]
    NotLoopback(SocketAddr),
    /// The file of certificates holds none.
    #[error("there is no certificate in it")]
    NoCertificate,
}

impl Loopback {
    /// One more host.
    ///
    /// # Errors
    ///
    /// The socket is one of another machine.
    pub fn host(mut self, name: &str, socket: SocketAddr) -> Result<Self, LoopbackError> {
        if !is_loopback(socket.ip()) {
            return Err(LoopbackError::NotLoopback(socket));
        }
        self.hosts.insert(name.to_owned(), socket);
        Ok(self)
    }

    /// The same over TLS, with those who issue certificates (in PEM) as the only ones that are trusted.
    ///
    /// # Errors
    ///
    /// There is no certificate in it.
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, LoopbackError> {
        let mut roots = Vec::new();
        for item in parse_pem(pem) {
            if let Ok(PemItem::Certificate(certificate)) = item {
                roots.push(certificate);
            }
        }
        if roots.is_empty() {
            return Err(LoopbackError::NoCertificate);
        }
        self.roots = Some(roots);
        Ok(self)
    }

    pub(super) fn address(&self, host: &str) -> Option<SocketAddr> {
        self.hosts.get(host).copied()
    }

    pub(super) fn roots(&self) -> Option<&[Certificate<'static>]> {
        self.roots.as_deref()
    }
}
