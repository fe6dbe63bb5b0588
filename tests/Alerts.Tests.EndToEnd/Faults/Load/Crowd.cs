using Alerts.Gazetteer;
using Alerts.Tests.EndToEnd.Faults.Checking;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>
/// Many subscribers over a few connections, each for a country or a few, so that few alerts are for any one of them. Their own programs are
/// killed too, one after the other.
/// </summary>
internal sealed class Crowd
{
    private const int MostCountries = 3;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromMilliseconds(200);

    private readonly Subscriber[] _subscribers;
    private readonly Random _random;

    /// <summary>Makes them; the countries are those of the cities that will be reported, more of the more.</summary>
    public Crowd(int size, IServerLine line, HistoryFile history, IReadOnlyList<int> cities, PlaceIndex places, Random random)
    {
        _random = random;
        _subscribers =
        [
            .. Enumerable.Range(1, size).Select(number =>
            {
                string[] countries = [.. Enumerable.Range(0, 1 + random.Next(MostCountries))
                    .Select(_ => places.Find(cities[random.Next(cities.Count)])!.Value.CountryCode).Distinct()];
                return new Subscriber($"crowd-{number}", line, history, new MemoryCursorStore(), countries);
            }),
        ];
    }

    /// <summary>Subscribes; ends when all have what <see cref="EndAfter"/> asks for.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Task all = Task.WhenAll(_subscribers.Select(s => s.RunAsync(cancellationToken)));
        using var pace = new PeriodicTimer(BetweenKills, TimeProvider.System);
        while (!all.IsCompleted && await pace.WaitForNextTickAsync(cancellationToken))
            _subscribers[_random.Next(_subscribers.Length)].Kill();
        await all;
    }

    /// <summary>Says up to when everything must have come before they may end.</summary>
    public void EndAfter(DateTimeOffset accepted) => Array.ForEach(_subscribers, s => s.EndAfter(accepted));
}
