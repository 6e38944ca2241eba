"""What a word list is: the words and phrases that the rules about texts look for, as an author may write them.

In a phrase `*` stands for any letters, `#` for a number in figures or words, `□` for a placeholder, `…` for words and
`~` for signs of any sort in the same sentence; `<name>` for a word with a capital, and `<date>`, `<day>`, `<clock>` for
what they say. `(a|b)` is a choice, and `?` says that what stands before it may be left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Phrases = tuple[str, ...]


@dataclass(frozen=True)
class WordList:
    """`except_for` has, by the name of a list, what looks like one of its phrases and is none."""

    jargon: Mapping[str, str]  # T5: phrase → plain words
    vague: Phrases  # T6: a promise without a date
    shouted: Phrases  # T7: short words that shout in capitals
    obliging: Phrases  # T10: telling people what they must do
    rule_words: Phrases  # T10: what says that it is a rule
    reason_words: Phrases  # T10: what gives a reason
    passive: Phrases  # T12
    scarcity: Phrases  # S1: saying that something is nearly gone
    seat_numbers: Phrases  # S2: how many places
    deadlines: Phrases  # S2: until when, typed by hand
    sign_up: Phrases  # S2: speaking of signing up
    pressure: Phrases  # S7
    job_words: Phrases  # S8
    off_limits: Phrases  # D3: what influence has no place in
    numbers: Phrases  # P1, P5: number words
    minority: Phrases  # P7: saying that it is only a few
    level_claims: Phrases  # P5: saying how many, or that it grows
    comparing: Phrases  # P6: one team or person against another; {team} is the name of a team
    approval: Phrases  # P8: thanks, praise or what it is good for
    speech: Phrases  # P10: what makes quoted words a quote
    praise: Phrases  # L3: thanks to someone by name
    blame: Phrases  # L3: the fault of someone by name
    hype: Phrases  # L4
    conditional: Phrases  # R4: a gift with a condition
    click_path: Phrases  # R6: where to click, what to see
    acts: Phrases  # R6: what people did or gain
    first_person: Phrases  # A6
    fixed: Phrases  # A6: what is decided
    undecided: Phrases  # A6: what is open
    no_reply: Phrases  # A8: a sender who cannot be answered
    voluntary: Phrases  # C2, C7
    permitting: Phrases  # C2: saying so in softer words
    obligatory: Phrases  # C7
    keeping_lists: Phrases  # C2: who did and who did not
    if_then: Phrases  # C3
    second_person: Phrases  # W3
    cost: Phrases  # W4
    empty_words: Phrases  # R6, C7: words that say nothing of their own
    groups: Phrases  # A1: senders who are no person
    works_council: Phrases  # G2
    less_well: Phrases  # G4: telling what went less well
    except_for: Mapping[str, Phrases]
