"""S1, S2, S7 and S8: scarce only where it is, by placeholder, without pressure."""

import pytest

from campaigns.words import Language
from tests.builders import a_campaign, a_post, some_seats
from tests.campaigns.principles.posted import a_text, said_by, said_of


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "There are only 2 places.", "It takes only 2 minutes."),
        ("en", "Three places left.", "It is on the left."),
        ("en", "This is the last seat.", "This is the last note."),
        ("en", "Only three seats!", "Only CRM has it."),
        ("en", "Only one seat.", "You need only one password."),
        ("nl", "Slechts één plek.", "Slechts één lijst."),
        ("nl", "Nog 2 plekken vrij.", "Dat kan nog."),
        ("nl", "Nog maar drie plaatsen.", "Nog maar drie minuten."),
        ("nl", "De laatste plek.", "De laatste klant."),
        ("nl", "Slechts 4 mensen mogen mee.", "Slechts 4 minuten werk."),
        ("nl", "Nog één plek.", "Nog één klik."),
        ("nl", "Er is nog een plek vrij.", "Zet nog een plek op de kaart."),
    ],
)
def test_s1_scarce_places_need_seats(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("S1", stopped, language=language)) == 1
    assert said_of("S1", left_alone, language=language) == []
    assert said_by("S1", a_text(stopped, language=language).model_copy(update={"seats": some_seats()})) == []
    assert said_of("S1", stopped, "call", language) == []  # found while the file is read


@pytest.mark.parametrize(
    ("kind", "language", "stopped", "left_alone"),
    [
        ("call", "en", "There are 3 places.", "There are {{ places_total }} places."),
        ("call", "en", "There are three places.", "It takes one hour every two weeks."),
        ("status", "en", "Still 2 seats.", "{{ places_left }} of the {{ places_total }} places."),
        ("call", "en", "Sign up until Thursday 16:00.", "Sign up until {{ closes }}. On Thursday we meet."),
        ("call", "en", "Sign up by 11 February.", "From 1 March it is in CRM."),
        ("call", "nl", "Er zijn drie plekken.", "Er zijn {{ plekken_totaal }} plekken. Wil je een plek?"),
        ("call", "nl", "Aanmelden kan tot 11 februari.", "Aanmelden kan tot {{ sluit }}. Op 11 februari hoor je meer."),
        ("call", "nl", "Aanmelden kan tot 11 feb.", "Aanmelden kan tot {{ sluit }}. Op 11 feb. hoor je meer."),
        ("status", "nl", "Je kunt je aanmelden tot 3 mrt met de knop.", "Aanmelden kan: 11 decibel is zacht."),
        ("call", "nl", "Tot 11 feb. kun je je aanmelden.", "Op 11 feb. Je kunt je aanmelden."),
        ("call", "en", "Sign up by 11 Feb.", "Sign up. From 1 Mar. it is in CRM."),
        ("call", "en", "Sign up by Sept 3 at the latest.", "Sign up before 10 decisions."),
        ("call", "nl", "Meld je aan voor vrijdag.", "Meld je aan. Het kost een uur per twee weken."),
        ("status", "nl", "Aanmelden sluit om uiterlijk 16:00.", "Aanmelden kan met {{ knop:meedoen }}."),
        ("tip", "nl", "Nog maar 2 plekken!", "Zet 2 plekken op de kaart."),
    ],
)
def test_s2_numbers_and_days_are_placeholders(kind: str, language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("S2", stopped, kind, language)) == 1
    assert said_of("S2", left_alone, kind, language) == []


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "This is your last chance.", "This is the last tip."),
        ("en", "Don’t miss it.", "If you miss a call, look here."),
        ("en", "Now or never.", "Now, or next week."),
        ("en", "Everyone else writes notes.", "Everyone may write notes."),
        ("en", "Hurry up.", "Take your time."),
        ("nl", "Haast je.", "Haast je niet."),
        ("nl", "Schiet op, anders is het te laat.", "Het schiet op."),
        ("nl", "Laatste kans!", "De laatste tip."),
        ("nl", "Mis het niet.", "Mis je iets? Zeg het."),
        ("nl", "Nu of nooit.", "Nu of volgende week."),
        ("nl", "Jij bent als enige nog niet klaar.", "Dit is het enige scherm."),
        ("nl", "Iedereen doet het al.", "Iedereen mag het doen."),
        ("nl", "Je wilt toch niet achterblijven?", "Je wilt niet? Dat is ook goed."),
    ],
)
def test_s7_nobody_is_pressed(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("S7", stopped, language=language)) == 1
    assert said_of("S7", left_alone, language=language) == []


@pytest.mark.parametrize(
    ("language", "change", "count"),
    [
        ("en", {}, 0),
        ("en", {"texts": ("Then your job is gone.",)}, 1),
        ("en", {"texts": ("Then there will be redundancies.",)}, 1),
        ("en", {"texts": ("Then we call old numbers.",)}, 0),
        ("en", {"source": "count by Joris"}, 1),
        ("en", {"source": "8 January"}, 1),
        ("en", {"source": "sales, December"}, 0),
        ("en", {"action": "Correct it."}, 1),
        ("en", {"action": "Correct it now."}, 0),
        ("nl", {"source": "telling Joris, 8 januari", "texts": ("Dan volgt ontslag.",)}, 1),
        ("nl", {"source": "telling Joris, januari", "texts": ("Dan bellen we mis.",)}, 0),
    ],
)  # fmt: skip
def test_s8_a_consequence_has_a_source_a_way_out_and_no_jobs(
    language: Language, change: dict[str, object], count: int
) -> None:
    fine = {"source": "count by Joris, 8 January", "action": "Correct the number when you notice it."}
    post = a_post(**{"kind": "consequence", "sender": "sandra", **fine, **change})
    assert len(said_by("S8", a_campaign(posts=(post,), language=language))) == count


def test_s8_is_about_consequences_only() -> None:
    assert said_of("S8", "The function of a job is shown.", source="Joris", action="Look.") == []
