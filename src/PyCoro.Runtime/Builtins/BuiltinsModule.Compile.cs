// compile(), and what eval() and exec() share with it: sources are text, bytes-like objects or trees of the module ast, and
// code that compiles other code hands its future statements down.

using System.Text;
using PyCoro.Compiler;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.SyntaxTrees;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Syntax;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    // The flags of compile(), library reference: ast and codeop.
    private const long OnlyAst = 0x400;
    private const long DontImplyDedent = 0x200;
    private const long TypeComments = 0x1000;
    private const long AllowTopLevelAwait = 0x2000;
    private const long AllowIncompleteInput = 0x4000;
    private const long KnownFlags =
        (long)CodeFlags.AnyFuture | (long)CodeFlags.Nested | DontImplyDedent | OnlyAst | TypeComments | AllowTopLevelAwait | AllowIncompleteInput;

    /// <summary>Compile source into a code object that can be executed by exec() or eval().
    ///
    /// The source code may represent a Python module, statement or expression.
    /// The filename will be used for run-time error messages.
    /// The mode must be 'exec' to compile a module, 'single' to compile a
    /// single (interactive) statement, or 'eval' to compile an expression.
    /// The flags argument, if present, controls which future statements influence
    /// the compilation of the code.
    /// The dont_inherit argument, if true, stops the compilation inheriting
    /// the effects of any future statements in effect in the code calling
    /// compile; if absent or false these statements do influence the compilation,
    /// in addition to any features explicitly specified.</summary>
    [PyFunction("compile", Signature = "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1")]
    private static Value Compile(
        VmThread thread, Value source, Value filename, string mode, int flags = 0, bool dontInherit = false, int optimize = -1, int featureVersion = -1)
    {
        if (FileNameOf(thread, filename) is not { } file)
            return Value.Error;
        if (thread.Interpreter.Audit is not null && !RaiseCompileEvent(thread, source, file))
            return Value.Error;
        if ((flags & ~KnownFlags) != 0)
            return thread.ValueError("compile(): unrecognised flags");
        if (optimize is < -1 or > 2)
            return thread.ValueError("compile(): invalid optimize value");
        CompileMode kind;
        switch (mode)
        {
            case "exec": kind = CompileMode.Exec; break;
            case "eval": kind = CompileMode.Eval; break;
            case "single": kind = CompileMode.Single; break;
            case "func_type" when (flags & OnlyAst) == 0:
                return thread.ValueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
            case "func_type":
                kind = CompileMode.FunctionType;
                break;
            default:
                return thread.ValueError((flags & OnlyAst) != 0
                    ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                    : "compile() mode must be 'exec', 'eval' or 'single'");
        }
        var futures = (CodeFlags)flags & CodeFlags.AnyFuture;
        var options = SourceCompiler.DefaultOptions(thread, file, kind) with { InheritedFutures = dontInherit ? futures : futures | InheritedFutures(thread) };
        options = options with
        {
            AllowIncomplete = (flags & AllowIncompleteInput) != 0,
            ImplyDedent = (flags & DontImplyDedent) == 0,
            AllowTopLevelAwait = (flags & AllowTopLevelAwait) != 0,
            TypeComments = (flags & TypeComments) != 0,
        };
        if (featureVersion >= 0 && (flags & OnlyAst) != 0)
            options = options with { FeatureVersion = featureVersion };
        if (optimize >= 0)
            options = options with { Optimize = optimize };
        if (source.Type.IsSubtypeOf(NodeTypes.Of(thread).Base))
            return (flags & OnlyAst) != 0 ? source : CompileTree(thread, source, options);
        if (Decoder(thread, "compile", "string, bytes or AST object", source, options) is not { } decode)
            return Value.Error;
        if ((flags & OnlyAst) != 0)
            return SourceCompiler.Parse(thread, decode, options) is { } tree ? TreeToObjects.Convert(thread, tree) : Value.Error;
        return SourceCompiler.Compile(thread, decode, options) is { } code ? code : Value.Error;
    }

    // Hooks get the text as the bytes that the compiler reads.
    private static bool RaiseCompileEvent(VmThread thread, Value source, string file) => source.Ref is PyStr text
        ? Codecs.Encode(thread, text, "utf-8", "surrogatepass") is { } bytes && Auditing.Raise(thread, "compile", new PyBytes(bytes), Value.Str(file))
        : Auditing.Raise(thread, "compile", source, source.Type.IsSubtypeOf(NodeTypes.Of(thread).Base) ? Value.None : Value.Str(file));

    private static Value CompileTree(VmThread thread, Value source, CompileOptions options)
    {
        var expected = options.Mode switch
        {
            CompileMode.Eval => "Expression",
            CompileMode.Single => "Interactive",
            _ => "Module",
        };
        return ObjectsToTree.Read(thread, source, expected) is { } tree && TreeValidator.Validate(thread, tree)
            && SourceCompiler.CompileTree(thread, tree, options) is { } code ? code : Value.Error;
    }

    private static PyCode? CompileString(VmThread thread, string function, Value source, CompileMode mode)
    {
        var options = SourceCompiler.DefaultOptions(thread, "<string>", mode) with { InheritedFutures = InheritedFutures(thread) };
        return Decoder(thread, function, "string, bytes or code object", source, options) is { } decode
            ? SourceCompiler.Compile(thread, decode, options)
            : null;
    }

    private static CodeFlags InheritedFutures(VmThread thread) =>
        thread.Top is { } frame ? frame.Code.Flags & CodeFlags.AnyFuture : CodeFlags.None;

    /// <summary>What turns the source into text; null when it raised.</summary>
    internal static Func<SourceText>? Decoder(VmThread thread, string function, string kinds, Value source, CompileOptions options)
    {
        // eval() skips blanks before an expression.
        var isExpression = function == "eval";
        if (source.Ref is PyStr { Text: var text })
        {
            if (text.Contains('\0', StringComparison.Ordinal))
                return RefuseNull(thread);
            return () => PythonSource.FromString(isExpression ? text.TrimStart(' ', '\t') : text, options.FileName);
        }
        if (!Buffers.TryRead(source, out var bytes))
        {
            thread.TypeError($"{function}() arg 1 must be a {kinds}");
            return null;
        }
        if (bytes.Contains((byte)0))
            return RefuseNull(thread);
        if (PythonSource.ForeignEncoding(bytes) is { } encoding)
            return SourceEncodings.Decode(thread, source, bytes, encoding, options.FileName) is { } decoded ? () => decoded : null;
        var copy = (isExpression ? bytes.TrimStart(" \t"u8) : bytes).ToArray();
        return () => PythonSource.Decode(copy, options.FileName, isFile: false);
    }

    private static Func<SourceText>? RefuseNull(VmThread thread)
    {
        thread.Raise(ExceptionTypes.SyntaxError, "source code string cannot contain null bytes");
        return null;
    }

    /// <summary>A file name as compile() takes it; null when it raised.</summary>
    internal static string? FileNameOf(VmThread thread, Value filename)
    {
        if (filename.Ref is not (PyStr or ByteSequence) && filename.Type.LookupSpecial(Special.FSPath) is { IsUnbound: false } method)
        {
            filename = thread.CallSpecial(method, filename);
            if (filename.IsError)
                return null;
        }
        if (filename.Ref is PyStr name)
            return name.Text;
        if (Buffers.TryRead(filename, out var bytes))
        {
            var isExpected = filename.Ref is PyBytes || Warnings.Issue(
                thread, ExceptionTypes.DeprecationWarning, $"path should be string, bytes, or os.PathLike, not {filename.Type.Name}");
            return isExpected ? Encoding.UTF8.GetString(bytes) : null;
        }
        thread.TypeError($"expected str, bytes or os.PathLike object, not {filename.Type.Name}");
        return null;
    }
}
