// Objects move in memory here, and Python shows their addresses in id() and repr(). So an object gets a number when it is
// first asked for, in the range where Linux keeps its heap, and keeps it for life.

using System.Globalization;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

public sealed partial class Interpreter
{
    private const long FirstIdentity = 0x7f00_0000_0000;
    private const long SmallIntIdentity = 0x5500_0000_0000;

    private readonly ConditionalWeakTable<PyObject, StrongBox<long>> _identities = [];
    private long _nextIdentity = FirstIdentity;

    /// <summary><c>id(value)</c>: different for all objects alive at the same time; equal ints, and equal floats, are the same.</summary>
    internal long IdentityOf(Value value)
    {
        if (value.IsSmallInt)
            return SmallIntIdentity + (value.Bits << 5);
        if (value.IsFloat)
            return SmallIntIdentity ^ (value.Bits | 8);
        return _identities.GetValue(value.Ref!, _ => new StrongBox<long>(Interlocked.Add(ref _nextIdentity, 16))).Value;
    }

    /// <summary>The identity as repr shows it, <c>0x7f0000000010</c>.</summary>
    internal string AddressOf(Value value) => "0x" + IdentityOf(value).ToString("x", CultureInfo.InvariantCulture);
}
