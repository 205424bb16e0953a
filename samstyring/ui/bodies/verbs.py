"""What can be asked for about a body, apart from its seats."""

from enum import StrEnum


class BodyVerb(StrEnum):
    """One thing that can be done with a body or with a row of its detail."""

    CORRECT = "correct_body"
    RENAME = "rename_body"
    END = "end_body"
    DELETE = "delete_body"
    ADD_NAME = "add_name"
    CORRECT_NAME = "correct_name"
    END_NAME = "end_name"
    DELETE_NAME = "delete_name"
    ADD_RELATION = "add_relation"
    CORRECT_RELATION = "correct_relation"
    END_RELATION = "end_relation"
    DELETE_RELATION = "delete_relation"
    ADD_SUCCESSION = "add_succession"
    DELETE_SUCCESSION = "delete_succession"
    ADD_SOURCE = "add_source"
    CORRECT_SOURCE = "correct_source"
    VERIFY_SOURCE = "verify_source"
    DELETE_SOURCE = "delete_source"
