using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>What a person entered about access to a city. It counts alone and at once, upwards and downwards; only such an entry opens.</summary>
public sealed record AccessEntry
{
    /// <summary>Unique for ever.</summary>
    public required string Id { get; init; }

    /// <summary>GeoNames id of the city.</summary>
    public required int CityId { get; init; }

    /// <summary>What it is about; null: the city as a whole.</summary>
    public AccessAspect? Aspect { get; init; }

    /// <summary>For a road: its bearing from the city, degrees. Null: all roads, or no road.</summary>
    public double? Bearing { get; init; }

    /// <summary>Where the road leads to; empty when there is none.</summary>
    public string Toward { get; init; } = "";

    /// <summary>The state.</summary>
    public required AccessState State { get; init; }

    /// <summary>In the person's words.</summary>
    public required string Text { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, by the domain's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A drill or a scenario.</summary>
    public bool Exercise { get; init; }

    /// <summary>Who may see it.</summary>
    public required TlpLabel Tlp { get; init; }

    /// <summary>Whether it says that the city, or a way that it settles, is better than what is known: such a word takes a floor away, or may.</summary>
    /// <param name="known">The picture before it; null when nothing is known.</param>
    public bool Eases(AccessPicture? known) =>
        known is not null && ((Aspect is null && known.State > State) || known.Ways.Any(w => w.State > State && Settles(w.Key)));

    internal WayKey? Way => Aspect is { } aspect ? new WayKey(aspect, Bearing is { } bearing ? Compass.SectorOf(bearing) : null) : null;

    // Of the very way; or wider and opening, which opens everything below it. A wider entry that does not open leaves what is known of single ways as it is.
    internal bool Settles(WayKey way) =>
        Way == way || (State == AccessState.Open && (Aspect is null || (Aspect == way.Aspect && Bearing is null)));
}
