//! Names like `user@host`, which are mail addresses as well.

use super::{Found, Judge};
use crate::check::tokens::is_routed;
use crate::check::{Answer, Instead, Verdict};
use crate::platform::{NameError, PlatformIndex, host_of_address};

impl Judge<'_> {
    /// `user@host` where the host is no platform's: a mail address, or an account on a server that
    /// nothing is known of.
    pub(super) fn at_host(&self, text: &str, user: &str, host: &str) -> Found {
        let is_account = text.trim().starts_with(['@', '＠']) || text.starts_with("acct:");
        if is_account && let Some(found) = self.impossible_at(user, host) {
            return found;
        }
        // Who answers for the host may send it on to whom its user names.
        if is_routed(text) {
            return Found::new(None, None, Verdict::NotAnAccount(Instead::Mail(None)));
        }
        let Some(host) = host_of_address(host) else {
            // In broken Punycode no host can be asked for, and nobody has a name there.
            let is_coded = host.split('.').any(|label| label.starts_with("xn--"));
            let mail = || Found::new(None, None, Verdict::NotAnAccount(Instead::Mail(None)));
            return if is_coded { mail() } else { self.words(text) };
        };
        let account = is_account.then_some(user);
        let found = |verdict| Found { account: account.map(str::to_owned), ..verdict };
        let of_host = self.host(&host, host.clone());
        match of_host.verdict {
            Verdict::UnknownHost(ref unknown) if is_account || unknown.imitation.is_some() => {
                found(of_host)
            }
            Verdict::NotAnAccount(Instead::Site(site)) => {
                Found::new(None, account, Verdict::NotAnAccount(Instead::Mail(Some(site))))
            }
            _ => Found::new(None, account, Verdict::NotAnAccount(Instead::Mail(None))),
        }
    }

    /// The verdict on a mailbox, whatever account may be called as it is; `None` of what is none.
    pub(super) fn mailbox(&self, text: &str) -> Option<Answer> {
        let (user, host) = text.rsplit_once('@')?;
        let Found { platform, account, verdict, remarks } =
            (!user.is_empty() && !user.starts_with('@')).then(|| self.at_host(text, user, host))?;
        Some(Answer { asked: text.to_owned(), platform, account, verdict, remarks })
    }

    /// A name that no account can have on the server of a platform that has many.
    fn impossible_at(&self, user: &str, host: &str) -> Option<Found> {
        let name = format!("{user}@{host}");
        let is_there = |index: PlatformIndex| {
            let platform = self.directory.platform(index);
            let server = host_of_address(host)?;
            platform.rules.hosts.contains(&server).then(|| platform.parse_name(&name).err())?
        };
        let mut all = self.directory.platforms.iter().map(|(index, _)| index);
        let (index, fault) = all.find_map(|index| Some((index, is_there(index)?)))?;
        Some(self.impossible(index, NameError { text: user.to_owned(), ..fault }))
    }
}
