"""What people read about the app before they add it in Teams, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "teams_app_full_name": "{name} van {organisation}",
    "teams_app_in_short": "Nieuws over een verandering op het werk, en jouw inbreng, in je teamkanaal.",
    "teams_app_at_length": (
        "{name} is een bot. Hij voert campagnes over een verandering op het werk. Hij plaatst berichten in het "
        "kanaal van je team, en iemand heeft elke tekst goedgekeurd. Je kunt je aanmelden voor de klankbordgroep, "
        "een wens sturen, een vraag stellen of bezwaar maken. Hij vertelt je ook waarom je een bericht ziet.\n\n"
        "Hij leest wat je tegen hem zegt, op welke van zijn knoppen je drukt, en reacties op zijn eigen "
        "berichten. Wat er verder in het kanaal staat, leest hij niet. Als je iets tegen hem zegt, bewaart hij je "
        "naam en je werkadres. In de ledenlijst zoekt hij de mensen die de campagne leiden of teksten goedkeuren. "
        "Rapporten tellen groepen van vijf mensen of meer. Ze laten nooit één persoon zien.\n\n"
        "Typ mijn gegevens om te zien wat hij over je bewaart, en vergeet mij om dat te wissen. Typ stop voor "
        "geen privéberichten meer. De beheerders van Teams kunnen zien dat je hem een bericht stuurde."
    ),
    "teams_app_for_owner": "voor de eigenaar van de campagne: {does}",
}
