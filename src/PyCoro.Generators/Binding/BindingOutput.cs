// What a generator makes of one class: a file, or errors. Compared by content, so that typing elsewhere in the project
// does not compile the bindings again.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PyCoro.Generators.Binding;

internal sealed class BindingOutput : IEquatable<BindingOutput>
{
    private readonly string _hintName;
    private readonly string? _source;
    private readonly IReadOnlyList<Diagnostic> _problems;

    private BindingOutput(string hintName, string? source, IReadOnlyList<Diagnostic> problems)
    {
        _hintName = hintName;
        _source = source;
        _problems = problems;
    }

    public static BindingOutput Make(
        GeneratorAttributeSyntaxContext found, Func<INamedTypeSymbol, AttributeData, Problems, string> render)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var problems = new Problems();
        for (SyntaxNode? node = found.TargetNode; node is ClassDeclarationSyntax declaration; node = node.Parent)
        {
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                problems.Add(Rules.NotPartial, type, declaration.Identifier.Text);
        }
        var source = problems.All.Count == 0 ? render(type, found.Attributes[0], problems) : null;
        return new BindingOutput(MemberWriter.HintName(type), source, problems.All);
    }

    public void AddTo(SourceProductionContext output)
    {
        foreach (var problem in _problems)
            output.ReportDiagnostic(problem);
        if (_source is not null)
            output.AddSource(_hintName, SourceText.From(_source, Encoding.UTF8));
    }

    public bool Equals(BindingOutput? other) =>
        other is not null && _hintName == other._hintName && _source == other._source && _problems.SequenceEqual(other._problems);

    public override bool Equals(object? obj) => Equals(obj as BindingOutput);

    public override int GetHashCode() => (_source ?? _hintName).GetHashCode();
}
