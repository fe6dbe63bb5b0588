using Alerts.Reading.Places;

namespace Alerts.Reading.Events;

/// <summary>One town of a list and the words that go with it: "and four traders in Mopti on Monday".</summary>
internal sealed record TownShare(PlaceMention Place, int From, int End);
