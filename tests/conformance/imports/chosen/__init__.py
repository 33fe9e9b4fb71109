__all__ = ["_listed", "also"]
_listed = 1
also = 2
not_listed = 3
