namespace Alerts.Load;

/// <summary>One load: rate per second, server CPU per item in microseconds, latencies in milliseconds.</summary>
internal sealed record LoadResult(double PerSecond, double CpuMicroseconds, double P50, double P99);
