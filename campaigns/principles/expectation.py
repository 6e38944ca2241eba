"""Say what comes and when, keep it, and stay away from what influence has no place in."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import has_words
from campaigns.model import Post
from campaigns.occurrence import Occurrence
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule
from campaigns.principles.written import Shown, each_word, shown
from campaigns.promised_days import days_in, without_days
from campaigns.spans import describe_day
from campaigns.texts.say import say
from campaigns.words import Language

GOAL_AFTER_THE_END: Final = timedelta(weeks=4)
WORKS_COUNCIL_FROM: Final = 50  # people, article 2 of the Dutch Works Councils Act
FEWEST_PRINCIPLES: Final = 4
MOST_WISHES: Final = 5


def the_goal_can_be_measured(checked: Checked) -> Iterator[Found]:
    goal = checked.campaign.goal
    if goal.target is None and not _has_a_number(goal.text, checked.campaign.language):
        yield Found("goal_without_number", "goal.text")
    if goal.measure is None:
        yield Found("goal_without_measure", "goal")
    if goal.by is None:
        yield Found("goal_without_date", "goal")
    else:
        yield from _goal_date_outside(checked)


def _has_a_number(text: str, language: Language) -> bool:
    """The figures of a date are none."""
    said = without_days(text)
    return any(sign.isdigit() for sign in said) or has_words(language, "numbers", said)


def _goal_date_outside(checked: Checked) -> Iterator[Found]:
    campaign, by = checked.campaign, checked.campaign.goal.by
    last = checked.calendar.day(week=campaign.weeks, weekday=6) + GOAL_AFTER_THE_END
    if by is not None and not campaign.start <= by <= last:
        first, until, day = (describe_day(each, campaign.language) for each in (campaign.start, last, by))
        yield Found("goal_date_outside", "goal.by", {"day": day, "first": first, "last": until})


def the_goal_was_discussed(checked: Checked) -> Iterator[Found]:
    """The sizes of the audiences stand for the size of the organisation, which is in no file."""
    campaign = checked.campaign
    size, discussed = sum(one.size for one in campaign.audiences.values()), campaign.goal.discussed_with or ""
    place = "goal.discussed_with" if discussed else "goal"
    if size >= WORKS_COUNCIL_FROM:
        in_time = any(day < campaign.start for day in days_in(discussed, campaign.start))
        if not (has_words(campaign.language, "works_council", discussed) and in_time):
            fields = {"size": size, "start": describe_day(campaign.start, campaign.language)}
            yield Found("works_council_first", place, fields, level=Level.ERROR)
    elif not discussed:
        yield Found("goal_not_discussed", place)


def principles_are_mixed(checked: Checked) -> Iterator[Found]:
    """Counted over moments: a post for three audiences is one, a series of eight texts is eight."""
    language = checked.campaign.language
    moments = {(one.post, one.series, one.wish): one.principles for one in checked.occurrences}
    counts = Counter(principle for principles in moments.values() for principle in principles)
    if moments and len(counts) < FEWEST_PRINCIPLES:
        yield Found("few_principles", "campaign", {"count": len(counts), "fewest": FEWEST_PRINCIPLES})
    for principle, times in counts.items():
        if 2 * times > len(moments):
            fields = {"principle": say(language, f"principle_{principle}"), "times": times, "all": len(moments)}
            yield Found("one_principle_rules", "campaign", fields)


def management_closes_the_campaign(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _closing_message)


def _closing_message(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    campaign = checked.campaign
    last = [one.post for one in occurrences if one.kind == "management" and one.week >= campaign.weeks]
    if not last:
        yield Found("no_closing_message", "campaign", {"week": campaign.weeks})
    elif not any(_says_what_went_less_well(campaign.post(post), campaign.language) for post in last):
        yield Found("only_what_went_well", f"posts.{last[-1]}.kind", {"post": last[-1]}, post=last[-1])


def _says_what_went_less_well(post: Post, language: Language) -> bool:
    """A briefing asks for it."""
    return any(has_words(language, "less_well", text) for text in (*post.texts, post.briefing or ""))


def wishes_are_few_and_planned(checked: Checked) -> Iterator[Found]:
    wishes = checked.campaign.wishes
    if len(wishes) > MOST_WISHES:
        first_too_many = list(wishes)[MOST_WISHES]
        yield Found("too_many_wishes", f"wishes.{first_too_many}", {"count": len(wishes), "most": MOST_WISHES})
    for name, wish in wishes.items():
        if wish.planned is None:
            yield Found("wish_without_day", f"wishes.{name}", {"wish": wish.title})


def influence_stays_out_of_some_topics(checked: Checked) -> Iterator[Found]:
    """Pay, contract, health, union, elections of the works council and dismissal are no matter for a campaign."""
    goal = Shown(checked.campaign.goal.text, "goal.text")
    return each_word(checked, "off_limits", "off_limits", (goal, *shown(checked)))


PRINCIPLE: Final = Principle(
    name="expectation",
    evidence=(
        "Effects in real programmes are small: +1.4 percentage points over 126 trials and 23 million people, "
        "against +8.7 in journals. Promises that are specific and kept are what people remember; asking for a "
        "say and ignoring it does harm. Influence on pay, contract, health or elections at work is out of "
        "bounds."
    ),
    sources=(
        "DellaVigna & Linos 2022",
        "De Vries, Jehn & Terwel 2012",
    ),
    rules=(
        Rule(
            "G1",
            Level.ERROR,
            "The goal has a number, a measure, and a day in the campaign or the 4 weeks after it.",
            check=the_goal_can_be_measured,
        ),
        Rule(
            "G2",
            Level.WARN,
            "The goal was discussed with staff; from 50 people on a works council must be heard before the start.",
            check=the_goal_was_discussed,
        ),
        Rule(
            "G3",
            Level.WARN,
            "A campaign uses 4 principles or more, and none of them in more than half of its posts.",
            check=principles_are_mixed,
        ),
        Rule(
            "G4",
            Level.WARN,
            "In the last week management closes the campaign and says what went less well too.",
            check=management_closes_the_campaign,
        ),
        Rule(
            "G5",
            Level.WARN,
            "At most 5 wishes are promised, and each has a planned day.",
            check=wishes_are_few_and_planned,
        ),
        Rule(
            "D3",
            Level.ERROR,
            "No influence on pay, contract, health, union, works council elections or dismissal.",
            check=influence_stays_out_of_some_topics,
        ),
    ),
)
