//! From the name of a host to addresses that may be connected to.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::mpsc;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::Loopback;
use super::addresses::is_public;
use super::stopped::Stopped;
use crate::fetch::{Failure, Refusal};

/// How many addresses of one host are tried.
const MAX_ADDRESSES: usize = 8;

/// A name that surely exists: that of a root server (<https://www.iana.org/domains/root/servers>). Where not even it does,
/// nobody was asked.
const CONTROL: &str = "a.root-servers.net";

/// How long a name may take to be looked up.
const LOOKUP: Duration = Duration::from_secs(5);

/// Something that knows the addresses of hosts.
pub trait Lookup: fmt::Debug + Send + Sync {
    /// The addresses of a host, in the order in which to try them.
    ///
    /// # Errors
    ///
    /// [`Failure::NoSuchHost`] where the name doesn't exist, [`Failure::NameLookup`] where nobody could be asked, and
    /// [`Failure::NoNetwork`] where no name at all is found.
    fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, Failure>;
}

/// The system's own way.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, Failure> {
        let found = (host, 443).to_socket_addrs();
        let found = found.map_err(|error| name_failure(&error, is_any_name_found))?;
        Ok(found.map(|address| address.ip()).collect())
    }
}

/// Whether a name that surely exists is found; asked once a run, and only after another one wasn't.
fn is_any_name_found() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    *FOUND.get_or_init(|| (CONTROL, 443).to_socket_addrs().is_ok())
}

/// The library that looks names up says in words only whether it could ask; in these on Linux, which knows of no
/// language unless a program asks for it. Without a network it says the same of every name: that it isn't known.
fn name_failure(error: &io::Error, is_any_found: impl FnOnce() -> bool) -> Failure {
    let text = error.to_string();
    let is_temporary = text.contains("Temporary failure") || text.contains("System error");
    match (is_any_found(), is_temporary) {
        (false, _) => Failure::NoNetwork,
        (true, true) => Failure::NameLookup,
        (true, false) => Failure::NoSuchHost,
    }
}

/// Where the names come from.
#[derive(Debug, Clone)]
pub(super) enum Names {
    Public(Arc<dyn Lookup>),
    Loopback(Arc<Loopback>),
}

impl Names {
    /// The addresses of a host that may be connected to; the port is that of the address asked for.
    pub(super) fn allowed(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, Stopped> {
        match self {
            Self::Loopback(loopback) => {
                let address = loopback.address(host).ok_or(Stopped::Failed(Failure::NoSuchHost));
                address.map(|address| vec![address])
            }
            Self::Public(lookup) => {
                let found = in_time(lookup, host)?;
                let mut allowed: Vec<SocketAddr> = Vec::new();
                for address in found.iter().copied().filter(|&address| is_public(address)) {
                    allowed.push(SocketAddr::new(address, port));
                }
                allowed.truncate(MAX_ADDRESSES);
                match (found.is_empty(), allowed.is_empty()) {
                    (true, _) => Err(Stopped::Failed(Failure::NoSuchHost)),
                    (false, true) => Err(Stopped::Refused(Refusal::PrivateAddress)),
                    _ => Ok(allowed),
                }
            }
        }
    }
}

/// The library can't be told to stop, so that it is left behind where it takes too long.
fn in_time(lookup: &Arc<dyn Lookup>, host: &str) -> Result<Vec<IpAddr>, Stopped> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = bare.parse() {
        return Ok(vec![address]);
    }
    let (lookup, host) = (Arc::clone(lookup), host.to_owned());
    let (sender, receiver) = mpsc::sync_channel(1);
    std::thread::spawn(move || sender.send(lookup.addresses(&host)));
    let found = receiver.recv_timeout(LOOKUP).unwrap_or(Err(Failure::NameLookup));
    found.map_err(Stopped::Failed)
}

/// The resolver of the client: what it doesn't give is never connected to.
#[derive(Debug)]
pub(super) struct CheckedResolver {
    pub(super) names: Names,
    /// The host of the proxy that the reader set, which may be on any network.
    pub(super) proxy: Option<String>,
}

impl Resolver for CheckedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        _config: &Config,
        _timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().unwrap_or_default();
        let port =
            uri.port_u16().unwrap_or(if uri.scheme_str() == Some("http") { 80 } else { 443 });
        let addresses = if self.proxy.as_deref() == Some(host) {
            (host, port).to_socket_addrs()?.take(MAX_ADDRESSES).collect()
        } else {
            let allowed = self.names.allowed(host, port);
            allowed.map_err(|error| ureq::Error::Other(Box::new(error)))?
        };
        let mut resolved = self.empty();
        for address in addresses {
            resolved.push(address);
        }
        Ok(resolved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_network_is_told_apart_from_a_name_that_does_not_exist() {
        let (unknown, temporary) =
            ("Name or service not known", "Temporary failure in name resolution");
        for (name, text, is_any_found, expected) in [
            ("no such name", unknown, true, Failure::NoSuchHost),
            ("no name at all", unknown, false, Failure::NoNetwork),
            ("a server of names is out", temporary, true, Failure::NameLookup),
            ("nobody answers", temporary, false, Failure::NoNetwork),
        ] {
            let error = io::Error::other(format!("failed to lookup address information: {text}"));
            assert_eq!(name_failure(&error, || is_any_found), expected, "{name}");
        }
    }
}
