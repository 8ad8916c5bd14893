//! Pages as they come, and what they say.
#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn pages_read_as_text() {
    let rows = [
        ("Plain", "Plain\n"),
        ("", ""),
        ("<p>One</p><p>Two", "One\n\nTwo\n"),
        ("<p>  One\n\t two </p>", "One two\n"),
        ("a<b>b</b>c <i> d</i>", "abc d\n"),
        ("One<br>two<br/>three", "One\ntwo\nthree\n"),
        ("One<br><br>two", "One\n\ntwo\n"),
        ("<h2>Big <i>spenders</i></h2>The trust.", "## Big spenders\n\nThe trust.\n"),
        ("<h1><br>Two<br>lines</h1>x y", "## Two lines\n\nx y\n"),
        (
            "<p><b>Big spenders</b></p><p>The trust owes £3m this year.</p>",
            "## Big spenders\n\nThe trust owes £3m this year.\n",
        ),
        ("<p><b>Big</b> spenders</p><p>The trust owes £3m.</p>", "Big spenders\n\nThe trust owes £3m.\n"),
        ("<p><b>It owes £3m.</b></p><p>The trust said so.</p>", "It owes £3m.\n\nThe trust said so.\n"),
        ("<p><b>Read more ></b></p><p>The trust said so.</p>", "Read more >\n\nThe trust said so.\n"),
        ("<b><p>All of</p><p>the page is bold</p></b>", "All of\n\nthe page is bold\n"),
        ("<p style='font-size:22px'>Big</p><p>The trust owes £3m.</p>", "## Big\n\nThe trust owes £3m.\n"),
        ("<p style='FONT: bold 14px/18px Arial'>Big</p><p>It owes £3m now.</p>", "## Big\n\nIt owes £3m now.\n"),
        ("<font size=5>Big</font><p>The trust owes £3m.</p>", "## Big\n\nThe trust owes £3m.\n"),
        ("<ul><li>One<li><p>Two</p><p>more</p></ul>After", "- One\n\n- Two\n\nmore\n\nAfter\n"),
        ("£3m&nbsp;a&nbsp;year", "£3m\u{a0}a\u{a0}year\n"),
        ("<p>&nbsp;</p><p>x</p>", "x\n"),
        ("&pound;3&shy;m co&#8203;st&zwnj;s", "£3m costs\n"),
        ("a <b>b</b> <i>&zwnj;</i><u>c</u> &#8203;", "a b c\n"),
        ("<body class=has-preheader>x", "x\n"),
        ("<head><title>News\n today</title><style>p{}</style></head><script>1<2</script>x", "x\n"),
        ("<div style='display:none'>hid<p>den</p></div>x", "x\n"),
        ("<div style='font-size:0'>a<span style='font-size:14px'>b</span></div>", "b\n"),
        ("<div style='max-height:0;overflow:hidden'>pre</div>x", "x\n"),
        ("<div style='max-height:0;position:relative'>kept</div>x", "kept\n\nx\n"),
        ("<span class='PreHeader'>pre</span>x", "x\n"),
        ("<p hidden>no</p><p>yes</p>", "yes\n"),
        ("<img src=a alt=logo width=1>x<a href='https://x.example'>Link</a>", "xLink\n"),
        ("<!--[if mso]><p>Outlook</p><![endif]--><![if !mso]>Others<![endif]>", "Others\n"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc\n"),
        ("a&amp;b &lt;c&gt; &unknown;", "a&b <c> &unknown;\n"),
        ("x < y and <3", "x < y and <3\n"),
    ];
    check(&rows);
}

#[test]
fn tables_read_as_layout_or_as_data() {
    let rows = [
        ("<table><tr><td><p>One</p><p>Two</p></td><td>Three</td></tr></table>", "One\n\nTwo\n\nThree\n"),
        (
            "<table><tr><th>Trust<th>Deficit<tr><td>Hythe<td>£3m<tr><td>Fell<td>£2m</table>x",
            "Trust | Deficit\nHythe | £3m\nFell | £2m\n\nx\n",
        ),
        (
            "<table><tr><td>Hythe</td><td>-£3m</td></tr><tr><td>Fell</td><td></td></tr><tr><td>Dale</td><td>(4.1)</td></tr></table>",
            "Hythe | -£3m\nFell\nDale | (4.1)\n",
        ),
        ("<table><tr><th>a<th>b<th>c<tr><td>1<td><td>3</table>", "a | b | c\n1 |  | 3\n"),
        ("<table><tr><td>News<td>Jobs</tr><tr><td>Comment<td>Events</table>", "News\n\nJobs\n\nComment\n\nEvents\n"),
        ("<table><tr><td>1<td>One</table>", "1\n\nOne\n"),
        ("<table><tr><td><table><tr><td>a<td>1<tr><td>b<td>2</table><td>c</table>d", "a | 1\nb | 2\n\nc\n\nd\n"),
        ("<table><tr><td><div>a</td><td>b</div></td></tr></table>c</div>d", "a\n\nb\n\ncd\n"),
    ];
    check(&rows);
}

