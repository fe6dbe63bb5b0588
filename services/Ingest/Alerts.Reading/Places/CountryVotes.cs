using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>Lets groups, units and towns speak for the countries that they lie in: a text about Pemba and Macomia need not say Mozambique.</summary>
internal sealed class CountryVotes(NameReader names, Lexicon lexicon, AdminAreas areas, Analysis analysis, CountryTally countries)
{
    private const int MostVotes = 60;
    private const int ShortestShortForm = 4;
    private const double SureVote = 0.8;
    private const double UnsureVote = 0.4;
    private const double LocativeVote = 1;
    // From which a country counts where the text names none outright.
    private const double LeastWhereUnsure = 0.4;
    private const double HeadVote = 0.75;
    private const double NameVote = 0.5;
    private const double OutsiderShare = 0.25;
    private const double CapitalVote = 1.2;

    // What a title or a file's head names is what the text is about.
    private const double TitleVote = 1.5;
    private const double LanguageFactor = 4;

    // A group that acts in more countries than this speaks for none of them.
    private const int MostHomes = 5;

    // Where nothing else speaks, one name is enough only of a town that people know elsewhere; villages of all countries bear the names of others.
    private const int KnownElsewhere = 50_000;
    private const int KnownByAnyName = 700_000;

    private readonly Surroundings _around = new(analysis);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Weight, int Names, bool Known)> _votes = new(StringComparer.Ordinal);

    /// <summary>Adds to the countries of the text those for which enough speaks.</summary>
    /// <param name="skipFirst">The first word of the dateline, which has its own say.</param>
    /// <param name="skipEnd">The word behind it.</param>
    /// <param name="title">The towns that the title names.</param>
    public void Count(int skipFirst, int skipEnd, IEnumerable<string> title)
    {
        HashSet<string> homes = Homes();
        bool silent = countries.IsEmpty;
        foreach (string town in title)
        {
            if (_seen.Add(town)) Vote(town, false, names.Bearing(town), TitleVote, homes);
        }

        CountText(skipFirst, skipEnd, homes, silent);

        // What only a guess speaks for counts in a text that names no country; its language guesses, too.
        IReadOnlySet<string> speakers = lexicon.SpeakersOf(analysis.Language.Code);
        foreach (string country in _votes.Keys.Where(c => silent && speakers.Contains(c)).ToArray()) _votes[country] = _votes[country] with { Weight = _votes[country].Weight * LanguageFactor };

        // Where the text names a country outright, one name that only another country knows is mostly a village that the gazetteer lacks.
        int least = countries.IsSure ? 2 : 1;
        foreach ((string country, (double weight, int voters, bool known)) in _votes.OrderByDescending(v => v.Value.Weight).ThenBy(v => v.Key, StringComparer.Ordinal).Take(silent ? 1 : _votes.Count))
        {
            if (silent ? known || voters > 1 : weight >= (countries.IsSure ? SureVote : LeastWhereUnsure) && voters >= least) countries.Add(country, weight);
        }
    }

    private void CountText(int skipFirst, int skipEnd, HashSet<string> homes, bool silent)
    {
        HashSet<int> heads = [.. EntryHeads.Of(analysis)];
        foreach (Sentence sentence in analysis.Sentences)
        {
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (_seen.Count >= MostVotes) break;
                if (at >= skipFirst && at < skipEnd) continue;
                if (analysis.At(at)?.Of(Sort.Actor)?.Actor is { } actor)
                {
                    if (actor.Countries.Count <= MostHomes && _seen.Add(actor.Name)) Vote(actor.Countries[0], actor.Countries.Count == 1 ? SureVote : UnsureVote, known: true);
                    continue;
                }

                // Where capitals tell nothing, too much looks like a name in all but a message.
                if (!analysis.Document.CapitalsTell && !names.IsMessage) continue;
                (int end, string folded, bool unit) = names.At(at, sentence);
                if (end <= at || !_seen.Add(folded) || (folded.Length >= ShortestShortForm && _seen.Any(name => name.Length > folded.Length && name[folded.Length] == ' ' && name.StartsWith(folded, StringComparison.Ordinal)))) continue;
                IReadOnlyList<Place> bearing = names.Bearing(folded);

                // "[Lun. 9] Karimama, …" says where; "Sana: …" may be an agency.
                double weight = _around.IsLocative(at, sentence) || (unit && !areas.IsRegion(folded)) ? LocativeVote : heads.Contains(at) && !analysis.Document.GapAfter(end - 1).Contains(':') ? HeadVote : NameVote;

                // "Port-au-Prince: a doctor was abducted in Delmas": a capital is known from afar, a town of its suburb's name is not.
                if (silent && bearing.Any(p => p.IsCapital)) weight = CapitalVote;
                Vote(folded, unit, bearing, weight, homes);
                at = end - 1;
            }
        }
    }

    private void Vote(string folded, bool unit, IReadOnlyList<Place> bearing, double weight, HashSet<string> homes)
    {
        Dictionary<string, double> shares = CountryShares.Of(folded, unit, bearing, areas);
        foreach ((string country, double share) in CountryShares.Within(shares, homes))
        {
            bool known = shares.Count == 1 || areas.CountriesOf(folded).Contains(country) || bearing.Any(p => p.CountryCode == country && IsKnown(p, folded));
            Vote(country, weight * share * (CountryTally.IsOutsider(country) ? OutsiderShare : 1), known);
        }
    }

    // "Koro" is Coro in Venezuela as well, but not by its own name.
    private static bool IsKnown(Place place, string folded) =>
        place.IsCapital || place.Population >= KnownByAnyName || ((place.IsFirstOrderSeat || place.Population >= KnownElsewhere) && NameFolding.Fold(place.Name) == folded);

    private void Vote(string code, double weight, bool known)
    {
        (double before, int voters, bool was) = _votes.GetValueOrDefault(code);
        _votes[code] = (before + weight, voters + 1, was || known);
    }

    // The countries of the groups that the text names.
    private HashSet<string> Homes() =>
        [.. analysis.Marks(0, analysis.Words.Count).Select(m => m.Of(Sort.Actor)?.Actor).OfType<KnownActor>().Where(a => a.Countries.Count <= MostHomes).SelectMany(a => a.Countries)];
}
