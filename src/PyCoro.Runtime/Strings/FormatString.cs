// str.format and str.format_map (library reference: Format String Syntax): looks the fields up and formats them.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>One call of <c>str.format</c>.</summary>
internal ref struct FormatString
{
    private const int MaxDepth = 2;

    private readonly VmThread _thread;
    private readonly ReadOnlySpan<Value> _args;
    private readonly Value _names;
    private readonly bool _isMap;
    private int _automatic;
    private bool _isManual;

    private FormatString(VmThread thread, ReadOnlySpan<Value> args, Value names, bool isMap)
    {
        _thread = thread;
        _args = args;
        _names = names;
        _isMap = isMap;
    }

    /// <summary><c>format.format(*args, **names)</c>.</summary>
    internal static Value Format(VmThread thread, string format, ReadOnlySpan<Value> args, PyDict? names) =>
        new FormatString(thread, args, names is null ? Value.Unbound : names, isMap: false).Run(format);

    /// <summary><c>format.format_map(mapping)</c>.</summary>
    internal static Value FormatMap(VmThread thread, string format, Value mapping) =>
        new FormatString(thread, default, mapping, isMap: true).Run(format);

    private Value Run(string format)
    {
        var output = new TextBuilder(format.Length + 32);
        if (Expand(ref output, format, MaxDepth))
            return Value.Str(output.Finish());
        output.Release();
        return Value.Error;
    }

    private bool Expand(scoped ref TextBuilder output, ReadOnlySpan<char> format, int depth)
    {
        if (depth == 0)
        {
            _thread.ValueError("Max string recursion exceeded");
            return false;
        }
        var parser = new FormatParser(format);
        while (parser.MoveNext(_thread))
        {
            output.Append(parser.Literal);
            if (parser.HasField && !AppendField(ref output, ref parser, depth))
                return false;
        }
        return _thread.Pending is null;
    }

    private bool AppendField(scoped ref TextBuilder output, scoped ref FormatParser parser, int depth)
    {
        var value = Lookup(parser.FieldName);
        if (!value.IsError)
            value = Convert(value, parser.Conversion);
        if (value.IsError)
            return false;
        var spec = PyStr.Empty;
        if (parser.SpecHasFields)
        {
            var expanded = new TextBuilder(64);
            if (!Expand(ref expanded, parser.Spec, depth - 1))
            {
                expanded.Release();
                return false;
            }
            spec = PyStr.Of(expanded.Finish());
        }
        else if (parser.Spec.Length > 0)
        {
            spec = PyStr.Of(parser.Spec.ToString());
        }
        if (Texts.Format(_thread, value, spec) is not { } text)
            return false;
        output.Append(text.Text);
        return true;
    }

    private readonly Value Convert(Value value, int conversion)
    {
        PyStr? text;
        switch (conversion)
        {
            case 0:
                return value;
            case 's':
                text = Texts.Str(_thread, value);
                break;
            case 'r':
                text = Texts.Repr(_thread, value);
                break;
            case 'a':
                text = Texts.Ascii(_thread, value);
                break;
            default:
                var shown = conversion is > 32 and < 127 ? ((char)conversion).ToString() : $"\\x{conversion:x}";
                return _thread.ValueError($"Unknown conversion specifier {shown}");
        }
        return text is null ? Value.Error : text;
    }

    private Value Lookup(ReadOnlySpan<char> fieldName)
    {
        var parser = new FieldNameParser(fieldName);
        if (!FieldNameParser.TryNumber(_thread, parser.First, out var number) || !TryNumbering(parser.First, ref number))
            return Value.Error;
        var value = number >= 0 ? Positional(number) : Named(parser.First.ToString());
        while (!value.IsError && parser.MoveNext(_thread))
        {
            if (parser.IsAttribute)
                value = Attributes.Get(_thread, value, PyStr.Of(parser.Part.ToString()));
            else if (!FieldNameParser.TryNumber(_thread, parser.Part, out var index))
                return Value.Error;
            else
                value = Items.Get(_thread, value, index >= 0 ? Value.Int(index) : Value.Str(parser.Part.ToString()));
        }
        return _thread.Pending is null ? value : Value.Error;
    }

    // Fields are numbered by the format or by hand, never both.
    private bool TryNumbering(ReadOnlySpan<char> first, ref long number)
    {
        if (first.Length > 0 && number < 0)
            return true;
        if (first.Length == 0)
        {
            if (_isManual)
            {
                _thread.ValueError("cannot switch from manual field specification to automatic field numbering");
                return false;
            }
            number = _automatic++;
            return true;
        }
        if (_automatic > 0)
        {
            _thread.ValueError("cannot switch from automatic field numbering to manual field specification");
            return false;
        }
        _isManual = true;
        return true;
    }

    private readonly Value Positional(long number)
    {
        if (_isMap)
            return _thread.ValueError("Format string contains positional fields");
        return number < _args.Length
            ? _args[(int)number]
            : _thread.IndexError($"Replacement index {number} out of range for positional args tuple");
    }

    private readonly Value Named(string name)
    {
        if (_isMap)
            return Items.Get(_thread, _names, Value.Str(name));
        var found = _names.Ref is PyDict names ? names.GetStr(PyStr.Of(name)) : Value.Unbound;
        return found.IsUnbound ? _thread.KeyError(Value.Str(name)) : found;
    }
}
