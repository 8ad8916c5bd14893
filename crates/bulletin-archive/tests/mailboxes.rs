//! Mailboxes, whole and cut.
#![allow(missing_docs, clippy::unwrap_used)]

use bulletin_archive::{Document, Origin, read_bytes};

const MAILBOX: &str = "\
From news@bulletin.example Wed May  2 05:01:00 2018
From: news@bulletin.example
Date: Wed, 2 May 2018 05:01:00 +0100
Subject: First

Hythe owes £3m.

>From here on it saves.
>>From Fell: a quotation.
From Monday it will pay £1m.
 >From stays.

From - Thu May 03 05:01:00 2018
From: news@bulletin.example
Date: Thu, 3 May 2018 05:01:00 +0100
Subject: Second
Content-Type: text/html; charset=utf-8

<p>Fell owes £2m.</p>

From 123@xxx Fri May 04 05:01:00 +0000 2018
From: news@bulletin.example
Date: Fri, 4 May 2018 05:01:00 +0100
Subject: Third

Dale owes £1m.
";

fn read(mailbox: &str) -> Vec<Result<Document, String>> {
    let documents = read_bytes(mailbox.as_bytes(), Origin::of("inbox"));
    documents.into_iter().map(|document| document.map_err(|error| error.to_string())).collect()
}

#[test]
fn messages_come_one_by_one_with_their_places() {
    for mailbox in [MAILBOX.to_owned(), MAILBOX.replace('\n', "\r\n")] {
        let documents: Vec<Document> = read(&mailbox).into_iter().map(Result::unwrap).collect();
        let subjects: Vec<_> = documents.iter().map(|document| document.origin.subject.as_deref().unwrap()).collect();
        assert_eq!(subjects, ["First", "Second", "Third"]);
        for document in &documents {
            let place = usize::try_from(document.origin.position).unwrap();
            assert!(mailbox[place..].starts_with("From "), "{place}");
            assert!(mailbox[place..].contains(document.origin.subject.as_deref().unwrap()));
            assert_eq!(document.warnings, Vec::<String>::new());
        }
        assert_eq!(
            documents[0].text.trim_end(),
            "Hythe owes £3m.\n\nFrom here on it saves.\n>From Fell: a quotation.\nFrom Monday it will pay £1m.\n >From stays."
        );
        assert_eq!(documents[1].text, "Fell owes £2m.\n");
        assert_eq!(documents[2].origin.to_string(), format!("inbox at byte {}", documents[2].origin.position));
    }
}

#[test]
fn a_cut_last_message_is_read_with_a_warning() {
    let documents = read(MAILBOX.trim_end_matches(" owes £1m.\n"));
    let last = documents[2].as_ref().unwrap();
    assert_eq!(last.text, "Dale");
    assert_eq!(last.warnings, ["expected a line end after the message, but found the end of the mailbox"]);
}

#[test]
fn a_message_without_text_is_an_error_and_the_rest_is_read() {
    let documents = read(&MAILBOX.replace("<p>Fell owes £2m.</p>", "<img>"));
    let position = MAILBOX.find("From - ").unwrap();
    assert_eq!(documents[1], Err(format!("expected text, but found nothing in inbox at byte {position}")));
    assert!(documents[0].is_ok() && documents[2].is_ok());
}

#[test]
fn only_a_line_with_a_time_and_a_year_starts_a_message() {
    let rows = [
        ("From a@b.example Wed May  2 05:01:00 2018", 2),
        ("From a@b.example Wed May  2 5:01 2018", 2),
        ("From a@b.example Wed, 2 May 2018 05:01:00 +0100", 2),
        ("From Monday 5:30 on", 1),
        ("From May 2018 on", 1),
        ("From", 1),
        ("From ", 1),
        (" From a@b.example Wed May  2 05:01:00 2018", 1),
    ];
    for (line, count) in rows {
        let mailbox =
            format!("From a Wed May  2 05:01:00 2018\nSubject: One\n\nText.\n\n{line}\nSubject: Two\n\nText.\n");
        assert_eq!(read(&mailbox).len(), count, "{line}");
    }
}
