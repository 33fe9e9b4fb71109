"""What a child process does first: make itself like its parent, as far as a program that begins afresh can be."""

import os
import sys

from multiprocessing import process

__all__ = ['_main', 'freeze_support', 'set_executable', 'get_executable', 'get_preparation_data', 'get_command_line', 'import_main_path']

_CHILD_MODULE = '__mp_main__'
_executable = os.fsencode(sys.executable)

_UNGUARDED = '''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        Processes are started afresh here, and each begins by importing
        the main module: what starts processes has to stand below

            if __name__ == '__main__':
                freeze_support()
                ...

        (freeze_support() matters only to programs that are frozen.)'''


def set_executable(executable):
    """The program that runs in the processes to be started."""
    global _executable
    _executable = None if executable is None else os.fsencode(executable)


def get_executable():
    """The program that runs in the processes to be started."""
    return _executable


def freeze_support():
    """For frozen programs, which there are none of here: nothing is to be done."""


# In the parent.

def get_command_line(**kwds):
    """The command that starts a child."""
    told = ', '.join(f'{name}={value!r}' for name, value in kwds.items())
    return [_executable, *_switches(), '-c', f'from multiprocessing.spawn import spawn_main; spawn_main({told})', '--multiprocessing-fork']


def _switches():
    """The switches of this program that its children need."""
    flags = sys.flags
    letters = (('d', flags.debug), ('O', flags.optimize), ('B', flags.dont_write_bytecode), ('v', flags.verbose), ('q', flags.quiet),
               ('I', flags.isolated), ('E', flags.ignore_environment and not flags.isolated), ('s', flags.no_user_site and not flags.isolated),
               ('P', flags.safe_path and not flags.isolated), ('S', flags.no_site))
    switches = ['-' + letter * int(times) for letter, times in letters if times]
    switches += [f'-W{option}' for option in sys.warnoptions]
    switches += [f'-X{name}' if value is True else f'-X{name}={value}' for name, value in sys._xoptions.items()]
    return switches


def get_preparation_data(name, start_method=None):
    """What a child has to know of this process before it can read its process object."""
    from multiprocessing.context import _default_context
    if getattr(process.current_process(), '_is_beginning', False):
        raise RuntimeError(_UNGUARDED)
    data = {
        'name': name,
        'authkey': process.current_process().authkey,
        'sys_path': [process.ORIGINAL_DIR if folder == '' and process.ORIGINAL_DIR is not None else folder for folder in sys.path],
        'sys_argv': sys.argv,
        'orig_dir': process.ORIGINAL_DIR,
        'dir': os.getcwd(),
        'start_method': start_method or _default_context.get_start_method(),
        'log_to_stderr': _logs_to_stderr(),
        'log_level': _log_level(),
    }
    return data | _where_main_is()


def _where_main_is():
    main = sys.modules['__main__']
    if (name := getattr(main.__spec__, 'name', None)) is not None:
        return {'init_main_from_name': name}
    path = getattr(main, '__file__', None)
    if path is None:
        return {}
    if not os.path.isabs(path) and process.ORIGINAL_DIR is not None:
        path = os.path.join(process.ORIGINAL_DIR, path)
    return {'init_main_from_path': os.path.normpath(path)}


def _logs_to_stderr():
    util = sys.modules.get('multiprocessing.util')
    return util is not None and util._ends_in_stderr


def _log_level():
    return sys.modules['multiprocessing.util'].get_logger().getEffectiveLevel() if _logs_to_stderr() else None


# In the child.

def spawn_main(pipe_handle, parent_pid=None):
    """The whole program of a child."""
    sys.exit(_main(pipe_handle, pipe_handle))


def _main(descriptor, parent_sentinel):
    from multiprocessing.reduction import ForkingPickler
    import pickle
    with open(descriptor, 'rb', closefd=False) as pipe:
        this = process.current_process()
        this._is_beginning = True
        try:
            prepare(pickle.load(pipe))
            own = pickle.load(pipe)
        finally:
            del this._is_beginning
    return own._bootstrap(parent_sentinel)


def prepare(data):
    """Become like the parent."""
    this = process.current_process()
    this.name = data['name']
    this.authkey = data['authkey']
    if data['log_to_stderr']:
        from multiprocessing import util
        util.log_to_stderr(data['log_level'])
    sys.path[:] = data['sys_path']
    sys.argv = data['sys_argv']
    os.chdir(data['dir'])
    process.ORIGINAL_DIR = data['orig_dir']
    from multiprocessing.context import _default_context
    _default_context.set_start_method(data['start_method'], force=True)
    if 'init_main_from_name' in data:
        _import_main_by_name(data['init_main_from_name'])
    elif 'init_main_from_path' in data:
        import_main_path(data['init_main_from_path'])


def import_main_path(path):
    """Run the file of the main module under another name, so that what it says of __main__ is not done again."""
    if getattr(sys.modules['__main__'], '__file__', None) == path:
        return
    import io
    with io.open_code(path) as file:
        code = compile(file.read(), path, 'exec')
    _run_as_main(code, path, '')


def _import_main_by_name(name):
    # `python -m package` and `python folder` run a module __main__, which is there to be run and not to be imported.
    if name.rpartition('.')[2] == '__main__' or getattr(sys.modules['__main__'].__spec__, 'name', None) == name:
        return
    from importlib.util import find_spec
    spec = find_spec(name)
    _run_as_main(spec.loader.get_code(name), spec.origin, spec.parent)


def _run_as_main(code, path, package):
    module = type(sys)(_CHILD_MODULE)
    vars(module).update(__file__=path, __builtins__=sys.modules['builtins'], __spec__=None, __loader__=None, __package__=package)
    sys.modules['__main__'] = sys.modules[_CHILD_MODULE] = module
    exec(code, vars(module))
