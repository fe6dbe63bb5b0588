namespace Alerts.Tests.Browser.Support;

/// <summary>Browsers that stay open from page to page, as an officer's does: one for each screen and language.</summary>
public sealed class Desks(LiveServer server) : IAsyncDisposable
{
    private readonly Dictionary<(View View, string Language), Officer> _open = [];

    /// <summary>The browser of a screen and language, signed in and live, with nothing to complain of so far.</summary>
    public async Task<Officer> AtAsync(View view, string language)
    {
        if (!_open.TryGetValue((view, language), out Officer? officer))
        {
            officer = await Officer.SignInAsync(server.Browser, server.Address, view, language);
            _open.Add((view, language), officer);
        }

        await officer.LiveAsync();
        officer.Complaints.Clear();
        return officer;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Officer officer in _open.Values)
            await officer.DisposeAsync();
    }
}
