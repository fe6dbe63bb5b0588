using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Checks the lists of a draft: figures, statements, actors, targets. Pure.
internal static class ListValidator
{
    public static void Casualties(IReadOnlyList<CasualtyStatement> casualties, string path, Violations wrong)
    {
        wrong.Count(path, casualties.Count, ReportLimits.Casualties);
        for (int i = 0; i < Math.Min(casualties.Count, ReportLimits.Casualties); i++)
        {
            CasualtyStatement given = casualties[i];
            string at = $"{path}[{i}]";
            Claimant(given.Claimant, $"{at}.claimant", wrong);
            Range(given.Killed, $"{at}.killed", wrong);
            Range(given.AttackersKilled, $"{at}.attackers_killed", wrong);
            Range(given.Wounded, $"{at}.wounded", wrong);
            Range(given.Abducted, $"{at}.abducted", wrong);
        }
    }

    public static void Statements(IReadOnlyList<Statement> statements, string path, Violations wrong)
    {
        wrong.Count(path, statements.Count, ReportLimits.Statements);
        for (int i = 0; i < Math.Min(statements.Count, ReportLimits.Statements); i++)
        {
            string at = $"{path}[{i}]";
            Claimant(statements[i].Claimant, $"{at}.claimant", wrong);
            wrong.Known($"{at}.subject", statements[i].Subject);
            wrong.Known($"{at}.standing", statements[i].Standing);
            wrong.Text($"{at}.text", statements[i].Text, ReportLimits.StatementLength);
        }
    }

    public static void Actors(IReadOnlyList<Actor> actors, string path, Violations wrong)
    {
        wrong.Count(path, actors.Count, ReportLimits.Actors);
        for (int i = 0; i < Math.Min(actors.Count, ReportLimits.Actors); i++)
        {
            wrong.Name($"{path}[{i}].name", actors[i].Name);
            wrong.Known($"{path}[{i}].type", actors[i].Type);
            wrong.Known($"{path}[{i}].role", actors[i].Role);
        }
    }

    public static void Targets(IReadOnlyList<TargetKind> targets, string path, Violations wrong)
    {
        wrong.Count(path, targets.Count, ReportLimits.Targets);
        for (int i = 0; i < Math.Min(targets.Count, ReportLimits.Targets); i++)
            wrong.Known<TargetKind>($"{path}[{i}]", targets[i]);
    }

    public static void AidWorkers(AidWorkerImpact? impact, string path, Violations wrong)
    {
        if (impact is null)
            return;
        People(impact.Nationals, $"{path}.nationals", wrong);
        People(impact.Internationals, $"{path}.internationals", wrong);
        wrong.Name($"{path}.means_of_attack", impact.MeansOfAttack, ReportLimits.AidTextLength);
        wrong.Name($"{path}.attack_context", impact.AttackContext, ReportLimits.AidTextLength);
        wrong.Name($"{path}.location_type", impact.LocationType, ReportLimits.AidTextLength);
        wrong.Name($"{path}.motive", impact.Motive, ReportLimits.AidTextLength);
        wrong.Name($"{path}.organisation_kind", impact.OrganisationKind, ReportLimits.AidTextLength);
    }

    private static void Claimant(Claimant? claimant, string path, Violations wrong)
    {
        if (claimant is null)
            return;
        wrong.Name($"{path}.name", claimant.Name);
        wrong.Known($"{path}.kind", claimant.Kind);
    }

    private static void Range(CasualtyRange? range, string path, Violations wrong)
    {
        if (range is not { } given)
            return;
        bool inRange = Number(given.Low, $"{path}.low", wrong) & Number(given.Best, $"{path}.best", wrong) & Number(given.High, $"{path}.high", wrong);
        if (inRange && !given.IsConsistent)
            wrong.Add(path, "must have low ≤ best ≤ high.");
    }

    private static void People(AidWorkerCount? count, string path, Violations wrong)
    {
        Number(count?.Killed, $"{path}.killed", wrong);
        Number(count?.Wounded, $"{path}.wounded", wrong);
        Number(count?.Kidnapped, $"{path}.kidnapped", wrong);
    }

    private static bool Number(int? count, string field, Violations wrong)
    {
        bool fine = count is null or (>= 0 and <= CasualtyRange.Limit);
        if (!fine)
            wrong.Add(field, $"must be 0 to {CasualtyRange.Limit}; leave it unset when it is not known.");
        return fine;
    }
}
