"""Find the files that come with the program, in a checkout and when installed."""

from pathlib import Path

_HOMES = ("samstyring_resources", "resources")


def resource_path(*parts: str) -> Path:
    """Return the path of one file or folder of the resources.

    parts: names from the top of the resources, as in ``resource_path("icons", "check.svg")``.
    The path is not promised to exist. Raises FileNotFoundError when the resources are missing
    altogether, which means that the installation is damaged.
    """
    return _resource_home().joinpath(*parts)


def _resource_home() -> Path:
    # The installed name comes first: a "resources" beside an installed package is a stranger's.
    beside_package = Path(__file__).resolve().parent.parent
    for name in _HOMES:
        if (beside_package / name).is_dir():
            return beside_package / name
    raise FileNotFoundError(f"No resources beside the package in {beside_package}")
