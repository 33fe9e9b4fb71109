"""Doing things at the same time; the package has one module, concurrent.futures."""
