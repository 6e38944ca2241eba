"""Findings about where posts stand in the plan, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "moved_free_day": "{wanted} is not a working day, so {post} moves to {moment} for {audiences}.",
    "moved_free_day.fix": (
        "Is that fine? Then do nothing. Otherwise choose another moment, or add the day to `still_working`."
    ),
    "moved_outside_hours": (
        "{wanted} is outside the hours {opens} to {closes}, so {post} moves to {moment} for {audiences}."
    ),
    "moved_outside_hours.fix": "Choose a time inside the hours, or change `hours` in `rules`.",
    "moved_day_full": (
        "{wanted}: this channel already has the most posts for one day, so {post} moves to {moment} for {audiences}."
    ),
    "moved_day_full.fix": (
        "Is that fine? Then do nothing. Otherwise choose a day that is still free (see `max_per_day`)."
    ),
    "moved_week_full": (
        "{wanted}: this channel already has the most posts for one week, so {post} moves to {moment} for {audiences}."
    ),
    "moved_week_full.fix": "Is that fine? Then do nothing. Otherwise choose a quieter week (see `max_per_week`).",
    "refused_free_day": "{post} has the fixed moment {wanted}, but that is not a working day ({audiences}).",
    "refused_free_day.fix": "Choose a working day, or add this day to `still_working`.",
    "refused_outside_hours": (
        "{post} has the fixed moment {wanted}, but that is outside the hours {opens} to {closes} ({audiences})."
    ),
    "refused_outside_hours.fix": "Choose a time inside the hours, or change `hours` in `rules`.",
    "refused_day_full": (
        "{post} has the fixed moment {wanted}, but the channel already has the most posts for that day ({audiences})."
    ),
    "refused_day_full.fix": "Choose another day, or move the other post (see `max_per_day`).",
    "refused_week_full": (
        "{post} has the fixed moment {wanted}, but the channel already has the most posts for that week ({audiences})."
    ),
    "refused_week_full.fix": "Choose another week, or move another post (see `max_per_week`).",
    "no_room_free_day": (
        "{wanted} is not a working day, and there is no room for {post} in the ten working days after it ({audiences})."
    ),
    "no_room_free_day.fix": "Choose another moment.",
    "no_room_outside_hours": (
        "{wanted} is outside the hours {opens} to {closes}, and there is no room for {post} in the ten "
        "working days after it ({audiences})."
    ),
    "no_room_outside_hours.fix": "Choose another moment, inside the hours.",
    "no_room_day_full": (
        "{wanted}: this channel already has the most posts for one day, and there is no room for {post} in "
        "the ten working days after it ({audiences})."
    ),
    "no_room_day_full.fix": "Choose a quieter time, or leave a post out (see `max_per_day`).",
    "no_room_week_full": (
        "{wanted}: this channel already has the most posts for one week, and there is no room for {post} in "
        "the ten working days after it ({audiences})."
    ),
    "no_room_week_full.fix": "Choose a quieter time, or leave a post out (see `max_per_week`).",
    "before_start": "{post} comes on {moment}, before the campaign starts on {start}.",
    "before_start.fix": "Choose a later moment, or let the campaign begin earlier with `start`.",
    "series_cut_short": "Only {fit} of the {texts} texts of {post} fit before the series ends.",
    "series_cut_short.fix": "Start earlier, end later (the campaign has {weeks} weeks), or leave texts out.",
    "sent_before": "{post} was already sent on {moment}. What was sent is not sent again at the new moment.",
    "sent_before.fix": "Do you want to post it once more? Make a new post with its own `id`.",
    "odd_hour_gap": (
        "{wanted} does not exist: the clock skips that hour for summer time. {post} is posted on {moment}."
    ),
    "odd_hour_gap.fix": "Choose another time.",
    "odd_hour_fold": "{wanted} comes twice, because summer time ends. {post} is posted the first time.",
    "odd_hour_fold.fix": "Choose another time.",
}
