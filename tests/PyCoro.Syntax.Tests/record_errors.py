"""Records what CPython 3.11 says about every source in syntax_errors.jsonl.

Each line is a JSON list: the source, then (when it is refused) the exception's class, message, line, offset, end line,
end offset and text. Run it with python3 after adding sources as lists of one element.
"""
import json
import os
import pathlib
import tempfile
import warnings


def answer(source, path):
    # The file must exist: CPython reads the text to show from it.
    path.write_text(source, encoding="utf-8", newline="")
    try:
        compile(source, str(path), "exec", 0x400)  # only the tree: the compiler's errors are tested elsewhere
    except SyntaxError as e:
        text = None if e.text is None else e.text.rstrip("\n")
        return [type(e).__name__, e.msg, e.lineno or 0, e.offset or 0, e.end_lineno or 0, e.end_offset or 0, text]
    return []


data = pathlib.Path(__file__).with_name("syntax_errors.jsonl")
warnings.simplefilter("ignore")
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "source.py"
    cases = [json.loads(line)[0] for line in data.read_text(encoding="utf-8").split("\n") if line]
    lines = [json.dumps([source, *answer(source, path)], ensure_ascii=False) for source in dict.fromkeys(cases)]
data.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
