using PyCoro.Compiler;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Observing;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib;

namespace PyCoro.Runtime.Tests.Observing;

public sealed class SwitchObserverTests
{
    [Fact]
    public void ADelegationShowsEverySwitch() => Record(
        """
        def inner():
            yield 1
            return 2
        def outer():
            return (yield from inner())
        for _ in outer():
            pass
        """).ShouldBe(
        [
            "resume outer/outer",
            "outer delegates to inner",
            "outer/inner yields 1",
            "resume outer/inner",
            "inner ends with 2",
            "outer ends with 2",
        ]);

    [Fact]
    public void AnExceptionThatLeavesABodyIsSeen() => Record(
        """
        def body():
            yield 1
            raise ValueError
        try:
            list(body())
        except ValueError:
            pass
        """).ShouldBe(["resume body/body", "body/body yields 1", "resume body/body", "body ends with <error>"]);

    [Fact]
    public void TasksAreSeenWhenTheLoopStepsThem() => Record(
        """
        import asyncio
        async def child():
            await asyncio.sleep(0)
        async def main():
            await asyncio.create_task(child())
        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        loop.close()
        """).Where(static line => line.StartsWith("task", StringComparison.Ordinal)).ShouldBe(
        ["task steps", "task steps", "task steps", "task wakes", "task steps"]);

    private static List<string> Record(string code)
    {
        var recorder = new Recorder();
        var interpreter = new Interpreter(new InterpreterOptions
        {
            Library = new StdlibLibrary(), Output = Stream.Null, Error = Stream.Null,
        });
        var thread = interpreter.MainThread;
        var compiled = SourceCompiler.CompileText(thread, code, SourceCompiler.DefaultOptions(thread, "<test>", CompileMode.Exec));
        compiled.ShouldNotBeNull();
        var globals = new PyDict();
        thread.Observer = recorder;
        interpreter.Execute(thread, compiled, globals, globals, null).IsError.ShouldBeFalse();
        return recorder.Lines;
    }

    private sealed class Recorder : ISwitchObserver
    {
        internal List<string> Lines { get; } = [];

        public void Resumed(VmThread thread, PyGenerator root, PyGenerator innermost) =>
            Lines.Add($"resume {root.Name.Text}/{innermost.Name.Text}");

        public void Yielded(VmThread thread, PyGenerator root, PyGenerator innermost, Value value) =>
            Lines.Add($"{root.Name.Text}/{innermost.Name.Text} yields {value}");

        public void Delegated(VmThread thread, PyGenerator from, PyGenerator to) =>
            Lines.Add($"{from.Name.Text} delegates to {to.Name.Text}");

        public void Finished(VmThread thread, PyGenerator body, Value result) => Lines.Add($"{body.Name.Text} ends with {result}");

        public void TaskStepped(VmThread thread, PyObject task) => Lines.Add("task steps");

        public void TaskWoken(VmThread thread, PyObject task, PyObject future) => Lines.Add("task wakes");
    }
}
