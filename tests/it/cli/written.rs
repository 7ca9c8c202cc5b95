//! What stands in `directory.toml`, read line by line without the program, for counts to be held against.

use std::collections::BTreeMap;

/// The keys of a table that have a plain value, and what stands behind them. `evidence` of an account has all of
/// its lines.
pub(super) type Table = BTreeMap<String, String>;

/// The organisations by id, each with its accounts.
pub(super) type Organisations = BTreeMap<String, (Table, Vec<Table>)>;

pub(super) fn is_retired(account: &Table) -> bool {
    matches!(text(account, "status"), "parked" | "left" | "closed" | "moved")
}

pub(super) fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).map_or("", |value| value.trim_matches('"'))
}

/// All organisations of the file with their accounts, line by line.
pub(super) fn organisations() -> Vec<(Table, Vec<Table>)> {
    let file = std::fs::read_to_string("directory.toml").unwrap();
    let mut all: Vec<(Table, Vec<Table>)> = Vec::new();
    let mut is_organisation = false;
    let mut is_account = false;
    for line in file.lines() {
        if line.starts_with('[') {
            is_organisation = line == "[[organisation]]";
            is_account = line == "[[organisation.account]]";
            match all.last_mut() {
                _ if is_organisation => all.push((Table::new(), Vec::new())),
                Some((_, accounts)) if is_account => accounts.push(Table::new()),
                _ => {}
            }
        } else if let Some((organisation, accounts)) = all.last_mut() {
            if line.starts_with("    { method") && is_account {
                let evidence = accounts.last_mut().unwrap().entry("evidence".to_owned());
                evidence.or_default().extend([line, "\n"]);
            } else if let Some((key, value)) = line.split_once(" = ")
                && !key.starts_with(' ')
                && value != "["
            {
                let table = if is_organisation { Some(organisation) } else { accounts.last_mut() };
                if let Some(table) = table.filter(|_| is_organisation || is_account) {
                    table.insert(key.to_owned(), value.to_owned());
                }
            }
        }
    }
    all
}

/// The organisations that exist, each with all its accounts, those that it shares with others among them.
pub(super) fn existing() -> Organisations {
    let mut all = Organisations::new();
    let mut shared: Vec<(String, Table)> = Vec::new();
    for (organisation, accounts) in organisations() {
        for account in &accounts {
            let with = text(account, "shared_with").trim_matches(['[', ']']).split(", ");
            let with = with.map(|id| id.trim_matches('"')).filter(|id| !id.is_empty());
            shared.extend(with.map(|id| (id.to_owned(), account.clone())));
        }
        all.insert(text(&organisation, "id").to_owned(), (organisation, accounts));
    }
    for (id, mut account) in shared {
        account.insert("is_shared".to_owned(), "true".to_owned());
        all.get_mut(&id).unwrap().1.push(account);
    }
    all.retain(|_, (organisation, _)| !organisation.contains_key("ended"));
    all
}

/// [`existing`], with the accounts in use only.
pub(super) fn in_use() -> Organisations {
    let mut all = existing();
    for (_, accounts) in all.values_mut() {
        accounts.retain(|it| !is_retired(it));
    }
    all
}

/// The platforms of the file, each with its plain keys.
pub(super) fn platforms() -> Vec<Table> {
    let file = std::fs::read_to_string("directory.toml").unwrap();
    let mut all = Vec::new();
    let mut is_platform = false;
    for line in file.lines() {
        if line.starts_with('[') {
            is_platform = line == "[[platform]]";
            all.extend(is_platform.then(Table::new));
        } else if let Some((key, value)) = line.split_once(" = ")
            && is_platform
        {
            all.last_mut().unwrap().insert(key.to_owned(), value.to_owned());
        }
    }
    all
}

/// Each piece of evidence of an account: its method, what it says, and when it was seen.
fn evidence(account: &Table) -> Vec<[&str; 3]> {
    let lines = account.get("evidence").map(String::as_str).unwrap_or_default().lines();
    lines.map(|line| ["method", "says", "seen"].map(|key| value_of(line, key))).collect()
}

/// What stands behind a key of an inline table; nothing where it has no such key.
fn value_of<'l>(line: &'l str, key: &str) -> &'l str {
    let behind = line.split_once(&format!("{key} = \"")).map(|(_, behind)| behind);
    behind.and_then(|behind| behind.split_once('"')).map_or("", |(value, _)| value)
}

/// The day of the newest evidence that says whose an account is.
pub(super) fn newest_claim(account: &Table) -> String {
    let all = evidence(account).into_iter();
    let claims = all.filter(|[method, says, _]| says.is_empty() && *method != "own-observation");
    claims.map(|[_, _, seen]| seen).max().unwrap().to_owned()
}

/// Whether an account is confirmed on 21 November 2026: the government itself said so in the two years before, and
/// did not take it back.
pub(super) fn is_confirmed(account: &Table) -> bool {
    let all = evidence(account);
    let taken_back =
        all.iter().filter(|[_, says, _]| !says.is_empty()).map(|[_, _, seen]| *seen).max();
    all.iter().any(|[method, says, seen]| {
        matches!(*method, "own-domain" | "two-way" | "official-site" | "register")
            && says.is_empty()
            && *seen >= "2024-11-21"
            && taken_back.is_none_or(|day| *seen > day)
    })
}
