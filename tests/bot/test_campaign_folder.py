"""What would break: an edit that is not seen, a broken file that stops a campaign, an error nobody hears of."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.campaign_folder import CampaignFolder, MeasurementFiles
from campaigns.measurements import Measurements
from storage.base import StoreProblem
from tests.bot.saved_folder import NOW, Folder
from tests.builders import a_campaign
from tests.some_images import OTHER_PNG, PNG

GOOD = """\
campaign: One customer view
start: 11 January 2027
weeks: 2
goal: {text: On 1 February we find 8 in 10 customers in one place., measure: found, target: 80%, by: 1 February 2027}
people:
  joris: {name: Joris Hendriks, role: project lead, chat: joris@example.com}
audiences:
  sales: {channel: Sales > General, lead: joris, size: 18, pain: You look twice., benefit: You look once.}
posts:
  - {kind: tip, when: week 1 Tuesday 09:30, text: Click the star beside a customer.}
"""
WITH_IMAGE = GOOD.replace("beside a customer.}", "beside a customer., image: star.png, alt: The star.}")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


async def test_a_new_file_is_a_new_campaign_and_its_name_is_its_id(folder: Folder) -> None:
    folder.save("crm.yaml", GOOD)
    await folder.look()
    assert folder.ctx.campaigns["crm"].id == "crm"
    folder.save("second.yaml", GOOD)
    await folder.look()
    assert sorted(folder.ctx.campaigns) == ["crm", "second"]


async def test_an_edit_is_read_and_without_one_nothing_is(folder: Folder) -> None:
    folder.save("crm.yaml", GOOD)
    await folder.look()
    before = folder.ctx.campaigns["crm"]
    await folder.look()
    assert folder.ctx.campaigns["crm"] is before
    folder.save("crm.yaml", GOOD.replace("09:30", "10:30"))
    await folder.look()
    assert folder.ctx.campaigns["crm"].source_hash != before.source_hash


async def test_a_file_with_an_error_changes_nothing_and_its_owner_hears_once(folder: Folder) -> None:
    folder.save("crm.yaml", GOOD)
    await folder.look()
    before = folder.ctx.campaigns["crm"]
    folder.save("crm.yaml", GOOD.replace("kind: tip", "kind: trick"))
    await folder.look()
    await folder.look(NOW + timedelta(seconds=30))
    assert folder.ctx.campaigns["crm"] is before
    [told] = await folder.told()
    assert "crm.yaml:10" in told
    assert "We go on with the version before" in told
    folder.save("crm.yaml", GOOD.replace("kind: tip", "kind: trock").replace("weeks: 2", "weeks: many"))
    await folder.look(NOW + timedelta(minutes=1))
    assert "2 errors" in (await folder.told())[-1]


async def test_a_file_that_is_put_right_is_read_again(folder: Folder) -> None:
    folder.save("crm.yaml", b"\xff\xfe not text")
    await folder.look()
    assert folder.ctx.campaigns == {}
    assert await folder.told() == []
    folder.save("crm.yaml", GOOD)
    await folder.look()
    assert "crm" in folder.ctx.campaigns


async def test_a_file_that_is_gone_takes_its_campaign_along_and_may_return(folder: Folder) -> None:
    folder.save("crm.yaml", GOOD)
    await folder.look()
    text = (folder.path / "crm.yaml").read_bytes()
    (folder.path / "crm.yaml").unlink()
    await folder.look()
    assert folder.ctx.campaigns == {}
    folder.saved_at -= 1
    folder.save("crm.yaml", text)
    await folder.look()
    assert "crm" in folder.ctx.campaigns


async def test_a_file_that_is_being_replaced_is_waited_for(folder: Folder) -> None:
    """Between the removal of the old and the arrival of the new there is a moment without a file."""
    folder.save("crm.yaml", GOOD)
    files = folder.files()
    job = CampaignFolder(lambda: files)
    await job(folder.ctx, NOW)
    (folder.path / "crm.yaml").unlink()
    await job(folder.ctx, NOW)
    assert "crm" in folder.ctx.campaigns


def test_measurements_beside_the_file_are_read_again_when_they_change(folder: Folder) -> None:
    folder.save("crm.yaml", GOOD)
    measured = MeasurementFiles(folder.files)
    campaign = a_campaign()
    assert measured(campaign) == Measurements()
    folder.save("measurements.csv", "week,team,measure,count,total\n1,sales,notes,6,10\n")
    [row] = measured(campaign).of(measure="notes", team="sales")
    assert (row.count, row.total) == (6, 10)
    assert measured(campaign) is measured(campaign)
    folder.save("measurements.csv", "week,team,measure,count,total\n1,sales,notes,7,10\n")
    [row] = measured(campaign).of(measure="notes", team="sales")
    assert row.count == 7


def test_a_campaign_without_a_file_has_no_measurements(folder: Folder) -> None:
    assert MeasurementFiles(folder.files)(a_campaign()) == Measurements()


async def test_an_edit_that_breaks_a_rule_changes_nothing_and_its_owner_hears(folder: Folder) -> None:
    folder.save("crm.yaml", GOOD)
    await folder.look()
    folder.save("crm.yaml", GOOD.replace("Click the star", "Last chance! Click the star"))
    await folder.look()
    assert folder.ctx.campaigns["crm"].posts[0].texts == ("Click the star beside a customer.",)
    assert any("S7 error" in told for told in await folder.told())


async def test_an_image_that_changes_is_a_change_of_its_campaign(folder: Folder) -> None:
    folder.save("star.png", PNG)
    folder.save("crm.yaml", WITH_IMAGE)
    await folder.look()
    first = folder.ctx.campaigns["crm"]
    assert list(first.images) == ["star.png"]
    await folder.look()
    assert folder.ctx.campaigns["crm"] is first
    folder.save("star.png", OTHER_PNG)
    await folder.look()
    assert folder.ctx.campaigns["crm"].images != first.images
    assert folder.ctx.campaigns["crm"].source_hash != first.source_hash


async def test_a_campaign_waits_for_its_image_and_one_that_runs_goes_on_with_the_image_before(folder: Folder) -> None:
    folder.save("crm.yaml", WITH_IMAGE)
    await folder.look()
    assert folder.ctx.campaigns == {}
    folder.save("star.png", PNG)
    await folder.look()
    first = folder.ctx.campaigns["crm"]
    folder.save("star.png", b"half a file")
    await folder.look()
    await folder.look(NOW + timedelta(seconds=30))
    assert folder.ctx.campaigns["crm"] is first
    [told] = await folder.told()
    assert "T13 error: 'star.png' is not a whole PNG, JPEG or GIF" in told


async def test_what_can_not_be_read_keeps_no_other_file_from_being_read_and_is_said_once(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    (folder.path / "aaa.yaml").mkdir()
    folder.save("crm.yaml", GOOD)
    for _ in range(3):
        await folder.look()
    assert set(folder.ctx.campaigns) == {"crm"}
    assert caplog.text.count("aaa.yaml can't be read (Is a directory)") == 1
    (folder.path / "aaa.yaml").rmdir()
    folder.save("aaa.yaml", GOOD)
    await folder.look()
    assert set(folder.ctx.campaigns) == {"aaa", "crm"}


async def test_a_store_that_fails_for_a_moment_makes_no_campaign_wait(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise StoreProblem("the disk is full")

    folder.save("crm.yaml", GOOD)
    with monkeypatch.context() as patched:
        patched.setattr(folder.ctx.store, "transaction", fail)
        with pytest.raises(StoreProblem):
            await folder.look()
    await folder.look()
    assert folder.running() == ["crm"]


async def test_a_new_file_with_an_error_in_itself_is_logged_once(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.save("crm.yaml", GOOD.replace("kind: tip", "kind: trick"))
    for _ in range(2):
        await folder.look()
    [warning] = caplog.messages
    assert warning.startswith("crm.yaml waits until this is mended: crm.yaml:10: ")
