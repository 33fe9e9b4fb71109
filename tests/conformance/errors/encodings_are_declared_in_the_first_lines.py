def attempt(source):
    names = {}
    try:
        exec(compile(source, "s.py", "exec"), names)
        print(source[:40], ascii(names.get("x")))
    except SyntaxError as error:
        print(source[:40], type(error).__name__, error.msg, error.lineno)


for declared in b"latin-1", b"iso-8859-15", b"cp1252", b"koi8-r", b"ascii", b"utf-8", b"UTF8", b"utf_8", b"euc-jp", b"nosuch", b"tis-620":
    attempt(b"# -*- coding: " + declared + b" -*-\nx = '\xc3\xa4'\n")
attempt(b"\n# vim: set fileencoding=latin-1 :\nx = '\xe4'\n")
attempt(b"\n\n# coding: latin-1\nx = '\xe4'\n")
attempt(b"x = 1\n# coding: latin-1\nx = '\xe4'\n")
attempt(b"#!/usr/bin/python\n# coding=latin-1\nx = '\xe4'\n")
attempt(b"\xef\xbb\xbfx = '\xc3\xa4'\n")
attempt(b"\xef\xbb\xbf# coding: utf-8\nx = '\xc3\xa4'\n")
attempt(b"\xef\xbb\xbf# coding: utf_8\nx = 1\n")
attempt(b"# coding: utf-8\nx = '\xff'\n")
attempt(b"x = 1\ny = '\xe4\xb8'\n")
attempt(b"x = '\xff'\n")
attempt("# coding: latin-1\nx = '\xe4'\n".encode("latin-1"))
attempt(b"x = 1\0\n")
