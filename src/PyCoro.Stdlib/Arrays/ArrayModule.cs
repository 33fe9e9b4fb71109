using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Arrays;

/// <summary>This module defines an object type which can efficiently represent
/// an array of basic values: characters, integers, floating point
/// numbers.  Arrays are sequence types and behave very much like lists,
/// except that the type of objects stored in them is constrained.</summary>
[PyModule("array", Types = [typeof(PyArray)])]
internal static partial class ArrayModule
{
    [PyConstant("typecodes")]
    private const string TypeCodes = ArrayItemKind.Codes;

    [PyConstant("ArrayType")]
    private static PyType ArrayType => PyArray.TypeObject;

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        var abstractTypes = Importing.Import(thread, "_collections_abc");
        var sequence = abstractTypes.IsError
            ? abstractTypes
            : Attributes.Get(thread, abstractTypes, PyStr.Constant("MutableSequence"));
        return sequence.IsError ? sequence : thread.CallMethod(sequence, PyStr.Constant("register"), PyArray.TypeObject);
    }

    /// <summary>Internal. Used for pickling support.</summary>
    [PyFunction("_array_reconstructor", Signature = "arraytype, typecode, mformat_code, items, /")]
    private static Value Reconstruct(VmThread thread, PyType arraytype, Value typecode, int mformat_code, Value items)
    {
        if (typecode.Ref is not PyStr { Length: 1 } code)
            return ArgumentErrors.BadArgument(thread, "_array_reconstructor", "argument 2", "a unicode character", typecode);
        if (!arraytype.IsSubtypeOf(PyArray.TypeObject))
            return thread.TypeError($"{arraytype.Name} is not a subtype of array.array");
        if (ArrayItemKind.Of(CodePoints.At(code.Text, 0)) is not { } kind)
            return thread.ValueError("second argument must be a valid type code");
        if (mformat_code is < 0 or > (int)MachineFormat.Utf32BigEndian)
            return thread.ValueError("third argument must be a valid machine format code.");
        return items.Ref is PyBytes bytes
            ? MachineFormats.Restore(thread, arraytype, kind, (MachineFormat)mformat_code, bytes.Content)
            : thread.TypeError($"fourth argument should be bytes, not {items.Type.Name}");
    }
}
