"""What would break: a model that changes after reading, keeps an unknown field, or shows the wrong clock."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from campaigns.model import Person, Rules
from tests.builders import a_campaign, a_post


def test_a_campaign_can_not_be_changed() -> None:
    with pytest.raises(ValidationError):
        a_campaign().weeks = 3  # type: ignore[misc]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        Person.model_validate({"name": "x", "role": "x", "chat": "x", "phone": "x"})


def test_rules_have_the_defaults_of_the_product() -> None:
    rules = Rules()
    assert (rules.max_per_day, rules.max_per_week, rules.minimum_group, rules.keep_months) == (1, 3, 5, 6)
    assert (rules.approval_ahead, rules.remind_ahead, rules.holidays) == (5, 2, "NL")
    assert rules.workdays == {0, 1, 2, 3, 4}


def test_the_campaign_shows_its_own_clock() -> None:
    campaign = a_campaign()
    assert f"{campaign.local(datetime(2027, 1, 12, 8, 30, tzinfo=UTC)):%H:%M}" == "09:30"
    assert f"{campaign.local(datetime(2027, 7, 12, 8, 30, tzinfo=UTC)):%H:%M}" == "10:30"


def test_a_post_is_found_by_its_id() -> None:
    campaign = a_campaign(posts=(a_post(id="a"), a_post(id="b")))
    assert campaign.post("b").id == "b"
