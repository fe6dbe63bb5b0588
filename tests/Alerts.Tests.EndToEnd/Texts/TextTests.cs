using System.Text;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Texts;

/// <summary>Texts of every form on a real server. Events and people are invented; the places are GeoNames'. Each test has a town of its own.</summary>
public sealed class TextTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    // As an agency writes it, of yesterday.
    private static string Dateline(string town) => $"{town}, {Now.AddDays(-1).ToString("d MMM yyyy", null)} (SPA) --";

    [Fact]
    public async Task Article_ItsCopyAndAFollowUp_AreOneIncidentWithTheNewToll()
    {
        string story = "Gunmen on motorbikes attacked the cattle market of Gao, killing 12 people and burning two lorries before they left for the river, a local official said.";
        SubmitTextResponse article = await SubmitAsync($"{Dateline("GAO")} {story}", "Sahel Press Agency", "ML");
        Report report = Assert.Single(article.Reports);
        Assert.Equal("en", Assert.Single(article.Texts).Language);
        Assert.Equal(article.Texts[0].Name, report.SourceText);
        Assert.Contains(report.Evidence, e => e.Field == "sub_event_type" && report.Text.Substring(e.Start, e.Length) == "attacked");
        string incident = await IncidentOfAsync(report.Name);

        SubmitTextResponse copy = await SubmitAsync($"{story} (SPA)".Replace("Gunmen", "Armed men", StringComparison.Ordinal), "Coastal Daily", "ML", Now.AddDays(-1));
        Assert.Equal(incident, await IncidentOfAsync(Assert.Single(copy.Reports).Name));
        SubmitTextResponse next = await SubmitAsync(
            $"{Dateline("GAO")} The toll of the attack on the cattle market of Gao has risen to 15 killed, the hospital said. Gunmen had burned two lorries.", "Radio Fleuve", "ML");
        Assert.All(await Task.WhenAll(next.Reports.Select(r => IncidentOfAsync(r.Name))), i => Assert.Equal(incident, i));
        Assert.NotEmpty(next.Reports);

        Incident whole = (await server.Client.Ingest.GetIncidentAsync(new GetIncidentRequest { Name = incident }, cancellationToken: Cancel)).Incident;
        Assert.Single(whole.Reports.Take(2).Select(r => r.Origin).Distinct());
        Assert.Equal(15, whole.CasualtyEstimate.Killed.Best);
    }

    [Fact]
    public async Task Sms_InFrench_IsRead()
    {
        SubmitTextResponse answer = await SubmitAsync("Attaque ce matin à Mopti, trois morts, restez chez vous", "colleague", "ML");
        Report report = Assert.Single(answer.Reports);
        Assert.Equal(3, report.Casualties[0].Killed.Best);
        Assert.Equal("ML", report.Sites[0].Place.CountryCode);
    }

    [Fact]
    public async Task Page_AsSaved_GivesItsArticleItsSiteAndItsTime()
    {
        DateTimeOffset published = Now.AddHours(-2);
        string page = $"""
            <!DOCTYPE html><html><head><meta property="og:site_name" content="The Sahel Courier"><link rel="canonical" href="https://courier.example/a">
            <meta property="article:published_time" content="{published:O}"><title>Kidal</title></head><body><nav>Bomb in Kabul kills 90</nav>
            <article><h1>Attack in Kidal</h1><p>Gunmen attacked a convoy in Kidal today, killing four people and wounding seven others, witnesses said by telephone from the town on the road north.</p></article></body></html>
            """;
        SubmitTextResponse answer = await SubmitFileAsync(page);
        Report report = Assert.Single(answer.Reports);
        Assert.Equal(("The Sahel Courier", ClaimantKind.Press, "https://courier.example/a"), (report.Source.Name, report.Source.Kind, report.Source.Url));
        Assert.Equal(TextForm.Html, Assert.Single(answer.Texts).Form);
        Assert.Equal(published.ToUnixTimeSeconds(), answer.Texts[0].SentTime.Seconds);
        Assert.DoesNotContain("Kabul", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Email_WithASender_NamesThemNowhere()
    {
        const string Sender = "hawa.witness4712";
        SubmitTextResponse answer = await SubmitFileAsync(
            $"MIME-Version: 1.0\nFrom: Hawa <{Sender}@ngo.example>\nDate: {Now.AddHours(-1):R}\nSubject: Fwd: Timbuktu\nContent-Type: text/plain; charset=utf-8\n\nGunmen attacked a market in Timbuktu this morning, killing two people.\n-- \n{Sender}\n");
        Report report = Assert.Single(answer.Reports);
        Assert.DoesNotContain(Sender, answer.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await IncidentOfAsync(report.Name));
        Assert.DoesNotContain(Sender, server.Process.Errors, StringComparison.Ordinal);
        foreach (string file in Directory.EnumerateFiles(server.Folder.Path, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock"))
            Assert.DoesNotContain(Sender, Encoding.Latin1.GetString(await ReadSharedAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_InALanguageThatIsNotRead_IsRefusedByName()
    {
        RpcException refusal = await Assert.ThrowsAsync<RpcException>(() => SubmitAsync(
            "Hombres armados atacaron un pueblo cerca de la frontera el lunes y al menos cuatro personas murieron, según el alcalde.", "colleague", ""));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Contains("Spanish", refusal.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("English and French", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithoutAReport_IsStoredAndSaysWhy()
    {
        var request = new SubmitTextRequest { RequestId = "no-report", Text = "The weather was fine in the whole of the country today and the market was open.", Tlp = TlpLabel.Green };
        SubmitTextResponse answer = await server.Client.Ingest.SubmitTextAsync(request, cancellationToken: Cancel);
        Assert.Empty(answer.Reports);
        Assert.NotEmpty(answer.Notes);
        Assert.StartsWith("texts/", Assert.Single(answer.Texts).Name, StringComparison.Ordinal);
        Assert.Equal(answer, await server.Client.Ingest.SubmitTextAsync(request, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Page_ThatIsABomb_IsRefusedAndTheServerGoesOn()
    {
        RpcException refusal = await Assert.ThrowsAsync<RpcException>(() => SubmitFileAsync("<!doctype html><body>" + string.Concat(Enumerable.Repeat("<div>", 150_000))));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Contains("nested", refusal.Status.Detail, StringComparison.Ordinal);
        await Text_WithoutAReport_IsStoredAndSaysWhy();
    }

    private async Task<SubmitTextResponse> SubmitAsync(string text, string source, string country, DateTimeOffset? said = null)
    {
        var request = new SubmitTextRequest { Text = text, CountryCode = country, Tlp = TlpLabel.Green, Source = new Source { Name = source, Kind = ClaimantKind.Press, Reliability = SourceReliability.B } };
        if (said is { } time) request.Source.StatementTime = time.ToTimestamp();
        return await server.Client.Ingest.SubmitTextAsync(request, cancellationToken: Cancel);
    }

    private async Task<SubmitTextResponse> SubmitFileAsync(string file) => await server.Client.Ingest.SubmitTextAsync(
        new SubmitTextRequest { File = ByteString.CopyFromUtf8(file), CountryCode = "ML", Tlp = TlpLabel.Green }, cancellationToken: Cancel);

    private async Task<string> IncidentOfAsync(string report)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limited.CancelAfter(Longest);
        while (true)
        {
            Report found = (await server.Client.Ingest.GetReportAsync(new GetReportRequest { Name = report }, cancellationToken: limited.Token)).Report;
            if (found.Incident.Length > 0) return found.Incident;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limited.Token);
        }
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }
}
