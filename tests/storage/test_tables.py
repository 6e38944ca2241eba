"""Every noun can be kept: its name is its own, and the fields it is found by exist."""

from dataclasses import fields

import storage.tables
from storage.base import Table
from storage.tables import ALL_TABLES


def test_every_table_is_in_the_list_once() -> None:
    tables = [value for value in vars(storage.tables).values() if isinstance(value, Table)]
    assert sorted(table.name for table in tables) == sorted(table.name for table in ALL_TABLES)
    assert len({table.name for table in ALL_TABLES}) == len(ALL_TABLES)


def test_the_fields_it_is_found_by_exist() -> None:
    for table in ALL_TABLES:
        names = {field.name for field in fields(table.record)}
        assert names >= set(table.looked_at), table.name
