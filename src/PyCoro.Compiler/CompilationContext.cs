// What the passes over one module share: options, warnings, and the one place where a compile error gets its text, its
// offsets in characters and its class.

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler;

internal sealed class CompilationContext(CompileOptions options)
{
    public CompileOptions Options { get; } = options;

    public FutureFeatures Futures { get; set; } = FutureFeatures.None;

    public ImmutableArray<SyntaxWarning>.Builder Warnings { get; } = ImmutableArray.CreateBuilder<SyntaxWarning>();

    public void Warn(string message, SourceSpan span) => Warnings.Add(new SyntaxWarning("SyntaxWarning", message, span.Line));

    /// <summary>An error over a whole node.</summary>
    public PythonSyntaxException Error(string message, SourceSpan span)
    {
        var text = Options.LineText?.Invoke(span.Line);
        var offset = Characters(text, span.Column) + 1;
        var endText = span.EndLine == span.Line ? text : Options.LineText?.Invoke(span.EndLine);
        return new PythonSyntaxException(SyntaxErrorKind.SyntaxError, message, Options.FileName,
            span.Line, offset, text, span.EndLine, Characters(endText, span.EndColumn) + 1);
    }

    /// <summary>Trees deeper than the machine's stack end in an error instead of the process.</summary>
    public void GuardStack(string stage)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new PythonSyntaxException(SyntaxErrorKind.RecursionError,
                $"maximum recursion depth exceeded during {stage}", Options.FileName, 0, 0, null, 0, 0);
    }

    // Columns of the tree count UTF-8 bytes, offsets of SyntaxError count characters.
    private static int Characters(string? text, int bytes)
    {
        if (text is null)
            return bytes;
        var characters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes <= 0)
                break;
            bytes -= rune.Utf8SequenceLength;
            characters++;
        }
        return characters + Math.Max(bytes, 0);
    }
}
