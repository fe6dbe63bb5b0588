using Alerts.V1;

namespace Alerts.Cli.Rendering;

// Counts of people. Unset is "not known" and is left out; 0 is said.
internal static class CasualtyWords
{
    public static string Of(CasualtyStatement? statement)
    {
        if (statement is null) return "";
        string[] parts =
        [
            Count(statement.Killed, "killed"), Count(statement.AttackersKilled, "attackers killed"),
            Count(statement.Wounded, "wounded"), Count(statement.Abducted, "abducted or missing"),
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    // Each claimant's own figures; contradictions stand side by side.
    public static IEnumerable<string> PerClaimant(IEnumerable<CasualtyStatement> statements) =>
        from statement in statements
        let figures = Of(statement)
        where figures.Length > 0
        select statement.Claimant is { Name.Length: > 0 } claimant ? $"{SafeText.Of(claimant.Name)}: {figures}" : figures;

    private static string Count(CasualtyRange? range, string what) => range switch
    {
        null => "",
        { HasLow: true, HasHigh: true } when range.Low != range.High => $"{range.Low} to {range.High} {what}" + (range.HasBest ? $" (best {range.Best})" : ""),
        { HasBest: true } => $"{range.Best} {what}",
        { HasLow: true } => $"at least {range.Low} {what}",
        { HasHigh: true } => $"at most {range.High} {what}",
        _ => "",
    };
}
