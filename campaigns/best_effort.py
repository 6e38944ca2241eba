"""A file with problems that leave its plan as its author meant it: its campaign, without the wrong names, for rules."""

from typing import Any, Final

from campaigns.draft import Draft
from campaigns.file_rules import ADVICE
from campaigns.model import Campaign, Post

# Problems after which the plan is still the author's; any other could make the rules find what is not wrong.
FORGIVEN: Final = ADVICE | {
    "other_language",
    "odd_name",
    "odd_id",
    "unknown_person",
    "unknown_audience",
    "sender_is_no_person",
    "group_too_small",
    "kept_too_long",
    "needs_seats",
    "post_needs",
    "status_needs_only_if",
    "proof_needs_otherwise",
    "consequence_needs",
    "no_text",
    "two_texts",
    "no_briefing",
    "only_question",
    "question_not_here",
    "unknown_placeholder",
    "placeholder_of_other_language",
    "bad_placeholder",
    "placeholder_not_here",
    "placeholder_needs",
    "placeholder_of_wish",
    "button_not_here",
}


def is_still_a_campaign(draft: Draft) -> bool:
    """Every block could be typed, every kind is known, and only what is forgiven is wrong."""
    return {problem.key for problem in draft.reading.problems} <= FORGIVEN and _is_typed(draft)


def _is_typed(draft: Draft) -> bool:
    parts = draft.parts
    needed = [parts[key] is not None for key in ("start", "weeks", "goal")]
    optional = [parts[key] is not None or key not in draft.top for key in ("seats", "rules")]
    groups = [len(parts[key]) == len(getattr(draft, key)) for key in ("people", "audiences", "wishes")]
    posts = [post.post is not None and post.kind is not None for post in draft.posts]
    return all((parts["people"], parts["audiences"], posts, *needed, *optional, *groups, *posts))


def with_known_names(campaign: Campaign) -> Campaign:
    """A name that does not exist is left out, or another's where one is needed; the reading has said so."""
    owner = campaign.owner if campaign.owner in campaign.people else next(iter(campaign.people))
    anybody = next(iter(campaign.audiences))
    known: dict[str, Any] = {
        "owner": owner,
        "posts": tuple(_post(campaign, post) for post in campaign.posts),
        "audiences": {
            name: one if one.lead in campaign.people else one.model_copy(update={"lead": owner})
            for name, one in campaign.audiences.items()
        },
        "wishes": {
            name: one if one.asked_by in campaign.audiences else one.model_copy(update={"asked_by": anybody})
            for name, one in campaign.wishes.items()
        },
    }
    return campaign.model_copy(update=known)


def _post(campaign: Campaign, post: Post) -> Post:
    audiences = tuple(name for name in post.for_audiences if name in campaign.audiences)
    sender = post.sender if post.sender in campaign.people else None
    return post.model_copy(update={"sender": sender, "for_audiences": audiences or tuple(campaign.audiences)})
