"""How a child process can come out: as a result, or as an error."""

from types import GenericAlias


class SubprocessError(Exception):
    """What this module raises of its own is one of these."""


def _stdout_as_output():
    """The property by which the standard output of an error has a second name."""
    return property(lambda error: error.output, lambda error, text: setattr(error, 'output', text), None,
                    'Alias for output attribute, to match stderr')


class CalledProcessError(SubprocessError):
    """A child ended with a status other than 0, where that was not expected.

    Attributes:
      cmd, returncode, stdout, stderr, output
    """

    def __init__(self, returncode, cmd, output=None, stderr=None):
        vars(self).update(returncode=returncode, cmd=cmd, output=output, stderr=stderr)

    def __str__(self):
        return f"Command '{self.cmd}' {_how_it_ended(self.returncode)}."

    stdout = _stdout_as_output()


class TimeoutExpired(SubprocessError):
    """A child took longer than it was given.

    Attributes:
        cmd, output, stdout, stderr, timeout
    """

    def __init__(self, cmd, timeout, output=None, stderr=None):
        vars(self).update(cmd=cmd, timeout=timeout, output=output, stderr=stderr)

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = _stdout_as_output()


def _how_it_ended(returncode):
    if not returncode or returncode > 0:
        return f'returned non-zero exit status {returncode}'
    from signal import Signals
    try:
        return f'died with {Signals(-returncode)!r}'
    except ValueError:
        return f'died with unknown signal {-returncode}'


class CompletedProcess:
    """What run() gives: a child that has ended.

    Attributes:
      args: The list or str args passed to run().
      returncode: The exit code of the process, negative for signals.
      stdout: The standard output (None if not captured).
      stderr: The standard error (None if not captured).
    """

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        captured = [f'{name}={text!r}' for name in ('stdout', 'stderr') if (text := getattr(self, name)) is not None]
        return f"{type(self).__name__}({', '.join([f'args={self.args!r}', f'returncode={self.returncode!r}', *captured])})"

    def check_returncode(self):
        """Raise CalledProcessError if the exit code is non-zero."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)
