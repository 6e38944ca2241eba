"""What would break: somebody with the right name but another address gets a say, or an owner has none."""

import pytest

from bot import inbound as act
from bot.all_handlers import OF_A_CAMPAIGN, OF_THE_BOT
from bot.inbound import Person
from bot.roles import ONLY_FOR, Role, addresses_in, has_role, ids_of, may, name_in, people_with_a_say, roles_of
from tests.bot.conversation import a_whole_campaign
from tests.builders import a_person

CAMPAIGN = a_whole_campaign()


def test_a_role_goes_by_the_address_in_any_case() -> None:
    assert ids_of(CAMPAIGN, "KARIM@example.com") == {"karim"}
    assert ids_of(CAMPAIGN, "Karim Bouzid") == frozenset()
    assert ids_of(CAMPAIGN, None) == frozenset()
    assert ids_of(CAMPAIGN, "") == frozenset()


def test_everybody_is_an_employee_and_some_are_more() -> None:
    assert roles_of(CAMPAIGN, None) == {Role.EMPLOYEE}
    assert roles_of(CAMPAIGN, "joris@example.com") == {Role.EMPLOYEE, Role.OWNER}
    assert roles_of(CAMPAIGN, "sandra@example.com") == {Role.EMPLOYEE, Role.APPROVER}
    assert roles_of(CAMPAIGN, "els@example.com") == {Role.EMPLOYEE, Role.APPROVER}


def test_somebody_in_people_who_neither_sends_nor_leads_has_no_say() -> None:
    people = {**CAMPAIGN.people, "bo": a_person(name="Bo", chat="bo@example.com")}
    campaign = CAMPAIGN.model_copy(update={"people": people})
    assert roles_of(campaign, "bo@example.com") == {Role.EMPLOYEE}
    assert has_role(campaign, "bo@example.com")
    assert people_with_a_say(campaign) == ["els", "joris", "karim", "sandra"]


@pytest.mark.parametrize("command", list(ONLY_FOR))
def test_an_employee_may_do_none_of_the_guarded_commands(command: type[act.Inbound]) -> None:
    assert not may(CAMPAIGN, "anna@example.com", command)
    assert may(CAMPAIGN, "joris@example.com", command)


def test_an_approver_may_pause_and_not_resume() -> None:
    assert may(CAMPAIGN, "karim@example.com", act.Pause)
    assert not may(CAMPAIGN, "karim@example.com", act.Resume)


def test_everything_that_is_not_guarded_is_meant_for_everybody() -> None:
    """A new command must be put on one side or the other on purpose."""
    for_all = {
        act.Join, act.Leave, act.ShowSeats, act.NameMe, act.MakeWish, act.ShowWishes, act.Ask, act.Why, act.RemindMe,
        act.AnswerPulse, act.Overview, act.MyData, act.ForgetMe, act.Stop, act.Help, act.React, act.Unknown,
        act.Installed,
    }  # fmt: skip
    assert {*OF_A_CAMPAIGN, *OF_THE_BOT} == for_all | set(ONLY_FOR)


def test_a_person_with_a_role_is_called_by_their_id_and_others_by_the_platforms() -> None:
    assert name_in(CAMPAIGN, Person("room:7", "K", "karim@example.com")) == "karim"
    assert name_in(CAMPAIGN, Person("room:anna", "Anna")) == "anna"
    assert name_in(None, Person("anna", "Anna")) == "anna"


def test_whoever_stands_in_a_campaign_is_looked_for_by_address_and_nobody_else() -> None:
    bo = CAMPAIGN.model_copy(update={"people": {"bo": a_person(name="Bo", chat="BO@example.com")}})
    everybody = {"sandra@example.com", "karim@example.com", "els@example.com", "joris@example.com"}
    assert addresses_in([]) == frozenset()
    assert addresses_in([CAMPAIGN]) == everybody
    assert addresses_in([CAMPAIGN, bo]) == everybody | {"bo@example.com"}
