//! One text in the forms in which bulletins come.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use encoding_rs::WINDOWS_1252;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const HEADERS: &str = "From: News <news@bulletin.example>\nTo: reader@example.org\n\
    Date: Wed, 2 May 2018 05:01:00 +0100\nSubject: =?utf-8?Q?=C2=A33m?=\nMIME-Version: 1.0\n";

/// A file of some form: its name, its bytes, and the texts that are in it.
pub(crate) type Form<'a> = (&'static str, Vec<u8>, Vec<&'a str>);

/// The forms of a text; what holds several holds another after it.
pub(crate) fn of<'a>(text: &'a str, other: &'a str) -> Vec<Form<'a>> {
    let plain = |text: &str| mail("text/plain; charset=utf-8", "8bit", text.as_bytes());
    let quoted = |text: &str| {
        let body = quoted_printable(text.as_bytes());
        mail("text/plain; charset=utf-8", "quoted-printable", body.as_bytes())
    };
    let packed = |text: &str| mail("text/plain; charset=utf-8", "base64", base64(text.as_bytes()).as_bytes());
    let mailbox = |one: Vec<u8>, two: Vec<u8>| [message(&one), message(&two)].concat();
    let (one, two) = (vec![text], vec![text, other]);
    let mut forms = vec![
        ("plain.txt", text.as_bytes().to_vec(), one.clone()),
        ("quoted-printable.eml", quoted(text), one.clone()),
        ("quoted-printable-crlf.eml", crlf(&quoted(text)), one.clone()),
        ("base64.eml", packed(text), one.clone()),
        ("base64-crlf.eml", crlf(&packed(text)), one.clone()),
        ("two.mbox", mailbox(plain(text), quoted(other)), two.clone()),
        ("two-crlf.mbox", crlf(&mailbox(packed(text), plain(other))), two.clone()),
        ("two.mbox.gz", gzipped(&mailbox(quoted(text), packed(other))), two.clone()),
        ("two.zip", zipped(&[("a/plain.txt", text.as_bytes()), ("b.eml", &quoted(other))]), two),
        ("plain.txt.gz", gzipped(text.as_bytes()), one.clone()),
    ];
    let (windows, _, is_lossy) = WINDOWS_1252.encode(text);
    if !is_lossy {
        forms.push(("windows-1252.eml", mail("text/plain; charset=windows-1252", "8bit", &windows), one.clone()));
        forms.push(("windows-1252.txt", windows.into_owned(), one));
    }
    forms
}

/// A newsletter's page: the headings that the labels name as `h2`, all else as paragraphs.
pub(crate) fn page(text: &str, labels: &Value) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut page = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n".to_owned();
    let mut next = 0;
    for article in labels["articles"].as_array().unwrap() {
        let line = |key: &str| usize::try_from(article[key].as_u64().unwrap()).unwrap();
        let start = line("start_line") - 1;
        paragraphs(&mut page, &lines[next..start]);
        next = line("end_line");
        let mut body = start;
        if let Some(heading) = article["heading"].as_str() {
            // A label may be glued to the front of its heading: "HSJ LocalTrust in the red".
            let mut words = String::new();
            while !words.ends_with(&unspaced(heading)) && body < next {
                words.push_str(&unspaced(lines[body]));
                body += 1;
            }
            writeln!(page, "<h2>{}</h2>", escaped(heading)).unwrap();
        }
        paragraphs(&mut page, &lines[body..next]);
    }
    paragraphs(&mut page, &lines[next..]);
    page + "</body></html>\n"
}

/// Each run of lines without a blank one is a paragraph.
fn paragraphs(page: &mut String, lines: &[&str]) {
    for paragraph in lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()) {
        writeln!(page, "<p>{}</p>", escaped(&paragraph.join("\n"))).unwrap();
    }
}

fn unspaced(words: &str) -> String {
    words.split_whitespace().collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('£', "&pound;")
}

fn mail(content_type: &str, encoding: &str, body: &[u8]) -> Vec<u8> {
    let headers = format!("{HEADERS}Content-Type: {content_type}\nContent-Transfer-Encoding: {encoding}\n\n");
    [headers.as_bytes(), body].concat()
}

/// A mail as a mailbox has it, in the mboxrd form.
fn message(mail: &[u8]) -> Vec<u8> {
    let mut message = b"From news@bulletin.example Wed May  2 05:01:00 2018\n".to_vec();
    for line in mail.split(|&byte| byte == b'\n') {
        let unquoted = line.trim_ascii_start().iter().skip_while(|&&byte| byte == b'>');
        if line.starts_with(b">") || line.starts_with(b"From ") {
            message.extend(unquoted.take(5).eq(b"From ").then_some(b'>'));
        }
        message.extend(line);
        message.push(b'\n');
    }
    message.push(b'\n');
    message
}

fn quoted_printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let (line, end) = line.strip_suffix(b"\n").map_or((line, ""), |line| (line, "\n"));
        let mut column = 0;
        for (at, &byte) in line.iter().enumerate() {
            let is_last = at + 1 == line.len();
            let piece = match byte {
                b' ' | b'\t' if is_last => format!("={byte:02X}"),
                b'=' | 0..=8 | 10..=31 | 127.. => format!("={byte:02X}"),
                _ => char::from(byte).to_string(),
            };
            if column + piece.len() > 75 {
                out.push_str("=\n");
                column = 0;
            }
            column += piece.len();
            out.push_str(&piece);
        }
        out.push_str(end);
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (number, three) in bytes.chunks(3).enumerate() {
        if number > 0 && number % 19 == 0 {
            out.push('\n');
        }
        let bits = three.iter().fold(0_usize, |bits, &byte| bits << 8 | usize::from(byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            let is_filler = digit > three.len();
            out.push(if is_filler { '=' } else { char::from(DIGITS[bits >> (18 - 6 * digit) & 63]) });
        }
    }
    out + "\n"
}

fn crlf(bytes: &[u8]) -> Vec<u8> {
    bytes.split(|&byte| byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..])
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::STORE);
    for (name, bytes) in entries {
        writer.start_file(*name, stored).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
