// time: the clocks and sleep() go through the interpreter's clock, which may be one that lets time pass without waiting. The
// calendar functions are in TimeModule.Calendar.cs.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Time;

/// <summary>This module provides various functions to manipulate time values.</summary>
[PyModule("time")]
internal static partial class TimeModule
{
    private const int StructTimeItems = 11;
    private const long Nanosecond = 1_000_000_000;

    private static readonly PyStr StructTimeName = PyStr.Constant("struct_time");
    private static readonly PyStr ModuleName = PyStr.Constant("time");

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        var type = StructSequence.MakeType(
            thread.Interpreter, "time", "struct_time",
            "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst");
        module.Dict.SetStr(StructTimeName, type);
        module.Dict.SetStr(PyStr.Constant("_STRUCT_TM_ITEMS"), Value.Int(StructTimeItems));
        foreach (var (name, number) in Clocks)
            module.Dict.SetStr(PyStr.Constant(name), Value.Int(number));
        SetZone(module.Dict);
        return Value.None;
    }

    private static void SetZone(PyDict names)
    {
        var zone = TimeZoneInfo.Local;
        names.SetStr(PyStr.Constant("timezone"), Value.Int((long)-zone.BaseUtcOffset.TotalSeconds));
        names.SetStr(PyStr.Constant("altzone"), Value.Int((long)-(zone.BaseUtcOffset + Daylight(zone)).TotalSeconds));
        names.SetStr(PyStr.Constant("daylight"), Value.Int(zone.SupportsDaylightSavingTime ? 1 : 0));
        names.SetStr(PyStr.Constant("tzname"), PyTuple.Of(Value.Str(ZoneName(zone, false)), Value.Str(ZoneName(zone, true))));
    }

    /// <summary>Return the current time in seconds since the Epoch.
    /// Fractions of a second may be present if the system clock provides them.</summary>
    [PyFunction("time")]
    private static double Seconds(VmThread thread) => EpochTicks(thread) / (double)TimeSpan.TicksPerSecond;

    /// <summary>Return the current time in nanoseconds since the Epoch.</summary>
    [PyFunction("time_ns")]
    private static long Nanoseconds(VmThread thread) => EpochTicks(thread) * TimeSpan.NanosecondsPerTick;

    /// <summary>Monotonic clock, cannot go backward.</summary>
    [PyFunction("monotonic")]
    private static double Monotonic(VmThread thread) => Clock(thread).Read() / 1e9;

    /// <summary>Monotonic clock, cannot go backward, as nanoseconds.</summary>
    [PyFunction("monotonic_ns")]
    private static long MonotonicNanoseconds(VmThread thread) => Clock(thread).Read();

    /// <summary>Performance counter for benchmarking.</summary>
    [PyFunction("perf_counter")]
    private static double PerfCounter(VmThread thread) => Clock(thread).Read() / 1e9;

    /// <summary>Performance counter for benchmarking as nanoseconds.</summary>
    [PyFunction("perf_counter_ns")]
    private static long PerfCounterNanoseconds(VmThread thread) => Clock(thread).Read();

    /// <summary>Process time for profiling: sum of the kernel and user-space CPU time.</summary>
    [PyFunction("process_time")]
    private static double ProcessTime() => ProcessTicks() / (double)TimeSpan.TicksPerSecond;

    /// <summary>Process time for profiling as nanoseconds: sum of the kernel and user-space CPU time.</summary>
    [PyFunction("process_time_ns")]
    private static long ProcessTimeNanoseconds() => ProcessTicks() * TimeSpan.NanosecondsPerTick;

    /// <summary>Delay execution for a given number of seconds.  The argument may be
    /// a floating point number for subsecond precision.</summary>
    [PyFunction("sleep")]
    private static Value Sleep(VmThread thread, Value seconds)
    {
        if (!Time.Seconds.TryRead(thread, seconds, out var nanoseconds))
            return Value.Error;
        return nanoseconds < 0 ? thread.ValueError("sleep length must be non-negative") : Wait(thread, nanoseconds);
    }

    // A signal ends the wait only when its handler raises (PEP 475): otherwise the rest is slept.
    private static Value Wait(VmThread thread, long nanoseconds)
    {
        var until = Clock(thread).MonotonicNanoseconds + nanoseconds;
        if (nanoseconds == 0)
        {
            thread.Interpreter.Gil.Yield(thread);
            return thread.CheckBudget() ? Value.None : Value.Error;
        }
        while (thread.Interpreter.Gil.Park(thread, until) == Unparked.Interrupted)
        {
            if (!thread.CheckBudget())
                return Value.Error;
        }
        return Value.None;
    }

    private static IClock Clock(VmThread thread) => thread.Interpreter.Options.Clock;

    private static long EpochTicks(VmThread thread) => Clock(thread).ReadUtc().Ticks - DateTime.UnixEpoch.Ticks;

    private static long ProcessTicks() => Environment.CpuUsage.TotalTime.Ticks;
}
