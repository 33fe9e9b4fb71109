import subprocess

done = subprocess.run(["sh", "-c", "echo to stdout; echo to stderr >&2; exit 3"], capture_output=True, text=True)
print(done)
print(done.returncode, repr(done.stdout), repr(done.stderr))
print(subprocess.run(["cat"], input=b"through a pipe\n", stdout=subprocess.PIPE).stdout)
print(subprocess.run("echo $((6 * 7))", shell=True, stdout=subprocess.PIPE))
try:
    done.check_returncode()
except subprocess.CalledProcessError as error:
    print(error)
    print(error.args, error.cmd == done.args, error.output, error.stdout, error.stderr)
