namespace Alerts.Risk.Levels;

/// <summary>An adviser's word that what was signed no longer holds.</summary>
/// <param name="Adviser">Who.</param>
/// <param name="Rationale">Why, in the adviser's words.</param>
public sealed record Withdrawal(string Adviser, string Rationale);
