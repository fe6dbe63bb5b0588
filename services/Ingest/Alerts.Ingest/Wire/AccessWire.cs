using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Wire;

// What reports say of access, both ways.
internal static class AccessWire
{
    public static AccessEffectDraft Draft(V1.AccessEffect wire) =>
        new(Draft(wire.City), Codes.Core<AccessAspect>(wire.Aspect), Draft(wire.Toward));

    public static AccessEffect Core(V1.AccessEffect wire) =>
        new(ReportWire.Core(wire.City), Codes.Core<AccessAspect>(wire.Aspect), wire.Toward is null ? null : ReportWire.Core(wire.Toward));

    public static V1.AccessEffect Wire(AccessEffect core) => new()
    {
        City = ReportWire.Wire(core.City),
        Aspect = (V1.AccessAspect)Codes.Wire(core.Aspect),
        Toward = core.Toward is null ? null : ReportWire.Wire(core.Toward),
    };

    // Paths, below the effect, of what only the server sets.
    public static IEnumerable<string> OutputOnly(V1.AccessEffect wire)
    {
        if (wire.City?.Place is not null)
            yield return "city.place";
        if (wire.Toward?.Place is not null)
            yield return "toward.place";
    }

    private static SiteDraft? Draft(V1.Site? wire) => wire is null ? null : new SiteDraft(PlaceWire.Core(wire.Reference), StatementWire.Core(wire.Targets));
}
