// From source to code inside a running program: files, eval, exec and compile. Syntax errors of the parser and compiler
// become Python exceptions here, warnings go to the warnings module.

using PyCoro.Compiler;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax;

namespace PyCoro.Runtime.Modules;

internal static class SourceCompiler
{
    private static readonly PyStr WarnExplicit = PyStr.Constant("warn_explicit");

    /// <summary>Compiles a file's bytes; null when it raised.</summary>
    internal static PyCode? CompileFile(VmThread thread, ReadOnlySpan<byte> bytes, string fileName)
    {
        return Finish(thread, Translate(bytes, fileName, thread.Interpreter.Options.Flags.Optimize));
    }

    /// <summary>Compiles a file's bytes as far as that goes without an interpreter, which may be made meanwhile.</summary>
    internal static Translation Translate(ReadOnlySpan<byte> bytes, string fileName, int optimize)
    {
        try
        {
            return Translate(PythonSource.Decode(bytes, fileName), fileName, CompileMode.Exec, CodeFlags.None, optimize);
        }
        catch (PythonSyntaxException error)
        {
            return new Translation(fileName, error);
        }
    }

    /// <summary>The code of a translated source; null when it raised.</summary>
    internal static PyCode? Finish(VmThread thread, Translation translation)
    {
        if (translation.Error is { } error)
        {
            Raise(thread, error);
            return null;
        }
        foreach (var warning in translation.Warnings)
        {
            if (!Warn(thread, warning, translation.FileName))
                return null;
        }
        return new PyCode(thread.Interpreter, translation.Code!);
    }

    /// <summary>Compiles text; null when it raised.</summary>
    internal static PyCode? CompileText(VmThread thread, string text, string fileName, CompileMode mode, CodeFlags futures = CodeFlags.None, int? optimize = null)
    {
        try
        {
            return Finish(thread, Translate(PythonSource.FromString(text, fileName), fileName, mode, futures, optimize ?? thread.Interpreter.Options.Flags.Optimize));
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

    private static Translation Translate(SourceText source, string fileName, CompileMode mode, CodeFlags futures, int optimize)
    {
        var parsed = PythonSource.Parse(source, mode switch
        {
            CompileMode.Eval => ParseMode.Expression,
            CompileMode.Single => ParseMode.Interactive,
            _ => ParseMode.File,
        });
        var compiled = PythonCompiler.Compile(parsed.Module, new CompileOptions(fileName, mode, futures, optimize, Source: parsed.Source));
        return new Translation(fileName, null)
        {
            Code = compiled.Code,
            Warnings = [.. parsed.Warnings, .. compiled.Warnings],
        };
    }

    private static bool Warn(VmThread thread, SyntaxWarning warning, string fileName)
    {
        var category = warning.Category == "SyntaxWarning" ? ExceptionTypes.SyntaxWarning : ExceptionTypes.DeprecationWarning;
        var module = Importing.Import(thread, "warnings");
        if (module.IsError)
            return false;
        var result = thread.CallMethod(module, WarnExplicit, Value.Str(warning.Message), category, Value.Str(fileName), Value.Int(warning.Line));
        if (!result.IsError)
            return true;
        if (!thread.ClearPending(category))
            return false;
        // Turned into an error by a filter: CPython reports a SyntaxError at the place.
        thread.Raise(ExceptionTypes.SyntaxError, Value.Str(warning.Message), PyTuple.Of(Value.Str(fileName), Value.Int(warning.Line), Value.None, Value.None));
        return false;
    }
}

/// <summary>What became of a source: code and warnings, or the error that refuses it.</summary>
internal sealed record Translation(string FileName, PythonSyntaxException? Error)
{
    /// <summary>The code; null after an error.</summary>
    internal CodeObject? Code { get; init; }

    /// <summary>What is to be warned of before the code is used.</summary>
    internal SyntaxWarning[] Warnings { get; init; } = [];
}
