using Alerts.Gazetteer;
using Alerts.Reading;

namespace Alerts.Tests.Unit.Reading;

// The reader is immutable; the tests share one.
public sealed class ReaderFixture
{
    public RuleReader Reader { get; } = new(PlaceIndex.Load());

    public ReadingResult Read(string text, DateOnly? dateline, DateOnly received, string? country = null, string? title = null) =>
        Reader.Read(new TextInput(text, new DateTimeOffset(received.ToDateTime(new TimeOnly(20, 0)), TimeSpan.Zero), country, null) { DatelineDate = dateline, Title = title });
}
