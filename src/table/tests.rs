use super::*;
use crate::directory::Directory;

fn directory() -> Directory {
    crate::embedded::directory().unwrap()
}

/// What each column of a table holds, in a word.
fn roles(directory: &Directory, text: &str) -> Result<(bool, Vec<String>), TableError> {
    let table = Table::open(text.as_bytes(), directory)?;
    let of = |role: &Role| match role {
        Role::Text => "text".to_owned(),
        Role::Name => "name".to_owned(),
        Role::NameOn(platform) => directory.platform(*platform).id().to_owned(),
        Role::Platform => "platform".to_owned(),
        Role::Own => "own".to_owned(),
        Role::Other => "-".to_owned(),
    };
    Ok((table.columns.header.is_some(), table.columns.roles.iter().map(of).collect()))
}

#[test]
fn columns_are_known_by_what_stands_in_them() {
    let directory = directory();
    for (text, has_header, expected) in [
        ("naam;platform;account\nEde;Twitter;POL_Ede\n", true, "- platform name"),
        ("Ede;Twitter;POL_Ede\nEpe;Facebook;PolitieEpe\n", false, "- platform name"),
        ("Instagram;gemeente_ede\n", false, "platform name"),
        ("gemeente_ede;Instagram\nPolitieEde;Facebook\n", false, "name platform"),
        (
            "Account Name\tUsername\tPlatform\nGemeente Ede\tgemeenteede\tFACEBOOK\n",
            true,
            "- name platform",
        ),
        ("a;b;c\n1;POL_Ede;Ede\n2;POL_Epe;Epe\n", true, "- name -"),
        ("2026-11-01;POL_Ede;twitter\n2026-11-02;P0L_Ede;twitter\n", false, "- name platform"),
        // Words that say nothing, and none at all.
        ("a;b;c\n1;X (Twitter);POL_Ede\n2;FB;POL_Epe\n3;X;POL_Epe\n", true, "- platform name"),
        ("a;b\n1;https://x.com/POL_Ede\n2;x.com/POL_Epe\n", true, "- text"),
        ("1;https://x.com/POL_Ede\n2;x.com/POL_Epe\n", false, "- text"),
        ("Organisatie,Twitter,Facebook\nEde,POL_Ede,PolitieEde\n", true, "- x facebook"),
        ("Naam,Twitter-account,URL van Instagram\nEde,@POL_Ede,\n", true, "- x instagram"),
        ("name\ttwitterHandle\nEde\tPOL_Ede\n", true, "- x"),
        // What is counted is no account, whatever the column is called after.
        ("Naam;Twitter;Volgers Twitter\nEde;POL_Ede;1234\n", true, "- x -"),
        ("Naam;Twitter\nEde;1234\nEpe;12\nx;@POL_Ede\n", true, "- name"),
        ("handle\nPOL_Ede\n", true, "name"),
        ("POL_Ede\nPOL_Epe\n", false, "name"),
        ("@POL_Ede\n", false, "name"),
        ("Kijk op https://x.com/POL_Ede\n", false, "text"),
        ("Uw pakket is onderweg, bel ons\nNiets\n", false, "text"),
        ("Organisatie;E-mail;Telefoon\nEde;info@ede.nl;0318 680 911\n", true, "- text text"),
        ("Organisatie;Website;Bron\nEde;ede.nl;https://example.com/\n", true, "- text -"),
        ("id;datum;x\n5;2026-11-01;@POL_Ede\n", true, "- - x"),
        // One of an earlier run, in whatever language.
        (
            "account;officieel: oordeel;officieel: echt account\n@POL_Ede;officieel;https://x.com/\n",
            true,
            "name own own",
        ),
    ] {
        let found = roles(&directory, text).map(|(header, roles)| (header, roles.join(" ")));
        assert_eq!(found.unwrap(), (has_header, expected.to_owned()), "{text:?}");
    }
}

#[test]
fn what_is_no_table_of_accounts_is_told_as_what_it_is() {
    let directory = directory();
    for (text, expected) in [
        ("", "the file is empty"),
        ("\u{feff}", "the file is empty"),
        ("sep=;\r\n", "the file is empty"),
        ("\n\n;;\n", "the file is empty"),
        ("Organisatie;Twitter;Facebook\n", "the table has no rows"),
        ("account\n", "the table has no rows"),
        ("naam;jaar\nEde;2020\nEpe;2021\n", "no column holds accounts"),
        ("PK\u{3}\u{4}", "the file is a workbook; save it as CSV in UTF-8"),
    ] {
        let told = roles(&directory, text).unwrap_err().to_string();
        assert_eq!(told, expected, "{text:?}");
    }
    let open = format!("account\n@POL_Ede\n\"{}", "x\n".repeat(1 << 20));
    let told = roles(&directory, &open).unwrap_err().to_string();
    assert_eq!(told, "row 3 is too long");
}

#[test]
fn of_a_row_names_are_asked_about_on_its_platform() {
    let directory = directory();
    let asked = |text: &str| -> Vec<String> {
        let mut table = Table::open(text.as_bytes(), &directory).unwrap();
        let mut last = Vec::new();
        while let Some(row) = table.next_row().unwrap() {
            last = table.columns.asked(&directory, &row.cells);
        }
        let place = |place: &Option<Place>| match place {
            Some(Place::On(platform)) => directory.platform(*platform).id().to_owned(),
            Some(Place::Itself) => "itself".to_owned(),
            Some(Place::Elsewhere(name)) => format!("({name})"),
            None => "-".to_owned(),
        };
        last.iter().map(|it| format!("{} {}", place(&it.place), it.text)).collect()
    };
    for (row, expected) in [
        ("Twitter;POL_Ede", &["x POL_Ede"][..]),
        ("x;'@POL_Ede", &["x @POL_Ede"]),
        ("Insta;knmi.nl", &["instagram knmi.nl"]),
        ("LinkedIn-pagina;ministerieez", &["linkedin ministerieez"]),
        ("Twitter/Instagram;knmi", &["x knmi", "instagram knmi"]),
        ("Pinterest;knmi", &["(Pinterest) knmi"]),
        ("Intranet-forum;knmi", &["(Intranet-forum) knmi"]),
        ("Website;politie.nl", &["itself politie.nl"]),
        (";@knmi", &["- @knmi"]),
        ("Facebook;https://x.com/POL_Ede", &["- https://x.com/POL_Ede"]),
        ("X;\"POL_Ede, POL_Epe\nPOL_Ugchelen\"", &["x POL_Ede", "x POL_Epe", "x POL_Ugchelen"]),
        ("X;n.v.t.", &[]),
        ("X", &[]),
    ] {
        let text = format!("platform;account\nTwitter;POL_Ede\nFacebook;PolitieEde\n{row}\n");
        assert_eq!(asked(&text), expected, "{row:?}");
    }
    // The address beside a name says where it is.
    let expected = ["instagram knmi.nl", "- https://www.instagram.com/knmi.nl/"];
    assert_eq!(asked("account;url\nknmi.nl;https://www.instagram.com/knmi.nl/\n"), expected);
}
