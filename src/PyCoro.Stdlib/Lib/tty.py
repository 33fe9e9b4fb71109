"""Terminal utilities: two modes that programs put a terminal into."""

from termios import *

__all__ = ["setraw", "setcbreak"]

# Places in the list that tcgetattr() gives.
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def _change(fd, when, off, on, mode_of_reading=(1, 0)):
    """Clears and sets flags, given by their places; read() then waits for so many bytes and so long."""
    settings = tcgetattr(fd)
    for place, flags in off.items():
        settings[place] &= ~flags
    for place, flags in on.items():
        settings[place] |= flags
    settings[CC][VMIN], settings[CC][VTIME] = mode_of_reading
    tcsetattr(fd, when, settings)


def setraw(fd, when=TCSAFLUSH):
    """Put terminal into a raw mode."""
    _change(fd, when, {
        IFLAG: BRKINT | ICRNL | INPCK | ISTRIP | IXON,
        OFLAG: OPOST,
        CFLAG: CSIZE | PARENB,
        LFLAG: ECHO | ICANON | IEXTEN | ISIG,
    }, {CFLAG: CS8})


def setcbreak(fd, when=TCSAFLUSH):
    """Put terminal into a cbreak mode."""
    _change(fd, when, {LFLAG: ECHO | ICANON}, {})
