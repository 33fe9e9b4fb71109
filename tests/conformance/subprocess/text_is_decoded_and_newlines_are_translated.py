import subprocess

print(subprocess.check_output(["printf", r"a\r\nb\rc\n"], text=True).encode())
print(subprocess.check_output(["printf", r"\344\366\n"], encoding="latin-1"))
print(ascii(subprocess.check_output(["printf", r"\377"], encoding="utf-8", errors="surrogateescape")))
print(subprocess.run(["cat"], input="\xe4", encoding="latin-1", stdout=subprocess.PIPE).stdout)
print(subprocess.check_output(["cat"], input=None), repr(subprocess.check_output(["cat"], input=None, text=True)))
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1, universal_newlines=True) as child:
    child.stdin.write("line\n")
    print(repr(child.stdout.readline()), child.text_mode, child.universal_newlines, child.stdin.line_buffering)
for options, data in (({}, "text"), ({"text": True}, b"bytes")):
    try:
        subprocess.run(["cat"], input=data, stdout=subprocess.PIPE, **options)
    except (TypeError, AttributeError) as error:
        print(error)
