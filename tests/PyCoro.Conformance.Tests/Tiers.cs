// Every script runs in every execution tier, since a tier is right only if nobody can tell which one ran.

namespace PyCoro.Conformance.Tests;

/// <summary>The values of <c>PYCORO_TIER</c> that scripts are run with.</summary>
internal static class Tiers
{
    public static IReadOnlyList<string> All { get; } = ["0"];
}
