"""What would break: an author who is told about the wrong line, or in a parser's words."""

import pytest

from campaigns.yaml_subset import BrokenYaml, read_yaml


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("a: b\nc: {{ d }} e\n", 2, "placeholder_at_start"),
        ("a: *b* c\n", 1, "sign_at_start"),
        ("a: @b\n", 1, "sign_at_start"),
        ("a: %b\n", 1, "sign_at_start"),
        ("a: `b`\n", 1, "sign_at_start"),
        ("a: , b\n", 1, "sign_at_start"),
        ("- @b\n", 1, "sign_at_start"),
        ("a: Tip: b\n", 1, "colon_in_text"),
        ("a: b\n  c: d\n", 2, "colon_in_text"),
        ("a:\n\tb: c\n", 2, "tab"),
        ("a: 'it's'\n", 1, "text_after_quote"),
        ('a: "b" c\n', 1, "text_after_quote"),
        ("a: b\nc: 'd\ne: f\n", 2, "quote_open"),
        ("a: 'b\nc: 'd'\n", 1, "quote_open"),
        ('a: "b\\c"\n', 1, "bad_escape"),
        ("a: b\nc: [d\n", 2, "bracket_open"),
        ("c: {d\n", 1, "bracket_open"),
        ("a: [\n", 1, "bracket_open"),
        ("a: b\nc: {{ d\n", 2, "placeholder_at_start"),
        ("a: b\nc\n", 2, "colon_missing"),
        ("a: b\nc:d\n", 2, "space_missing"),
        ("a:b\nc: d\n", 1, "space_missing"),
        ("a: - b\n", 1, "dash_in_line"),
        ("a:\n  b: c\n d: e\n", 3, "indentation"),
        ("- a\nb: c\n", 2, "indentation"),
        (" a: b\nc: d\n", 2, "indentation"),
        ("a: b\n[\n", 2, "indentation"),
        ("a: b\n{a\n", 2, "indentation"),
        ("a: {name:[b]}\n", 1, "space_missing"),
        ("a: [{b:{c}}]\n", 1, "space_missing"),
        ("a: {b:,c: d}\n", 1, "space_missing"),
        ("a: {name:{{ b }}\n", 1, "placeholder_at_start"),
        ("a: {{b:[\n", 1, "placeholder_at_start"),
        ("a: ? b\n", 1, "not_readable"),
    ],
)
def test_a_mistake_is_named_on_its_line(text: str, line: int, key: str) -> None:
    with pytest.raises(BrokenYaml) as caught:
        read_yaml(text)
    assert [(problem.line, problem.key) for problem in caught.value.problems] == [(line, key)]


def test_a_long_line_is_shown_in_part() -> None:
    with pytest.raises(BrokenYaml) as caught:
        read_yaml("a: b: " + "c" * 200)
    assert len(str(caught.value.problems[0].fields["text"])) == 61
