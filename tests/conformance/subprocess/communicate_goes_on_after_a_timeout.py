import subprocess

child = subprocess.Popen(["sh", "-c", "echo first; read line; echo got $line; exit 5"],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
assert child.stdout.readline() == "first\n"
child.stdin.write("a line\n")
child.stdin.flush()
print(child.communicate(timeout=30))
print(child.returncode, child.stdin.closed, child.stdout.closed)
print(child.communicate())
try:
    child.communicate("more")
except ValueError as error:
    print(error)

child = subprocess.Popen(["sh", "-c", "echo early; exec sleep 60"], stdout=subprocess.PIPE)
try:
    child.communicate(timeout=0.3)
except subprocess.TimeoutExpired as error:
    print(error.output)
child.kill()
print(child.communicate(), child.returncode)
