namespace Alerts.Client.Discovery;

/// <summary>Which server a client talks to, and as whom.</summary>
/// <param name="Grpc">Address of gRPC: <c>http</c> for cleartext HTTP/2 on this machine, <c>https</c> elsewhere.</param>
/// <param name="Http">Address of REST and of the page; null when only the gRPC address is known.</param>
/// <param name="Token">Bearer token; null when there is none. Never sent over cleartext to another machine.</param>
/// <param name="Origin">Where the address was found, for people: "--server", "ALERTS_SERVER" or the path of the server file.</param>
/// <remarks>Immutable and thread safe.</remarks>
public sealed record ServerAddress(Uri Grpc, Uri? Http, string? Token, string Origin)
{
    /// <summary>Environment variable with the gRPC address.</summary>
    public const string ServerVariable = "ALERTS_SERVER";

    /// <summary>Environment variable with the bearer token.</summary>
    public const string TokenVariable = "ALERTS_TOKEN";

    /// <summary>Finds the server as a program of this user should: what the caller gave, then the environment, then the server file.</summary>
    /// <param name="server">gRPC address that the user gave; null when none.</param>
    /// <param name="tokenFile">File with the token that the user gave; null when none.</param>
    /// <returns>The address. The token of the server file is used only for the server that wrote it.</returns>
    /// <exception cref="ServerNotFoundException">No address anywhere, or what was found cannot be used; the message says what to do.</exception>
    public static ServerAddress Discover(string? server = null, string? tokenFile = null) =>
        Discover(server, tokenFile, Environment.GetEnvironmentVariable, ServerFile.DefaultPath, ServerFile.SignInPath);

    /// <summary>Finds the server in a surrounding that the caller describes.</summary>
    /// <param name="server">gRPC address that the user gave; null when none.</param>
    /// <param name="tokenFile">File with the token that the user gave; null when none.</param>
    /// <param name="variable">Value of an environment variable; null or empty when it is not set.</param>
    /// <param name="serverFile">Path of the server file; it need not exist.</param>
    /// <param name="signInFile">Path of the file of a sign-in (<c>alerts sign-in</c>), which goes before the server file; null for none. It need not exist.</param>
    /// <returns>The address. The token of the server file is used only for the server that wrote it.</returns>
    /// <exception cref="ServerNotFoundException">No address anywhere, or what was found cannot be used; the message says what to do.</exception>
    public static ServerAddress Discover(string? server, string? tokenFile, Func<string, string?> variable, string serverFile, string? signInFile = null)
    {
        string? fromVariable = Filled(variable(ServerVariable));
        (ServerFile? file, serverFile) = Choose(server ?? fromVariable, signInFile, serverFile);
        (string text, string origin) = (server, fromVariable, file) switch
        {
            ({ } given, _, _) => (given, "--server"),
            (_, { } given, _) => (given, ServerVariable),
            (_, _, { } found) => (found.Grpc, serverFile),
            _ => throw new ServerNotFoundException(
                $"No server is known. Start one with 'alerts up', or give --server or {ServerVariable}."),
        };
        Uri grpc = Parse(text, origin);
        bool isFiles = file is not null && (Same(grpc, file.Grpc) || Same(grpc, file.Http));
        string? token = tokenFile is null ? Filled(variable(TokenVariable)) : ReadToken(tokenFile);
        var address = new ServerAddress(
            isFiles ? Parse(file!.Grpc, serverFile) : grpc,
            isFiles && file!.Http.Length > 0 ? Parse(file.Http, serverFile) : null,
            token ?? (isFiles ? Filled(file!.Token) : null),
            origin);
        address.RefuseTokenInTheOpen();
        return address;
    }

    /// <summary>Everything but the token.</summary>
    public override string ToString() => $"{Grpc} (from {Origin})";

    // The first file that speaks of the address that was given; without one, the first that is there.
    private static (ServerFile? File, string Path) Choose(string? given, string? signInFile, string serverFile)
    {
        Uri? wanted = given is null ? null : Parse(given, "the address");
        foreach (string path in signInFile is null ? [serverFile] : new[] { signInFile, serverFile })
        {
            if (ReadFile(path) is { } file && (wanted is null || Same(wanted, file.Grpc) || Same(wanted, file.Http)))
                return (file, path);
        }

        return (null, serverFile);
    }

    private static ServerFile? ReadFile(string path)
    {
        try
        {
            return ServerFile.Read(path);
        }
        catch (Exception e) when (e is InvalidDataException or UnauthorizedAccessException or IOException)
        {
            throw new ServerNotFoundException(e.Message, e);
        }
    }

    private static string ReadToken(string path)
    {
        try
        {
            return Filled(File.ReadAllText(path)) ?? throw new ServerNotFoundException($"The token file {path} is empty.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ServerNotFoundException($"The token file {path} cannot be read: {e.Message}", e);
        }
    }

    private static Uri Parse(string text, string origin) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0
            ? uri
            : throw new ServerNotFoundException($"{origin} is not an address such as http://127.0.0.1:8081 or https://alerts.example.org.");

    private static bool Same(Uri uri, string other) =>
        Uri.TryCreate(other, UriKind.Absolute, out Uri? parsed) && uri.Scheme == parsed.Scheme && uri.Port == parsed.Port
        && (string.Equals(uri.Host, parsed.Host, StringComparison.OrdinalIgnoreCase) || (uri.IsLoopback && parsed.IsLoopback));

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void RefuseTokenInTheOpen()
    {
        if (Token is not null && Grpc.Scheme == Uri.UriSchemeHttp && !Grpc.IsLoopback)
            throw new ServerNotFoundException($"{Grpc} is another machine without TLS: the token would travel in the open. Give an https address.");
    }
}
