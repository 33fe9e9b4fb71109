// The clocks of the system by number, and what is known of the clocks by name. The real and the monotonic one are the
// interpreter's clock, which may be virtual; the others are asked of the system.

using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Time;

internal static partial class TimeModule
{
    private const int RealClock = 0;
    private const int MonotonicClock = 1;
    private const int ThreadClock = 3;

    private static readonly (string Name, int Number)[] Clocks =
    [
        ("CLOCK_REALTIME", RealClock), ("CLOCK_MONOTONIC", MonotonicClock), ("CLOCK_PROCESS_CPUTIME_ID", 2),
        ("CLOCK_THREAD_CPUTIME_ID", ThreadClock), ("CLOCK_MONOTONIC_RAW", 4), ("CLOCK_BOOTTIME", 7), ("CLOCK_TAI", 11),
    ];

    /// <summary>thread_time() -> float
    ///
    /// Thread time for profiling: sum of the kernel and user-space CPU time.</summary>
    [PyFunction("thread_time")]
    private static Value ThreadTime(VmThread thread) => GetTime(thread, ThreadClock);

    /// <summary>thread_time_ns() -> int
    ///
    /// Thread time for profiling as nanoseconds:
    /// sum of the kernel and user-space CPU time.</summary>
    [PyFunction("thread_time_ns")]
    private static Value ThreadTimeNanoseconds(VmThread thread) => GetNanoseconds(thread, ThreadClock);

    /// <summary>clock_gettime(clk_id) -> float
    ///
    /// Return the time of the specified clock clk_id.</summary>
    [PyFunction("clock_gettime", Signature = "clk_id, /")]
    private static Value GetTime(VmThread thread, int clkId) =>
        TryAsk(thread, clkId, out var nanoseconds) ? Value.Float(nanoseconds / 1e9) : Value.Error;

    /// <summary>clock_gettime_ns(clk_id) -> int
    ///
    /// Return the time of the specified clock clk_id as nanoseconds.</summary>
    [PyFunction("clock_gettime_ns", Signature = "clk_id, /")]
    private static Value GetNanoseconds(VmThread thread, int clkId) =>
        TryAsk(thread, clkId, out var nanoseconds) ? Value.Int(nanoseconds) : Value.Error;

    /// <summary>clock_getres(clk_id) -> floating point number
    ///
    /// Return the resolution (precision) of the specified clock clk_id.</summary>
    [PyFunction("clock_getres", Signature = "clk_id, /")]
    private static Value GetResolution(VmThread thread, int clkId)
    {
        var result = clock_getres(clkId, out var time);
        return result < 0 ? SystemErrors.Raise(thread, Marshal.GetLastSystemError()) : Value.Float(time.Total / 1e9);
    }

    /// <summary>clock_settime(clk_id, time)
    ///
    /// Set the time of the specified clock clk_id.</summary>
    [PyFunction("clock_settime", Signature = "clk_id, time, /")]
    private static Value SetTime(VmThread thread, int clkId, double time) => Set(thread, clkId, (long)System.Math.Floor(time * Nanosecond));

    /// <summary>clock_settime_ns(clk_id, time)
    ///
    /// Set the time of the specified clock clk_id with nanoseconds.</summary>
    [PyFunction("clock_settime_ns", Signature = "clk_id, time, /")]
    private static Value SetNanoseconds(VmThread thread, int clkId, long time) => Set(thread, clkId, time);

    /// <summary>get_clock_info(name: str) -> dict
    ///
    /// Get information of the specified clock.</summary>
    [PyFunction("get_clock_info", Signature = "name, /")]
    private static Value GetClockInfo(VmThread thread, string name)
    {
        string? clock = name switch
        {
            "time" => "CLOCK_REALTIME",
            "monotonic" or "perf_counter" => "CLOCK_MONOTONIC",
            "process_time" => "CLOCK_PROCESS_CPUTIME_ID",
            "thread_time" => "CLOCK_THREAD_CPUTIME_ID",
            _ => null,
        };
        if (clock is null)
            return thread.ValueError("unknown clock");
        var info = new PySimpleNamespace();
        void Set(string key, Value value) => InstanceAttributes.Set(info, thread.Interpreter.Intern(key), value);
        Set("implementation", Value.Str($"clock_gettime({clock})"));
        Set("monotonic", Value.Bool(name != "time"));
        Set("adjustable", Value.Bool(name == "time"));
        Set("resolution", Value.Float(1e-9));
        return info;
    }

    /// <summary>tzset()
    ///
    /// Initialize, or reinitialize, the local timezone to the value stored in
    /// os.environ['TZ'].</summary>
    [PyFunction("tzset")]
    private static Value SetTimeZone(VmThread thread)
    {
        TimeZoneInfo.ClearCachedData();
        if (thread.Interpreter.Modules.GetStr(ModuleName).Ref is PyModule module)
            SetZone(module.Dict);
        return Value.None;
    }

    private static bool TryAsk(VmThread thread, int clock, out long nanoseconds)
    {
        switch (clock)
        {
            case RealClock:
                nanoseconds = Nanoseconds(thread);
                return true;
            case MonotonicClock:
                nanoseconds = MonotonicNanoseconds(thread);
                return true;
        }
        var result = clock_gettime(clock, out var time);
        nanoseconds = time.Total;
        if (result >= 0)
            return true;
        SystemErrors.Raise(thread, Marshal.GetLastSystemError());
        return false;
    }

    private static Value Set(VmThread thread, int clock, long nanoseconds)
    {
        var (seconds, rest) = System.Math.DivRem(nanoseconds, Nanosecond);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + Nanosecond);
        return clock_settime(clock, new TimeSpec(seconds, rest)) < 0 ? SystemErrors.Raise(thread, Marshal.GetLastSystemError()) : Value.None;
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [DllImport("libc")]
    private static extern int clock_getres(int clock, out TimeSpec resolution);

    [DllImport("libc")]
    private static extern int clock_settime(int clock, in TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(long Seconds, long Rest)
    {
        internal long Total => (Seconds * Nanosecond) + Rest;
    }
}
