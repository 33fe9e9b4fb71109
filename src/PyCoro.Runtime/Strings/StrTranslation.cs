// translate and maketrans (library reference: String Methods).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    /// <summary>Replace each character by what the table has for its ordinal: an ordinal, a string, or None to delete it.</summary>
    [PyMethod("translate")]
    internal Value Translate(VmThread thread, Value table)
    {
        var output = new TextBuilder(stackalloc char[256]);
        foreach (var point in new CodePoints(Text))
        {
            var replacement = table.Ref is PyDict dict && ReferenceEquals(dict.Type, PyDict.TypeObject)
                ? dict.Get(thread, Value.Int(point))
                : Items.Get(thread, table, Value.Int(point));
            if (replacement.IsUnbound || (replacement.IsError && thread.ClearPending(ExceptionTypes.LookupError)))
            {
                output.AppendPoint(point);
            }
            else if (replacement.IsError)
            {
                output.Release();
                return replacement;
            }
            else if (replacement.Ref is PyStr text)
            {
                output.Append(text.Text);
            }
            else if (replacement.TryGetBigInteger(out var number))
            {
                if (number < 0 || number > 0x10FFFF)
                {
                    output.Release();
                    return thread.ValueError("character mapping must be in range(0x110000)");
                }
                output.AppendPoint((int)number);
            }
            else if (!replacement.IsNone)
            {
                output.Release();
                return thread.TypeError("character mapping must return integer, None or str");
            }
        }
        return Value.Str(output.Finish());
    }

    /// <summary>Return a table for translate: from a dict, or from two strings of equal length and one of what to delete.</summary>
    [PyStaticMethod("maketrans", Signature = "x, y=None, z=None, /")]
    internal static Value MakeTranslation(VmThread thread, Value x, Value y, Value z)
    {
        var table = new PyDict();
        if (y.IsUnbound)
            return FillFromDict(thread, table, x) ? table : Value.Error;
        if (x.Ref is not PyStr from)
            return thread.TypeError("first maketrans argument must be a string if there is a second argument");
        if (y.Ref is not PyStr to)
            return thread.TypeError($"maketrans() argument 2 must be str, not {y.Type.Name}");
        if (from.Length != to.Length)
            return thread.ValueError("the first two maketrans arguments must have equal length");
        var targets = new CodePoints(to.Text);
        foreach (var point in new CodePoints(from.Text))
        {
            targets.MoveNext();
            if (!table.Set(thread, Value.Int(point), Value.Int(targets.Current)))
                return Value.Error;
        }
        if (z.IsUnbound)
            return table;
        if (z.Ref is not PyStr removed)
            return thread.TypeError($"maketrans() argument 3 must be str, not {z.Type.Name}");
        foreach (var point in new CodePoints(removed.Text))
        {
            if (!table.Set(thread, Value.Int(point), Value.None))
                return Value.Error;
        }
        return table;
    }

    private static bool FillFromDict(VmThread thread, PyDict table, Value source)
    {
        if (source.Ref is not PyDict mapping)
        {
            thread.TypeError("if you give only one argument to maketrans it must be a dict");
            return false;
        }
        for (var i = 0; i < mapping.EntryCount; i++)
        {
            var (key, item) = (mapping.EntryAt(i).Key, mapping.EntryAt(i).Item);
            if (key.IsSentinel)
                continue;
            if (key.Ref is PyStr text)
            {
                if (text.Length != 1)
                {
                    thread.ValueError("string keys in translate table must be of length 1");
                    return false;
                }
                key = Value.Int(CodePoints.At(text.Text, 0));
            }
            else if (!key.TryGetBigInteger(out _))
            {
                thread.TypeError("keys in translate table must be strings or integers");
                return false;
            }
            if (!table.Set(thread, key, item))
                return false;
        }
        return true;
    }
}
