//! Whose a figure is: who has, pays, receives or owes it.

mod others;
mod part;
mod party;
mod stand_in;
mod stood_for;
mod subject;
mod teller;

use crate::context::Draft;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner, Part, Role};
use crate::span::Span;
use crate::text::sentences;
use crate::text::words::word_starts_back;
use part::UNNAMED;
use stand_in::StandIns;
use subject::article_subject;

/// An article as its owners are looked for.
struct Story<'a> {
    text: &'a str,
    /// Every organisation that it names, in order.
    mentions: &'a [Mention],
    /// Those of them that are no national body.
    local: Vec<Mention>,
    /// The one trust or commissioner that it names; in a round-up, that its paragraph names.
    subject: Option<Mention>,
    /// The one trust or commissioner that its first sentence tells of.
    lead: Option<Mention>,
    /// Where that may be named: the story, or the paragraph of a round-up.
    bounds: Span,
    /// What it says is told again below.
    heading: Option<Span>,
    /// Words of the sentence at hand that stand for somebody.
    stand_ins: StandIns,
}

/// Gives each figure of an article its owners, where the words of its sentence say whose it is.
///
/// A local body of the same sentence comes first, then those that "the trust", "it" or "the two" stand for, then one that
/// the money goes to, then a national body that deals with it in the same clause; and last the one local body that the
/// article is about.
pub(super) fn owners(draft: &Draft<'_>, figures: &mut [MoneyFigure]) {
    let Draft { text, role, heading, parts, mentions } = *draft;
    let local: Vec<Mention> =
        mentions.iter().filter(|mention| mention.kind != OrganisationKind::National).copied().collect();
    let whole =
        parts.iter().fold(Span::at(0, 0), |whole, (part, _)| if whole.is_empty() { *part } else { whole.cover(*part) });
    let first = parts.iter().map(|(part, _)| *part).find(|part| Some(*part) != heading);
    let first = first.map(|part| sentences::around(text, part, Span::at(part.start(), 0)));
    let firm = first.and_then(|first| subject::leading_firm(text, first, &local));
    let subject = firm.or_else(|| article_subject(&local)).or_else(|| subject::only_one(text, whole, mentions));
    let lead = first.and_then(|first| article_subject(within(&local, first)));
    let another = subject.or(lead).is_some_and(|one| stand_in::tells_of_another(text, whole, mentions, &one));
    let (subject, lead) = if another { (None, None) } else { (subject, lead) };
    let stand_ins = StandIns::of(text, mentions, Span::at(0, 0));
    let mut story = Story { text, mentions, local, subject, lead, bounds: whole, heading, stand_ins };
    let mut last = Span::at(0, 0);
    let mut owners = Vec::new();
    for figure in figures.iter_mut() {
        let part = parts.partition_point(|(part, _)| part.end() < figure.span.end());
        let Some((paragraph, _)) = parts.get(part).filter(|(part, _)| part.contains(figure.span)) else { continue };
        if role == Role::Roundup && story.bounds != *paragraph {
            story.subject = article_subject(within(&story.local, *paragraph));
            story.bounds = *paragraph;
            story.lead = None;
        }
        if story.stand_ins.sentence != figure.sentence {
            story.stand_ins = StandIns::of(text, mentions, figure.sentence);
        }
        let before = std::mem::replace(&mut last, figure.span);
        if others::is_of_other(text, mentions, figure)
            || others::is_of_public(text, figure)
            || others::is_another(text, mentions, figure)
            || others::tells_of_other(text, mentions, figure)
            || others::is_clause_of_many(text, mentions, figure)
            || stand_in::stands_for_none(&story, figure)
        {
            owners.clear();
            continue;
        }
        figure.organisations = story.owners(*paragraph, figure);
        if figure.organisations.is_empty() {
            // A round-up goes on with something else.
            let goes_on = || {
                story.goes_on(*paragraph, before, figure) && (role != Role::Roundup || figure.sentence.contains(before))
                    || story.goes_on_as_it(before, &owners, figure)
            };
            let mut told = if !owners.is_empty() && goes_on() { owners.clone() } else { Vec::new() };
            if told.is_empty() {
                told.extend(story.lead(figure).map(Owner::from));
            }
            if !told.is_empty() && !stand_in::is_of_several(&story, figure) {
                figure.organisations = told;
            }
        }
        let follows = figure.organisations.iter().any(|owner| owner.cue.start() >= figure.span.end());
        if !figure.organisations.is_empty()
            && !follows
            && (others::is_clause_of_other(text, mentions, figure)
                || others::is_average(text, mentions, figure) && !stand_in::is_it(&story, figure))
        {
            figure.organisations.clear();
        }
        owners.clone_from(&figure.organisations);
    }
    share_out(text, figures);
}

