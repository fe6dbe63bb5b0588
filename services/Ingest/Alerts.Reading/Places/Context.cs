using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>Which countries a text is about, and how much each speaks for a homonym.</summary>
internal sealed class Context
{
    // Weights: what the text says beats what the sender usually writes about; a wire is often filed from a neighbouring capital.
    private const double MainCountry = 4;
    private const double Hint = 3;
    private const double OtherCountry = 2;
    private const double Neighbour = 0.5;

    private readonly Dictionary<string, double> _weights = new(StringComparer.OrdinalIgnoreCase);

    public Context(Document document, Lexicon lexicon, PlaceIndex places, string? hint)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (PhraseMatch<string> match in lexicon.Countries.Matches(document.Words, 0, document.Words.Count))
        {
            counts[match.Value] = counts.GetValueOrDefault(match.Value) + 1;
            for (int word = match.Word; word < match.Word + match.WordCount; word++) CountryWords.Add(word);
        }

        Main = counts.Count == 0 ? hint : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
        foreach (string country in counts.Keys) Raise(country, country == Main ? MainCountry : OtherCountry);
        if (!string.IsNullOrEmpty(hint)) Raise(hint, Hint);
        foreach (string known in _weights.Keys.ToArray())
        {
            foreach (string neighbour in places.NeighboursOf(known))
                if (!_weights.ContainsKey(neighbour)) _weights[neighbour] = Neighbour;
        }
    }

    /// <summary>The country that the text names most, else the hint; null when there is neither.</summary>
    public string? Main { get; }

    /// <summary>Words that name a country or its people.</summary>
    public HashSet<int> CountryWords { get; } = [];

    public bool IsEmpty => _weights.Count == 0;

    public double WeightOf(string country) => _weights.GetValueOrDefault(country);

    /// <summary>Whether the text or the hint names the country itself, not only a neighbour.</summary>
    public bool Names(string country) => WeightOf(country) > Neighbour;

    /// <summary>Lets a country count that is only known from where the text was filed.</summary>
    public void Raise(string country, double weight = OtherCountry) => _weights[country] = Math.Max(weight, WeightOf(country));
}
