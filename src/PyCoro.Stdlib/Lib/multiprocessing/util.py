"""The logger of the package, and the end of the program for the processes it has started."""

import atexit

__all__ = ['get_logger', 'log_to_stderr', 'sub_debug', 'debug', 'info', 'sub_warning', 'SUBDEBUG', 'SUBWARNING']

SUBDEBUG = 5
SUBWARNING = 25

_is_exit_watched = False
_ends_in_stderr = False
_farewells = {}                     # what else is to be done at the end


def get_logger():
    """The logger of the package; without a handler as yet."""
    import logging
    logger = logging.getLogger('multiprocessing')
    logger.propagate = False
    return logger


def log_to_stderr(level=None):
    """Have the logger write to standard error, with the names of processes; what is of that level or worse."""
    global _ends_in_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter('[%(levelname)s/%(processName)s] %(message)s'))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _ends_in_stderr = True
    return logger


def _log(level):
    def log(msg, *args):
        import sys
        # Who has not imported logging does not listen.
        if 'logging' in sys.modules:
            get_logger().log(level, msg, *args, stacklevel=2)

    return log


sub_debug, debug, info, sub_warning = map(_log, (SUBDEBUG, 10, 20, SUBWARNING))


def _watch_exit():
    global _is_exit_watched
    if not _is_exit_watched:
        _is_exit_watched = True
        atexit.register(_exit_function)


def _exit_function():
    """End the processes that are daemons, and wait for all."""
    from multiprocessing.process import active_children
    children = active_children()
    for child in children:
        if child.daemon:
            child._popen.terminate()
    for child in children:
        child.join()
    for farewell in list(_farewells.values()):
        farewell()


def _cleanup_tests():
    """Leave nothing behind that a test might notice."""
    from multiprocessing.process import active_children
    for child in active_children():
        child.join()
