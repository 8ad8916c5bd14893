use super::*;
use crate::layout::block::blocks;

fn kept(text: &str) -> Vec<&str> {
    let mut blocks = blocks(text);
    remove(text, &mut blocks);
    blocks.iter().map(|block| block.words.of(text)).collect()
}

#[test]
fn frames_are_dropped_and_stories_are_not() {
    let dropped = [
        "Page 3",
        "Page 3 of 12",
        "Latest news – Page 7",
        "All finance articles – Page 12",
        "All finance articles",
        "See all articles with this subject.",
        "Previous",
        "PREVIOUS",
        "Next »",
        "Previous Next",
        "1 2 3 4 … 18 Next",
        "Live logo",
        "HSJ logo",
        "(£)",
        "…",
        "* * *",
        "---",
        "By Jane Smith",
        "By Jane Smith and Tom Hart, political editors",
        "By Jane Smith2011-09-22T06:00:00",
        "Contact Jane Smith in confidence here.",
        "Contact me in confidence",
        "Source: Alamy",
        "Photo: Jane Smith",
        "Meeting 3x2",
        "16 January 2018",
        "Tuesday 16 January",
        "2011-09-22T06:00:00",
        "Published: 3 March 2014, 12:30pm",
        "Guardian 6 March",
        "HSJ: 16 January",
        "14 comments",
        "1 Comment",
        "Comments (3)",
        "Share this",
        "Share this article on LinkedIn",
        "You need to be signed in to read more",
        "You need to be fully signed in to read this article.",
        "Sign in or register to continue",
        "Subscribe to continue reading",
        "View this email in your browser",
        "Listen to the podcast",
        "14 Quay Street, Bristol BS1 9ZZ",
        "© Beacon Media 2019",
    ];
    for line in dropped {
        assert_eq!(kept(line), Vec::<&str>::new(), "{line:?}");
    }
    let stays = [
        "Page turner",
        "Next steps",
        "Previous mistakes haunt trust",
        "Register of interests published",
        "First past the post",
        "Sharing is caring",
        "Share price falls",
        "By royal appointment",
        "By the numbers",
        "May 2015 was no ordinary month",
        "March of the managers",
        "£5m",
        "1.2bn",
        "12 trusts in deficit",
        "Emails reveal plan",
        "Listen to the patients",
        "Comment is free",
        "Print costs rise by £3m",
        "Signs of the times",
        "Source of the trouble",
        "The deficit in 2011-12 was £5m",
        "Trust {sic} in deficit",
        "All the trust’s articles of association;",
        "2016-17",
    ];
    for line in stays {
        assert_eq!(kept(line), [line]);
    }
}

#[test]
fn noise_reaches_no_further_than_itself() {
    let rows: [(&str, &[&str]); 8] = [
        ("Trust in the dock\n\nTrust in the dock\n\nBody.", &["Trust in the dock", "Body."]),
        ("Headline here\n\nA ward\n\nSource: Alamy\n\nBody.", &["Headline here", "Body."]),
        (
            "Body.\n\nSubscribe to read more\n\n• News\n• From £5 a week\n\nMore of the body.",
            &["Body.", "More of the body."],
        ),
        ("- The board\n- The staff", &["- The board", "- The staff"]),
        (".a {\n  color: red;\n}\nBody;\nMore { of } it.", &["Body;", "More { of } it."]),
        ("Body.\n\nYou are receiving this email because.\nUnsubscribe\n\nBeacon Ltd\n1 Quay Street", &["Body."]),
        ("Body.\n\nThe trust won £5m.\n\nCopyright Beacon", &["Body.", "The trust won £5m."]),
        ("-\nNews\n-\nComment", &["News", "Comment"]),
    ];
    for (text, expected) in rows {
        assert_eq!(kept(text), expected, "{text:?}");
    }
}
