//! `bulletin explain`: marks under the text, and a block for each figure.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use support::Folder;

#[test]
fn one_figure_is_marked_and_told() {
    let expected = "\
The trust overspent by nearly £3m in 2017-18.
          ~~~~~~~~~~~~ -------^^^    ~~~~~~~
          topic                      period

nearly £3m
  amount         3,000,000
  currency       GBP
  qualifier      nearly
  per            –
  change         –
  topic          deficit  by “overspent by”
  periods        2017-18  by “2017-18”
  organisations  –
  rule           prefixed
";
    assert_eq!(explained(&["The trust overspent by nearly £3m in 2017-18."]), expected);
}

#[test]
fn several_figures_are_numbered_under_the_words_they_share() {
    let explained = explained(&["It owes £2m and over £3m a year."]);
    let marks: Vec<_> = explained.lines().take(3).collect();
    assert_eq!(marks[1], "   ~~~~ ^^^     -----^^^-~~~~~~", "{explained}");
    assert_eq!(marks[2], "   |    1            2   per 2", "{explained}");
    assert!(explained.contains("\n1  £2m\n   amount") && explained.contains("\n2  over £3m a year\n   amount"));
}

#[test]
fn wide_characters_and_lines_keep_marks_under_their_words() {
    // text | the line of marks below the last line of the text that has any
    let table = [
        ("財務 £3m", "     ^^^"),
        ("cafe\u{301} £3m", "     ^^^"),
        ("\t£3m", " ^^^"),
        ("One\r\nowes £3m\r\n", "~~~~ ^^^"),
        ("Its finance director told the board on Tuesday that it still has a debt of £3\nmillion.", "^^^^^^^"),
        ("👩\u{200D}⚕\u{FE0F} £3m", "   ^^^"),
    ];
    let folder = Folder::with(&[]);
    for (text, expected) in table {
        let explained = folder.run(&["explain", text]).clean();
        let marks = explained.lines().rfind(|line| line.contains('^'));
        assert_eq!(marks, Some(expected), "{text:?}\n{explained}");
    }
}

#[test]
fn long_lines_are_broken_between_words_with_their_marks() {
    let text = format!("{}The trust owes nearly £3m to suppliers.", "Nothing much happened on the ward. ".repeat(5));
    let explained = explained(&[&text]);
    let (shown, _) = explained.split_once("\n\n").unwrap();
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    let words = shown.lines().filter(|line| !line.contains(['^', '~', '-']) && !line.trim_start().starts_with("topic"));
    assert_eq!(words.collect::<Vec<_>>().join(" "), text);
    let lines: Vec<_> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("£3m")).unwrap();
    let column = |line: &str, sign: &str| line.split_once(sign).map(|(before, _)| before.chars().count());
    assert_eq!(column(lines[at], "£3m"), column(lines[at + 1], "^^^"), "{shown}");
    assert_eq!(column(lines[at], "nearly"), column(lines[at + 1], "-------"), "{shown}");
}

#[test]
fn a_text_may_start_with_a_minus_and_options_may_follow() {
    let explained = explained(&["-£3m last year", "--published", "2018-03-12"]);
    assert!(explained.contains("amount         -3,000,000"), "{explained}");
}

#[test]
fn an_open_currency_and_a_range_are_told() {
    let explained = explained(&["It cost $10-12m."]);
    assert!(explained.contains("amount         10,000,000 to 12,000,000\n"), "{explained}");
    assert!(explained.contains("currency       open\n"), "{explained}");
    assert!(explained.contains("qualifier      range\n"), "{explained}");
}

#[test]
fn a_text_without_money_says_so() {
    assert_eq!(explained(&["Nothing to pay."]), "Nothing to pay.\n\nno figures\n");
    assert_eq!(explained(&[""]), "\nno figures\n");
}

#[test]
fn standard_input_is_explained_as_an_argument_is() {
    let text = "The trust overspent by nearly £3m in 2017-18.";
    assert_eq!(Folder::with(&[]).run_on(&["explain", "-"], text.as_bytes()).clean(), explained(&[text]));
}

fn explained(args: &[&str]) -> String {
    Folder::with(&[]).run(&[&["explain"], args].concat()).clean()
}
