"""What would break: a script line that is misread, or a mistake in one that has no line, no fix or no Dutch."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.findings import Finding, InvalidCampaign
from campaigns.model import Campaign
from campaigns.script import ACTS, BUTTONS, ScriptLine, read_script
from campaigns.words import Language
from tests.builders import a_campaign, a_post

AT = "at: week 1 Tuesday 09:30"
TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)


def read(text: str | bytes, campaign: Campaign | None = None) -> tuple[ScriptLine, ...]:
    return read_script(text, "script.yaml", campaign or a_campaign())


def findings(text: str | bytes, language: Language = "en") -> list[Finding]:
    with pytest.raises(InvalidCampaign) as invalid:
        read(text, a_campaign(language=language))
    return list(invalid.value.findings)


def test_every_act_is_read() -> None:
    lines = read(
        "- {at: week 1 Tuesday 09:30, who: Anna, in: sales, presses: join}\n"
        "- {at: week 1 Tuesday 09:30, who: anna, in: sales, reacts: 👍, post: tip-1}\n"
        "- {at: week 1 Tuesday 09:30, who: anna, says: my data}\n"
        "- {at: week 1 Tuesday 09:30, who: joris, approves: tip-1}\n"
        "- {at: week 1 Tuesday 09:30, who: joris, rejects: tip-1, because: the date}\n"
        "- {at: week 1 Tuesday 09:30, who: joris, writes: We heard you., post: tip-1}\n"
        "- {at: week 1 Tuesday 09:30, stops: bot for 90 minutes}\n"
        "- at: week 1 Tuesday 09:30\n"
        "  measures: {week: 9, team: sales, measure: notes, count: 61, total: 104}\n"
    )
    assert {line.act for line in lines} == set(ACTS)
    by_act = {line.act: line for line in lines}
    press, rejects, stops = by_act["presses"], by_act["rejects"], by_act["stops"]
    assert (press.line, press.at, press.who, press.audience, press.what) == (1, TUESDAY, "anna", "sales", "join")
    assert (by_act["reacts"].what, by_act["reacts"].post) == ("👍", "tip-1")
    assert (by_act["says"].what, by_act["says"].audience) == ("my data", None)
    assert (rejects.what, rejects.because) == ("tip-1", "the date")
    assert (by_act["writes"].what, by_act["writes"].post) == ("We heard you.", "tip-1")
    assert stops.down_for == timedelta(minutes=90)
    assert by_act["measures"].fields == {
        "week": "9", "team": "sales", "measure": "notes", "count": "61", "total": "104"
    }  # fmt: skip


def test_lines_come_in_order_of_time_and_equal_moments_in_order_of_the_file() -> None:
    lines = read(
        "- {at: week 2 Monday 10:00, who: a, says: later}\n"
        "- {at: week 1 maandag 10:00, who: a, says: first}\n"
        "- {at: week 1 Monday 10:00, who: a, says: second}\n"
    )
    assert [line.what for line in lines] == ["first", "second", "later"]


@pytest.mark.parametrize(
    ("down", "length"),
    [
        ("bot for 3 hours", timedelta(hours=3)),
        ("bot voor 3 uur", timedelta(hours=3)),
        ("Bot gedurende 2 dagen", timedelta(days=2)),
    ],
)
def test_downtime_may_be_said_in_both_languages(down: str, length: timedelta) -> None:
    [line] = read(f"- {{{AT}, stops: {down}}}")
    assert line.down_for == length


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("hello", "this is not one of its items"),
        ("- hello", "this is not one of its items"),
        (f"- {{{AT}, who: a}}", "Each line does one thing"),
        (f"- {{{AT}, who: a, says: x, approves: tip-1}}", "Each line does one thing"),
        (f"- {{{AT}, who: a, says: x, post: tip-1}}", "“post” does not go with “says”"),
        (f"- {{{AT}, says: x}}", "“says” also needs “who”"),
        ("- {who: a, says: x}", "“says” also needs “at”"),
        (f"- {{{AT}, who: a, says: [x]}}", "“says” needs a text"),
        (f"- {{{AT}, measures: many}}", "A measurement has a week"),
        (f"- {{{AT}, measures: {{week: x, team: sales, measure: m, count: 1, total: 2}}}}", "A measurement has"),
        (f"- {{{AT}, measures: {{week: 1, team: hr, measure: m, count: 1, total: 2}}}}", "no audience “hr”"),
        (f"- {{{AT}, measures: {{week: 9, team: sales, measure: m, count: 7, total: 2}}}}", "7 out of 2 cannot be"),
        (f"- {{{AT}, measures: {{week: 9, team: sales, measure: m, count: 0, total: 0}}}}", "0 out of 0 cannot be"),
        (
            f"- {{{AT}, measures: {{week: 9, team: sales, measure: m, count: 1, total: {'9' * 5000}}}}}",
            "A measurement has",
        ),
        (f"- {{{AT}, stops: bot}}", "how long the bot stops"),
        (f"- {{{AT}, stops: bot for ever}}", "how long the bot stops"),
        (f"- {{{AT}, stops: bot for 5 working days}}", "how long the bot stops"),
        ("- {at: whenever, who: a, says: x}", "“whenever” is not one moment"),
        ("- {at: [1], who: a, says: x}", "“” is not one moment"),
        ("- {at: every Tuesday 09:30, who: a, says: x}", "is not one moment"),
        ("- {at: as soon as wish done, who: a, says: x}", "is not one moment"),
        ("- {at: 2 working days before closing 10:00, who: a, says: x}", "is not one moment"),
        ("- {at: zodra wens klaar, who: a, says: x}", "is not one moment"),
        (f"- {{{AT}, who: a, in: hr, says: x}}", "no audience “hr”"),
        (f"- {{{AT}, who: a, in: sales, presses: buy}}", "no button “buy”"),
        (f"- {{{AT}, who: joris, approves: tip-9}}", "no post “tip-9”"),
        (f"- {{{AT}, who: a, in: sales, reacts: ok, post: tip-9}}", "no post “tip-9”"),
        ("- {at: &x, who: a", ""),
    ],
)
def test_every_mistake_has_its_line_a_reason_and_a_fix_in_both_languages(row: str, says: str) -> None:
    text = f"# a comment\n{row}\n"
    [english] = findings(text)
    [dutch] = findings(text, "nl")
    assert (english.line, dutch.line) == (2, 2)
    assert says in str(english)
    assert english.fix
    assert dutch.fix
    assert str(english) != str(dutch)


@pytest.mark.parametrize(
    ("stopped", "left_alone"),
    [
        (f"- {{{AT}, says: x}}", f"- {{{AT}, who: a, says: x}}"),
        (f"- {{{AT}, who: a, rejects: tip-1, says: x}}", f"- {{{AT}, who: a, rejects: tip-1, because: x}}"),
        (f"- {{{AT}, stops: bot for 5 working days}}", f"- {{{AT}, stops: bot for 5 days}}"),
        (
            f"- {{{AT}, measures: {{week: 9, team: sales, measure: m, count: 3, total: 2}}}}",
            f"- {{{AT}, measures: {{week: 9, team: sales, measure: m, count: 2, total: 2}}}}",
        ),
        ("- {at: every Tuesday 09:30, who: a, says: x}", "- {at: week 2 Tuesday 09:30, who: a, says: x}"),
    ],
)
def test_a_line_that_cannot_be_played_is_stopped_and_its_near_miss_is_not(stopped: str, left_alone: str) -> None:
    """Rule D1."""
    assert [finding.rule for finding in findings(stopped)] == ["D1"]
    assert len(read(left_alone)) == 1


def test_all_mistakes_come_at_once() -> None:
    found = findings(f"- {{{AT}, says: x}}\n- {{{AT}, who: a, says: x}}\n- hello\n")
    assert [finding.line for finding in found] == [1, 3]


def test_the_names_of_the_buttons_are_those_of_a_post() -> None:
    pulse = a_campaign(posts=(a_post(kind="pulse", texts=(), question="Clear?"),))
    for button in sorted(BUTTONS):
        [line] = read(f"- {{{AT}, who: a, in: sales, presses: '{button}'}}", pulse)
        assert line.what == button


WORDS = st.sampled_from(
    ["- ", "{", "}", "at: ", "week 1 Tuesday 09:30", ", ", "who: ", "says: ", "in: sales", "\n", "x"]
)


@given(st.one_of(st.text(max_size=60), st.binary(max_size=40), st.lists(WORDS, max_size=20).map("".join)))
def test_any_text_gives_lines_or_findings_with_lines(text: str | bytes) -> None:
    try:
        lines = read(text)
    except InvalidCampaign as invalid:
        found = [finding.line for finding in invalid.findings]
    else:
        found = [line.line for line in lines]
        assert all(line.at.tzinfo is not None for line in lines)
    assert all(line >= 1 for line in found)
