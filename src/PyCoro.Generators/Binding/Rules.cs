// The errors a wrong use of the binding attributes gives when the project is built.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace PyCoro.Generators.Binding;

internal static class Rules
{
    internal static readonly DiagnosticDescriptor NotPartial = Rule(
        "PYC001", "'{0}' must be partial: the generator adds its Python binding");

    internal static readonly DiagnosticDescriptor UnsupportedType = Rule(
        "PYC002", "'{0}': the type '{1}' cannot be converted from or to a Python value");

    internal static readonly DiagnosticDescriptor Duplicate = Rule(
        "PYC003", "'{0}' is bound twice in '{1}'");

    internal static readonly DiagnosticDescriptor BadSignature = Rule(
        "PYC004", "'{0}': {1}");

    internal static readonly DiagnosticDescriptor WrongShape = Rule(
        "PYC005", "'{0}': {1}");

    private static DiagnosticDescriptor Rule(string id, string message) =>
        new(id, "Native binding", message, "PyCoro.Binding", DiagnosticSeverity.Error, isEnabledByDefault: true);
}

/// <summary>Collects errors; the source is not added when there are any about the class itself.</summary>
internal sealed class Problems
{
    private readonly List<Diagnostic> _all = new();

    public IReadOnlyList<Diagnostic> All => _all;

    public void Add(DiagnosticDescriptor rule, ISymbol at, params object[] arguments) =>
        _all.Add(Diagnostic.Create(rule, at.Locations.FirstOrDefault(), arguments));
}
