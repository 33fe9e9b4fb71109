import gc
import subprocess
import warnings

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    child = subprocess.Popen(["sleep", "60"])
    pid = child.pid
    child.kill()
    del child
    gc.collect()
for warning in caught:
    print(warning.category.__name__, str(warning.message) == f"subprocess {pid} is still running")
# The next one that is started takes note of its end.
while subprocess._active:
    subprocess.call(["true"])
print(subprocess._active)
