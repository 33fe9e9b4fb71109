using System.Text;

namespace PyCoro.Conformance.Tests;

/// <summary>Runs a script inside the test process, through the public API.</summary>
internal sealed class InProcessSubject : Subject
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public override RunResult Run(string script, string tier, TimeSpan limit)
    {
        var output = new MemoryStream();
        var errors = new MemoryStream();
        var program = new PythonProgram(new PythonProgramOptions
        {
            Input = Stream.Null,
            Output = output,
            Errors = errors,
            VirtualTime = true,
            Executable = Path.Combine(AppContext.BaseDirectory, "PyCoro.Cli"),
        });
        var status = 0;
        Exception? fault = null;
        var runner = new Thread(() =>
        {
            try
            {
                status = program.RunFile(script, []);
            }
            catch (Exception exception)
            {
                fault = exception;
            }
        }) { IsBackground = true };
        runner.Start();
        if (!runner.Join(limit))
        {
            // Where it hangs is worth more than that it hangs: KeyboardInterrupt's traceback tells.
            program.Interrupt();
            var where = runner.Join(Grace) ? Text(errors) : "(and does not heed an interrupt)";
            Assert.Fail($"{script} did not end within {limit.TotalSeconds} s\n{where}");
        }
        if (fault is not null)
            Assert.Fail($"{script}: internal error at {program.CurrentLine()}: {fault}");
        return new RunResult(Text(output), Text(errors), status);
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
