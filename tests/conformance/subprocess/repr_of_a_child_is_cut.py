import subprocess

with subprocess.Popen(["true"]) as child:
    print(child.wait(), child)
for args in ("cmd", ["cmd", "x" * 100], b"cmd"):
    child.args = args
    print(child, len(repr(child)))


class Named(subprocess.Popen):
    pass


with Named("true") as child:
    pass
print(child)
print(subprocess.CompletedProcess(["a"], 1), subprocess.CompletedProcess("a", 0, "", b"x"))
print(subprocess.Popen[bytes], subprocess.CompletedProcess[str])
