// Patterns of the match statement (PEP 634).

using System.Collections.Immutable;

namespace PyCoro.Syntax.Ast;

/// <summary><c>MatchValue(value)</c>.</summary>
public sealed class MatchValue(Expr value, SourceSpan span) : Pattern(span)
{
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.MatchValue;
    public override string NodeName => "MatchValue";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>MatchSingleton(value)</c>.</summary>
public sealed class MatchSingleton(object? value, SourceSpan span) : Pattern(span)
{
    public object? Value { get; } = value;
    public override NodeKind Kind => NodeKind.MatchSingleton;
    public override string NodeName => "MatchSingleton";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>MatchSequence(patterns)</c>.</summary>
public sealed class MatchSequence(ImmutableArray<Pattern> patterns, SourceSpan span) : Pattern(span)
{
    public ImmutableArray<Pattern> Patterns { get; } = patterns;
    public override NodeKind Kind => NodeKind.MatchSequence;
    public override string NodeName => "MatchSequence";
    public override IEnumerable<NodeField> Fields => [new("patterns", Patterns)];
}

/// <summary><c>MatchMapping(keys, patterns, rest)</c>.</summary>
public sealed class MatchMapping(ImmutableArray<Expr> keys, ImmutableArray<Pattern> patterns, string? rest, SourceSpan span) : Pattern(span)
{
    public ImmutableArray<Expr> Keys { get; } = keys;
    public ImmutableArray<Pattern> Patterns { get; } = patterns;
    public string? Rest { get; } = rest;
    public override NodeKind Kind => NodeKind.MatchMapping;
    public override string NodeName => "MatchMapping";
    public override IEnumerable<NodeField> Fields => [new("keys", Keys), new("patterns", Patterns), new("rest", Rest)];
}

/// <summary><c>MatchClass(cls, patterns, kwd_attrs, kwd_patterns)</c>.</summary>
public sealed class MatchClass(Expr cls, ImmutableArray<Pattern> patterns, ImmutableArray<string> kwdAttrs, ImmutableArray<Pattern> kwdPatterns, SourceSpan span) : Pattern(span)
{
    public Expr Cls { get; } = cls;
    public ImmutableArray<Pattern> Patterns { get; } = patterns;
    public ImmutableArray<string> KwdAttrs { get; } = kwdAttrs;
    public ImmutableArray<Pattern> KwdPatterns { get; } = kwdPatterns;
    public override NodeKind Kind => NodeKind.MatchClass;
    public override string NodeName => "MatchClass";
    public override IEnumerable<NodeField> Fields => [new("cls", Cls), new("patterns", Patterns), new("kwd_attrs", KwdAttrs), new("kwd_patterns", KwdPatterns)];
}

/// <summary><c>MatchStar(name)</c>.</summary>
public sealed class MatchStar(string? name, SourceSpan span) : Pattern(span)
{
    public string? Name { get; } = name;
    public override NodeKind Kind => NodeKind.MatchStar;
    public override string NodeName => "MatchStar";
    public override IEnumerable<NodeField> Fields => [new("name", Name)];
}

/// <summary><c>MatchAs(pattern, name)</c>.</summary>
public sealed class MatchAs(Pattern? pattern, string? name, SourceSpan span) : Pattern(span)
{
    public Pattern? Pattern { get; } = pattern;
    public string? Name { get; } = name;
    public override NodeKind Kind => NodeKind.MatchAs;
    public override string NodeName => "MatchAs";
    public override IEnumerable<NodeField> Fields => [new("pattern", Pattern), new("name", Name)];
}

/// <summary><c>MatchOr(patterns)</c>.</summary>
public sealed class MatchOr(ImmutableArray<Pattern> patterns, SourceSpan span) : Pattern(span)
{
    public ImmutableArray<Pattern> Patterns { get; } = patterns;
    public override NodeKind Kind => NodeKind.MatchOr;
    public override string NodeName => "MatchOr";
    public override IEnumerable<NodeField> Fields => [new("patterns", Patterns)];
}
