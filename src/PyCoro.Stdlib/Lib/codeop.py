"""Is what has been typed so far a whole command? (Library reference: codeop)"""

import __future__

__all__ = ["compile_command", "Compile", "CommandCompiler"]

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000

_FLAGS_OF_A_PROMPT = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT


def compile_command(source, filename="<input>", symbol="single"):
    """Give the code of a whole command, None when more has to be typed; raise SyntaxError, ValueError or OverflowError."""
    return _command(_compile_alone, source, filename, symbol)


class Compile:
    """compile() for a prompt: remembers the __future__ statements that it has seen."""

    def __init__(self):
        self.flags = _FLAGS_OF_A_PROMPT

    def __call__(self, source, filename, symbol, **kwargs):
        code = compile(source, filename, symbol, _judging(self.flags, **kwargs), True)
        for name in __future__.all_feature_names:
            self.flags |= code.co_flags & getattr(__future__, name).compiler_flag
        return code


class CommandCompiler:
    """compile_command() that remembers the __future__ statements that it has seen."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        """Give the code of a whole command, None when more has to be typed; raise SyntaxError, ValueError or OverflowError."""
        return _command(self.compiler, source, filename, symbol)


def _compile_alone(source, filename, symbol, **kwargs):
    return compile(source, filename, symbol, _judging(_FLAGS_OF_A_PROMPT, **kwargs))


def _judging(flags, incomplete_input=True):
    """The flags of a first attempt, or of the last one, whose complaints are shown."""
    return flags if incomplete_input else flags & ~_FLAGS_OF_A_PROMPT


def _command(compiler, source, filename, symbol):
    if symbol != "eval" and all(not line or line.startswith("#") for line in map(str.strip, source.split("\n"))):
        # An empty command is none that goes on.
        source = "pass"
    if _wants_more(compiler, source, filename, symbol):
        return None
    return compiler(source, filename, symbol, incomplete_input=False)


def _wants_more(compiler, source, filename, symbol):
    import warnings
    with warnings.catch_warnings():
        # The last attempt shows them.
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        if _complaint(compiler, source, filename, symbol) is None:
            return False
        # A block goes on until an empty line; whatever is not better for one is wrong, or goes on in the middle.
        complaint = _complaint(compiler, source + "\n", filename, symbol)
    return complaint is None or "incomplete input" in str(complaint)


def _complaint(compiler, source, filename, symbol):
    try:
        compiler(source, filename, symbol)
    except SyntaxError as error:
        return error
