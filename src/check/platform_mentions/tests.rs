use super::*;
use crate::check::tokens::tokens;

fn named(directory: &Directory, input: &str) -> Vec<Vec<String>> {
    let tokens = tokens(directory, input, |_| false);
    let name = |place: &Place| match *place {
        Place::Known(platform) => directory.platform(platform).id().to_owned(),
        Place::Elsewhere(name) => name.to_owned(),
    };
    places(directory, &tokens).iter().map(|all| all.iter().map(name).collect()).collect()
}

#[test]
fn a_text_names_the_platform_of_a_name() {
    let directory = crate::embedded::directory().unwrap();
    for (input, expected) in [
        ("@politie op Instagram", vec!["instagram"]),
        ("@politie op X", vec!["x"]),
        ("@politie (twitter)", vec!["x"]),
        ("X marks @politie", vec![]),
        ("ik snap niet of @politie echt is", vec![]),
        ("de signal is zwak, @politie", vec![]),
        ("@politie", vec![]),
        ("https://instagram.com/politie", vec![]),
        ("@politie op Instagram of op Facebook", vec!["instagram", "facebook"]),
        ("Volg ons op insta: @politie", vec!["instagram"]),
        ("IG: @politie", vec!["instagram"]),
        ("fb @politie", vec!["facebook"]),
        ("Facebookpagina @politie", vec!["facebook"]),
        ("ons TikTok-account is @politie", vec!["tiktok"]),
        ("ons YouTube-kanaal: @politie", vec!["youtube"]),
        ("Telegramkanaal @politie", vec!["telegram"]),
        ("op X/Twitter: @politie", vec!["x"]),
        ("telegram/whatsapp @politie", vec!["telegram", "whatsapp"]),
        ("Snapchat of Telegram: @politie", vec!["snapchat", "telegram"]),
        ("op snap of tiktok: @politie", vec!["snapchat", "tiktok"]),
        ("@politie op Signal", vec!["Signal"]),
        ("op Discord: @politie", vec!["Discord"]),
        ("VK @politie", vec!["VK"]),
        ("@politie op Truth Social", vec!["Truth Social"]),
        ("Telegram en Signal: @politie", vec!["telegram", "Signal"]),
    ] {
        assert_eq!(named(&directory, input), [expected], "{input:?}");
    }
}

#[test]
fn each_of_several_names_has_its_own_platform() {
    let directory = crate::embedded::directory().unwrap();
    for (input, expected) in [
        ("Instagram: @eerste, Facebook: @tweede", vec![vec!["instagram"], vec!["facebook"]]),
        ("@eerste op Instagram, @tweede op Facebook", vec![vec!["instagram"], vec!["facebook"]]),
        ("Instagram: @eerste en @tweede", vec![vec!["instagram"], vec!["instagram"]]),
        ("@eerste en @tweede op Instagram", vec![vec!["instagram"], vec!["instagram"]]),
        ("@eerste op Instagram, en @tweede", vec![vec!["instagram"], vec!["instagram"]]),
    ] {
        assert_eq!(named(&directory, input), expected, "{input:?}");
    }
}
