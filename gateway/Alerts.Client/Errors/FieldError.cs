namespace Alerts.Client.Errors;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Field">Path of the field with proto names, such as <c>report.sites[0].reference.point.latitude</c>.</param>
/// <param name="Description">For people.</param>
public sealed record FieldError(string Field, string Description);
