// What sys says about the running interpreter: its threads and their frames, its memory, how it links.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static partial class SysModule
{
    /// <summary>Return True if Python is exiting.</summary>
    [PyFunction("is_finalizing")]
    private static bool IsFinalizing(VmThread thread) => thread.Interpreter.IsFinalizing;

    /// <summary>Return the current thread switch interval; see sys.setswitchinterval().</summary>
    [PyFunction("getswitchinterval")]
    private static double GetSwitchInterval(VmThread thread) => thread.Interpreter.Gil.SwitchInterval;

    /// <summary>Set the ideal thread switching delay inside the Python interpreter.
    ///
    /// The actual frequency of switching threads can be lower if the
    /// interpreter executes long sequences of uninterruptible code
    /// (this is implementation-specific and workload-dependent).
    ///
    /// The parameter must represent the desired switching delay in seconds
    /// A typical value is 0.005 (5 milliseconds).</summary>
    [PyFunction("setswitchinterval", Signature = "interval, /")]
    private static Value SetSwitchInterval(VmThread thread, double interval)
    {
        if (!(interval > 0))
            return thread.ValueError("switch interval must be strictly positive");
        thread.Interpreter.Gil.SwitchInterval = interval;
        return Value.None;
    }

    /// <summary>Return the number of memory blocks currently allocated: 0, as they are .NET's and not counted.</summary>
    [PyFunction("getallocatedblocks")]
    private static long GetAllocatedBlocks() => 0;

    /// <summary>Return the current value of the flags that are used for dlopen calls.</summary>
    [PyFunction("getdlopenflags")]
    private static long GetDlOpenFlags(VmThread thread) => thread.Interpreter.State<Switches>().Linking;

    /// <summary>Set the flags used by the interpreter for dlopen calls.</summary>
    [PyFunction("setdlopenflags", Signature = "flags, /")]
    private static Value SetDlOpenFlags(VmThread thread, int flags)
    {
        thread.Interpreter.State<Switches>().Linking = flags;
        return Value.None;
    }

    /// <summary>What programs set here and read again.</summary>
    private sealed class Switches
    {
        // RTLD_NOW.
        internal int Linking { get; set; } = 2;
    }
}
