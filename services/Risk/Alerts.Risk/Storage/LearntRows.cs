using Alerts.Platform.Storage;

namespace Alerts.Risk.Storage;

/// <summary>What past forecasts have taught, by country, kept from one start to the next. A cache: whoever reads it checks that it was learnt over the same past.</summary>
internal static class LearntRows
{
    public static IReadOnlyList<(string CountryCode, byte[] State)> All(IReadSession session) =>
        session.Query("SELECT country, state FROM learnt", r => (r.GetString(0), r.GetFieldValue<byte[]>(1)));

    // Where several processes share a store, each learns the same.
    public static void Save(IWriteSession session, string countryCode, byte[] state) => session.Defer(
        "INSERT INTO learnt (country, state) VALUES ($1, $2) ON CONFLICT (country) DO UPDATE SET state = excluded.state WHERE learnt.state <> excluded.state", countryCode, state);
}
