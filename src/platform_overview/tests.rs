use super::*;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn overview(directory: &Directory, filter: &str, today: &str) -> PlatformOverview {
    let filter = Filter::parse(filter, directory).unwrap();
    PlatformOverview::of(directory, &filter, date(today))
}

#[test]
fn platforms_owners_and_jurisdictions_add_up() {
    let directory = crate::embedded::directory().unwrap();
    for filter in ["", "kind:municipality", "kind:ministry on:x"] {
        let overview = overview(&directory, filter, "2026-11-30");
        let all = overview.all.accounts;
        let of = |counts: &dyn Fn(&Presence) -> usize| {
            let of_platforms: usize =
                overview.platforms.iter().map(|it| counts(&it.presence)).sum();
            let of_owners: usize = overview.owners.iter().map(|it| counts(&it.presence)).sum();
            let of_jurisdictions: usize =
                overview.jurisdictions.iter().map(|it| counts(&it.presence)).sum();
            [of_platforms, of_owners, of_jurisdictions]
        };
        assert_eq!(of(&|it| it.accounts.in_use()), [all.in_use(); 3], "{filter}");
        assert_eq!(of(&|it| it.accounts.confirmed), [all.confirmed; 3], "{filter}");
        assert_eq!(of(&|it| it.accounts.retired), [all.retired; 3], "{filter}");
        let percents: usize = overview.owners.iter().map(|it| it.percent_of_accounts).sum();
        assert_eq!(percents, 100, "{filter}");
        let percents: usize = overview.jurisdictions.iter().map(|it| it.percent_of_accounts).sum();
        assert_eq!(percents, 100, "{filter}");
        for facts in &overview.platforms {
            assert_eq!(facts.presence.looked_at(), overview.all.looked_at());
            assert!(facts.presence.organisations.in_use() <= overview.all.organisations.in_use());
        }
        let named: usize = overview.jurisdictions.iter().map(|it| it.platforms.len()).sum();
        let all = directory.platforms.iter().filter(|(_, it)| it.id() != "website").count();
        assert_eq!(named, all, "each platform is somewhere, once");
    }
}

#[test]
fn the_day_decides_which_badges_and_policies_hold() {
    let directory = crate::embedded::directory().unwrap();
    let held = |id: &str, platform: &str, today: &str| {
        let overview = overview(&directory, "", today);
        let facts = overview.platform(directory.platforms.by_id(platform).unwrap()).unwrap();
        let is_it = |(at, _): &&(usize, InTime)| directory.policies[*at].id == id;
        facts.policies.iter().find(is_it).map(|(_, time)| *time)
    };
    for (id, platform, today, expected) in [
        ("facebook-pages-advies", "facebook", "2024-04-18", Some(InTime::Ahead)),
        ("facebook-pages-advies", "facebook", "2024-04-19", Some(InTime::Now)),
        ("facebook-pages-advies", "instagram", "2024-04-19", None),
        ("rijk-blijft-op-meta", "instagram", "2025-11-19", Some(InTime::Ahead)),
        ("rijk-blijft-op-meta", "instagram", "2025-11-20", Some(InTime::Now)),
        ("tiktok-politie", "tiktok", "2023-04-30", Some(InTime::Ahead)),
        ("tiktok-politie", "tiktok", "2023-05-01", Some(InTime::Now)),
        ("nl-alert-landelijk", "x", "2023-08-31", Some(InTime::Ahead)),
        ("nl-alert-landelijk", "x", "2026-11-30", Some(InTime::Now)),
    ] {
        assert_eq!(held(id, platform, today), expected, "{id} on {platform} on {today}");
    }
    // Of ministries those that bind the police are not told, nor of the police those that bind ministries.
    let bound = |filter: &str| -> Vec<String> {
        let overview = overview(&directory, filter, "2026-11-30");
        let all = overview.platforms.iter().flat_map(|it| &it.policies);
        all.map(|(at, _)| directory.policies[*at].id.clone()).collect()
    };
    assert!(!bound("kind:ministry").contains(&"tiktok-politie".to_owned()));
    assert!(bound("kind:police-team").contains(&"tiktok-politie".to_owned()));
    let overview = overview(&directory, "", "2026-11-30");
    let badges: usize = overview.platforms.iter().map(|it| it.badges.len()).sum();
    assert_eq!(badges, directory.badges.len());
    for (at, time) in overview.platforms.iter().flat_map(|it| &it.badges) {
        let is_given = directory.badges[*at].is_given(date("2026-11-30"));
        assert_eq!(*time == InTime::Now, is_given);
    }
}

#[test]
fn an_owner_is_where_the_directory_says() {
    let directory = crate::embedded::directory().unwrap();
    let of = |id: &str| {
        let index = directory.platforms.by_id(id).unwrap();
        Jurisdiction::of(directory.platform(index))
    };
    for (id, expected) in [
        ("x", Jurisdiction::UnitedStates),
        ("linkedin", Jurisdiction::UnitedStates),
        ("mastodon", Jurisdiction::OwnServers),
        ("peertube", Jurisdiction::OwnServers),
        ("rss", Jurisdiction::OwnServers),
        ("website", Jurisdiction::OwnServers),
        ("tiktok", Jurisdiction::Other),
        ("telegram", Jurisdiction::Other),
    ] {
        assert_eq!(of(id), expected, "{id}");
    }
}

#[test]
fn published_counts_stand_beside_what_is_known() {
    let directory = crate::embedded::directory().unwrap();
    let overview = overview(&directory, "kind:ministry", "2026-11-30");
    let [first, second] = &overview.inventories[..] else { panic!("two inventories") };
    let published: usize = first.rows.iter().map(|row| row.published).sum();
    assert_eq!(published, 36 + 32 + 35 + 10 + 10 + 34 + 46 + 5 + 7 + 1 + 7);
    assert_eq!((first.rows.len(), second.rows.len()), (12, 1));
    for row in &first.rows {
        let facts = overview.platform(row.platform).unwrap();
        assert_eq!(row.known, facts.presence.organisations.in_use());
    }
}