/// "A and B had deficits of £5m and £3m respectively": one each, in order.
fn share_out(text: &str, figures: &mut [MoneyFigure]) {
    for sentence in figures.chunk_by_mut(|one, next| one.sentence == next.sentence) {
        let [first, .., last] = &*sentence else { continue };
        let owners = first.organisations.clone();
        let after = Span::new(last.span.end(), last.sentence.end()).map(|after| after.of(text)).unwrap_or_default();
        let alike = |figure: &MoneyFigure| {
            figure.organisations.iter().map(|owner| owner.name).eq(owners.iter().map(|owner| owner.name))
        };
        if owners.len() == sentence.len()
            && after.trim_start().starts_with("respectively")
            && sentence.iter().all(alike)
        {
            for (figure, owner) in sentence.iter_mut().zip(owners) {
                figure.organisations = vec![owner];
            }
        }
    }
}

impl Story<'_> {
    /// Whether a figure is told of those that the last one was told of: it names nobody, in the same paragraph.
    fn goes_on(&self, paragraph: Span, last: Span, figure: &MoneyFigure) -> bool {
        // "It spent £1.1m, including £200,000 with Vale Partners"
        let part = Span::new(last.end(), figure.span.start()).and_then(|way| {
            let way = way.of(self.text);
            let after = &self.text[figure.phrase.end()..figure.sentence.end().max(figure.phrase.end())];
            let share = [" of it", " of that", " of this"].iter().any(|words| after.starts_with(words));
            let until = if share { last.end() } else { figure.span.start() };
            let part = way.len() <= 80 && (share || way.contains("including ")) && !way.contains(". ");
            part.then_some(until)
        });
        let until = part.unwrap_or(figure.sentence.end());
        paragraph.contains(last)
            && Span::new(last.end(), until).is_some_and(|since| within(self.mentions, since).is_empty())
            && !others::is_of_many(self.text, self.mentions, figure)
            && !self.is_told(figure)
            && UNNAMED.at(figure.sentence.of(self.text)).is_none()
    }

    /// "Accounts show it was propped up by £45m of loans": whether "it" begins or leads a paragraph that names nobody so far, soon
    /// after the last figure.
    fn goes_on_as_it(&self, last: Span, owners: &[Owner], figure: &MoneyFigure) -> bool {
        const NEAR: usize = 300;
        let Some(since) = Span::new(last.end(), figure.span.start()) else { return false };
        let kept = |owner: &Owner| {
            within(&self.local, owner.name)
                .first()
                .is_some_and(|one| matches!(one.kind, OrganisationKind::Trust | OrganisationKind::Commissioner))
        };
        since.len() <= NEAR
            && owners.iter().all(kept)
            && within(self.mentions, since).is_empty()
            && stand_in::is_it(self, figure)
            && !self.is_told(figure)
            && !others::is_of_many(self.text, self.mentions, figure)
    }

    /// Whether one tells of the figure who tells of others' money.
    fn is_told(&self, figure: &MoneyFigure) -> bool {
        teller::is_told(self.text, within(self.mentions, figure.sentence), figure)
    }

    /// "The bill for the rebuild has reached £5m. Vale Trust …": whether a story names its subject soon after a figure, and
    /// nobody before.
    fn names_soon(&self, subject: &Mention, figure: &MoneyFigure) -> bool {
        /// How far into the next sentence, in bytes.
        const SOON: usize = 6;
        /// The longest beginning of a story, in bytes.
        const LEAD: usize = 800;
        let Some(start) = self.heading.map(Span::end) else { return false };
        let Some(before) = Span::new(start, figure.sentence.end()) else { return false };
        let first = Span::new(start, subject.span.end()).and_then(|story| within(self.mentions, story).first());
        let apart = !figure.sentence.contains(subject.span) || subject.span.start() < figure.span.start();
        apart
            && subject.span.start() <= figure.sentence.end() + SOON
            && first == Some(subject)
            && before.len() <= LEAD
            && !before.of(self.text).trim_start().contains("\n\n")
            && !others::tells_of_many(self.text, before)
    }

    /// The one trust or commissioner that the story's first sentence tells of, for a figure whose sentence names nobody.
    fn lead(&self, figure: &MoneyFigure) -> Option<Mention> {
        const NEAR: usize = 300;
        let lead = self.lead?;
        let near = Span::new(lead.span.end(), figure.span.start()).is_some_and(|way| way.len() <= NEAR);
        let sentence = figure.sentence.of(self.text);
        let alone = within(self.mentions, figure.sentence).is_empty() && UNNAMED.at(sentence).is_none();
        (near && alone && !others::tells_of_many(self.text, figure.sentence)).then_some(lead)
    }

    /// National bodies that deal with the figure in the same clause.
    fn nationals(&self, paragraph: Span, figure: &MoneyFigure) -> Vec<Owner> {
        let mut owners = subject::before(self.text, self.mentions, figure);
        // "Practices owe NHS Property Services £5m"
        if owners.is_empty() {
            owners.extend(party::receiver(self.text, self.mentions, figure));
        }
        owners.retain(|owner| {
            // "NHS Improvement has told 20 trusts to cut their deficits by £5m": those are theirs.
            if owner.part == Part::Subject && others::leads_to_many(self.text, owner, figure) {
                return false;
            }
            let given = party::given(self.text, owner, figure).is_some();
            given
                || subject::possesses(self.text, owner, figure)
                || subject::acts(self.text, owner, figure)
                || subject::is_told_of(self.text, self.mentions, owner, figure)
        });
        // "NHS England has advanced £15m": to the one that the article is about.
        // "NHS England has lent trusts £15m" is not.
        let pays = |owner: &Owner| owner.part == Part::Payer && !others::leads_to_many(self.text, owner, figure);
        let named = |subject: &Mention| subject.span.start() < figure.span.start() || self.heading == Some(paragraph);
        let payee = self.subject.filter(named).filter(|_| owners.iter().any(pays));
        owners.extend(payee.map(|subject| Owner { part: Part::Payee, ..Owner::from(subject) }));
        owners
    }

    /// The one that the story is about, for a figure whose sentence tells of nobody.
    fn told_of(&self, paragraph: Span, figure: &MoneyFigure) -> Option<Mention> {
        // The heading tells what the story below does.
        let told = |subject: &Mention| {
            self.heading == Some(paragraph)
                || subject.span.start() < figure.span.start()
                || (others::is_introduced(self.text, figure)
                    && !others::names_other_kind(self.text, figure.sentence, subject))
                || self.names_soon(subject, figure)
        };
        let many = || {
            others::is_of_many(self.text, self.mentions, figure)
                || stand_in::is_of_several(self, figure)
                || self.is_told(figure)
                || self.subject.is_some_and(|subject| stand_in::begins_telling(self, &subject, figure))
        };
        let other = |subject: &Mention| {
            self.heading == Some(paragraph) && others::names_other_kind(self.text, paragraph, subject)
        };
        self.subject.filter(told).filter(|subject| !many() && !other(subject))
    }

    fn owners(&self, paragraph: Span, figure: &MoneyFigure) -> Vec<Owner> {
        let subjects = |mentions: &[Mention]| subject::before(self.text, mentions, figure);
        let mut owners: Vec<Owner> = subject::sure(self.text, self.mentions, figure).into_iter().collect();
        if owners.is_empty() {
            owners = party::run(self.text, &self.local, figure);
        }
        if owners.is_empty() && stand_in::has_clause(self, figure) {
            owners = stood_for::stood_for(self, paragraph, figure);
        }
        if owners.is_empty() {
            owners = subjects(&self.local);
        }
        if owners.iter().any(|owner| others::asks_many(self.text, owner, figure)) {
            return Vec::new();
        }
        if owners.is_empty() {
            owners = stood_for::stood_for(self, paragraph, figure);
        }
        if owners.is_empty() {
            owners.extend(party::receiver(self.text, &self.local, figure));
        }
        if owners.is_empty() {
            owners.extend(party::party(self.text, &self.local, figure));
        }
        // "A hospital trust has paid consultants £3m. Vale Trust …"
        if let Some(subject) = self.subject.filter(|_| others::is_introduced(self.text, figure))
            && !owners.is_empty()
            && owners.iter().all(|owner| owner.name != subject.name)
        {
            owners.insert(0, Owner::from(subject));
        }
        if !owners.is_empty() {
            owners.extend(party::other_side(self.text, self.mentions, figure));
            let receiver = party::receiver(self.text, self.mentions, figure);
            let lender = party::lender(self.text, self.mentions, figure);
            let party = party::party(self.text, self.mentions, figure);
            for other in receiver.into_iter().chain(lender).chain(party) {
                if owners.iter().all(|owner| owner.name != other.name) {
                    owners.push(other);
                }
            }
        }
        if owners.is_empty() {
            let led = party::led_to(self.text, &self.local, figure);
            let party = || party::other_party(self.text, &self.local, figure);
            owners.extend(led.or_else(party).or_else(|| party::speaker(self.text, &self.local, figure)));
        }
        if owners.is_empty() {
            owners = self.nationals(paragraph, figure);
        }
        if owners.is_empty() {
            owners.extend(stood_for::told_after(self, figure));
        }
        if owners.is_empty() {
            owners.extend(self.told_of(paragraph, figure).map(Owner::from));
        }
        owners.retain(|owner| !self.unnamed_actor(owner, figure));
        if let [owner] = owners.as_mut_slice() {
            owner.part = party::given(self.text, owner, figure).unwrap_or(owner.part);
            let other = match owner.part {
                Part::Payee => party::payer(self.text, self.mentions, owner, figure)
                    .or_else(|| party::paid_by(self.text, self.mentions, owner, figure)),
                Part::Payer => party::biller(self.text, self.mentions, owner, figure),
                Part::Subject => None,
            };
            owners.extend(other);
        }
        owners
    }

    /// Whether somebody without a name stands between the owner's words and the figure: "the groups had agreed to pay £3m".
    fn unnamed_actor(&self, owner: &Owner, figure: &MoneyFigure) -> bool {
        let text = self.text;
        let start = if figure.sentence.contains(owner.cue) { owner.cue.end() } else { figure.sentence.start() };
        let end = figure.span.start();
        let Some(way) = Span::new(start.min(end), end) else { return false };
        // "It will take on a hospital that lost £13m"
        let another = ["a hospital that ", "a provider that ", "a firm that ", "a company that "];
        if another.iter().any(|one| way.of(text).contains(one)) {
            return true;
        }
        let named = |at: usize| within(self.mentions, way).iter().any(|mention| mention.span.contains(Span::at(at, 1)));
        word_starts_back(text, way.start(), end).any(|at| {
            // "Commissioners’ plans" only says whose plans.
            let unnamed = UNNAMED.at(&text[at..end]);
            unnamed.is_some_and(|((), length)| !text[at + length..].starts_with(['’', '\'']) && !named(at))
        })
    }
}

