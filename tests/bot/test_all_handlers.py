"""What would break: something people do that nobody handles, or that two handle."""

import inspect

from bot import inbound
from bot.all_handlers import OF_A_CAMPAIGN, OF_THE_BOT
from bot.inbound import Inbound


def test_every_inbound_has_exactly_one_handler() -> None:
    kinds = {
        kind
        for _, kind in inspect.getmembers(inbound, inspect.isclass)
        if issubclass(kind, Inbound) and kind is not Inbound
    }
    assert set(OF_A_CAMPAIGN) | set(OF_THE_BOT) == kinds
    assert not set(OF_A_CAMPAIGN) & set(OF_THE_BOT)


def test_a_handler_is_a_coroutine_that_takes_what_the_dict_promises() -> None:
    for handlers, expected in ((OF_A_CAMPAIGN, 3), (OF_THE_BOT, 2)):
        for kind, handle in handlers.items():
            signature = inspect.signature(handle)
            assert inspect.iscoroutinefunction(handle), kind
            assert len(signature.parameters) == expected, kind
            assert list(signature.parameters.values())[-1].annotation is kind
