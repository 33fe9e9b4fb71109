namespace PyCoro.Runtime.Hosting;

/// <summary>A program to start as a child process.</summary>
internal sealed record SpawnRequest
{
    /// <summary>The files to try in this order, as <c>execvp</c> tries the folders of PATH.</summary>
    public required IReadOnlyList<byte[]> Executables { get; init; }

    /// <summary>The program's arguments, its own name first.</summary>
    public required IReadOnlyList<byte[]> Arguments { get; init; }

    /// <summary>Lines NAME=VALUE; null passes this process's environment on.</summary>
    public IReadOnlyList<byte[]>? Environment { get; init; }

    /// <summary>The folder to start in; null for this process's.</summary>
    public byte[]? Folder { get; init; }

    /// <summary>What descriptors 0, 1 and 2 of the child are; -1 for those of this process.</summary>
    public int Input { get; init; } = -1;

    /// <inheritdoc cref="Input"/>
    public int Output { get; init; } = -1;

    /// <inheritdoc cref="Input"/>
    public int Errors { get; init; } = -1;

    /// <summary>Descriptors above 2 that the child keeps under their own numbers.</summary>
    public IReadOnlyList<int> Keep { get; init; } = [];

    /// <summary>Whether the child gets no other descriptor above 2, not even inheritable ones.</summary>
    public bool CloseOthers { get; init; }

    /// <summary>Whether signals that this process ignores mean to the child what they mean by default.</summary>
    public bool RestoreSignals { get; init; }

    /// <summary>setsid().</summary>
    public bool NewSession { get; init; }

    /// <summary>A terminal that becomes descriptors 0, 1 and 2, and with <see cref="NewSession"/> the controlling one.</summary>
    public byte[]? Terminal { get; init; }

    /// <summary>setpgid(0, this); negative for none.</summary>
    public int ProcessGroup { get; init; } = -1;

    /// <summary>Who the child runs as; null for this process's.</summary>
    public SpawnIdentity? Identity { get; init; }
}

/// <summary>What a child has of its own from its first moment on; null, or a negative mask, for what this process has.</summary>
internal sealed record SpawnIdentity(uint? User, uint? Group, IReadOnlyList<uint>? ExtraGroups, int FileMask)
{
    /// <summary>Is there anything at all?</summary>
    public bool IsGiven => User is not null || Group is not null || ExtraGroups is not null || FileMask >= 0;
}
