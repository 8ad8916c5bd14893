"""The sentences of the invented news. All are made up, and so is everything that they say.

A slot in braces is a name (`{org}`) or a sum: `{kind.change freedom period owner}`, all but the kind optional.

| part | values |
|---|---|
| change | `.up` and `.down` for the size of a change, `.from`, `.risen`, `.fallen` for its ends |
| freedom | `!` the sum alone, none: a hedge may stand before it, `?` a hedge, a range or a vague sum |
| period | `@`: it is for the year that the sentence names |
| owner | `&name` is an owner beside the story's organisation, `=name` the only one |

`[one|another]` is either.
"""

from __future__ import annotations

from typing import NamedTuple


class Plot(NamedTuple):
    """A kind of story. `when` says which results it is for; `about`, who can be its subject."""

    about: str
    when: str | None
    headings: tuple[str, ...]
    openings: tuple[str, ...]
    details: tuple[str, ...]


PLOTS = (
    Plot(
        "trust",
        "deficit",
        ("In the red", "A year to forget", "Off plan again", "Sums that will not add up", "[Winter|Autumn] of red ink"),
        (
            "{org} [ended|finished|closed] {year} with a deficit of {deficit@}[, its board has been told|, accounts show|].",
            "The accounts of {org} for {year} show a deficit of {deficit@}[, and nobody on the board called it a surprise|].",
            "{org} was {deficit@} in deficit at the end of {year}[, according to its annual report|].",
        ),
        (
            "That is {overspend.up!} worse than planned[, and the plan was no picnic|].",
            "[{Trust}|{short}] missed its savings target by {saving!}[, mostly because two wards stayed open|].",
            "It has [applied for|asked {regulator} for] a loan of {loan?}[ to pay its suppliers|].",
            "Its agency bill [rose|climbed] from {agency.from!} to {agency.risen!}[ in twelve months|].",
            "{person}, its finance director, [told the board|said] that {debt} was owed to suppliers.",
            "A recovery plan counts on savings of {saving?}[, few of which have a name|].",
        ),
    ),
    Plot(
        "trust",
        "surplus",
        ("In the black", "Money in the bank", "Against the tide", "A trust that made ends meet"),
        (
            "{org} [ended|finished] {year} with a surplus of {surplus@}[, its accounts show|].",
            "There was a surplus of {surplus@} at {org} in {year}[, helped by a land sale|].",
        ),
        (
            "Its turnover was {turnover!}[, according to the annual report|].",
            "{Trust} also raised {receipts} from its car parks[, a sore point with staff|].",
            "[Its chair|The chief executive] wants to spend {capital?} on new theatres.",
            "Savings of {saving} were delivered[, most of them on drugs|].",
        ),
    ),
    Plot(
        "trust",
        None,
        ("Bricks and mortar", "Raising the roof", "The long wait for a new wing", "Scaffolding, at last"),
        (
            "{org} has [won|been given] approval to build a {capital!} hospital [on its old car park|beside the ring road].",
            "The board of {org} [signed off|agreed] a {capital!} capital scheme [last week|on Tuesday].",
        ),
        (
            "The backlog of repairs [stands at|has reached] {backlog}[, half of it rated as urgent|].",
            "The first survey alone cost {cost}[, and found asbestos|].",
            "Capital funding of {capital?&department} will come from the {department}.",
            "{supplier} has the building contract, which is worth {contract&supplier}.",
            "The estimate has [gone up|risen] by {capital.up!}[ since the drawings were made|].",
        ),
    ),
    Plot(
        "trust",
        None,
        ("Strangers on the ward", "The price of a locum", "Cover story", "Temporary measures"),
        (
            "Agency staff cost {org} {agency@} in {year}[, figures released to this publication show|].",
            "{org} spent {agency@} on agency staff in {year}[, its board papers say|].",
        ),
        (
            "One locum [was paid|earned] {locum}[ over the bank holiday|].",
            "[Nurses from an agency|Agency nurses] cost {shift}[ at the weekend|].",
            "All agency spending {limit!} now needs the approval of {regulator}.",
            "It hopes to cut its agency bill by {agency.down!}[ with a bank of its own|].",
        ),
    ),
    Plot(
        "trust",
        None,
        ("Parting company", "Golden goodbyes", "The cost of leaving", "Fewer desks"),
        (
            "{org} spent {redundancy@} on redundancy in {year}[, a freedom of information request has found|].",
            "Redundancy payments cost {org} {redundancy@} in {year}.",
        ),
        (
            "The largest single exit payment was {payoff!}.",
            "The chief executive, {person}, earns {salary!}.",
            "[Closing the old headquarters|The reorganisation] is meant to save {saving?}.",
            "Its pay bill has [grown|gone up] by {wages.up!}[ all the same|].",
        ),
    ),
    Plot(
        "trust",
        None,
        ("In the dock", "Lessons, and a bill", "Harm done", "A settlement"),
        (
            "{org} has been fined {fine!} [after a patient was given the wrong blood|over a fall from a window].",
            "{org} must pay {damages} in damages [to the family of a young man|after a late diagnosis].",
        ),
        (
            "It was also ordered to pay costs of {cost!}.",
            "A second family was awarded {damages} in compensation[ last spring|].",
            "Legal fees came to {cost}[, the board was told|].",
        ),
    ),
    Plot(
        "trust",
        None,
        ("System failure", "Paper lives on", "Log in, wait, log out", "Signed, sealed, delayed"),
        (
            "{org} has awarded {supplier} a contract worth {contract?&supplier} [for pathology|to run its laboratories].",
            "{org} and {supplier} have signed a {contract!&supplier} deal [for patient transport|for cleaning and catering].",
            "{supplier} won a contract worth {licence!&supplier} [to supply records|for imaging] at {org}.",
        ),
        (
            "Consultants who wrote the tender were paid {cost!}.",
            "The previous contract was worth {contract}.",
            "It [should|is meant to] save {saving?}[ over its life|].",
        ),
    ),
    Plot(
        "commissioner",
        None,
        ("Dividing the cake", "Short commissions", "What the county can afford", "A plan for the valley"),
        (
            "{org} [faces|is forecasting] a deficit of {gap?@} in {year}[, papers for its governing body say|].",
            "{org} expects to overspend by {overspend@} in {year}[, mostly on continuing care|].",
        ),
        (
            "It [receives|gets] funding of {head!}[, among the lowest in the region|].",
            "{council} has put {funding&council} into a joint fund[ for home care|].",
            "Spending on drugs has risen by {cost.up!}[ since the summer|].",
            "{Trust} has found savings of {saving}[, on paper|].",
            "It pays {yearly} for [a walk-in centre|beds in a nursing home] that [few use|stands half empty].",
        ),
    ),
    Plot(
        "commissioner",
        None,
        ("Seed money", "A helping hand", "Cash with strings", "Round two of the fund"),
        (
            "{org} has been awarded {funding!&regulator} by {regulator} [for community beds|to cut waiting times].",
            "{regulator} has given {org} funding of {funding!&regulator} [for diagnostic centres|for mental health teams].",
        ),
        (
            "It had asked for {funding}.",
            "The national fund is worth {national=regulator}[, says {regulator}|].",
            "A charge of {price!} [for parking|for a copy of the notes] will be dropped.",
        ),
    ),
    Plot(
        "trust",
        None,
        ("Rescue party", "On the never-never", "Borrowed time", "Cash call"),
        (
            "{org} has borrowed {loan!&department} from the {department} [to pay its staff|since the summer].",
            "The {department} has agreed a loan of {loan!&department} to {org}.",
        ),
        (
            "Its debts to other bodies [stand at|now come to] {debt?}.",
            "Its cash ran down from {cash.from!} to {cash.fallen!} [in a quarter|between two meetings].",
            "A year ago it was forecasting a deficit of {gap!}.",
            "Its income is {turnover}[, most of it from two commissioners|].",
        ),
    ),
)

