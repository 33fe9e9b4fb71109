// One class an area, because xunit runs classes beside each other and the methods of a class one after the other.

namespace PyCoro.Conformance.Tests;

public sealed class Accounts
{
    [Theory, Scripts("accounts")]
    public void Runs(string script, string tier) => Conformance.Check("accounts", script, tier);
}

public sealed class Array
{
    [Theory, Scripts("array")]
    public void Runs(string script, string tier) => Conformance.Check("array", script, tier);
}

public sealed class Ast
{
    [Theory, Scripts("ast")]
    public void Runs(string script, string tier) => Conformance.Check("ast", script, tier);
}

public sealed class Asyncgen
{
    [Theory, Scripts("asyncgen")]
    public void Runs(string script, string tier) => Conformance.Check("asyncgen", script, tier);
}

public sealed class Asyncio
{
    [Theory, Scripts("asyncio")]
    public void Runs(string script, string tier) => Conformance.Check("asyncio", script, tier);
}

public sealed class Binascii
{
    [Theory, Scripts("binascii")]
    public void Runs(string script, string tier) => Conformance.Check("binascii", script, tier);
}

public sealed class Atexit
{
    [Theory, Scripts("atexit")]
    public void Runs(string script, string tier) => Conformance.Check("atexit", script, tier);
}

public sealed class Builtins
{
    [Theory, Scripts("builtins")]
    public void Runs(string script, string tier) => Conformance.Check("builtins", script, tier);
}

public sealed class Bytes
{
    [Theory, Scripts("bytes")]
    public void Runs(string script, string tier) => Conformance.Check("bytes", script, tier);
}

public sealed class Classes
{
    [Theory, Scripts("classes")]
    public void Runs(string script, string tier) => Conformance.Check("classes", script, tier);
}

public sealed class Closures
{
    [Theory, Scripts("closures")]
    public void Runs(string script, string tier) => Conformance.Check("closures", script, tier);
}

public sealed class Cmath
{
    [Theory, Scripts("cmath")]
    public void Runs(string script, string tier) => Conformance.Check("cmath", script, tier);
}

public sealed class Codecs
{
    [Theory, Scripts("codecs")]
    public void Runs(string script, string tier) => Conformance.Check("codecs", script, tier);
}

public sealed class Collections
{
    [Theory, Scripts("collections")]
    public void Runs(string script, string tier) => Conformance.Check("collections", script, tier);
}

public sealed class Comprehension
{
    [Theory, Scripts("comprehension")]
    public void Runs(string script, string tier) => Conformance.Check("comprehension", script, tier);
}

public sealed class Containers
{
    [Theory, Scripts("containers")]
    public void Runs(string script, string tier) => Conformance.Check("containers", script, tier);
}

public sealed class Contextvars
{
    [Theory, Scripts("contextvars")]
    public void Runs(string script, string tier) => Conformance.Check("contextvars", script, tier);
}

public sealed class Code
{
    [Theory, Scripts("code")]
    public void Runs(string script, string tier) => Conformance.Check("code", script, tier);
}

public sealed class Copying
{
    [Theory, Scripts("copy")]
    public void Runs(string script, string tier) => Conformance.Check("copy", script, tier);
}

public sealed class Coroutines
{
    [Theory, Scripts("coroutines")]
    public void Runs(string script, string tier) => Conformance.Check("coroutines", script, tier);
}

public sealed class Csv
{
    [Theory, Scripts("csv")]
    public void Runs(string script, string tier) => Conformance.Check("csv", script, tier);
}

public sealed class Dataclasses
{
    [Theory, Scripts("dataclasses")]
    public void Runs(string script, string tier) => Conformance.Check("dataclasses", script, tier);
}

public sealed class Delegation
{
    [Theory, Scripts("delegation")]
    public void Runs(string script, string tier) => Conformance.Check("delegation", script, tier);
}

public sealed class Digests
{
    [Theory, Scripts("digests")]
    public void Runs(string script, string tier) => Conformance.Check("digests", script, tier);
}

public sealed class Dis
{
    [Theory, Scripts("dis")]
    public void Runs(string script, string tier) => Conformance.Check("dis", script, tier);
}

public sealed class Enum
{
    [Theory, Scripts("enum")]
    public void Runs(string script, string tier) => Conformance.Check("enum", script, tier);
}

public sealed class Errors
{
    [Theory, Scripts("errors")]
    public void Runs(string script, string tier) => Conformance.Check("errors", script, tier);
}

public sealed class Exceptions
{
    [Theory, Scripts("exceptions")]
    public void Runs(string script, string tier) => Conformance.Check("exceptions", script, tier);
}

public sealed class Functions
{
    [Theory, Scripts("functions")]
    public void Runs(string script, string tier) => Conformance.Check("functions", script, tier);
}

public sealed class Functools
{
    [Theory, Scripts("functools")]
    public void Runs(string script, string tier) => Conformance.Check("functools", script, tier);
}

public sealed class Futures
{
    [Theory, Scripts("futures")]
    public void Runs(string script, string tier) => Conformance.Check("futures", script, tier);
}

public sealed class Generators
{
    [Theory, Scripts("generators")]
    public void Runs(string script, string tier) => Conformance.Check("generators", script, tier);
}

public sealed class Importlib
{
    [Theory, Scripts("importlib")]
    public void Runs(string script, string tier) => Conformance.Check("importlib", script, tier);
}

public sealed class Imports
{
    [Theory, Scripts("imports")]
    public void Runs(string script, string tier) => Conformance.Check("imports", script, tier);
}

