using System.Reflection;
using Shouldly;

namespace PyCoro.Conformance.Tests;

/// <summary>A folder of scripts that no class runs would pass silently.</summary>
public sealed class EveryAreaIsRun
{
    [Fact]
    public void EachFolderHasAClass()
    {
        var folders = Directory.EnumerateDirectories(Checkout.Scripts).Select(Path.GetFileName).Order();
        var areas = typeof(EveryAreaIsRun).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<ScriptsAttribute>()?.Area)
            .Where(area => area is not null)
            .Order();
        areas.ShouldBe(folders);
    }

    [Fact]
    public void EachScriptHasAnExpectation()
    {
        var without =
            from folder in Directory.EnumerateDirectories(Checkout.Scripts)
            from name in ConformanceScript.NamesIn(folder)
            let path = Path.Combine(folder, name)
            where !File.Exists(path + ".out") && !File.Exists(path + ".err")
            select path + ".py";
        without.ShouldBeEmpty("record them with scripts/record");
    }
}
