//! Time stamps: how the entries of a live blog begin.

/// stamp = hour , ( "." | ":" | "/" ) , minute , [ space ] , ( "am" | "pm" ) , ( ":" | "-" | "–" | ) ; what follows it.
///
/// A slash is a slip of the finger that real pages have.
pub(super) fn stamp(line: &str) -> Option<&str> {
    let bytes = line.as_bytes();
    let hour = bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let timed = (1..=2).contains(&hour) && matches!(bytes.get(hour)?, b'.' | b':' | b'/');
    let minute = bytes.get(hour + 1..hour + 3).filter(|minute| timed && minute.iter().all(u8::is_ascii_digit))?;
    let after = line.get(hour + 3..)?;
    let rest = half_of_day(after.trim_start()).or_else(|| twenty_four(&bytes[..=hour], minute, after))?;
    let rest = rest.trim_start();
    Some(rest.strip_prefix([':', '-', '–', '—']).unwrap_or(rest))
}

/// half-of-day = "am" | "pm" | "a.m." | "p.m." ; no letter after it.
fn half_of_day(rest: &str) -> Option<&str> {
    let bytes = rest.as_bytes();
    bytes.first().filter(|byte| matches!(**byte | 0x20, b'a' | b'p'))?;
    let length = match bytes.get(1..4) {
        Some([b'.', b'm' | b'M', b'.']) => 4,
        _ if bytes.get(1).is_some_and(|byte| byte | 0x20 == b'm') => 2,
        _ => return None,
    };
    rest.get(length..).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// A time of the 24 hour clock: "14:05 ", "14.05:"; without a colon a point is a decimal one.
fn twenty_four<'a>(hour: &[u8], minute: &[u8], after: &'a str) -> Option<&'a str> {
    let [b'0'..=b'2', _, separator @ (b'.' | b':')] = hour else { return None };
    let marked =
        after.is_empty() || after.starts_with([':', '–', '—']) || (*separator == b':' && after.starts_with(' '));
    (marked && minute[0] < b'6').then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_begin_with_a_time() {
        let rows = [
            ("4.06pm: News", Some(" News")),
            ("5.36pm News", Some("News")),
            ("4/49pm: News", Some(" News")),
            ("12.18am", Some("")),
            ("9:30 a.m. – News", Some(" News")),
            ("11.20 AM: News", Some(" News")),
            ("14:05 News", Some("News")),
            ("14.05: News", Some(" News")),
            ("14.05", Some("")),
            ("14.05 per cent of them", None),
            ("14/05 News", None),
            ("4.06 per cent", None),
            ("4.5pm", None),
            ("4.06pmish", None),
            ("444.06pm", None),
            ("£4.06pm", None),
            ("9.95", None),
            ("4.", None),
        ];
        for (line, expected) in rows {
            assert_eq!(stamp(line), expected, "{line:?}");
        }
    }
}
