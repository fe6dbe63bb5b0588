using System.Net;
using System.Text;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit;

namespace Alerts.Tests.Unit.Gateway;

// The description of the REST form, as a tool reads it.
public class OpenApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_ReadByALibrary_HasNoFault()
    {
        ReadResult read = await ReadAsync();

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Document_EveryRpcWithARestForm_IsAnOperation()
    {
        FileDescriptor[] files = [V1.IngestServiceReflection.Descriptor, V1.RiskServiceReflection.Descriptor, V1.NotifyServiceReflection.Descriptor, V1.StatusServiceReflection.Descriptor, V1.AccessServiceReflection.Descriptor, V1.DeadLetterServiceReflection.Descriptor];
        string[] rpcs =
        [
            .. files.SelectMany(f => f.Services).SelectMany(s => s.Methods)
                .Where(m => m.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not null).Select(m => m.Name).Order(StringComparer.Ordinal),
        ];

        IEnumerable<OpenApiOperation> operations = (await ReadAsync()).Document!.Paths.Values.SelectMany(p => p.Operations!.Values);

        Assert.Equal(rpcs, operations.Select(o => o.OperationId).Where(rpcs.Contains).Order(StringComparer.Ordinal));
        Assert.All(operations, o => Assert.False(string.IsNullOrWhiteSpace(o.Description), o.OperationId));
    }

    [Fact]
    public async Task Document_RetractReport_TakesTheIdFromThePathAndTheRestFromTheBody()
    {
        OpenApiOperation retract = (await ReadAsync()).Document!.Paths["/v1/reports/{report}:retract"].Operations![HttpMethod.Post];

        Assert.Equal("report", Assert.Single(retract.Parameters!).Name);
        IOpenApiSchema body = retract.RequestBody!.Content!["application/json"].Schema!;
        Assert.Equal(["requestId", "scope", "reason"], body.Properties!.Keys);
        Assert.Equal(["200", "400", "401", "403", "404", "409", "413", "415", "429", "500", "503"], retract.Responses!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_ListAlerts_NamesTheFilterFieldByField()
    {
        OpenApiOperation list = (await ReadAsync()).Document!.Paths["/v1/alerts"].Operations![HttpMethod.Get];

        Assert.Contains("filter.country_codes", list.Parameters!.Select(p => p.Name));
        Assert.DoesNotContain("filter.areas", list.Parameters!.Select(p => p.Name));
    }

    [Fact]
    public async Task Document_EveryFieldAndEnumValue_IsDescribed()
    {
        OpenApiDocument document = (await ReadAsync()).Document!;

        Assert.All(
            document.Components!.Schemas!.SelectMany(s => (s.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p => ($"{s.Key}.{p.Key}", p.Value))),
            field => Assert.False(string.IsNullOrWhiteSpace(field.Value.Description) && field.Item1 != "Status.details", field.Item1));
    }

    private async Task<ReadResult> ReadAsync()
    {
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri(host.Addresses.Http, "/openapi.json"), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await response.Content.ReadAsStringAsync(Cancel)));
        return OpenApiDocument.Load(file, "json", new OpenApiReaderSettings());
    }
}
