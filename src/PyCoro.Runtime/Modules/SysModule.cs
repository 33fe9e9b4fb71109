// The module sys (library reference: sys): what the interpreter is, and its switches.

using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>This module provides access to some objects used or maintained by the interpreter.</summary>
[PyModule("sys")]
internal static partial class SysModule
{
    private static readonly string Multiarch =
        (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64") + "-linux-gnu";

    private const string VersionText = "3.11.7 (PyCoro 0.1.0) [.NET 10]";

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        var interpreter = thread.Interpreter;
        void Set(string name, Value value) => module.Dict.SetStr(interpreter.Intern(name), value);
        Set("modules", interpreter.Modules);
        Set("argv", new PyList([Value.Str("")]));
        var command = Environment.GetCommandLineArgs();
        command[0] = Environment.ProcessPath ?? "";
        Set("orig_argv", new PyList(ValueArrays.OfTexts(command)));
        Set("path", interpreter.Options.StandardLibrary is { } library ? new PyList([Value.Str(library)]) : new PyList());
        Set("meta_path", new PyList([PyBuiltinImporter.TypeObject, PyFrozenImporter.TypeObject, PyPathFinder.TypeObject]));
        Set("path_hooks", new PyList([new PyArchiveHook(), PyPathHook.MakeDefault()]));
        Set("path_importer_cache", new PyDict());
        Set("version", Value.Str(VersionText));
        Set("copyright", Value.Str("Copyright (c) 2026 the PyCoro authors."));
        Set("hexversion", Value.Int(0x030b07f0));
        Set("api_version", Value.Int(1013));
        Set("maxsize", Value.Int(long.MaxValue));
        Set("maxunicode", Value.Int(0x10FFFF));
        Set("byteorder", Value.Str(BitConverter.IsLittleEndian ? "little" : "big"));
        Set("platform", Value.Str(OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux"));
        foreach (var name in new[] { "executable", "_base_executable" })
            Set(name, Value.Str(interpreter.Options.Executable));
        foreach (var name in new[] { "prefix", "exec_prefix", "base_prefix", "base_exec_prefix" })
            Set(name, Value.Str(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));
        Set("_stdlib_dir", interpreter.Options.StandardLibrary is { } folder ? Value.Str(folder) : Value.None);
        Set("_git", PyTuple.Of(Value.Str("PyCoro"), Value.Str(""), Value.Str("")));
        Set("platlibdir", Value.Str("lib"));
        Set("abiflags", Value.Str(""));
        Set("_framework", Value.Str(""));
        Set("_home", Value.None);
        Set("pycache_prefix", interpreter.Options.Flags.BytecodeFolder is { Length: > 0 } prefix ? Value.Str(prefix) : Value.None);
        Set("float_repr_style", Value.Str("short"));
        Set("builtin_module_names", PyTuple.Of(Value.Str("builtins"), Value.Str("sys")));
        var versionInfo = StructSequence.MakeType(interpreter, "sys", "version_info", isMadeByRuntimeOnly: true, "major", "minor", "micro", "releaselevel", "serial");
        var version = StructSequence.Make(versionInfo, Value.Int(3), Value.Int(11), Value.Int(7), Value.Str("final"), Value.Int(0));
        Set("version_info", version);
        var implementation = new PySimpleNamespace();
        InstanceAttributes.Set(implementation, interpreter.Intern("name"), Value.Str("pycoro"));
        InstanceAttributes.Set(implementation, interpreter.Intern("cache_tag"), Value.Str("pycoro-311"));
        InstanceAttributes.Set(implementation, interpreter.Intern("version"), version);
        InstanceAttributes.Set(implementation, interpreter.Intern("hexversion"), Value.Int(0x030b07f0));
        // sysconfig finds the build's data of the installed library by this name.
        if (OperatingSystem.IsLinux())
            InstanceAttributes.Set(implementation, interpreter.Intern("_multiarch"), Value.Str(Multiarch));
        Set("implementation", implementation);
        SetNumberFacts(interpreter, Set);
        var standard = StandardModuleNames.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Set("stdlib_module_names", PyFrozenSet.OfConstants(thread, ValueArrays.OfObjects(Array.ConvertAll(standard, interpreter.Intern))));
        var threadInfo = StructSequence.MakeType(interpreter, "sys", "thread_info", "name", "lock", "version");
        Set("thread_info", StructSequence.Make(threadInfo, Value.Str("pthread"), Value.Str("semaphore"), Value.None));
        foreach (var hook in new[] { "displayhook", "excepthook", "unraisablehook", "breakpointhook" })
            Set($"__{hook}__", module.Dict.GetStr(interpreter.Intern(hook)));
        return Value.None;
    }

    private static void SetNumberFacts(Interpreter interpreter, Action<string, Value> set)
    {
        var floatInfo = StructSequence.MakeType(
            interpreter, "sys", "float_info",
            "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds");
        set("float_info", StructSequence.Make(
            floatInfo, Value.Float(double.MaxValue), Value.Int(1024), Value.Int(308), Value.Float(2.2250738585072014e-308), Value.Int(-1021),
            Value.Int(-307), Value.Int(15), Value.Int(53), Value.Float(double.BitIncrement(1) - 1), Value.Int(2), Value.Int(1)));
        var intInfo = StructSequence.MakeType(
            interpreter, "sys", "int_info", "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold");
        set("int_info", StructSequence.Make(intInfo, Value.Int(30), Value.Int(4), Value.Int(4300), Value.Int(640)));
        var hashInfo = StructSequence.MakeType(
            interpreter, "sys", "hash_info", "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff");
        set("hash_info", StructSequence.Make(
            hashInfo, Value.Int(64), Value.Int(Numbers.NumericHash.Modulus), Value.Int(314159), Value.Int(0), Value.Int(1000003), Value.Str("siphash13"),
            Value.Int(64), Value.Int(128), Value.Int(0)));
        var flags = StructSequence.MakeType(
            interpreter, "sys", "flags", isMadeByRuntimeOnly: true,
            "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
            "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
            "safe_path", "int_max_str_digits");
        var given = interpreter.Options.Flags;
        static Value Number(bool on) => Value.Int(on ? 1 : 0);
        static Value Truth(bool on) => on ? Value.True : Value.False;
        var off = Value.Int(0);
        set("flags", StructSequence.Make(
            flags, Value.Int(given.Debug), off, off, Value.Int(given.Optimize), Number(given.DontWriteBytecode), Number(given.NoUserSite), Number(given.NoSite),
            Number(given.IgnoreEnvironment), Value.Int(given.Verbose), off, Number(given.Quiet), off, Number(given.Isolated), Truth(given.DevMode), Number(given.Utf8Mode),
            off, Truth(given.SafePath), Value.Int(4300)));
        // Bytecode is kept for those who ask for it: compiling is no slower than looking after files.
        set("dont_write_bytecode", Value.True);
        set("warnoptions", new PyList(ValueArrays.OfTexts(given.Warnings)));
        var extensions = new PyDict();
        foreach (var (name, value) in given.Extensions)
            extensions.SetStr(interpreter.Intern(name), value is null ? Value.True : Value.Str(value));
        set("_xoptions", extensions);
    }

    /// <summary>Exit the interpreter by raising SystemExit(status).</summary>
    [PyFunction("exit", Signature = "status=None, /")]
    private static Value Exit(VmThread thread, Value status) =>
        status.IsUnbound || status.IsNone ? thread.Raise(ExceptionTypes.SystemExit, Array.Empty<Value>()) : thread.Raise(ExceptionTypes.SystemExit, status.Ref is PyTuple arguments ? arguments.Items : [status]);

    /// <summary>Return current exception information: (type, value, traceback).</summary>
    [PyFunction("exc_info")]
    private static Value ExcInfo(VmThread thread)
    {
        if (thread.HandledException is not { } exception)
            return PyTuple.Of(Value.None, Value.None, Value.None);
        return PyTuple.Of(exception.Type, exception, exception.Traceback is { } traceback ? traceback : Value.None);
    }

    /// <summary>Return the current exception.</summary>
    [PyFunction("exception")]
    private static Value Exception(VmThread thread) => thread.HandledException is { } exception ? exception : Value.None;

    /// <summary>Return a frame object from the call stack.</summary>
    [PyFunction("_getframe", Signature = "depth=0, /")]
    private static Value GetFrame(VmThread thread, int depth = 0)
    {
        var frame = thread.Top;
        for (; frame is not null && depth > 0; depth--)
            frame = frame.Back;
        if (frame is null)
            return thread.ValueError("call stack is not deep enough");
        frame.Escaped = frame.Shown = true;
        return Auditing.Raise(thread, "sys._getframe", frame) ? frame : Value.Error;
    }

    /// <summary>Return the current value of the recursion limit.</summary>
    [PyFunction("getrecursionlimit")]
    private static long GetRecursionLimit(VmThread thread) => thread.Interpreter.RecursionLimit;

    /// <summary>Set the maximum depth of the Python interpreter stack to n.</summary>
    [PyFunction("setrecursionlimit", Signature = "limit, /")]
    private static Value SetRecursionLimit(VmThread thread, int limit)
    {
        if (limit < 1)
            return thread.ValueError("recursion limit must be greater or equal than 1");
        if (thread.Depth >= limit)
            return thread.Raise(ExceptionTypes.RecursionError, $"cannot set the recursion limit to {limit} at the recursion depth {thread.Depth}: the limit is too low");
        thread.Interpreter.RecursionLimit = limit;
        return Value.None;
    }

    /// <summary>Return the maximum string digits limit for non-binary int&lt;->str conversions.</summary>
    [PyFunction("get_int_max_str_digits")]
    private static long GetIntMaxStrDigits(VmThread thread) => thread.Interpreter.IntMaxStrDigits;

    /// <summary>Set the maximum string digits limit for non-binary int&lt;->str conversions.</summary>
    [PyFunction("set_int_max_str_digits", Signature = "maxdigits")]
    private static Value SetIntMaxStrDigits(VmThread thread, int maxdigits)
    {
        if (maxdigits != 0 && maxdigits < 640)
            return thread.ValueError("maxdigits must be 0 or larger than 640");
        thread.Interpreter.IntMaxStrDigits = maxdigits;
        return Value.None;
    }

    /// <summary>``Intern'' the given string.</summary>
    [PyFunction("intern", Signature = "string, /")]
    private static Value Intern(VmThread thread, PyStr text) => ReferenceEquals(text.Type, PyStr.TypeObject)
        ? thread.Interpreter.Intern(text)
        : thread.TypeError($"can't intern {text.Type.Name}");

    /// <summary>Return the current default encoding used by the Unicode implementation.</summary>
    [PyFunction("getdefaultencoding")]
    private static string GetDefaultEncoding() => "utf-8";

    /// <summary>Return the encoding used to convert Unicode filenames to OS filenames.</summary>
    [PyFunction("getfilesystemencoding")]
    private static string GetFileSystemEncoding() => "utf-8";

    /// <summary>Return the error mode used Unicode to OS filename conversion.</summary>
    [PyFunction("getfilesystemencodeerrors")]
    private static string GetFileSystemEncodeErrors() => "surrogateescape";

    /// <summary>getsizeof(object [, default]) -> int</summary>
    [PyFunction("getsizeof", Signature = "object, default=None")]
    private static Value GetSizeOf(VmThread thread, Value obj, Value fallback)
    {
        var method = obj.Type.LookupSpecial(Special.Sizeof);
        var size = method.IsUnbound
            ? thread.TypeError($"Type {obj.Type.Name} doesn't define __sizeof__")
            : thread.CallSpecial(method, obj);
        return size.IsError && !fallback.IsUnbound && thread.ClearPending(ExceptionTypes.TypeError) ? fallback : size;
    }

    /// <summary>Print an object to sys.stdout and also save it in builtins._</summary>
    [PyFunction("displayhook", Signature = "object, /")]
    private static Value DisplayHook(VmThread thread, Value value)
    {
        if (value.IsNone)
            return value;
        var repr = Texts.Repr(thread, value);
        if (repr is null)
            return Value.Error;
        var output = thread.Interpreter.GetSys("stdout");
        if (output.IsUnbound)
            return thread.RuntimeError("lost sys.stdout");
        if (thread.CallMethod(output, PyStr.Constant("write"), Value.Str(repr.Text + "\n")).IsError)
            return Value.Error;
        thread.Interpreter.Builtins.Dict.SetStr(thread.Interpreter.Intern("_"), value);
        return Value.None;
    }

    /// <summary>Handle an exception by displaying it with a traceback on sys.stderr.</summary>
    [PyFunction("excepthook", Signature = "exctype, value, traceback, /")]
    private static Value ExceptHook(VmThread thread, Value type, Value value, Value traceback)
    {
        if (value.Ref is not PyException exception)
        {
            thread.Interpreter.WriteError(thread, $"TypeError: print_exception(): Exception expected for value, {value.Type.Name} found\n");
            return Value.None;
        }
        if (traceback.Ref is PyTraceback trace && exception.Traceback is null)
            exception.Traceback = trace;
        thread.Interpreter.PrintException(thread, exception);
        return Value.None;
    }

    /// <summary>Handle an unraisable exception.</summary>
    [PyFunction("unraisablehook", Signature = "unraisable, /")]
    private static Value UnraisableHook(VmThread thread, Value unraisable)
    {
        if (!UnraisableExceptions.IsArguments(thread, unraisable))
            return thread.TypeError("sys.unraisablehook argument type must be UnraisableHookArgs");
        UnraisableExceptions.Print(thread, (PyTuple)unraisable.Ref!);
        return Value.None;
    }

    /// <summary>set_asyncgen_hooks([firstiter] [, finalizer])</summary>
    [PyFunction("set_asyncgen_hooks", Signature = "firstiter=None, finalizer=None")]
    private static Value SetAsyncGenHooks(VmThread thread, Value firstiter, Value finalizer)
    {
        foreach (var (name, hook) in new[] { ("finalizer", finalizer), ("firstiter", firstiter) })
        {
            if (!hook.IsUnbound && !hook.IsNone && hook.Ref is not PyFunction && hook.Type.LookupSpecial(Types.Special.Call).IsUnbound)
                return thread.TypeError($"callable {name} expected, got {hook.Type.Name}");
        }
        if (!firstiter.IsUnbound)
            thread.AsyncGenHooks.FirstIteration = firstiter;
        if (!finalizer.IsUnbound)
            thread.AsyncGenHooks.Finalizer = finalizer;
        return Value.None;
    }

    /// <summary>Return the installed asynchronous generators hooks.</summary>
    [PyFunction("get_asyncgen_hooks")]
    private static Value GetAsyncGenHooks(VmThread thread)
    {
        var type = thread.Interpreter.AsyncGenHooksType ??= StructSequence.MakeType(thread.Interpreter, "builtins", "asyncgen_hooks", "firstiter", "finalizer");
        return StructSequence.Make(type, thread.AsyncGenHooks.FirstIteration, thread.AsyncGenHooks.Finalizer);
    }

    /// <summary>Enable or disable origin tracking for coroutine objects in this thread.</summary>
    [PyFunction("set_coroutine_origin_tracking_depth", Signature = "depth")]
    private static Value SetCoroutineOriginTrackingDepth(VmThread thread, int depth)
    {
        if (depth < 0)
            return thread.ValueError("depth must be >= 0");
        thread.CoroutineOriginDepth = depth;
        return Value.None;
    }

    /// <summary>Check status of origin tracking for coroutine objects in this thread.</summary>
    [PyFunction("get_coroutine_origin_tracking_depth")]
    private static long GetCoroutineOriginTrackingDepth(VmThread thread) => thread.CoroutineOriginDepth;
}
