// From source to code inside a running program: files, eval, exec and compile. Syntax errors of the parser and compiler
// become Python exceptions here, warnings go to the warnings module.

using PyCoro.Compiler;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Symbols;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.Modules;

internal static class SourceCompiler
{

    /// <summary>Compiles a file's bytes; null when it raised.</summary>
    internal static PyCode? CompileFile(VmThread thread, ReadOnlySpan<byte> bytes, string fileName)
    {
        return Finish(thread, Translate(bytes, fileName, thread.Interpreter.Options.Flags.Optimize));
    }

    /// <summary>A file's bytes as text, decoded as its source declares; null when it raised.</summary>
    internal static string? Decode(VmThread thread, ReadOnlySpan<byte> bytes, string fileName)
    {
        if (PythonSource.ForeignEncoding(bytes) is { } encoding)
            return SourceEncodings.Decode(thread, new PyBytes(bytes.ToArray()), bytes, encoding, fileName)?.Text;
        try
        {
            return PythonSource.Decode(bytes, fileName, isFile: false).Text;
        }
        catch (PythonSyntaxException error)
        {
            Raise(thread, error);
            return null;
        }
    }

    /// <summary>Compiles a file's bytes as far as that goes without an interpreter, which may be made meanwhile.</summary>
    internal static Translation Translate(ReadOnlySpan<byte> bytes, string fileName, int optimize)
    {
        if (PythonSource.ForeignEncoding(bytes) is { } encoding)
            return new Translation(fileName, null) { Undecoded = (bytes.ToArray(), encoding, optimize) };
        try
        {
            return Translate(PythonSource.Decode(bytes, fileName), new CompileOptions(fileName, CompileMode.Exec, Optimize: optimize));
        }
        catch (PythonSyntaxException error)
        {
            return new Translation(fileName, error) { Warnings = [.. error.Warnings] };
        }
    }

    /// <summary>The code of a translated source; null when it raised.</summary>
    internal static PyCode? Finish(VmThread thread, Translation translation)
    {
        if (translation.Undecoded is { } source)
        {
            var text = SourceEncodings.DecodeFile(thread, source.Bytes, source.Encoding, translation.FileName);
            return text is null ? null : Compile(thread, () => text, new CompileOptions(translation.FileName, CompileMode.Exec, Optimize: source.Optimize));
        }
        if (!Warn(thread, translation.Warnings, translation.FileName))
            return null;
        if (translation.Error is { } error)
        {
            Raise(thread, error);
            return null;
        }
        return new PyCode(thread.Interpreter, translation.Code!);
    }

    /// <summary>How the interpreter compiles when nobody says otherwise.</summary>
    internal static CompileOptions DefaultOptions(VmThread thread, string fileName, CompileMode mode) =>
        new(fileName, mode, Optimize: thread.Interpreter.Options.Flags.Optimize, MaxIntDigits: thread.Interpreter.IntMaxStrDigits);

    /// <summary>Compiles text; null when it raised.</summary>
    internal static PyCode? CompileText(VmThread thread, string text, CompileOptions options) =>
        Compile(thread, () => PythonSource.FromString(text, options.FileName), options);

    /// <summary>Compiles a source that is decoded now; null when it raised.</summary>
    internal static PyCode? Compile(VmThread thread, Func<SourceText> decode, CompileOptions options)
    {
        try
        {
            return Finish(thread, Translate(decode(), options));
        }
        catch (PythonSyntaxException error)
        {
            return Finish(thread, new Translation(options.FileName, error) { Warnings = [.. error.Warnings] });
        }
    }

    /// <summary>Compiles a tree that a script made and that is known to be valid; null when it raised.</summary>
    internal static PyCode? CompileTree(VmThread thread, Mod tree, CompileOptions options)
    {
        try
        {
            var compiled = PythonCompiler.Compile(tree, options);
            return Finish(thread, new Translation(options.FileName, null) { Code = compiled.Code, Warnings = [.. compiled.Warnings] });
        }
        catch (PythonSyntaxException error)
        {
            Raise(thread, error);
            return null;
        }
    }

    /// <summary>The syntax tree of a source that is decoded now; null when it raised.</summary>
    internal static Mod? Parse(VmThread thread, Func<SourceText> decode, CompileOptions options)
    {
        try
        {
            var parsed = PythonSource.Parse(decode(), ParsingOf(options));
            return Warn(thread, [.. parsed.Warnings], options.FileName) ? parsed.Module : null;
        }
        catch (PythonSyntaxException error)
        {
            if (Warn(thread, [.. error.Warnings], options.FileName))
                Raise(thread, error);
            return null;
        }
    }

