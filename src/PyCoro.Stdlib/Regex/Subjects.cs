// The three kinds of text a matcher reads, by code point: a str within the BMP as it is, another str as code points, and
// bytes. They are structs, so that the matcher is compiled for each without calls.

namespace PyCoro.Stdlib.Regex;

/// <summary>Text to match.</summary>
internal interface ISubject
{
    int Length { get; }

    int this[int index] { get; }

    /// <summary>The first place of a character, or -1.</summary>
    int Find(int point, int start, int end);
}

internal readonly struct BmpSubject(string text) : ISubject
{
    public int Length => text.Length;

    public int this[int index] => text[index];

    public int Find(int point, int start, int end) =>
        point > char.MaxValue || start >= end ? -1 : text.IndexOf((char)point, start, end - start);
}

internal readonly struct WideSubject(int[] points) : ISubject
{
    public int Length => points.Length;

    public int this[int index] => points[index];

    public int Find(int point, int start, int end) =>
        start >= end ? -1 : Array.IndexOf(points, point, start, end - start);
}

internal readonly struct ByteSubject(byte[] bytes) : ISubject
{
    public int Length => bytes.Length;

    public int this[int index] => bytes[index];

    public int Find(int point, int start, int end) =>
        point > byte.MaxValue || start >= end ? -1 : Array.IndexOf(bytes, (byte)point, start, end - start);
}
