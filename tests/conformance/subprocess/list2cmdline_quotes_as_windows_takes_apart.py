from subprocess import list2cmdline

for args in (["a b", "c"], ['say "hi"', ""], ["back\\slash", "end\\", "end \\"], ['q\\"', 'r \\"'], ["tab\there", b"bytes"], ['"']):
    print(list2cmdline(args))
