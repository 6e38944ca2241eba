"""Give before you ask: gives are useful, concrete and without conditions, and the balance never goes below zero."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import has_words
from campaigns.kinds import KINDS
from campaigns.ledger import asks_below_zero, explained_sum
from campaigns.occurrence import Occurrence
from campaigns.placeholders import placeholders_in
from campaigns.plan_findings import spoken
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText
from campaigns.principles.written import button_word, content_words, each_word, found_at

GIVES_FIRST: Final = 2
GIVES_IN_TEN: Final = 6  # of ten gives and asks in the first third
ASKING_BUTTONS: Final = frozenset({"button:join", "button:wish"})
CONCRETE_PLACEHOLDERS: Final = frozenset({"wish", "pain", "benefit"})


def two_gives_before_an_ask(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _first_ask)


def _first_ask(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    ask = next((one for one in occurrences if one.weight < 0), None)
    if ask is None:
        return
    days = {one.wall.date() for one in occurrences if one.weight > 0 and one.at < ask.at}
    if len(days) < GIVES_FIRST:
        fields = {"post": ask.post, "moment": _spoken(checked, ask), "gives": len(days), "needed": GIVES_FIRST}
        yield Found("ask_before_gives", f"posts.{ask.post}.when", fields, post=ask.post)


def asks_are_covered(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _asks_below_zero)


def _asks_below_zero(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    """One finding per post: the first time."""
    told: set[str] = set()
    for until in asks_below_zero(occurrences):
        ask = until[-1]
        if ask.post not in told:
            told.add(ask.post)
            next_give = next((one for one in occurrences if one.weight > 0 and one.at > ask.at), None)
            yield _below_zero(checked, until, next_give)


def _below_zero(checked: Checked, until: tuple[Occurrence, ...], next_give: Occurrence | None) -> Found:
    ask, place = until[-1], f"posts.{until[-1].post}.when"
    total = explained_sum(until, checked.campaign.language)
    fields = {"post": ask.post, "moment": _spoken(checked, ask), "sum": total}
    if next_give is None:
        return Found("ask_below_zero", place, fields, post=ask.post)
    later = {"give": next_give.post, "give_moment": _spoken(checked, next_give)}
    return Found("ask_below_zero_before_give", place, fields | later, post=ask.post)


def _spoken(checked: Checked, occurrence: Occurrence) -> str:
    return spoken(occurrence.wall, checked.campaign.language)


def the_first_third_gives(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _first_third)


def _first_third(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    begins = datetime.combine(checked.calendar.first_monday, time())
    ends = begins + timedelta(weeks=checked.campaign.weeks) / 3
    early = [one for one in occurrences if one.wall < ends]
    asks = [one for one in early if one.weight < 0]
    gives = sum(one.weight > 0 for one in early)
    if asks and gives * 10 < GIVES_IN_TEN * (gives + len(asks)):
        fields = {"gives": gives, "asks": len(asks)}
        yield Found("first_third_asks", f"posts.{asks[0].post}.when", fields, post=asks[0].post)


def gives_have_no_condition(checked: Checked) -> Iterator[Found]:
    yield from each_word(checked, "conditional", "conditional_give", _gives(checked))
    for text in _gives(checked):
        for name in sorted(ASKING_BUTTONS.intersection(placeholders_in(text.text))):
            yield found_at(text, "give_with_ask", text.text.find("{{"), words=button_word(checked, name))


def gives_are_concrete(checked: Checked) -> Iterator[Found]:
    for text in _gives(checked):
        if not _is_concrete(checked, text):
            yield found_at(text, "vague_give")


def _is_concrete(checked: Checked, text: WrittenText) -> bool:
    """It names where to click, what people did, or a thing of the goal, a wish or an audience."""
    language = checked.campaign.language
    return (
        not CONCRETE_PLACEHOLDERS.isdisjoint(placeholders_in(text.text))
        or has_words(language, "click_path", text.text)
        or (text.post.kind == "thanks" and has_words(language, "acts", text.text))
        or not content_words(language, text.text).isdisjoint(_subjects(checked))
    )


def _subjects(checked: Checked) -> frozenset[str]:
    campaign = checked.campaign
    said = [campaign.goal.text, (campaign.goal.measure or "").replace("_", " ")]
    said += [wish.title for wish in campaign.wishes.values()]
    said += [text for audience in campaign.audiences.values() for text in (audience.pain, audience.benefit)]
    return content_words(campaign.language, " ".join(said))


def _gives(checked: Checked) -> Iterator[WrittenText]:
    return (text for text in checked.texts if KINDS[text.post.kind].weight > 0)


PRINCIPLE: Final = Principle(
    name="reciprocity",
    evidence=(
        "A small unexpected gift raised donations by 17%, a large one by 75%, in about 10,000 letters. At "
        "work a bottle of €7 raised output by about 25% and €7 in cash did not; cash folded with visible "
        "effort did. Gifts of low quality and gifts with a condition do nothing. So: useful, unconditional, "
        "personal, with visible effort."
    ),
    sources=(
        "Falk 2007",
        "Kube, Maréchal & Puppe 2012",
        "Eckel, Herberich & Meer 2016",
        "Gneezy & List 2006, cited in Kube et al.",
    ),
    rules=(
        Rule(
            "R1",
            Level.ERROR,
            "An audience gets two giving posts on different days before the first ask.",
            check=two_gives_before_an_ask,
        ),
        Rule(
            "R2",
            Level.ERROR,
            "Gives minus asks is never below zero at an ask; when posting, only gives that were posted count.",
            check=asks_are_covered,
            where="campaigns/gates.py",
            is_gate=True,
        ),
        Rule(
            "R3",
            Level.WARN,
            "In the first third of the campaign at least 6 of 10 gives and asks are gives.",
            check=the_first_third_gives,
        ),
        Rule("R5", Level.ERROR, "A wish post waits until its wish is done.", where="campaigns/file_rules.py"),
        Rule(
            "R4",
            Level.ERROR,
            "A give asks nothing back: no ask button and no condition.",
            check=gives_have_no_condition,
        ),
        Rule("R6", Level.WARN, "A give names something concrete; vague praise is no give.", check=gives_are_concrete),
        Rule(
            "R7",
            Level.ERROR,
            "An ask that was not earned waits, and its owner hears which give comes next.",
            where="campaigns/gates.py",
            is_gate=True,
        ),
    ),
)
