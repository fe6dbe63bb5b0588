using Alerts.V1;

namespace Alerts.Tests.Conformance.Support;

/// <summary>Packs of events that carry nothing but their ids.</summary>
internal static class Packs
{
    public static EventPack Of(params string[] ids) => new() { Events = { ids.Select(Event) } };

    public static Event Event(string id) => new() { EventId = id, Scope = "shared", WatermarkAdvanced = new WatermarkAdvanced() };
}
