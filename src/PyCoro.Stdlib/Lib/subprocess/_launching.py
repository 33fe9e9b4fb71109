"""How a child is started: which file, with what environment, as whom."""

import os
import sys

import _processes


def command(args, shell, executable):
    """The list of arguments, and the program to run, of what Popen was given."""
    if isinstance(args, (str, bytes)):
        words = [args]
    elif isinstance(args, os.PathLike):
        if shell:
            raise TypeError('path-like args is not allowed when shell is true')
        words = [args]
    else:
        words = list(args)
    if shell:
        words[:0] = ['/bin/sh', '-c']
        if executable:
            words[0] = executable
    return words, words[0] if executable is None else executable


def files(program, env):
    """The files that may be meant by the name of a program: those on the path, unless it says where it is."""
    name = os.fsencode(program)
    if os.path.dirname(name):
        return [name]
    return [os.path.join(os.fsencode(folder), name) for folder in os.get_exec_path(env)]


def environment(env):
    """The variables as the lines that a program gets."""
    lines = []
    for name, value in env.items():
        name = os.fsencode(name)
        if b'=' in name:
            raise ValueError('illegal environment variable name')
        lines.append(name + b'=' + os.fsencode(value))
    return lines


def user_id(user):
    """The id of a user that is given by name or by number."""
    if isinstance(user, str):
        import pwd
        return pwd.getpwnam(user).pw_uid
    if not isinstance(user, int):
        raise TypeError('User must be a string or an integer')
    if user < 0:
        raise ValueError(f'User ID cannot be negative, got {user}')
    return user


def group_id(group, complaint='Group must be a string or an integer, not {}'):
    """The id of a group that is given by name or by number."""
    if isinstance(group, str):
        import grp
        return grp.getgrnam(group).gr_gid
    if not isinstance(group, int):
        raise TypeError(complaint.format(type(group)))
    if group < 0:
        raise ValueError(f'Group ID cannot be negative, got {group}')
    return group


def group_ids(groups):
    """The ids of several groups."""
    if isinstance(groups, str):
        raise ValueError('Groups must be a list, not a string')
    return [group_id(group, 'Items in extra_groups must be a string or integer, not {}') for group in groups]


def launch(words, program, streams, *, cwd, env, keep, close_others, restore_signals, lead_session, process_group,
           user, group, extra_groups, umask):
    """Start the program, and give the id of its process."""
    sys.audit('subprocess.Popen', program, words, cwd, env)
    lines = None if env is None else environment(env)
    folder = None if cwd is None else os.fspath(cwd)
    try:
        return _processes.start(
            [os.fsencode(word) for word in words], files(program, env), lines, folder, tuple(streams), sorted(keep), close_others,
            restore_signals, lead_session, -1 if process_group is None else process_group, user, group, extra_groups, umask)
    except OSError as problem:
        # What was asked for, and not the places where it was looked for.
        if problem.filename is not None:
            problem.filename = cwd if problem.filename is folder else program
        raise
