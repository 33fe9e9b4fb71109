// The parser's side of scripts/compare-ast: reads file names from standard input and writes, for each, the hash of its
// dump (or what was wrong with it), in one process; with a file name as its last argument, that file's dump.
// With --time it parses everything again and again instead and prints lines per second.

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PyCoro.Syntax;

if (args is ["--dump", var single])
{
    var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
    AstDump.Write(ParseFile(single).Module, output, includeAttributes: true, flattenFStrings: true);
    output.Flush();
    return 0;
}

var files = new List<string>();
while (Console.ReadLine() is { } line)
{
    files.Add(line);
}

if (args is ["--time", ..])
{
    return Measure(files, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3);
}

var stdout = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
foreach (var file in files)
{
    string result;
    try
    {
        var parsed = ParseFile(file);
        using (var writer = new StreamWriter(new HashStream(hasher), new UTF8Encoding(false), 1 << 16))
        {
            AstDump.Write(parsed.Module, writer, includeAttributes: true, flattenFStrings: true);
        }
        result = "ok " + Convert.ToHexStringLower(hasher.GetHashAndReset());
    }
    catch (PythonSyntaxException e)
    {
        result = $"error {e.Kind}: {e.Message} ({e.Line}, {e.Offset}, {e.EndLine}, {e.EndOffset})".ReplaceLineEndings(" ");
    }
    catch (Exception e)
    {
        result = $"crash {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}".ReplaceLineEndings(" ");
    }
    stdout.WriteLine(result);
}
return 0;

static ParseResult ParseFile(string file) => PythonSource.Parse(PythonSource.Decode(File.ReadAllBytes(file), file), ParseMode.File);

static int Measure(List<string> files, int rounds)
{
    var sources = new List<SourceText>();
    foreach (var file in files)
    {
        try
        {
            sources.Add(ParseFile(file).Source);
        }
        catch (PythonSyntaxException)
        {
            // Not what is measured.
        }
    }
    long lines = sources.Sum(source => source.LineCount);
    for (var round = 0; round < rounds; round++)
    {
        var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        foreach (var source in sources)
        {
            PythonSource.Parse(source, ParseMode.File);
        }
        watch.Stop();
        process.Refresh();
        var cpuSeconds = (process.TotalProcessorTime - cpu).TotalSeconds;
        Console.WriteLine(
            $"{lines} lines in {watch.Elapsed.TotalSeconds:F2} s: {lines / watch.Elapsed.TotalSeconds:N0} lines/s, "
            + $"{lines / cpuSeconds:N0} a CPU second, {(GC.GetTotalAllocatedBytes() - allocated) / lines:N0} bytes a line");
    }
    return 0;
}

internal sealed class HashStream(IncrementalHash hash) : Stream
{
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);
    public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);
}
