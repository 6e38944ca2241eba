"""Both shipped campaigns, played from the first approval to the last post: the whole product in one story.

The transcripts are kept as files; `KLANKBORD_KEEP_TRANSCRIPTS=1` writes them anew, to be read before they are kept.
"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from bot.rehearsal.headless import Line, play_headless

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / "campaigns" / "library"
NAMES = ("one-customer-view", "een-klantbeeld")


async def played(name: str) -> list[Line]:
    script = HERE / "scripts" / f"{name}.yaml"
    return [line async for line in play_headless(LIBRARY / f"{name}.yaml", script=script)]


@pytest.mark.parametrize("name", NAMES)
async def test_the_transcript_is_the_expected_one_and_the_same_twice(name: str) -> None:
    first, second = await played(name), await played(name)
    if os.environ.get("KLANKBORD_KEEP_TRANSCRIPTS"):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in first)
        (HERE / "transcripts" / f"{name}.jsonl").write_text(text, encoding="utf-8")
    assert first == second
    assert first == kept(name)


def kept(name: str) -> list[Line]:
    return [
        json.loads(line) for line in (HERE / "transcripts" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def test_the_two_languages_play_the_same_campaign() -> None:
    def shape(lines: list[Line]) -> Counter[tuple[str, ...]]:
        audiences = {"verkoop": "sales"}
        return Counter(
            (line["at"], line["event"], line["post"], audiences.get(line["audience"], line["audience"]), line["to"])
            for line in lines
        )

    english, dutch = [shape(kept(name)) for name in NAMES]
    assert english == dutch


@pytest.fixture(scope="module")
def story() -> list[Line]:
    return kept("one-customer-view")


def of(story: list[Line], **wanted: str) -> list[Line]:
    return [line for line in story if all(line[key] == value for key, value in wanted.items())]


def test_no_post_is_sent_twice_to_an_audience(story: list[Line]) -> None:
    sent = Counter((line["post"], line["audience"], line["text"]) for line in of(story, event="sent"))
    assert sent.most_common(1)[0][1] == 1


def test_every_post_was_asked_and_approved_before_it_was_sent(story: list[Line]) -> None:
    """A wish needs no card: its owner says yes by recording that it is done. Nor does what the bot owes."""
    approved: Counter[tuple[str, str]] = Counter()
    for line in story:
        which = (line["post"], line["audience"])
        if line["event"] == "approved":
            approved[which] += 1
        elif line["event"] == "sent" and not line["post"].startswith(("wish-", "not_made.")):
            approved[which] -= 1
            assert approved[which] >= 0, line


def test_five_sign_ups_fill_three_seats_and_two_places_on_the_reserve_list(story: list[Line]) -> None:
    told = [(line["to"], line["text"]) for line in of(story, event="answered") if "2027-02-01T09:3" in line["at"]]
    seated = [(who, text.split(".")[1].strip()) for who, text in told if text.startswith("You take part.")]
    assert seated == [("anna", "Place 1 of 3"), ("bo", "Place 2 of 3"), ("mia", "Place 3 of 3")]
    reserve = [(who, number) for who, text in told for number in "12" if f"number {number} on the reserve" in text]
    assert reserve == [("dan", "1"), ("eva", "2")]


def test_who_leaves_makes_room_for_the_first_of_the_reserve_list(story: list[Line]) -> None:
    leaving, offered, accepted = [line for line in story if line["at"].startswith("2027-02-08")]
    assert leaving["to"] == "anna"
    assert offered["to"] == accepted["to"] == "dan"
    assert "the place is yours" in accepted["text"]


def test_nobody_is_named_who_did_not_agree(story: list[Line]) -> None:
    closing = of(story, event="sent", post="closing-1")[0]["text"]
    assert "Bo and 2 colleagues" in closing
    assert not any(name in closing for name in ("Anna", "Dan", "Mia", "Eva"))


def test_a_status_post_is_not_sent_when_no_place_is_left(story: list[Line]) -> None:
    assert {line["reason"] for line in of(story, event="skipped", post="status-1")} == {"no_places_left"}
    assert of(story, event="sent", post="status-1") == []


def test_two_wishes_are_announced_on_the_day_that_they_are_done(story: list[Line]) -> None:
    sent = of(story, event="sent", post="wish-1", audience="sales")
    assert [line["at"][:10] for line in sent] == ["2027-01-29", "2027-02-26"]


def test_three_hours_of_downtime_delay_one_post_and_skip_another(story: list[Line]) -> None:
    tips = {line["at"][:16]: line["event"] for line in story if line["post"] == "tip-1" and line["audience"] == "sales"}
    assert tips["2027-03-02T11:00"] == "sent"
    assert tips["2027-03-09T12:00"] == "skipped"


def test_a_claim_is_made_only_where_the_measurements_support_it(story: list[Line]) -> None:
    proof = {line["audience"]: line["text"] for line in of(story, event="sent", post="proof-1")}
    assert "59%" in proof["sales"]
    assert not any(sign.isdigit() for sign in proof["service"])


def test_the_directors_briefing_goes_out_in_her_words_and_silence_stays_silence(story: list[Line]) -> None:
    assert of(story, event="sent", post="management-2")[0]["text"].startswith("We heard nine wishes.")
    assert {line["reason"] for line in of(story, event="skipped", post="management-3")} == {"no_text"}


def test_a_promise_that_slipped_is_told_to_all_who_read_it_and_a_kept_one_is_asked_about_no_more(
    story: list[Line],
) -> None:
    told = of(story, event="sent", post="not_made.8")
    assert sorted(line["audience"] for line in told) == ["management", "sales", "service"]
    assert all("You hear the reasons from Joris by 5 March." in line["text"] for line in told)
    assert [line["audience"] for line in of(story, event="sent", post="not_made.3")] == ["sales"]
    about_the_first = [line["at"][:10] for line in story if line["text"].startswith("Promise 5")]
    assert about_the_first == ["2027-02-25", "2027-03-01"]  # kept that day


def test_only_who_asked_or_has_a_role_gets_a_private_message(story: list[Line]) -> None:
    """Rule "E2": everybody else is left alone."""
    told = {line["to"] for line in of(story, event="answered", reason="notice")}
    asked = {line["to"] for line in of(story, event="answered") if line["reason"] != "notice"}
    assert told <= {"sandra", "karim", "els", "joris"} | asked
    assert "dan" in told
