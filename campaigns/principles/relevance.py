"""Every audience reads what it gains and what it costs, in words about its own work."""

from collections.abc import Iterator
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import has_words
from campaigns.principles.base import Checked, Found, Principle, Rule
from campaigns.sentences import words

LONGEST_BENEFIT: Final = 20  # words


def audiences_have_their_own_benefit(checked: Checked) -> Iterator[Found]:
    first: dict[str, str] = {}
    for name, audience in checked.campaign.audiences.items():
        benefit = " ".join(audience.benefit.casefold().split()).rstrip(".!")
        other = first.setdefault(benefit, name)
        if other != name:
            yield Found("same_benefit", f"audiences.{name}.benefit", {"audience": name, "other": other})


def audiences_have_a_short_pain_and_benefit(checked: Checked) -> Iterator[Found]:
    """That both are there is found while the file is read."""
    for name, audience in checked.campaign.audiences.items():
        for key, text in (("pain", audience.pain), ("benefit", audience.benefit)):
            count = len(words(text))
            if count > LONGEST_BENEFIT:
                fields = {"audience": name, "count": count, "most": LONGEST_BENEFIT}
                yield Found(f"long_{key}", f"audiences.{name}.{key}", fields)


def benefits_speak_to_the_reader(checked: Checked) -> Iterator[Found]:
    for name, audience in checked.campaign.audiences.items():
        if not has_words(checked.campaign.language, "second_person", audience.benefit):
            yield Found("benefit_of_nobody", f"audiences.{name}.benefit", {"audience": name})


def the_plan_names_the_cost(checked: Checked) -> Iterator[Found]:
    posts = checked.campaign.posts
    if posts and not any(has_words(checked.campaign.language, "cost", text.text) for text in checked.texts):
        place = next((post for post in posts if post.kind == "benefit"), posts[0])
        yield Found("no_cost", f"posts.{place.id}", post=place.id)


PRINCIPLE: Final = Principle(
    name="relevance",
    evidence=(
        "Usefulness is the strong predictor of the intention to use something: 88 studies of technology "
        "acceptance, and in 37 studies of another model only expected performance was strong. This is where "
        "effort pays."
    ),
    sources=(
        "King & He 2006",
        "Taiwo & Downe 2013",
    ),
    rules=(
        Rule(
            "W2",
            Level.WARN,
            "Every audience has a benefit of its own.",
            check=audiences_have_their_own_benefit,
        ),
        Rule(
            "W1",
            Level.ERROR,
            "Every audience has a pain and a benefit, of at most 20 words each.",
            check=audiences_have_a_short_pain_and_benefit,
            where="campaigns/file_rules.py",
        ),
        Rule("W3", Level.WARN, "A benefit speaks to the reader: you and your.", check=benefits_speak_to_the_reader),
        Rule("W4", Level.WARN, "A post of the plan names what the change costs.", check=the_plan_names_the_cost),
    ),
)
