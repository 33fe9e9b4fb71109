using System.Reflection;
using Xunit.Sdk;

namespace PyCoro.Conformance.Tests;

/// <summary>Gives a theory each script of an area, in each tier.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScriptsAttribute(string area) : DataAttribute
{
    public string Area { get; } = area;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from name in ConformanceScript.NamesIn(Path.Combine(Checkout.Scripts, Area))
        from tier in Tiers.All
        select new object[] { name, tier };
}

/// <summary>Gives a theory each listing of the article, in each tier.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ListingsAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from name in ConformanceScript.NamesIn(Checkout.Article)
        from tier in Tiers.All
        select new object[] { name, tier };
}

/// <summary>A theory that is skipped, and says so, where the article's folder is not beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ArticleTheoryAttribute : TheoryAttribute
{
    public ArticleTheoryAttribute()
    {
        if (!Directory.Exists(Checkout.Article))
            Skip = "the article's scripts are not there (../shared/article beside the checkout, or PYCORO_ARTICLE)";
    }
}
