namespace Alerts.Ingest.Storage;

// An imported incident as it is stored. Content: a digest of the body, and behind its 16 bytes when the data set edited the row, if it says so: seconds since 1970, the highest byte first, so that bytes
// compare as instants do.
internal sealed record HistoryRow(byte[] Id, int Tlp, long Start, string Country, double Latitude, long Import, byte[] Content, byte[] Body)
{
    public const int DigestBytes = 16;

    public object?[] Values(long revision) => [Id, revision, Tlp, Start, Country, Latitude, Import, Content, Body];

    // Whether it takes the place of a row: it says something else, and the data set did not edit it earlier.
    public bool Replaces(byte[] content) =>
        !Content.AsSpan().SequenceEqual(content) && (Content.Length == DigestBytes || Content.AsSpan(DigestBytes).SequenceCompareTo(content.AsSpan(DigestBytes)) >= 0);
}
