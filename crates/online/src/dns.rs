//! The text records of a name, which the system's own look-up can't be asked for.
//!
//! The messages of RFC 1035, asked of the name servers that this machine is set to use: over UDP, and over TCP where the
//! answer doesn't fit. An answer counts only if its number, its question and where it comes from are those of the
//! question.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket};
use std::time::{Duration, Instant};

use simple_dns::rdata::RData;
use simple_dns::{CLASS, Name, Packet, PacketFlag, QCLASS, QTYPE, Question, RCODE, TYPE};

use crate::fetch::{Failure, Refusal};

/// How long one name server may take.
const TIMEOUT: Duration = Duration::from_secs(5);

/// More servers than these aren't asked: resolv.conf(5).
const MAX_SERVERS: usize = 3;

/// What a UDP answer holds at most: RFC 1035, 4.2.1, without extensions.
const MAX_DATAGRAM: usize = 512;

/// Something that knows the text records of names.
pub trait TxtLookup: Sync {
    /// The text records of a name, the parts of each put together; none where the name has none, or doesn't exist.
    ///
    /// # Errors
    ///
    /// [`Failure::NameLookup`] where nobody answers, or no socket may be opened.
    fn txt(&self, name: &str) -> Result<Vec<String>, Failure>;
}

/// The name servers of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameServers {
    servers: Vec<SocketAddr>,
    timeout: Duration,
    is_offline: bool,
}

impl NameServers {
    /// Those of `/etc/resolv.conf`; none where there is no such file. Offline, nothing is asked.
    pub fn of_system(is_offline: bool) -> Self {
        let file = std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default();
        Self { is_offline, ..Self::at(servers(&file)) }
    }

    /// Those at some sockets.
    pub fn at(servers: Vec<SocketAddr>) -> Self {
        Self { servers, timeout: TIMEOUT, is_offline: false }
    }

    /// The same with another time for each to answer in.
    #[must_use]
    pub fn within(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    fn ask(&self, server: SocketAddr, name: &str) -> Option<Vec<String>> {
        let id = random_id();
        let question = question(id, name)?;
        let answer = self.over_udp(server, &question, id, name)?;
        match answer {
            Answer::Records(records) => Some(records),
            Answer::CutOff => match self.over_tcp(server, &question, id, name)? {
                Answer::Records(records) => Some(records),
                Answer::CutOff | Answer::Fault => None,
            },
            Answer::Fault => None,
        }
    }

    fn over_udp(&self, server: SocketAddr, question: &[u8], id: u16, name: &str) -> Option<Answer> {
        let any: IpAddr = if server.is_ipv4() {
            Ipv4Addr::UNSPECIFIED.into()
        } else {
            Ipv6Addr::UNSPECIFIED.into()
        };
        // The system picks a port that nobody can guess, and passes on only what comes from the server.
        let socket = UdpSocket::bind((any, 0)).ok()?;
        socket.connect(server).ok()?;
        socket.send(question).ok()?;
        let begin = Instant::now();
        let mut buffer = [0; MAX_DATAGRAM];
        loop {
            let left = self.timeout.saturating_sub(begin.elapsed());
            socket.set_read_timeout(Some(left).filter(|left| !left.is_zero())).ok()?;
            if left.is_zero() {
                return None;
            }
            let length = socket.recv(&mut buffer).ok()?;
            // What answers another question is passed over; the true answer may still come.
            if let Some(read) =
                buffer.get(..length).and_then(|answer| read_answer(answer, id, name))
            {
                return Some(read);
            }
        }
    }

    fn over_tcp(&self, server: SocketAddr, question: &[u8], id: u16, name: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect_timeout(&server, self.timeout).ok()?;
        stream.set_read_timeout(Some(self.timeout)).ok()?;
        stream.set_write_timeout(Some(self.timeout)).ok()?;
        let length = u16::try_from(question.len()).ok()?;
        stream.write_all(&[&length.to_be_bytes()[..], question].concat()).ok()?;
        let mut length = [0; 2];
        stream.read_exact(&mut length).ok()?;
        let mut answer = vec![0; usize::from(u16::from_be_bytes(length))];
        stream.read_exact(&mut answer).ok()?;
        read_answer(&answer, id, name)
    }
}

impl TxtLookup for NameServers {
    fn txt(&self, name: &str) -> Result<Vec<String>, Failure> {
        if self.is_offline {
            return Err(Refusal::Offline.into());
        }
        let mut servers = self.servers.iter().take(MAX_SERVERS);
        servers.find_map(|&server| self.ask(server, name)).ok_or(Failure::NameLookup)
    }
}

/// What a server said to the question.
enum Answer {
    Records(Vec<String>),
    CutOff,
    Fault,
}

fn servers(resolv_conf: &str) -> Vec<SocketAddr> {
    let of_line = |line: &str| {
        let mut words = line.split_ascii_whitespace();
        let address = words.next().filter(|&word| word == "nameserver").and(words.next())?;
        let address: IpAddr = address.split('%').next()?.parse().ok()?;
        Some(SocketAddr::new(address, 53))
    };
    resolv_conf.lines().filter_map(of_line).collect()
}

/// A number that nobody outside can guess: the standard library seeds its hashers with random ones.
fn random_id() -> u16 {
    let random = RandomState::new().build_hasher().finish();
    u16::try_from(random & 0xFFFF).unwrap_or_default()
}

fn question(id: u16, name: &str) -> Option<Vec<u8>> {
    let mut packet = Packet::new_query(id);
    packet.set_flags(PacketFlag::RECURSION_DESIRED);
    let name = Name::new(name).ok()?;
    packet.questions.push(Question::new(
        name,
        QTYPE::TYPE(TYPE::TXT),
        QCLASS::CLASS(CLASS::IN),
        false,
    ));
    packet.build_bytes_vec().ok()
}

/// What an answer says; `None` where it is none to this question.
fn read_answer(bytes: &[u8], id: u16, name: &str) -> Option<Answer> {
    let packet = Packet::parse(bytes).ok()?;
    let is_same = |own: &Name<'_>| own.to_string().eq_ignore_ascii_case(name);
    let is_ours = packet.id() == id
        && packet.has_flags(PacketFlag::RESPONSE)
        && matches!(packet.questions.as_slice(), [asked]
            if is_same(&asked.qname) && asked.qtype == QTYPE::TYPE(TYPE::TXT));
    if !is_ours {
        return None;
    }
    if packet.has_flags(PacketFlag::TRUNCATION) {
        return Some(Answer::CutOff);
    }
    Some(match packet.rcode() {
        RCODE::NoError => Answer::Records(records(&packet, name)),
        RCODE::NameError => Answer::Records(Vec::new()),
        _ => Answer::Fault,
    })
}

/// The records of the name, or of the names that it is another name for.
fn records(packet: &Packet<'_>, name: &str) -> Vec<String> {
    let mut owners = vec![name.to_ascii_lowercase()];
    let mut found = Vec::new();
    for record in &packet.answers {
        let owner = record.name.to_string().to_ascii_lowercase();
        if !owners.contains(&owner) {
            continue;
        }
        match &record.rdata {
            RData::CNAME(target) => owners.push(target.0.to_string().to_ascii_lowercase()),
            RData::TXT(text) => found.extend(String::try_from(text.clone()).ok()),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
