// Real scripts with something cut out, doubled or changed: whatever comes out is parsed or refused with a
// PythonSyntaxException, and never anything else.

using System.Text;
using CsCheck;

namespace PyCoro.Syntax.Tests;

public class MutatedSourceTests
{
    private static readonly byte[][] Sources = ReadSources();

    private static readonly Gen<byte[]> Mutated =
        from source in Gen.Int[0, Sources.Length - 1].Select(index => Sources[index])
        from edits in Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 12], Gen.Int[0, 3], Gen.Byte).Array[1, 4]
        select edits.Aggregate(source, Edit);

    [Fact]
    public void ParsesOrIsRefused() => Mutated.Sample(
        bytes =>
        {
            try
            {
                PythonSource.Parse(PythonSource.Decode(bytes, "mutated.py"), ParseMode.File);
            }
            catch (PythonSyntaxException error)
            {
                error.Message.ShouldNotBeNullOrEmpty();
            }
        },
        iter: 2_000,
        print: bytes => Encoding.Latin1.GetString(bytes));

    private static byte[] Edit(byte[] source, (int Place, int Length, int Kind, byte Value) edit)
    {
        if (source.Length == 0)
        {
            return source;
        }
        var at = edit.Place % source.Length;
        var end = Math.Min(source.Length, at + edit.Length);
        return edit.Kind switch
        {
            0 => [.. source[..at], .. source[end..]],
            1 => [.. source[..end], .. source[at..]],
            2 => [.. source[..at], edit.Value, .. source[at..]],
            _ => [.. source[..at], .. "([{}]):\"'\\\n\t #"u8[(edit.Value % 14)..(edit.Value % 14 + 1)], .. source[end..]],
        };
    }

    private static byte[][] ReadSources()
    {
        var assembly = typeof(MutatedSourceTests).Assembly;
        return [.. assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        })];
    }
}
