"""What an author is told about the plan, in their language, once per post and moment."""

from datetime import date, time

from campaigns.findings import Finding, Level
from campaigns.model import Rules
from campaigns.moments import Every, InWeek, OnDate
from campaigns.plan import Happened, plan
from campaigns.plan_findings import ABOUT
from tests.builders import NINE_THIRTY, a_campaign, a_post, an_audience, an_occurrence

TWO = {"sales": an_audience(channel="A"), "service": an_audience(channel="B")}


def test_one_finding_names_all_audiences_of_a_post_that_moves() -> None:
    post = a_post(when=InWeek(12, 0, NINE_THIRTY), for_audiences=("sales", "service"))
    assert plan([a_campaign(posts=(post,), audiences=TWO)]).findings == (
        Finding(
            file="crm.yaml",
            line=10,
            rule="E1",
            level=Level.WARN,
            message="Monday 29 March 2027 09:30 is not a working day, so tip-1 moves to Tuesday 30 March 2027 09:30 "
            "for sales, service.",
            fix="Is that fine? Then do nothing. Otherwise choose another moment, or add the day to `still_working`.",
            post="tip-1",
        ),
    )


def test_findings_are_in_the_language_of_the_file() -> None:
    post = a_post(when=OnDate(date(2027, 1, 12), time(20, 0)))
    (finding,) = plan([a_campaign(posts=(post,), language="nl")]).findings
    assert finding.message == (
        "tip-1 staat vast op dinsdag 12 januari 2027 20:00, maar dat is buiten de tijden 09:00 tot 17:00 (sales)."
    )
    assert finding.level is Level.ERROR


def test_an_already_sent_post_is_reported_once_with_its_last_day() -> None:
    post = a_post(when=InWeek(5, 1, NINE_THIRTY), for_audiences=("service", "sales"))
    sent = (an_occurrence(audience="service"), an_occurrence())
    campaign = a_campaign(posts=(post,), audiences=TWO)
    (finding,) = plan([campaign], {"crm": Happened(sent=sent)}).findings
    assert "already sent on Tuesday 12 January 2027 09:30" in finding.message
    assert "its own `id`" in finding.fix
    assert finding.rule == "M5"
    unmoved = a_campaign(posts=(post.model_copy(update={"when": InWeek(1, 1, NINE_THIRTY)}),), audiences=TWO)
    assert plan([unmoved], {"crm": Happened(sent=sent)}).findings == ()


def test_a_post_before_the_start_is_an_error() -> None:
    wednesday = date(2027, 1, 13)
    tuesday = a_post(when=InWeek(1, 1, NINE_THIRTY), for_audiences=("sales", "service"))
    (finding,) = plan([a_campaign(posts=(tuesday,), audiences=TWO, start=wednesday)]).findings
    assert (finding.rule, finding.level, finding.post) == ("M6", Level.ERROR, "tip-1")
    assert finding.message == (
        "tip-1 comes on Tuesday 12 January 2027 09:30, before the campaign starts on Wednesday 13 January 2027."
    )
    on_the_day = tuesday.model_copy(update={"when": InWeek(1, 2, NINE_THIRTY)})
    assert plan([a_campaign(posts=(on_the_day,), audiences=TWO, start=wednesday)]).findings == ()
    sent = (an_occurrence(), an_occurrence(audience="service"))
    running = a_campaign(posts=(tuesday,), audiences=TWO, start=wednesday)
    assert plan([running], {"crm": Happened(sent=sent)}).findings == ()


def test_of_a_series_each_post_before_the_start_is_found() -> None:
    series = a_post(when=Every(1, NINE_THIRTY, 1), texts=("One.", "Two."))
    found = plan([a_campaign(posts=(series,), start=date(2027, 1, 13))]).findings
    assert [(one.rule, "12 January" in one.message) for one in found] == [("M6", True)]


def test_every_rule_of_the_plan_says_what_it_is_about() -> None:
    night = Rules(opens_at=time(0, 0), closes_at=time(23, 59), workdays=frozenset({1, 6}), max_per_day=1)
    posts = (
        a_post(when=OnDate(date(2027, 3, 28), time(2, 30)), id="gap"),
        a_post(when=InWeek(1, 0, NINE_THIRTY), id="free"),
        a_post(when=InWeek(2, 1, NINE_THIRTY), id="early"),
        a_post(when=InWeek(2, 1, NINE_THIRTY), id="full"),
        a_post(when=Every(1, NINE_THIRTY, 12), id="series", texts=("a", "b")),
        a_post(when=InWeek(5, 1, NINE_THIRTY), id="tip-1"),
        a_post(when=OnDate(date(2027, 1, 5), NINE_THIRTY), id="before"),
    )
    rules = night.model_copy(update={"still_working": frozenset({date(2027, 3, 28)})})
    findings = plan([a_campaign(posts=posts, rules=rules)], {"crm": Happened(sent=(an_occurrence(),))}).findings
    assert {finding.rule for finding in findings} == set(ABOUT)