public sealed class Inspect
{
    [Theory, Scripts("inspect")]
    public void Runs(string script, string tier) => Conformance.Check("inspect", script, tier);
}

public sealed class IO
{
    [Theory, Scripts("io")]
    public void Runs(string script, string tier) => Conformance.Check("io", script, tier);
}

public sealed class Itertools
{
    [Theory, Scripts("itertools")]
    public void Runs(string script, string tier) => Conformance.Check("itertools", script, tier);
}

public sealed class Json
{
    [Theory, Scripts("json")]
    public void Runs(string script, string tier) => Conformance.Check("json", script, tier);
}

public sealed class Limits
{
    [Theory, Scripts("limits")]
    public void Runs(string script, string tier) => Conformance.Check("limits", script, tier);
}

public sealed class Marshal
{
    [Theory, Scripts("marshal")]
    public void Runs(string script, string tier) => Conformance.Check("marshal", script, tier);
}

public sealed class Match
{
    [Theory, Scripts("match")]
    public void Runs(string script, string tier) => Conformance.Check("match", script, tier);
}

public sealed class Multiprocessing
{
    [Theory, Scripts("multiprocessing")]
    public void Runs(string script, string tier) => Conformance.Check("multiprocessing", script, tier);
}

public sealed class Natives
{
    [Theory, Scripts("natives")]
    public void Runs(string script, string tier) => Conformance.Check("natives", script, tier);
}

public sealed class Numbers
{
    [Theory, Scripts("numbers")]
    public void Runs(string script, string tier) => Conformance.Check("numbers", script, tier);
}

public sealed class Os
{
    [Theory, Scripts("os")]
    public void Runs(string script, string tier) => Conformance.Check("os", script, tier);
}

public sealed class Queue
{
    [Theory, Scripts("queue")]
    public void Runs(string script, string tier) => Conformance.Check("queue", script, tier);
}

public sealed class RandomNumbers
{
    [Theory, Scripts("random")]
    public void Runs(string script, string tier) => Conformance.Check("random", script, tier);
}

public sealed class Regexes
{
    [Theory, Scripts("re")]
    public void Runs(string script, string tier) => Conformance.Check("re", script, tier);
}

public sealed class Scopes
{
    [Theory, Scripts("scopes")]
    public void Runs(string script, string tier) => Conformance.Check("scopes", script, tier);
}

public sealed class Signals
{
    [Theory, Scripts("signals")]
    public void Runs(string script, string tier) => Conformance.Check("signals", script, tier);
}

public sealed class Ssl
{
    [Theory, Scripts("ssl")]
    public void Runs(string script, string tier) => Conformance.Check("ssl", script, tier);
}

public sealed class StringModule
{
    [Theory, Scripts("string")]
    public void Runs(string script, string tier) => Conformance.Check("string", script, tier);
}

public sealed class Strings
{
    [Theory, Scripts("strings")]
    public void Runs(string script, string tier) => Conformance.Check("strings", script, tier);
}

public sealed class Structs
{
    [Theory, Scripts("struct")]
    public void Runs(string script, string tier) => Conformance.Check("struct", script, tier);
}

public sealed class Time
{
    [Theory, Scripts("time")]
    public void Runs(string script, string tier) => Conformance.Check("time", script, tier);
}

public sealed class Traceback
{
    [Theory, Scripts("traceback")]
    public void Runs(string script, string tier) => Conformance.Check("traceback", script, tier);
}

public sealed class Tracing
{
    [Theory, Scripts("tracing")]
    public void Runs(string script, string tier) => Conformance.Check("tracing", script, tier);
}

public sealed class Types
{
    [Theory, Scripts("types")]
    public void Runs(string script, string tier) => Conformance.Check("types", script, tier);
}

public sealed class Typing
{
    [Theory, Scripts("typing")]
    public void Runs(string script, string tier) => Conformance.Check("typing", script, tier);
}

public sealed class Unicodedata
{
    [Theory, Scripts("unicodedata")]
    public void Runs(string script, string tier) => Conformance.Check("unicodedata", script, tier);
}

public sealed class Warnings
{
    [Theory, Scripts("warnings")]
    public void Runs(string script, string tier) => Conformance.Check("warnings", script, tier);
}

public sealed class With
{
    [Theory, Scripts("with")]
    public void Runs(string script, string tier) => Conformance.Check("with", script, tier);
}

public sealed class Zlib
{
    [Theory, Scripts("zlib")]
    public void Runs(string script, string tier) => Conformance.Check("zlib", script, tier);
}

public sealed class Article
{
    [ArticleTheory, Listings]
    public void Runs(string script, string tier) =>
        Conformance.Check(ConformanceScript.LoadListing(Checkout.Article, script), tier);
}

public sealed class Threads
{
    [Theory, Scripts("threads")]
    public void Runs(string script, string tier) => Conformance.Check("threads", script, tier);
}

public sealed class Lifetime
{
    [Theory, Scripts("lifetime")]
    public void Runs(string script, string tier) => Conformance.Check("lifetime", script, tier);
}

public sealed class Sockets
{
    [Theory, Scripts("sockets")]
    public void Runs(string script, string tier) => Conformance.Check("sockets", script, tier);
}

public sealed class Subprocess
{
    [Theory, Scripts("subprocess")]
    public void Runs(string script, string tier) => Conformance.Check("subprocess", script, tier);
}

public sealed class Timing
{
    [Theory, Scripts("timing")]
    public void Runs(string script, string tier) => Conformance.Check("timing", script, tier);
}
