// Processes that a program starts with multiprocessing and concurrent.futures are the command again, so they are tested here.
// What is sent to them is pickled, by the library of an installed CPython 3.11; what the same program prints there is expected.

using Shouldly;

namespace PyCoro.Cli.Tests;

public sealed class ProcessesOfAProgram : IDisposable
{
    private readonly CommandLine _pycoro = new();

    public void Dispose() => _pycoro.Dispose();

    [OracleTheory]
    [InlineData("results and chunks", """
        from concurrent.futures import ProcessPoolExecutor, as_completed, wait
        import math, multiprocessing, os

        def is_prime(n):
            return n > 1 and all(n % i for i in range(2, math.isqrt(n) + 1))

        def pid(_=None):
            return os.getpid()

        if __name__ == '__main__':
            multiprocessing.set_start_method('spawn')
            with ProcessPoolExecutor(2) as pool:
                print(list(zip(range(20), pool.map(is_prime, range(20), chunksize=7))))
                futures = [pool.submit(pow, 2, n) for n in range(5)]
                print(sorted(f.result() for f in as_completed(futures)), len(wait(futures).done))
                print(os.getpid() in set(pool.map(pid, range(4))))
            with ProcessPoolExecutor(1, max_tasks_per_child=2) as pool:
                pids = [pool.submit(pid).result() for _ in range(4)]
                print(pids[0] == pids[1], pids[1] == pids[2], pids[2] == pids[3])
        """)]
    [InlineData("exceptions and broken pools", """
        from concurrent.futures import ProcessPoolExecutor, BrokenExecutor
        from concurrent.futures.process import BrokenProcessPool
        import multiprocessing, os, sys

        class Trouble(Exception):
            pass

        def fail(kind, *args):
            raise kind(*args)

        def show(future):
            error = future.exception()
            print(type(error).__name__, error, type(error.__cause__).__name__, 'in fail' in str(error.__cause__))

        if __name__ == '__main__':
            context = multiprocessing.get_context('spawn')
            pool = ProcessPoolExecutor(1, context)
            show(pool.submit(fail, Trouble, 'x', 2))
            show(pool.submit(sys.exit, 3))
            show(pool.submit(id, context.Lock()))
            futures = [pool.submit(os._exit, 4), pool.submit(int), pool.submit(int)]
            for future in futures:
                show(future)
            try:
                pool.submit(int)
            except BrokenProcessPool as error:
                print(isinstance(error, BrokenExecutor), error)
            pool.shutdown()
        """)]
    [InlineData("initializers, and the end of the program", """
        import atexit, multiprocessing, sys
        from concurrent.futures import ProcessPoolExecutor

        value = 'unset'

        def begin(given):
            global value
            value = given

        def show(word):
            print(word, value, __name__, multiprocessing.current_process().daemon, multiprocessing.parent_process().name)
            sys.stdout.flush()

        if __name__ == '__main__':
            atexit.register(print, 'the end')
            pool = ProcessPoolExecutor(1, multiprocessing.get_context('spawn'), begin, ('set',))
            pool.submit(show, 'first').result()
            pool.submit(show, 'second')
        """)]
    [InlineData("processes, queues, pipes and locks", """
        import multiprocessing as mp, sys

        def work(numbers, results, lock, go, pipe):
            go.wait()
            for number in iter(numbers.get, None):
                with lock:
                    results.put(number * number)
                numbers.task_done()
            numbers.task_done()
            pipe.send({mp.current_process().name: 'done'})

        def end(how):
            if how == 'raise':
                raise ValueError(how)
            sys.exit(how)

        if __name__ == '__main__':
            context = mp.get_context('spawn')
            numbers, results = context.JoinableQueue(), context.SimpleQueue()
            lock, go = context.Lock(), context.Event()
            ours, theirs = context.Pipe()
            process = context.Process(target=work, args=(numbers, results, lock, go, theirs), name='worker')
            process.start()
            print(process.is_alive(), process.exitcode, process in mp.active_children(), process.join(0.01))
            for number in range(4):
                numbers.put(number)
            numbers.put(None)
            go.set()
            numbers.join()
            print([results.get() for _ in range(4)], ours.recv())
            process.join()
            print(process.exitcode, process.is_alive(), mp.active_children())
            big = context.Queue(2)
            big.put('x' * 300000)
            print(len(big.get()))
            for how in (0, 5, 'text', 'raise'):
                process = context.Process(target=end, args=(how,))
                process.start()
                process.join()
                print(how, process.exitcode)
            process = context.Process(target=go.wait)
            go.clear()
            process.start()
            process.terminate()
            process.join()
            print(process.exitcode, repr(process).split()[-1])
        """)]
    public void PrintWhatPythonPrints(string about, string script)
    {
        _ = about;
        _pycoro.Write("script.py", script);
        var mine = _pycoro.Run("--stdlib", UsesOfAnInstalledLibrary.Library!, "script.py");
        using var python = UsesOfAnInstalledLibrary.StartPython(_pycoro.Folder, "script.py");
        var theirs = CommandLine.End(python);
        (mine.Output, mine.Status).ShouldBe((theirs.Output, theirs.Status), mine.Errors);
        theirs.Status.ShouldBe(0);
    }

    [OracleTheory]
    [InlineData("1\n")]
    public void WhatStartsProcessesStandsBelowTheGuard(string status)
    {
        _pycoro.Write("script.py", """
            import multiprocessing
            process = multiprocessing.Process(target=print)
            process.start()
            process.join()
            print(process.exitcode)
            """);
        var outcome = _pycoro.Run("--stdlib", UsesOfAnInstalledLibrary.Library!, "script.py");
        outcome.Output.ShouldBe(status);
        outcome.Errors.ShouldContain("RuntimeError: \n        An attempt has been made to start a new process before the\n");
    }
}
