"""The logger of the package."""

from _loggers import LateLogger

logger = LateLogger(__package__)
