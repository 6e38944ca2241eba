"""Findings about where posts stand in the plan, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "moved_free_day": "{post} schuift naar {moment} voor {audiences}, want {wanted} is geen werkdag.",
    "moved_free_day.fix": (
        "Is dat goed? Dan hoef je niets te doen. Kies anders een ander moment, of zet de dag bij `toch_werken`."
    ),
    "moved_outside_hours": (
        "{post} schuift naar {moment} voor {audiences}, want {wanted} valt buiten de tijden {opens} tot {closes}."
    ),
    "moved_outside_hours.fix": "Kies een tijd binnen de tijden, of pas `tijden` aan bij `spelregels`.",
    "moved_day_full": (
        "{post} schuift naar {moment} voor {audiences}, want op {wanted} heeft dit kanaal al genoeg berichten"
        " voor één dag."
    ),
    "moved_day_full.fix": (
        "Is dat goed? Dan hoef je niets te doen. Kies anders een dag die nog vrij is (zie `max_per_dag`)."
    ),
    "moved_week_full": (
        "{post} schuift naar {moment} voor {audiences}, want in de week van {wanted} heeft dit kanaal al "
        "genoeg berichten."
    ),
    "moved_week_full.fix": (
        "Is dat goed? Dan hoef je niets te doen. Kies anders een rustigere week (zie `max_per_week`)."
    ),
    "refused_free_day": "{post} staat vast op {wanted}, maar dat is geen werkdag ({audiences}).",
    "refused_free_day.fix": "Kies een werkdag, of zet deze dag bij `toch_werken`.",
    "refused_outside_hours": (
        "{post} staat vast op {wanted}, maar dat is buiten de tijden {opens} tot {closes} ({audiences})."
    ),
    "refused_outside_hours.fix": "Kies een tijd binnen de tijden, of pas `tijden` aan bij `spelregels`.",
    "refused_day_full": (
        "{post} staat vast op {wanted}, maar het kanaal heeft die dag al genoeg berichten ({audiences})."
    ),
    "refused_day_full.fix": "Kies een andere dag, of verplaats het andere bericht (zie `max_per_dag`).",
    "refused_week_full": (
        "{post} staat vast op {wanted}, maar het kanaal heeft die week al genoeg berichten ({audiences})."
    ),
    "refused_week_full.fix": "Kies een andere week, of verplaats een ander bericht (zie `max_per_week`).",
    "no_room_free_day": (
        "Er is geen plek voor {post}: {wanted} is geen werkdag, en in de tien werkdagen erna is alles vol "
        "({audiences})."
    ),
    "no_room_free_day.fix": "Kies een ander moment.",
    "no_room_outside_hours": (
        "Er is geen plek voor {post}: {wanted} valt buiten de tijden {opens} tot {closes}, en in de tien "
        "werkdagen erna is alles vol ({audiences})."
    ),
    "no_room_outside_hours.fix": "Kies een ander moment, binnen de tijden.",
    "no_room_day_full": (
        "Er is geen plek voor {post}: op {wanted} heeft dit kanaal al genoeg berichten voor één dag, en in de"
        " tien werkdagen erna is alles vol ({audiences})."
    ),
    "no_room_day_full.fix": "Kies een rustigere tijd, of laat een bericht weg (zie `max_per_dag`).",
    "no_room_week_full": (
        "Er is geen plek voor {post}: in de week van {wanted} heeft dit kanaal al genoeg berichten, en in de "
        "tien werkdagen erna is alles vol ({audiences})."
    ),
    "no_room_week_full.fix": "Kies een rustigere tijd, of laat een bericht weg (zie `max_per_week`).",
    "before_start": "{post} komt op {moment}, voor de campagne begint op {start}.",
    "before_start.fix": "Kies een later moment, of laat de campagne eerder beginnen met `start`.",
    "series_cut_short": "Van de {texts} teksten van {post} passen er maar {fit} voordat de reeks stopt.",
    "series_cut_short.fix": "Begin eerder, stop later (de campagne duurt {weeks} weken), of laat teksten weg.",
    "sent_before": (
        "{post} is al geplaatst op {moment}. Wat geplaatst is, komt op het nieuwe moment niet nog een keer."
    ),
    "sent_before.fix": "Wil je het nog een keer plaatsen? Maak dan een nieuw bericht met een eigen `id`.",
    "odd_hour_gap": (
        "Op {moment} komt {post}, want {wanted} bestaat niet: de klok slaat dat uur over voor de zomertijd."
    ),
    "odd_hour_gap.fix": "Kies een andere tijd.",
    "odd_hour_fold": "{post} komt op {wanted}, de eerste keer. Dat uur komt twee keer voor, omdat de zomertijd stopt.",
    "odd_hour_fold.fix": "Kies een andere tijd.",
}
