import os
print(os.getpgrp() == os.getpgid(0), os.getsid(0) == os.getsid(os.getpid()))
print(os.getresuid() == (os.getuid(), os.geteuid(), os.geteuid()), os.getresgid()[0] == os.getgid())
print(os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0))
print(len(os.sched_getaffinity(0)) >= 1, len(os.getloadavg()))
os.sched_setaffinity(0, os.sched_getaffinity(0))
print(os.sched_get_priority_min(os.SCHED_FIFO), os.sched_get_priority_max(os.SCHED_RR))
for call in (lambda: os.setpgid(-1, 5), lambda: os.killpg(-5, 0), lambda: os.sched_setaffinity(0, [-1]),
             lambda: os.sched_getscheduler(-1)):
    try:
        call()
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
