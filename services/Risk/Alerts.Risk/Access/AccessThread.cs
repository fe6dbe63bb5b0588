using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>The thread of alerts about access to one city, for one scope: what officers were told. What is known is the fold's, not this.</summary>
public sealed record AccessThread
{
    /// <summary>Whose it is.</summary>
    public required Scope Scope { get; init; }

    /// <summary>GeoNames id of the city.</summary>
    public required int CityId { get; init; }

    /// <summary>One for each alert; 0: nobody was told.</summary>
    public long Revision { get; init; }

    /// <summary>The state that officers were told last; null: none, or not known.</summary>
    public AccessState? Told { get; init; }

    /// <summary>Where it stands.</summary>
    public SituationStatus Status { get; init; } = SituationStatus.Active;

    /// <summary>When the next digest is due; null when none is.</summary>
    public DateTimeOffset? DigestDue { get; init; }

    /// <summary>Whether what was told last was a drill or a scenario.</summary>
    public bool Exercise { get; init; }

    /// <summary>Label of what was told last.</summary>
    public TlpLabel Tlp { get; init; } = TlpLabel.AmberStrict;

    /// <summary>"situations/{id}".</summary>
    public string Id => SituationIds.OfPressure(Scope, CityId);

    /// <summary>Whether officers have been told of something that still stands; for an organisation's first, by the shared thread that it stands in for.</summary>
    public bool IsOpen => Told > AccessState.Open && Status == SituationStatus.Active;
}
