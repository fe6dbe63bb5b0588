namespace Alerts.Feeds;

/// <summary>Works out what a file of history covers from the rows that it holds.</summary>
/// <remarks>
/// A country is covered when it has an event in the file, from the first to the last day that the file has an event anywhere: a country
/// that had a quiet end of the year is covered to the end of the year. A country without any event is not covered, for nothing in the
/// file tells whether it was looked at. Not thread safe.
/// </remarks>
public sealed class CoverageTally
{
    private readonly SortedSet<string> _countries = new(StringComparer.Ordinal);
    private DateOnly _from = DateOnly.MaxValue;
    private DateOnly _through = DateOnly.MinValue;

    /// <summary>Counts a row.</summary>
    /// <param name="row">A row that was read.</param>
    public void Add(HistoricRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.LocalDate < _from) _from = row.LocalDate;
        if (row.LocalDate > _through) _through = row.LocalDate;
        if (row.CountryCode.Length > 0) _countries.Add(row.CountryCode);
    }

    /// <summary>The coverage of all rows so far, by country code; empty when no row named a known country.</summary>
    public IReadOnlyList<FeedCoverage> ToCoverage() => [.. _countries.Select(c => new FeedCoverage(c, _from, _through))];
}
