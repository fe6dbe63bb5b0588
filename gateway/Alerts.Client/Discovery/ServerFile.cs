using System.Text.Json;

namespace Alerts.Client.Discovery;

/// <summary>Where a server of this user listens, and its token: what <c>alerts up</c> writes and clients read.</summary>
/// <param name="Http">Address of REST and of the page, such as <c>http://127.0.0.1:8080</c>.</param>
/// <param name="Grpc">Address of gRPC, such as <c>http://127.0.0.1:8081</c>; with TLS it may equal <paramref name="Http"/>.</param>
/// <param name="Token">Bearer token: of the newcomer's mode, with which one may do everything, or the key of a sign-in. A secret.</param>
/// <param name="Pid">Process id of the server; 0 for a sign-in.</param>
/// <param name="Started">When the server started, or when the sign-in was.</param>
/// <remarks>JSON with the names in lower case. The file's mode is 0600. Immutable and thread safe.</remarks>
public sealed record ServerFile(string Http, string Grpc, string Token, int Pid, DateTimeOffset Started)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where the file lies: <c>$XDG_STATE_HOME/alerts/server.json</c>, by default under <c>~/.local/state</c>.</summary>
    public static string DefaultPath => Path.Combine(StateFolder.Default, "server.json");

    /// <summary>Where <c>alerts sign-in</c> keeps the address of a server and the key for it: <c>signed-in.json</c> in the same folder, in the same form.</summary>
    public static string SignInPath => Path.Combine(StateFolder.Default, "signed-in.json");

    /// <summary>Deletes the file, unless another server has written its own there in the meantime.</summary>
    /// <param name="path">The file.</param>
    public void Delete(string path)
    {
        if (Read(path) == this) File.Delete(path);
    }

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it says; null when there is no such file.</returns>
    /// <exception cref="InvalidDataException">The file is there and is not one of ours, or lacks an address.</exception>
    /// <exception cref="UnauthorizedAccessException">The file belongs to somebody else.</exception>
    public static ServerFile? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            ServerFile? read = JsonSerializer.Deserialize<ServerFile>(File.ReadAllText(path), Json);
            if (read is { Grpc.Length: > 0, Http: not null }) return read;
        }
        catch (JsonException)
        {
            // Told below, with the path: the parser's own words help nobody here.
        }

        throw new InvalidDataException($"{path} is damaged. Delete it and start the server again, or give --server.");
    }

    /// <summary>Writes the file with mode 0600, at once: a reader sees the old one or the new one. Makes the folder (0700) if it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path) => PrivateFile.Write(path, JsonSerializer.Serialize(this, Json));

    /// <summary>Everything but the token.</summary>
    public override string ToString() => $"{Grpc} (pid {Pid})";
}
