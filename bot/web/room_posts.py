"""The conversation as one person sees it. What is only for another person never gets as far as here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from bot.platforms.room.platform import REACTIONS
from bot.web.look import Kept, Look
from bot.web.room_window import Item
from bot.web.room_words import SHAPES, day_heading, hue, initials, kind_word, long_moment
from bot.web.safe_markdown import authored, plain_lines
from campaigns.approval import Approval, Decision
from campaigns.approval_text import no_longer_asking
from campaigns.message import Button, Image, Message, SeatCount
from storage.tables import RoomPost

CARDS = frozenset({"approval", "briefing"})


@dataclass(frozen=True)
class PartView:
    """`exact`: the very text that will go out, which an approver must be able to tell from the words around it."""

    html: Markup
    exact: bool = False


@dataclass(frozen=True)
class ReactionView:
    emoji: str
    count: int
    mine: bool


@dataclass(frozen=True)
class PostView:
    """Everything a card shows. `day` is the heading above it when it is the first of its day."""

    key: str
    number: int
    author: str
    role: str
    shape: str
    label: str
    time: str
    moment: str
    parts: tuple[PartView, ...]
    hue: int
    initials: str
    day: str = ""
    is_bot: bool = False
    is_post: bool = False
    mine: bool = False
    only_me: bool = False
    title: str = ""
    is_card: bool = False
    settled: str = ""
    buttons: tuple[Button, ...] = ()
    scale: tuple[Button, ...] = ()
    may_ask_why: bool = False
    seats: SeatCount | None = None
    image: Image | None = None
    reactions: tuple[ReactionView, ...] = ()
    replies: tuple["PostView", ...] = ()
    may_reply: bool = False


def conversation(look: Look, kept: Kept, reacted: frozenset[tuple[str, str]]) -> tuple[PostView, ...]:
    """What `look.me` may see of `look.place`, oldest first. `reacted` are this person's own (key, emoji)."""
    roots, answers = _threads(kept.shown.items)
    decided = _decided(kept)
    views = []
    last: date | None = None
    for key, post in roots:
        replies = tuple(_view(look, other, reply, {}) for other, reply in answers.get(key, ()))
        view = replace(_view(look, key, post, decided), replies=replies)
        day = look.wall(post.at).date()
        if day != last:
            heading = day_heading(day, today=look.wall(look.now).date(), language=look.language)
            view = replace(view, day=heading)
            last = day
        views.append(_with_reactions(view, kept, reacted, is_channel=not look.is_private))
    return tuple(views)


def _threads(items: Sequence[Item]) -> tuple[list[Item], dict[str, list[Item]]]:
    """What stands by itself, and what was answered to each; an answer whose post is gone stands by itself."""
    keys = {key for key, _ in items}
    roots: list[Item] = []
    answers: dict[str, list[Item]] = {}
    for item in items:
        thread = item[1].thread
        (answers.setdefault(thread, []) if thread in keys else roots).append(item)
    return roots, answers


def _view(look: Look, key: str, post: RoomPost, decided: Mapping[str, Approval]) -> PostView:
    wall = look.wall(post.at)
    view = PostView(
        key=key,
        number=post.number,
        author=post.by_name,
        role="",
        shape="person",
        label="",
        time=f"{wall:%H:%M}",
        moment=long_moment(wall, look.language),
        parts=(PartView(plain_lines(post.text)),),
        hue=hue(post.by_name),
        initials=initials(post.by_name),
        mine=post.by == look.me.id,
        only_me=bool(post.only_for) and not look.is_private,
    )
    return view if post.message is None else _of_bot(look, view, post.message, decided.get(key))


def _of_bot(look: Look, view: PostView, message: Message, approval: Approval | None) -> PostView:
    is_card = message.kind in CARDS
    sender = message.sender
    is_post = message.kind in SHAPES
    settled = _settled(look, message, approval) if is_card else ""
    message = no_longer_asking(message) if settled else message
    return replace(
        view,
        author=sender.name if sender else look.say("room_bot"),
        role=sender.role if sender else "",
        shape=SHAPES.get(message.kind, "bot"),
        label=kind_word(message.kind, look.language) if is_post else _card_label(look, message.kind),
        parts=tuple(_part(part.text, is_authored=part.authored, is_card=is_card) for part in message.parts),
        hue=hue(sender.name) if sender else 0,
        initials=initials(sender.name) if sender else "K",
        is_bot=True,
        is_post=is_post,
        title=message.title,
        is_card=is_card,
        settled=settled,
        buttons=tuple(button for button in message.buttons if button.verb not in ("why", "pulse")),
        scale=tuple(button for button in message.buttons if button.verb == "pulse"),
        may_ask_why=is_post,
        seats=message.seats,
        image=message.image,
    )


def _part(text: str, *, is_authored: bool, is_card: bool) -> PartView:
    return PartView(authored(text) if is_authored else plain_lines(text), exact=is_authored and is_card)


def _card_label(look: Look, kind: str) -> str:
    return look.say(f"room_card_{kind}") if kind in CARDS else ""


def _decided(kept: Kept) -> dict[str, Approval]:
    """By the card that asked: the answer, once nothing that it asked about is still open."""
    asked: dict[str, list[Approval]] = {}
    for delivery in kept.deliveries:
        if delivery.approval is not None:
            asked.setdefault(delivery.approval.card, []).append(delivery.approval)
    return {
        card: approvals[0]
        for card, approvals in asked.items()
        if all(approval.decision is not Decision.ASKED for approval in approvals)
    }


def _settled(look: Look, message: Message, approval: Approval | None) -> str:
    """Who answered what and when; a card whose buttons are gone already says so itself."""
    if not message.buttons or approval is None or approval.decision is Decision.ASKED:
        return ""
    person = look.campaign.people.get(approval.decided_by or approval.approver)
    moment = long_moment(look.wall(approval.decided_at), look.language) if approval.decided_at else ""
    name = person.name if person else (approval.decided_by or approval.approver)
    line = look.say(f"room_settled_{approval.decision}", name=name, moment=moment)
    return f"{line} {look.say('room_settled_because', because=approval.because)}" if approval.because else line


def _with_reactions(view: PostView, kept: Kept, reacted: frozenset[tuple[str, str]], *, is_channel: bool) -> PostView:
    if not is_channel or view.only_me:
        return view
    if not view.is_post:
        return replace(view, may_reply=True)
    reactions = tuple(
        ReactionView(emoji, kept.reactions[view.key, emoji], (view.key, emoji) in reacted) for emoji in REACTIONS
    )
    return replace(view, reactions=reactions, may_reply=True)
