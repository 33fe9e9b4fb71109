using System.Diagnostics;

namespace PyCoro.Cli.Tests;

/// <summary>A program that waits for its input, or for the other end of a pipe: other threads run, and signals are heard.</summary>
public sealed class WaitingForInput : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void OtherThreadsRunMeanwhile()
    {
        using var process = _command.Start("-c", """
            import sys, threading
            def talk():
                for i in range(3):
                    print(i, flush=True)
                print('waiting still', reading, flush=True)
            reading = True
            threading.Thread(target=talk).start()
            line = input()
            reading = False
            print(line, sys.stdin.readlines())
            """);
        foreach (var expected in new[] { "0", "1", "2", "waiting still True" })
            process.StandardOutput.ReadLine().ShouldBe(expected);
        process.StandardInput.Write("typed\nand\nmore");
        CommandLine.End(process).ShouldBe(new Outcome("typed ['and\\n', 'more']\n", "", 0));
    }

    [Fact]
    public void CtrlCEndsTheWaitAndTheInputIsStillThere()
    {
        using var process = _command.Start("-c", """
            import sys
            print('ready', flush=True)
            try:
                sys.stdin.readline()
            except KeyboardInterrupt:
                print('interrupted', flush=True)
            print(repr(sys.stdin.readline()), repr(input()))
            """);
        process.StandardOutput.ReadLine().ShouldBe("ready");
        Process.Start("kill", ["-INT", $"{process.Id}"])!.WaitForExit();
        process.StandardOutput.ReadLine().ShouldBe("interrupted");
        process.StandardInput.Write("one\ntwo\n");
        CommandLine.End(process).ShouldBe(new Outcome("'one\\n' 'two'\n", "", 0));
    }

    [Fact]
    public void AHandlerThatReturnsLetsTheWaitGoOn()
    {
        using var process = _command.Start("-c", """
            import signal
            signal.signal(signal.SIGUSR1, lambda *_: print('heard', flush=True))
            print('ready', flush=True)
            print(input())
            """);
        process.StandardOutput.ReadLine().ShouldBe("ready");
        Process.Start("kill", ["-USR1", $"{process.Id}"])!.WaitForExit();
        process.StandardOutput.ReadLine().ShouldBe("heard");
        process.StandardInput.Write("typed\n");
        CommandLine.End(process).ShouldBe(new Outcome("typed\n", "", 0));
    }

    [Fact]
    public void AnAlarmEndsEveryKindOfWait()
    {
        _command.Run("-c", """
            import fcntl, os, signal, subprocess

            class Rang(Exception): pass

            def ring(*_):
                raise Rang

            def limited(name, wait):
                signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
                try:
                    wait()
                except Rang:
                    print(name)
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)

            signal.signal(signal.SIGALRM, ring)
            os.mkfifo('fifo')
            r, w = os.pipe()
            child = subprocess.Popen(['sleep', '60'])
            first, second = open('lock', 'w'), open('lock', 'w')
            fcntl.flock(first, fcntl.LOCK_EX)
            limited('read', lambda: os.read(r, 1))
            limited('open', lambda: open('fifo'))
            limited('os.open', lambda: os.open('fifo', os.O_WRONLY))
            limited('file', lambda: open(r, 'rb', closefd=False).read())
            limited('text', lambda: next(open(r, closefd=False)))
            limited('waitpid', lambda: os.waitpid(child.pid, 0))
            limited('flock', lambda: fcntl.flock(second, fcntl.LOCK_EX))

            def fill():
                while True:
                    os.write(w, bytes(100000))

            limited('write', fill)
            child.kill()
            print(child.wait())
            """).ShouldBe(new Outcome("read\nopen\nos.open\nfile\ntext\nwaitpid\nflock\nwrite\n-9\n", "", 0));
    }
}
