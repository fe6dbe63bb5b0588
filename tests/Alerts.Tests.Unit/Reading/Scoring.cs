using System.Globalization;
using System.Text.Json;
using Alerts.Gazetteer;

namespace Alerts.Tests.Unit.Reading;

/// <summary>Counts, slot by slot, how well predictions agree with gold: F1 with missed and spurious events counted.</summary>
/// <remarks>Gold and prediction are paired one to one, best pair first; a pair needs the same type, or place and day, or more.</remarks>
internal sealed class Scoring
{
    private const double NearKm = 25;
    private const double LeastSimilarity = 2;

    private readonly Dictionary<string, (double Right, double RightSaid, double Said, double Gold)> _slots = [];

    public int Leaks { get; private set; }

    public int Background { get; private set; }

    // Two names of one target are both right: what is said and what is gold are counted apart.
    public double F1(string slot)
    {
        (double right, double rightSaid, double said, double gold) = _slots[slot];
        (double precision, double recall) = (rightSaid / Math.Max(1, said), right / Math.Max(1, gold));
        return right > 0 ? 200 * precision * recall / (precision + recall) : 0;
    }

    public void Add(JsonElement gold, JsonElement[] said)
    {
        JsonElement[] events = [.. gold.GetProperty("incidents").EnumerateArray()];
        bool required = events.Any(e => !Optional(e));
        Count("reportable", (required || (events.Length > 0 && said.Length > 0)) && said.Length > 0, said.Length > 0, required || (events.Length > 0 && said.Length > 0));
        List<(JsonElement? Gold, JsonElement? Said)> pairs = Pair(events, said);
        foreach ((JsonElement? g, JsonElement? s) in pairs)
        {
            Count("incident", g is not null && s is not null, s is not null, g is not null);
            Count("type", g is not null && s is not null && SameType(g.Value, s.Value), s is not null, g is not null);
            Count("country", g is not null && s is not null && Text(g.Value, "country") == Text(s.Value, "country"), s is not null, g is { } c && Text(c, "country") is not null);
            if (g is null || Number(g.Value, "lat") is not null) Count("place", g is not null && s is not null && Km(g.Value, s.Value) <= NearKm, s is { } p && Number(p, "lat") is not null, g is not null);
            if (g is null || Dates(g.Value).Any()) Count("day", g is not null && s is not null && SameDay(g.Value, s.Value), s is not null, g is not null);
            Names("perpetrators", g is { } a ? [.. Alternatives(a, "perp_orgs"), .. Alternatives(a, "perp_individuals")] : [], s);
            Names("targets", g is { } t ? [.. Alternatives(t, "targets")] : [], s);
        }

        Leak(gold, [.. pairs.Where(p => p.Gold is null).Select(p => p.Said!.Value)]);
    }

    private static List<(JsonElement?, JsonElement?)> Pair(JsonElement[] events, JsonElement[] said)
    {
        var pairs = new List<(JsonElement?, JsonElement?)>();
        var free = said.ToList();
        var open = events.ToList();
        while (open.SelectMany(g => free.Select(s => (g, s, Like: Similarity(g, s)))).Where(p => p.Like >= LeastSimilarity).OrderByDescending(p => p.Like).FirstOrDefault() is { Like: > 0 } best)
        {
            pairs.Add((best.g, best.s));
            open.Remove(best.g);
            free.Remove(best.s);
        }

        pairs.AddRange(open.Where(g => !Optional(g)).Select(g => ((JsonElement?)g, (JsonElement?)null)));
        pairs.AddRange(free.Select(s => ((JsonElement?)null, (JsonElement?)s)));
        return pairs;
    }

    private static double Similarity(JsonElement gold, JsonElement said) =>
        (SameType(gold, said) ? 2 : 0) + (Km(gold, said) <= NearKm ? 2 : Text(gold, "country") == Text(said, "country") ? 0.5 : 0) + (SameDay(gold, said) ? 1.5 : 0) - (Optional(gold) ? 0.01 : 0);

