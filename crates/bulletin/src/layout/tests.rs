use super::layout;
use crate::model::{Kind, Role};

/// The sections of a text in one line each: role, label, heading, first words of each paragraph.
fn outline(text: &str) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let sections = layout(text).sections;
    let line = |section: &super::Section| {
        let role = match section.role {
            Role::Story => "",
            Role::Roundup => "roundup ",
            Role::About => "about ",
        };
        let label = section.label.map(|label| format!("[{}] ", label.of(text))).unwrap_or_default();
        let heading = section.heading.map_or("-", |heading| heading.of(text));
        let body: Vec<_> = section.paragraphs.iter().map(|paragraph| words(paragraph.of(text))).collect();
        format!("{role}{label}{heading}: {}", body.join(", "))
    };
    sections.iter().map(line).collect()
}

#[test]
fn every_layout_gives_its_sections() {
    let rows: [(&str, &[&str]); 25] = [
        ("", &[]),
        ("\n \u{a0}\n\t\n", &[]),
        ("Live logo\n\nPage 3\n\nPrevious\nNext\n\n(£)\n", &[]),
        ("The board met. It left.", &["-: The board"]),
        ("Off the rails\n\nA train has left.\n\nIt was late.", &["Off the rails: A train, It was"]),
        (
            "Off the rails\nA train has left.\nIt was late.\nOn them\nA train came.",
            &["Off the rails: A train, It was", "On them: A train"],
        ),
        (
            "    Trust loses\n\n\n    A teaser without a stop\n\n    Trust wins\n\n\n    It won it ...",
            &["Trust loses: A teaser", "Trust wins: It won"],
        ),
        (
            "-\nNews\nTrust names its chair\nIt was late.\n-\nWard Watch\nWe watch a ward\nIt left.",
            &["[News] Trust names its chair: It was", "We watch a ward: It left."],
        ),
        ("NewsTrust names its chair\n\nIt was late.", &["[News] Trust names its chair: It was"]),
        ("Trust names its chair\n\nFINANCE: It was late.", &["[FINANCE] Trust names its chair: FINANCE: It"]),
        (
            "Phone\n\nHeadline one\n\n\nTeaser one goes on\n\nHeadline two\n\n\nTeaser two goes on",
            &["Headline one: Teaser one", "Headline two: Teaser two"],
        ),
        ("4.06pm: It is over.\n\nReally\n\n3.05pm: It has begun.", &["-: 4.06pm: It, Really", "-: 3.05pm: It"]),
        (
            "4.06pm\nIt is over.\n\n3.05pm\nA headline\nIt has only just begun.",
            &["-: 4.06pm, It is", "A headline: It has"],
        ),
        (
            "## One thing\n\nIt left.\n\n**Another thing**\n\n- It went.\n- It came",
            &["One thing: It left.", "Another thing: - It, - It"],
        ),
        ("1. One thing\nIt left.\n2. Another\nIt went.", &["One thing: It left.", "Another: It went."]),
        (
            "They are:\n\nAmber Trust\n\nBrown Trust\n\nAll of them have left.",
            &["-: They are:, Amber Trust, Brown Trust, All of"],
        ),
        ("They are:\n\nOff the rails\n\nAll of them have left.", &["-: They are:", "Off the rails: All of"]),
        (
            "They are:\nAmber Trust\nBrown Trust\n\nOff the rails\nAll of them have left.",
            &["-: They are:, Amber Trust, Brown Trust", "Off the rails: All of"],
        ),
        (
            "Today’s must know: It left.\nToday’s deal: It is off.\n\nOff the rails\n\nIt left on Monday.",
            &["roundup -: Today’s must, Today’s deal:", "Off the rails: It left"],
        ),
        ("Welcome to The Ward, which we like.\n\nA lead begins here.", &["about -: Welcome to", "-: A lead"]),
        (
            "In this week’s Ward:\n\n- A bed\n- A bell\n\nA lead begins here.",
            &["roundup In this week’s Ward:: - A, - A", "-: A lead"],
        ),
        ("It left.\n\nAlso on hsj.co.uk today", &["-: It left.", "roundup Also on hsj.co.uk today: "]),
        (
            "Going up…\n\nIt rose and rose.\n\n…and down\n\nIt fell and fell.",
            &["Going up…: It rose", "…and down: It fell"],
        ),
        (
            "The Bed Count: mind it\n\nA weekly look at health, by our correspondent.\n\nA lead begins here.",
            &["The Bed Count: mind it: ", "-: A lead"],
        ),
        ("‘Nobody rang me’\n\nNobody rang him, he said.", &["‘Nobody rang me’: Nobody rang"]),
    ];
    for (text, expected) in rows {
        assert_eq!(outline(text), expected, "{text:?}");
    }
}

