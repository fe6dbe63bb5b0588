using System.Collections.Concurrent;
using System.Threading.Channels;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>Tells those who follow cities that something changed there. A follower reads the city anew, so a lost hint costs nothing. Thread safe.</summary>
public sealed class ThreatFeed
{
    // A follower that is behind gets one hint for many changes: what it reads is the newest anyhow.
    private const int PendingHints = 1;

    private readonly ConcurrentDictionary<ChannelWriter<bool>, (Scope Scope, IReadOnlySet<int> Cities)> _followers = new();

    /// <summary>Follows cities until disposed.</summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="cities">GeoNames ids.</param>
    /// <param name="hints">Gets an item after every change; at most one waits.</param>
    public IDisposable Follow(Scope scope, IReadOnlySet<int> cities, out ChannelReader<bool> hints)
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(PendingHints) { FullMode = BoundedChannelFullMode.DropWrite });
        _followers[channel.Writer] = (scope, cities);
        hints = channel.Reader;
        return new Following(this, channel.Writer);
    }

    /// <summary>Tells of changed cities.</summary>
    public void Tell(IReadOnlyList<CityReading> changed)
    {
        foreach ((ChannelWriter<bool> writer, (Scope scope, IReadOnlySet<int> cities)) in _followers)
        {
            if (changed.Any(c => (c.Scope == scope || c.Scope.IsShared) && cities.Contains(c.City.GeonameId)))
                writer.TryWrite(true);
        }
    }

    /// <summary>Tells everybody: something changed, and it is not known where.</summary>
    public void TellAll()
    {
        foreach (ChannelWriter<bool> writer in _followers.Keys)
            writer.TryWrite(true);
    }

    private sealed class Following(ThreatFeed feed, ChannelWriter<bool> writer) : IDisposable
    {
        public void Dispose() => feed._followers.TryRemove(writer, out _);
    }
}
