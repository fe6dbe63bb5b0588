using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// An adviser's override of levels in an area, for a time, or its end.
internal sealed class OverrideCommand
{
    private readonly Argument<string> _place = new("PLACE") { Description = "A name, 'NAME, COUNTRY', a GeoNames id, or a country as two capital letters." };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the place, ISO code.", HelpName = "CC" };
    private readonly Option<int?> _atLeast = new("--at-least") { Description = "A floor: the level is at least N.", HelpName = "N" };
    private readonly Option<int?> _atMost = new("--at-most") { Description = "A cap on what known situations force, as far as they are known now.", HelpName = "N" };
    private readonly Option<string?> _until = new("--until") { Description = "When it ends, at most 90 days ahead; announced 24 hours before.", HelpName = "TIME" };
    private readonly Option<string> _why = new("--why") { Description = "Why, in plain words; officers read it.", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _end = new("--end") { Description = "End the overrides that stand." };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new OverrideCommand();
        return new Command("override", "Override levels in a city or a country for a time. Signed levels and the model's are never lowered.")
            .With(self._place, self._country, self._atLeast, self._atMost, self._until, self._why, self._end, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string area = AreaArgument.Resolve(shell, result.GetRequiredValue(_place), result.GetValue(_country));
        string requestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N");
        int? least = result.GetValue(_atLeast);
        int? most = result.GetValue(_atMost);
        bool end = result.GetValue(_end);
        if (new[] { least is not null, most is not null, end }.Count(given => given) != 1)
            throw CliException.Usage($"Say one of {_atLeast.Name}, {_atMost.Name} and {_end.Name}.");
        if (end)
        {
            using AlertsClient ender = global.Connect(shell, result);
            WithdrawAssessmentResponse ended = await ender.Risk.WithdrawAssessmentAsync(
                new WithdrawAssessmentRequest { RequestId = requestId, Area = area, Rationale = result.GetRequiredValue(_why), Overrides = true }, cancellationToken: cancellation);
            if (shell.Json) shell.Write(ended);
            else shell.Console.MarkupLine($"[green]Ended[/] for {SafeText.Markup(area)} at {Moments.Utc(ended.WithdrawTime)}");
            return ExitCodes.Ok;
        }

        var request = new OverrideLevelRequest
        {
            RequestId = requestId,
            Area = area,
            Level = (ThreatLevel)(least ?? most)!.Value,
            Direction = least is not null ? OverrideDirection.Up : OverrideDirection.Down,
            Rationale = result.GetRequiredValue(_why),
            EndTime = ValueText.Instant(result.GetValue(_until) ?? throw CliException.Usage($"{_until.Name} is required: an override ends at a stated time."), _until.Name, shell.Time),
        };
        using AlertsClient client = global.Connect(shell, result);
        LevelOverride signed = (await client.Risk.OverrideLevelAsync(request, cancellationToken: cancellation)).Override;
        if (shell.Json) shell.Write(signed);
        else shell.Console.MarkupLine($"[green]Signed[/] {Text(signed)} for {SafeText.Markup(area)} until {Moments.Utc(signed.EndTime)}");
        return ExitCodes.Ok;
    }

    private static string Text(LevelOverride signed) => signed.Direction == OverrideDirection.Down
        ? $"at most {Words.Of(signed.Level)} for {signed.Situations.Count} known situation(s)"
        : $"at least {Words.Of(signed.Level)}";
}
