# Generated methods show where in their own text an error passed.
import traceback
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Point:
    x: object
    y: object

    def __post_init__(self):
        if self.x is None:
            raise ValueError("no x")


for act in (lambda: Point(None, 1), lambda: hash(Point([], 1)), lambda: Point(1, 2) < Point("a", 2),
            lambda: setattr(Point(1, 2), "x", 3)):
    try:
        act()
    except Exception as error:
        print(type(error).__name__, [(step.filename == "<string>", step.lineno, step.name)
                                     for step in traceback.extract_tb(error.__traceback__)[1:]
                                     if step.name != "__post_init__"])
