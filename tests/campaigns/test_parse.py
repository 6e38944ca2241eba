"""What would break: a file that reads differently in two languages, a mistake that stays hidden, a traceback."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.findings import Finding, InvalidCampaign, Level
from campaigns.parse import check_campaigns, read_campaign, sound_campaign
from tests.campaigns.bad_campaigns import DUTCH, ENGLISH, changed, findings_of

LIBRARY = Path(__file__).parents[2] / "campaigns/library"
SHIPPED = {path.name: path.read_bytes() for path in sorted(LIBRARY.glob("*.yaml"))}
ODD = [
    b"{{",
    b"}}",
    b": ",
    b"- ",
    b"\n",
    b"\t",
    b" #",
    b"'",
    b'"',
    b"&x ",
    b"*x",
    b"\0",
    b"\xff",
    b"{{ x }}",
    b"9999999999",
]

VALUES = [
    "[]", "{}", "", "x", "-1", "0", "99999999999", "100%", "2027-02-30", "9999-12-31", "every Friday 09:30 from week 2",
    "at opening", "1 working day after wish x 10:00", "{a: b}", "[a, b]", "'{{ {{ x }}'", "Europe", "../x",
]  # fmt: skip


def test_the_shipped_campaigns_have_no_findings() -> None:
    for file, content in SHIPPED.items():
        campaigns, findings = check_campaigns([(file, content)])
        assert findings == []
        assert [campaign.id for campaign in campaigns] == [Path(file).stem]
    assert len(SHIPPED) == 4


def test_both_languages_give_the_same_campaign() -> None:
    dutch = read_campaign(SHIPPED["een-klantbeeld.yaml"], "een-klantbeeld.yaml")
    english = read_campaign(SHIPPED["one-customer-view.yaml"], "one-customer-view.yaml")
    assert (dutch.language, english.language) == ("nl", "en")
    assert dutch.rules == english.rules
    assert dutch.seats
    assert english.seats
    assert (dutch.start, dutch.seats.opens, dutch.seats.closes) == (
        english.start,
        english.seats.opens,
        english.seats.closes,
    )
    assert [(post.id, post.kind, post.when, post.sender) for post in dutch.posts] == [
        (post.id, post.kind, post.when, post.sender) for post in english.posts
    ]


def test_a_post_without_an_id_has_its_kind_and_its_number() -> None:
    campaign = read_campaign(SHIPPED["een-klantbeeld.yaml"], "een-klantbeeld.yaml")
    ids = [post.id for post in campaign.posts]
    assert ids[:3] == ["management-1", "introduction-1", "tip-1"]
    assert [one for one in ids if one.startswith("management")] == ["management-1", "management-2", "management-3"]
    assert campaign.post("management-2").briefing


def test_a_post_is_for_every_audience_unless_it_names_some() -> None:
    campaign = read_campaign(SHIPPED["one-customer-view.yaml"], "one-customer-view.yaml")
    assert campaign.post("tip-1").for_audiences == ("sales", "service", "management")
    assert campaign.post("proof-1").for_audiences == ("sales", "service")


def test_the_smallest_campaign_has_every_default() -> None:
    campaign = read_campaign(DUTCH, "map/klant.beeld.yaml")
    assert (campaign.id, campaign.file, campaign.language) == ("klant.beeld", "map/klant.beeld.yaml", "nl")
    assert (campaign.weeks, campaign.owner, campaign.seats, campaign.wishes) == (12, "sandra", None, {})
    assert campaign.posts[0].texts == ("Klik op de ster.",)
    assert campaign.source_hash == read_campaign(DUTCH.encode(), "x.yaml").source_hash != ""


def of_the_reading(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule[0] in "YKM"]


def test_every_finding_comes_at_once_in_the_language_of_the_file() -> None:
    findings = findings_of(("start: 11 januari", "start: 11 janauri"), ("leider: sandra", "leider: sandar"),
                           ("omvang: 18", "omvang: veel"), ("soort: tip", "soort: tipje"), base=DUTCH)  # fmt: skip
    assert [(one.line, one.rule) for one in findings] == [(2, "K3"), (10, "K4"), (11, "K3"), (15, "K5")]
    assert all("is geen" in one.message or "moet een" in one.message or "zo heet" in one.message for one in findings)


def test_a_finding_in_a_post_names_the_post() -> None:
    findings = findings_of(("text: Click the star.", "text: Tell {{ lad }}.\n    colour: blue"))
    assert [(one.line, one.rule, one.post) for one in findings] == [(32, "T9", "tip-1"), (33, "K1", "tip-1")]
    assert findings_of(("size: 18", "size: many"))[0].post is None


def test_advice_does_not_stop_a_campaign() -> None:
    content = changed(("Click the star.", "Press # to search.")).encode()
    campaigns, findings = check_campaigns([("crm.yaml", content)])
    assert [(one.rule, one.level) for one in of_the_reading(findings)] == [("K8", Level.WARN)]
    assert campaigns[0].posts[0].texts == ("Press",)
    assert read_campaign(content, "crm.yaml") == campaigns[0].model_copy(update={"advice": {}})


def test_one_bad_file_does_not_hide_the_others() -> None:
    files = [
        ("b.yaml", b"start: [\n"),
        ("a.yaml", changed(("size: 18", "size: x")).encode()),
        ("c.yaml", ENGLISH.encode()),
    ]
    campaigns, findings = check_campaigns(files)
    assert [campaign.id for campaign in campaigns] == ["c"]
    assert [(one.file, one.rule) for one in of_the_reading(findings)] == [("a.yaml", "K3"), ("b.yaml", "Y2")]


def test_two_files_with_one_name_are_a_finding_that_names_both_and_only_the_first_is_planned() -> None:
    files = [("a/crm.yaml", ENGLISH.encode()), ("b/crm.yaml", ENGLISH.encode()), ("c/crm.yaml", DUTCH.encode())]
    campaigns, everything = check_campaigns(files)
    findings = of_the_reading(everything)
    assert [campaign.file for campaign in campaigns] == ["a/crm.yaml"]
    assert [(one.file, one.line, one.rule, one.level) for one in findings] == [
        ("b/crm.yaml", 1, "K7", Level.ERROR),
        ("c/crm.yaml", 1, "K7", Level.ERROR),
    ]
    assert findings[0].message == (
        "b/crm.yaml and a/crm.yaml would both be the campaign 'crm', because that is their file name."
    )
    assert findings[1].message.startswith("c/crm.yaml en a/crm.yaml ")


def test_broken_yaml_speaks_the_language_of_its_keys() -> None:
    with pytest.raises(InvalidCampaign) as dutch:
        read_campaign(changed(("Klik op", "'Klik' op"), base=DUTCH), "x.yaml")
    assert "aanhalingsteken" in dutch.value.findings[0].message
    with pytest.raises(InvalidCampaign, match="is empty"):
        read_campaign(b"", "x.yaml")


def outcome(content: bytes) -> None:
    findings: tuple[Finding, ...] = ()
    try:
        read_campaign(content, "x.yaml")
    except InvalidCampaign as invalid:
        findings = invalid.findings or (Finding("x.yaml", 0, "", Level.ERROR, "invalid without a finding", ""),)
    last = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 <= finding.line <= last for finding in findings)


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_campaign_or_findings(content: bytes) -> None:
    outcome(content)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_change_to_a_shipped_campaign_gives_a_campaign_or_findings(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(list(SHIPPED.values())))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 60)))
        content = content[:start] + data.draw(st.sampled_from([b"", *ODD]) | st.binary(max_size=6)) + content[end:]
    outcome(content)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_value_anywhere_gives_a_campaign_or_findings(data: st.DataObject) -> None:
    """The values of a valid file replaced, so that the reading gets past its YAML."""
    lines = data.draw(st.sampled_from([ENGLISH, DUTCH])).splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[at].partition(": ")
        lines[at] = key + (colon or ": ") + data.draw(st.sampled_from(VALUES))
    outcome("\n".join(lines).encode())


def test_only_a_campaign_without_any_error_is_sound() -> None:
    good = SHIPPED["one-customer-view.yaml"]
    assert sound_campaign(good, "crm.yaml") == read_campaign(good, "crm.yaml")
    for old, new, rule in (
        (b"owner: joris", b"owner: jorid", "K4"),  # the reading
        (b"when: week 2 Thursday 10:00", b"when: 1 January 2027 20:00", "E1"),  # the plan
        (b"Click the star", b"Last chance! Click the star", "S7"),  # a rule
    ):
        assert old in good
        with pytest.raises(InvalidCampaign, match=f" {rule} error:"):
            sound_campaign(good.replace(old, new, 1), "crm.yaml")
