using Alerts.Client;
using Alerts.V1;

namespace Alerts.Cli.Input;

// A watch as its owner calls it: its display name, or its resource name.
internal static class WatchName
{
    public static async Task<Watch> FindAsync(AlertsClient client, string text, CancellationToken cancellation)
    {
        List<Watch> all = await AllAsync(client, cancellation);
        Watch[] found = [.. all.Where(w => w.Name == text || w.Name == "watches/" + text || w.DisplayName.Equals(text, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var only] => only,
            [] => throw CliException.NotFound("WATCH_NOT_FOUND", $"You have no watch '{text}'. 'alerts watches list' shows what you have."),
            _ => throw CliException.Usage($"{found.Length} of your watches are called '{text}': say which by {string.Join(" or ", found.Select(w => w.Name))}."),
        };
    }

    public static async Task<List<Watch>> AllAsync(AlertsClient client, CancellationToken cancellation)
    {
        List<Watch> all = [];
        var request = new ListWatchesRequest { PageSize = 500 };
        do
        {
            ListWatchesResponse page = await client.Notify.ListWatchesAsync(request, cancellationToken: cancellation);
            all.AddRange(page.Watches);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
