"""English findings in a file of measurements: what is wrong with a row, and the fix."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "measurements_too_large": "This file is larger than 1 MB.",
    "measurements_too_large_fix": "Keep one row for each team, week and measure.",
    "measurements_not_utf8": "There is a character here that is not UTF-8.",
    "measurements_not_utf8_fix": "Save the file as CSV UTF-8.",
    "measurements_bad_quotes": "A quotation mark does not open or close here.",
    "measurements_bad_quotes_fix": "Take it out, or put one on the other side too.",
    "measurements_empty": "The file is empty.",
    "measurements_empty_fix": "Begin with the line: week,team,measure,count,total",
    "measurements_extra_column": "Column {column} does not belong here: measurements are per team, never per person.",
    "measurements_extra_column_fix": "Take the column out. Only these may be there: week,team,measure,count,total",
    "measurements_bad_header": "The first line is: {found}.",
    "measurements_bad_header_fix": "Make it: week,team,measure,count,total",
    "measurements_cell_count": "This line has {found} fields; it needs 5.",
    "measurements_cell_count_fix": (
        "Write: week,team,measure,count,total. Use the same character between them everywhere."
    ),
    "measurements_bad_number": "At {column} it says {found}; that is not a whole number.",
    "measurements_bad_number_fix": "Write digits only, without a point, comma or percent sign.",
    "measurements_bad_week": "There is no week {found} in a campaign.",
    "measurements_bad_week_fix": "Count the weeks from the start of the campaign: the first is week 1.",
    "measurements_no_total": "The total is 0.",
    "measurements_no_total_fix": "Take the line out if there was nothing to count.",
    "measurements_count_over_total": "Count {count} is more than total {total}.",
    "measurements_count_over_total_fix": "See if the two numbers have changed places.",
    "measurements_unknown_team": "Team {found} is in no campaign beside this file.",
    "measurements_unknown_team_fix": "Do you mean: {near}?",
    "measurements_unknown_measure": "Measure {found} is in no campaign beside this file.",
    "measurements_unknown_measure_fix": "Do you mean: {near}?",
    "measurements_twice": "This week, team and measure were already on line {first}.",
    "measurements_twice_fix": "Keep one of the two lines.",
}
