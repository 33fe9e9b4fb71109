// str over a .NET string. Python counts code points and .NET counts UTF-16 units, which is the same for text within the
// Basic Multilingual Plane: a string finds out once whether it is, and only the others pay for the difference.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's <c>str</c> (library reference: Text Sequence Type). The methods are in the folder Strings.</summary>
[PyType("str", Subclassable = true)]
public sealed partial class PyStr : PyObject
{
    private const int Unknown = -1;

    private string? _text;

    // What goes with the text, if anything: the buffer it is the beginning of (see StrConcatenation.cs), or the places of
    // the code points (see StrIndexing.cs).
    private object? _companion;
    private int _length = Unknown;
    private long _hash;

    internal PyStr(string text) : base(TypeObject.RootShape) => _text = text;

    internal PyStr(Shape shape, string text) : base(shape) => _text = text;

    /// <summary>The text as UTF-16.</summary>
    public string Text
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _text ?? Materialize();
    }

    /// <summary>Compares by content and may be asked without a thread: keys of attribute tables.</summary>
    internal static IEqualityComparer<PyStr> KeyComparer { get; } = new ContentComparer();

    /// <summary>The empty string.</summary>
    public static PyStr Empty { get; } = new("");

    /// <summary>A str; strings of one Latin-1 character are shared.</summary>
    public static PyStr Of(string text) => text.Length switch
    {
        0 => Empty,
        1 when text[0] < Latin1.Length => Latin1[text[0]],
        _ => new PyStr(text),
    };

    /// <summary>A str of one UTF-16 unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyStr Of(char unit) => unit < Latin1.Length ? Latin1[unit] : new PyStr(unit.ToString());

    /// <summary>A name known when the program is built; kept in <c>static readonly</c> fields.</summary>
    internal static PyStr Constant(string text) => new(text);

    /// <summary>Of the type str itself, not of a subclass.</summary>
    internal bool IsExact
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Shape, TypeObject.RootShape);
    }

    /// <summary>No surrogates: code points and UTF-16 units are the same.</summary>
    internal bool IsBmp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _text is null || Length == _text.Length;
    }

    /// <summary>Code points, <c>len(self)</c>.</summary>
    internal int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _length >= 0 ? _length : Measure();
    }

    /// <summary><c>hash(self)</c>; never -1.</summary>
    internal long Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _hash != 0 ? _hash : ComputeHash();
    }

    private static PyStr[] Latin1 { get; } = MakeLatin1();

    /// <summary>Same text?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Same(PyStr left, PyStr right) =>
        ReferenceEquals(left, right) || (left.Hash == right.Hash && string.Equals(left.Text, right.Text));

    /// <summary>For the debugger.</summary>
    public override string ToString() => Text;

    private static PyStr[] MakeLatin1()
    {
        var strings = new PyStr[256];
        for (var i = 0; i < strings.Length; i++)
            strings[i] = new PyStr(((char)i).ToString());
        return strings;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Measure()
    {
        var text = Text;
        var length = text.Length;
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF'))
        {
            for (var i = 0; i + 1 < text.Length; i++)
            {
                if (char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    length--;
                    i++;
                }
            }
        }
        return _length = length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ComputeHash() => _hash = Text is { Length: > 0 } text ? Strings.TextHash.Of(text, IsBmp) : 0;

    private sealed class ContentComparer : IEqualityComparer<PyStr>
    {
        public bool Equals(PyStr? x, PyStr? y) => Same(x!, y!);

        public int GetHashCode(PyStr name) => (int)name.Hash;
    }
}
