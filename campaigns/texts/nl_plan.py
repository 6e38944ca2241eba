"""How the plan is shown, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "plan_title": "{campaign}: {first} tot en met {last}, {weeks} weken. Momenten: {moments}.",
    "plan_column_week": "Week",
    "plan_column_iso_week": "ISO",
    "plan_column_day": "Dag",
    "plan_column_time": "Tijd",
    "plan_column_post": "Bericht",
    "plan_column_kind": "Soort",
    "plan_column_audience": "Voor",
    "plan_column_approver": "Akkoord",
    "plan_column_balance": "Saldo",
    "plan_everybody": "iedereen",
    "plan_moved": "{post} voor {audience} verschuift van {from_moment} naar {to_moment}",
    "plan_expected": "een verwachting: het gaat uit als de wens klaar is",
    "plan_picture_week": "week {week}\nISO {iso_week}",
    "plan_picture_free": "vrij",
    "plan_picture_balance": "saldo: geven min vragen",
    "plan_picture_expected": "een verwachting",
    "plan_picture_moved": "verschoven",
}
