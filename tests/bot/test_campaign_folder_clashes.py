"""What would break: campaigns that run although they are in each other's way, or one that runs and is put out."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.saved_folder import NOW, Folder
from tests.clashing import OTHER_CHANNEL, OTHER_WEEK, SAME_WEEKS, SAME_WEEKS_FROM_EARLIER, THREE_WEEKS


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


async def test_at_the_start_campaigns_that_clash_wait_for_the_one_that_starts_first_and_the_others_run(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.save("aaa.yaml", THREE_WEEKS)
    folder.save("first.yaml", SAME_WEEKS_FROM_EARLIER)
    folder.save("other.yaml", OTHER_CHANNEL)
    for _ in range(2):
        await folder.look()
    assert folder.running() == ["first", "other"]
    [warning] = caplog.messages
    assert warning.startswith("aaa.yaml waits until this is mended: aaa.yaml:11: H6 error: ")


async def test_what_ran_before_a_restart_stays_also_when_a_waiting_one_starts_earlier(folder: Folder) -> None:
    folder.save("crm.yaml", THREE_WEEKS)
    await folder.look()
    folder.save("first.yaml", SAME_WEEKS_FROM_EARLIER)
    await folder.look()
    assert folder.running() == ["crm"]
    await folder.restart()
    assert folder.running() == ["crm"]


async def test_after_a_restart_the_version_that_ran_comes_before_one_that_was_refused(folder: Folder) -> None:
    folder.save("crm.yaml", OTHER_WEEK)
    folder.save("second.yaml", THREE_WEEKS)
    await folder.look()
    folder.save("crm.yaml", SAME_WEEKS_FROM_EARLIER)
    await folder.look()
    await folder.restart()
    assert folder.running() == ["second"]


async def test_after_a_restart_a_campaign_that_ran_comes_before_a_new_one_also_when_it_was_edited(
    folder: Folder,
) -> None:
    folder.save("crm.yaml", OTHER_WEEK)
    await folder.look()
    folder.save("crm.yaml", THREE_WEEKS)
    folder.save("first.yaml", SAME_WEEKS_FROM_EARLIER)
    await folder.restart()
    assert folder.running() == ["crm"]


async def test_a_new_file_that_breaks_one_that_runs_waits_and_is_logged_once(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.save("crm.yaml", THREE_WEEKS)
    await folder.look()
    before = folder.ctx.campaigns["crm"]
    folder.save("first.yaml", SAME_WEEKS_FROM_EARLIER)
    await folder.look()
    folder.save("other.yaml", OTHER_CHANNEL)
    await folder.look()
    assert folder.running() == ["crm", "other"]
    assert folder.ctx.campaigns["crm"] is before
    [warning] = caplog.messages
    assert warning.startswith("first.yaml waits until this is mended: crm.yaml:11: H6 error: ")
    assert await folder.told() == []


async def test_an_edit_that_breaks_another_campaign_is_refused_and_its_owner_hears_once(folder: Folder) -> None:
    folder.save("crm.yaml", THREE_WEEKS)
    folder.save("second.yaml", OTHER_WEEK)
    await folder.look()
    before = dict(folder.ctx.campaigns)
    folder.save("second.yaml", SAME_WEEKS_FROM_EARLIER)
    await folder.look()
    folder.save("third.yaml", OTHER_CHANNEL)
    await folder.look(NOW + timedelta(minutes=1))
    assert folder.ctx.campaigns["crm"] is before["crm"]
    assert folder.ctx.campaigns["second"] is before["second"]
    [told] = await folder.told()
    assert "The new version of second.yaml does not fit beside the other campaigns in its channels." in told
    assert "crm.yaml:11: H6 error: " in told


@pytest.mark.parametrize("makes_room", ["an edit", "a file that goes"])
async def test_a_waiting_file_is_tried_again_when_another_changes(folder: Folder, makes_room: str) -> None:
    folder.save("crm.yaml", THREE_WEEKS)
    folder.save("second.yaml", SAME_WEEKS)
    await folder.look()
    assert folder.running() == ["crm"]
    if makes_room == "an edit":
        folder.save("crm.yaml", OTHER_WEEK)
    else:
        (folder.path / "crm.yaml").unlink()
    await folder.look()
    assert "second" in folder.running()


async def test_a_waiting_file_that_is_gone_or_broken_is_not_waited_for(folder: Folder) -> None:
    for last in ("gone", "broken"):
        folder.save("crm.yaml", THREE_WEEKS)
        folder.save("second.yaml", SAME_WEEKS)
        await folder.look()
        if last == "gone":
            (folder.path / "second.yaml").unlink()
        else:
            folder.save("second.yaml", "campaign: x\n")
        await folder.look()
        (folder.path / "crm.yaml").unlink()
        await folder.look()
        assert folder.running() == []
