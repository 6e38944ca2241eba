"""What would break: a channel that isn't theirs, one person twice, a room with other people every time."""

from bot.platforms.room.people import channel_id, colleagues, room_channels, room_people
from tests.bot.web.a_room import SALES, SERVICE, a_campaign_with_two_teams
from tests.builders import a_campaign, a_person, a_post, an_audience


def test_every_audience_has_its_channel_under_the_title_of_the_file() -> None:
    campaign = a_campaign_with_two_teams()
    assert room_channels({"crm": campaign}) == {SALES: "Sales > General", SERVICE: "Service > General"}
    assert channel_id("crm", "sales") == SALES


def test_an_employee_reads_only_their_own_team() -> None:
    found = room_people({"crm": a_campaign_with_two_teams()})
    employees = [person for person in found if not person.role]
    assert {person.audiences for person in employees} == {(SALES,), (SERVICE,)}
    assert all(person.chat is None for person in employees)


def test_a_lead_reads_their_own_team_and_the_owner_reads_along_everywhere() -> None:
    found = {person.id: person for person in room_people({"crm": a_campaign_with_two_teams()})}
    assert found["room:karim"].audiences == (SALES,)
    assert found["room:joris"].audiences == (SALES, SERVICE)
    assert found["room:sandra"].audiences == (SALES, SERVICE)  # a sender


def test_the_same_person_of_two_campaigns_is_there_once_and_reads_both() -> None:
    found = room_people({"crm": a_campaign(), "move": a_campaign(id="move")})
    joris = [person for person in found if person.name == "Joris Hendriks"]
    assert [person.audiences for person in joris] == [("crm/sales", "move/sales")]


def test_two_people_under_one_id_are_never_taken_for_each_other() -> None:
    other = a_campaign(id="move", people={**a_campaign().people, "joris": a_person(chat="joris.b@example.com")})
    found = {person.id: person.chat for person in room_people({"crm": a_campaign(), "move": other})}
    assert found["room:joris"] == "joris@example.com"
    assert found["room:move-joris"] == "joris.b@example.com"


def test_made_up_colleagues_have_names_of_their_own_however_many_teams_there_are() -> None:
    teams = {f"team{number}": an_audience() for number in range(9)}
    found = colleagues({"crm": a_campaign(audiences=teams, posts=(a_post(for_audiences=tuple(teams)),))})
    assert len({person.id for person in found}) == len({person.name for person in found}) == 27
    assert found[0].id == "room:anna"
