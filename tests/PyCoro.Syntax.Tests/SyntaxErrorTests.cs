// About a thousand wrong sources (and some that only look wrong) with what CPython 3.11 says about each: class, message,
// place and text must be the same. record_errors.py records the answers.

using System.Text.Json;

namespace PyCoro.Syntax.Tests;

public class SyntaxErrorTests
{
    [Fact]
    public void AreCPythons()
    {
        var different = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "syntax_errors.jsonl")))
        {
            using var recorded = JsonDocument.Parse(line);
            var expected = JsonSerializer.Serialize(recorded.RootElement);
            var actual = JsonSerializer.Serialize(Answer(recorded.RootElement[0].GetString()!));
            count++;
            if (actual != expected)
            {
                different.Add($"CPython {expected}\nPyCoro  {actual}");
            }
        }
        count.ShouldBeGreaterThan(900);
        different.ShouldBeEmpty(string.Join("\n", different));
    }

    private static object?[] Answer(string source)
    {
        try
        {
            Parsing.Parse(source);
            return [source];
        }
        catch (PythonSyntaxException error)
        {
            return
            [
                source, error.Kind.ToString(), error.Message, error.Line, error.Offset, error.EndLine, error.EndOffset,
                error.Text?.TrimEnd('\n'),
            ];
        }
    }
}
