__all__ = ["*", "part"]
