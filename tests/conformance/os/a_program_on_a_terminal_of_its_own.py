import os
import pty

# What would be typed comes from a pipe, what would be shown goes into one.
typed, keyboard = os.pipe()
screen, shown = os.pipe()
pty.STDIN_FILENO, pty.STDOUT_FILENO = typed, shown
os.write(keyboard, b"hello\n")


def read_and_mark(fd):
    return os.read(fd, 1024).replace(b"\r\n", b"|")


# The program has a terminal for its three streams, and it controls its session.
script = "test -t 0 && test -t 1 && test -t 2 && exec </dev/tty && stty -echo && echo ready && read line && echo got $line; exit 3"
status = pty.spawn(["/bin/sh", "-c", script], read_and_mark)
print(os.waitstatus_to_exitcode(status))
# The terminal may have shown what was typed before it was told not to.
print(os.read(screen, 1000).endswith(b"ready|got hello|"))

master, name = pty.master_open()
slave = pty.slave_open(name)
os.write(slave, b"up\n")
print(os.read(master, 10), os.isatty(slave))
master, slave = pty.openpty()
os.write(master, b"down\n")
print(os.read(slave, 10))
