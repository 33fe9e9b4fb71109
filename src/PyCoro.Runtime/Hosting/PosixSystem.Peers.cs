// Who is at the other end of a descriptor. Virtual time asks: a wait that only this process itself can end needs no real time.

using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Hosting;

internal sealed partial class PosixSystem
{
    private const int ProcessById = 1;
    private const int ExitedOnly = 0x01000004;
    private const int WithoutWaiting = 1;

    // struct siginfo_t, and where the id of the process is in it.
    private const int SignalInfoSize = 128;
    private const int ProcessInSignalInfo = 12;

    private readonly List<int> _children = [];

    public unsafe bool HasRunningChild
    {
        get
        {
            lock (_children)
            {
                if (_children.Count == 0)
                    return false;
                // Those that have ended are left for the program to wait for.
                _children.RemoveAll(static child =>
                {
                    var info = stackalloc byte[SignalInfoSize];
                    new Span<byte>(info, SignalInfoSize).Clear();
                    return waitid(ProcessById, child, info, ExitedOnly | WithoutWaiting) < 0 || *(int*)(info + ProcessInSignalInfo) != 0;
                });
                return _children.Count > 0;
            }
        }
    }

    public WaitedFor WhoEnds(IReadOnlyList<PollEntry> entries)
    {
        var own = new OpenDescriptors(this);
        foreach (var entry in entries)
        {
            if (own.IsEndedByOthers(entry.Descriptor))
                return WaitedFor.Others;
        }
        return own.HasUnsent ? WaitedFor.UnderWay : WaitedFor.ThisProcess;
    }

    [DllImport(Libc)]
    private static extern unsafe int waitid(int kind, int id, byte* info, int options);

    /// <summary>What this process has open, at one moment.</summary>
    private sealed class OpenDescriptors
    {
        // Kinds of files in their modes, families and types of sockets, and names of options.
        private const uint KindMask = 0xF000;
        private const uint Pipe = 0x1000;
        private const uint Device = 0x2000;
        private const uint Socket = 0xC000;
        private const int Unix = 1;
        private const int Inet = 2;
        private const int Inet6 = 10;
        private const int StreamType = 1;
        private const int SocketLevel = 1;
        private const int TypeOption = 3;
        private const int PeerOption = 17;
        private const int ListensOption = 30;
        private const nuint CountUnsent = 0x894B;
        private const int LongestAddress = 128;

        private readonly PosixSystem _system;
        private readonly Dictionary<ulong, int> _pipeEnds = [];
        private readonly HashSet<IPEndPoint> _names = [];

        internal OpenDescriptors(PosixSystem system)
        {
            _system = system;
            foreach (var file in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
            {
                if (!int.TryParse(Path.GetFileName(file.AsSpan()), out var descriptor) || system.GetStatus(descriptor, out var status) < 0)
                    continue;
                switch (status.Mode & KindMask)
                {
                    case Pipe:
                        CollectionsMarshal.GetValueRefOrAddDefault(_pipeEnds, status.Inode, out _)++;
                        break;
                    case Socket when Option(descriptor, TypeOption) == StreamType && Name(descriptor, ofPeer: false, out _) is { } name:
                        _names.Add(name);
                        if (Option(descriptor, ListensOption) == 0 && ioctl(descriptor, CountUnsent, out var unsent) >= 0 && unsent > 0)
                            HasUnsent = true;
                        break;
                }
            }
        }

        /// <summary>Has a socket been given something that is not on its way yet?</summary>
        internal bool HasUnsent { get; }

        internal bool IsEndedByOthers(int descriptor)
        {
            if (_system.GetStatus(descriptor, out var status) < 0)
                return false;
            return (status.Mode & KindMask) switch
            {
                Pipe => _pipeEnds.GetValueOrDefault(status.Inode) < 2,
                Device => true,
                Socket => HasOtherPeer(descriptor),
                0 => IsEpollEndedByOthers(descriptor),
                _ => false,
            };
        }

        private bool HasOtherPeer(int descriptor)
        {
            if (Option(descriptor, ListensOption) != 0)
                return false;
            var peer = Name(descriptor, ofPeer: true, out var family);
            if (family == Unix)
                return Option(descriptor, PeerOption) is var process && process > 0 && process != _system.ProcessId;
            // One without a peer takes from anybody, and so depends on nobody; unless it is on its way to one.
            if (peer is null)
                return Option(descriptor, TypeOption) == StreamType;
            return Option(descriptor, TypeOption) == StreamType ? !_names.Contains(peer) : !IPAddress.IsLoopback(peer.Address);
        }

        // An epoll waits for what is registered with it, which the system tells.
        private bool IsEpollEndedByOthers(int descriptor)
        {
            string[] lines;
            try
            {
                lines = File.ReadAllLines($"/proc/self/fdinfo/{descriptor}");
            }
            catch (IOException)
            {
                return false;
            }
            foreach (var line in lines)
            {
                const string Registered = "tfd:";
                if (line.StartsWith(Registered, StringComparison.Ordinal)
                    && int.TryParse(line.AsSpan(Registered.Length).TrimStart().ToString().Split(' ')[0], out var target) && IsEndedByOthers(target))
                {
                    return true;
                }
            }
            return false;
        }

        // Null for what is no internet address.
        private static unsafe IPEndPoint? Name(int descriptor, bool ofPeer, out int family)
        {
            var address = stackalloc byte[LongestAddress];
            var length = LongestAddress;
            // The family of a socket shows in its own name, which it always has.
            var known = getsockname(descriptor, address, ref length) >= 0;
            family = known ? *(ushort*)address : 0;
            length = LongestAddress;
            if (ofPeer)
                known = getpeername(descriptor, address, ref length) >= 0;
            if (!known || family is not (Inet or Inet6))
                return null;
            var port = BinaryPrimitives.ReadUInt16BigEndian(new ReadOnlySpan<byte>(address + 2, 2));
            var host = family == Inet ? new IPAddress(new ReadOnlySpan<byte>(address + 4, 4)) : new IPAddress(new ReadOnlySpan<byte>(address + 8, 16));
            return new IPEndPoint(host.IsIPv4MappedToIPv6 ? host.MapToIPv4() : host, port);
        }

        private static int Option(int descriptor, int name)
        {
            const int Room = 12;
            var length = Room;
            Span<int> value = stackalloc int[3];
            return getsockopt(descriptor, SocketLevel, name, ref MemoryMarshal.GetReference(value), ref length) >= 0 ? value[0] : 0;
        }

        [DllImport(Libc)]
        private static extern unsafe int getsockname(int descriptor, byte* address, ref int length);

        [DllImport(Libc)]
        private static extern unsafe int getpeername(int descriptor, byte* address, ref int length);

        [DllImport(Libc)]
        private static extern int getsockopt(int descriptor, int level, int name, ref int value, ref int length);

        [DllImport(Libc)]
        private static extern int ioctl(int descriptor, nuint request, out int result);
    }
}