impl From<Mention> for Owner {
    fn from(mention: Mention) -> Self {
        Owner { name: mention.name, cue: mention.span, part: Part::Subject }
    }
}

/// Those of `mentions` that stand in `span`; both in order.
fn within(mentions: &[Mention], span: Span) -> &[Mention] {
    let from = mentions.partition_point(|mention| mention.span.start() < span.start());
    let to = mentions.partition_point(|mention| mention.span.start() < span.end());
    mentions.get(from..to).unwrap_or_default()
}

/// Whether a mention is told in one breath with the one before it: "Stourmere, Nether Vale and Great Hulme".
fn is_joined(text: &str, pair: &[Mention]) -> bool {
    const JOINTS: [&str; 9] =
        ["and", ",", ", and", "&", "and the", ", the", ", and the", "and its neighbour", "and neighbouring"];
    let between = Span::new(pair[0].span.end(), pair[1].span.start());
    between.is_some_and(|between| JOINTS.contains(&between.of(text).trim()))
}

/// The mentions that are told in one breath with the last of `mentions`.
fn coordinated<'m>(text: &str, mentions: &'m [Mention]) -> &'m [Mention] {
    let count = mentions.windows(2).rev().take_while(|pair| is_joined(text, pair)).count();
    &mentions[mentions.len() - mentions.len().min(count + 1)..]
}
