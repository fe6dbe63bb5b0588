using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.V1;
using Google.Protobuf;
using YamlDotNet.Core;

namespace Alerts.Cli.Input;

// Reports from a file: one, or a list, as JSON or YAML with the names of proto3 JSON.
internal static class ReportFile
{
    // Deep enough for any report.
    private const int MaxDepth = 16;

    public static IReadOnlyList<Report> Parse(string text)
    {
        JsonNode? root = text.TrimStart() is ['{' or '[', ..] ? ParseJson(text) : ParseYaml(text);
        return root switch
        {
            JsonObject one => [ParseReport(one, "")],
            JsonArray { Count: > 0 } many => [.. many.Select((item, i) => ParseReport(item, $"Report {i + 1}: "))],
            _ => throw Refuse("The file holds no report."),
        };
    }

    private static JsonNode? ParseJson(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException e)
        {
            throw Refuse($"The file is no JSON: line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}.");
        }
    }

    private static JsonNode? ParseYaml(string text)
    {
        try
        {
            return new YamlJson(text, MaxDepth).ToJson();
        }
        catch (YamlException e)
        {
            throw Refuse($"The file is neither JSON nor YAML that can be read: line {e.Start.Line}: {e.Message}");
        }
    }

    private static Report ParseReport(JsonNode? node, string which)
    {
        try
        {
            return new JsonParser(JsonParser.Settings.Default).Parse<Report>(node?.ToJsonString() ?? "null");
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Refuse($"{which}{e.Message}");
        }
    }

    private static CliException Refuse(string message) => CliException.Refused("REPORT_FILE", message);
}
