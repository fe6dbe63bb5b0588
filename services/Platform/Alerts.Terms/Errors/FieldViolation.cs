namespace Alerts.Terms;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Field">Path in proto names, such as <c>report.sites[0].reference.point.latitude</c>.</param>
/// <param name="Description">What is wrong and what to do, in plain English; never repeats a report's text.</param>
public sealed record FieldViolation(string Field, string Description);