BACKGROUND = (
    "[{Trust}|{short}] did not [wish to comment|reply before this email was sent].",
    "A spokeswoman said patients [came first|would not notice a thing], which [was not the question|is good to know].",
    "The inspectors rated it “requires improvement” [in the spring|two years ago], and “good” for caring.",
    "{person}, its chief executive, has [been in post for 14 months|announced that she will leave in June].",
    "About {n} per cent of its nursing posts are vacant, and the canteen closes at three.",
    "[Nearly|More than] {n},000 people are waiting for an operation, {few} of them for over a year.",
    "Governors asked {n} questions in {few} hours and received as many answers as one might expect.",
    "It treats 1.{few}m people a year on {few} sites, the largest of which was built for half of that.",
    "“We have a plan, and we have a plan for when the plan fails,” {person} told the meeting.",
    "{regulator} says that it is [working closely with the board|monitoring the position].",
    "The four hour target was last met in {month}, when {n} per cent of patients were seen in time.",
    "Ambulances waited outside for {n} minutes on average, and one for {few} hours.",
    "Staff turnover is {few}.{few} per cent, and sickness is {few}.2 per cent.",
    "The local MP has [asked for a meeting with ministers|started a petition], which {n},{few}00 people have signed.",
    "No decision is expected before [the election|the autumn], and few would bet on it after that.",
    "It is the third such review in {few} years, and the first to have been written by a doctor.",
    "Junior doctors say the rota has {few} gaps in it, and that one of them is the rota coordinator.",
    "The register of risks runs to {n} pages; the register of interests to one.",
    "Board papers put it more politely, on page {n}, under any other business.",
    "Its neighbours have looked at a merger [twice|three times] and thought better of it each time.",
    "The scheme should open in {later}, which is what was said of it in {year}.",
    "Band {few} posts are hardest to fill, along with anything that involves the M{few}2.",
    "Of {few} bids received, {few} were from within the county and one from a firm that sells lifts.",
    "What began as a pilot in {few} practices now covers {n}0,000 patients.",
    "Everyone agrees that something must be done, and that somebody else should do it.",
    "{person}, who chairs the audit committee, asked for the numbers to be read out again.",
    "The report, all {n}0 pages of it, will be published when it has been checked for accuracy.",
    "GPs are [sceptical|hopeful], and {few} of {n} practices have yet to sign.",
    "The vote was {n} to {few}, with the chair abstaining.",
    "The wards are clean, the notes are legible, and the lifts work on {few} days in ten.",
    "Its {n} community nurses drive further each year to see fewer people.",
    "Nobody could say where the other {n} beds had gone, though several had a theory.",
    "A consultation [closed in {month}|runs until {month}]; {n} people have answered, {few} of them twice.",
    "[Unions|Doctors' leaders] [called it a start|were less kind], and will be balloted in {month}.",
    "Mortality is as expected, which is better than it was and worse than it should be.",
    "The rate of falls has dropped by {few} per cent since the carpets were taken up.",
    "{person}, a former mayor, has chaired it since {month} and is on {few} other boards.",
    "In an earlier life the building was a {few}00 bed workhouse, and in January one can tell.",
    "Two in {few} of its doctors are over 55, and the other {n} would like to be.",
    "The new system went live at {few} in the morning, with a helpline that opened at ten.",
    "One in {few} calls to 111 ends in a visit to hospital, and one in {n} in a complaint.",
    "Its recovery director, {person}, left after {few} weeks, by mutual consent and by train.",
    "[Councillors|Campaigners] have referred the closure to ministers, who have referred it back.",
    "The trouble with {few}-day working, as the board heard, is the other {few}.",
    "Demand has risen by {few} per cent [since the pandemic|in five years]; the number of beds has not.",
)

