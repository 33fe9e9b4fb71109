// The list of library modules written in C#. Each interpreter makes its own module objects from these definitions when a
// script imports them.

using PyCoro.Runtime.Binding;

namespace PyCoro.Stdlib;

/// <summary>Definitions of the native library modules.</summary>
internal static class StdlibModules
{
    /// <summary>All of them; made when asked for.</summary>
    internal static IEnumerable<NativeModule> All =>
    [
        Abc.AbcModule.Definition,
        Accounts.GrpModule.Definition,
        Accounts.PwdModule.Definition,
        Arrays.ArrayModule.Definition,
        Algorithms.BisectModule.Definition,
        Algorithms.HeapModule.Definition,
        Asyncio.AsyncioModule.Definition,
        Binary.BinasciiModule.Definition,
        Collections.CollectionsModule.Definition,
        Collecting.GcModule.Definition,
        Compression.ZlibModule.Definition,
        Contextvars.ContextvarsModule.Definition,
        Csv.CsvModule.Definition,
        Digests.Blake2Module.Definition,
        Digests.Md5Module.Definition,
        Digests.Sha1Module.Definition,
        Digests.Sha256Module.Definition,
        Digests.Sha3Module.Definition,
        Digests.Sha512Module.Definition,
        Encodings.CodecsModule.Definition,
        Errno.ErrnoModule.Definition,
        Functools.FunctoolsModule.Definition,
        Importlib.ImportModule.Definition,
        IO.IOModule.Definition,
        Itertools.ItertoolsModule.Definition,
        Json.JsonModule.Definition,
        Mathematics.ComplexMathModule.Definition,
        Marshalling.MarshalModule.Definition,
        Mathematics.MathModule.Definition,
        Memory.MmapModule.Definition,
        Operator.DigestComparisonModule.Definition,
        Operator.OperatorModule.Definition,
        Pickling.PicklingModule.Definition,
        Posix.FcntlModule.Definition,
        Posix.PosixModule.Definition,
        Processes.PosixSubprocessModule.Definition,
        Processes.ProcessesModule.Definition,
        Queues.QueueModule.Definition,
        Random.RandomModule.Definition,
        Regex.ReModule.Definition,
        Resources.ResourceModule.Definition,
        Resources.SyslogModule.Definition,
        Selecting.SelectModule.Definition,
        Signals.AtExitModule.Definition,
        Signals.SignalModule.Definition,
        Sockets.SocketModule.Definition,
        Structs.StructModule.Definition,
        Opcodes.OpcodeModule.Definition,
        SyntaxTrees.AstModule.Definition,
        SyntaxTrees.SymbolTableModule.Definition,
        Terminals.TermiosModule.Definition,
        Threading.ThreadModule.Definition,
        Time.TimeModule.Definition,
        Tls.SslModule.Definition,
        Tracebacks.TracebackModule.Definition,
        Types.GenericsModule.Definition,
        Types.TypesModule.Definition,
        Unicodedata.UnicodedataModule.Definition,
        Warnings.WarningsModule.Definition,
        Weakref.WeakrefModule.Definition,
    ];
}
