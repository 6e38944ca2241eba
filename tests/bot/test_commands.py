"""What would break: a word that does nothing, a chat sentence that does something, a slip of the finger that acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import inbound as act
from bot.commands import is_addressed, read_command
from bot.inbound import Inbound, Origin, Person
from campaigns.words import COMMANDS

ANNA = Person("room:anna", "Anna")
IN_CHANNEL = Origin("room", ANNA, "e1", channel="sales")
IN_PRIVATE = Origin("room", ANNA, "e1")


def read(text: str, *, private: bool = False) -> Inbound:
    return read_command(text, IN_PRIVATE if private else IN_CHANNEL)


ALONE = {
    "join": act.Join, "leave": act.Leave, "seats": act.ShowSeats, "wishes": act.ShowWishes, "why": act.Why,
    "overview": act.Overview,
    "my data": act.MyData, "forget me": act.ForgetMe, "stop": act.Stop, "help": act.Help, "name me": act.NameMe,
    "keep my name out": act.NameMe, "pause": act.Pause, "resume": act.Resume, "close sign-up": act.CloseSignUp,
    "promises": act.ShowPromises, "today": act.Today, "report": act.Report, "console": act.Console,
}  # fmt: skip
WITH_MORE = {
    "wish": act.MakeWish, "question": act.Ask, "object": act.Ask, "remind me": act.RemindMe, "pulse": act.AnswerPulse,
    "approve": act.Approve, "ask for a change": act.AskChange, "do not post": act.Reject, "connect": act.Connect,
    "disconnect": act.Disconnect, "wish done": act.WishDone, "wish later": act.WishLater,
    "wish planned": act.WishPlanned, "answer": act.AnswerQuestion, "it is there": act.Settle, "post it": act.Settle,
    "promise kept": act.PromiseKept, "promise missed": act.PromiseMissed, "promise drop": act.PromiseDrop,
}  # fmt: skip
BOTH = [(word, kind) for english, kind in {**ALONE, **WITH_MORE}.items() for word in (english, COMMANDS[english])]


def test_every_word_of_the_table_is_read() -> None:
    assert set(COMMANDS) == {*ALONE, *WITH_MORE, "text"}


@pytest.mark.parametrize(("word", "kind"), BOTH)
@pytest.mark.parametrize(
    "said",
    ["{}", "{}.", " {} !! ", "@Klankbord {}", "@Klankbord, {}", "<at>Klankbord</at> {}", "/{}", "/klankbord {}",
     "<@U024BE7LH> {}", "\u00a0{}\u00a0", "{} @Klankbord"],
)  # fmt: skip
def test_both_words_work_however_they_are_typed(word: str, kind: type[Inbound], said: str) -> None:
    for typed in (word, word.upper(), word.replace(" ", "\u00a0 ")):
        assert isinstance(read(said.format(typed)), kind)


@pytest.mark.parametrize("english", ALONE)
def test_a_word_without_more_must_be_the_whole_line(english: str) -> None:
    """`Join us for lunch` among colleagues is no command."""
    for word in (english, COMMANDS[english]):
        found = read(f"{word} us for lunch")
        assert isinstance(found, act.Unknown)
        assert found.near == ""


@pytest.mark.parametrize(
    ("text", "near"),
    [("jion", "join"), ("meedon", "meedoen"), ("afmleden", "afmelden"), ("stopt", "stop"), ("wnesen", "wensen"),
     ("aanmelden", "meedoen"), ("sign up", "join"), ("vergeet me", "vergeet mij"), ("My dta", "my data")],
)  # fmt: skip
def test_a_near_miss_is_suggested_and_never_done(text: str, near: str) -> None:
    found = read(text)
    assert isinstance(found, act.Unknown)
    assert found.near == near


def test_in_private_a_word_with_too_much_behind_it_is_suggested() -> None:
    found = read("join please", private=True)
    assert isinstance(found, act.Unknown)
    assert found.near == "join"


@pytest.mark.parametrize("text", ["", "   ", "@Klankbord", "Goedemorgen allemaal", "?!"])
def test_free_text_is_no_command_and_suggests_nothing(text: str) -> None:
    found = read(text)
    assert isinstance(found, act.Unknown)
    assert found.near == ""


@pytest.mark.parametrize("digit", "12345")
def test_a_bare_digit_answers_a_pulse(digit: str) -> None:
    assert read(f" {digit}. ") == act.AnswerPulse(IN_CHANNEL, answer=digit)


@pytest.mark.parametrize("text", ["6", "0", "12", "3 keer", "4%"])
def test_other_numbers_do_not(text: str) -> None:
    assert isinstance(read(text), act.Unknown)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wish done 3", act.WishDone(IN_CHANNEL, wish="3")),
        ("wens klaar postcode.", act.WishDone(IN_CHANNEL, wish="postcode")),
        ("wish later 3 costs too much", act.WishLater(IN_CHANNEL, wish="3", because="costs too much")),
        ("wens later #3: omdat het te duur is", act.WishLater(IN_CHANNEL, wish="3", because="het te duur is")),
        ("wish planned 3 12 March", act.WishPlanned(IN_CHANNEL, wish="3", moment="12 March")),
        ("wens gepland copy week 7 vrijdag", act.WishPlanned(IN_CHANNEL, wish="copy", moment="week 7 vrijdag")),
        ("wish Search by Postcode.", act.MakeWish(IN_CHANNEL, text="Search by Postcode.")),
        ("wens: klaar zijn met dubbel werk", act.MakeWish(IN_CHANNEL, text="klaar zijn met dubbel werk")),
        ("wish done in fewer clicks", act.MakeWish(IN_CHANNEL, text="done in fewer clicks")),
        ("wish planned work on one page", act.MakeWish(IN_CHANNEL, text="planned work on one page")),
        ("vraag werkt dit?", act.Ask(IN_CHANNEL, text="werkt dit?")),
        ("bezwaar", act.Ask(IN_CHANNEL, objection=True)),
        ("remind me tomorrow 10:00", act.RemindMe(IN_CHANNEL, moment="tomorrow 10:00")),
        ("herinner mij", act.RemindMe(IN_CHANNEL)),
        ("answer 2 yes, it is.", act.AnswerQuestion(IN_CHANNEL, number="2", text="yes, it is.")),
        ("promise kept 3", act.PromiseKept(IN_CHANNEL, number="3")),
        ("belofte gehouden #3!", act.PromiseKept(IN_CHANNEL, number="3")),
        ("promise missed 3: We did not. On 19 March.", act.PromiseMissed(
            IN_CHANNEL, number="3", text="We did not. On 19 March.")),
        ("belofte niet gehaald 3 op 19 maart", act.PromiseMissed(IN_CHANNEL, number="3", text="op 19 maart")),
        ("belofte vervalt 3, omdat het een overleg is", act.PromiseDrop(
            IN_CHANNEL, number="3", because="het een overleg is")),
        ("approve management-1", act.Approve(IN_CHANNEL, post="management-1")),
        ("akkoord!", act.Approve(IN_CHANNEL)),
        ("text management-2: Hello\n\nall", act.Write(IN_CHANNEL, post="management-2", text="Hello\n\nall")),
        ("tekst: Hallo", act.Write(IN_CHANNEL, text="Hallo")),
        ("do not post tip-2 because it is old", act.Reject(IN_CHANNEL, post="tip-2", because="it is old")),
        ("niet plaatsen welkom, omdat het oud is", act.Reject(IN_CHANNEL, post="welkom", because="het oud is")),
        ("do not post: too early", act.Reject(IN_CHANNEL, because="too early")),
        ("aanpassen tip-2 de datum", act.AskChange(IN_CHANNEL, post="tip-2", because="de datum")),
        ("noem mij niet", act.NameMe(IN_CHANNEL, agreed=False)),
        ("pulse 4", act.AnswerPulse(IN_CHANNEL, answer="4")),
        ("koppel verkoop.", act.Connect(IN_CHANNEL, audience="verkoop")),
        ("post it crm/tip-1/sales/2027-01-12T09:30#2", act.Settle(
            IN_CHANNEL, delivery="crm/tip-1/sales/2027-01-12T09:30#2", is_there=False)),
    ],
)  # fmt: skip
def test_what_stands_behind_the_word_is_read(text: str, found: Inbound) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    ["tekst is mooi", "akkoord met Karim", "niet plaatsen dat doen we nooit", "antwoord volgt nog", "wishful thinking",
     "stop er maar mee", "koppel dat even aan elkaar", "peiling van vorige week", "vragen we dat?"],
)  # fmt: skip
def test_talk_among_colleagues_is_left_alone(text: str) -> None:
    assert isinstance(read(text), act.Unknown)


def test_in_private_a_reason_needs_no_mark() -> None:
    assert read("niet plaatsen de datum klopt niet", private=True) == act.Reject(
        IN_PRIVATE, because="de datum klopt niet"
    )


def test_the_language_of_the_word_is_kept_where_only_one_has_it() -> None:
    assert read("meedoen").origin.language == "nl"
    assert read("join").origin.language == "en"
    assert read("stop").origin.language is None


def test_only_a_line_to_the_bot_is_addressed_to_it() -> None:
    assert is_addressed("@Klankbord what now")
    assert is_addressed("/klankbord")
    assert not is_addressed("Klankborden is leuk")


@given(st.text(max_size=300) | st.sampled_from([word for pair in COMMANDS.items() for word in pair]).map(str.title))
def test_any_text_gives_an_inbound(text: str) -> None:
    for origin in (IN_CHANNEL, IN_PRIVATE):
        assert isinstance(read_command(text, origin), Inbound)


@given(
    st.sampled_from([word for pair in COMMANDS.items() for word in pair]),
    st.text(max_size=60),
)
def test_any_text_behind_a_word_gives_an_inbound(word: str, rest: str) -> None:
    for gap in (" ", ": ", "\n", ""):
        assert isinstance(read_command(f"{word}{gap}{rest}", IN_CHANNEL), Inbound)
