"""What would break: a state or reason without words, an employee who reads who must approve, a plan of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.web.look import Kept, Look, read_kept
from bot.web.room_plan import Plans, Step, ahead, now_position, position, steps_of, timeline
from campaigns.approval import Approval, Decision
from campaigns.delivery import Delivery, HoldReason, SkipReason, State
from campaigns.occurrence import Occurrence
from campaigns.words import Language
from tests.bot.web.a_room import MONDAY, a_campaign_with_two_teams, a_room
from tests.builders import an_occurrence

ASKED = Approval("h", "sandra", "card", Decision.ASKED, MONDAY)


def a_delivery(occurrence: Occurrence, **changes: object) -> Delivery:
    return replace(
        Delivery(occurrence.key, "crm", occurrence.at, None, occurrence=occurrence),
        **changes,  # type: ignore[arg-type]
    )


def state_of(look: Look, **changes: object) -> tuple[str, str]:
    one = an_occurrence()
    [view] = timeline(look, [Step(one, a_delivery(one, **changes))])
    return view.state.text, view.state.tone


async def planned(person: str) -> tuple[Look, Kept, tuple[Occurrence, ...]]:
    room = a_room()
    look = room.look(person)
    return look, await read_kept(room.ctx.store, look), Plans().of(look.campaign)


async def test_before_anything_is_kept_the_plan_is_what_comes() -> None:
    look, kept, occurrences = await planned("joris")
    views = ahead(look, steps_of(occurrences, kept))
    assert [(view.kind, view.audiences, view.moment) for view in views] == [
        ("tip", "everybody", "Tue 12 Jan 09:30"),
        ("call", "Sales", "Wed 13 Jan 09:30"),
    ]


async def test_an_employee_sees_only_what_comes_to_their_own_team() -> None:
    look, kept, occurrences = await planned("daan")
    assert {view.audiences for view in ahead(look, steps_of(occurrences, kept))} == {"Service"}


async def test_what_is_kept_wins_and_what_was_withdrawn_is_gone() -> None:
    _, kept, occurrences = await planned("joris")
    sales = next(one for one in occurrences if one.kind == "tip" and one.audience == "sales")
    moved = replace(sales, at=sales.at + timedelta(days=1), wall=sales.wall + timedelta(days=1))
    steps = steps_of(occurrences, replace(kept, deliveries=(a_delivery(moved, state=State.SENT),)))
    assert [step.state for step in steps if step.occurrence.slot == sales.slot] == [State.SENT]
    withdrawn = a_delivery(moved, state=State.SKIPPED, reason=SkipReason.WITHDRAWN)
    again = steps_of(occurrences, replace(kept, deliveries=(withdrawn,)))
    assert [step.state for step in again if step.occurrence.slot == sales.slot] == [State.WAITING]


def test_a_role_reads_who_is_waited_for_and_an_employee_only_that_it_is_planned() -> None:
    room = a_room()
    assert state_of(room.look("joris"), approval=ASKED) == ("waits for Sandra", "waits")
    assert state_of(room.look("anna"), approval=ASKED) == ("planned", "planned")
    approved = replace(ASKED, decision=Decision.APPROVED)
    assert state_of(room.look("karim"), approval=approved) == ("approved by Sandra", "ready")
    assert state_of(room.look("anna"), approval=approved) == ("planned", "planned")


@pytest.mark.parametrize("reason", [*HoldReason, *SkipReason])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_has_words_for_a_role_and_none_for_others(
    reason: HoldReason | SkipReason, language: Language
) -> None:
    room = a_room(a_campaign_with_two_teams(language=language))
    state = State.HELD if isinstance(reason, HoldReason) else State.SKIPPED
    text, tone = state_of(room.look("joris"), state=state, reason=reason)
    assert tone == "off"
    assert ": " in text
    unknown, _ = state_of(room.look("joris"), state=state, reason="something new")
    assert text != unknown
    others, _ = state_of(room.look("anna"), state=state, reason=reason)
    assert ":" not in others


@pytest.mark.parametrize("state", State)
def test_every_state_has_words(state: State) -> None:
    text, tone = state_of(a_room().look("joris"), state=state)
    assert text
    assert tone in ("planned", "waits", "ready", "sent", "off")


@pytest.mark.parametrize("decision", Decision)
def test_every_decision_has_words(decision: Decision) -> None:
    assert "Sandra" in state_of(a_room().look("joris"), approval=replace(ASKED, decision=decision))[0]


def test_a_wish_that_is_not_done_in_time_has_no_moment_any_more() -> None:
    room = a_room()
    wish = an_occurrence(kind="wish", wish="postcode", expected=True)
    assert timeline(room.look("anna"), [Step(wish)])[0].moment == "Tue 12 Jan 09:30"
    room.clock.move(days=3)
    [view] = timeline(room.look("anna"), [Step(wish)])
    assert (view.moment, view.state.text) == ("", "when the wish is done")


def test_the_timeline_has_one_mark_for_a_post_and_two_when_its_teams_differ() -> None:
    look = a_room().look("joris")
    both = [an_occurrence(audience=audience) for audience in ("sales", "service")]
    [mark] = timeline(look, [Step(one) for one in both])
    assert mark.words == "Tuesday 12 January 09:30: Tip for everybody. Planned."
    held = a_delivery(both[1], state=State.HELD, reason=HoldReason.PAUSED)
    assert len(timeline(look, [Step(both[0]), Step(both[1], held)])) == 2


def test_now_moves_from_the_first_monday_to_the_last_sunday_and_never_beyond() -> None:
    room = a_room()
    assert now_position(room.look("anna")) == round(9 / 24 / 84 * 1000, 1)
    room.clock.move(weeks=6)
    assert 500 <= now_position(room.look("anna")) < 510
    room.clock.move(weeks=60)
    assert now_position(room.look("anna")) == 1000
    campaign = room.ctx.campaigns["crm"]
    first = room.look("anna").wall(MONDAY)
    assert position(campaign, first - timedelta(days=30), first) == 0


def test_a_file_is_planned_once_and_again_when_it_changes() -> None:
    plans, campaign = Plans(), a_campaign_with_two_teams()
    assert plans.of(campaign) is plans.of(campaign)
    assert plans.of(campaign) is not plans.of(a_campaign_with_two_teams(weeks=11))
