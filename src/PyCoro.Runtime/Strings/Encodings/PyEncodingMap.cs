using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Bytes by characters, as <c>codecs.charmap_build</c> makes them of a table of characters by bytes.</summary>
[PyType("EncodingMap")]
internal sealed partial class PyEncodingMap : PyObject
{
    private const char NotACharacter = '\uFFFE';
    private const int Size = 256;

    private readonly Dictionary<int, byte> _codes;

    private PyEncodingMap(Dictionary<int, byte> codes) : base(TypeObject.RootShape) => _codes = codes;

    /// <summary>The map for a table; an ordinary dict where the table does not begin with the character 0, has it again, or
    /// has characters beyond U+FFFF, as CPython makes it.</summary>
    internal static Value Build(VmThread thread, string table)
    {
        var codes = new Dictionary<int, byte>();
        var all = new PyDict();
        var isOrdinary = table[0] != '\0';
        var code = 0;
        foreach (var point in new CodePoints(table))
        {
            if (code == Size)
                break;
            isOrdinary |= point > 0xFFFF || point == 0 && code > 0;
            if (!all.Set(thread, Value.Int(point), Value.Int(code)))
                return Value.Error;
            if (point != NotACharacter)
                codes[point] = (byte)code;
            code++;
        }
        return isOrdinary ? all : new PyEncodingMap(codes);
    }

    /// <summary>The byte for a character.</summary>
    internal bool TryFind(int point, out byte code) => _codes.TryGetValue(point, out code);

    /// <summary>Return the size (in bytes) of this object.</summary>
    [PyMethod("size")]
    private long SizeInBytes() => Size + 2L * _codes.Count;
}
