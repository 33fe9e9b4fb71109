// Between the process and the program: Ctrl-C becomes KeyboardInterrupt, and what should never happen, an exception of
// the CLR, becomes one line and a status of its own instead of a dump that means nothing to who wrote the script.

using PyCoro.Runtime.Hosting;

namespace PyCoro.Cli;

/// <summary>Runs a program in this process.</summary>
internal static class Launcher
{
    /// <summary>Runs it to its end; the result is the exit status.</summary>
    public static int Run(LaunchRequest request)
    {
        AppDomain.CurrentDomain.UnhandledException += (_, e) =>
            Environment.Exit(InternalError.Report(e.ExceptionObject as Exception, null));
        if (request.StandardLibrary is { Length: > 0 } named && named != "auto" && !Directory.Exists(named))
        {
            Console.Error.WriteLine($"pycoro: --stdlib: there is no folder '{named}'");
            return ExitStatus.Usage;
        }
        if (request.Flags.StartProblem is { } problem)
        {
            Console.Error.WriteLine($"Fatal Python error: {problem}");
            return ExitStatus.Failure;
        }
        // Programs that this one starts with sys.executable find the same library.
        if (request.StandardLibrary is { } library && Environment.GetEnvironmentVariable(LaunchRequest.StandardLibraryVariable) != library)
            new PosixSystem().SetVariable(LaunchRequest.StandardLibraryVariable, library);
        PythonProgram? program = null;
        try
        {
            program = new PythonProgram(new PythonProgramOptions
            {
                InternalErrors = InternalError.Observer,
                StandardLibrary = request.StandardLibrary,
                Flags = request.Flags,
                VirtualTime = request.VirtualTime,
                HandlesCtrlC = true,
            });
            return request.Source switch
            {
                ProgramSource.File => program.RunFile(request.Target, request.Arguments),
                ProgramSource.Code => program.RunCode(request.Target, request.Arguments),
                ProgramSource.Module => program.RunModule(request.Target, request.Arguments),
                _ => program.RunInput(request.Target, request.Arguments),
            };
        }
        catch (DeadlockException deadlock)
        {
            Console.Error.Write(deadlock.Report);
            return ExitStatus.Deadlock;
        }
        catch (Exception exception)
        {
            return InternalError.Report(exception, program?.CurrentLine());
        }
    }
}
