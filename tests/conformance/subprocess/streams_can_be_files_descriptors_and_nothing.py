import os
import subprocess

with open(os.memfd_create("scratch"), "r+b") as file:
    subprocess.check_call("echo out; echo err >&2", shell=True, stdout=file, stderr=subprocess.STDOUT)
    file.seek(0)
    print(file.read())
    file.seek(0)
    print(subprocess.check_output(["cat"], stdin=file.fileno()))
print(subprocess.run("cat; echo x", shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL))
print(subprocess.check_output("echo a >&2; echo b", shell=True, stderr=subprocess.STDOUT))
read, write = os.pipe()
with subprocess.Popen(["sh", "-c", f"echo through > /proc/self/fd/{write}"], pass_fds=[write]):
    os.close(write)
    print(os.read(read, 100))
os.close(read)
