"""What people do in the fake Slack: each makes the payload that Slack publishes for it, and tells the app."""

from typing import Any

from tests.fake_slack.delivering import Delivering
from tests.fake_slack.shapes import (
    action_of,
    channel_kind,
    event_callback,
    message_shape,
    place_name,
    rich_text,
    team_shape,
    user_shape,
)
from tests.fake_slack.state import Form, Home, Posted, Reply, Sending, Whisper

Pressable = Posted | Whisper | Home


class Acting(Delivering):
    """`user` and `channel` are ids. Each returns what the app answered to the one request that it got."""

    async def happens(self, event: dict[str, Any]) -> Reply:
        """Any event of the Events API, in its envelope."""
        return await self.tells(Sending("events", event_callback(self, event)))

    async def says(self, user: str, channel: str, text: str, *, thread: str = "") -> Reply:
        return await self.happens(self._message(user, channel, text, thread) | {"type": "message"})

    async def mentions(self, user: str, channel: str, text: str, *, thread: str = "") -> Reply:
        """Says it to the bot in a channel; the event is app_mention and has no channel_type."""
        said = self._message(user, channel, f"<@{self.bot_user}> {text}", thread)
        said.pop("channel_type")
        return await self.happens(said | {"type": "app_mention"})

    async def echoes(self, posted: Posted) -> Reply:
        """Slack tells the app of its own messages too."""
        kind = channel_kind(posted.channel, self.channels.get(posted.channel))
        where = {"channel": posted.channel, "channel_type": kind, "event_ts": posted.ts}
        return await self.happens(message_shape(self, posted) | where)

    async def commands(self, user: str, channel: str, text: str = "", *, command: str | None = None) -> Reply:
        someone = self.people[user]
        return await self.tells(
            Sending(
                "commands",
                {
                    "token": "verification",
                    "team_id": someone.team,
                    "team_domain": someone.team.lower(),
                    "channel_id": channel,
                    "channel_name": place_name(self, channel),
                    "user_id": user,
                    "user_name": someone.handle,
                    "command": command or self.command,
                    "text": text,
                    "api_app_id": self.app_id,
                    "is_enterprise_install": "false",
                    "response_url": self.new_response_url(user, channel),
                    "trigger_id": self.new_trigger(user),
                },
            )
        )

    async def presses(self, user: str, on: Pressable, button: str) -> Reply:
        """`button`: its text, or its action_id."""
        action = {**action_of(on, button), "action_ts": self.next_ts()}
        payload = self._acted("block_actions", user) | {"actions": [action], "state": {"values": {}}}
        return await self.tells(Sending("interactive", payload | self._where(user, on)))

    async def fills_in(self, user: str, form: Form, answers: dict[str, str]) -> Reply:
        """`answers`: what is typed, by `block_id/action_id`. The form closes unless the app answers otherwise."""
        values: dict[str, dict[str, Any]] = {}
        for place, text in answers.items():
            block, _, action = place.partition("/")
            values.setdefault(block, {})[action] = {"type": "plain_text_input", "value": text or None}
        view = form.view | {"state": {"values": values}}
        payload = self._acted("view_submission", user) | {"view": view, "response_urls": []}
        reply = await self.tells(Sending("interactive", payload))
        said = reply.body if isinstance(reply.body, dict) else {}
        form.closed = reply.status == 200 and said.get("response_action", "clear") == "clear"
        if reply.status == 200 and said.get("response_action") == "update":
            form.view = form.view | said["view"]
        return reply

    async def closes(self, user: str, form: Form) -> Reply:
        form.closed = True
        payload = self._acted("view_closed", user) | {"view": form.view, "is_cleared": False}
        return await self.tells(Sending("interactive", payload))

    async def reacts(self, user: str, posted: Posted, emoji: str, *, removed: bool = False) -> Reply:
        who = posted.reactions.setdefault(emoji, set())
        (who.discard if removed else who.add)(user)
        item = {"type": "message", "channel": posted.channel, "ts": posted.ts}
        kind = "reaction_removed" if removed else "reaction_added"
        return await self.happens(
            {"type": kind, "user": user, "reaction": emoji, "item_user": posted.user, "item": item}
        )

    async def opens_home(self, user: str, *, tab: str = "home") -> Reply:
        shown = {"view": self.homes[user].view} if user in self.homes else {}
        event = {"type": "app_home_opened", "user": user, "channel": self.chat_with(user), "tab": tab}
        return await self.happens(event | shown)

    async def invites(self, channel: str, *, by: str = "", user: str = "") -> Reply:
        """Puts the bot, or somebody else, in a channel."""
        joining = user or self.bot_user
        self.channels[channel].members.add(joining)
        event = {"type": "member_joined_channel", "user": joining, "channel": channel, "channel_type": channel[0]}
        return await self.happens(event | {"team": self.team} | ({"inviter": by} if by else {}))

    async def removes(self, channel: str, *, user: str = "") -> Reply:
        leaving = user or self.bot_user
        self.channels[channel].members.discard(leaving)
        event = {"type": "member_left_channel", "user": leaving, "channel": channel, "channel_type": channel[0]}
        return await self.happens(event | {"team": self.team})

    async def archives(self, channel: str, *, by: str) -> Reply:
        self.channels[channel].is_archived = True
        return await self.happens({"type": "channel_archive", "channel": channel, "user": by})

    async def renames(self, channel: str, name: str) -> Reply:
        self.channels[channel].name = name
        return await self.happens({"type": "channel_rename", "channel": {"id": channel, "name": name, "created": 1}})

    async def uninstalls(self) -> Reply:
        self.token_trouble = "account_inactive"
        return await self.happens({"type": "app_uninstalled"})

    def writes(self, user: str, channel: str, text: str, *, thread: str = "") -> Posted:
        """It is in the channel from now on, and the app is not told."""
        posted = Posted(channel, self.next_ts(), user, {"text": text, "blocks": [rich_text(text)]}, thread)
        self.messages.append(posted)
        return posted

    def _message(self, user: str, channel: str, text: str, thread: str) -> dict[str, Any]:
        posted = self.writes(user, channel, text, thread=thread)
        kind = {"channel": channel, "channel_type": channel_kind(channel, self.channels.get(channel))}
        return {**message_shape(self, posted), **kind, "event_ts": posted.ts, "client_msg_id": self.next_id("client-")}

    def _acted(self, kind: str, user: str) -> dict[str, Any]:
        return {
            "type": kind,
            "user": user_shape(self.people[user]),
            "team": team_shape(self.people[user].team),
            "api_app_id": self.app_id,
            "token": "verification",
            "trigger_id": self.new_trigger(user),
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _where(self, user: str, on: Pressable) -> dict[str, Any]:
        if isinstance(on, Home):
            return {"container": {"type": "view", "view_id": on.view["id"]}, "view": on.view}
        whispered = isinstance(on, Whisper)
        place = {"type": "message", "message_ts": on.ts, "channel_id": on.channel, "is_ephemeral": whispered}
        shown = {} if isinstance(on, Whisper) else {"message": message_shape(self, on)}
        return shown | {
            "container": place | ({"thread_ts": on.thread_ts} if on.thread_ts else {}),
            "channel": {"id": on.channel, "name": place_name(self, on.channel)},
            "response_url": self.new_response_url(user, on.channel, on),
        }
