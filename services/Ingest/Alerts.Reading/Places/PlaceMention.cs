using Alerts.Gazetteer;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>A place that a text names: its words, what they were resolved to, and how the text speaks of it.</summary>
internal sealed record PlaceMention(int First, int End, Place? Place, GeoPoint Point, PlacePrecision Precision, string? CountryCode)
{
    // Two names closer than this are parts of one place: a town and its quarter, a village and its seat.
    private const double OnePlaceKm = 25;

    /// <summary>Whether a preposition before it says that something is there.</summary>
    public bool IsLocative { get; init; }

    /// <summary>Whether somebody comes from there or goes there ("flown to Juba").</summary>
    public bool IsWay { get; init; }

    /// <summary>Whether the text only says roughly where: on the road that leads there, or not far from it.</summary>
    public bool IsRough { get; init; }

    /// <summary>Whether it is where a source sits or somebody comes from ("police in Gusau", "the prosecutor of Moundou", "Mario Accurso of Rome").</summary>
    public bool IsOfSource { get; init; }

    /// <summary>Whether the gazetteer does not know the name.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether a name that no gazetteer knows is a part of that of an armed group: "the Lions of the Dunes".</summary>
    public bool IsPartOf(Noun noun) => IsUnknown && noun.IsGroupName && noun.First <= First && End <= noun.End;

    /// <summary>Whether the point was reckoned from a distance or stands for a place that the gazetteer does not have.</summary>
    public string? Assumption { get; init; }

    /// <summary>First word of the name as the text writes it, when that is another than the words resolved ("Namssiguian, a village in Bam province").</summary>
    public (int First, int End)? Written { get; init; }

    /// <summary>Whether it is a known town or spot in which the text places what it tells: not on the way there, nor where a source sits.</summary>
    public bool IsScene => this is { Precision: <= PlacePrecision.City, IsUnknown: false, IsLocative: true, IsWay: false, IsOfSource: false };

    /// <summary>Whether one event may have happened at both.</summary>
    public bool IsAt(PlaceMention other) => Point.DistanceKmTo(other.Point) <= OnePlaceKm;
}
