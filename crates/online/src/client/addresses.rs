//! Which addresses the public reaches: nothing else is ever connected to.
//!
//! Sources: the registries of special-purpose addresses of IANA,
//! <https://www.iana.org/assignments/iana-ipv4-special-registry> and
//! <https://www.iana.org/assignments/iana-ipv6-special-registry>.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one that anybody on the internet reaches the same machine at.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    // This network, private networks, loopback.
    let is_own = matches!((a, b), (0 | 10 | 127, _) | (172, 16..=31) | (192, 168));
    // Carrier-grade NAT, link-local with the metadata of clouds, benchmarks.
    let is_of_operator = matches!((a, b), (100, 64..=127) | (169, 254) | (198, 18 | 19));
    // Protocols, documentation, relays of 6to4.
    let is_special =
        matches!((a, b, c), (192, 0, 0 | 2) | (198, 51, 100) | (203, 0, 113) | (192, 88, 99));
    // From 224 on: multicast, reserved, broadcast.
    a < 224 && !is_own && !is_of_operator && !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    match address.segments() {
        // What a network without IPv4 makes of an IPv4 address: RFC 6052.
        [0x64, 0xFF9B, 0, 0, 0, 0, high, low] => is_public_v4(v4(high, low)),
        // Protocols, documentation, and IPv4 addresses in other wraps.
        [0x2001, 0..=0x1FF | 0xDB8, ..] | [0x2002, ..] | [0x3FFF, 0..=0xFFF, ..] => false,
        [first, ..] => first & 0xE000 == 0x2000,
    }
}

fn v4(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(high) << 16 | u32::from(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_public_reaches_is_connected_to() {
        for (address, expected) in [
            ("145.12.3.4", true),
            ("8.8.8.8", true),
            ("172.15.0.1", true),
            ("172.32.0.1", true),
            ("100.63.0.1", true),
            ("223.255.255.255", true),
            ("0.0.0.0", false),
            ("10.0.0.1", false),
            ("100.64.0.1", false),
            ("100.127.255.255", false),
            ("127.0.0.1", false),
            ("127.255.255.254", false),
            ("169.254.169.254", false),
            ("172.16.0.1", false),
            ("172.31.255.255", false),
            ("192.0.0.1", false),
            ("192.0.2.1", false),
            ("192.168.1.1", false),
            ("198.18.0.1", false),
            ("198.51.100.7", false),
            ("203.0.113.7", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("2a02:898::1", true),
            ("2600::1", true),
            ("::", false),
            ("::1", false),
            ("::127.0.0.1", false),
            ("::ffff:127.0.0.1", false),
            ("::ffff:10.0.0.1", false),
            ("::ffff:145.12.3.4", true),
            ("64:ff9b::145.12.3.4", true),
            ("64:ff9b::10.0.0.1", false),
            ("64:ff9b:1::1", false),
            ("2001::1", false),
            ("2001:db8::1", false),
            ("2002:7f00:1::", false),
            ("3fff::1", false),
            ("fc00::1", false),
            ("fd12::1", false),
            ("fe80::1", false),
            ("fec0::1", false),
            ("ff02::1", false),
        ] {
            assert_eq!(is_public(address.parse().unwrap()), expected, "{address}");
        }
    }
}
