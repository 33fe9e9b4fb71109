import subprocess

try:
    subprocess.run("echo before; exec sleep 60", shell=True, timeout=0.3, capture_output=True)
except subprocess.TimeoutExpired as error:
    print(error, error.cmd, error.timeout, error.output, error.stderr, error.args)
for function in (subprocess.call, subprocess.check_call):
    try:
        function(["sleep", "60"], timeout=0.1)
    except subprocess.TimeoutExpired as error:
        print(function.__name__, error, error.output)
try:
    subprocess.check_output(["sleep", "60"], timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(error.cmd, error.output)
child = subprocess.Popen(["sleep", "60"])
for timeout in (0, 0.1, -1):
    try:
        child.wait(timeout)
    except subprocess.TimeoutExpired as error:
        print(error)
child.kill()
print(child.wait(timeout=60))
