// What os functions take as a path: str, bytes, an object with __fspath__, and for some a descriptor or None.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

/// <summary>A path that was given to a function of <c>os</c>.</summary>
internal readonly record struct PathArgument(Value Original, string Text, int Descriptor, bool IsBytes)
{
    /// <summary>Reads it; false when it raised.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="value">The argument.</param>
    /// <param name="function">Name of the function, for the message.</param>
    /// <param name="path">What it is.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="descriptors">A descriptor will do too.</param>
    /// <param name="none">None stands for the current folder.</param>
    internal static bool TryRead(
        VmThread thread, Value value, string function, out PathArgument path, string name = "path", bool descriptors = false, bool none = false)
    {
        path = default;
        if (value.IsUnbound || value.IsNone && none)
        {
            path = new PathArgument(Value.None, ".", -1, false);
            return true;
        }
        if (descriptors && value.TryGetInt64(out var number))
        {
            path = new PathArgument(value, "", (int)number, false);
            return true;
        }
        var given = value;
        if (value.Ref is not (PyStr or PyBytes))
        {
            var method = value.Type.LookupSpecial(Special.FSPath);
            if (method.IsUnbound)
            {
                var wanted = "string, bytes" + (descriptors && none ? ", os.PathLike, integer or None"
                    : descriptors ? ", os.PathLike or integer" : none ? ", os.PathLike or None" : " or os.PathLike");
                thread.TypeError($"{function}: {name} should be {wanted}, not {value.Type.Name}");
                return false;
            }
            given = thread.CallSpecial(method, value);
            if (given.IsError)
                return false;
        }
        switch (given.Ref)
        {
            case PyStr text:
                path = new PathArgument(value, text.Text, -1, false);
                break;
            case PyBytes bytes:
                if (Codecs.Decode(thread, given, bytes.Span, "utf-8", "surrogateescape") is not { } decoded)
                    return false;
                path = new PathArgument(value, decoded.Text, -1, true);
                break;
            default:
                thread.TypeError($"expected {value.Type.Name}.__fspath__() to return str or bytes, not {given.Type.Name}");
                return false;
        }
        if (!path.Text.Contains('\0', StringComparison.Ordinal))
            return true;
        thread.ValueError("embedded null byte");
        return false;
    }

    /// <summary>A file name in the kind (str or bytes) of this path.</summary>
    internal Value Like(VmThread thread, string name) => !IsBytes
        ? Value.Str(name)
        : Codecs.Encode(thread, PyStr.Of(name), "utf-8", "surrogateescape") is { } bytes ? new PyBytes(bytes) : Value.Error;
}
