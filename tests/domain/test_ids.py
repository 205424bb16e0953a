"""Ids that grow with time and are never used again."""

import time
import uuid

from samstyring.domain.ids import new_id


def test_that_an_id_is_a_uuid_of_version_7() -> None:
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_that_ids_sort_by_the_time_they_were_made() -> None:
    earlier = new_id()
    time.sleep(0.002)
    assert earlier < new_id()


def test_that_ids_made_at_once_differ() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000


def test_that_ids_made_within_one_millisecond_sort_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(made)
