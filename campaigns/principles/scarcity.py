"""Say that something is limited only where it is, with numbers from the seat book, and without pressure."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import found_words
from campaigns.model import Post
from campaigns.occurrence import Occurrence
from campaigns.placeholders import placeholders_in
from campaigns.plan_findings import spoken
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText
from campaigns.principles.written import Shown, each_word, found_at, posted, shown
from campaigns.sentences import sentences, words
from campaigns.wanted import opening_and_closing
from campaigns.wording import written_day
from campaigns.words import MONTHS

OPEN_WORKING_DAYS: Final = 3
MOST_STATUS_POSTS: Final = 2
CONSEQUENCES_APART: Final = timedelta(weeks=6)
OTHER_WAYS: Final = frozenset({"invitation", "pulse"})
SEAT_KINDS: Final = frozenset({"call", "status"})
SHORTEST_ACTION: Final = 3  # words


def sign_up_is_open_and_announced_in_time(checked: Checked) -> Iterator[Found]:
    if checked.campaign.seats is not None:
        yield from _sign_up_is_short(checked)
        yield from in_each_audience(checked, _sign_up_is_sudden)


def _sign_up_is_short(checked: Checked) -> Iterator[Found]:
    """The first and the last day count: from Monday until Wednesday is three working days."""
    opens, closes = (wall.date() for wall in opening_and_closing(checked.campaign, checked.calendar))
    days = (opens + timedelta(days=number) for number in range((closes - opens).days + 1))
    open_days = sum(checked.calendar.is_working_day(day) for day in days)
    if open_days < OPEN_WORKING_DAYS:
        yield Found("sign_up_is_short", "seats.closes", {"days": open_days, "needed": OPEN_WORKING_DAYS})


def _sign_up_is_sudden(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    campaign, seats = checked.campaign, checked.campaign.seats
    call = next((one for one in occurrences if one.kind == "call"), None)
    if call is None or seats is None:
        return
    opens = opening_and_closing(campaign, checked.calendar)[0].date()
    last = checked.calendar.shift(opens, -1)
    before = {one.post for one in occurrences if one.wall.date() <= last}
    words = (seats.name.casefold(), written_day(campaign.language, opens).casefold())
    if not any(_announces(campaign.post(post), words) for post in before):
        fields = {"post": call.post, "day": spoken(call.wall, campaign.language)}
        yield Found("sign_up_is_sudden", f"posts.{call.post}.when", fields, post=call.post)


def _announces(post: Post, words: tuple[str, ...]) -> bool:
    """It names the seats or the day on which they open. What a briefing asks for is written later."""
    said = " ".join((*post.texts, post.briefing or "")).casefold()
    return any(word in said for word in words) or "opens" in placeholders_in(said)


def status_posts_are_few(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _too_many_status_posts)


def _too_many_status_posts(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    status = [one for one in occurrences if one.kind == "status"]
    if len(status) > MOST_STATUS_POSTS:
        post = status[MOST_STATUS_POSTS].post
        fields = {"count": len(status), "most": MOST_STATUS_POSTS}
        yield Found("too_many_status_posts", f"posts.{post}.when", fields, post=post)


def consequences_are_rare(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _consequences_too_close)


def _consequences_too_close(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    posts = [one for one in occurrences if one.kind == "consequence"]
    for earlier, later in pairwise(posts):
        if later.wall.date() - earlier.wall.date() < CONSEQUENCES_APART:
            fields = {"post": later.post, "earlier": earlier.post, "weeks": CONSEQUENCES_APART.days // 7}
            yield Found("consequences_too_close", f"posts.{later.post}.when", fields, post=later.post)


def those_who_miss_out_can_take_part(checked: Checked) -> Iterator[Found]:
    if checked.campaign.seats is not None:
        yield from in_each_audience(checked, _calls_without_another_way)


def _calls_without_another_way(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    weeks = {one.week for one in occurrences if _is_another_way(checked.campaign.post(one.post))}
    for call in occurrences:
        if call.kind == "call" and call.week not in weeks:
            fields = {"post": call.post, "week": call.week}
            yield Found("no_other_way", f"posts.{call.post}.when", fields, post=call.post)


def _is_another_way(post: Post) -> bool:
    return post.kind in OTHER_WAYS or any("button:wish" in placeholders_in(text) for text in post.texts)


def scarce_places_have_seats(checked: Checked) -> Iterator[Found]:
    """A call and a status without seats are found while the file is read."""
    if checked.campaign.seats is None:
        texts = (text for text in checked.texts if text.post.kind not in SEAT_KINDS)
        yield from each_word(checked, "scarcity", "scarce_without_seats", texts)


def seat_numbers_come_from_the_seat_book(checked: Checked) -> Iterator[Found]:
    language = checked.campaign.language
    texts = [
        text for text in checked.texts if text.post.kind in SEAT_KINDS or found_words(language, "scarcity", text.text)
    ]
    yield from each_word(checked, "seat_numbers", "typed_seats", texts)
    for text in texts:
        yield from _typed_deadlines(checked, text)


def _typed_deadlines(checked: Checked, text: WrittenText) -> Iterator[Found]:
    """A day in a sentence about signing up; another day may be meant elsewhere."""
    language = checked.campaign.language
    for sentence in sentences(text.text):
        if found_words(language, "sign_up", sentence.text):
            for found in found_words(language, "deadlines", sentence.text):
                yield found_at(text, "typed_deadline", sentence.start + found.start, words=found.words)


def nobody_is_pressed(checked: Checked) -> Iterator[Found]:
    return each_word(checked, "pressure", "pressure", shown(checked))


def consequences_are_fair(checked: Checked) -> Iterator[Found]:
    yield from consequences_are_rare(checked)
    yield from each_word(checked, "job_words", "consequence_about_jobs", _of_consequences(checked))
    for post in checked.campaign.posts:
        if post.kind == "consequence":
            yield from _without_source_or_way_out(checked, post)


def _of_consequences(checked: Checked) -> Iterator[Shown]:
    kinds = {post.id: post.kind for post in checked.campaign.posts}
    return (text for text in posted(checked) if kinds[text.post or ""] == "consequence")


def _without_source_or_way_out(checked: Checked, post: Post) -> Iterator[Found]:
    """A missing source or action is found while the file is read."""
    source, months = post.source or "", "|".join(MONTHS[checked.campaign.language])
    dates = re.compile(rf"[0-9]+|\b(?:{months})\b", re.IGNORECASE)
    if source and not (dates.search(source) and words(dates.sub(" ", source))):
        yield Found("source_without_who_or_when", f"posts.{post.id}.source", {"source": source.strip()}, post=post.id)
    if post.action and len(words(post.action)) < SHORTEST_ACTION:
        yield Found("action_is_no_sentence", f"posts.{post.id}.action", {"action": post.action.strip()}, post=post.id)


PRINCIPLE: Final = Principle(
    name="scarcity",
    evidence=(
        "Scarcity cues raise intentions; a limited supply fits experiences, and a seat is one. Cues of "
        "limited time do not help in another meta-analysis, and suspected tricks backfire. Fear appeals have "
        "a moderate effect (d = 0.29), more with a sentence on what you can do; strong fear without a way out "
        "gives resistance. All consumer and health data; nothing was found on seats in a sounding board."
    ),
    sources=(
        "Barton, Zlatevska & Oppewal 2022",
        "Ladeira et al. 2023",
        "Aguirre-Rodriguez 2013",
        "Tannenbaum 2015",
        "Witte & Allen 2000",
        "Directive 2005/29/EC, Annex I no. 7",
    ),
    rules=(
        Rule(
            "S3",
            Level.ERROR,
            "Seats name places, opens, closes, why_limited, influence and time.",
            where="campaigns/file_rules.py",
        ),
        Rule(
            "S5",
            Level.WARN,
            "Sign-up is open for 3 working days or more, and is announced a working day before it opens.",
            check=sign_up_is_open_and_announced_in_time,
        ),
        Rule(
            "S6",
            Level.ERROR,
            "A status post is posted only while places are left, and at most twice to an audience.",
            check=status_posts_are_few,
            where="campaigns/file_rules.py",
        ),
        Rule(
            "S8",
            Level.ERROR,
            "A consequence names its source and an action, is never about jobs, and comes once in 6 weeks at most.",
            check=consequences_are_fair,
            where="campaigns/file_rules.py",
        ),
        Rule(
            "S9",
            Level.WARN,
            "In the week of a call there is another way to take part: a wish or a pulse.",
            check=those_who_miss_out_can_take_part,
        ),
        Rule(
            "S1",
            Level.ERROR,
            "Whoever says that places are scarce has seats.",
            check=scarce_places_have_seats,
            where="campaigns/file_rules.py",
        ),
        Rule(
            "S2",
            Level.ERROR,
            "Numbers of places and closing days come from the seat book, by placeholder.",
            check=seat_numbers_come_from_the_seat_book,
        ),
        Rule("S7", Level.ERROR, "No pressure and no guilt.", check=nobody_is_pressed),
        Rule(
            "S4",
            Level.ERROR,
            "Places only go up once posted, and the closing moves once at most, later, with a post that says why.",
            where="campaigns/seats.py, bot/jobs/books.py",
            is_gate=True,
        ),
        Rule(
            "S10",
            Level.ERROR,
            "When all places are taken reminders stop; a seat that comes free goes to the reserve list in order.",
            where="campaigns/seats.py, campaigns/compose.py, campaigns/gates.py",
            is_gate=True,
        ),
    ),
)
