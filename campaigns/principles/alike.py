"""What a rule finds for several audiences alike is told once, with the names of all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from campaigns.occurrence import Occurrence
from campaigns.principles.base import Checked, Found
from campaigns.wording import written_list

Look = Callable[[Checked, tuple[Occurrence, ...]], Iterable[Found]]


def in_each_audience(checked: Checked, look: Look) -> Iterator[Found]:
    """Looks at the occurrences of each audience, in time order; every finding gets the field `audiences`."""
    alike: dict[object, tuple[Found, list[str]]] = {}
    for audience, occurrences in checked.per_audience.items():
        for found in look(checked, occurrences):
            what = (found.key, found.place, found.level, tuple(found.fields.items()))
            alike.setdefault(what, (found, []))[1].append(audience)
    for found, audiences in alike.values():
        yield replace(found, fields={**found.fields, "audiences": written_list(checked.campaign.language, audiences)})