DAILY_TAGLINES = (
    "The must-read stories and debate in health policy and leadership.",
    "The must-read stories and debate in health policy and leadership.",
    "HSJ's round-up of the day's must read stories and debate",
    "HSJ's roundup of Monday's must read stories and debate",
)
WEEKLY_TAGLINES = (
    "Your essential update on health for the week",
    "HSJ Catch Up - your essential update on health for the week.",
)
BRIEFING_TAGLINES = (
    "Expert insight into NHS money and the people who look after it. By {person}",
    "The fortnightly briefing on integrated care and how it is paid for, by {person}",
    "Essential insight into the finances of the region, by {person}",
)
ABOUT_WEEKLY = (
    "Every Friday this email gathers what mattered in the week. Whether you were on leave, on a ward or on a train,"
    " it will bring you up to date before the weekend."
)
ALSO = (
    "{person} asks [who is counting the beds|what a target is for]. Meanwhile, {org} has lost its second chair.",
    "{person} writes about the new rules, and we report that {org} spent {cost!} on a website that nobody visits.",
    "There is more on {org} and its chief executive, and a long read about night shifts.",
)
TEASERS = (
    "FINANCE: {org} has reported a deficit of {gap!} [for the first half of the year|after six months].",
    "FINANCE: {org} [plans|intends] to save {saving!}[, its operational plan says|].",
    "WORKFORCE: {org} has appointed {person} as its medical director. [She joins in July|He starts on Monday].",
    "STRUCTURE: {org} and {other} are to share a chair[ from next month|].",
    "PERFORMANCE: {org} has missed the cancer target for the {few}th month running.",
    "COMMERCIAL: {supplier} has won a {contract!&supplier} contract with {org}.",
    "{org} spent {agency!} on agency staff[, the second highest sum in the region|].",
    "Patients were cared for in a corridor for {n} hours, inspectors of {org} have found.",
    "The board of {org} has approved a {capital!} business case for a new emergency department.",
)
TEASER_HEADINGS = (
    "{place} board to meet in private",
    "New chair for {place}",
    "{place} looks again at its numbers",
    "Regulator steps in at {place}",
    "Merger talks resume in {place}",
    "{place} waits for an answer",
)
LIVE_ENTRIES = (
    "Good morning. {n} witnesses are expected, along with {few} hours of questions on waiting times.",
    "A show of hands: {few} members are for the amendment and {n} have gone to lunch.",
    "“We have been here before,” says {person}, who has. “In {year}, to be exact, and it rained then too.”",
    "The minister has sat down. [No mention of social care|Nothing on pay].",
    "{person} of the {few}-strong committee asks how many beds have closed. The answer is {n}.",
    "The Treasury has set aside {national!=treasury} for the service[, to some surprise|].",
    "Asked about {org}, the permanent secretary says its deficit was {gap!}.",
    "We are told that {regulator} will publish its plan [this afternoon|before the summer].",
    "A reader writes that {org} has spent {cost!} on its new logo.",
)
BRIEFING_LEADS = (
    "Half a year in, and the forecasts are [cheerful|heroic] again. Here is what the papers say if you read to the end.",
    "It is the season of plans, and the plans are late. I have read {n} of them so that you need not.",
)
