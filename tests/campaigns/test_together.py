"""What would break: two campaigns in one full channel, one that runs and is put out by another, one refused in vain."""

from pathlib import Path

from campaigns.model import Campaign
from campaigns.together import fit_beside
from tests.clashing import (
    OTHER_CHANNEL,
    OTHER_WEEK,
    SAME_WEEKS,
    SAME_WEEKS_FROM_EARLIER,
    THREE_WEEKS,
    campaign_of,
    tips_in,
)

SHIPPED = Path(__file__).parents[2] / "campaigns" / "library" / "een-klantbeeld.yaml"


def some(**texts: str) -> dict[str, Campaign]:
    return {name: campaign_of(name, text) for name, text in texts.items()}


def fitting(there: dict[str, Campaign], **new: str) -> tuple[dict[str, Campaign], list[str]]:
    together, refused = fit_beside(there, list(some(**new).values()))
    return together, list(refused)


def test_campaigns_that_leave_each_other_room_are_all_together() -> None:
    together, refused = fitting({}, a=THREE_WEEKS, b=OTHER_WEEK, c=OTHER_CHANNEL)
    assert sorted(together) == ["a", "b", "c"]
    assert refused == []


def test_of_those_that_clash_the_first_that_is_named_stays() -> None:
    assert sorted(fitting({}, a=THREE_WEEKS, b=SAME_WEEKS)[0]) == ["a"]
    assert sorted(fitting({}, b=SAME_WEEKS_FROM_EARLIER, a=THREE_WEEKS)[0]) == ["b"]


def test_only_those_that_find_no_room_wait() -> None:
    together, refused = fitting({}, a=THREE_WEEKS, b=SAME_WEEKS, c=OTHER_WEEK, d=SAME_WEEKS, e=OTHER_CHANNEL)
    assert sorted(together) == ["a", "c", "e"]
    assert sorted(refused) == ["b", "d"]


def test_one_that_is_there_stays_also_when_it_would_get_the_error() -> None:
    there = some(a=THREE_WEEKS)
    together, refused = fit_beside(there, [campaign_of("b", SAME_WEEKS_FROM_EARLIER)])
    assert together == there
    assert [(one.file, one.rule) for one in refused["b"]] == [("a.yaml", "H6")]


def test_its_own_errors_come_before_those_that_it_gives_another() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    _, refused = fit_beside(some(a=text), [campaign_of("b", text)])
    files = [error.file for error in refused["b"]]
    assert set(files) == {"a.yaml", "b.yaml"}
    assert files == sorted(files, reverse=True)


def test_a_new_version_takes_the_place_of_the_one_before() -> None:
    together, refused = fitting(some(a=THREE_WEEKS), a=OTHER_WEEK, b=SAME_WEEKS)
    assert together["a"].source_hash == campaign_of("a", OTHER_WEEK).source_hash
    assert (sorted(together), refused) == (["a", "b"], [])


def test_a_new_version_that_moves_to_a_full_channel_is_refused_and_the_one_before_stays() -> None:
    there = some(a=THREE_WEEKS, b=OTHER_CHANNEL)
    together, refused = fitting(there, b=SAME_WEEKS)
    assert (together, refused) == (there, ["b"])


def test_it_is_refused_too_when_something_new_comes_in_the_channel_that_it_leaves() -> None:
    there = some(a=THREE_WEEKS, b=OTHER_CHANNEL)
    together, refused = fitting(there, b=SAME_WEEKS, c=tips_in([4], channel="Service > General"))
    assert (sorted(together), refused) == (["a", "b", "c"], ["b"])
    assert together["b"] is there["b"]


def test_two_that_change_places_at_once_both_may() -> None:
    there = some(a=THREE_WEEKS, b=tips_in([1, 2, 3], channel="Service > General"))
    together, refused = fitting(there, a=tips_in([1, 2, 3], channel="Service > General"), b=THREE_WEEKS)
    assert refused == []
    assert list(together["a"].audiences.values()) == list(there["b"].audiences.values())


def test_an_error_that_was_there_before_keeps_nobody_out() -> None:
    there = some(a=THREE_WEEKS, b=SAME_WEEKS)
    together, refused = fitting(there, c=OTHER_WEEK)
    assert sorted(together) == ["a", "b", "c"]
    assert refused == []
