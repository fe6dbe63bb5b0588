using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Alerts.Cli.People;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.Gateway.Audit;
using Alerts.Terms;
using Alerts.V1;
using Spectre.Console;
using AuditEntry = Alerts.V1.AuditEntry;

namespace Alerts.Cli.Commands;

// Who did what in an organisation, and whether that record is whole.
internal sealed class AuditCommand
{
    private const int PageSize = 500;

    private readonly OrganisationOption _organisation = new();
    private readonly Option<long> _after = new("--after") { Description = "Only entries with a higher number.", HelpName = "N" };
    private readonly Option<string?> _head = new("--head") { Description = "An earlier output 'N:CHAIN': the record must still hold it.", HelpName = "N:CHAIN" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new AuditCommand();
        Command audit = new Command("audit", "Show who did what in an organisation, oldest first; with --json one entry a line, to keep elsewhere.")
            .With(self._organisation.Option, self._after)
            .Runs(shell, (result, cancellation) => self.ListAsync(shell, global, result, cancellation));
        audit.Add(new Command("verify", "Check that no entry was changed or taken out; prints the newest entry's number and chain.")
            .With(self._head)
            .Runs(shell, (result, cancellation) => self.VerifyAsync(shell, global, result, cancellation)));
        return audit;
    }

    private async Task<int> ListAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        await foreach (AuditEntry entry in EntriesAsync(client, await _organisation.NameAsync(client, result, cancellation), result.GetValue(_after), cancellation))
        {
            if (shell.Json) shell.Write(entry);
            else shell.Console.MarkupLine($"{entry.Number,5}  {Moments.Utc(entry.Time)}  [bold]{SafeText.Markup(entry.Actor)}[/]  {SafeText.Markup(entry.Action)}  {SafeText.Markup(entry.Target)}  [grey]{SafeText.Markup(entry.Detail)}[/]");
        }

        return ExitCodes.Ok;
    }

    private async Task<int> VerifyAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        (long anchorNumber, string anchor) = Anchor(result.GetValue(_head));
        using AlertsClient client = global.Connect(shell, result);
        (long number, byte[] chain) = (0, Gateway.Audit.AuditEntry.Start);
        bool held = anchorNumber == 0;
        await foreach (AuditEntry entry in EntriesAsync(client, await _organisation.NameAsync(client, result, cancellation), 0, cancellation))
        {
            if (!Core(entry).Follows(number, chain))
                throw new CliException(ExitCodes.Conflict, "AUDIT_BROKEN", $"The record is broken at entry {entry.Number}: it, or one before it, was changed or taken out.");
            (number, chain) = (entry.Number, entry.Chain.ToByteArray());
            held |= number == anchorNumber && Convert.ToHexStringLower(chain) == anchor;
        }

        if (!held)
            throw new CliException(ExitCodes.Conflict, "AUDIT_BROKEN", $"The record does not hold entry {anchorNumber} as it was: it ends before, or was written anew.");
        string head = $"{number}:{Convert.ToHexStringLower(chain)}";
        if (shell.Json) shell.Out.WriteLine(JsonText.Of(new JsonObject { ["entries"] = number, ["head"] = head }));
        else shell.Console.MarkupLine($"[green]Whole[/]: {number} entries. To prove it later, keep this elsewhere and give it to --head:");
        if (!shell.Json) shell.Out.WriteLine(head);
        return ExitCodes.Ok;
    }

    private static async IAsyncEnumerable<AuditEntry> EntriesAsync(AlertsClient client, string organisation, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListAuditRequest { Parent = organisation, PageSize = PageSize, AfterNumber = after };
        do
        {
            ListAuditResponse page = await client.Access.ListAuditAsync(request, cancellationToken: cancellation);
            foreach (AuditEntry entry in page.Entries) yield return entry;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private static Gateway.Audit.AuditEntry Core(AuditEntry entry) => new(
        entry.Number,
        entry.Time.ToDateTimeOffset(),
        new AuditDraft(new Scope(OrganisationOption.Id(entry.Organisation)), entry.Actor, entry.Key, entry.Action, entry.Target, entry.Detail),
        entry.Chain.ToByteArray());

    private (long Number, string Chain) Anchor(string? text) => text is null ? (0, "")
        : text.Split(':') is [{ } number, { Length: 64 } chain] && long.TryParse(number, out long parsed) && parsed > 0 ? (parsed, chain.ToLowerInvariant())
        : throw CliException.Usage($"{_head.Name} takes what 'alerts audit verify' printed: a number, a colon and 64 digits.");
}
