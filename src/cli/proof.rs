//! `officieel proof`: what an organisation can publish so that a machine can verify its accounts.

use std::io;

use officieel_online::proof::{AccountProof, Proof};
use serde::Serialize;

use super::arguments::{ProofArguments, Shared};
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, load, meant, render};
use crate::directory::{Basis, Directory, OrganisationIndex};
use crate::json::write as write_json;
use crate::text::sanitise::escaped;

pub(super) fn run(
    command: &ProofArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory_to_answer(shared, cx)?;
    let asked = command.organisation.join(" ");
    let Some(index) = meant::organisation(&directory, &asked, cx)? else {
        return Ok(ExitStatus::NotFound);
    };
    let proof = Proof::of(&directory, index);
    if command.json {
        write_as_json(&directory, index, &proof, cx)?;
    } else {
        write(&directory, index, &proof, cx)?;
    }
    let has_all = proof.website.is_some() && !proof.accounts.is_empty();
    Ok(if has_all { ExitStatus::Found } else { ExitStatus::NotFound })
}

fn write(
    directory: &Directory,
    index: OrganisationIndex,
    proof: &Proof,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let (words, styles) = (cx.words, Styles::new(cx.styled));
    let name = plain(&directory.organisation(index).name);
    writeln!(cx.out, "{}", styles.bold(&name))?;
    if proof.accounts.is_empty() {
        return writeln!(cx.out, "{}", words.proof_no_accounts(&name));
    }
    let Some(website) = proof.website.as_ref().map(url::Url::as_str) else {
        return writeln!(cx.out, "{}", words.proof_no_website(&name));
    };
    let reported = accounts(directory, proof, |it| !has_official_source(directory, it));
    if !reported.is_empty() {
        writeln!(cx.out, "{}", words.proof_reported)?;
        for account in reported {
            writeln!(cx.out, "  {}", escaped(&account))?;
        }
    }
    let mut part = |title: &str, lines: &str| {
        let lines = lines.lines().map(|line| format!("  {}\n", escaped(line)));
        write!(cx.out, "\n{}\n{}", styles.bold(&escaped(title)), lines.collect::<String>())
    };
    let rel_me: Vec<&str> = proof.accounts.iter().map(|it| it.rel_me.as_str()).collect();
    part(&words.proof_rel_me(website), &rel_me.join("\n"))?;
    part(words.proof_json_ld, &proof.json_ld)?;
    let is_on = |account: &AccountProof, id: &str| {
        directory.platform(directory.account(account.account).platform).id() == id
    };
    if proof.accounts.iter().any(|account| is_on(account, "mastodon")) {
        part(words.proof_field, website)?;
    }
    if let Some(files) = &proof.files {
        let base = format!("https://{}", files.host);
        part(&words.proof_trust_txt(&format!("{base}/.well-known/trust.txt")), &files.trust_txt)?;
        part(&words.proof_trust_txt(&format!("{base}/xpoc-manifest.json")), &files.xpoc_manifest)?;
    } else {
        let host = proof.website.as_ref().and_then(url::Url::host_str).unwrap_or_default();
        part(&words.proof_shared_host(host), "")?;
    }
    if let Some(bio) = proof.accounts.iter().find_map(|account| account.bio.as_deref()) {
        part(words.proof_bio, bio)?;
    }
    for record in &proof.records {
        part(words.proof_record, &format!("{}  TXT  \"{}\"", record.name, record.value))?;
    }
    part(words.proof_register, &register(directory, index, proof, words))?;
    if !proof.quick_statements.is_empty() {
        part(words.proof_wikidata, &proof.quick_statements.join("\n"))?;
    }
    Ok(())
}

/// A ready correction for the register.
fn register(
    directory: &Directory,
    index: OrganisationIndex,
    proof: &Proof,
    words: &crate::words::Words,
) -> String {
    let organisation = directory.organisation(index);
    let mut lines = vec![match &organisation.register_id {
        Some(id) => words.proof_register_text(id, &organisation.name),
        None => words.proof_register_without_id(&organisation.name),
    }];
    lines.extend(accounts(directory, proof, |_| true));
    lines.join("\n")
}

/// The accounts that `is_told`, a line each.
fn accounts(
    directory: &Directory,
    proof: &Proof,
    is_told: impl Fn(&AccountProof) -> bool,
) -> Vec<String> {
    let line = |account: &AccountProof| {
        let platform = directory.platform(directory.account(account.account).platform).name();
        let name = render::written(directory, account.account);
        format!("- {platform}: {name}, {}", account.url)
    };
    proof.accounts.iter().filter(|it| is_told(it)).map(line).collect()
}

/// Whether the government itself says that an account is official, rather than others alone.
fn has_official_source(directory: &Directory, account: &AccountProof) -> bool {
    Basis::of(&directory.account(account.account).evidence) == Basis::Official
}

#[derive(Serialize)]
struct ProofJson<'a> {
    organisation: &'a str,
    website: Option<&'a str>,
    accounts: Vec<AccountJson<'a>>,
    trust_txt: Option<&'a str>,
    xpoc_manifest: Option<&'a str>,
    records: Vec<RecordJson<'a>>,
    json_ld: &'a str,
    quick_statements: &'a [String],
}

#[derive(Serialize)]
struct AccountJson<'a> {
    platform: &'a str,
    account: &'a str,
    url: &'a str,
    /// Whether the government itself says that it is official, rather than others alone.
    official_source: bool,
    rel_me: &'a str,
    bio: Option<&'a str>,
}

#[derive(Serialize)]
struct RecordJson<'a> {
    name: &'a str,
    value: &'a str,
}

fn write_as_json<'a>(
    directory: &'a Directory,
    index: OrganisationIndex,
    proof: &'a Proof,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let account = |it: &'a AccountProof| {
        let official_source = has_official_source(directory, it);
        let AccountProof { account, url, rel_me, bio } = it;
        let listed = directory.account(*account);
        let platform = directory.platform(listed.platform).id();
        let (account, bio) = (listed.name(), bio.as_deref());
        AccountJson { platform, account, url, official_source, rel_me, bio }
    };
    let records = proof.records.iter().map(|it| RecordJson { name: &it.name, value: &it.value });
    let json = ProofJson {
        organisation: &directory.organisation(index).id,
        website: proof.website.as_ref().map(url::Url::as_str),
        accounts: proof.accounts.iter().map(account).collect(),
        trust_txt: proof.files.as_ref().map(|files| files.trust_txt.as_str()),
        xpoc_manifest: proof.files.as_ref().map(|files| files.xpoc_manifest.as_str()),
        records: records.collect(),
        json_ld: &proof.json_ld,
        quick_statements: &proof.quick_statements,
    };
    write_json(cx.out, &json)
}
