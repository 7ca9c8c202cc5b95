//! The files and the script by which a site lists its accounts.

use officieel_directory::directory::{AccountIndex, Directory, Organisation, OrganisationIndex};
use serde::Serialize;
use url::Url;

/// The files of a site that is all of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFiles {
    /// The host that they are for.
    pub host: String,
    /// `/.well-known/trust.txt`.
    pub trust_txt: String,
    /// `/xpoc-manifest.json`.
    pub xpoc_manifest: String,
}

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    baseurl: &'a str,
    version: &'static str,
    accounts: Vec<ManifestAccount<'a>>,
    content: [(); 0],
}

#[derive(Serialize)]
struct ManifestAccount<'a> {
    account: &'a str,
    platform: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct JsonLd<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(rename = "sameAs")]
    same_as: Vec<&'a str>,
}

impl SiteFiles {
    pub(super) fn of(
        directory: &Directory,
        index: OrganisationIndex,
        website: &Url,
        accounts: &[AccountIndex],
    ) -> Option<Self> {
        let is_whole = website.path() == "/" && website.query().is_none();
        let host = website.host_str().filter(|_| is_whole)?.to_owned();
        let organisation = directory.organisation(index);
        let trust_txt = trust_txt(directory, index, &host, accounts);
        let listed = accounts.iter().map(|&account| {
            let account = directory.account(account);
            let platform = directory.platform(account.platform).name();
            ManifestAccount { account: account.name(), platform, url: &account.url }
        });
        let manifest = Manifest {
            name: &organisation.name,
            baseurl: &host,
            version: "0.3",
            accounts: listed.collect(),
            content: [],
        };
        let xpoc_manifest = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
        Some(Self { host, trust_txt, xpoc_manifest })
    }
}

/// The accounts, the body above and those below that have a site of their own.
fn trust_txt(
    directory: &Directory,
    index: OrganisationIndex,
    host: &str,
    accounts: &[AccountIndex],
) -> String {
    let mut lines = Vec::new();
    let site_of = |other: OrganisationIndex| {
        let url = Url::parse(directory.organisation(other).website.as_deref()?).ok()?;
        let is_whole = url.path() == "/" && url.host_str() != Some(host);
        (is_whole && url.scheme() == "https").then(|| url.to_string())
    };
    for &account in accounts {
        lines.push(format!("social={}", directory.account(account).url));
    }
    let above = directory.organisation(index).parent.and_then(site_of);
    lines.extend(above.map(|site| format!("controlledby={site}")));
    lines.extend(
        directory.children_of(index).filter_map(site_of).map(|site| format!("control={site}")),
    );
    lines.push(String::new());
    lines.join("\n")
}

pub(super) fn json_ld(
    organisation: &Organisation,
    website: Option<&Url>,
    directory: &Directory,
    accounts: &[AccountIndex],
) -> String {
    let same_as = accounts.iter().map(|&account| directory.account(account).url.as_str()).collect();
    let data = JsonLd {
        context: "https://schema.org",
        kind: "GovernmentOrganization",
        name: &organisation.name,
        url: website.map(Url::as_str),
        same_as,
    };
    // Within a script, `</` would end it.
    let data = serde_json::to_string_pretty(&data).unwrap_or_default().replace("</", "<\\/");
    format!("<script type=\"application/ld+json\">\n{data}\n</script>\n")
}
