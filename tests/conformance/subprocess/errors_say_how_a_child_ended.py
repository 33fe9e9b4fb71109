import subprocess

for command in ("exit 4", "kill -TERM $$", "kill -40 $$"):
    try:
        subprocess.run(["sh", "-c", command], check=True)
    except subprocess.CalledProcessError as error:
        print(error, error.returncode, error.args)
try:
    subprocess.check_output("echo so far; exit 1", shell=True)
except subprocess.CalledProcessError as error:
    print(repr(error), error.output)
error = subprocess.TimeoutExpired("cmd", 1.5, output=b"part")
print(error, repr(error), error.stdout, error.stderr)
error.stdout = b"more"
print(error.output)
print(issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError), subprocess.CalledProcessError.__module__)
