"""Small campaign files with one thing changed, in both languages, for the tests of the reading."""

from campaigns.findings import Finding, InvalidCampaign
from campaigns.parse import read_with_advice
from campaigns.plan import plan

ENGLISH = """\
campaign: One customer view
start: 11 January 2027
goal:
  text: On 1 April, 8 out of 10 conversations have a note in CRM.
  measure: notes_in_crm
people:
  sandra: {name: Sandra de Wit, role: director, chat: sandra@example.com}
  joris: {name: Joris Hendriks, role: project lead, chat: joris@example.com}
owner: joris
audiences:
  sales:
    channel: "Sales > General"
    lead: sandra
    size: 18
    pain: You look in three systems to find a phone number.
    benefit: You see everything on one screen.
seats:
  name: sounding board
  places: 3
  opens: week 4 Monday 09:30
  closes: week 5 Thursday 16:00
  why_limited: With three people the meeting stays short.
  influence: The group decides how the screen looks.
  time: 1 hour every two weeks
wishes:
  postcode: {title: Search by postcode, asked_by: sales, planned: week 3 Friday}
rules:
  hours: 09:00 to 17:00
posts:
  - kind: tip
    when: week 2 Tuesday 09:30
    text: Click the star.
"""
DUTCH = """\
campagne: Eén klantbeeld
start: 11 januari 2027
doel:
  tekst: Op 1 april staat van 8 op de 10 gesprekken een verslag in CRM.
mensen:
  sandra: {naam: Sandra de Wit, rol: directeur, chat: sandra@voorbeeld.nl}
doelgroepen:
  verkoop:
    kanaal: "Verkoop > Algemeen"
    leider: sandra
    omvang: 18
    last: Je zoekt in drie systemen naar een telefoonnummer.
    voordeel: Je ziet alles op één scherm.
berichten:
  - soort: tip
    wanneer: week 2 dinsdag 09:30
    tekst: Klik op de ster.
"""


def changed(*changes: tuple[str, str], base: str = ENGLISH) -> str:
    for old, new in changes:
        assert old in base, f"the example has no {old!r} to change"
        base = base.replace(old, new, 1)
    return base


def reading_findings(content: bytes, file: str) -> list[Finding]:
    """What the reading finds, and the plan when there is one; the rules have tests of their own."""
    try:
        campaign, advice = read_with_advice(content, file)
    except InvalidCampaign as invalid:
        return list(invalid.findings)
    return sorted([*advice, *plan([campaign]).findings], key=lambda found: (found.line, found.rule, found.message))


def findings_of(*changes: tuple[str, str], base: str = ENGLISH) -> list[Finding]:
    return reading_findings(changed(*changes, base=base).encode(), "crm.yaml")


def found(*changes: tuple[str, str], base: str = ENGLISH) -> list[tuple[int, str]]:
    """Line and rule of each finding."""
    return [(finding.line, finding.rule) for finding in findings_of(*changes, base=base)]
