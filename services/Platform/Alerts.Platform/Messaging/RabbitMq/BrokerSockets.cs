using System.Net.Sockets;
using RabbitMQ.Client;

namespace Alerts.Platform.Messaging.RabbitMq;

// The sockets of one bus, so that it can be cut from the broker whatever it does. MassTransit's stop can leave a consumer running when the broker
// answers too late: it would consume again later, beside the next bus and before it, and give back whatever it gets. Thread safe.
internal sealed class BrokerSockets
{
    private readonly Lock _lock = new();
    private readonly List<ITcpClient> _opened = [];
    private bool _isCut;

    // For the client's connection factory.
    public ITcpClient Open(AddressFamily family)
    {
        lock (_lock)
        {
            if (_isCut)
                throw new IOException("This bus has ended.");
            ITcpClient socket = ConnectionFactoryBase.DefaultSocketFactory(family);
            _opened.Add(socket);
            return socket;
        }
    }

    // Closes what is open, and refuses every further one.
    public void Cut()
    {
        lock (_lock)
        {
            _isCut = true;
            foreach (ITcpClient socket in _opened)
                socket.Dispose();
            _opened.Clear();
        }
    }
}
