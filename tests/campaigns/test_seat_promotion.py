"""Whatever people and time do, in any order: no seat is sold twice, and none is empty while somebody who may waits."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from campaigns.seats import (
    SeatAnswer,
    SeatNews,
    SeatOutcome,
    SeatState,
    close_early,
    draw_order,
    extend,
    forget,
    leave,
    raise_places,
    seed_hash,
)
from tests.campaigns.seat_steps import (
    CLOSES,
    OPENS,
    SEED,
    TWO_DAYS,
    a_book,
    joins,
    leaves,
    news,
    settles,
    with_people,
)


def test_a_freed_seat_is_offered_to_the_first_in_line_at_once() -> None:
    book = with_people(a_book(places=1), "anna", "bob", "carl")
    book, answer = leaves(book, "anna")
    assert answer.outcome is SeatOutcome.LEFT_SEAT
    assert news(answer) == [("bob", SeatNews.OFFERED)]
    assert answer.changes[0].answer_by == OPENS + TWO_DAYS
    assert book.is_full
    assert book.reserve_number("carl") == 1
    assert book.wake == OPENS + TWO_DAYS
    assert joins(book, "dina")[1].outcome is SeatOutcome.RESERVED_FULL, "an offered seat isn't free"


def test_one_freed_seat_is_one_offer_however_many_teams_wait() -> None:
    book = with_people(a_book(places=1), "anna")
    book = with_people(book, "els", team="service")
    book = with_people(book, "sandra", team="management")
    book, answer = leaves(book, "anna")
    assert news(answer) == [("els", SeatNews.OFFERED)]
    assert book.taken == 1


def test_an_expired_offer_leaves_the_list_is_told_and_goes_to_the_next() -> None:
    book = with_people(a_book(places=1), "anna", "bob", "carl")
    book, _ = leaves(book, "anna")
    end = OPENS + TWO_DAYS
    same, too_late = joins(book, "bob", now=end)
    assert (same, too_late.outcome, too_late.answer_by) == (book, SeatOutcome.OFFER_EXPIRED, end)
    book, answer = settles(book, end)
    assert answer.outcome is SeatOutcome.SETTLED
    assert news(answer) == [("bob", SeatNews.EXPIRED), ("carl", SeatNews.OFFERED)]
    assert "bob" not in book.entries


def test_promotion_passes_over_a_full_team_and_keeps_its_place_in_line() -> None:
    book = with_people(a_book(places=2, max_per_team=1), "anna", "bob")
    book = with_people(book, "els", "frits", team="service")
    book, answer = leaves(book, "els")
    assert news(answer) == [("frits", SeatNews.OFFERED)], "bob's team has its seat"
    assert book.reserve_number("bob") == 1
    book, answer = leaves(book, "anna")
    assert news(answer) == [("bob", SeatNews.OFFERED)]


def test_the_draw_can_be_repeated_by_anyone_who_has_the_seed() -> None:
    people = ["room:anna", "room:bob", "room:carl", "room:dina"]
    book = a_book(places=2, draw=True)
    assert book.seed_hash == seed_hash(SEED)
    for person in people:
        book, entered = joins(book, person)
        assert (entered.outcome, entered.left) == (SeatOutcome.ENTERED, 2)
    assert book.published_seed is None, "who knows the seed before the draw knows who wins"
    book, answer = settles(book, CLOSES)
    order = draw_order(SEED, people)
    assert book.published_seed == SEED
    assert [entry.person for entry in book.seated] == list(order[:2])
    assert [entry.person for entry in book.reserve] == list(order[2:])
    assert news(answer) == [
        (order[0], SeatNews.DRAWN),
        (order[1], SeatNews.DRAWN),
        (order[2], SeatNews.NOT_DRAWN),
        (order[3], SeatNews.NOT_DRAWN),
    ]
    assert [change.number for change in answer.changes] == [None, None, 1, 2]
    assert settles(book, CLOSES)[1].outcome is SeatOutcome.NOTHING_DUE, "nobody draws twice"


def test_the_draw_keeps_to_the_seats_per_team() -> None:
    people = ["anna", "bob", "carl"]
    book = with_people(a_book(places=2, max_per_team=1, draw=True), *people)
    book, answer = close_early(book, now=OPENS, answer_by=OPENS + TWO_DAYS)
    assert [entry.person for entry in book.seated] == [draw_order(SEED, people)[0]]
    assert book.left == 1
    assert [change.number for change in answer.changes] == [None, 1, 2]


def test_time_wakes_the_book_at_opening_then_at_closing_then_no_more() -> None:
    book = a_book()
    assert book.wake == OPENS
    book, answer = settles(book, OPENS)
    assert (book.wake, answer.outcome) == (CLOSES, SeatOutcome.SETTLED)
    book, _ = settles(book, CLOSES + timedelta(hours=3))
    assert (book.wake, book.closed_at) == (None, CLOSES), "closed when promised, however late the bot woke"


PEOPLE = st.sampled_from([f"p{at}" for at in range(9)])
SOON = st.sampled_from([timedelta(0), timedelta(hours=5), timedelta(days=1), timedelta(days=3)])


class SeatMachine(RuleBasedStateMachine):
    """Anything anyone may do, in any order, with the clock going forward."""

    @initialize(places=st.integers(1, 4), most=st.sampled_from([None, 1, 2]), draw=st.booleans())
    def opens(self, places: int, most: int | None, draw: bool) -> None:
        self.now = OPENS
        self.book = a_book(places=places, max_per_team=most, draw=draw)

    @rule(person=PEOPLE)
    def join(self, person: str) -> None:
        waited = self.book.entries.get(person)
        self.book, answer = joins(self.book, person, team=f"team {int(person[1:]) % 3}", now=self.now)
        if waited is not None and waited.state is SeatState.RESERVED:
            assert answer.number == self.book.reserve_number(person)
        if answer.outcome in (SeatOutcome.RESERVED_FULL, SeatOutcome.RESERVED_TEAM_FULL):
            assert answer.number == self.book.reserve_number(person)

    @rule(person=PEOPLE, wiped=st.booleans())
    def goes(self, person: str, wiped: bool) -> None:
        line = [entry.person for entry in self.book.reserve if entry.person != person]
        act = forget if wiped else leave
        self.book, answer = act(self.book, person=person, now=self.now, answer_by=self.now + TWO_DAYS)
        assert person not in repr((self.book.entries, self.book.holders))
        if answer.outcome is not SeatOutcome.NOT_SIGNED_UP:
            self.check_promotion(line, answer)

    @rule(by=SOON)
    def time_goes_on(self, by: timedelta) -> None:
        self.now += by
        line = [entry.person for entry in self.book.reserve]
        self.book, answer = settles(self.book, self.now)
        self.check_promotion(line, answer)
        assert self.book.wake is None or self.book.wake > self.now, "woken for ever"

    @rule(more=st.integers(-1, 2))
    def change_places(self, more: int) -> None:
        before = self.book.places
        self.book, _ = raise_places(self.book, places=before + more, now=self.now, answer_by=self.now + TWO_DAYS)
        assert self.book.places >= before

    @rule(people=st.lists(PEOPLE, min_size=3, unique=True))
    def many_join(self, people: list[str]) -> None:
        for person in people:
            self.join(person)

    @rule(is_sure=st.sampled_from([False, False, False, True]))
    def close(self, is_sure: bool) -> None:
        """Seldom: after it nobody new comes in, and little is left to go wrong."""
        if is_sure:
            self.book, _ = close_early(self.book, now=self.now, answer_by=self.now + TWO_DAYS)

    @rule()
    def extends(self) -> None:
        self.book, _ = extend(self.book, closes=CLOSES + timedelta(days=3), now=self.now)

    def check_promotion(self, line: list[str], answer: SeatAnswer) -> None:
        """Offers went along the line in order; whoever was passed over has a full team."""
        offered = [
            change.person for change in answer.changes if change.what is SeatNews.OFFERED and change.person in line
        ]
        assert offered == [person for person in line if person in offered]
        for person in line[: line.index(offered[-1])] if offered else ():
            if person not in offered:
                team = self.book.entries[person].team
                assert not self.book.has_room_for(team)

    @invariant()
    def no_seat_is_sold_twice(self) -> None:
        seated, offered = self.book.seated, self.book.offered
        assert len(seated) + len(offered) == self.book.taken <= self.book.places
        assert {entry.person for entry in (*seated, *offered)} == set(self.book.holders)
        assert len(set(self.book.holders)) == len(self.book.holders)
        assert self.book.left == self.book.places - self.book.taken >= 0

    @invariant()
    def no_team_has_more_than_its_share(self) -> None:
        teams = [entry.team for entry in (*self.book.seated, *self.book.offered)]
        if self.book.max_per_team is not None:
            assert all(teams.count(team) <= self.book.max_per_team for team in teams)

    @invariant()
    def the_reserve_list_has_no_gaps(self) -> None:
        numbers = [self.book.reserve_number(entry.person) for entry in self.book.reserve]
        assert numbers == list(range(1, len(numbers) + 1))
        every_number = [entry.number for entry in self.book.entries.values()]
        assert len(set(every_number)) == len(every_number)

    @invariant()
    def no_seat_is_empty_while_somebody_who_may_waits(self) -> None:
        if self.book.left:
            assert not any(self.book.has_room_for(entry.team) for entry in self.book.reserve)

    @invariant()
    def nobody_is_left_in_a_draw_that_is_done(self) -> None:
        assert self.book.waits_for_draw or not self.book.entered
        assert not self.book.waits_for_draw or not self.book.holders

    @invariant()
    def time_has_the_next_end_in_sight(self) -> None:
        ends = [entry.answer_by for entry in self.book.offered if entry.answer_by]
        if ends:
            assert self.book.wake is not None
            assert self.book.wake <= min(ends)


SeatMachine.TestCase.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
TestWhateverPeopleAndTimeDo = SeatMachine.TestCase
