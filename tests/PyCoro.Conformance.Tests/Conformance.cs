// Runs a script and compares everything a user would see. What differs is shown from the first line that differs.

using System.Text;

namespace PyCoro.Conformance.Tests;

/// <summary>The comparison.</summary>
internal static class Conformance
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static void Check(string area, string name, string tier) =>
        Check(ConformanceScript.Load(Path.Combine(Checkout.Scripts, area), name), tier);

    public static void Check(ConformanceScript script, string tier)
    {
        var result = Subject.FromEnvironment().Run(script.Path, tier, TimeLimit);
        var problems = new StringBuilder();
        Compare("standard output", script.Output, Relative(script, result.Output), problems);
        if (script.ComparesErrors)
            Compare("standard error", script.Errors, Relative(script, result.Errors), problems);
        if (result.Status != script.Status)
            problems.AppendLine($"exit status: expected {script.Status}, was {result.Status}");
        if (problems.Length == 0)
            return;
        if (!script.ComparesErrors && result.Errors.Length > 0)
            problems.AppendLine("standard error was:").AppendLine(result.Errors);
        Assert.Fail($"{script.Path} (PYCORO_TIER={tier})\n{problems}");
    }

    private static string Relative(ConformanceScript script, string text) => text.Replace(script.Folder, "");

    private static void Compare(string what, string expected, string actual, StringBuilder problems)
    {
        if (expected == actual)
            return;
        var want = expected.Split('\n');
        var have = actual.Split('\n');
        var same = 0;
        while (same < want.Length && same < have.Length && want[same] == have[same])
            same++;
        problems.AppendLine($"{what} differs from line {same + 1}:");
        Show("  ", want[Math.Max(0, same - 2)..same], problems);
        Show("- ", want[same..Math.Min(want.Length, same + 8)], problems);
        Show("+ ", have[same..Math.Min(have.Length, same + 8)], problems);
    }

    private static void Show(string mark, string[] lines, StringBuilder problems)
    {
        foreach (var line in lines)
            problems.Append(mark).AppendLine(line.Length > 400 ? line[..400] + " …" : line);
    }
}
