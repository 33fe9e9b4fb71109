import os
import termios

master, slave = os.openpty()
settings = termios.tcgetattr(slave)
print(len(settings), [type(item).__name__ for item in settings], len(settings[6]) == termios.NCCS)
print(settings[6][termios.VINTR], settings[6][termios.VMIN], bool(settings[3] & termios.ECHO))

# Without canonical mode, two of the characters are numbers.
settings[3] &= ~(termios.ICANON | termios.ECHO)
settings[6][termios.VMIN], settings[6][termios.VTIME] = 3, b"\x02"
termios.tcsetattr(slave, termios.TCSANOW, settings)
now = termios.tcgetattr(slave)
print(now[6][termios.VMIN], now[6][termios.VTIME], bool(now[3] & termios.ECHO), now == [*settings[:6], now[6]])

print(termios.tcgetwinsize(slave))
termios.tcsetwinsize(slave, [24, 80])
print(termios.tcgetwinsize(master), os.get_terminal_size(slave))

os.write(master, b"typed")
termios.tcflush(slave, termios.TCIFLUSH)
os.write(master, b"more")
print(os.read(slave, 10))
for done in (termios.tcdrain(slave), termios.tcsendbreak(slave, 0), termios.tcflow(slave, termios.TCOON)):
    print(done)


def refused(function, *arguments):
    try:
        function(*arguments)
    except (OSError, termios.error, TypeError, ValueError, OverflowError) as error:
        print(type(error).__module__, type(error).__name__, error.args)


refused(termios.tcgetattr, 1000)
refused(termios.tcgetattr, -1)
refused(termios.tcgetattr, "slave")
refused(termios.tcsetattr, slave, 9, settings)
refused(termios.tcsetattr, slave, 0, tuple(settings))
refused(termios.tcsetattr, slave, 0, settings[:6] + [[b"x"]])
refused(termios.tcsetattr, slave, 0, settings[:6] + [["x"] * termios.NCCS])
refused(termios.tcsetattr, slave, 0, ["x"] + settings[1:])
refused(termios.tcsetattr, slave, 0, [2 ** 80] + settings[1:])
refused(termios.tcsetwinsize, slave, 5)
refused(termios.tcsetwinsize, slave, (1, 2, 3))
refused(termios.tcsetwinsize, slave, (1, 70000))
refused(termios.tcflush, slave, 9)
print(termios.error.__mro__[1:], issubclass(termios.error, OSError))
