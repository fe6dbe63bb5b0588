using Alerts.Risk.Levels;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using LevelOverride = Alerts.Risk.Levels.LevelOverride;
using ToSign = Alerts.Risk.Views.ToSign;

namespace Alerts.Risk.Wire;

/// <summary>Makes the messages about what advisers sign. Pure.</summary>
internal static class SignedMap
{
    public static AssessedLevel ToAssessed(SignedLevel signed, Area area) => new()
    {
        Level = (ThreatLevel)signed.Level,
        Category = (ThreatCategory)signed.Category,
        Rationale = signed.Rationale,
        Adviser = signed.Adviser,
        SignTime = Timestamp.FromDateTimeOffset(signed.SignedAt),
        ReviewTime = Timestamp.FromDateTimeOffset(signed.ReviewAt),
        Area = area.Name,
        ReviewDate = signed.ReviewOn.ToString("yyyy-MM-dd"),
    };

    public static V1.LevelOverride ToOverride(LevelOverride order) => new()
    {
        Area = order.Area.Name,
        Level = (ThreatLevel)order.Level,
        Direction = order.KnownSituations is null ? OverrideDirection.Up : OverrideDirection.Down,
        Rationale = order.Rationale,
        Adviser = order.Adviser,
        SignTime = Timestamp.FromDateTimeOffset(order.SignedAt),
        EndTime = Timestamp.FromDateTimeOffset(order.EndsAt),
        Situations = { (order.KnownSituations?.Keys ?? []).Order(StringComparer.Ordinal) },
    };

    public static ToSignItem ToItem(ToSign item) => new()
    {
        Kind = (V1.ToSignKind)item.Kind,
        Subject = item.Subject,
        Title = item.Title,
        Reason = item.Reason,
        Todo = item.Todo,
        City = item.City is { } city ? AlertDraftMap.ToPlace(city) : null,
        Level = (ThreatLevel)(item.Level ?? 0),
        Assessed = (ThreatLevel)(item.Assessed ?? 0),
        Band = (ThreatLevel)(item.Band ?? 0),
        DueTime = item.DueAt is { } due ? Timestamp.FromDateTimeOffset(due) : null,
        Incident = item.Situation?.IncidentId ?? "",
        Exercise = item.Exercise,
    };
}
