// `from __future__ import …` must be known before anything is compiled, and is only allowed where nothing but the
// docstring and other future imports came before (language reference: Future statements).

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

/// <param name="Flags">What goes into <c>co_flags</c>.</param>
/// <param name="LastLine">Line of the last future import that is in its place.</param>
internal sealed record FutureFeatures(CodeFlags Flags, int LastLine)
{
    public static FutureFeatures None { get; } = new(CodeFlags.None, -1);

    public bool Annotations => (Flags & CodeFlags.FutureAnnotations) != 0;

    private static readonly Dictionary<string, CodeFlags> Known = new()
    {
        ["nested_scopes"] = CodeFlags.None,
        ["generators"] = CodeFlags.None,
        ["division"] = CodeFlags.FutureDivision,
        ["absolute_import"] = CodeFlags.FutureAbsoluteImport,
        ["with_statement"] = CodeFlags.FutureWithStatement,
        ["print_function"] = CodeFlags.FuturePrintFunction,
        ["unicode_literals"] = CodeFlags.FutureUnicodeLiterals,
        ["barry_as_FLUFL"] = CodeFlags.FutureBarryAsBdfl,
        ["generator_stop"] = CodeFlags.FutureGeneratorStop,
        ["annotations"] = CodeFlags.FutureAnnotations,
    };

    public static FutureFeatures Find(Mod module, CompilationContext context)
    {
        var flags = context.Options.InheritedFutures & CodeFlags.AnyFuture;
        var lastLine = -1;
        var body = module switch
        {
            Module m => m.Body,
            Interactive i => i.Body,
            _ => [],
        };
        var done = false;
        var previousLine = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var statement = body[i];
            if (done && statement.Span.Line > previousLine)
                break;
            previousLine = statement.Span.Line;
            if (statement is ImportFrom { Module: "__future__", Level: 0 } import)
            {
                if (done)
                    throw TooLate(statement, context);
                flags |= Read(import, context);
                lastLine = statement.Span.Line;
            }
            else if (!(i == 0 && statement is ExprStmt { Value: Constant { Value: string } }))
            {
                done = true;
            }
        }
        return new FutureFeatures(flags, lastLine);
    }

    // CPython counts the offset of this one error from 0.
    private static Exception TooLate(Stmt statement, CompilationContext context) =>
        context.ErrorAtStart(
            "from __future__ imports must occur at the beginning of the file",
            statement.Span with { Column = statement.Span.Column - 1 });

    private static CodeFlags Read(ImportFrom import, CompilationContext context)
    {
        var flags = CodeFlags.None;
        foreach (var alias in import.Names)
        {
            if (alias.Name == "braces")
                throw context.ErrorAtStart("not a chance", import.Span);
            if (!Known.TryGetValue(alias.Name, out var feature))
                throw context.ErrorAtStart($"future feature {alias.Name} is not defined", import.Span);
            flags |= feature;
        }
        return flags;
    }
}
