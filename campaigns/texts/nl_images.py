"""What is said about images: when a campaign is checked, to an approver, and where the image itself is not shown."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "image_elsewhere": "'{image}' is geen bestand naast deze campagne.",
    "image_elsewhere.fix": (
        "Zet het bestand in de map van de campagne en schrijf alleen de naam, zoals scherm.png. "
        "Een weg omhoog (..), een heel pad en een webadres kunnen niet."
    ),
    "image_missing": "Er is naast deze campagne geen bestand '{image}' dat te lezen is.",
    "image_missing.fix": (
        "Zet het in de map van de campagne. Klopt de naam, ook de hoofdletters? "
        "Een koppeling die eruit leidt, wordt niet gevolgd."
    ),
    "image_too_heavy": "De afbeelding '{image}' is meer dan 1 MB.",
    "image_too_heavy.fix": "Bewaar haar kleiner; 1 MB (1.048.576 bytes) is het meeste dat Teams laat zien.",
    "image_of_other_kind": "'{image}' is geen hele PNG, JPEG of GIF, wat de naam ook zegt.",
    "image_of_other_kind.fix": "Open het in een tekenprogramma en bewaar het als PNG of JPEG.",
    "image_moves": "De afbeelding '{image}' beweegt.",
    "image_moves.fix": "Neem er één beeld van dat alles zegt; Teams laat een bewegend beeld niet zien.",
    "image_too_large": "De afbeelding '{image}' is {width} × {height} beeldpunten; {most} × {most} is het meeste.",
    "image_too_large.fix": "Maak haar kleiner, of knip uit waar het om gaat.",
    "long_alt": "De beschrijving van de afbeelding heeft {count} tekens; {most} is het meeste.",
    "long_alt.fix": "Zeg in een of twee zinnen waar het om gaat. De rest hoort in de tekst.",
    "alt_without_image": "Er staat een beschrijving onder 'alt', maar er is geen afbeelding.",
    "alt_without_image.fix": "Noem het bestand onder 'afbeelding', of haal 'alt' weg.",
    "image_in_words": "[afbeelding: {alt}]",
    "approval_image": "Met de afbeelding {name}. Wie haar niet kan zien, leest: “{alt}”",
    "gate_image": (
        "De afbeelding {name} is er niet meer, of is een andere dan er is goedgekeurd. "
        "Zet de goedgekeurde terug; om een nieuwe vraag ik vanzelf opnieuw."
    ),
    "reason_image_changed": "Wacht: de afbeelding is weg, of is niet de goedgekeurde.",
    "room_why_image_changed": "de afbeelding is weg of veranderd",
}
