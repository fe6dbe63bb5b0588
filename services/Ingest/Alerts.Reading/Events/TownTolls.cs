using Alerts.Reading.Casualties;
using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Events;

/// <summary>Whom a sentence counts in each of the towns that it lists: "killed four villagers in Gao and two traders in Mopti", "six died in Gao and a teacher in Mopti".</summary>
internal sealed class TownTolls
{
    private readonly Analysis _analysis;
    private readonly EventMention _mention;
    private readonly IReadOnlyList<Noun> _nouns;
    private readonly IReadOnlyList<TimeMention> _times;
    private readonly IReadOnlyList<TownShare> _shares;
    private readonly Dictionary<TownShare, List<Toll>> _tolls = [];

    public TownTolls(Analysis analysis, EventMention mention, IReadOnlyList<Noun> nouns, IReadOnlyList<TimeMention> times, IReadOnlyList<TownShare> shares)
    {
        (_analysis, _mention, _nouns, _times, _shares) = (analysis, mention, nouns, times, shares);
        foreach (TownShare share in shares) _tolls[share] = Find(share);
    }

    /// <summary>The tolls of a town alone; none when nobody is counted there.</summary>
    public IReadOnlyList<Toll> Of(TownShare share) => _tolls[share];

    /// <summary>Whom the words that go with a town name; null when they name nobody.</summary>
    public IReadOnlyList<Noun>? TargetsOf(TownShare share)
    {
        Noun[] own = [.. _mention.Targets.Where(t => IsIn(share, t.First))];
        Noun[] shared = own.Length > 0 ? own : [.. _mention.Targets.Where(t => !_shares.Skip(1).Any(s => IsIn(s, t.First)))];
        return shared.Length > 0 ? shared : null;
    }

    /// <summary>Leaves the mention what is told of one of the towns told apart; what was counted of all stays with it where the others have no counts of their own.</summary>
    public void Keep(TownShare kept, IReadOnlyList<TownShare> told)
    {
        TownShare[] others = [.. told.Where(s => s != kept)];
        List<Toll> counted = [.. others.SelectMany(s => _tolls[s])];
        if (counted.Count > 0)
        {
            Toll[] own = [.. IsElliptic(kept) ? _tolls[kept] : _mention.Tolls.Select(t => Without(t, others, counted)).OfType<Toll>()];
            _mention.Tolls.Clear();
            _mention.Tolls.AddRange(own);
        }

        if (TargetsOf(kept) is not { } targets || !others.Any(s => _mention.Targets.Exists(t => IsIn(s, t.First)))) return;
        _mention.Targets.Clear();
        _mention.Targets.AddRange(targets);
    }

    // "Four villagers and two traders", told in two towns, were counted as six.
    private static Toll? Without(Toll toll, IReadOnlyList<TownShare> others, List<Toll> counted)
    {
        int sum = counted.Where(o => o.IsKilled == toll.IsKilled).Sum(o => o.Count.Estimate ?? 0);
        if (others.Any(s => IsIn(s, AtOf(toll)))) return null;
        bool spans = others.Any(s => IsIn(s, toll.First) || IsIn(s, toll.End - 1));
        return spans && toll.Count.Best > sum && sum > 0 ? toll with { Count = new CasualtyRange(null, toll.Count.Best - sum, null) } : toll;
    }

    private List<Toll> Find(TownShare share)
    {
        List<Toll> told = [.. _mention.Tolls.Where(t => IsIn(share, t.First) && IsIn(share, t.End - 1))];
        if (told.Count > 0 && !IsElliptic(share)) return told;
        if ((share == _shares[0] && !IsElliptic(share)) || Counted(share) is not { } people) return told;
        Mark? harm = _analysis.Marks(share.From, share.Place.First).LastOrDefault(m => m.Of(Sort.Harm) is { } entry && HarmWords.IsToll(entry));
        if (harm is null && _mention.Tolls.Count == 0) return [];
        bool killed = harm is not null ? HarmWords.IsKilled(harm) : _mention.Tolls[0].IsKilled;
        return [new Toll(killed, new CasualtyRange(null, people.Count, null), people.Who, people.First, people.End)];
    }

    // Where the number that counts them stands: "killed … two traders", "two traders … were killed".
    private static int AtOf(Toll toll) => toll.Who?.PhraseFirst ?? toll.First;

    private static bool IsIn(TownShare share, int word) => word >= share.From && word < share.End;

    // "Six in Gao": a bare number right before the town.
    private bool IsElliptic(TownShare share) => BareNumber(share) is not null;

    private NumberPhrase? BareNumber(TownShare share)
    {
        for (int word = share.Place.First - 1; word >= share.From; word--)
        {
            if (NumberReader.At(_analysis, word, share.Place.First) is { MayBeYear: false } number && IsCount(number) && !_nouns.Any(n => n.First <= word && n.End > word)) return number;
            if (!_analysis.Is(word, WordClass.Locative | WordClass.Det)) return null;
        }

        return null;
    }

    private bool IsCount(NumberPhrase number) => !_times.Any(t => t.First <= number.First && number.First < t.End);

    // The people named last before the town: "two traders", "a tribal elder", or a number alone.
    private (int Count, Noun? Who, int First, int End)? Counted(TownShare share)
    {
        if (BareNumber(share) is { } bare) return (bare.Value, null, bare.First, bare.End);
        Noun[] people = [.. _nouns.Where(n => (n.IsPerson || n.IsRole) && n.PhraseFirst >= share.From && n.PhraseEnd <= share.Place.First && (n.Number is not null || n.IsOne))];
        return people.Length > 0 ? (people.Sum(p => p.Number?.Value ?? 1), people[0], people[0].PhraseFirst, people[^1].PhraseEnd) : null;
    }
}
