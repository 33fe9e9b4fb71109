"""Prompts like the interpreter's, for programs. (Library reference: code)"""

import sys

from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs commands in a namespace and shows what they raise; it knows nothing of prompts."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Run the source if it is a whole command; True when more has to be typed."""
        try:
            command = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            self.showsyntaxerror(filename)
            return False
        if command is not None:
            self.runcode(command)
        return command is None

    def runcode(self, code):
        """Run a code object. What it raises is shown, SystemExit is passed on."""
        try:
            exec(code, self.locals)
        except BaseException as error:
            if isinstance(error, SystemExit):
                raise
            self.showtraceback()

    def showsyntaxerror(self, filename=None):
        """Show the SyntaxError being handled, as one of `filename` if that is given."""
        kind, error, traceback = sys.exc_info()
        if filename and kind is SyntaxError:
            # Errors that say less about their place stay as they are.
            if isinstance(error.args, tuple) and len(error.args) == 2 and len(error.args[1]) > 3:
                message, (_, *place) = error.args
                error = SyntaxError(message, (filename, *place))
        self._show(kind, error, traceback, None)

    def showtraceback(self):
        """Show the exception being handled, without the frame of this interpreter."""
        kind, error, traceback = sys.exc_info()
        self._show(kind, error, traceback, traceback.tb_next)

    def _show(self, kind, error, traceback, shown):
        sys.last_type, sys.last_value, sys.last_traceback = kind, error, traceback
        if sys.excepthook is not sys.__excepthook__:
            sys.excepthook(kind, error, traceback)
            return
        from traceback import format_exception
        self.write("".join(format_exception(kind, error, shown)))

    def write(self, data):
        """Show a text, on standard error."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Asks for commands line by line, and runs them."""

    def __init__(self, locals=None, filename="<console>"):
        super().__init__(locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        """Forget the lines of the command that is being typed."""
        self.buffer = []

    def push(self, line):
        """Take a line; True when the command goes on."""
        self.buffer.append(line)
        goes_on = self.runsource("\n".join(self.buffer), self.filename)
        if not goes_on:
            self.resetbuffer()
        return goes_on

    def raw_input(self, prompt=""):
        """Ask for a line; EOFError at the end."""
        return input(prompt)

    def interact(self, banner=None, exitmsg=None):
        """Ask for commands until there are no more. The texts are shown before and after; empty ones are not."""
        for name, prompt in ("ps1", ">>> "), ("ps2", "... "):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            banner = (f"Python {sys.version} on {sys.platform}\n"
                      f'Type "help", "copyright", "credits" or "license" for more information.\n({type(self).__name__})')
        if banner:
            self.write(f"{banner}\n")
        self._ask_until_the_end()
        if exitmsg is None:
            exitmsg = f"now exiting {type(self).__name__}..."
        if exitmsg:
            self.write(f"{exitmsg}\n")

    def _ask_until_the_end(self):
        goes_on = False
        while True:
            try:
                goes_on = self.push(self.raw_input(sys.ps2 if goes_on else sys.ps1))
            except EOFError:
                self.write("\n")
                return
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                goes_on = False


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    """Ask for commands, by `readfunc(prompt)` if it is given, and run them in the namespace `local`."""
    console = InteractiveConsole(local)
    if readfunc is None:
        _load_line_editing()
    else:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


def _load_line_editing():
    """input() edits lines where there is a module for that."""
    try:
        import readline
    except ImportError:
        pass


if __name__ == "__main__":
    options = None
    if len(sys.argv) > 1:
        from argparse import ArgumentParser
        described = ArgumentParser()
        described.add_argument("-q", action="store_true", help="don't print version and copyright messages")
        options = described.parse_args()
    is_quiet = sys.flags.quiet or options is not None and options.q
    interact("" if is_quiet else None)
