//! How fast a mailbox is read on one core: `cargo run --release -p bulletin-archive --example throughput [MAILBOX …]`.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::cast_precision_loss)]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use bulletin_archive::Archive;

const MEGABYTES: usize = 100;

fn main() {
    let named: Vec<_> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    for path in &named {
        tell(&path.display().to_string(), path);
    }
    if !named.is_empty() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let html = quoted_printable(&page());
    let messages = [
        ("plain", message("Content-Type: text/plain; charset=utf-8\n", &stories())),
        ("alternative", message("Content-Type: multipart/alternative; boundary=b\n", &alternative(&html))),
        (
            "html",
            message("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n", &html),
        ),
        ("html 8bit", message("Content-Type: text/html; charset=utf-8\n", &page())),
    ];
    for (name, message) in messages {
        let path = folder.path().join("mailbox");
        let mut mailbox = BufWriter::new(File::create(&path).unwrap());
        for number in 0..(MEGABYTES << 20) / message.len() {
            // A message that came before is left out, so each has an identity and words of its own.
            let other = message.replacen("<one@", &format!("<{number}@"), 1).replace("Big", &format!("Big {number}"));
            mailbox.write_all(other.as_bytes()).unwrap();
        }
        mailbox.flush().unwrap();
        tell(name, &path);
    }
}

/// Reads a mailbox to documents, then again to figures, and prints both rates.
fn tell(name: &str, path: &Path) {
    let megabytes = std::fs::metadata(path).unwrap().len() as f64 / 1e6;
    let start = Instant::now();
    let documents = Archive::new([path]).documents().map(Result::unwrap).count();
    let to_documents = megabytes / start.elapsed().as_secs_f64();
    let start = Instant::now();
    let texts = Archive::new([path]).documents().map(|document| document.unwrap().text);
    let figures: usize = texts.map(|text| bulletin::parse(&text).figures().count()).sum();
    let to_figures = megabytes / start.elapsed().as_secs_f64();
    println!(
        "{name:12} {megabytes:5.0} MB, {documents} documents at {to_documents:4.0} MB/s, {figures} figures at {to_figures:4.0} MB/s"
    );
}

/// A message with the headers that real ones have.
fn message(headers: &str, body: &str) -> String {
    let received = "Received: from relay.example (relay.example [192.0.2.1])\n\tby mx.example with ESMTPS id 5a9b8c7d\n\tfor <reader@example.org>; Wed, 02 May 2018 05:01:00 +0100\n";
    let signature = format!("DKIM-Signature: v=1; a=rsa-sha256;\n\tb={}\n", "bWFpbA/".repeat(40));
    format!(
        "From news@bulletin.example Wed May  2 05:01:00 2018\n{}{signature}From: News <news@bulletin.example>\nDate: Wed, 2 May 2018 05:01:00 +0100\nSubject: =?utf-8?Q?=C2=A33m?=\nMessage-ID: <one@bulletin.example>\nMIME-Version: 1.0\n{headers}\n{body}\n",
        received.repeat(4)
    )
}

fn stories() -> String {
    "Big spenders\n\nPriory Hythe Hospitals Trust will borrow “more than £3.5m”, nearly double its deficit.\n\n"
        .repeat(80)
}

fn page() -> String {
    let mut page =
        "<html><head><style>td { color: #333 }</style></head><body><table width=\"100%\"><tr><td>".to_owned();
    for story in 0..60 {
        writeln!(
            page,
            "<table width=\"600\" cellpadding=\"0\" style=\"border-collapse:collapse;\"><tr><td style=\"font-family:Arial,sans-serif;font-size:14px;line-height:20px;color:#333333;padding:0 10px\"><a href=\"https://click.example/{story}?u=0123456789abcdef\" style=\"color:#005eb8;text-decoration:none\"><b>Big spenders</b></a><br><br>Priory Hythe Hospitals Trust will borrow more than £3.5m&nbsp;a year, nearly double its deficit.</td></tr></table>"
        )
        .unwrap();
    }
    page + "</td></tr></table></body></html>\n"
}

fn alternative(html: &str) -> String {
    let plain = stories();
    format!(
        "--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{html}--b--\n"
    )
}

fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for byte in text.bytes() {
        match byte {
            b'\n' => {
                out.push('\n');
                column = 0;
                continue;
            }
            b'=' | 128.. => write!(out, "={byte:02X}").unwrap(),
            _ => out.push(char::from(byte)),
        }
        column += 1;
        if column > 70 {
            out.push_str("=\n");
            column = 0;
        }
    }
    out
}
