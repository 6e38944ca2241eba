"""What people read about the app in Slack before they use it, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "slack_app_in_short": "Nieuws over een verandering op het werk, en jouw inbreng, in het kanaal van je team.",
    "slack_app_at_length": (
        "{name} is een bot. Hij voert campagnes over een verandering op het werk. Hij plaatst berichten in het "
        "kanaal van je team, en iemand heeft elke tekst goedgekeurd. Je kunt je aanmelden voor de klankbordgroep, "
        "een wens sturen, een vraag stellen of bezwaar maken. Hij vertelt je ook waarom je een bericht ziet.\n\n"
        "Hij gebruikt wat je tegen hem zegt, op welke van zijn knoppen je drukt, en reacties op zijn eigen "
        "berichten. Wat er verder in het kanaal staat, gebruikt hij niet. Alleen als Slack geen antwoord geeft op "
        "een bericht, kijkt hij in het kanaal of dat bericht er staat. Als je iets tegen hem zegt, bewaart hij je "
        "naam en je werkadres. Met hun adres zoekt hij de mensen die de campagne leiden of teksten goedkeuren. "
        "Rapporten tellen groepen van vijf mensen of meer. Ze laten nooit één persoon zien.\n\n"
        "Open zijn tabblad Home voor je plek, je wensen en wat er komt. Typ mijn gegevens om te zien wat hij over "
        "je bewaart, en vergeet mij om dat te wissen. Typ stop voor geen privéberichten meer. De beheerders van "
        "Slack kunnen zien dat je hem een bericht stuurde."
    ),
    "slack_app_command": "Doe mee: meld je aan, stuur een wens, stel een vraag. Alleen jij ziet het antwoord.",
}
