// The cache may forget, but what it says must be what was put in: also when it is full, and when several threads use it.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Tests.Types;

public sealed class LookupCacheTests
{
    private const int Names = 5000;

    [Fact]
    public void RemembersEachOfFewNames()
    {
        var cache = new LookupCache();
        for (var i = 0; i < 100; i++)
            cache.Add(Name(i), Value.Int(i));
        for (var i = 0; i < 100; i++)
        {
            cache.TryGet(Name(i), out var found).ShouldBeTrue();
            found.Bits.ShouldBe(i);
        }
    }

    [Fact]
    public void ForgetsNamesThatAreTooManyButMistakesNone()
    {
        var cache = new LookupCache();
        for (var i = 0; i < Names; i++)
            cache.Add(Name(i), Value.Int(i));
        cache.TryGet(Name(Names - 1), out _).ShouldBeTrue();
        Mistakes(cache).ShouldBe(0);
    }

    [Fact]
    public void TheLastValueOfANameCounts()
    {
        var cache = new LookupCache();
        cache.Add(Name(1), Value.Unbound);
        cache.Add(Name(1), Value.Int(2));
        cache.TryGet(Name(1), out var found).ShouldBeTrue();
        found.Bits.ShouldBe(2);
    }

    [Fact]
    public void ThreadsThatReadAndWriteAtOnceMistakeNone()
    {
        var cache = new LookupCache();
        var mistakes = 0;
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < Names; i++)
                cache.Add(Name(i), Value.Int(i));
            Interlocked.Add(ref mistakes, Mistakes(cache));
        });
        mistakes.ShouldBe(0);
    }

    private static PyStr Name(int number) => PyStr.Of("name" + number);

    private static int Mistakes(LookupCache cache)
    {
        var mistakes = 0;
        for (var i = 0; i < Names; i++)
        {
            if (cache.TryGet(Name(i), out var found) && found.Bits != i)
                mistakes++;
        }
        return mistakes;
    }
}
