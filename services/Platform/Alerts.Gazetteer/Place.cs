using Alerts.Gazetteer.Format;
using Alerts.Terms;

namespace Alerts.Gazetteer;

/// <summary>A populated place of GeoNames.</summary>
/// <remarks>
/// A small handle into the <see cref="PlaceIndex"/> that made it; strings are decoded when asked for. Two places are equal when their
/// GeoNames ids are. Immutable and thread safe. The default value stands for no place: its members throw. Look-ups answer null instead.
/// Data: GeoNames (geonames.org), CC BY 4.0.
/// </remarks>
public readonly struct Place : IEquatable<Place>
{
    private const string CapitalCode = "PPLC";
    private const string SeatCode = "PPLA";
    private const string QuarterCode = "PPLX";

    private readonly PlaceIndex _index;

    internal Place(PlaceIndex index, int ordinal)
    {
        _index = index;
        Ordinal = ordinal;
    }

    /// <summary>The id that GeoNames gives the place; positive, stable over the years.</summary>
    public int GeonameId => _index.File.Ints(Section.Ids)[Ordinal];

    /// <summary>The name as GeoNames writes it, in Latin script with its accents; never empty.</summary>
    public string Name => _index.NameAt(Ordinal);

    /// <summary>ISO 3166-1 alpha-2, upper case; GeoNames' XK for Kosovo.</summary>
    public string CountryCode => _index.CountryAt(Ordinal);

    /// <summary>Name of the first-order administrative unit (region, state, province); null when unknown.</summary>
    public string? Admin1 => _index.AdminAt(Section.Admin1, Section.Admin1Table, Ordinal);

    /// <summary>Name of the second-order administrative unit (cercle, county, district); null when unknown.</summary>
    public string? Admin2 => _index.AdminAt(Section.Admin2, Section.Admin2Table, Ordinal);

    /// <summary>The place's centre, to 1e-5 degree.</summary>
    public GeoPoint Point => _index.PointAt(Ordinal);

    /// <summary>Inhabitants by GeoNames; 0 when GeoNames has no figure, which is common for small admin seats.</summary>
    public int Population => _index.File.Ints(Section.Populations)[Ordinal];

    /// <summary>GeoNames feature code of class P: PPL, PPLC, PPLA, PPLA2 …; empty when the source leaves it out.</summary>
    public string FeatureCode => _index.FeatureAt(Ordinal);

    /// <summary>IANA time zone id, such as Africa/Bamako.</summary>
    public string TimeZoneId => _index.ZoneIdAt(Ordinal);

    /// <summary>Whether the place is a country's capital (PPLC).</summary>
    public bool IsCapital => FeatureCode == CapitalCode;

    /// <summary>Whether the place is the seat of an administrative unit of any order (PPLA, PPLA2 to PPLA5). A capital is not counted again.</summary>
    public bool IsAdminSeat => FeatureCode.StartsWith(SeatCode, StringComparison.Ordinal);

    /// <summary>Whether the place is scored by default: at least <see cref="PlaceIndex.ScoredPopulation"/> inhabitants, a capital or an admin seat.</summary>
    public bool IsScored => Population >= PlaceIndex.ScoredPopulation || IsCapital || IsFirstOrderSeat;

    internal int Ordinal { get; }

    /// <summary>Whether it is one of an organisation's own sites, whose id GeoNames does not know.</summary>
    public bool IsSite => FeatureCode == Import.SiteIds.FeatureCode;

    // A place that others lie near to: neither a building nor a quarter of unknown size.
    internal bool IsTown => !IsSite && !(FeatureCode == QuarterCode && Population == 0);

    /// <summary>Whether the place is the seat of a first-order unit (PPLA): a regional or state capital.</summary>
    public bool IsFirstOrderSeat => FeatureCode == SeatCode;

    /// <summary>Whether both have the same GeoNames id.</summary>
    public static bool operator ==(Place left, Place right) => left.Equals(right);

    /// <summary>Whether the GeoNames ids differ.</summary>
    public static bool operator !=(Place left, Place right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Place other) =>
        _index is null || other._index is null ? ReferenceEquals(_index, other._index) : GeonameId == other.GeonameId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _index is null ? 0 : GeonameId;

    /// <summary>Name, country and id, for people who debug.</summary>
    public override string ToString() => _index is null ? "no place" : $"{Name}, {CountryCode} ({GeonameId})";
}
