// What the passes over one module share: options, warnings, and the one place where a compile error gets its text, its
// offsets in characters and its class.

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler;

internal sealed class CompilationContext(CompileOptions options)
{
    public CompileOptions Options { get; } = options;

    public FutureFeatures Futures { get; set; } = FutureFeatures.None;

    public ImmutableArray<SyntaxWarning>.Builder Warnings { get; } = ImmutableArray.CreateBuilder<SyntaxWarning>();

    public void Warn(string message, SourceSpan span) => 
        Warnings.Add(new SyntaxWarning("SyntaxWarning", Error(message, span)));

    /// <summary>An error over a whole node. CPython's compiler counts UTF-8 bytes, as the columns of the tree do.</summary>
    public PythonSyntaxException Error(string message, SourceSpan span)
    {
        // CPython reads the line from the file, so that what is no file has none.
        var isFile = !Options.FileName.StartsWith('<');
        return new PythonSyntaxException(SyntaxErrorKind.SyntaxError, message, Options.FileName,
            span.Line, span.Column + 1, isFile ? Options.Source?.LineText(span.Line) : null, span.EndLine, span.EndColumn + 1);
    }

    /// <summary>An error that only says where it starts.</summary>
    public PythonSyntaxException ErrorAtStart(string message, SourceSpan span)
    {
        var full = Error(message, span);
        return new PythonSyntaxException(full.Kind, message, full.FileName, full.Line, full.Offset, full.Text, full.Line, 0);
    }

    /// <summary>Trees deeper than the machine's stack end in an error instead of the process.</summary>
    public void GuardStack(string stage)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw TooDeep(stage);
    }

    /// <summary>The error about a tree that is nested too deep.</summary>
    public PythonSyntaxException TooDeep(string stage) => new(
        SyntaxErrorKind.RecursionError, $"maximum recursion depth exceeded during {stage}", Options.FileName, 0, 0, null, 0, 0);
}
