using System.Net;
using System.Net.Sockets;

namespace Alerts.Tests.Engines;

/// <summary>
/// TCP ports of the loopback address that nobody listens on at the moment, each given once in a round of twenty thousand. They lie below those that the system hands
/// out for connections (32768 and upwards on Linux): one of these may be taken before the program that it is meant for listens on it. Thread safe.
/// </summary>
public static class FreePorts
{
    private const int First = 10_000;
    private const int End = 30_000;

    // Processes that run beside each other begin far apart.
    private const int Apart = 97;
    private static readonly Lock Turn = new();
    private static int _last = First + (Environment.ProcessId * Apart % (End - First));

    /// <summary>Takes several at once.</summary>
    /// <param name="count">How many, 1 and upwards.</param>
    public static int[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private static int Next()
    {
        lock (Turn)
        {
            do _last = _last + 1 < End ? _last + 1 : First;
            while (!IsFree(_last));
            return _last;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
