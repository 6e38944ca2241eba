"""How the plan is shown, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "plan_title": "{campaign}: {first} to {last}, {weeks} weeks. Moments: {moments}.",
    "plan_column_week": "Week",
    "plan_column_iso_week": "ISO",
    "plan_column_day": "Day",
    "plan_column_time": "Time",
    "plan_column_post": "Post",
    "plan_column_kind": "Kind",
    "plan_column_audience": "For",
    "plan_column_approver": "Approves",
    "plan_column_balance": "Balance",
    "plan_everybody": "all",
    "plan_moved": "{post} for {audience} moves from {from_moment} to {to_moment}",
    "plan_expected": "a forecast: it goes out when the wish is done",
    "plan_picture_week": "week {week}\nISO {iso_week}",
    "plan_picture_free": "free",
    "plan_picture_balance": "balance: gives minus asks",
    "plan_picture_expected": "a forecast",
    "plan_picture_moved": "moved",
}
