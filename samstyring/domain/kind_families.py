"""The families that kinds of body fall into, so that a few colours tell them apart."""

from collections.abc import Mapping
from types import MappingProxyType

FAMILY_OF_KIND: Mapping[str, str] = MappingProxyType(
    {
        "state_agency": "state",
        "political_body": "political",
        "council": "council",
        "committee": "council",
        "expert_council": "expert",
        "expert_group": "expert",
        "theme_group": "expert",
        "sector_committee": "sector",
        "regional_network": "network",
        "programme_board": "network",
        "it_cooperation": "network",
        "resource_group": "group",
        "working_group": "group",
        "secretariat": "group",
        "municipality": "municipality",
        "county_municipality": "municipality",
        "company": "company",
    }
)


def family_of(kind: str) -> str:
    """Return the family of a kind of body; “other” for one that has none of its own."""
    return FAMILY_OF_KIND.get(kind, "other")
