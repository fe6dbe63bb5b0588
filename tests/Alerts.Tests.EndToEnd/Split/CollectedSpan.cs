namespace Alerts.Tests.EndToEnd.Split;

/// <summary>A span as a collector gets it; ids in hexadecimal.</summary>
internal sealed record CollectedSpan(string Service, string Trace, string Id, string Parent, string Name);
