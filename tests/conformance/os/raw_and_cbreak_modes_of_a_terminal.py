import os
import termios
import tty

FLAGS = [
    {"ICRNL": termios.ICRNL, "IXON": termios.IXON, "ISTRIP": termios.ISTRIP},
    {"OPOST": termios.OPOST},
    {"CS8": termios.CS8, "PARENB": termios.PARENB},
    {"ECHO": termios.ECHO, "ICANON": termios.ICANON, "ISIG": termios.ISIG, "IEXTEN": termios.IEXTEN},
]


def show():
    settings = termios.tcgetattr(slave)
    print([name for flags, value in zip(FLAGS, settings) for name, flag in flags.items() if value & flag == flag],
          settings[6][termios.VMIN], settings[6][termios.VTIME])


master, slave = os.openpty()
before = termios.tcgetattr(slave)
show()
print(tty.setcbreak(slave))
show()
tty.setraw(slave, termios.TCSANOW)
show()
os.write(slave, b"line\n")
print(os.read(master, 20))
termios.tcsetattr(slave, termios.TCSADRAIN, before)
show()
os.write(slave, b"line\n")
print(os.read(master, 20))
print(os.isatty(slave), os.ttyname(slave).startswith("/dev/pts/"), tty.tcgetattr is termios.tcgetattr)
