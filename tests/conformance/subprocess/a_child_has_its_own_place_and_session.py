import os
import subprocess

print(subprocess.check_output(["pwd"], cwd="/"), subprocess.check_output(["pwd"], cwd=b"/usr"))
print(subprocess.check_output("echo $ONLY", shell=True, env={"ONLY": "this", "PATH": os.environ["PATH"]}))
print(subprocess.check_output("umask", shell=True, umask=0o27))
print(os.umask(0o22) != 0o27)
ask = "echo $$ $(ps -o pgid= -p $$ 2>/dev/null || cut -d' ' -f5 /proc/$$/stat)"
for options in ({"start_new_session": True}, {"process_group": 0}, {"preexec_fn": os.setsid}, {"preexec_fn": os.setpgrp}):
    process, group = subprocess.check_output(ask, shell=True, **options).split()
    print(options.keys(), process == group)
process, group = subprocess.check_output(ask, shell=True).split()
print(process == group, int(group) == os.getpgrp())
