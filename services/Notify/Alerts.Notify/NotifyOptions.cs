using System.ComponentModel.DataAnnotations;

namespace Alerts.Notify;

/// <summary>Settings of the notify service, section <c>Notify</c>. Checked at start; an impossible value stops it.</summary>
public sealed class NotifyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Notify";

    /// <summary>Days that alerts are kept and cursors stay good.</summary>
    /// <value>30 to 3 650; the default is 90. The promise to callers is at least 30 days.</value>
    [Range(30, 3650)]
    public int RetentionDays { get; set; } = 90;

    /// <summary>Seconds that one frame of a stream may wait for the subscriber to take it before the stream is cut.</summary>
    /// <value>5 to 300; the default is 30.</value>
    [Range(5, 300)]
    public int StuckSeconds { get; set; } = 30;
}
