using Alerts.Gazetteer;
using Alerts.Reading;

namespace Alerts.Tests.Unit.Reading;

// The reader is immutable; the tests share one.
public sealed class ReaderFixture
{
    public RuleReader Reader { get; } = new(PlaceIndex.Load());
}
