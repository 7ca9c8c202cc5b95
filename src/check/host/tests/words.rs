//! Words of every day that are made of a name, and imitate nobody.

use super::{Likelihood, directory, imitated};

#[test]
fn words_that_are_made_of_the_name_of_a_platform_imitate_nobody() {
    for host in [
        "twitterrific.com",
        "youtubers.nl",
        "youtuber.com",
        "youtuben.nl",
        "twitteren.nl",
        "twitteraars.nl",
        "getwitter.nl",
        "facebookers.nl",
        "instagrammer.nl",
        "whatsappen.nl",
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
    for host in [
        "youtuber5.nl",
        "twitterrs.com",
        "getwitterlogin.nl",
        "instagrammen-login.com",
        "facebookgroep.nl",
        "y0utubers.nl",
    ] {
        assert!(imitated(host).is_some(), "{host}");
    }
}

#[test]
fn a_name_with_more_behind_it_is_no_slip() {
    for host in
        ["onderwijsinspecties.nl", "politieacademies.nl", "streekarchief.nl", "bedrijvenpark.nl"]
    {
        assert_eq!(imitated(host), None, "{host}");
    }
    for host in ["onderwijsinspectei.nl", "politieacademei.nl"] {
        assert!(imitated(host).is_some(), "{host}");
    }
}

#[test]
fn chance_is_told_where_it_is_likely() {
    for (host, may_be_chance) in [
        ("belastingdients.nl", true),
        ("cjib.com", true),
        ("svb-nl.com", true),
        ("politiebericht.nl", true),
        ("douane-pakket.net", true),
        ("belastingdienst.com", false),
        ("digid-form-site.xyz", false),
        ("digid.deblokkadediensten.info", false),
        ("be1astingdienst.nl", false),
        ("digid.nl.evil.com", false),
        ("facebook-login.web.app", false),
    ] {
        let found = imitated(host).map(|it| it.may_be_chance(&directory().0));
        assert_eq!(found, Some(may_be_chance), "{host}");
    }
}

#[test]
fn the_fewer_letters_the_less_likely_it_was_meant() {
    use Likelihood::{Certain, Likely, Possible};
    for (host, likelihood) in [
        ("be1astingdienst.nl", Certain),
        ("digld.nl", Certain),
        ("annsterdam.nl", Likely),
        ("digib.nl", Likely),
        ("1nd.nl", Possible),
        ("belastingdients.nl", Likely),
        ("amsterdm.nl", Likely),
        ("politje.nl", Possible),
        ("rivmm.nl", Possible),
        ("belastingdienst.com", Certain),
        ("cjib.com", Possible),
        ("duo-inloggen.nl", Possible),
        ("digid.nl.evil.com", Certain),
    ] {
        let found = imitated(host).map(|it| it.likelihood(&directory().0));
        assert_eq!(found, Some(likelihood), "{host}");
    }
}
