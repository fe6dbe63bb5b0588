using Alerts.Gazetteer;

namespace Alerts.Tests.Unit.Gazetteer;

// Loading takes tens of milliseconds; the index is immutable, so the tests share one.
public sealed class PlacesFixture
{
    public PlaceIndex Places { get; } = PlaceIndex.Load();
}
