"""D3: a campaign stays away from pay, contract, health, union and elections."""

import pytest

from campaigns.model import Goal
from campaigns.words import Language
from tests.builders import a_campaign, some_seats
from tests.campaigns.principles.posted import said_by, said_of


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "This changes your salary.", "This changes your list."),
        ("en", "Sign your employment contract.", "Open the contract of the customer."),
        ("en", "Vote in the works council elections.", "The works council has read it."),
        ("en", "Leave the union, it is on strike.", "Strike a line through it."),
        ("nl", "Je loon staat erbij.", "Je lijst staat erbij."),
        ("nl", "Teken je arbeidscontract.", "Open het contract van de klant."),
        ("nl", "Doe mee aan de OR-verkiezingen.", "De ondernemingsraad las mee."),
        ("nl", "Anders volgt ontslag.", "Anders bellen we mis."),
        ("nl", "Geef je ziekmelding door.", "Klik op de klok."),
    ],
)
def test_d3_influence_stays_out_of_some_topics(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("D3", stopped, language=language)) >= 1
    assert said_of("D3", left_alone, language=language) == []


def test_d3_looks_at_the_goal_and_the_seats_as_well() -> None:
    campaign = a_campaign(
        goal=Goal(text="Nobody asks for a bonus, or a bonus scheme; bonuses end."),
        seats=some_seats(influence="Your pay."),
    )
    assert len(said_by("D3", campaign)) == 3