#[test]
fn taglines_tell_the_kind() {
    let rows = [
        ("The must-read stories and debate in health policy.", Some(Kind::Daily)),
        ("The must-read stories in health\u{a0}policy", Some(Kind::Daily)),
        ("Rounding up the day’s news in the NHS", Some(Kind::Daily)),
        ("A round-up of Monday’s health stories", Some(Kind::Daily)),
        ("Our roundup of what mattered to NHS leaders, to end the week", Some(Kind::Daily)),
        ("Your essential update on health for the week", Some(Kind::Weekly)),
        ("This week’s NHS news in one digest", Some(Kind::Weekly)),
        ("Essential insight into NHS finance.", Some(Kind::Briefing)),
        ("HSJ’s fortnightly briefing on the ambulance sector.", Some(Kind::Briefing)),
        ("The must-read analysis of NHS money, by Jane Smith", Some(Kind::Briefing)),
        ("The health service has had a bad week, and worse news is to come.", None),
        ("NHS England chief quits", None),
        ("Insight", None),
        ("Your must-read update on £3m of NHS money.", None),
    ];
    for (line, kind) in rows {
        let text = format!("{line}\n\nThe trust has lost its chair. It is looking for another.\n");
        let found = layout(&text);
        assert_eq!(found.tagline.map(|tagline| tagline.of(&text)), kind.map(|_| line), "{line:?}");
        assert_eq!(found.kind, kind.unwrap_or(Kind::Other), "{line:?}");
    }
}

#[test]
fn pages_tell_the_kind() {
    let rows = [
        ("4.06pm: It is over.\n\n3.05pm: It has begun.", Kind::Live),
        (
            "Headline one\nTeaser.\nHeadline two\nTeaser.\nHeadline three\nTeaser.\nHeadline four\nTeaser.",
            Kind::Headlines,
        ),
        ("Off the rails\n\nA train has left.\n\nAlso on today\n\nA column.", Kind::Daily),
        ("HSJ Catch Up\n\nThis weekly email has news.\n\nOff the rails\n\nA train has left.", Kind::Weekly),
        ("Off the rails\n\nA train has left.\n\nIt was late.", Kind::Other),
        ("", Kind::Other),
    ];
    for (text, kind) in rows {
        assert_eq!(layout(text).kind, kind, "{text:?}");
    }
}

#[test]
fn sections_stand_in_order_and_within_any_text() {
    let units = [
        "\n",
        "A\n",
        "#",
        "# a\n",
        "- ",
        "- a\n",
        "-\n",
        "1. a\n",
        "4.06pm: a\n",
        "4.06pm\n",
        "They are:\n",
        "**a**\n",
        "a\n==\n",
        "=\n",
        "NewsTrust\n",
        "\u{a0}",
        "\r\n",
        "É",
        "“\n",
        "{\n",
        "}",
        "£5m\n",
        "News\nTrust\n",
        "12/",
        "::",
        "By ",
        "Page 1\n",
        "Today's a: b\n",
        "\0",
        "\u{feff}\n",
        "View  Browser\n",
        "Also on\n",
        "    a\n\n\n    b c.\n\n",
    ];
    for unit in units {
        for more in units {
            let text = format!("{}{}", unit.repeat(40), more.repeat(40));
            let mut end = 0;
            for section in layout(&text).sections {
                assert!(section.heading.is_some() || !section.paragraphs.is_empty(), "{unit:?} {more:?}");
                for part in section.heading.iter().chain(&section.paragraphs) {
                    assert!(part.start() >= end && !part.of(&text).is_empty(), "{unit:?} {more:?}");
                    end = part.end();
                }
            }
        }
    }
}
