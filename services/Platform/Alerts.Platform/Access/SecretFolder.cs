namespace Alerts.Platform.Access;

/// <summary>
/// Keys that several processes share, as files of one folder; made by whoever installs the system. Fits what service managers hand out:
/// the credentials folder of systemd, the secrets of Compose and Kubernetes. Thread safe.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class SecretFolder(string path)
{
    // As the SHA-256 that they are used with gives no more than its own length.
    private const int FewestBytes = 32;
    private const int MostBytes = 4096;

    // The group may read: gateway and services may run as different users. Nobody may write, or the keys of tomorrow are somebody else's.
    private const UnixFileMode Unsafe =
        UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads a key: the bytes of its file as they are.</summary>
    /// <param name="name">One of <see cref="SecretNames"/>.</param>
    /// <exception cref="InvalidDataException">The file is missing, open to others, or shorter than 32 bytes; the message says what to do.</exception>
    public byte[] Read(string name)
    {
        string file = System.IO.Path.Combine(System.IO.Path.GetFullPath(path), name);
        try
        {
            UnixFileMode mode = File.GetUnixFileMode(file);
            if ((mode & Unsafe) != 0)
                throw new InvalidDataException($"The key {file} is open to others (mode {Octal(mode)}). Set its mode: chmod 600 {file}, or 640 where gateway and services share a group.");
            byte[] key = File.ReadAllBytes(file);
            return key.Length is >= FewestBytes and <= MostBytes
                ? key
                : throw new InvalidDataException($"The key {file} has {key.Length} bytes; it must have {FewestBytes} to {MostBytes}.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"The key {file} is missing. Make it once and give it to every process that must share it: (umask 077; head -c 32 /dev/urandom > {file})", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new InvalidDataException($"The key {file} cannot be read: {e.Message}", e);
        }
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8);
}
