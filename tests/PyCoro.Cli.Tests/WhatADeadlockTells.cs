using PyCoro.Runtime.Hosting;

namespace PyCoro.Cli.Tests;

/// <summary>A program that can never go on says so at once, who waits for whom, and has status 3. CPython hangs there.</summary>
public sealed class WhatADeadlockTells : IDisposable
{
    private const string Head = "Deadlock: nothing can run, and nothing is pending that could change that.\n\n";

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void TwoThreadsTakeTwoLocksInDifferentOrder()
    {
        Report("""
            import threading, time
            a, b = threading.Lock(), threading.RLock()
            def work(first, second):
                with first:
                    time.sleep(0.05)
                    with second:
                        pass
            print('before', end='')
            threads = [threading.Thread(target=work, args=pair, name=name) for pair, name in (((a, b), 'one'), ((b, a), 'two'))]
            for thread in threads:
                thread.start()
            try:
                for thread in threads:
                    thread.join()
            finally:
                print('nothing runs any more')
            """, output: "before").ShouldSatisfyAllConditions(
            report => report.ShouldStartWith(Head + """
                The cycle:
                  thread 'one' waits for the RLock 'second', which thread 'two' has held since program.py, line 4
                  thread 'two' waits for the lock 'second', which thread 'one' has held since program.py, line 4

                Thread 'MainThread' waits for the end of thread 'one':
                  File "program.py", line 14, in <module>
                    thread.join()

                """),
            report => report.ShouldContain("\n  File \"program.py\", line 6, in work\n    with second:\n"));
    }

    [Fact]
    public void AThreadTakesALockTwice() => Report("""
        import threading
        class Account:
            def __init__(self):
                self.lock = threading.Lock()
            def move(self):
                with self.lock:
                    self.total()
            def total(self):
                self.lock.acquire()
        Account().move()
        """).ShouldBe(Head + """
        The cycle:
          thread 'MainThread' waits for the lock 'self.lock', which it has held itself since program.py, line 6

        Thread 'MainThread' waits for the lock 'self.lock', which it has held itself since program.py, line 6:
          File "program.py", line 10, in <module>
            Account().move()
          File "program.py", line 7, in move
            self.total()
          File "program.py", line 9, in total
            self.lock.acquire()

        """);

    [Fact]
    public void NobodyIsLeftToNotify() => Report("""
        import threading, time
        event = threading.Event()
        threading.Thread(target=time.sleep, args=(0.05,)).start()
        event.wait()
        """).ShouldStartWith(Head + "Thread 'MainThread' waits for a notification:\n  File \"program.py\", line 4, in <module>\n    event.wait()\n");

    [Fact]
    public void TheEndOfTheProgramWaitsForAThread() => Report("""
        import queue, threading
        threading.Thread(target=queue.Queue().get, name='worker').start()
        """).ShouldStartWith(Head + "Thread 'MainThread' waits for the end of thread 'worker'");

    [Fact]
    public void TheLastFunctionsOfTheProgramWait() => Report("""
        import atexit, threading
        lock = threading.Lock()
        lock.acquire()
        atexit.register(lock.acquire)
        """).ShouldContain("since program.py, line 3");

    [Fact]
    public void TasksWaitForEachOther() => Report("""
        import asyncio
        tasks = []
        async def work(other):
            await asyncio.sleep(0)
            await tasks[other]
        async def main():
            tasks.extend(asyncio.create_task(work(1 - i), name=f'task {i}') for i in (0, 1))
            await asyncio.gather(*tasks)
        asyncio.run(main())
        """).ShouldSatisfyAllConditions(
        report => report.ShouldStartWith(Head + "The cycle:\n  task 'task 0' waits for task 'task 1'\n  task 'task 1' waits for task 'task 0'\n"),
        report => report.ShouldContain("\nTask 'Task-1' waits for task 'task 0' and task 'task 1':\n  File \"program.py\", line 8, in main\n"));

