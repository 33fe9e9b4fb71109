import sys
import threading
from _folder import folder, write

with folder() as place:
    write(place + "/slow.py", "import time\ntime.sleep(0.05)\nx = 1\n")
    for one, other in ("left", "right"), ("right", "left"):
        write(f"{place}/{one}.py", f"import time\ntime.sleep(0.05)\nimport {other}\nx = 1\n")
    sys.path.insert(0, place)
    seen = []

    def load(name):
        module = __import__(name)
        seen.append((name, module.x if name == "slow" else module.__name__))

    for names in ["slow"] * 4, ["left", "right"]:
        threads = [threading.Thread(target=load, args=(name,)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(sorted(seen))
        seen.clear()
