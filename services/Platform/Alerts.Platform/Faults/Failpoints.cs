using System.Globalization;

namespace Alerts.Platform.Faults;

/// <summary>The points between two steps of which a crash must lose nothing and double nothing.</summary>
/// <remarks>For tests only: <c>ALERTS_FAILPOINT=append:3</c> kills the process when it gets to <c>append</c> for the third time.</remarks>
public static class Failpoints
{
    /// <summary>Environment variable: the name of a point, and after a colon how often it is passed until the process dies, 1 unless said.</summary>
    public const string Variable = "ALERTS_FAILPOINT";

    private static readonly string? Setting = Environment.GetEnvironmentVariable(Variable);

    /// <summary>A store's group of units is written and not committed.</summary>
    public static readonly Failpoint BeforeCommit = new("before-commit", Setting);

    /// <summary>A store's group of units is committed, and nobody was told.</summary>
    public static readonly Failpoint AfterCommit = new("after-commit", Setting);

    /// <summary>The bus has confirmed a pack that the outbox still holds.</summary>
    public static readonly Failpoint PublishConfirmed = new("publish-confirm", Setting);

    /// <summary>A pack has taken effect and is not acknowledged to the bus.</summary>
    public static readonly Failpoint BeforeAcknowledge = new("ack", Setting);

    /// <summary>An alert has got its position in the log within a unit that goes on.</summary>
    public static readonly Failpoint Append = new("append", Setting);

    /// <summary>A bookmark is due, and a subscriber's cursor is about to move by it.</summary>
    public static readonly Failpoint Bookmark = new("bookmark", Setting);

    /// <summary>A frame is in the buffer of a connection that has not been told to send it.</summary>
    public static readonly Failpoint FrameWrite = new("frame-write", Setting);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Failpoint> All { get; } =
        [BeforeCommit, AfterCommit, PublishConfirmed, BeforeAcknowledge, Append, Bookmark, FrameWrite];

    /// <summary>Refuses a setting that names no point, so that a test does not pass for want of a fault.</summary>
    /// <exception cref="InvalidDataException">It is not a known name, or its number is not 1 or more.</exception>
    public static void Check()
    {
        if (Setting is null)
            return;
        string[] parts = Setting.Split(':');
        bool isNumber = parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int times) && times > 0);
        if (!isNumber || All.All(point => point.Name != parts[0]))
            throw new InvalidDataException($"{Variable} is '{Setting}'; it must be one of {string.Join(", ", All.Select(point => point.Name))}, with a number after a colon if you like. Unset it unless you test.");
    }
}
