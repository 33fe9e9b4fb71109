import signal
import subprocess

child = subprocess.Popen(["sleep", "60"])
print(child.poll(), child)
child.terminate()
print(child.wait(), child.poll(), child)
child.kill()                    # has ended: nothing happens
child.send_signal(signal.SIGUSR1)

child = subprocess.Popen(["sh", "-c", "trap 'exit 9' USR1; echo ready; while :; do sleep 0.01; done"], stdout=subprocess.PIPE)
child.stdout.readline()
child.send_signal(signal.SIGUSR1)
print(child.communicate(), child.returncode)
with subprocess.Popen(["sleep", "60"]) as child:
    child.kill()
print(child.returncode)
