"""What would break: news of a wish that comes at the wrong time, or a post that is planned again after it was sent."""

from datetime import UTC, datetime, time

import pytest

from campaigns.model import Campaign, Rules
from campaigns.moments import Around, AsSoonAs, Every, InWeek
from campaigns.plan import Happened, Plan, plan
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish, an_audience

A_TO_D = (
    "Type the last four figures of the number to find a customer.",
    "Press the star and a customer stands at the top of your list.",
    "Paste your note in the field Report; the date comes by itself.",
    "Half a sentence is a report too, and helps a colleague tomorrow.",
)
NEW = "Open it on your phone when you are on the road."


def walls(planned: Plan) -> list[str]:
    return [f"{one.wall:%m-%d %H:%M}" for one in planned.occurrences]


def rules_found(planned: Plan) -> list[str]:
    return [f"{finding.rule} {finding.level}" for finding in planned.findings]


def two_tips(**rules: object) -> Campaign:
    """Two posts that want the same Tuesday."""
    posts = (a_post(), a_post(id="tip-2", line=20, when=InWeek(1, 1, time(11, 0))))
    return a_campaign(posts=posts, rules=Rules.model_validate(rules))


# Wishes


def wish_campaign(**changes: object) -> Campaign:
    post = a_post(kind="wish", when=AsSoonAs("wish done"))
    wishes = {"copy": a_wish(), "agenda": a_wish(planned=InWeek(7, 4, None)), "later": a_wish(planned=None)}
    return a_campaign(**{"posts": (post,), "wishes": wishes, **changes})


def test_a_planned_wish_is_expected_in_the_afternoon_of_its_day() -> None:
    planned = plan([wish_campaign()])
    assert [(one.wish, f"{one.wall:%m-%d %H:%M}", one.expected) for one in planned.occurrences] == [
        ("copy", "01-29 15:00", True),
        ("agenda", "02-26 15:00", True),
    ]


def test_a_wish_that_is_done_comes_at_once_and_others_stay_expected() -> None:
    done = datetime(2027, 1, 20, 9, 15, 20, tzinfo=UTC)
    planned = plan([wish_campaign()], {"crm": Happened(done_wishes={"copy": done})})
    assert [(one.wish, f"{one.wall:%m-%d %H:%M}", one.expected) for one in planned.occurrences] == [
        ("copy", "01-20 10:16", False),
        ("agenda", "02-26 15:00", True),
    ]
    assert planned.occurrences[0].at >= done


def test_a_wish_without_a_planned_day_comes_only_when_it_is_done() -> None:
    saturday = datetime(2027, 1, 16, 9, 0, tzinfo=UTC)
    planned = plan([wish_campaign()], {"crm": Happened(done_wishes={"later": saturday})})
    assert (planned.occurrences[0].wish, walls(planned)[0]) == ("later", "01-18 09:00")


