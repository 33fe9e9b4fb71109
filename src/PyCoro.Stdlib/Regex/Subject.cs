// The string that is searched, with the part of it that counts.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>A str or bytes-like object to search in.</summary>
internal sealed class Subject
{
    private readonly byte[]? _bytes;
    private readonly PyStr? _text;

    private Subject(Value source, PyStr? text, byte[]? bytes, long start, long end)
    {
        Source = source;
        _text = text;
        _bytes = bytes;
        var length = text?.Length ?? bytes!.Length;
        End = (int)System.Math.Clamp(end, 0, length);
        Start = (int)System.Math.Clamp(start, 0, length);
        if (Start > End)
            IsInverted = true;
    }

    internal Value Source { get; }

    internal int Start { get; }

    internal int End { get; }

    /// <summary>It starts behind its end: nothing matches, not even the empty string.</summary>
    internal bool IsInverted { get; }

    internal bool IsText => _text is not null;

    /// <summary>Null, with TypeError pending, for what cannot be searched with such a pattern.</summary>
    internal static Subject? Make(VmThread thread, PyPattern pattern, Value source, long start, long end)
    {
        if (source.Ref is PyStr text)
        {
            if (pattern.IsText != false)
                return new Subject(source, text, null, start, end);
            thread.TypeError("cannot use a bytes pattern on a string-like object");
            return null;
        }
        if (!Buffers.TryRead(source, out var bytes))
        {
            thread.TypeError($"expected string or bytes-like object, got '{source.Type.Name}'");
            return null;
        }
        if (pattern.IsText == true)
        {
            thread.TypeError("cannot use a string pattern on a bytes-like object");
            return null;
        }
        return new Subject(source, null, source.Ref is PyBytes exact ? exact.Content : bytes.ToArray(), start, end);
    }

    internal Matcher NewMatcher(RegexProgram program, VmThread thread)
    {
        if (_bytes is not null)
            return new Matcher<ByteSubject>(program, new ByteSubject(_bytes), End, thread);
        return _text!.IsBmp
            ? new Matcher<BmpSubject>(program, new BmpSubject(_text.Text), End, thread)
            : new Matcher<WideSubject>(program, new WideSubject(PointsOf(_text)), End, thread);
    }

    /// <summary>A part of it, as str or bytes.</summary>
    internal Value Part(int start, int end)
    {
        if (_bytes is null)
            return start >= end ? PyStr.Empty : _text!.Part(start, end);
        if (start == 0 && end == _bytes.Length && Source.Ref is PyBytes whole && ReferenceEquals(whole.Type, PyBytes.TypeObject))
            return whole;
        return new PyBytes(_bytes[start..System.Math.Max(start, end)]);
    }

    internal static int[] PointsOf(PyStr text)
    {
        var points = new int[text.Length];
        for (var i = 0; i < points.Length; i++)
            points[i] = text.CodePointAt(i);
        return points;
    }
}
