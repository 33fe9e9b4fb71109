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

    private const string HoursOnTheLoopback = """
        import asyncio, time

        async def serve(reader, writer):
            while line := await reader.readline():
                await asyncio.sleep(3600)
                writer.write(line)
            writer.close()

        async def main():
            server = await asyncio.start_server(serve, '127.0.0.1', 0)
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            for hours in 2, 0.5:
                writer.write(b'line\n')
                try:
                    print(await asyncio.wait_for(reader.readline(), 3600 * hours))
                except TimeoutError:
                    print('timeout')
            print(await asyncio.to_thread(time.sleep, 3600), await reader.readline())
            print(round(time.monotonic() - start))

        start = time.monotonic()
        asyncio.run(main())
        """;

    [Theory]
    [InlineData(Hours, "timeout 36000\n1\n2\n3\nFalse\nalarm\n46804 46804\n")]
    [InlineData(HoursOnTheLoopback, "b'line\\n'\ntimeout\nNone b'line\\n'\n9000\n")]
    public void PassesWithoutWaiting(string code, string output)
    {
        var before = Stopwatch.GetTimestamp();
        _command.Run("--virtual-time", "-c", code).ShouldBe(new Outcome(output, "", 0));
        // Not how fast, only that nobody waited for hours.
        Stopwatch.GetElapsedTime(before).ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }
}