    // What is optional costs nothing when it is not said, and nothing when it is.
    private void Names(string slot, List<(string[] Alternatives, bool IsOptional)> gold, JsonElement? said)
    {
        string[] words = said is { } s ? [.. s.GetProperty(slot).EnumerateArray().Select(e => e.GetString()!)] : [];
        int found = gold.Count(g => !g.IsOptional && words.Any(w => g.Alternatives.Any(alternative => SameName(alternative, w))));
        int fitting = words.Count(w => gold.Exists(g => g.Alternatives.Any(alternative => SameName(alternative, w))));
        (double right, double rightSaid, double all, double of) = _slots.GetValueOrDefault(slot);
        _slots[slot] = (right + found, rightSaid + fitting, all + words.Length, of + gold.Count(g => !g.IsOptional));
    }

    private static bool SameName(string a, string b)
    {
        HashSet<string> left = Stems(a);
        HashSet<string> right = Stems(b);
        return left.Count > 0 && right.Count > 0 && left.Intersect(right).Count() >= 0.6 * Math.Min(left.Count, right.Count);
    }

    private static HashSet<string> Stems(string name) => [.. NameFolding.Fold(name).Split(' ').Where(w => w.Length > 2).Select(w => w.TrimEnd('s'))];

    private void Leak(JsonElement gold, JsonElement[] spurious)
    {
        foreach (JsonElement old in gold.GetProperty("background").EnumerateArray())
        {
            Background++;
            bool leaks = spurious.Any(s => (Text(old, "date") is { } date && Text(s, "date")!.StartsWith(date, StringComparison.Ordinal)) || Km(old, s) <= NearKm);
            if (leaks) Leaks++;
        }
    }

    private void Count(string slot, bool right, bool said, bool gold)
    {
        (double r, double f, double s, double g) = _slots.GetValueOrDefault(slot);
        int one = right ? 1 : 0;
        _slots[slot] = (r + one, f + one, s + (said ? 1 : 0), g + (gold ? 1 : 0));
    }

    private static bool Optional(JsonElement e) => e.TryGetProperty("optional", out JsonElement optional) && optional.GetBoolean();

    private static bool SameType(JsonElement gold, JsonElement said) => gold.GetProperty("types_ok").EnumerateArray().Any(t => t.GetString() == Text(said, "type"));

    private static IEnumerable<(string From, string To)> Dates(JsonElement gold) => !gold.TryGetProperty("dates", out JsonElement dates) || dates.ValueKind != JsonValueKind.Array ? [] : dates.EnumerateArray()
        .Select(d => Text(d, "op") == "range" ? (Text(d, "from")!, Text(d, "to")!) : (Text(d, "date") ?? Text(d, "to")!, Text(d, "date") ?? Text(d, "to")!));

    private static bool SameDay(JsonElement gold, JsonElement said) => Text(said, "date") is { } day
        && Dates(gold).Any(d => string.CompareOrdinal(d.From, day) <= 0 && string.CompareOrdinal(day, d.To) <= 0);

    private static IEnumerable<(string[] Alternatives, bool IsOptional)> Alternatives(JsonElement gold, string slot) => gold.GetProperty(slot).EnumerateArray()
        .Select(e => (e.GetProperty("alts").EnumerateArray().Select(a => a.GetString()!).ToArray(), e.TryGetProperty("opt", out JsonElement optional) && optional.GetBoolean()));

    private static double Km(JsonElement a, JsonElement b) => Number(a, "lat") is { } lat && Number(b, "lat") is { } other
        ? new Alerts.Terms.GeoPoint(lat, Number(a, "lon")!.Value).DistanceKmTo(new Alerts.Terms.GeoPoint(other, Number(b, "lon")!.Value))
        : double.MaxValue;

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? double.Parse(value.GetRawText(), CultureInfo.InvariantCulture) : null;
}
