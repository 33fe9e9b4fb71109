import subprocess

data = bytes(range(256)) * 4096
child = subprocess.Popen(["sh", "-c", "tee /dev/stderr"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
output, errors = child.communicate(data)
print(output == data, errors == data, child.returncode)

# A child that reads nothing is no error.
print(subprocess.run(["true"], input=data))
print(subprocess.run(["true"], input=data, capture_output=True).returncode)