def test_a_wish_from_the_chat_comes_when_it_is_done_and_not_before() -> None:
    extra = {"wish-5": a_wish()}
    assert len(plan([wish_campaign()], {"crm": Happened(extra_wishes=extra)}).occurrences) == 2
    done = {"wish-5": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    planned = plan([wish_campaign()], {"crm": Happened(extra_wishes=extra, done_wishes=done)})
    assert planned.occurrences[0].wish == "wish-5"


def test_what_is_only_expected_takes_no_place_from_news() -> None:
    """One post a week fits; the wish that is expected on the 29th may well be later."""
    campaign = wish_campaign(rules=Rules(max_per_week=1))
    done = {"later": datetime(2027, 1, 28, 9, 0, tzinfo=UTC)}
    planned = plan([campaign], {"crm": Happened(done_wishes=done)})
    assert [(one.wish, f"{one.wall:%m-%d %H:%M}", one.expected) for one in planned.occurrences[:2]] == [
        ("later", "01-28 10:00", False),
        ("copy", "02-01 15:00", True),
    ]


def test_news_is_not_late_before_five_working_days_have_passed() -> None:
    done = {"copy": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    news = plan([wish_campaign()], {"crm": Happened(done_wishes=done)}).occurrences[0]
    assert (news.at, news.late_after) == (done["copy"], datetime(2027, 1, 27, 9, 0, tzinfo=UTC))


def test_news_of_a_wish_gives_way_to_every_other_post() -> None:
    tip = a_post(when=InWeek(2, 2, time(16, 0)))
    campaign = wish_campaign(posts=(*wish_campaign().posts, tip))
    done = {"copy": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    planned = plan([campaign], {"crm": Happened(done_wishes=done)})
    assert [(one.kind, f"{one.wall:%m-%d %H:%M}", one.moved_from) for one in planned.occurrences[:2]] == [
        ("tip", "01-20 16:00", None),
        ("wish", "01-21 10:00", None),
    ]
    assert planned.findings == ()


def test_a_moment_around_a_wish_counts_from_its_planned_day() -> None:
    post = a_post(when=Around(1, "after", "wish", NINE_THIRTY, "copy"))
    assert walls(plan([wish_campaign(posts=(post,))])) == ["02-01 09:30"]
    with pytest.raises(LookupError):
        plan([wish_campaign(posts=(a_post(when=Around(1, "after", "wish", NINE_THIRTY, "later")),))])


# History


def test_what_was_sent_is_not_planned_again_when_its_moment_changes() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    edited = a_campaign(posts=(a_post(when=InWeek(3, 1, NINE_THIRTY)),))
    planned = plan([edited], {"crm": Happened(sent=(sent,))})
    assert planned.occurrences == (sent,)
    assert rules_found(planned) == ["M5 warn"]
    assert "Tuesday 12 January 2027 09:30" in planned.findings[0].message


def test_what_was_sent_after_a_move_still_has_its_moment() -> None:
    campaign = a_campaign(posts=(a_post(when=InWeek(12, 0, NINE_THIRTY)),))
    (sent,) = plan([campaign]).occurrences
    planned = plan([campaign], {"crm": Happened(sent=(sent,))})
    assert (planned.occurrences, planned.findings) == ((sent,), ())


def test_what_was_sent_under_another_id_is_not_sent_again() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    new = a_post(id="tip-1", when=InWeek(2, 1, NINE_THIRTY))
    renumbered = a_campaign(posts=(a_post(id="tip-2"), new))
    planned = plan([renumbered], {"crm": Happened(sent=(sent,))})
    assert planned.occurrences == (sent,)
    assert rules_found(planned) == ["M5 warn"]


def test_a_second_post_at_the_same_instant_is_not_mistaken_for_the_sent_one() -> None:
    posts = (a_post(), a_post(id="tip-2"))
    campaign = a_campaign(posts=posts, rules=Rules(max_per_day=2))
    first, second = plan([campaign]).occurrences
    assert plan([campaign], {"crm": Happened(sent=(first,))}).occurrences == (first, second)


def test_a_sent_post_keeps_its_place_in_the_caps_and_the_ledger() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    other = a_campaign(id="vpn", posts=(a_post(kind="pulse"),))
    planned = plan([a_campaign(posts=()), other], {"crm": Happened(sent=(sent,))})
    assert [(one.campaign, f"{one.wall:%m-%d}") for one in planned.occurrences] == [("crm", "01-12"), ("vpn", "01-13")]
    edited = a_campaign(posts=(a_post(id="tip-2", when=InWeek(2, 1, NINE_THIRTY)),))
    assert [one.balance for one in plan([edited], {"crm": Happened(sent=(sent,))}).occurrences] == [1, 2]


def test_a_sent_post_of_an_audience_that_left_stays_in_the_plan() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    without = a_campaign(audiences={"service": an_audience()}, posts=())
    assert plan([without], {"crm": Happened(sent=(sent,))}).occurrences == (sent,)


def test_an_edited_series_goes_on_where_it_was() -> None:
    series = a_post(when=Every(1, NINE_THIRTY, 1), texts=("a", "b", "c"))
    sent = plan([a_campaign(posts=(series,))]).occurrences[:2]
    thursdays = a_post(when=Every(3, NINE_THIRTY, 1), texts=("a", "b", "c"))
    planned = plan([a_campaign(posts=(thursdays,))], {"crm": Happened(sent=sent)})
    assert planned.occurrences[:2] == sent
    assert [(one.series, f"{one.wall:%m-%d}") for one in planned.occurrences[2:]] == [(3, "01-28")]
    assert rules_found(planned) == []


@pytest.mark.parametrize(
    ("texts", "rest"),
    [
        (A_TO_D, [(3, "01-26", 2), (4, "02-02", 3)]),
        ((NEW, *A_TO_D), [(1, "01-26", 4), (4, "02-02", 2), (5, "02-09", 3)]),
        ((*A_TO_D[:2], NEW, *A_TO_D[2:]), [(3, "01-26", 4), (4, "02-02", 2), (5, "02-09", 3)]),
        (A_TO_D[1:], [(2, "01-26", 2), (3, "02-02", 3)]),
        (A_TO_D[2:], [(1, "01-26", 2), (2, "02-02", 3)]),
        ((A_TO_D[0], A_TO_D[1].replace("press", "click"), *A_TO_D[2:]), [(3, "01-26", 2), (4, "02-02", 3)]),
        (A_TO_D[::-1], [(1, "01-26", 3), (2, "02-02", 2)]),
        (A_TO_D[:2], []),
    ],
)
def test_an_edited_series_sends_no_text_twice_and_loses_none(
    texts: tuple[str, ...], rest: list[tuple[int, str, int]]
) -> None:
    """The first two were sent; the last figure says which text it is, and 4 is the new one."""
    sent = plan([a_campaign(posts=(a_post(when=Every(1, NINE_THIRTY, 1), texts=A_TO_D),))]).occurrences[:2]
    edited = a_post(when=Every(1, NINE_THIRTY, 1), texts=texts)
    planned = plan([a_campaign(posts=(edited,))], {"crm": Happened(sent=sent)})
    assert planned.occurrences[:2] == sent
    found = [
        (one.series, f"{one.wall:%m-%d}", (*A_TO_D, NEW).index(texts[one.series - 1]))
        for one in planned.occurrences[2:]
        if one.series
    ]
    assert found == rest


def test_an_audience_that_joined_later_gets_the_whole_series_and_the_other_goes_on() -> None:
    both = {"sales": an_audience(), "service": an_audience(channel="Service")}
    sent = plan([a_campaign(posts=(a_post(when=Every(1, NINE_THIRTY, 1), texts=A_TO_D),))]).occurrences[:2]
    series = a_post(when=Every(1, NINE_THIRTY, 1), texts=(NEW, *A_TO_D), for_audiences=("sales", "service"))
    planned = plan([a_campaign(audiences=both, posts=(series,))], {"crm": Happened(sent=sent)})
    of_service = [one.series for one in planned.occurrences if one.audience == "service"]
    assert of_service == [1, 2, 3, 4, 5]


def test_news_of_a_wish_that_was_sent_says_nothing_about_moments() -> None:
    done = {"copy": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    sent = plan([wish_campaign()], {"crm": Happened(done_wishes=done)}).occurrences[:1]
    planned = plan([wish_campaign()], {"crm": Happened(sent=sent, done_wishes=done)})
    assert planned.occurrences[0] == sent[0]
    assert [one.wish for one in planned.occurrences] == ["copy", "agenda"]
    assert planned.findings == ()
