"""Tell setuptools that the folder resources/ is installed as the package samstyring_resources."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["samstyring", "samstyring.*"]), "samstyring_resources"],
    package_dir={"samstyring_resources": "resources"},
    package_data={"samstyring": ["py.typed", "**/*.mako"], "samstyring_resources": ["**/*"]},
)
