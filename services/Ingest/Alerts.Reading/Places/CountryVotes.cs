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
    private const double LanguageFactor = 4;

    // A group that acts in more countries than this speaks for none of them.
    private const int MostHomes = 5;

    private readonly Surroundings _around = new(analysis);

    /// <summary>Adds to the countries of the text those for which enough speaks.</summary>
    public void Count(int skipFirst, int skipEnd)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        var votes = new Dictionary<string, (double Weight, int Names)>(StringComparer.Ordinal);
        HashSet<string> homes = Homes();
        HashSet<int> heads = [.. EntryHeads.Of(analysis)];
        bool silent = countries.IsEmpty;
        foreach (Sentence sentence in analysis.Sentences)
        {
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (seen.Count >= MostVotes) break;
                if (at >= skipFirst && at < skipEnd) continue;
                if (analysis.At(at)?.Of(Sort.Actor)?.Actor is { } actor)
                {
                    if (actor.Countries.Count <= MostHomes && seen.Add(actor.Name)) Vote(actor.Countries[0], actor.Countries.Count == 1 ? SureVote : UnsureVote);
                    continue;
                }

                // Where capitals tell nothing, too much looks like a name in all but a message.
                if (!analysis.Document.CapitalsTell && !names.IsMessage) continue;
                (int end, string folded, bool unit) = names.At(at, sentence);
                if (end <= at || !seen.Add(folded) || (folded.Length >= ShortestShortForm && seen.Any(name => name.Length > folded.Length && name[folded.Length] == ' ' && name.StartsWith(folded, StringComparison.Ordinal)))) continue;
                IReadOnlyList<Place> bearing = names.Bearing(folded);

                // "[Lun. 9] Karimama, …" says where; "Sana: …" may be an agency.
                double weight = _around.IsLocative(at, sentence) || (unit && !areas.IsRegion(folded)) ? LocativeVote : heads.Contains(at) && !analysis.Document.GapAfter(end - 1).Contains(':') ? HeadVote : NameVote;

                // "Port-au-Prince: a doctor was abducted in Delmas": a capital is known from afar, a town of its suburb's name is not.
                if (silent && bearing.Any(p => p.IsCapital)) weight = CapitalVote;
                foreach ((string country, double share) in CountryShares.Within(CountryShares.Of(folded, unit, bearing, areas), homes)) Vote(country, weight * share * (CountryTally.IsOutsider(country) ? OutsiderShare : 1));
                at = end - 1;
            }
        }

        // What only a guess speaks for counts in a text that names no country; its language guesses, too.
        IReadOnlySet<string> speakers = lexicon.SpeakersOf(analysis.Language.Code);
        foreach (string country in votes.Keys.Where(c => silent && speakers.Contains(c)).ToArray()) votes[country] = (votes[country].Weight * LanguageFactor, votes[country].Names);

        // Where the text names a country outright, one name that only another country knows is mostly a village that the gazetteer lacks.
        int least = countries.IsSure ? 2 : 1;
        foreach ((string country, (double weight, int voters)) in votes.OrderByDescending(v => v.Value.Weight).ThenBy(v => v.Key, StringComparer.Ordinal).Take(silent ? 1 : votes.Count))
        {
            if (silent || (weight >= (countries.IsSure ? SureVote : LeastWhereUnsure) && voters >= least)) countries.Add(country, weight);
        }

        void Vote(string code, double weight) => votes[code] = (votes.GetValueOrDefault(code).Weight + weight, votes.GetValueOrDefault(code).Names + 1);
    }

    // The countries of the groups that the text names.
    private HashSet<string> Homes() =>
        [.. analysis.Marks(0, analysis.Words.Count).Select(m => m.Of(Sort.Actor)?.Actor).OfType<KnownActor>().Where(a => a.Countries.Count <= MostHomes).SelectMany(a => a.Countries)];
}
