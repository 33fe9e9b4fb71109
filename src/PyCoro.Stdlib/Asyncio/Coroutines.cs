using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What counts as a coroutine for asyncio: coroutines, generators (of the 3.4 decorator) and objects that behave so.</summary>
internal static class Coroutines
{
    private static readonly PyStr SendName = PyStr.Constant("send");
    private static readonly PyStr ThrowName = PyStr.Constant("throw");
    private static readonly PyStr CloseName = PyStr.Constant("close");
    private static readonly PyStr AwaitName = PyStr.Constant("__await__");

    /// <summary><c>asyncio.iscoroutine(obj)</c>; <paramref name="failed"/> when asking raised.</summary>
    internal static bool IsCoroutine(VmThread thread, Value value, out bool failed)
    {
        failed = false;
        switch (value.Ref)
        {
            case PyCoroutine or PySyncGenerator:
                return true;
            case null or PyFuture or PyStr or PyList or PyTuple or PyFunction or PyType:
                return false;
        }
        // collections.abc.Coroutine by its subclass hook: all four on the class.
        var type = value.Type;
        return !type.Lookup(SendName).IsUnbound && !type.Lookup(ThrowName).IsUnbound && !type.Lookup(CloseName).IsUnbound
            && !type.Lookup(AwaitName).IsUnbound;
    }

    /// <summary>Is it what calling an <c>async def</c> or a generator function makes?</summary>
    internal static bool IsCoroutineCode(PyCode code) => (code.Flags & (CodeFlags.Coroutine | CodeFlags.IterableCoroutine)) != 0;
}
