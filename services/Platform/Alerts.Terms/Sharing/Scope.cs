namespace Alerts.Terms;

/// <summary>Who a row or event belongs to: everyone (<see cref="Shared"/>) or one organisation.</summary>
/// <param name="Value"><c>shared</c>, or an organisation's id of 1 to 63 characters a–z, 0–9 and hyphen.</param>
/// <remarks>Part of every key. The default value is not a scope and belongs to nobody.</remarks>
public readonly record struct Scope(string Value)
{
    /// <summary>The scope that everyone sees.</summary>
    public static Scope Shared => new("shared");

    /// <summary>The one organisation that exists until sign-in is set up.</summary>
    public static Scope Local => new("local");

    /// <summary>Whether this is the scope that everyone sees.</summary>
    public bool IsShared => Value == "shared";

    /// <summary>The scope in which a report is folded.</summary>
    /// <param name="label">The report's label; null counts as <see cref="TlpLabel.AmberStrict"/>.</param>
    /// <param name="owner">The organisation that submitted it.</param>
    /// <returns><see cref="Shared"/> for CLEAR and GREEN, else the owner.</returns>
    public static Scope For(TlpLabel? label, Scope owner) => label is TlpLabel.Clear or TlpLabel.Green ? Shared : owner;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
