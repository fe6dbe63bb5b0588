using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>Which countries a text is about, and how much each speaks for a homonym. Only the reading of one text changes it.</summary>
internal sealed class CountryTally
{
    // Weights: what the text says beats what the sender usually writes about; a wire is often filed from a neighbouring capital.
    private const double MainCountry = 4;
    private const double Hint = 3;
    private const double OtherCountry = 2;
    private const double Neighbour = 0.5;

    // Powers and donors are named in texts about everywhere.
    private const double OutsiderShare = 0.25;

    // "Rwandan troops" says whose they are; they may be anywhere. Where capitals tell nothing, towns are too unsure to speak instead.
    private const double PeopleShare = 0.5;

    private static readonly HashSet<string> Outsiders = ["US", "GB", "FR", "ES", "RU", "CN", "DE", "IT", "CU", "VA", "CH", "BE", "CA", "JO", "IE", "AT", "AE"];

    private static readonly HashSet<string> OfOrigin = ["based", "born", "backed", "led", "made", "owned", "flagged", "registered", "trained", "funded", "linked"];

    private readonly Dictionary<string, double> _weights = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, double> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly PlaceIndex _places;
    private readonly Dictionary<int, string> _countryAt = [];
    private readonly Dictionary<int, KnownActor> _forcesAt = [];
    private readonly Dictionary<int, KnownActor> _statesAt = [];

    public CountryTally(Document document, Lexicon lexicon, PlaceIndex places, Dateline dateline, string? title, string? hint)
    {
        _places = places;
        Count(document, lexicon, dateline);
        if (!string.IsNullOrEmpty(title)) Count(new Document(title), lexicon, null);
        if (!string.IsNullOrEmpty(hint)) _counts[hint] = _counts.GetValueOrDefault(hint) + Hint;
        Weigh(hint);
    }

    /// <summary>The country that the text names most; the hint when it names none; null when there is neither.</summary>
    public string? Main { get; private set; }

    /// <summary>Whether a country is one that texts about everywhere name; its small towns are then not meant.</summary>
    public static bool IsOutsider(string country) => Outsiders.Contains(country);

    public bool IsEmpty => _weights.Count == 0;

    /// <summary>Whether the text names a country outright, or more than once; a people or a power alone does not make it sure.</summary>
    public bool IsSure => _counts.Values.Any(c => c >= 1);

    /// <summary>Whether a word names a country or its people.</summary>
    public bool IsCountry(int word) => _countryAt.ContainsKey(word);

    /// <summary>The country that a word names; null when it names none.</summary>
    public string? At(int word) => _countryAt.GetValueOrDefault(word);

    /// <summary>The forces of the people that a word names ("Russian"); null when it names none.</summary>
    public KnownActor? ForcesAt(int word) => _forcesAt.GetValueOrDefault(word);

    /// <summary>The state that a word names, or is the first to name ("Turkey"); null when it names none.</summary>
    public KnownActor? StateAt(int word) => _statesAt.GetValueOrDefault(word);

    public double WeightOf(string country) => _weights.GetValueOrDefault(country);

    /// <summary>Whether the text or the hint names the country itself, not only a neighbour.</summary>
    public bool Names(string country) => WeightOf(country) > Neighbour;

    /// <summary>Lets a country count that is known from where the text was filed, or from a place that it names.</summary>
    public void Add(string country, double count)
    {
        _counts[country] = _counts.GetValueOrDefault(country) + count;
        Weigh(null);
    }

    // A dateline says where an agency sits, often abroad; a title has none, and its words have no place in the text.
    private void Count(Document document, Lexicon lexicon, Dateline? dateline)
    {
        for (int at = 0; at < document.Words.Count;)
        {
            (List<(string Code, bool IsOfPeople)>? codes, int words) = lexicon.Countries.MatchAt(document.Words, at, document.Words.Count);
            if (codes is null || (words == 1 && document.CapitalsTell && !document.IsCapitalised(at) && codes[0].Code is "NE" or "TD" or "ML" or "GN" or "JO"))
            {
                at++;
                continue;
            }

            // "Myanmar-based groups" says whose they are, not where they act.
            bool origin = at + words < document.Words.Count && document.GapAfter(at + words - 1) is "-" && OfOrigin.Contains(document.Words[at + words].Text);
            (string code, bool people) = codes[0];
            if (dateline is null || at < dateline.First || at >= dateline.End) _counts[code] = _counts.GetValueOrDefault(code) + (Outsiders.Contains(code) || origin ? OutsiderShare : people && document.CapitalsTell ? PeopleShare : 1);
            for (int word = at; dateline is not null && word < at + words; word++) _countryAt[word] = code;
            if (dateline is not null && people && words == 1) _forcesAt[at] = lexicon.Forces[code];
            if (dateline is not null && !people) _statesAt[at] = lexicon.Forces[code];
            at += words;
        }
    }

    private void Weigh(string? hint)
    {
        _weights.Clear();
        Main = _counts.Count == 0 ? hint : _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
        foreach (string country in _counts.Keys) _weights[country] = country == Main ? MainCountry : OtherCountry;
        foreach (string known in _weights.Keys.ToArray())
        {
            foreach (string neighbour in _places.NeighboursOf(known)) _weights.TryAdd(neighbour, Neighbour);
        }
    }
}
