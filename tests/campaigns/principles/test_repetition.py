"""H1: the same text twice is found, also lightly edited; eight different tips are eight different texts."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.model import Post
from campaigns.moments import Every
from campaigns.parse import read_campaign
from campaigns.principles.repetition import similarity, trigrams_of
from tests.builders import NINE_THIRTY, an_audience
from tests.campaigns.principles.planned import a_plan, a_planned, found

LIBRARY = Path(__file__).parents[3] / "campaigns/library"
TIP = "Click the star to keep a customer at the top of your list. No more searching."
EDITED = "Click on the star to keep the customer at the top of your list. No searching!"
BOTH: dict[str, Any] = {"audiences": {name: an_audience(channel=name) for name in ("sales", "service")}}


def tips(*texts: str, **changes: Any) -> list[Post]:
    return [a_planned("tip", week, texts=(text,), **changes) for week, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (TIP, 1),
        (EDITED, 1),
        (TIP.upper().replace(".", "!"), 1),
        (f"{{{{ team }}}} {TIP}", 1),
        ("Click the star to keep a quote at the top of your screen. No more searching.", 1),
        ("Click the star to keep a quote at the top of your screen. No more typing.", 0),
        ("Half a sentence is a note too. It already helps your colleague tomorrow.", 0),
        ("Click the clock next to a customer. You get a reminder to call back.", 0),
    ],
)
def test_a_text_is_the_same_whatever_its_capitals_signs_and_placeholders(second: str, count: int) -> None:
    assert len(found("H1", a_plan(*tips(TIP, second)))) == count


def test_the_finding_names_the_first_text_and_how_much_is_the_same() -> None:
    (finding,) = found("H1", a_plan(*tips(TIP, "Paste your notes as they are.", TIP)))
    assert finding.post == "tip-3-1"
    assert finding.message.startswith("This text is 100% the same as a text of tip-1-1: 'Click the star to keep")


@pytest.mark.parametrize(("name", "highest"), [("one-customer-view", 0.23), ("een-klantbeeld", 0.27)])
def test_eight_different_tips_have_little_in_common(name: str, highest: float) -> None:
    campaign = read_campaign((LIBRARY / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    texts = next(post.texts for post in campaign.posts if post.kind == "tip")
    most = max(similarity(trigrams_of(one), trigrams_of(other)) for one, other in combinations(texts, 2))
    assert round(most, 2) == highest


def test_a_series_may_not_repeat_itself() -> None:
    series = a_planned("tip", 1, when=Every(1, NINE_THIRTY, 1), texts=(TIP, "Half a sentence is a note too.", EDITED))
    assert [finding.post for finding in found("H1", a_plan(series))] == [series.id]


def test_another_audience_may_read_the_same() -> None:
    first, second = tips(TIP, TIP)
    for_service = second.model_copy(update={"for_audiences": ("service",)})
    assert found("H1", a_plan(first, for_service, **BOTH)) == []
    assert found("H1", a_plan(first, second.model_copy(update={"for_audiences": ("service", "sales")}), **BOTH))


def test_a_text_and_its_stand_in_may_be_alike_and_a_question_may_be_asked_again() -> None:
    proof = a_planned("proof", 1, texts=(TIP,), otherwise=EDITED, measure="notes")
    assert found("H1", a_plan(proof)) == []
    assert len(found("H1", a_plan(proof, a_planned("proof", 2, otherwise=EDITED, measure="notes")))) == 1
    pulses = [a_planned("pulse", week, texts=(), question="Do you know what changes?") for week in (1, 2)]
    assert found("H1", a_plan(*pulses)) == []


def test_texts_without_words_are_not_compared() -> None:
    assert found("H1", a_plan(*tips("{{ benefit }}", "{{ benefit }}"))) == []


WORDS = st.sampled_from(["star", "list", "note", "phone", "call", "open", "click", "type", "week", "team"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(st.lists(SENTENCES, min_size=2, max_size=8))
def test_every_repeated_text_is_found_and_no_other(texts: list[str]) -> None:
    repeats = {
        f"tip-{number}-1"
        for number, text in enumerate(texts, start=1)
        for earlier in texts[: number - 1]
        if similarity(trigrams_of(text), trigrams_of(earlier)) >= 0.6
    }
    assert {finding.post for finding in found("H1", a_plan(*tips(*texts)))} == repeats
