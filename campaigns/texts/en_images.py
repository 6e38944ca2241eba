"""What is said about images: when a campaign is checked, to an approver, and where the image itself is not shown."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "image_elsewhere": "'{image}' is not a file beside this campaign.",
    "image_elsewhere.fix": (
        "Put the file in the folder of the campaign and write only its name, such as screen.png. "
        "A way up (..), a full path and a web address are not possible."
    ),
    "image_missing": "There is no file '{image}' beside this campaign that can be read.",
    "image_missing.fix": (
        "Put it in the folder of the campaign. Is its name right, capitals too? A link that leads out is not followed."
    ),
    "image_too_heavy": "The image '{image}' is more than 1 MB.",
    "image_too_heavy.fix": "Save it smaller; 1 MB (1,048,576 bytes) is the most that Teams shows.",
    "image_of_other_kind": "'{image}' is not a whole PNG, JPEG or GIF, whatever its name says.",
    "image_of_other_kind.fix": "Open it in a program for pictures and save it as PNG or JPEG.",
    "image_moves": "The image '{image}' moves.",
    "image_moves.fix": "Take one picture of it that says it all; Teams does not show a moving one.",
    "image_too_large": "The image '{image}' is {width} × {height} pixels; {most} × {most} is the most.",
    "image_too_large.fix": "Make it smaller, or cut out what matters.",
    "long_alt": "The description of the image has {count} characters; {most} is the most.",
    "long_alt.fix": "Say in one or two sentences what matters in it. The rest belongs in the text.",
    "alt_without_image": "There is a description under 'alt', but no image.",
    "alt_without_image.fix": "Name the file under 'image', or take 'alt' out.",
    "image_in_words": "[image: {alt}]",
    "approval_image": "With the image {name}. Who can't see it reads: “{alt}”",
    "gate_image": (
        "The image {name} is not there any more, or is another one than was approved. "
        "Put the approved one back; a new one is asked for again by itself."
    ),
    "reason_image_changed": "Waits: its image is gone, or not the one that was approved.",
    "room_why_image_changed": "its image is gone or was changed",
}
