//! Which host comes next: hosts at one address wait for each other.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The hosts of a plan, by their positions, on their way to those who visit them.
#[derive(Debug)]
pub(super) struct Lanes(Mutex<Inner>);

#[derive(Debug)]
struct Inner {
    /// The first host that nobody has taken.
    next: usize,
    count: usize,
    lanes: HashMap<IpAddr, Lane>,
    /// Hosts whose address became free while others waited for it.
    ready: VecDeque<(usize, IpAddr)>,
}

#[derive(Debug, Default)]
struct Lane {
    is_busy: bool,
    waiting: VecDeque<usize>,
    last: Option<Duration>,
}

/// A host that one visitor has taken.
#[derive(Debug)]
pub(super) struct Turn {
    /// Its position in the plan.
    pub(super) host: usize,
    /// When its server was last asked something, by the clock of the run.
    pub(super) last: Option<Duration>,
    address: Option<IpAddr>,
}

impl Lanes {
    pub(super) fn new(count: usize) -> Self {
        let inner = Inner { next: 0, count, lanes: HashMap::new(), ready: VecDeque::new() };
        Self(Mutex::new(inner))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next host whose server nobody is asking, if there is one left to take. Hosts that wait for a server are
    /// taken by whoever is asking it.
    pub(super) fn next(&self, address: &dyn Fn(usize) -> Option<IpAddr>) -> Option<Turn> {
        loop {
            let host = {
                let mut inner = self.inner();
                if let Some((host, address)) = inner.ready.pop_front() {
                    let last = inner.lanes.get(&address).and_then(|lane| lane.last);
                    return Some(Turn { host, last, address: Some(address) });
                }
                let host = inner.next;
                inner.next += 1;
                Some(host).filter(|&host| host < inner.count)?
            };
            // Names are looked up while others go on.
            let Some(address) = address(host) else {
                return Some(Turn { host, last: None, address: None });
            };
            let mut inner = self.inner();
            let lane = inner.lanes.entry(address).or_default();
            if lane.is_busy {
                lane.waiting.push_back(host);
            } else {
                lane.is_busy = true;
                return Some(Turn { host, last: lane.last, address: Some(address) });
            }
        }
    }

    /// Gives the server of a host back: the next host that waits for it is ready, or it is free.
    pub(super) fn finish(&self, turn: &Turn) {
        let Some(address) = turn.address else {
            return;
        };
        let mut inner = self.inner();
        let lane = inner.lanes.entry(address).or_default();
        lane.last = turn.last;
        match lane.waiting.pop_front() {
            Some(host) => inner.ready.push_back((host, address)),
            None => lane.is_busy = false,
        }
    }
}
