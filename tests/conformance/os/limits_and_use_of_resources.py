import resource

soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
print(resource.getrlimit(resource.RLIMIT_CORE) == (0, hard), resource.prlimit(0, resource.RLIMIT_CORE) == (0, hard))
print(resource.prlimit(0, resource.RLIMIT_CORE, [soft, hard]) == (0, hard), resource.getrlimit(resource.RLIMIT_CORE) == (soft, hard))
print(resource.RLIM_INFINITY, resource.getpagesize() > 0, resource.error)

usage = resource.getrusage(resource.RUSAGE_SELF)
print(type(usage), len(usage), usage.n_sequence_fields, usage.__match_args__)
print([type(item).__name__ for item in usage], usage.ru_utime == usage[0], usage.ru_maxrss > 0, usage.ru_utime > 0)
print(resource.getrusage(resource.RUSAGE_THREAD).ru_utime <= resource.getrusage(resource.RUSAGE_SELF).ru_utime)


def refused(function, *arguments):
    try:
        function(*arguments)
    except (OSError, TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


refused(resource.getrlimit, 999)
refused(resource.getrlimit, "x")
refused(resource.setrlimit, resource.RLIMIT_CORE, 5)
refused(resource.setrlimit, resource.RLIMIT_CORE, (1, 2, 3))
refused(resource.setrlimit, resource.RLIMIT_CORE, ("x", 2))
refused(resource.setrlimit, resource.RLIMIT_CORE, (2, 1))
refused(resource.setrlimit, resource.RLIMIT_CORE, (10 ** 50, 1))
refused(resource.prlimit, 0)
refused(resource.prlimit, -1, resource.RLIMIT_CORE)
refused(resource.getrusage, 99)
