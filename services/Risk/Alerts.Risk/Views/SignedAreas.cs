using Alerts.Gazetteer;
using Alerts.Risk.Levels;

namespace Alerts.Risk.Views;

// What the advisers of one scope have signed, by area. Not thread safe: the board locks.
internal sealed class SignedAreas
{
    private readonly Dictionary<int, SignedArea> _cities = [];
    private readonly Dictionary<string, SignedArea> _countries = new(StringComparer.Ordinal);

    public IEnumerable<SignedArea> All => _cities.Values.Concat(_countries.Values);

    public SignedArea? Find(Area area) =>
        area.CityId is { } id ? _cities.GetValueOrDefault(id) : _countries.GetValueOrDefault(area.CountryCode);

    public void Put(SignedArea signed)
    {
        if (signed.Area.CityId is { } id) _cities[id] = signed;
        else _countries[signed.Area.CountryCode] = signed;
    }

    // Whether anything was ever signed for a city or its country.
    public bool Knows(int cityId, string countryCode) => _cities.ContainsKey(cityId) || _countries.ContainsKey(countryCode);

    // What is signed for a city: its own goes before its country's.
    public CityOrders Of(Place city, DateTimeOffset now)
    {
        if (_cities.Count == 0 && _countries.Count == 0) return CityOrders.None;
        SignedArea? own = _cities.GetValueOrDefault(city.GeonameId);
        SignedArea? country = _countries.GetValueOrDefault(city.CountryCode);
        if (own is null && country is null) return CityOrders.None;
        SignedArea? signer = own?.AssessedAt(now) is not null ? own : country;
        return new CityOrders(
            signer?.AssessedAt(now),
            signer?.Area,
            [.. new[] { own, country }.OfType<SignedArea>().SelectMany(area => area.Overrides).Where(order => order.CountsAt(now))]);
    }
}
