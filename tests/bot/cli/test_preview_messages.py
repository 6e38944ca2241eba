"""A preview shows what the file knows, and never a number that nobody counted."""

from dataclasses import replace

from bot.cli.preview_messages import in_words, previews
from tests.builders import a_campaign, a_post, an_audience, an_occurrence, some_seats

BOTH = {"sales": an_audience(), "service": an_audience()}


def test_audiences_that_get_the_same_text_share_a_preview() -> None:
    campaign = a_campaign(audiences=BOTH, posts=(a_post(for_audiences=("sales", "service")),))
    occurrence = an_occurrence()
    [shown] = previews(campaign, [occurrence, replace(occurrence, audience="service")])
    assert shown.audiences == ("sales", "service")
    assert "for sales, service · week 1, Tuesday 12 January 2027 09:30" in in_words(campaign, shown)


def test_audiences_with_their_own_pain_get_their_own_preview() -> None:
    audiences = {"sales": an_audience(), "service": an_audience(pain="You wait.")}
    campaign = a_campaign(audiences=audiences, posts=(a_post(texts=("{{ pain }}",)),))
    shown = list(previews(campaign, [an_occurrence(), an_occurrence(audience="service")]))
    assert [one.message.text for one in shown] == [audiences["sales"].pain, "You wait."]


def test_a_live_number_is_shown_as_its_range() -> None:
    call = a_post(id="call-1", kind="call", sender="karim", texts=("There are {{ places_left }} places.",))
    campaign = a_campaign(posts=(call,), seats=some_seats())
    [shown] = previews(campaign, [an_occurrence(post="call-1", kind="call", sender="karim", approver="karim")])
    words = in_words(campaign, shown)
    assert "There are 1–3 places." in words
    assert "Karim Bouzid, sales team lead, via Klankbord" in words
    assert "3 of 3 places left" in words


def test_a_briefing_is_shown_as_the_question_that_its_sender_gets() -> None:
    post = a_post(id="management-1", kind="management", sender="sandra", texts=(), briefing="Say what goes well.")
    campaign = a_campaign(posts=(post,))
    occurrence = an_occurrence(post="management-1", kind="management", sender="sandra", approver="sandra")
    [shown] = previews(campaign, [occurrence])
    assert shown.is_briefing
    assert "Sandra de Wit is asked for this text:" in in_words(campaign, shown)
    assert "Say what goes well." in in_words(campaign, shown)


def test_an_image_is_shown_as_its_description_also_under_a_briefing() -> None:
    for changes in ({}, {"texts": (), "briefing": "Say what goes well."}):
        campaign = a_campaign(posts=(a_post(image="star.png", alt="A star.", **changes),))
        [shown] = previews(campaign, [an_occurrence()])
        assert "[image: A star.]" in in_words(campaign, shown)
