"""A leader speaks in their own words, with their own name and their own yes, and can be answered."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import WORD_LISTS, found_words, has_words
from campaigns.kinds import KINDS, Approver
from campaigns.model import Post
from campaigns.occurrence import Occurrence
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText
from campaigns.principles.written import each_word, found_at
from campaigns.sentences import words

LONGEST_SILENCE: Final = 6  # weeks
CLOSING_WEEKS: Final = 2
LONGEST_TEXT: Final = 120  # words
PERSONAL_KINDS: Final = frozenset({"benefit", "commitment"})  # about what one's own work becomes


def senders_are_persons(checked: Checked) -> Iterator[Found]:
    """Someone who is in `people` under the name of a group is no person either."""
    senders = {post.sender for post in checked.campaign.posts}
    for name, person in checked.campaign.people.items():
        if name in senders and _is_a_group(person.name):
            yield Found("sender_is_a_group", f"people.{name}.name", {"text": person.name})


def _is_a_group(name: str) -> bool:
    """The board, or the management of sales: nobody in particular who can be answered. Ann Board is a person."""
    return any(found.start == 0 for language in WORD_LISTS for found in found_words(language, "groups", name.strip()))


def senders_approve_their_texts(checked: Checked) -> Iterator[Found]:
    for post in checked.campaign.posts:
        if KINDS[post.kind].approver is Approver.SENDER and post.sender not in checked.campaign.people:
            yield Found("nobody_can_approve", f"posts.{post.id}.from", {"post": post.id}, post=post.id)
    yield from in_each_audience(checked, _approved_by_another)


def _approved_by_another(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    people = checked.campaign.people
    for one in {one.post: one for one in occurrences if one.sender not in (None, one.approver)}.values():
        approver = people[one.approver].name
        fields = {"post": one.post, "sender": people[str(one.sender)].name, "approver": approver}
        yield Found("approved_by_another", f"posts.{one.post}.from", fields, post=one.post)


def management_speaks_regularly(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _silences)


def _silences(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    posts = [one for one in occurrences if one.kind == "management"]
    if not any(one.week == 1 for one in posts):
        yield Found("silent_first_week", "campaign")
    for earlier, later in pairwise(posts):
        if later.week - earlier.week > LONGEST_SILENCE:
            fields = {"weeks": later.week - earlier.week, "longest": LONGEST_SILENCE, "earlier": earlier.post}
            yield Found("silent_for_weeks", f"posts.{later.post}.when", fields, post=later.post)
    if not any(one.week > checked.campaign.weeks - CLOSING_WEEKS for one in posts):
        yield Found("silent_at_the_end", "campaign", {"last": CLOSING_WEEKS})


def personal_impact_comes_from_the_lead(checked: Checked) -> Iterator[Found]:
    for post in checked.campaign.posts:
        if post.kind in PERSONAL_KINDS and post.sender in checked.campaign.people and not _leads(checked, post):
            fields = {"post": post.id, "sender": checked.campaign.people[post.sender].name}
            yield Found("not_from_the_lead", f"posts.{post.id}.from", fields, post=post.id)


def _leads(checked: Checked, post: Post) -> bool:
    """One audience at least."""
    audiences = checked.campaign.audiences
    return any(audiences[name].lead == post.sender for name in post.for_audiences)


def management_speaks_plainly(checked: Checked) -> Iterator[Found]:
    for text in checked.texts_of("management"):
        count = len(words(text.text))
        if count > LONGEST_TEXT:
            yield found_at(text, "management_is_long", count=count, most=LONGEST_TEXT)
        yield from _missing_words(checked, text)


def _missing_words(checked: Checked, text: WrittenText) -> Iterator[Found]:
    language = checked.campaign.language
    if not has_words(language, "first_person", text.text):
        yield found_at(text, "not_in_first_person")
    is_fixed, is_open = (has_words(language, name, text.text) for name in ("fixed", "undecided"))
    if not (is_fixed and is_open):
        key = "nothing_fixed" if is_open else "nothing_open" if is_fixed else "nothing_fixed_or_open"
        yield found_at(text, key)


def senders_can_be_answered(checked: Checked) -> Iterator[Found]:
    """Every post shows how to ask and object; a text may not close that way again."""
    return each_word(checked, "no_reply", "cannot_be_answered", checked.texts)


PRINCIPLE: Final = Principle(
    name="authority",
    evidence=(
        "Active and visible sponsorship is the first success factor in every Prosci benchmark; 72% against "
        "29% met their objectives with very effective and with ineffective sponsors. Employees want business "
        "reasons from leaders and personal impact from their own manager. These are surveys of a vendor, "
        "self-reported and correlational. No evidence was found that a bot speaking as a leader works, so it "
        "never does."
    ),
    sources=(
        "Prosci, Best Practices in Change Management",
        "Flynn & Lide 2023",
    ),
    rules=(
        Rule(
            "A1",
            Level.ERROR,
            "The sender is one named person with a role, not a group such as the board.",
            check=senders_are_persons,
            where="campaigns/file_rules.py",
        ),
        Rule(
            "A2",
            Level.ERROR,
            "Who is the sender of a text also approves it.",
            check=senders_approve_their_texts,
        ),
        Rule(
            "A5",
            Level.WARN,
            "Management speaks in the first week, at least every 6 weeks, and at the end.",
            check=management_speaks_regularly,
        ),
        Rule(
            "A7",
            Level.WARN,
            "What changes in people's own work comes from their team lead rather than from a director.",
            check=personal_impact_comes_from_the_lead,
        ),
        Rule(
            "A6",
            Level.WARN,
            "Management writes as I or we, in 120 words at most, and says what is fixed and what is open.",
            check=management_speaks_plainly,
        ),
        Rule(
            "A8",
            Level.ERROR,
            "Whoever speaks can be answered: every post shows how, and no text closes that way.",
            check=senders_can_be_answered,
            where="campaigns/why.py",
        ),
        Rule(
            "A3",
            Level.ERROR,
            "A yes is bound to the exact text, and holds for 10 working days; an edit that changes it asks again.",
            where="campaigns/gates.py, campaigns/approval_text.py, campaigns/replan.py",
            is_gate=True,
        ),
        Rule(
            "A4",
            Level.ERROR,
            "Without a text and a yes at its moment a post stays out; the owner hears so 5 and 2 working days ahead.",
            where="campaigns/gates.py, bot/jobs/ask_approval.py",
            is_gate=True,
        ),
    ),
)
