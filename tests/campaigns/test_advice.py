"""What would break: an approver who says yes to a text without what the check said about it, or reads it of another."""

from campaigns.advice import advice_on, with_advice
from campaigns.findings import Finding, Level
from campaigns.model import Campaign
from campaigns.parse import check_campaigns
from tests.builders import a_campaign, a_post, an_occurrence
from tests.campaigns.rich_facts import LIBRARY


def finding(line: int, message: str, *, level: Level = Level.WARN, post: str | None = "tip-1") -> Finding:
    return Finding("crm.yaml", line, "T5", level, message, "Mend it.", post)


def advised(campaign: Campaign, *findings: Finding) -> Campaign:
    return with_advice([campaign], findings)[0]


def test_a_warning_about_a_post_is_kept_for_its_card_and_no_other() -> None:
    campaign = advised(
        a_campaign(file="crm.yaml"),
        finding(3, "Jargon."),
        finding(4, "An error.", level=Level.ERROR),
        finding(5, "Of another post.", post="tip-2"),
        finding(6, "Of the campaign.", post=None),
    )
    assert advice_on(campaign, an_occurrence()) == ("Jargon.",)


def test_of_a_series_each_card_has_what_is_about_its_own_text_or_about_them_all() -> None:
    tips = a_post(texts=("One.", "Two.", "Three."))
    lines = {f"posts.tip-1.texts.{number}": (20 + number, 0) for number in range(3)}
    campaign = a_campaign(file="crm.yaml", posts=(tips,), lines=lines)
    campaign = advised(campaign, finding(18, "When?"), finding(20, "Of one."), finding(22, "Of three."))
    said = [advice_on(campaign, an_occurrence(series=number)) for number in (1, 2, 3)]
    assert said == [("When?", "Of one."), ("When?",), ("When?", "Of three.")]


def test_checking_a_file_gives_its_campaign_the_warnings_about_its_posts() -> None:
    file = LIBRARY / "one-customer-view.yaml"
    good = file.read_text(encoding="utf-8")
    said = []
    for content in (good, good.replace("Type the last four digits", "Implement the last four digits", 1)):
        [campaign], _ = check_campaigns([("crm.yaml", content.encode())])
        said.append({post: [message for _, message in about] for post, about in campaign.advice.items()})
    assert said == [{}, {"tip-1": ["'Implement' is jargon."]}]
