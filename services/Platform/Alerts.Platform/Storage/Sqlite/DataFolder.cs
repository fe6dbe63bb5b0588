using System.Security.Cryptography;

namespace Alerts.Platform.Storage.Sqlite;

/// <summary>The folder that holds everything of an all-in-one server, locked against a second process for as long as this lives.</summary>
public sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int SecretBytes = 32;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Opens and locks a folder, making it (mode 0700) when missing. The system drops the lock when the process dies, however it dies.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">Another process holds the folder, or it cannot be made or written.</exception>
    public static DataFolder Open(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(full))
            Directory.CreateDirectory(full, OwnerOnly | UnixFileMode.UserExecute);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly };
            return new DataFolder(full, new FileStream(System.IO.Path.Combine(full, "lock"), options));
        }
        catch (IOException e)
        {
            throw new IOException($"The data folder {full} is in use by another process. Stop that one, or choose another folder with --data.", e);
        }
    }

    /// <summary>Absolute path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A secret of 32 random bytes that is made once per folder and kept in a file of mode 0600.</summary>
    /// <param name="name">File name, such as <c>token.key</c>.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public byte[] Secret(string name)
    {
        string path = File(name);
        if (!System.IO.File.Exists(path))
            WriteAtomically(path, RandomNumberGenerator.GetBytes(SecretBytes));
        byte[] secret = System.IO.File.ReadAllBytes(path);
        return secret.Length == SecretBytes ? secret : throw new InvalidDataException($"{path} is damaged: {secret.Length} bytes instead of {SecretBytes}.");
    }

    /// <summary>Replaces a file as a whole, synced to disk, mode 0600.</summary>
    public static void WriteAtomically(string path, ReadOnlySpan<byte> content)
    {
        string fresh = path + ".new";
        using (var file = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(fresh, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
