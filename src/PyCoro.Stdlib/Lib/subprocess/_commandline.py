"""Arguments as text for Windows, and the switches that make another interpreter like this one."""

import sys


def list2cmdline(seq):
    """Translate a sequence of arguments into one line, as the C runtime of Windows takes it apart.

    Arguments with white space, and empty ones, are put in double quotes. A quote inside is preceded by a backslash;
    backslashes mean themselves, except before a quote, where they are doubled.
    """
    import os
    return ' '.join(_quoted(os.fsdecode(argument)) for argument in seq)


def _quoted(text):
    *before_quotes, last = text.split('"')
    in_quotes = not text or ' ' in text or '\t' in text
    # What stands before a quote, be it one of the text or the closing one.
    pieces = [_double_last_backslashes(piece) for piece in before_quotes]
    pieces.append(_double_last_backslashes(last) if in_quotes else last)
    line = '\\"'.join(pieces)
    return f'"{line}"' if in_quotes else line


def _double_last_backslashes(text):
    return text + '\\' * (len(text) - len(text.rstrip('\\')))


# The letter of each switch that is repeated as often as its flag says, in the order in which they are given on.
_LETTERS = {'debug': 'd', 'dont_write_bytecode': 'B', 'no_site': 'S', 'verbose': 'v', 'bytes_warning': 'b', 'quiet': 'q'}
_LETTERS_NOT_ISOLATED = {'ignore_environment': 'E', 'no_user_site': 's', 'safe_path': 'P'}
_NAMED_OPTIONS = ('faulthandler', 'tracemalloc', 'importtime', 'frozen_modules', 'showrefcount', 'utf8')


def _optim_args_from_interpreter_flags():
    """The switches for the level of optimisation that this interpreter has."""
    level = sys.flags.optimize
    return ['-' + 'O' * level] if level > 0 else []


def _args_from_interpreter_flags():
    """The switches for the flags, warnings and options that this interpreter has."""
    flags = sys.flags
    switches = _optim_args_from_interpreter_flags()
    letters = _LETTERS if flags.isolated else _LETTERS | _LETTERS_NOT_ISOLATED
    for name, letter in letters.items():
        if times := int(getattr(flags, name)):
            switches.append('-' + letter * times)
    if flags.isolated:
        # It stands for the three others.
        switches.append('-I')
    options = sys._xoptions
    warnings = list(sys.warnoptions)
    if flags.dev_mode and 'default' in warnings:
        # The mode for developers brings it along.
        warnings.remove('default')
    switches += [f'-W{warning}' for warning in warnings]
    if flags.dev_mode:
        switches += ['-X', 'dev']
    for name in _NAMED_OPTIONS:
        if (value := options.get(name)) is not None:
            switches += ['-X', name if value is True else f'{name}={value}']
    return switches