    [Fact]
    public void TasksTakeTwoLocksInDifferentOrder() => Report("""
        import asyncio
        async def work(first, second):
            async with first:
                await asyncio.sleep(0.01)
                async with second:
                    pass
        async def main():
            a, b = asyncio.Lock(), asyncio.Lock()
            async with asyncio.TaskGroup() as group:
                group.create_task(work(a, b), name='one')
                group.create_task(work(b, a), name='two')
        asyncio.run(main())
        """).ShouldStartWith(Head + """
        The cycle:
          task 'one' waits for the Lock 'second' of asyncio, which task 'two' holds
          task 'two' waits for the Lock 'second' of asyncio, which task 'one' holds

        """);

    [Fact]
    public void ATaskHoldsALockWhileItsGroupNeedsIt() => Report("""
        import asyncio
        async def child(lock):
            async with lock:
                pass
        async def main():
            lock = asyncio.Lock()
            async with lock, asyncio.TaskGroup() as group:
                group.create_task(child(lock), name='child')
        asyncio.run(main())
        """).ShouldStartWith(Head + """
        The cycle:
          task 'Task-1' waits for task 'child'
          task 'child' waits for the Lock 'lock' of asyncio, which task 'Task-1' holds

        """);

    [Fact]
    public void ALoopWaitsForAFutureThatNobodyResolves() => Report("""
        import asyncio
        async def main():
            await asyncio.sleep(0.01)
            await asyncio.get_running_loop().create_future()
        asyncio.run(main())
        """).ShouldContain("\nTask 'Task-1' waits for a future that nobody has resolved:\n  File \"program.py\", line 4, in main\n");

    [Fact]
    public void UnderVirtualTime()
    {
        _command.Write("program.py", "import threading, time\ntime.sleep(3600)\nthreading.Event().wait()\n");
        _command.Run("--virtual-time", "program.py").Status.ShouldBe(3);
    }

    [Theory]
    [InlineData("signal.signal(signal.SIGUSR1, lambda *_: lock.release())\nthreading.Timer(0.2, os.kill, (os.getpid(), signal.SIGUSR1)).start()")]
    [InlineData("ends = os.pipe()\nthreading.Thread(target=lambda: (os.read(ends[0], 1), lock.release())).start()\nos.write(ends[1], b'x')")]
    [InlineData("threading.Thread(target=lambda: (sys.stdin.read(), lock.release())).start()")]
    [InlineData("threading.Thread(target=lambda: (os.system('sleep 0.2'), lock.release())).start()")]
    [InlineData("threading.Timer(0.2, lock.release).start()")]
    [InlineData("class C: pass\nc = C()\nc.itself = c\nweak = weakref.ref(c, lambda _: lock.release())\ndel c")]
    public void WhoeverMayStillBeWokenIsNotDeadlocked(string rescue)
    {
        _command.Write("program.py", $"import os, signal, sys, threading, weakref\nlock = threading.Lock()\nlock.acquire()\n{rescue}\nlock.acquire()\nprint('woken')\n");
        _command.Run("program.py").ShouldBe(new Outcome("woken\n", "", 0));
    }

    [Fact]
    public void AHostGetsAnException()
    {
        var file = _command.Write("program.py", "import threading\nprint('before')\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
        using var output = new MemoryStream();
        var program = new PythonProgram(new PythonProgramOptions { Input = Stream.Null, Output = output, Errors = Stream.Null });
        var deadlock = Should.Throw<DeadlockException>(() => program.RunFile(file, []));
        deadlock.Message.ShouldBe("Deadlock: nothing can run, and nothing is pending that could change that.");
        deadlock.Report.ShouldContain("waits for the lock 'lock', which it has held itself since");
        System.Text.Encoding.UTF8.GetString(output.ToArray()).ShouldBe("before\n");
    }

    private string Report(string program, string output = "")
    {
        _command.Write("program.py", program);
        var outcome = _command.Run("program.py");
        outcome.Status.ShouldBe(3, outcome.Errors);
        outcome.Output.ShouldBe(output);
        return outcome.Errors.Replace(Path.Combine(_command.Folder, "program.py"), "program.py");
    }
}
