namespace Alerts.Platform.Health;

/// <summary>How far the whole path from report to alert is known to have come. Thread safe.</summary>
public interface IWatermarkSource
{
    /// <summary>Every report accepted before this instant of the domain's time has reached the alert log; null before the first watermark.</summary>
    DateTimeOffset? CompleteThrough { get; }

    /// <summary>Since when silence proves nothing, in the domain's time; null while the path moves.</summary>
    DateTimeOffset? BlindSince { get; }

    /// <summary>How far what this process sends may be behind what the alert log holds, in wall time; zero and upwards.</summary>
    TimeSpan FanOutLag { get; }
}
