"""What would break: a name that nobody agreed to, a reserve list for all, a balance of what was never posted."""

from dataclasses import replace

from bot.web.look import Kept, read_kept
from bot.web.room_plan import Step
from bot.web.room_seats import SeatsView, balances, seats_view
from campaigns.delivery import Delivery, State
from campaigns.plan import seat_moments
from campaigns.seats import agree_to_be_named, leave, open_book, sign_up
from tests.bot.web.a_room import MONDAY, ARoom, a_campaign_with_two_teams, a_room
from tests.builders import an_occurrence, some_seats


async def kept_with(room: ARoom, people: int, *, named: bool = False) -> Kept:
    campaign = room.ctx.campaigns["crm"]
    assert campaign.seats is not None
    opens, closes = seat_moments(campaign)
    book = open_book("crm", campaign.seats, opens=opens, closes=closes, seed="seed")
    room.clock.set_to(opens)
    for number in range(people):
        who = "anna" if number == 0 else f"p{number}"
        book, _ = sign_up(book, person=f"room:{who}", name=who.title(), team="sales", now=opens)
    if named:
        book, _ = agree_to_be_named(book, person="room:anna", agreed=True)
    return replace(await read_kept(room.ctx.store, room.look("anna")), book=book)


async def seen(room: ARoom, kept: Kept, person: str) -> SeatsView:
    view = seats_view(room.look(person), kept)
    assert view is not None
    return view


async def test_before_a_book_is_there_the_file_says_how_many_and_when() -> None:
    room = a_room()
    kept = await read_kept(room.ctx.store, room.look("anna"))
    view = await seen(room, kept, "anna")
    assert (view.count, view.when) == ("0 of 3 taken", "Sign-up opens Monday 1 February 09:30.")
    assert view.dots == (False, False, False)


async def test_a_campaign_without_seats_shows_none() -> None:
    room = a_room(a_campaign_with_two_teams(seats=None, posts=a_campaign_with_two_teams().posts[:1]))
    kept = await read_kept(room.ctx.store, room.look("anna"))
    assert seats_view(room.look("anna"), kept) is None


async def test_a_holder_is_named_to_all_only_after_agreeing() -> None:
    room = a_room()
    kept = await kept_with(room, 2)
    assert (await seen(room, kept, "bilal")).members == ("Somebody from Sales", "Somebody from Sales")
    assert (await seen(room, kept, "anna")).members == ("Anna (Sales)", "Somebody from Sales")
    assert (await seen(room, kept, "joris")).members == ("Anna (Sales)", "P1 (Sales)")
    agreed = await kept_with(room, 2, named=True)
    assert (await seen(room, agreed, "bilal")).members == ("Anna (Sales)", "Somebody from Sales")


async def test_the_reserve_list_names_nobody_and_only_oneself_hears_ones_number() -> None:
    room = a_room()
    kept = await kept_with(room, 5)
    assert kept.book is not None
    moved, _ = leave(kept.book, person="room:anna", now=room.clock.now(), answer_by=room.clock.now())
    book, _ = sign_up(moved, person="room:anna", name="Anna", team="sales", now=room.clock.now())
    kept = replace(kept, book=book)
    anna, bilal, joris = [await seen(room, kept, who) for who in ("anna", "bilal", "joris")]
    assert anna.mine == "You are number 2 on the reserve list."
    assert (bilal.mine, bilal.reserve, bilal.reserve_count) == ("", (), "Reserve list: 2")
    assert joris.reserve == ("Somebody from Sales", "Somebody from Sales")
    assert "Anna" not in repr(bilal)
    assert "Anna" not in repr(joris)


async def test_everybody_hears_where_they_stand() -> None:
    room = a_room()
    kept = await kept_with(room, 1)
    assert (await seen(room, kept, "anna")).mine == "You have a place."
    assert (await seen(room, kept, "anna")).when == "Sign-up is open until Thursday 11 February 16:00."
    room.clock.move(weeks=4)
    assert (await seen(room, kept, "anna")).when == "Sign-up is closed."


async def test_with_a_draw_that_is_said_beforehand() -> None:
    room = a_room(a_campaign_with_two_teams(seats=some_seats(allocation="draw")))
    kept = await kept_with(room, 1)
    view = await seen(room, kept, "anna")
    assert view.mine == "You have signed up."
    assert "by lot" in view.when


def test_the_balance_counts_what_was_posted_to_that_team_and_nothing_else() -> None:
    look = a_room().look("joris")
    gift, ask = an_occurrence(), an_occurrence(post="call-1", kind="call", weight=-2)
    sent = Delivery("d", "crm", MONDAY, None, State.SENT)
    steps = [Step(gift, sent), Step(gift, sent), Step(ask, sent), Step(an_occurrence()), Step(ask)]
    sales, service = balances(look, steps)
    assert (sales.audience, sales.balance, sales.given, sales.asked) == ("Sales", 0, 2, 2)
    assert (service.balance, service.words) == (0, "0 given, 0 asked")
