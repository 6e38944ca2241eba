"""Every bad row is named with its line and its fix, and no row is ever about a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.measurements import MAX_BYTES, Measurements, Row, read_measurements
from campaigns.model import Goal
from tests.builders import a_campaign, a_post, an_audience

HEADER = "week,team,measure,count,total\n"
CAMPAIGN = a_campaign(
    goal=Goal(text="8 of 10", measure="notes_in_crm"),
    posts=(a_post(measure="quotes"), a_post(id="tip-2")),
    audiences={"sales": an_audience(), "service": an_audience()},
)


def problems(text: str | bytes) -> list[tuple[int, str]]:
    return [(finding.line, finding.message) for finding in read_measurements(text, "measurements.csv", CAMPAIGN)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "week,team,measure,count,total\n9,sales,notes_in_crm,61,104\n",
        "week;team;meting;aantal;totaal\r\n9;sales;notes_in_crm;61;104\r\n",
        "\ufeffweek,team,measure,count,total\n9, sales ,notes_in_crm,61,104",
        "\n\nTotal,Count,Measure,Team,Week\n104,61,notes_in_crm,sales,9\n,,,,\n\n",
        '"week","team","measure","count","total"\n"9","sales","notes_in_crm","61","104"\n',
    ],
)
def test_both_languages_both_marks_and_any_order_read_alike(text: str) -> None:
    for given_text in (text, text.encode()):
        measurements, findings = read_measurements(given_text, "metingen.csv")
        assert findings == []
        (row,) = measurements.rows
        assert (row.week, row.team, row.measure, row.count, row.total) == (9, "sales", "notes_in_crm", 61, 104)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,sales,quotes,1,2", "At week it says x; that is not a whole number."),
        ("9,sales,quotes,1.0,20", "At count it says 1.0; that is not a whole number."),
        ("9,sales,quotes,-1,20", "At count it says -1; that is not a whole number."),
        ("9,sales,quotes,1,²", "At total it says ²; that is not a whole number."),
        ("9,sales,quotes,,20", "At count it says ; that is not a whole number."),
        ("0,sales,quotes,1,20", "There is no week 0 in a campaign."),
        ("105,sales,quotes,1,20", "There is no week 105 in a campaign."),
        ("9,sales,quotes,0,0", "The total is 0."),
        ("9,sales,quotes,21,20", "Count 21 is more than total 20."),
        ("9,slaes,quotes,1,20", "Team slaes is in no campaign beside this file."),
        ("9,sales,qoutes,1,20", "Measure qoutes is in no campaign beside this file."),
        ("9,sales,quotes,1", "This line has 4 fields; it needs 5."),
        ("9,SALES,Quotes,2,20", "This week, team and measure were already on line 2."),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_left_out(row: str, message: str) -> None:
    text = f"{HEADER}9,sales,quotes,1,20\n{row}\n8,sales,quotes,1,20\n"
    measurements, findings = read_measurements(text, "measurements.csv", CAMPAIGN)
    assert [(finding.line, finding.message) for finding in findings] == [(3, message)]
    assert findings[0].fix
    assert [kept.line for kept in measurements.rows] == [2, 4]


def test_the_nearest_name_is_suggested() -> None:
    _, findings = read_measurements(f"{HEADER}9,slaes,quotes,1,20\n9,sales,qotes,1,20\n", "m.csv", CAMPAIGN)
    assert [finding.fix for finding in findings] == ["Do you mean: sales?", "Do you mean: quotes?"]


@pytest.mark.parametrize("column", ["name", "Person", "naam", "e-mail", "medewerker"])
def test_a_file_with_a_column_for_people_is_refused_whole(column: str) -> None:
    text = f"week,team,measure,count,total,{column}\n9,sales,quotes,1,2,Anna\n"
    measurements, findings = read_measurements(text, "measurements.csv")
    assert measurements.rows == ()
    assert [finding.line for finding in findings] == [1]
    assert "never per person" in findings[0].message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "The file is empty."),
        (" \n,\n", 1, "The file is empty."),
        ("week,team\n", 1, "The first line is: week, team."),
        ("week,team,measure,aantal,total\n", 1, "The first line is: week, team, measure, aantal, total."),
        (b"week,team,measure,count,total\n9,\xff", 2, "There is a character here that is not UTF-8."),
        (HEADER + '9,sales,"quo"tes,1,2\n', 2, "A quotation mark does not open or close here."),
        ("x" * (MAX_BYTES + 1), 1, "This file is larger than 1 MB."),
    ],
)
def test_a_file_that_is_no_measurements_says_so(text: str | bytes, line: int, message: str) -> None:
    assert problems(text) == [(line, message)]


def test_findings_are_in_the_language_of_the_campaign_or_else_of_the_file() -> None:
    assert read_measurements("", "metingen.csv")[1][0].message == "Het bestand is leeg."
    dutch = a_campaign(language="nl")
    _, findings = read_measurements(f"{HEADER}9,sales,x,1x,2\n", "measurements.csv", dutch)
    assert findings[0].message == "Bij aantal staat 1x; dat is geen heel getal."


def test_without_known_measures_every_measure_is_taken() -> None:
    assert read_measurements(f"{HEADER}9,sales,anything,1,2\n", "m.csv", a_campaign())[1] == []


@given(st.one_of(st.text(), st.binary(), st.text(alphabet='week,team;\n"0123456789')))
def test_no_file_makes_it_fall_over(text: str | bytes) -> None:
    measurements, findings = read_measurements(text, "measurements.csv")
    assert findings or measurements.rows or text
    for row in measurements.rows:
        assert 0 <= row.count <= row.total > 0


ROWS = Measurements(
    (*(Row(week, "Sales", "notes", week, 100) for week in (9, 2, 5, 7)), Row(9, "service", "notes", 1, 100))
)


def test_the_latest_row_is_never_from_a_later_week() -> None:
    weeks = [row.week if (row := ROWS.latest(measure="notes", team="sales", week=week)) else None for week in range(11)]
    assert weeks == [None, None, 2, 2, 2, 5, 5, 7, 7, 9, 9]
    assert ROWS.latest(measure="other", team="sales", week=9) is None


def test_the_row_to_compare_with_is_about_four_weeks_back() -> None:
    newest = ROWS.latest(measure="notes", team="sales", week=9)
    assert newest is not None
    assert (earlier := ROWS.earlier(newest, weeks=4)) is not None
    assert earlier.week == 5
    assert (earlier := ROWS.earlier(newest, weeks=1)) is not None
    assert earlier.week == 7  # none in that time, so the newest before it
    assert ROWS.earlier(ROWS.rows[1], weeks=4) is None


def test_a_new_row_takes_the_place_of_the_old_one() -> None:
    after = ROWS.with_row(week=9, team="sales", measure="NOTES", count=50, total=60)
    assert len(after.rows) == len(ROWS.rows)
    assert (row := after.latest(measure="notes", team="sales", week=9)) is not None
    assert row.share == pytest.approx(50 / 60)


@pytest.mark.parametrize(("count", "total"), [(3, 2), (-1, 2), (0, 0)])
def test_a_row_that_cannot_be_is_refused(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="from 0 to total"):
        ROWS.with_row(week=1, team="sales", measure="notes", count=count, total=total)
