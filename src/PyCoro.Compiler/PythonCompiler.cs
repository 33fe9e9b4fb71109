// The way in: from a syntax tree to a code object. Everything a compilation needs hangs off the objects made here, so
// any number of threads may compile at once.

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Emit;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler;

/// <summary>The <c>mode</c> of Python's <c>compile()</c>.</summary>
public enum CompileMode
{
    /// <summary>A module.</summary>
    Exec,

    /// <summary>Interactive input: values of expression statements are shown.</summary>
    Single,

    /// <summary>One expression, whose value the code returns.</summary>
    Eval,

    /// <summary>The type comment of a function, which has a tree but no code.</summary>
    FunctionType,
}

/// <summary>What <c>compile()</c> takes besides the source (library reference: compile).</summary>
/// <param name="FileName"><c>co_filename</c>, also named in errors.</param>
/// <param name="Mode">What kind of code to make.</param>
/// <param name="InheritedFutures">Future features of the code that calls <c>compile()</c>.</param>
/// <param name="Optimize">0 as is, 1 without assert statements and with <c>__debug__</c> false, 2 also without docstrings.</param>
/// <param name="AllowIncomplete">A source that only ends too early is refused as "incomplete input".</param>
/// <param name="ImplyDedent">The end of interactive input ends its blocks.</param>
/// <param name="AllowTopLevelAwait">A module may contain <c>await</c>, which makes its code a coroutine's.</param>
/// <param name="TypeComments">Type comments are part of the tree.</param>
/// <param name="FeatureVersion">The minor version of Python whose syntax the source may use.</param>
/// <param name="MaxIntDigits">How many digits a decimal integer may have; 0 for any number.</param>
/// <param name="Source">The text that was parsed, for the text of a SyntaxError.</param>
public sealed record CompileOptions(
    string FileName,
    CompileMode Mode,
    CodeFlags InheritedFutures = 0,
    int Optimize = 0,
    bool AllowIncomplete = false,
    bool ImplyDedent = true,
    bool AllowTopLevelAwait = false,
    bool TypeComments = false,
    int FeatureVersion = int.MaxValue,
    int MaxIntDigits = ParseOptions.DefaultMaxIntDigits,
    SourceText? Source = null);

/// <summary>Code and the warnings that came up while making it.</summary>
public sealed record CompileResult(CodeObject Code, ImmutableArray<SyntaxWarning> Warnings);

/// <summary>Compiles syntax trees to bytecode.</summary>
public static class PythonCompiler
{
    /// <summary>Compiles a root; <see cref="PythonSyntaxException"/> when scopes or control flow are not valid Python.</summary>
    public static CompileResult Compile(Mod module, CompileOptions options)
    {
        var context = new CompilationContext(options);
        context.Futures = FutureFeatures.Find(module, context);
        var scopes = SymbolTable.Build(module, context);
        var code = new Emitter(context, scopes).EmitModule(module);
        return new CompileResult(code, context.Warnings.ToImmutable());
    }
}
