"""T1 to T12: each rule stops one text and leaves its near miss alone, in both languages where words matter."""

from typing import Any

import pytest

from campaigns.all_principles import check_rules
from campaigns.findings import Level
from tests.builders import a_campaign, a_post, a_wish, some_seats
from tests.campaigns.example_messages import Example, examples
from tests.campaigns.principles.posted import a_text, said_by, said_of

TWENTY = "one two three four five six seven eight nine ten " * 2
FORTY_EASY = "You see the note. " * 10
THIRTEEN_HARD = "Every customer has an open page. " * 13


@pytest.mark.parametrize(
    ("rule", "stopped", "left_alone"),
    [
        ("T1", f"{TWENTY}more.", f"{TWENTY.strip()}."),
        ("T1", f"- {TWENTY}more", f"- {TWENTY}\n- more"),
        ("T1", f"{TWENTY} {{{{ team }}}}.", f"{TWENTY} 31."),
        ("T2", f"{'word ' * 13}end. {'word ' * 15}end.", f"{'word ' * 11}end. {'word ' * 11}end. {'word ' * 11}end."),
        ("T2", f"{'word ' * 11}end. " * 2 + f"{'word ' * 12}end.", f"{'word ' * 11}end. " * 3),
        ("T2", f"{'word ' * 15}end. {'word ' * 13}end.", f"{'word ' * 13}end. {'word ' * 14}end."),  # 30 and 29 words
        ("T3", "Organisational implementation considerations necessitate documentation. " * 8, FORTY_EASY),
        ("T3", "Organisational implementation considerations necessitate documentation. " * 8, "Organisational. " * 39),
        ("T3", "Organisational. " * 40, "Organisational. " * 39),
        ("T3", f"{THIRTEEN_HARD}Every customer has an open page.", f"{THIRTEEN_HARD}Every customer has its own page."),
        ("T4", "word. " * 121, "word. " * 120),
        ("T5", "We implement it.", "We introduce it."),
        ("T5", "In order to find it, click.", "To find it in order, click."),
        ("T6", "We will answer soon.", "As soon as you save, the note is there."),
        ("T6", "You hear it asap.", "You hear it by Friday."),
        ("T6", "You hear it as soon as possible.", "It is never too soon."),
        ("T7", "Look! It works!", "Look! It works."),
        ("T7", "It is AMAZING.", "It is in CRM and HTML."),
        ("T7", "Do it NOW.", "Do it now."),
        ("T7", "Look in HOTEL.", "Look in HTTPS."),
        ("T7", "It is GREEN.", "It is BLUE."),  # a word of four letters may be an abbreviation
        ("T7", "Nice 🎉🎉🎉", "Nice 🎉🎉"),
        ("T8", "Type {{ button:join }} or {{ button:wish }}.", "Type {{ button:wish }}, I say {{ button:wish }}."),
        ("T8", "{{ button:wish }} or {{ button:join }}.", "{{ button:wish }} or tell {{ team }}."),
        ("T10", "You must save it.", "You may save it."),
        ("T10", "You must save it.", "You must save it. That is a rule, because the law asks it."),
        ("T10", "You must save it. That is a rule.", "You must save it. That is a rule, because the law asks it."),
        ("T10", "You must save it, because it helps.", "You must save it, because the law asks it."),
        ("T10", "You have to save it.", "You do not have to save it."),
        ("T10", "You must save it.", "Which form is it that you must save?"),
        ("T12", "The note is saved. The list was changed by Joris.", "The note is saved. Joris changed the list."),
    ],
)
def test_an_english_text_is_stopped_and_its_near_miss_is_not(rule: str, stopped: str, left_alone: str) -> None:
    assert len(said_of(rule, stopped)) == 1
    assert said_of(rule, left_alone) == []


@pytest.mark.parametrize(
    ("rule", "stopped", "left_alone"),
    [
        ("T5", "We gaan het implementeren.", "We gaan het invoeren."),
        ("T5", "Dit dient te gebeuren.", "Dit dient de klant."),
        ("T5", "Er is draagvlak nodig.", "Er is steun nodig."),
        ("T6", "Je hoort het z.s.m. van ons.", "Je hoort het vrijdag van ons."),
        ("T6", "Binnenkort meer.", "Op 5 februari meer."),
        ("T6", "Je hoort het zo snel mogelijk.", "Je ziet het zodra de wens klaar is."),
        ("T6", "Dat komt te zijner tijd.", "Dat komt op tijd."),
        ("T7", "Doe het NU.", "Doe het nu."),
        ("T7", "LET OP: dit is nieuw.", "Let op: dit is nieuw in CRM."),
        ("T10", "Je moet het opslaan.", "Je kunt het opslaan."),
        ("T10", "U dient dit te bewaren.", "U mag dit bewaren."),
        ("T10", "Dan moet je opslaan.", "Dan moet je opslaan. Die regel is er, want de wet vraagt het."),
        ("T12", "Het wordt gemaakt. Het scherm werd getest.", "Het wordt gemaakt. Joris testte het scherm."),
    ],
)
def test_a_dutch_text_is_stopped_and_its_near_miss_is_not(rule: str, stopped: str, left_alone: str) -> None:
    assert len(said_of(rule, stopped, language="nl")) == 1
    assert said_of(rule, left_alone, language="nl") == []


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({"texts": ("x" * 3000,)}, True),
        ({"texts": ("x" * 3001,)}, False),
        ({"texts": ("x", "x" * 3001)}, False),
        ({"texts": ("x" * 1500, "x" * 1501)}, True),
        ({"texts": ("x",), "otherwise": "x" * 3001}, False),
        ({"texts": ("x" * 2000,), "otherwise": "x" * 2000}, True),
        ({"texts": ("x" * 1000,), "question": "x" * 1000, "action": "x" * 1000}, True),
        ({"texts": ("x" * 1000,), "question": "x" * 1000, "action": "x" * 1000, "source": "x"}, False),
    ],
)
def test_t4_what_stands_on_one_card_fits_on_every_platform(changes: dict[str, Any], fits: bool) -> None:
    campaign = a_campaign(posts=(a_post(**changes),))
    errors = [found for found in check_rules(campaign, ()) if (found.rule, found.level) == ("T4", Level.ERROR)]
    assert (errors == []) is fits


