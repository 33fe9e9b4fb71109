using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Resources;

/// <summary>What a process may use of the system's resources and what it has used (library reference: resource).</summary>
[PyModule("resource")]
internal static partial class ResourceModule
{
    private const string Libc = "libc";
    private const int NotPermitted = 1;
    private const int InvalidArgument = 22;
    private const int Limits = 16;
    private const int NumbersOfUsage = 14;
    private const double Microseconds = 1e6;

    private static readonly (string Name, long Value)[] Constants =
    [
        ("RLIMIT_AS", 9), ("RLIMIT_CORE", 4), ("RLIMIT_CPU", 0), ("RLIMIT_DATA", 2), ("RLIMIT_FSIZE", 1), ("RLIMIT_MEMLOCK", 8),
        ("RLIMIT_MSGQUEUE", 12), ("RLIMIT_NICE", 13), ("RLIMIT_NOFILE", 7), ("RLIMIT_NPROC", 6), ("RLIMIT_OFILE", 7), ("RLIMIT_RSS", 5),
        ("RLIMIT_RTPRIO", 14), ("RLIMIT_RTTIME", 15), ("RLIMIT_SIGPENDING", 11), ("RLIMIT_STACK", 3), ("RLIM_INFINITY", -1),
        ("RUSAGE_CHILDREN", -1), ("RUSAGE_SELF", 0), ("RUSAGE_THREAD", 1),
    ];

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var (name, value) in Constants)
            module.Dict.SetStr(PyStr.Of(name), Value.Int(value));
        module.Dict.SetStr(PyStr.Of("error"), ExceptionTypes.OSError);
        module.Dict.SetStr(PyStr.Of("struct_rusage"), thread.Interpreter.State<ResourceTypes>().Usage(thread));
        return Value.None;
    }

    /// <summary>Return an object that describes the resources consumed by the process, its children or the calling thread.</summary>
    [PyFunction("getrusage", Signature = "who, /")]
    private static Value GetUsage(VmThread thread, int who)
    {
        Span<long> raw = stackalloc long[4 + NumbersOfUsage];
        var result = LinuxCalls.Result(getrusage(who, ref MemoryMarshal.GetReference(raw)));
        if (result == -InvalidArgument)
            return thread.ValueError("invalid who parameter");
        if (result < 0)
            return SystemErrors.Raise(thread, (int)-result);
        var items = new Value[2 + NumbersOfUsage];
        items[0] = Value.Float(raw[0] + raw[1] / Microseconds);
        items[1] = Value.Float(raw[2] + raw[3] / Microseconds);
        for (var i = 2; i < items.Length; i++)
            items[i] = Value.Int(raw[i + 2]);
        return StructSequence.Make(thread.Interpreter.State<ResourceTypes>().Usage(thread), items);
    }

    /// <summary>Return a tuple (soft, hard) with the current soft and hard limits of a resource.</summary>
    [PyFunction("getrlimit", Signature = "resource, /")]
    private static Value GetLimit(VmThread thread, int resource)
    {
        if (!IsResource(thread, resource))
            return Value.Error;
        var result = LinuxCalls.Result(getrlimit(resource, out var limit));
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Shown(limit);
    }

    /// <summary>Set new limits of consumption of a resource: a tuple (soft, hard).</summary>
    [PyFunction("setrlimit", Signature = "resource, limits, /")]
    private static Value SetLimit(VmThread thread, int resource, Value limits)
    {
        if (!IsResource(thread, resource) || !TryRead(thread, limits, out var limit))
            return Value.Error;
        var result = LinuxCalls.Result(setrlimit(resource, in limit));
        return result < 0 ? Refused(thread, (int)-result) : Value.None;
    }

    /// <summary>Set or get the limits of a resource of any process; 0 is this one.</summary>
    [PyFunction("prlimit", Signature = "*args")]
    private static Value ProcessLimit(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length is not (2 or 3))
            return thread.TypeError("resource.prlimit requires 2 to 3 arguments");
        if (!Conversions.TryIndex64(thread, args[0], out var process) || !Conversions.TryIndex64(thread, args[1], out var resource)
            || !IsResource(thread, resource))
        {
            return Value.Error;
        }
        var wanted = default(Limit);
        if (args.Length == 3 && !TryRead(thread, args[2], out wanted))
            return Value.Error;
        var result = LinuxCalls.Result(args.Length == 3
            ? prlimit((int)process, (int)resource, in wanted, out var before)
            : prlimit((int)process, (int)resource, 0, out before));
        return result < 0 ? Refused(thread, (int)-result) : Shown(before);
    }

    /// <summary>Return the number of bytes in a system page.</summary>
    [PyFunction("getpagesize")]
    private static int GetPageSize() => Environment.SystemPageSize;

    private static bool IsResource(VmThread thread, long resource)
    {
        if (resource is >= 0 and < Limits)
            return true;
        thread.ValueError("invalid resource specified");
        return false;
    }

    private static Value Shown(Limit limit) => PyTuple.Of(Value.Int((long)limit.Soft), Value.Int((long)limit.Hard));

    private static Value Refused(VmThread thread, int error) => error switch
    {
        InvalidArgument => thread.ValueError("current limit exceeds maximum limit"),
        NotPermitted => thread.ValueError("not allowed to raise maximum limit"),
        _ => SystemErrors.Raise(thread, error),
    };

    private static bool TryRead(VmThread thread, Value limits, out Limit limit)
    {
        limit = default;
        if (Iteration.ToArray(thread, limits) is not { } items)
            return false;
        if (items.Length != 2)
        {
            thread.ValueError("expected a tuple of 2 integers");
            return false;
        }
        if (!TryNumber(thread, items[0], out limit.Soft) || !TryNumber(thread, items[1], out limit.Hard))
            return false;
        return true;
    }

    private static bool TryNumber(VmThread thread, Value value, out ulong limit)
    {
        limit = 0;
        var number = Conversions.Index(thread, value);
        if (number.IsError)
            return false;
        if (!number.IsSmallInt)
        {
            thread.OverflowError("Python int too large to convert to C long");
            return false;
        }
        limit = (ulong)number.Bits;
        return true;
    }

    [DllImport(Libc)]
    private static extern int getrusage(int who, ref long usage);

    [DllImport(Libc)]
    private static extern int getrlimit(int resource, out Limit limit);

    [DllImport(Libc)]
    private static extern int setrlimit(int resource, in Limit limit);

    [DllImport(Libc)]
    private static extern int prlimit(int process, int resource, in Limit wanted, out Limit before);

    [DllImport(Libc)]
    private static extern int prlimit(int process, int resource, nint nothing, out Limit before);

    /// <summary>struct rlimit.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}

/// <summary>The classes of the module, one an interpreter.</summary>
internal sealed class ResourceTypes
{
    private PyType? _usage;

    internal PyType Usage(VmThread thread) => _usage ??= StructSequence.MakeType(
        thread.Interpreter, "resource", "struct_rusage", "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt",
        "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw");
}
