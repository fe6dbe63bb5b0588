using Alerts.Gazetteer;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>Finds what waits for an adviser, the most urgent first. Thread safe.</summary>
/// <param name="board">What is known.</param>
/// <param name="cities">Orders cities; may lag some seconds behind.</param>
/// <param name="places">The gazetteer.</param>
public sealed class ToSignList(ThreatBoard board, CityList cities, PlaceIndex places)
{
    /// <summary>Days before a review from which it is listed.</summary>
    public const int ReviewSoonDays = 7;

    /// <summary>Level from which a city should have a signed level.</summary>
    public const ThreatLevel SignFrom = ThreatLevel.Moderate;

    /// <summary>Everything that waits: by kind, then the heaviest, then the one that is due first, then the largest city.</summary>
    /// <param name="organisation">Whose advisers.</param>
    /// <param name="now">The domain's time.</param>
    public IReadOnlyList<ToSign> For(Scope organisation, DateTimeOffset now)
    {
        (IReadOnlyList<SignedArea> areas, IReadOnlyList<Situation> situations) = board.Orders(organisation);
        return
        [
            .. situations.Where(s => s.IsOpen).SelectMany(s => OfSituation(s, now))
                .Concat(areas.SelectMany(a => OfArea(a, now)))
                .Concat(cities.Ranked(organisation, "", (int)ThreatLevel.Minimal, now).Where(MayWait).Select(rank => board.Read(organisation, rank.City, now)).SelectMany(OfCity))
                .OrderBy(item => item.Kind).ThenByDescending(item => item.Weight).ThenBy(item => item.DueAt ?? DateTimeOffset.MaxValue)
                .ThenByDescending(item => item.City?.Population ?? 0).ThenBy(item => item.Subject, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ToSign> OfSituation(Situation situation, DateTimeOffset now)
    {
        FloorSchedule? schedule = situation.ScheduleAt(now);
        ToSign Item(ToSignKind kind, string reason, string todo, DateTimeOffset? due) =>
            new(kind, (int)(schedule?.Floor ?? 0), situation.Id, situation.Title, reason, todo)
            {
                Situation = situation,
                Level = schedule?.Floor,
                DueAt = due,
                Exercise = situation.Exercise,
            };

        if (situation.Assessment.NeedsReview)
        {
            ToSign review = Item(
                ToSignKind.ReviewIncident,
                "Only improbable statements or unreliable sources support it, so nothing rings.",
                "Look for another source. Submit what you find as a report; withdraw the report if it is false.",
                situation.NextDue);
            yield return review with { Weight = (int)(situation.Assessment.Size ?? 0) };
        }

        if (situation.Status == SituationStatus.Quiet && situation.WasAlerted)
        {
            string falls = schedule is { Floor: { } floor, NextStepAt: { } step }
                ? $"The level {(int)floor} that it forces falls {(schedule.FloorAfter is { } lower ? $"to {(int)lower}" : "away")} at {step.UtcDateTime:yyyy-MM-dd HH:mm} UTC."
                : schedule?.Floor is { } held ? $"The level {(int)held} that it forces is held." : "It forces no level.";
            yield return Item(
                ToSignKind.QuietSituation,
                $"No new report for {FloorDecay.QuietHours} hours, which is not an all-clear. {falls}",
                "If it is over, sign the all-clear. If it is not, hold its level. Else let it fall.",
                schedule?.NextStepAt ?? situation.NextDue);
        }

        if (situation.Holds.LastOrDefault(h => h.Covers(now)) is { Until: { } until } && until <= now.AddHours(LevelOverride.AnnounceHours))
        {
            yield return Item(
                ToSignKind.OrderEnds, $"The hold on its level ends at {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", "Hold it for longer, or let the level fall.", until);
        }
    }

    private IEnumerable<ToSign> OfArea(SignedArea signed, DateTimeOffset now)
    {
        Place? city = signed.Area.CityId is { } id ? places.Find(id) : null;
        string title = city is { } place ? $"{place.Name}, {place.CountryCode}" : $"Country {signed.Area.CountryCode}";
        SignedLevel? level = signed.AssessedAt(now);
        if (level is not null && level.ReviewAt <= now.AddDays(ReviewSoonDays))
        {
            bool overdue = level.ReviewAt <= now;
            string day = level.ReviewOn.ToString("yyyy-MM-dd");
            yield return new ToSign(
                overdue ? ToSignKind.ReviewOverdue : ToSignKind.ReviewDue,
                (int)level.Level,
                signed.Area.Name,
                title,
                overdue ? $"The level {(int)level.Level} that {level.Adviser} signed was to be reviewed by {day}; it still counts." : $"The level {(int)level.Level} that {level.Adviser} signed is to be reviewed by {day}.",
                "Sign the level anew, or withdraw it.")
            {
                City = city,
                Level = level.Level,
                Assessed = level.Level,
                DueAt = level.ReviewAt,
            };
        }

        foreach (LevelOverride order in signed.Overrides.Where(o => o.CountsAt(now) && o.AnnounceEndAt <= now))
        {
            string bound = order.KnownSituations is null ? "at least" : "at most";
            yield return new ToSign(
                ToSignKind.OrderEnds,
                (int)order.Level,
                signed.Area.Name,
                title,
                $"The override ({bound} level {(int)order.Level}) that {order.Adviser} signed ends at {order.EndsAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.",
                "Sign another override, or let it end.")
            {
                City = city,
                Level = order.Level,
                Assessed = level?.Level,
                DueAt = order.EndsAt,
            };
        }
    }

    // Of the world's cities few have anything to sign: the others need not be read.
    private static bool MayWait(CityRank rank) => rank.Assessed is { } assessed ? rank.Band is { } band && band != assessed : rank.Level >= SignFrom;

    private static IEnumerable<ToSign> OfCity(CityReading reading)
    {
        if (reading.Level.Level is not { } level)
            yield break;
        ToSign Item(ToSignKind kind, int weight, string reason, string todo) =>
            new(kind, weight, $"cities/{reading.City.GeonameId}", $"{reading.City.Name}, {reading.City.CountryCode}", reason, todo)
            {
                City = reading.City,
                Level = level,
                Assessed = reading.Level.Assessed,
                Band = reading.Level.Band,
                Exercise = reading.Exercise,
            };

        if (reading.Level.Assessed is { } assessed)
        {
            if (reading.Level.Band is { } band && band != assessed)
            {
                yield return Item(
                    ToSignKind.BandDiffers,
                    Math.Abs((int)band - (int)assessed),
                    $"Level {(int)assessed} is signed; the model suggests {(int)band}, {(band > assessed ? "more" : "less")}.",
                    "Look at the reasons of the forecast. Sign the level anew, the same or another.");
            }
        }
        else if (level >= SignFrom)
        {
            yield return Item(
                ToSignKind.NotSigned, (int)level, $"It is at level {(int)level} and nobody has signed a level for it.", "Assess it and sign a level, for the city or its country.");
        }
    }
}
