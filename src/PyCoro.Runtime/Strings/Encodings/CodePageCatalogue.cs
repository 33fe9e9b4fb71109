using System.Collections.Frozen;

namespace PyCoro.Runtime.Strings;

/// <summary>One row of <c>CodePages.txt</c>: a code page and where Python's table is another.</summary>
/// <param name="Name">The encoding's name.</param>
/// <param name="Page">Number of the code page.</param>
/// <param name="Options">What the rows' comment explains.</param>
/// <param name="DecodeChanges">Codes that stand for another character.</param>
/// <param name="EncodeChanges">Characters that get another code than the first that stands for them.</param>
internal sealed record CodePageRow(
    string Name, int Page, string[] Options, List<string> DecodeChanges, List<string> EncodeChanges);

/// <summary>The encodings that are tables, by normal name and alias. Read when the first one is asked for.</summary>
internal static class CodePageCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, TextCodec>> ByName = new(Read);

    /// <summary>The codec of a normal name (lower case, underscores); null when there is none.</summary>
    internal static TextCodec? Find(string name) => ByName.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, TextCodec> Read()
    {
        var found = new Dictionary<string, TextCodec>();
        Add(found, new Gb18030Codec(), ["gb18030_2000"]);
        using var stream = typeof(CodePageCatalogue).Assembly.GetManifestResourceStream("CodePages.txt")!;
        using var reader = new StreamReader(stream);
        TextCodec codec = null!;
        CodePageRow row = null!;
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] != ' ')
            {
                row = new CodePageRow(words[0], int.Parse(words[1]), words[2..], [], []);
                codec = new TableCodec(row);
                Add(found, codec, []);
            }
            else if (words[0] == "aliases")
            {
                Add(found, codec, words[1..]);
            }
            else
            {
                (words[0] == "decode" ? row.DecodeChanges : row.EncodeChanges).AddRange(words[1..]);
            }
        }
        return found.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, TextCodec> found, TextCodec codec, string[] aliases)
    {
        found[codec.Name.Replace('-', '_')] = codec;
        foreach (var alias in aliases)
            found[alias] = codec;
    }
}
