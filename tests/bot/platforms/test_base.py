"""What would break: an error of a platform that is read as something milder, or a fake that is no platform at all."""

from bot.platforms.base import DeliveryError, Limits, Platform
from bot.platforms.room.platform import RoomPlatform
from tests.fakes import FakePlatform


def test_an_error_says_no_more_than_it_was_given() -> None:
    error = DeliveryError("slow down", retry_after=30)
    assert (str(error), error.reason, error.retry_after) == ("slow down", "slow down", 30)
    assert (error.permanent, error.unknown, error.channel_closed) == (False, False, False)


def test_without_limits_a_platform_has_no_windows() -> None:
    assert tuple(Limits().per_channel) == tuple(Limits().overall) == ()


def test_the_room_and_the_fake_do_what_every_platform_does() -> None:
    expected = {name for name in vars(Platform) if not name.startswith("_")}
    for platform in (RoomPlatform, FakePlatform):
        assert expected <= {name for name in dir(platform) if not name.startswith("_")}
