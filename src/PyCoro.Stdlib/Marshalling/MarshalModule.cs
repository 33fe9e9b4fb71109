using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Marshalling;

/// <summary>Code objects as bytes, for the module marshal.</summary>
[PyModule("_marshal")]
internal static partial class MarshalModule
{
    /// <summary>A code object in PyCoro's own format.</summary>
    [PyFunction("dump_code")]
    private static Value DumpCode(VmThread thread, PyCode code) =>
        Constants.CanStore(code.Source) ? new PyBytes(CodeWriter.Write(code.Source)) : thread.ValueError("unmarshallable object");

    /// <summary>The code object that was written.</summary>
    [PyFunction("load_code")]
    private static Value LoadCode(VmThread thread, Value data)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        try
        {
            return CodeReader.Read(bytes) is { } code
                ? new PyCode(thread.Interpreter, code)
                : thread.ValueError("bad marshal data (code of another version)");
        }
        catch (Exception error) when (error is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return thread.ValueError("bad marshal data (code)");
        }
    }
}
