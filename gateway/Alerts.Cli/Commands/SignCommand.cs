using System.CommandLine;
using System.Globalization;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// An adviser's signed level of an area, or its withdrawal.
internal sealed class SignCommand
{
    private readonly Argument<string> _place = new("PLACE") { Description = "A name, 'NAME, COUNTRY', a GeoNames id, or a country as two capital letters." };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the place, ISO code.", HelpName = "CC" };
    private readonly Option<int?> _level = new("--level") { Description = "The level, 1 to 6.", HelpName = "N" };
    private readonly Option<string?> _category = new("--category") { Description = $"What it is mainly about: {EnumWord.List<ThreatCategory>()}.", HelpName = "CATEGORY" };
    private readonly Option<string> _why = new("--why") { Description = "Why, in plain words; officers read it.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _review = new("--review") { Description = "By which day it is to be reviewed, at most a year ahead.", HelpName = "DATE" };
    private readonly Option<bool> _withdraw = new("--withdraw") { Description = "Withdraw the level that stands." };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new SignCommand();
        return new Command("sign", "Sign the assessed level of a city or a country. It goes before what the model suggests.")
            .With(self._place, self._country, self._level, self._category, self._why, self._review, self._withdraw, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string area = AreaArgument.Resolve(shell, result.GetRequiredValue(_place), result.GetValue(_country));
        string requestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N");
        if (result.GetValue(_withdraw))
        {
            if (result.GetValue(_level) is not null || result.GetValue(_category) is not null || result.GetValue(_review) is not null)
                throw CliException.Usage($"{_withdraw.Name} goes with {_why.Name} alone.");
            var withdraw = new WithdrawAssessmentRequest { RequestId = requestId, Area = area, Rationale = result.GetRequiredValue(_why) };
            using AlertsClient withdrawer = global.Connect(shell, result);
            WithdrawAssessmentResponse withdrawn = await withdrawer.Risk.WithdrawAssessmentAsync(withdraw, cancellationToken: cancellation);
            if (shell.Json) shell.Write(withdrawn);
            else shell.Console.MarkupLine($"[green]Withdrawn[/] for {SafeText.Markup(area)} at {Moments.Utc(withdrawn.WithdrawTime)}");
            return ExitCodes.Ok;
        }

        var request = new SignAssessmentRequest
        {
            RequestId = requestId,
            Area = area,
            Level = (ThreatLevel)(result.GetValue(_level) ?? throw Missing(_level)),
            Category = EnumWord.Parse<ThreatCategory>(result.GetValue(_category) ?? throw Missing(_category), _category.Name),
            Rationale = result.GetRequiredValue(_why),
            ReviewDate = ValueText.Day(result.GetValue(_review) ?? throw Missing(_review), _review.Name).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        using AlertsClient client = global.Connect(shell, result);
        SignAssessmentResponse answer = await client.Risk.SignAssessmentAsync(request, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else shell.Console.MarkupLine($"[green]Signed[/] {Words.Of(answer.Assessment.Level)} for {SafeText.Markup(area)}, to be reviewed by {request.ReviewDate}");
        return ExitCodes.Ok;
    }

    private static CliException Missing(Option option) => CliException.Usage($"{option.Name} is required, but for --withdraw.");
}
