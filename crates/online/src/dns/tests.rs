use std::net::TcpListener;

use proptest::prelude::*;
use simple_dns::ResourceRecord;
use simple_dns::rdata::{CNAME, TXT};

use super::*;

const NAME: &str = "_atproto.gemeente.example";

/// What a server makes of the number of a question.
struct Reply {
    id: u16,
    name: &'static str,
    records: Vec<(&'static str, RData<'static>)>,
    flags: PacketFlag,
    rcode: RCODE,
}

impl Reply {
    fn to(id: u16) -> Self {
        let flags = PacketFlag::RESPONSE;
        Self { id, name: NAME, records: Vec::new(), flags, rcode: RCODE::NoError }
    }

    fn with(mut self, owner: &'static str, text: &'static str) -> Self {
        self.records.push((owner, RData::TXT(TXT::new().with_string(text).unwrap())));
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut packet = Packet::new_reply(self.id);
        packet.remove_flags(PacketFlag::RESPONSE);
        packet.set_flags(self.flags);
        *packet.rcode_mut() = self.rcode;
        let (txt, internet) = (QTYPE::TYPE(TYPE::TXT), QCLASS::CLASS(CLASS::IN));
        packet.questions.push(Question::new(Name::new(self.name).unwrap(), txt, internet, false));
        for (owner, data) in &self.records {
            let owner = Name::new(owner).unwrap();
            packet.answers.push(ResourceRecord::new(owner, CLASS::IN, 60, data.clone()));
        }
        packet.build_bytes_vec().unwrap()
    }
}

/// A name server that answers one question with these datagrams, and over TCP with the last of them.
fn asked(datagrams: impl Fn(u16) -> Vec<Reply> + Send + 'static) -> Result<Vec<String>, Failure> {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let server = socket.local_addr().unwrap();
    let listener = TcpListener::bind(server).unwrap();
    std::thread::spawn(move || {
        let mut buffer = [0; 512];
        let (length, from) = socket.recv_from(&mut buffer).unwrap();
        let id = Packet::parse(&buffer[..length]).unwrap().id();
        let replies = datagrams(id);
        for reply in &replies {
            socket.send_to(&reply.bytes(), from).unwrap();
        }
        let (mut stream, _) = listener.accept().unwrap();
        let mut answer = replies.last().unwrap().bytes();
        answer[2] &= !2; // whole, over TCP
        stream.write_all(&u16::try_from(answer.len()).unwrap().to_be_bytes()).unwrap();
        stream.write_all(&answer).unwrap();
    });
    NameServers::at(vec![server]).within(Duration::from_millis(500)).txt(NAME)
}

#[test]
fn records_of_the_name_are_found() {
    let found =
        asked(|id| vec![Reply::to(id).with(NAME, "v=spf1 -all").with(NAME, "did=did:plc:x")]);
    assert_eq!(found, Ok(vec!["v=spf1 -all".to_owned(), "did=did:plc:x".to_owned()]));
}

#[test]
fn records_of_another_name_count_only_where_the_name_points_there() {
    let found = asked(|id| {
        let mut reply = Reply::to(id).with("_atproto.other.example", "did=did:plc:stranger");
        let target = Name::new("_atproto.elsewhere.example").unwrap();
        reply.records.push((NAME, RData::CNAME(CNAME(target))));
        vec![reply.with("_atproto.ELSEWHERE.example", "did=did:plc:x")]
    });
    assert_eq!(found, Ok(vec!["did=did:plc:x".to_owned()]));
}

#[test]
fn an_answer_to_another_question_is_passed_over() {
    let found = asked(|id| {
        let forged = |reply: Reply| reply.with(NAME, "did=did:plc:forged");
        let other_name = Reply { name: "_atproto.other.example", ..Reply::to(id) };
        let no_answer = Reply { flags: PacketFlag::RECURSION_DESIRED, ..Reply::to(id) };
        let other_id = Reply::to(id.wrapping_add(1));
        vec![
            forged(other_id),
            forged(other_name),
            forged(no_answer),
            Reply::to(id).with(NAME, "did=did:plc:x"),
        ]
    });
    assert_eq!(found, Ok(vec!["did=did:plc:x".to_owned()]));
}

#[test]
fn an_answer_that_does_not_fit_is_asked_for_again() {
    let cut = PacketFlag::RESPONSE | PacketFlag::TRUNCATION;
    let found =
        asked(move |id| vec![Reply { flags: cut, ..Reply::to(id) }.with(NAME, "did=did:plc:x")]);
    assert_eq!(found, Ok(vec!["did=did:plc:x".to_owned()]));
}

#[test]
fn a_name_that_does_not_exist_has_no_records_and_a_fault_has_no_answer() {
    for (rcode, expected) in [
        (RCODE::NameError, Ok(Vec::new())),
        (RCODE::ServerFailure, Err(Failure::NameLookup)),
        (RCODE::Refused, Err(Failure::NameLookup)),
    ] {
        assert_eq!(asked(move |id| vec![Reply { rcode, ..Reply::to(id) }]), expected, "{rcode:?}");
    }
}

#[test]
fn offline_or_without_a_server_nobody_is_asked() {
    let offline = NameServers { is_offline: true, ..NameServers::at(Vec::new()) };
    assert_eq!(offline.txt(NAME), Err(Failure::Refused(Refusal::Offline)));
    assert_eq!(NameServers::at(Vec::new()).txt(NAME), Err(Failure::NameLookup));
}

#[test]
fn servers_are_those_of_the_file() {
    let file = "# a\nnameserver 10.0.0.2\nsearch x\n nameserver fe80::1%eth0\nnameserver x\nnameservers 1.1.1.1\n";
    let found: Vec<String> = servers(file).iter().map(SocketAddr::to_string).collect();
    assert_eq!(found, ["10.0.0.2:53", "[fe80::1]:53"]);
}

proptest! {
    #[test]
    fn any_answer_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0_usize..80) {
        let _ = read_answer(&bytes, 0, NAME);
        let whole = Reply::to(7).with(NAME, "did=did:plc:x").bytes();
        let _ = read_answer(whole.get(..cut).unwrap_or(&whole), 7, NAME);
    }
}
