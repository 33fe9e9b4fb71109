"""Pseudo terminal utilities."""

# A process of .NET cannot fork. spawn() does not need to: the system starts the program as the leader of a new session whose
# first terminal, and so its controlling one, is the other end of the pair.

import os
import tty
from os import close, waitpid
from select import select
from tty import setraw, tcgetattr, tcsetattr

import _posixsubprocess

__all__ = ["openpty", "fork", "spawn"]

STDIN_FILENO = 0
STDOUT_FILENO = 1
STDERR_FILENO = 2

CHILD = 0

_PIECE = 1024


def openpty():
    """openpty() -> (master_fd, slave_fd)
    Open a pty master/slave pair, using os.openpty() if possible."""
    return os.openpty()


def master_open():
    """master_open() -> (master_fd, slave_name)
    Open a pty master and return the fd, and the filename of the slave end.
    Deprecated, use openpty() instead."""
    master_fd, slave_fd = os.openpty()
    slave_name = os.ttyname(slave_fd)
    os.close(slave_fd)
    return master_fd, slave_name


def slave_open(tty_name):
    """slave_open(tty_name) -> slave_fd
    Open the pty slave and acquire the controlling terminal, returning
    opened filedescriptor.
    Deprecated, use openpty() instead."""
    slave_fd = os.open(tty_name, os.O_RDWR)
    os.set_inheritable(slave_fd, True)
    return slave_fd


def fork():
    """fork() -> (pid, master_fd)
    Fork and make the child a session leader with a controlling terminal."""
    raise NotImplementedError("pty.fork is not implemented: a .NET process cannot fork; pty.spawn starts a program")


def _read(fd):
    """What fd has to give, at most a piece; nothing at its end."""
    return os.read(fd, _PIECE)


def _read_master(master_fd, master_read):
    # Linux reports the end of a terminal whose other end nobody holds as an error.
    try:
        return master_read(master_fd)
    except OSError:
        return b""


def _copy(master_fd, master_read=_read, stdin_read=_read):
    """Carries bytes both ways until the terminal ends."""
    to_output, to_master = b"", b""
    readers = [STDIN_FILENO, master_fd]
    while readers:
        writers = [fd for fd, pending in ((STDOUT_FILENO, to_output), (master_fd, to_master)) if pending]
        readable, writable, _ = select(readers, writers, [])
        if STDOUT_FILENO in writable:
            to_output = to_output[os.write(STDOUT_FILENO, to_output):]
        if master_fd in writable:
            to_master = to_master[os.write(master_fd, to_master):]
        if master_fd in readable:
            piece = _read_master(master_fd, master_read)
            if not piece:
                break
            to_output += piece
        if STDIN_FILENO in readable:
            piece = stdin_read(STDIN_FILENO)
            if not piece:
                # The program goes on without input.
                readers.remove(STDIN_FILENO)
            to_master += piece
    while to_output:
        to_output = to_output[os.write(STDOUT_FILENO, to_output):]


def _start(argv):
    master_fd, slave_fd = os.openpty()
    try:
        files = [argv[0]] if os.path.dirname(argv[0]) else [os.path.join(folder, argv[0]) for folder in os.get_exec_path()]
        return _posixsubprocess._exec_on_terminal(argv, files, os.ttyname(slave_fd)), master_fd
    except BaseException:
        os.close(master_fd)
        raise
    finally:
        os.close(slave_fd)


def spawn(argv, master_read=_read, stdin_read=_read):
    """Create a spawned process."""
    if isinstance(argv, str):
        argv = (argv,)
    import sys
    sys.audit("pty.spawn", argv)
    pid, master_fd = _start(argv)
    try:
        mode = tcgetattr(STDIN_FILENO)
        setraw(STDIN_FILENO)
    except tty.error:
        # Input is no terminal: there is nothing to put back.
        mode = None
    try:
        _copy(master_fd, master_read, stdin_read)
    finally:
        if mode is not None:
            tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, mode)
    close(master_fd)
    return waitpid(pid, 0)[1]
