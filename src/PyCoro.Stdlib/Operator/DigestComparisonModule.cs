using System.Security.Cryptography;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Operator;

/// <summary>What only the native half of operator has.</summary>
[PyModule("_operator_digest")]
internal static partial class DigestComparisonModule
{
    /// <summary>Return 'a == b'.
    ///
    /// This function uses an approach designed to prevent
    /// timing analysis, making it appropriate for cryptography.
    ///
    /// a and b must both be of the same type: either str (ASCII only),
    /// or any bytes-like object.
    ///
    /// Note: If a and b are of different lengths, or if an error occurs,
    /// a timing attack could theoretically reveal information about the
    /// types and lengths of a and b--but not their values.</summary>
    [PyFunction("_compare_digest")]
    private static Value CompareDigest(VmThread thread, Value a, Value b)
    {
        if (a.Ref is PyStr text && b.Ref is PyStr other)
        {
            return Ascii.IsValid(text.Text) && Ascii.IsValid(other.Text)
                ? Value.Bool(CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(text.Text), Encoding.ASCII.GetBytes(other.Text)))
                : thread.TypeError("comparing strings with non-ASCII characters is not supported");
        }
        if (!Buffers.TryRead(a, out _) && !Buffers.TryRead(b, out _))
            return thread.TypeError($"unsupported operand types(s) or combination of types: '{a.Type.Name}' and '{b.Type.Name}'");
        if (!Buffers.Require(thread, a, out var first) || !Buffers.Require(thread, b, out var second))
            return Value.Error;
        return Value.Bool(CryptographicOperations.FixedTimeEquals(first, second));
    }
}