#[test]
fn sheets_hide_and_set_off() {
    let rows = [
        (".pre { display: none }", "<p class='a PRE'>hid</p>x", "x\n"),
        ("#pre{DISPLAY:NONE !important}", "<p id=pre>hid</p><p class=pre>x", "x\n"),
        ("span{visibility:hidden}", "<span>hid</span>x", "x\n"),
        ("div.a, .b{font-size:0;color:#fff}", "<div class=a>hid</div><p class=a>x</p><p class=b>hid", "x\n"),
        (".a{max-height:0px;overflow:hidden}", "<div class=a>hid</div>x", "x\n"),
        (".a{opacity:0} .b{mso-hide:all}", "<p class=a>hid<p class=b>hid<p>x", "x\n"),
        ("<!-- /* c { */ .a{display:none} -->", "<p class=a>hid<p>x", "x\n"),
        (
            "@import 'a'; @media (max-width:600px){.a{display:none} .b{display:none}} .c{display:none}",
            "<p class=a>one<p class=b>two<p class=c>hid",
            "one\n\ntwo\n",
        ),
        (".a{display:none} .a{display:block}", "<span class=a>one</span><span class=a>two", "one\n\ntwo\n"),
        (".b{display:inline} .a{display:none}", "<p class='a b'>hid<p class=b>x", "x\n"),
        (".a{display:none}", "<p class=a style='display:block'>x", "x\n"),
        ("#i{display:block} .a{display:none}", "<p class=a id=i>x", "x\n"),
        (
            ".a .b{display:none} a:hover{display:none} *{display:none} .a>i{display:none}",
            "<p class=a><i class=b>x",
            "x\n",
        ),
        (".head{font:bold 22px Arial}", "<p class=head>Big</p><p>It owes £3m now.", "## Big\n\nIt owes £3m now.\n"),
        (
            ".thin{font-weight:normal}",
            "<p class=thin><b class=thin>Big</b></p><p>It owes £3m.",
            "Big\n\nIt owes £3m.\n",
        ),
        (".a{display:none", "<p class=a>hid<p>x", "x\n"),
        (".a{display:none}}{;.b{", "<p class=a>hid<p class=b>x", "x\n"),
    ];
    let pages: Vec<_> = rows.map(|(css, body, text)| (format!("<style>{css}</style>{body}"), text)).into();
    check(&pages.iter().map(|(page, text)| (page.as_str(), *text)).collect::<Vec<_>>());
}

#[test]
fn bylines_are_no_headings() {
    let rows = [
        ("By Jane Smith", false),
        ("BY JANE SMITH", false),
        ("By Dr Jane O’Neill-Smith and Tom Jones", false),
        ("By: Jane Smith, health correspondent", false),
        ("By Jane Smith | 4 May 2018", false),
        ("By the numbers", true),
        ("By Any Other Name", true),
        ("By Friday", true),
        ("By hook or by crook", true),
        ("Bystanders Jane Smith", true),
    ];
    for (words, is_heading) in rows {
        for tag in ["b", "h3"] {
            let page = format!("<p><{tag}>{words}</{tag}></p><p>The trust owes £3m, and it will pay it.</p>");
            assert_eq!(read(&page).text.starts_with("## "), is_heading, "{page}");
        }
    }
}

#[test]
fn many_rules_and_names_take_linear_time() {
    let rule = |n: usize| format!(".a{n},.a{{display:none}}.b{{");
    let rules: String = (0..50_000).map(rule).collect();
    let names = (0..50_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(" ");
    let page = format!("<style>{rules}</style><p class='{names}'>{}x", "<i class=b></i>".repeat(50_000));
    assert_eq!(read(&page).text, "x\n");
}

#[test]
fn titles_are_kept_apart() {
    assert_eq!(read("<title> The\n week &amp; more</title>x").title.unwrap(), "The week & more");
}

#[test]
fn a_page_that_hides_everything_is_shown_with_a_warning() {
    let page = read("<div style='display:none'>preview<p>The trust owes £3m.");
    assert_eq!(page.text, "preview\n\nThe trust owes £3m.\n");
    assert_eq!(page.warning.unwrap(), "expected visible text, but found only hidden text; it was read");
}

#[test]
fn deep_and_unmatched_tags_take_linear_time() {
    for tag in ["div", "b", "table", "td", "li", "ul", "p", "x", "span style='display:none'", "h1", "blockquote"] {
        let name = tag.split(' ').next().unwrap();
        for page in [
            format!("<{tag}>").repeat(10_000) + "x",
            format!("<{tag}>").repeat(10_000) + "x" + &format!("</{name}>").repeat(10_000),
            format!("<b><{tag}></i></{name}></b>").repeat(10_000) + "x",
            format!("<table><tr><td><{tag}>").repeat(5_000) + "x",
        ] {
            assert_eq!(read(&page).text.trim_start_matches(['#', '-', ' ']), "x\n", "{tag}");
        }
    }
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|&(html, expected)| (html, expected.to_owned(), read(html).text))
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
