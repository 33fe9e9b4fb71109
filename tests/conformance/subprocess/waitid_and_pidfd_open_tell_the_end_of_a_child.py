import os
import select
import subprocess

child = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
descriptor = os.pidfd_open(child.pid)
print(select.select([descriptor], [], [], 0)[0], os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG))
child.stdin.close()
print(select.select([descriptor], [], [], 60)[0] == [descriptor])
end = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
print(type(end).__name__, end.si_pid == child.pid, end.si_signo, end.si_status, end.si_code == os.CLD_EXITED, len(end))
os.close(descriptor)
print(child.wait())
for call in (lambda: os.waitid(os.P_PID, child.pid, os.WEXITED), lambda: os.pidfd_open(child.pid)):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)
