//! One piece of work for each of many items, on several threads, with the results in order.

use crate::compact_sort::CompactSort;
use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

/// With fewer items than this, threads take longer to start than they save.
const FEW: usize = 8;

/// More threads than this are kept waiting by the memory.
const MOST_THREADS: usize = 4;

/// A thread takes no more items than this at once.
const MOST_AT_ONCE: usize = 32;

/// The results of the work, in the order of the items, whatever thread did which.
pub fn in_order<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    if items.len() < FEW || threads == 1 {
        return items.into_iter().map(work).collect();
    }
    // Few at a time, so that no thread has the longest items for itself; and not one by one, for to ask for
    // the next takes a while as well.
    let few = (items.len() / threads / FEW).clamp(1, MOST_AT_ONCE);
    let queue = Mutex::new(items.into_iter().enumerate());
    let next = || match queue.lock() {
        Ok(mut queue) => queue.by_ref().take(few).collect(),
        Err(_) => Vec::new(),
    };
    let until_done = || {
        let mut done = Vec::new();
        loop {
            let taken: Vec<_> = next();
            if taken.is_empty() {
                break done;
            }
            done.extend(taken.into_iter().map(|(position, item)| (position, work(item))));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(until_done)).collect();
        let mut done = until_done();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.compact_sort_by_key(|(position, _)| *position);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Does the work for items as they come, and hands over the results in the order of the items: no more are held than
/// the threads are ahead of the slowest. A thread takes so many items at once.
///
/// # Errors
///
/// The first of `take`; what is left is not done then.
pub fn streamed<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    at_once: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    let queue = Mutex::new((items.fuse(), 0_u64));
    let next = || {
        let mut queue = queue.lock().ok()?;
        let (items, taken) = &mut *queue;
        let some: Vec<T> = items.by_ref().take(at_once).collect();
        let position = *taken;
        *taken += 1;
        (!some.is_empty()).then_some((position, some))
    };
    let until_done = |done: SyncSender<(u64, Vec<R>)>| {
        while let Some((position, some)) = next() {
            // Nobody listens any more where taking failed.
            if done.send((position, some.into_iter().map(&work).collect())).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let (done, results) = mpsc::sync_channel(threads);
        for _ in 0..threads {
            let done = done.clone();
            scope.spawn(|| until_done(done));
        }
        drop(done);
        let (mut early, mut next) = (BTreeMap::new(), 0);
        for (position, result) in results {
            early.insert(position, result);
            while let Some(results) = early.remove(&next) {
                results.into_iter().try_for_each(&mut take)?;
                next += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        for count in [0, 1, FEW - 1, FEW, 1000] {
            let squares = in_order((0..count).collect(), |n| n * n);
            assert_eq!(squares, (0..count).map(|n| n * n).collect::<Vec<_>>());
        }
    }
    #[test]
    fn what_comes_is_handed_over_in_its_order() {
        for (count, at_once) in [(0_u32, 1), (1, 1), (1, 7), (1000, 1), (1000, 7), (7, 7)] {
            let mut all = Vec::new();
            let work = |n: u32| n * 2;
            streamed(0..count, at_once, work, |n| {
                all.push(n);
                Ok(())
            })
            .unwrap();
            let expected: Vec<u32> = (0..count).map(work).collect();
            assert_eq!(all, expected, "{count}, {at_once} at once");
        }
    }

    #[test]
    fn the_first_failure_ends_it() {
        let mut taken = 0;
        let failed = streamed(
            0..,
            2,
            |n: u32| n,
            |n| {
                taken = n;
                if n < 5 { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
            },
        );
        assert!(failed.is_err());
        assert_eq!(taken, 5);
    }
}
