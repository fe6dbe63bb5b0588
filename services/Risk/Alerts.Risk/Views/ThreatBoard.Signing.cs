using Alerts.Gazetteer;
using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

// What advisers sign: levels of areas, overrides, holds.
public sealed partial class ThreatBoard
{
    // A notice about a country names more cities than one about an attack: watches of cities match by it, for a country has no site.
    private const int NamedCitiesOfACountry = 500;

    /// <summary>Puts back what was signed for an area.</summary>
    public void Restore(SignedArea area)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(area.Scope).Signed.Put(area);
        }
    }

    /// <summary>Changes what is signed for an area.</summary>
    /// <param name="organisation">Whose adviser signs; it counts in that organisation's view alone.</param>
    /// <param name="area">For what.</param>
    /// <param name="sign">From what was signed before, and the instant, to what is signed now.</param>
    /// <param name="now">The domain's time.</param>
    public AreaChange Sign(Scope organisation, Area area, Func<SignedArea, DateTimeOffset, SignedArea> sign, DateTimeOffset now)
    {
        lock (_gate)
        {
            ThreatView view = ViewOf(organisation);
            SignedArea? before = view.Signed.Find(area);
            return Change(view, before, sign(before ?? new SignedArea { Scope = organisation, Area = area }, now), now, now);
        }
    }

    /// <summary>Signs an override.</summary>
    /// <param name="organisation">Whose adviser signs.</param>
    /// <param name="area">For what.</param>
    /// <param name="downwards">Whether it is a cap; it covers the situations that force a level in the area now.</param>
    /// <param name="make">Makes it of those situations with their floors, null upwards, and the instant.</param>
    /// <param name="now">The domain's time.</param>
    /// <exception cref="AlertsException">Failed precondition: downwards, and no situation forces a level there now.</exception>
    public AreaChange Override(
        Scope organisation, Area area, bool downwards, Func<IReadOnlyDictionary<string, ThreatLevel>?, DateTimeOffset, LevelOverride> make, DateTimeOffset now)
    {
        lock (_gate)
        {
            IReadOnlyDictionary<string, ThreatLevel>? known = downwards ? FloorsIn(ViewOf(organisation), area, now) : null;
            if (known is { Count: 0 })
                throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"No situation forces a level in {area.Name} now: there is nothing to hold down.");
            return Sign(organisation, area, (signed, at) => signed.Override(make(known, at)), now);
        }
    }

    /// <summary>Signs a hold on what a situation forces, or its end.</summary>
    /// <param name="organisation">Whose adviser signs.</param>
    /// <param name="situationId">"situations/{id}".</param>
    /// <param name="until">When it ends; null lifts the one that stands.</param>
    /// <param name="adviser">Who.</param>
    /// <param name="rationale">Why.</param>
    /// <param name="now">The domain's time.</param>
    /// <exception cref="AlertsException">Not found; failed precondition when there is nothing to hold or to lift.</exception>
    public BoardChange SignHold(Scope organisation, string situationId, DateTimeOffset? until, string adviser, string rationale, DateTimeOffset now)
    {
        lock (_gate)
        {
            Situation situation = ViewOf(organisation).Visible.FirstOrDefault(s => s.Id == situationId) ?? throw AlertsException.NoSuch(situationId);
            (Situation after, AlertDecision alert) = SituationEndings.Hold(situation, until, adviser, rationale, now);
            return Change(ViewOf(situation.Scope), situation, after, alert, now, now, static () => { });
        }
    }

    /// <summary>The areas of which an override's end is to be announced or has come.</summary>
    /// <param name="now">The domain's time.</param>
    public IReadOnlyList<SignedArea> DueAreas(DateTimeOffset now)
    {
        lock (_gate)
            return [.. _views.Values.SelectMany(v => v.Signed.All).Where(a => a.NextDue <= now).OrderBy(a => a.NextDue).ThenBy(a => a.Area.Name, StringComparer.Ordinal)];
    }

    /// <summary>Takes a due area one step on.</summary>
    /// <param name="area">One of <see cref="DueAreas"/>.</param>
    /// <returns>The change; null when it is no longer due.</returns>
    public AreaChange? End(SignedArea area)
    {
        lock (_gate)
        {
            ThreatView view = ViewOf(area.Scope);
            if (view.Signed.Find(area.Area) is not { NextDue: { } due } current || due != area.NextDue)
                return null;
            return Change(view, current, current.DueAfter(due), due.AddTicks(-1), due);
        }
    }

    /// <summary>What an organisation's advisers have signed, and the threads that they see.</summary>
    /// <param name="organisation">Whose.</param>
    public (IReadOnlyList<SignedArea> Areas, IReadOnlyList<Situation> Situations) Orders(Scope organisation)
    {
        lock (_gate)
        {
            ThreatView view = ViewOf(organisation);
            return ([.. view.Signed.All], [.. view.Visible]);
        }
    }

    // Applies a change of what is signed between two readings of every city of the area.
    private AreaChange Change(ThreatView view, SignedArea? before, SignedArea after, DateTimeOffset then, DateTimeOffset now)
    {
        Place[] cities = [.. CitiesOf(after.Area)];
        CityReading[] earlier = [.. cities.Select(city => ReadIn(view, city, then))];
        view.Signed.Put(after);
        _version++;
        CityReading[] later = [.. cities.Select(city => ReadIn(view, city, now))];
        (CityReading Then, CityReading Now)[] pairs = [.. earlier.Zip(later)];
        (CityReading Then, CityReading Now)[] moved = [.. pairs.Where(p => p.Then.Level.Level != p.Now.Level.Level)];
        CityEffect[] effects =
        [
            .. moved
                .OrderByDescending(p => p.Now.City.Population)
                .Take(NamedCitiesOfACountry)
                .Select(p => new CityEffect(new CityHit(p.Now.City, 0, IsInReach: true), p.Then.Level.Level, p.Now.Level.Level)),
        ];
        Place? city = after.Area.CityId is not null ? cities[0] : null;
        (after, AreaNotice? notice) = AreaNotices.Of(before, after, city, city is { } place ? _places.ZoneOf(place) : TimeZoneInfo.Utc, effects, moved.Length, now);
        view.Signed.Put(after);
        return new AreaChange(after, notice, [.. pairs.Where(p => IsNews(p.Then.Level, p.Now.Level) || p.Then.Orders.Assessed != p.Now.Orders.Assessed).Select(p => p.Now)]);
    }

    private IEnumerable<Place> CitiesOf(Area area) =>
        area.CityId is { } id ? [_places.Find(id)!.Value] : _places.Scored.Where(city => city.CountryCode == area.CountryCode);

    private Dictionary<string, ThreatLevel> FloorsIn(ThreatView view, Area area, DateTimeOffset now)
    {
        var floors = new Dictionary<string, ThreatLevel>(StringComparer.Ordinal);
        foreach ((Situation situation, CityHit hit) in CitiesOf(area).SelectMany(city => view.Touching(city.GeonameId)))
        {
            if (hit.IsInReach && situation.WasAlerted && situation.FloorAt(now) is { } floor)
                floors[situation.Id] = floor.Floor;
        }

        return floors;
    }
}
