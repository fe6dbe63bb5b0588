using Alerts.Risk.Situations;
using Alerts.Terms;
using Alerts.V1;
using GeoPoint = Alerts.Terms.GeoPoint;
using SubEventType = Alerts.Terms.SubEventType;

namespace Alerts.Risk.Wire;

/// <summary>Reads a row of imported history as risk sees it. Pure.</summary>
internal static class HistoryMap
{
    /// <summary>Who may name rows of a source that forbids passing them on, of which it is not known who imported them.</summary>
    public const string Nobody = "-";

    public static string NameOf(HistoricIncident row) => $"incidents/{new Guid(row.Id.Span, bigEndian: true)}";

    /// <summary>What it adds to the forecast; null when it adds nothing.</summary>
    public static Contribution? ToContribution(HistoricIncident row, string organisation)
    {
        bool counts = row is { HasKilled: true, CountryCode.Length: 2, PlacePrecision: V1.PlacePrecision.Point or V1.PlacePrecision.City }
            && row.SubEventType != 0
            && EventTypes.IsOrganisedViolence((SubEventType)row.SubEventType);
        if (!counts)
            return null;
        var contribution = new Contribution(new GeoPoint(row.Latitude, row.Longitude), row.CountryCode, DateOnly.FromDayNumber(row.LocalDay), row.Killed >= 1);
        return row.NoRedistribution ? contribution with { KeptBy = organisation.Length > 0 ? organisation : Nobody } : contribution;
    }
}