    /// <summary>The blocks and names of a source that is decoded now; null when it raised.</summary>
    internal static SymbolBlock? Symbols(VmThread thread, Func<SourceText> decode, CompileOptions options)
    {
        if (Parse(thread, decode, options) is not { } tree)
            return null;
        try
        {
            return SymbolBlock.Of(tree, options);
        }
        catch (PythonSyntaxException error)
        {
            Raise(thread, error);
            return null;
        }
    }

    /// <summary>Raises the Python exception that a rejected source means.</summary>
    internal static Value Raise(VmThread thread, PythonSyntaxException error)
    {
        switch (error.Kind)
        {
            case SyntaxErrorKind.ValueError:
                return thread.ValueError(error.Message);
            case SyntaxErrorKind.RecursionError:
                return thread.Raise(ExceptionTypes.RecursionError, error.Message);
        }
        var type = error.Kind switch
        {
            SyntaxErrorKind.IndentationError => ExceptionTypes.IndentationError,
            SyntaxErrorKind.TabError => ExceptionTypes.TabError,
            _ => ExceptionTypes.SyntaxError,
        };
        // What is wrong with the source as a whole has no place.
        if (error.Line == 0 && error.Text is null)
            return thread.Raise(type, error.Message);
        var details = PyTuple.Of(
            Value.Str(error.FileName), Value.Int(error.Line), Value.Int(error.Offset),
            error.Text is null ? Value.None : Value.Str(error.Text), Value.Int(error.EndLine), Value.Int(error.EndOffset));
        return thread.Raise(type, Value.Str(error.Message), details);
    }

    private static Translation Translate(SourceText source, CompileOptions options)
    {
        var parsed = PythonSource.Parse(source, ParsingOf(options));
        try
        {
            var compiled = PythonCompiler.Compile(parsed.Module, options with { Source = parsed.Source });
            return new Translation(options.FileName, null)
            {
                Code = compiled.Code,
                Warnings = [.. parsed.Warnings, .. compiled.Warnings],
            };
        }
        catch (PythonSyntaxException error)
        {
            return new Translation(options.FileName, error) { Warnings = [.. parsed.Warnings] };
        }
    }

    private static ParseOptions ParsingOf(CompileOptions options)
    {
        var mode = options.Mode switch
        {
            CompileMode.Eval => ParseMode.Expression,
            CompileMode.Single => ParseMode.Interactive,
            CompileMode.FunctionType => ParseMode.FunctionType,
            _ => ParseMode.File,
        };
        return new ParseOptions(mode, options.AllowIncomplete, options.ImplyDedent, options.MaxIntDigits, options.TypeComments, options.FeatureVersion);
    }

    private static bool Warn(VmThread thread, ReadOnlySpan<SyntaxWarning> warnings, string fileName)
    {
        foreach (var warning in warnings)
        {
            if (!Warn(thread, warning, fileName))
                return false;
        }
        return true;
    }

    private static bool Warn(VmThread thread, SyntaxWarning warning, string fileName)
    {
        var category = warning.Category == "SyntaxWarning" ? ExceptionTypes.SyntaxWarning : ExceptionTypes.DeprecationWarning;
        var result = Warnings.WarnExplicit(thread, Value.Str(warning.Message), category, fileName, warning.Line, Value.None, Value.None, Value.None);
        if (!result.IsError)
            return true;
        if (!thread.ClearPending(category))
            return false;
        // Turned into an error by a filter: CPython reports a SyntaxError at the place.
        Raise(thread, warning.AsError);
        return false;
    }
}

/// <summary>What became of a source: code and warnings, or the error that refuses it.</summary>
internal sealed record Translation(string FileName, PythonSyntaxException? Error)
{
    /// <summary>The code; null after an error.</summary>
    internal CodeObject? Code { get; init; }

    /// <summary>A file that only a codec of the interpreter can decode; there is nothing else then.</summary>
    internal (byte[] Bytes, string Encoding, int Optimize)? Undecoded { get; init; }

    /// <summary>What is to be warned of before the code is used.</summary>
    internal SyntaxWarning[] Warnings { get; init; } = [];
}
