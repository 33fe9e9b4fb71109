import subprocess
import sys

print(subprocess.check_output([sys.executable, "-c", "print('child')"]))
done = subprocess.run([sys.executable, "-c", "import sys; print(sys.argv, file=sys.stderr); sys.exit(300)", "a", ""], capture_output=True)
print(done.returncode, done.stderr)
done = subprocess.run([sys.executable, "-"], input="1 / 0\n", capture_output=True, text=True)
print(done.returncode, done.stderr.splitlines()[-1])
child = subprocess.Popen([sys.executable, "-c", "while True: print(eval(input()))"],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1)
print(child.communicate("6 * 7\n'x' * 3\n"), child.returncode)
