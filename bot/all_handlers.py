"""Inbound type → handler. First those that know their campaign, then those that belong to the bot itself."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot import inbound as act
from bot.handlers import (
    answer_question,
    approve,
    ask,
    ask_change,
    close_sign_up,
    connect,
    console,
    disconnect,
    forget_me,
    help,  # noqa: A004 the word that people type
    installed,
    join,
    leave,
    my_data,
    name_me,
    overview,
    pause,
    promise_drop,
    promise_kept,
    promise_missed,
    promises,
    pulse,
    react,
    reject,
    remind,
    report,
    seats,
    settle,
    stop,
    today,
    unknown,
    why,
    wish,
    wish_done,
    wish_later,
    wish_planned,
    wishes,
    write,
)
from bot.inbound import Inbound
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign

# The second argument is of the type under which the handler stands.
OfACampaign = Callable[[Turn, Campaign, Any], Awaitable[Answer | None]]
OfTheBot = Callable[[Turn, Any], Awaitable[Answer | None]]

OF_A_CAMPAIGN: Final[dict[type[Inbound], OfACampaign]] = {
    act.Join: join.handle,
    act.Leave: leave.handle,
    act.ShowSeats: seats.handle,
    act.NameMe: name_me.handle,
    act.MakeWish: wish.handle,
    act.ShowWishes: wishes.handle,
    act.Ask: ask.handle,
    act.Why: why.handle,
    act.RemindMe: remind.handle,
    act.AnswerPulse: pulse.handle,
    act.Approve: approve.handle,
    act.Reject: reject.handle,
    act.AskChange: ask_change.handle,
    act.Write: write.handle,
    act.Disconnect: disconnect.handle,
    act.Pause: pause.pause,
    act.Resume: pause.resume,
    act.WishDone: wish_done.handle,
    act.WishLater: wish_later.handle,
    act.WishPlanned: wish_planned.handle,
    act.AnswerQuestion: answer_question.handle,
    act.ShowPromises: promises.handle,
    act.PromiseKept: promise_kept.handle,
    act.PromiseMissed: promise_missed.handle,
    act.PromiseDrop: promise_drop.handle,
    act.CloseSignUp: close_sign_up.handle,
    act.Settle: settle.handle,
    act.Today: today.handle,
    act.Report: report.handle,
    act.Console: console.handle,
}

OF_THE_BOT: Final[dict[type[Inbound], OfTheBot]] = {
    act.Connect: connect.handle,
    act.React: react.handle,
    act.Overview: overview.handle,
    act.MyData: my_data.handle,
    act.ForgetMe: forget_me.handle,
    act.Stop: stop.handle,
    act.Help: help.handle,
    act.Unknown: unknown.handle,
    act.Installed: installed.handle,
}
