using System.Diagnostics;

namespace PyCoro.Cli.Tests;

/// <summary><c>--virtual-time</c>: hours pass at once, and all clocks agree.</summary>
public sealed class VirtualTime : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    private const string Hours = """
        import asyncio, signal, threading, time

        start = time.monotonic(), time.time()

        async def main():
            await asyncio.gather(*(asyncio.sleep(3600 * i) for i in range(10)))
            try:
                async with asyncio.timeout(3600):
                    await asyncio.Event().wait()
            except TimeoutError:
                print('timeout', round(asyncio.get_running_loop().time() - start[0]))

        asyncio.run(main())
        time.sleep(3600)
        threads = [threading.Thread(target=lambda i=i: (time.sleep(i), print(i))) for i in (3, 1, 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(threading.Event().wait(3600))
        signal.signal(signal.SIGALRM, lambda *_: print('alarm'))
        signal.alarm(60)
        time.sleep(3600)
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            pass
        print(round(time.monotonic() - start[0]), round(time.time() - start[1]))
        """;

    [Fact]
    public void PassesWithoutWaiting()
    {
        var before = Stopwatch.GetTimestamp();
        _command.Run("--virtual-time", "-c", Hours).ShouldBe(new Outcome("timeout 36000\n1\n2\n3\nFalse\nalarm\n46804 46804\n", "", 0));
        // Not how fast, only that nobody waited for hours.
        Stopwatch.GetElapsedTime(before).ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }
}
