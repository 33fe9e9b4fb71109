using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Json;

/// <summary>Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)</summary>
[PyType("Encoder", Module = "_json")]
internal sealed partial class PyJsonEncoder : PyObject
{
    private PyJsonEncoder() : base(TypeObject.RootShape) { }

    [PyGetter("markers", Member = true)]
    internal Value Markers { get; private init; }

    [PyGetter("default", Member = true)]
    internal Value Default { get; private init; }

    [PyGetter("encoder", Member = true)]
    internal Value StringEncoder { get; private init; }

    [PyGetter("indent", Member = true)]
    internal Value Indent { get; private init; }

    [PyGetter("key_separator", Member = true)]
    internal Value KeySeparator { get; private init; }

    [PyGetter("item_separator", Member = true)]
    internal Value ItemSeparator { get; private init; }

    [PyGetter("sort_keys", Member = true)]
    internal bool SortKeys { get; private init; }

    [PyGetter("skipkeys", Member = true)]
    internal bool SkipKeys { get; private init; }

    internal bool AllowNan { get; private init; }

    [PyNew(Signature = "markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan")]
    private static Value New(
        VmThread thread, PyType type, Value markers, Value @default, Value encoder, Value indent, Value keySeparator, Value itemSeparator,
        bool sortKeys, bool skipkeys, bool allowNan)
    {
        if (!markers.IsNone && markers.Ref is not PyDict)
            return thread.TypeError($"make_encoder() argument 1 must be dict or None, not {markers.Type.Name}");
        if (keySeparator.Ref is not PyStr)
            return thread.TypeError($"make_encoder() argument 5 must be str, not {keySeparator.Type.Name}");
        if (itemSeparator.Ref is not PyStr)
            return thread.TypeError($"make_encoder() argument 6 must be str, not {itemSeparator.Type.Name}");
        return new PyJsonEncoder
        {
            Markers = markers,
            Default = @default,
            StringEncoder = encoder,
            Indent = indent,
            KeySeparator = keySeparator,
            ItemSeparator = itemSeparator,
            SortKeys = sortKeys,
            SkipKeys = skipkeys,
            AllowNan = allowNan,
        };
    }

    /// <summary>_iterencode(obj, _current_indent_level) -> iterable</summary>
    [PyMethod("__call__", Signature = "obj, _current_indent_level")]
    private Value Call(VmThread thread, Value obj, int level)
    {
        var output = new TextBuilder(stackalloc char[512]);
        if (!new JsonWriter(thread, this).TryWrite(ref output, obj, level))
        {
            output.Release();
            return Value.Error;
        }
        return new PyList([Value.Str(output.Finish())]);
    }
}
