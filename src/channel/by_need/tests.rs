use super::*;

fn suited(id: &str, need: Need, preferences: &Preferences) -> Vec<Suited> {
    let directory = crate::embedded::directory().unwrap();
    let index = directory.organisation_by_id(id).unwrap();
    by_need(&directory, index, need, preferences, Date::new(2026, 11, 30).unwrap())
}

/// All organisations that exist, of which channels of any sort are known.
fn living(directory: &Directory) -> impl Iterator<Item = OrganisationIndex> {
    let all = directory.organisation_indexes();
    all.filter(|index| directory.organisation(*index).ended.is_none())
}

#[test]
fn in_danger_nobody_is_sent_to_a_wall_while_there_is_another_way() {
    let directory = crate::embedded::directory().unwrap();
    let today = Date::new(2026, 11, 30).unwrap();
    let mut seen = 0;
    for index in living(&directory) {
        let all = by_need(&directory, index, Need::Emergency, &Preferences::default(), today);
        let login = |it: &Suited| match it.channel {
            Channel::Account(account) => {
                let platform = directory.account(account).platform;
                walled(directory.platform(platform).rules.reading.login)
            }
            _ => 0,
        };
        assert_eq!(all.first().map(login), Some(0), "{}", directory.organisation(index).id);
        assert_eq!(all[0].reasons.first(), Some(&Reason::Emergency));
        let walls: Vec<bool> = all.iter().map(|it| login(it) > 0).collect();
        assert!(walls.is_sorted(), "{}", directory.organisation(index).id);
        seen += 1;
    }
    assert!(seen > 1_000);
}

#[test]
fn a_team_without_a_site_leads_to_that_of_the_force() {
    let directory = crate::embedded::directory().unwrap();
    let force = directory.organisation_by_id("politie").unwrap();
    let teams: Vec<OrganisationIndex> = living(&directory)
        .filter(|index| {
            let it = directory.organisation(*index);
            it.kind == Kind::PoliceTeam && it.website.is_none()
        })
        .collect();
    assert!(teams.len() > 100);
    for team in teams {
        assert_eq!(site_above(&directory, team), Some(Channel::Website(force)));
    }
}

#[test]
fn to_follow_without_an_account_nothing_needs_one() {
    let directory = crate::embedded::directory().unwrap();
    let all = suited(
        "koninklijk-nederlands-meteorologisch-instituut",
        Need::Follow,
        &Preferences::default(),
    );
    assert!(!all.is_empty());
    for it in all {
        assert!(it.reasons.contains(&Reason::Open), "{:?}", it.channel.url(&directory));
    }
}

#[test]
fn what_is_avoided_comes_last_and_what_is_preferred_before_its_like() {
    let directory = crate::embedded::directory().unwrap();
    let platform = |id: &str| directory.platforms.by_id(id).unwrap();
    let on = |it: &Suited, id: &str| {
        matches!(it.channel, Channel::Account(account)
            if directory.account(account).platform == platform(id))
    };
    let none = Preferences::default();
    let accounts = |all: Vec<Suited>| -> Vec<Suited> {
        all.into_iter().filter(|it| matches!(it.channel, Channel::Account(_))).collect()
    };
    let usual = accounts(suited("gemeente-amsterdam", Need::News, &none));
    assert!(usual.len() > 2);
    let avoid = Preferences { avoid: vec![platform("mastodon")], ..none.clone() };
    let all = suited("gemeente-amsterdam", Need::News, &avoid);
    assert!(on(all.last().unwrap(), "mastodon"));
    let prefer = Preferences { prefer: vec![platform("linkedin")], ..none };
    let all = accounts(suited("gemeente-amsterdam", Need::News, &prefer));
    assert!(on(&all[0], "linkedin"));
    assert!(all[0].reasons.contains(&Reason::Preferred));
}
