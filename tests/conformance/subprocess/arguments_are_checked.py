import subprocess

for options in (
    {"bufsize": "1"}, {"pipesize": 1.0}, {"startupinfo": 1}, {"creationflags": 1},
    {"text": True, "universal_newlines": False}, {"pass_fds": (-1,)}, {"pass_fds": 3},
    {"user": -1}, {"user": 1.5}, {"user": 2 ** 64}, {"user": "no such user"},
    {"group": -1}, {"group": b"x"}, {"group": 2 ** 33}, {"group": "no such group"},
    {"extra_groups": "wheel"}, {"extra_groups": [-3]}, {"extra_groups": [1.5]}, {"extra_groups": [2 ** 64]},
    {"umask": "7"}, {"process_group": "x"}, {"unknown": 1},
):
    try:
        subprocess.Popen(["true"], **options)
    except Exception as error:
        print(options, type(error).__name__, error)
for function, options in (
    (subprocess.run, {"input": b"", "stdin": subprocess.PIPE}),
    (subprocess.run, {"capture_output": True, "stdout": subprocess.PIPE}),
    (subprocess.check_output, {"stdout": subprocess.PIPE}),
    (subprocess.check_output, {"check": True}),
):
    try:
        function(["true"], **options)
    except Exception as error:
        print(function.__name__, type(error).__name__, error)
