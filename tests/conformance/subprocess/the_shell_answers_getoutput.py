import subprocess

print(subprocess.getstatusoutput("echo one; echo two >&2; exit 7"))
print(subprocess.getstatusoutput("kill -9 $$"))
print(repr(subprocess.getoutput("printf 'a\\n\\n'")))
print(subprocess.getoutput("printf '\\344'", encoding="latin-1"))
print(subprocess.run(["echo $0 $1", "name", "first"], shell=True, stdout=subprocess.PIPE).stdout)
print(subprocess.run("echo $0", shell=True, executable="/bin/sh", stdout=subprocess.PIPE).stdout)