def test_t11_an_image_needs_a_description() -> None:
    assert len(said_by("T11", a_text("Look.", image="screen.png"))) == 1
    assert said_by("T11", a_text("Look.", image="screen.png", alt="The list of customers.")) == []
    assert len(said_by("T11", a_text("Look.", alt="The list of customers."))) == 1


def test_t11_a_description_is_never_cut_so_it_is_no_longer_than_all_take() -> None:
    assert said_by("T11", a_text("Look.", image="screen.png", alt="a" * 2000)) == []
    for too_long in ("a" * 2001, "🎉" * 1001):
        [finding] = said_by("T11", a_text("Look.", image="screen.png", alt=too_long))
        assert "2000 is the most" in finding.message


def test_t7_a_name_that_the_campaign_has_in_capitals_is_not_shouted() -> None:
    campaign = a_text("Look in SELMA.")
    assert len(said_by("T7", campaign)) == 1
    assert said_by("T7", campaign.model_copy(update={"campaign": "Meet SELMA"})) == []


def test_t8_counts_the_button_of_the_kind() -> None:
    assert len(said_of("T8", "Or send a wish: {{ button:wish }}.", kind="call")) == 1
    assert said_of("T8", "Sign up with {{ button:join }}.", kind="call") == []


def test_t8_names_the_buttons_by_the_words_of_the_file() -> None:
    [english] = said_of("T8", "Or send a wish: {{ button:wish }}.", kind="call")
    [dutch] = said_of("T8", "Of stuur een wens: {{ knop:wens }}.", kind="call", language="nl")
    assert english.endswith(": join, wish.")
    assert dutch.endswith(": meedoen, wens.")


def test_the_message_says_what_was_found_and_the_fix_says_the_plain_word() -> None:
    finding = said_by("T5", a_text("De uitrol begint.", language="nl"))[0]
    assert (finding.message, finding.fix) == ("'uitrol' is vaktaal.", "Schrijf liever: start.")
    assert "21" in said_of("T1", f"{TWENTY}more.")[0]
    assert (
        "gemiddeld 14,5"
        in said_of("T2", f"{'woord ' * 14}nu. {'woord ' * 14}nu. {'woord ' * 13}nu. {'woord ' * 13}nu.", language="nl")[
            0
        ]
    )


def test_a_finding_points_at_its_line() -> None:
    campaign = a_campaign(posts=(a_post(texts=("Fine.\n\nYou hear it soon.",)),), lines={"posts.tip-1.text": (12, 13)})
    assert [finding.line for finding in said_by("T6", campaign)] == [15]


def test_what_placeholders_fill_in_is_read_too() -> None:
    wish = {"postcode": a_wish(title="A functionality, soon")}
    seats = some_seats(influence=f"{TWENTY}more.", why_limited="You hear it asap.")
    campaign = a_campaign(
        seats=seats, wishes=wish, lines={"seats.influence": (30, 0), "wishes.postcode.title": (40, 0)}
    )
    assert [finding.line for finding in said_by("T1", campaign)] == [30]
    assert len(said_by("T6", campaign)) == 2
    assert [finding.line for finding in said_by("T5", campaign)] == [40]


def test_the_same_word_twice_in_a_text_is_said_once() -> None:
    assert len(said_of("T5", "The rollout is a Rollout. No stakeholder.")) == 2


RULES_OF_EVERY_MESSAGE = ("T1", "T3", "T5", "T6", "S7")


@pytest.mark.parametrize("example", examples(), ids=lambda each: f"{each.language} {each.name}")
def test_the_example_messages_pass(example: Example) -> None:
    said = {rule: said_of(rule, example.text, language=example.language) for rule in RULES_OF_EVERY_MESSAGE}
    assert said == {rule: [] for rule in RULES_OF_EVERY_MESSAGE}


KINDS = {
    "authority": "management",
    "reciprocity": "tip",
    "scarcity": "call",
    "social": "proof",
    "consistency": "commitment",
}


@pytest.mark.parametrize("example", examples(), ids=lambda each: f"{each.language} {each.name}")
@pytest.mark.parametrize("rule", ["R4", "P1", "P6", "P7", "P10", "L3", "A8", "C7", "D3", "T10", "T12"])
def test_the_example_messages_pass_the_rules_of_their_kind(rule: str, example: Example) -> None:
    kind = "call" if "sign-up" in example.name else KINDS.get(example.name.split()[0], "tip")
    if kind == "commitment" and "commitment" not in example.name:
        kind = "management"
    assert said_of(rule, example.text, kind, example.language) == []


CALLS = [example for example in examples() if "sign-up" in example.name or "status" in example.name]


@pytest.mark.parametrize("example", CALLS, ids=lambda each: f"{each.language} {each.name}")
def test_the_example_calls_take_their_numbers_from_the_seat_book(example: Example) -> None:
    assert said_of("S2", example.text, "call", example.language) == []
