namespace Alerts.Notify.Log;

/// <summary>The secret that seals cursors. All replicas of one store use the same; with another one every cursor is refused.</summary>
/// <param name="Secret">32 bytes, made once with the data folder. Never logged.</param>
public sealed record CursorKey(byte[] Secret)
{
    /// <summary>Says nothing about the secret.</summary>
    public override string ToString() => nameof(CursorKey);
}
