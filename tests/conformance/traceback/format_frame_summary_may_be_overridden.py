import traceback


class Short(traceback.StackSummary):
    def format_frame_summary(self, frame_summary):
        if frame_summary.name == "hidden":
            return None
        return f"{frame_summary.name}\n"


def hidden():
    1 / 0


def shown():
    hidden()


try:
    shown()
except ZeroDivisionError as error:
    print(Short.extract(traceback.walk_tb(error.__traceback__)).format())
