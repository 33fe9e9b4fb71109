namespace PyCoro.Cli.Tests;

/// <summary>Exit statuses, what is printed last, interrupts and broken pipes.</summary>
public sealed class HowAProgramEnds : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("raise SystemExit", 0, "")]
    [InlineData("raise SystemExit(None)", 0, "")]
    [InlineData("raise SystemExit(7)", 7, "")]
    [InlineData("raise SystemExit(300)", 44, "")]
    [InlineData("raise SystemExit(-1)", 255, "")]
    [InlineData("raise SystemExit(True)", 1, "")]
    [InlineData("raise SystemExit(1 << 80)", 255, "")]
    [InlineData("raise SystemExit('the reason')", 1, "the reason\n")]
    [InlineData("raise SystemExit((1, 2))", 1, "(1, 2)\n")]
    [InlineData("raise SystemExit(1.5)", 1, "1.5\n")]
    [InlineData("raise ValueError('x')", 1, "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nValueError: x\n")]
    [InlineData("raise KeyboardInterrupt", 130, "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nKeyboardInterrupt\n")]
    public void ExitStatus(string code, int status, string errors) =>
        _command.Run("-c", code).ShouldBe(new Outcome("", errors, status));

    [Fact]
    public void OutputComesBeforeTheTraceback()
    {
        var outcome = _command.Run("-c", "print('before', end='')\n1/0");
        outcome.Output.ShouldBe("before");
        outcome.Errors.ShouldEndWith("ZeroDivisionError: division by zero\n");
    }

    [Fact]
    public void OutputIsUtf8WhateverTheLocale() =>
        _command.Run("-c", "print('é 日本 🐍')").ShouldBe(new Outcome("é 日本 🐍\n", "", 0));

    [Fact]
    public void CtrlCIsKeyboardInterrupt()
    {
        _command.Write("loop.py", """
            print("ready", flush=True)
            try:
                while True:
                    pass
            finally:
                print("cleaned up")
            """);
        Interrupt("loop.py").ShouldBe((130, "cleaned up\n"));
    }

    [Fact]
    public void CtrlCCanBeCaught()
    {
        _command.Write("loop.py", """
            print("ready", flush=True)
            try:
                while True:
                    pass
            except KeyboardInterrupt:
                print("caught")
            """);
        Interrupt("loop.py").ShouldBe((0, "caught\n"));
    }

    [Fact]
    public void CtrlCEndsSleep()
    {
        _command.Write("sleep.py", """
            import time
            print("ready", flush=True)
            time.sleep(30)
            """);
        Interrupt("sleep.py").ShouldBe((130, ""));
    }

    [Fact]
    public void BrokenPipeIsAnException()
    {
        using var process = _command.Start("-c", "for i in range(1_000_000): print(i)");
        process.StandardOutput.ReadLine();
        process.StandardOutput.Close();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        errors.ShouldContain("BrokenPipeError: [Errno 32] Broken pipe\n");
        process.ExitCode.ShouldBeOneOf(1, 120);
    }

    private (int Status, string Output) Interrupt(string script)
    {
        using var process = _command.Start(script);
        process.StandardOutput.ReadLine().ShouldBe("ready");
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString()]))
            kill.WaitForExit();
        var outcome = CommandLine.End(process);
        return (outcome.Status, outcome.Output);
    }
}
