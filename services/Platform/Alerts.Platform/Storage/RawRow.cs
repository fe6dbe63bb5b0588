namespace Alerts.Platform.Storage;

/// <summary>
/// The present row of <see cref="IReadSession.Scan"/>, whose values are looked at where they lie. Belongs to the delegate that got it; what it gives is
/// good until that returns. Not thread safe.
/// </summary>
public abstract class RawRow
{
    /// <summary>A whole number; 0 for null.</summary>
    /// <param name="column">From 0.</param>
    public abstract long Whole(int column);

    /// <summary>The bytes of a blob, or of a text in UTF-8; none for null.</summary>
    /// <param name="column">From 0.</param>
    public abstract ReadOnlySpan<byte> Bytes(int column);
}
