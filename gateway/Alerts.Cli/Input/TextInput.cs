using System.Text;

namespace Alerts.Cli.Input;

// Reads a file or standard input as UTF-8, within a limit, and refuses what is not text.
internal static class TextInput
{
    public const int MaxBytes = 1024 * 1024;

    private const string StandardInput = "-";

    public static async Task<string> ReadAsync(Shell shell, string path, CancellationToken cancellation) => Decode(await ReadBytesAsync(shell, path, cancellation));

    // As it is: a page or an e-mail says itself how it is encoded.
    public static async Task<byte[]> ReadBytesAsync(Shell shell, string path, CancellationToken cancellation)
    {
        if (path == StandardInput) return await ReadAllAsync(shell.In, cancellation);
        await using FileStream file = File.OpenRead(path);
        return await ReadAllAsync(file, cancellation);
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > MaxBytes) throw CliException.Refused("TOO_LARGE", $"The text is longer than {MaxBytes} bytes.");
        }

        return whole.ToArray();
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw CliException.Refused("NOT_UTF8", "The text is not valid UTF-8. Save it as UTF-8 and try again.");
        }
    }
}
