using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace Alerts.Cli.Rendering;

// Proto3 JSON: lowerCamelCase names, enums by name, times as RFC 3339, fields without a value left out. Control and bidi characters
// are escaped, so that the line is safe on a terminal too.
internal static class JsonText
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(
        TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    // Only printable ASCII stays as it is: safe on any terminal. The default would escape apostrophes too, which nobody can read.
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(Ascii()) };

    public static string Of(IMessage message) => Formatter.Format(message);

    public static JsonNode Node(IMessage message) => JsonNode.Parse(Of(message))!;

    public static string Of(JsonNode node) => node.ToJsonString(Options);

    private static TextEncoderSettings Ascii()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        settings.AllowCharacters('\'', '<', '>', '&', '+', '`');
        return settings;
    }

    public static string Warning(string text) => Of(new JsonObject { ["warning"] = text });
}
