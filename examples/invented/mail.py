"""Emails: a bulletin as plain text, as a page, or as both, in the encodings that real mail has."""

from __future__ import annotations

import binascii
from html import escape
from typing import NamedTuple

from .bulletins import Bulletin, Line
from .dice import Dice

WIDTH = 72


class Form(NamedTuple):
    """How an email is put together: its parts, their charset and transfer encoding, and whether lines are broken."""

    parts: tuple[str, ...]
    charset: str
    transfer: str
    is_wrapped: bool = False


# What mail programs of fifteen years send.
FORMS = (
    Form(("plain",), "utf-8", "8bit"),
    Form(("plain",), "utf-8", "8bit", is_wrapped=True),
    Form(("plain",), "utf-8", "quoted-printable"),
    Form(("plain",), "utf-8", "base64"),
    Form(("plain",), "windows-1252", "8bit", is_wrapped=True),
    Form(("plain",), "windows-1252", "quoted-printable"),
    Form(("html",), "utf-8", "quoted-printable"),
    Form(("html",), "utf-8", "base64"),
    Form(("html",), "windows-1252", "quoted-printable"),
    Form(("html",), "us-ascii", "7bit"),
    Form(("plain", "html"), "utf-8", "quoted-printable"),
    Form(("plain", "html"), "utf-8", "8bit"),
    Form(("plain", "html"), "windows-1252", "quoted-printable"),
)

SENDERS = {
    "daily": "HSJ Daily <daily@news.example>",
    "weekly": "HSJ Catch Up <weekly@news.example>",
    "headlines": "HSJ Alerts <alerts@news.example>",
    "briefing": "HSJ Expert Briefing <briefings@news.example>",
    "live": "HSJ Live <live@news.example>",
}
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()  # noqa: SIM905
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905

HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>{title}</title>
<style type="text/css">
body {{ margin: 0; padding: 0; background: #f2f2f2; }}
.story {{ font-family: Georgia, serif; font-size: 16px; line-height: 24px; color: #222222; }}
@media only screen and (max-width: 600px) {{ .page {{ width: 100% !important; }} }}
</style></head>
<body>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<table class="page" role="presentation" width="600" cellpadding="0" cellspacing="0" border="0">
"""
FOOT = "</table>\n</td></tr></table>\n</body></html>\n"
ROWS = {
    "tagline": '<tr><td class="tagline"><p>{}</p></td></tr>\n',
    "heading": '<tr><td style="padding: 24px 16px 0 16px;"><h2 style="margin: 0; color: #0b4f6c;">{}</h2></td></tr>\n',
    "headline": '<tr><td style="padding: 16px;"><h3><a href="https://news.example/story">{}</a></h3></td></tr>\n',
    "text": '<tr><td class="story" style="padding: 0 16px;"><p style="margin: 0 0 12px 0;">{}</p></td></tr>\n',
    "teaser": '<tr><td class="story" style="padding: 0 16px;"><p>{}</p></td></tr>\n',
}
# How a line stands in plain text, and the lines between it and the next.
PLAIN = {"headline": "    {}\n\n\n", "teaser": "    {}\n\n"}


def email(bulletin: Bulletin, seed: int) -> bytes:
    """The email, its lines ended by LF alone."""
    dice = Dice(seed, bulletin.number, "mail")
    form = dice.pick(FORMS)
    parts = [_part(bulletin, kind, form) for kind in form.parts]
    fields = _fields(bulletin, dice)
    if len(parts) == 1:
        return fields + parts[0]
    boundary = f"=_part_{bulletin.number:08x}"
    inner = b"".join(b"--%s\n%s\n" % (boundary.encode(), part) for part in parts)
    kind = f'Content-Type: multipart/alternative; boundary="{boundary}"\n\n'
    return fields + kind.encode() + inner + f"--{boundary}--\n".encode()


def message_id(bulletin: Bulletin) -> str:
    """The email's own identity, without angle brackets."""
    return f"{bulletin.number:07}.{bulletin.kind}@news.example"


def sent(bulletin: Bulletin) -> str:
    """When it was sent, as a header field has it; in English on any machine."""
    at = bulletin.sent
    return f"{DAYS[at.weekday()]}, {at.day:02} {MONTHS[at.month - 1]} {at.year} {at:%H:%M:%S} +0000"


def separator(bulletin: Bulletin) -> str:
    """The line before the email in a mailbox."""
    at = bulletin.sent
    day = f"{DAYS[at.weekday()]} {MONTHS[at.month - 1]} {at.day:2} {at:%H:%M:%S} {at.year}"
    return f"From {bulletin.kind}@news.example {day}\n"


def _fields(bulletin: Bulletin, dice: Dice) -> bytes:
    date = sent(bulletin)
    relay = f"10.{dice.below(256)}.{dice.below(256)}.{dice.below(256)}"
    fields = (
        f"Return-Path: <bounce-{bulletin.number}@news.example>",
        f"Received: from mta{dice.below(9)}.news.example ([{relay}]) by mx.reader.example; {date}",
        f"Message-ID: <{message_id(bulletin)}>",
        f"Date: {date}",
        f"From: {SENDERS[bulletin.kind]}",
        "To: A Reader <reader@reader.example>",
        f"Subject: {_encoded(bulletin.subject)}",
        "List-Unsubscribe: <https://news.example/unsubscribe>",
        "MIME-Version: 1.0",
    )
    return "".join(field + "\n" for field in fields).encode()


def _encoded(words: str) -> str:
    """The words as a header field has them."""
    if words.isascii():
        return words
    pieces = [words[start : start + 15] for start in range(0, len(words), 15)]
    return "\n ".join(f"=?utf-8?b?{binascii.b2a_base64(piece.encode(), newline=False).decode()}?=" for piece in pieces)


def _part(bulletin: Bulletin, kind: str, form: Form) -> bytes:
    text = plain(bulletin.lines, is_wrapped=form.is_wrapped) if kind == "plain" else _page(bulletin, form.charset)
    body = text.encode(form.charset, "xmlcharrefreplace")
    if form.transfer == "quoted-printable":
        body = binascii.b2a_qp(body, istext=True)
    elif form.transfer == "base64":
        # Lines of 57 bytes become lines of 76 characters.
        body = b"".join(binascii.b2a_base64(body[start : start + 57]) for start in range(0, len(body), 57))
    fields = f"Content-Type: text/{kind}; charset={form.charset}\nContent-Transfer-Encoding: {form.transfer}\n\n"
    return fields.encode() + body


def plain(lines: list[Line], *, is_wrapped: bool) -> str:
    """The lines as plain text."""
    told = []
    for style, text in lines:
        told.append(PLAIN.get(style, "{}\n\n").format(wrapped(text) if is_wrapped and style == "text" else text))
    return "".join(told)


def wrapped(paragraph: str) -> str:
    """The paragraph with its lines broken as mail programs do: at a space, and not after 72 characters if possible."""
    lines = []
    while len(paragraph) > WIDTH:
        cut = paragraph.rfind(" ", 1, WIDTH + 1)
        cut = cut if cut > 0 else paragraph.find(" ", WIDTH)
        if cut < 0:
            break
        lines.append(paragraph[:cut])
        paragraph = paragraph[cut + 1 :]
    return "\n".join([*lines, paragraph])


def _page(bulletin: Bulletin, charset: str) -> str:
    rows = "".join(ROWS[style].format(escape(text, quote=False)) for style, text in bulletin.lines)
    rows = rows.replace("\u00a0", "&nbsp;")
    return HEAD.format(charset=charset, title=escape(bulletin.subject)) + rows + FOOT
