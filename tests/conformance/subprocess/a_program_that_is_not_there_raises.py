import subprocess

for args, options in (
    (["no-such-program", "x"], {}),
    (["/no/such/program"], {}),
    (["true"], {"cwd": "/no/such/folder"}),
    (["true"], {"cwd": "/dev/null"}),
    (["true"], {"executable": "no-such-program"}),
    ([""], {}),
    (["tr\0ue"], {}),
    (["true", 3], {}),
    ([], {}),
    (["true"], {"env": {"a=b": "c"}}),
    (["true"], {"stdin": 999}),
    (["true"], {"stdout": object()}),
):
    try:
        print(subprocess.call(args, **options))
    except Exception as error:
        shown = str(error).partition(" at 0x")[0]
        print(type(error).__name__, shown, repr(getattr(error, "filename", None)))
