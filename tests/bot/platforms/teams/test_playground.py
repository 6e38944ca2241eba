"""What would break: a campaign whose people are not in the playground, or a file that the playground refuses."""

from pathlib import Path

import yaml

from campaigns.parse import check_campaigns

ROOT = Path(__file__).parents[4]
PLAYGROUND = yaml.safe_load((ROOT / "bot/platforms/teams/playground.yml").read_text(encoding="utf-8"))
EVERYBODY = [PLAYGROUND["currentUser"], *PLAYGROUND["users"]]


def test_everybody_of_the_shipped_campaign_is_there_and_the_owner_sits_at_the_page() -> None:
    shipped = ROOT / "campaigns/library/one-customer-view.yaml"
    (campaign,), _ = check_campaigns([(shipped.name, shipped.read_bytes())])
    there = {person["email"]: person["name"] for person in EVERYBODY}
    assert {person.chat: person.name for person in campaign.people.values()}.items() <= there.items()
    assert PLAYGROUND["currentUser"]["email"] == campaign.people[campaign.owner].chat


def test_the_playground_takes_five_others_and_one_channel_beside_general() -> None:
    assert (len(PLAYGROUND["users"]), len(PLAYGROUND["team"]["channels"])) == (5, 1)


def test_nobody_is_somebody_else_or_real() -> None:
    for key in ("id", "aadObjectId", "email", "userPrincipleName"):
        assert len({person[key] for person in EVERYBODY}) == len(EVERYBODY), key
    assert all(person["email"].endswith("@example.com") for person in EVERYBODY)
    assert all(person["name"] == f"{person['givenName']} {person['surname']}" for person in EVERYBODY)
