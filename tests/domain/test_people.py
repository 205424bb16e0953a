"""What looks like a national identity number, and which names are alike."""

import pytest

from samstyring.domain.people import looks_like_national_id, names_like


@pytest.mark.parametrize(
    "text",
    [
        "15027610002",
        "fnr 150276 10002.",
        "Kari, 150276-10193, ringer i morgen",
        "55027610187",
    ],
)
def test_that_eleven_digits_with_right_control_digits_are_seen(text: str) -> None:
    assert looks_like_national_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15027610003",
        "115027610002",
        "32137610002",
        "tlf. 91 50 27 61",
        "sak 2026/150276-1",
        "org.nr. 971 032 146",
    ],
)
def test_that_other_numbers_are_left_alone(text: str) -> None:
    assert not looks_like_national_id(text)


@pytest.mark.parametrize(
    "name", ["Kari Nordmann", "kari  nordman", "KARI NORDMANN", "Kari Normann"]
)
def test_that_names_that_may_be_the_same_person_are_found(name: str) -> None:
    assert names_like(name, ("Kari Nordmann", "Ola Hansen")) == ("Kari Nordmann",)


def test_that_letters_written_two_ways_are_alike() -> None:
    assert names_like("Pål Aas", ("Pål Ås",)) == ("Pål Ås",)


@pytest.mark.parametrize("name", ["", "  ", "Kari", "Per Nilsen"])
def test_that_other_names_are_not_alike(name: str) -> None:
    assert names_like(name, ("Kari Nordmann",)) == ()
