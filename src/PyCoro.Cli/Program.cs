// Running a script must start fast, so the usual command lines are recognised by a look at the first arguments and only
// the others pay for the command-line library (its price stands in docs/decisions.md).

using PyCoro.Cli;

return LaunchRequest.TryRead(args, static () => Console.IsInputRedirected) is { } request
    ? Launcher.Run(request)
    : CommandTree.Invoke(args);
