using System.Net;
using System.Net.Sockets;

namespace Alerts.Tests.Engines;

/// <summary>TCP ports of the loopback address that nobody listens on at the moment.</summary>
public static class FreePorts
{
    /// <summary>Takes several at once, so that no two are the same.</summary>
    /// <param name="count">How many, 1 and upwards.</param>
    public static int[] Take(int count)
    {
        var listeners = new List<TcpListener>();
        try
        {
            for (int i = 0; i < count; i++)
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                listeners.Add(listener);
            }

            return [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(l => l.Stop());
        }
    }
}
