"""What would break: the one line that editors and people read."""

from campaigns.findings import Finding, InvalidCampaign, Level

FINDING = Finding("a.yaml", 3, "K1", Level.ERROR, "It is odd.", "Mend it.", "tip-1")


def test_a_finding_is_one_line_that_an_editor_can_follow() -> None:
    assert str(FINDING) == "a.yaml:3: K1 error: It is odd. Mend it."
    assert str(Finding("a.yaml", 3, "K1", Level.WARN, "It is odd.", "")) == "a.yaml:3: K1 warn: It is odd."


def test_an_invalid_campaign_says_every_finding() -> None:
    error = InvalidCampaign((FINDING, FINDING))
    assert str(error).splitlines() == [str(FINDING)] * 2
    assert error.findings == (FINDING, FINDING)
